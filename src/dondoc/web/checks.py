"""What must hold before the site serves anybody; `manage.py check --deploy --database default` runs all of it."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from dondoc.settings.environment import SERVES_NOBODY


@register(Tags.security, deploy=True)
def secret_key(**kwargs: Any) -> list[CheckMessage]:
    """Ask for a secret key of one's own."""
    if settings.SECRET_KEY != SERVES_NOBODY:
        return []
    return [Error("There is no secret key.", hint="Run `make setup`, or set DONDOC_SECRET_KEY.", id="dondoc.E001")]


@register(Tags.files)
def storage(**kwargs: Any) -> list[CheckMessage]:
    """Ask for a folder that can be written to."""
    folder = settings.HOME
    while not folder.exists():
        folder = folder.parent
    if os.access(folder, os.W_OK):
        return []
    hint = "Give the account of the server the right to write there, or set DONDOC_HOME."
    return [Error(f"{settings.HOME} cannot be written to.", hint=hint, id="dondoc.E002")]


@register(Tags.database)
def sqlite(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Ask SQLite whether it keeps a write-ahead log, syncs each commit and enforces foreign keys."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor != "sqlite" or connection.is_in_memory_db():  # type: ignore[attr-defined]
            continue
        with connection.cursor() as cursor:
            for pragma, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
                value = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
                if value != wanted:
                    found.append(Error(f"SQLite: {pragma} is {value}, not {wanted}.", id="dondoc.E003"))
    return found


@register
def time_zone(**kwargs: Any) -> list[CheckMessage]:
    """Ask for Vietnam's zone: deadlines are days of that zone."""
    if settings.TIME_ZONE == "Asia/Ho_Chi_Minh" and settings.USE_TZ:
        return []
    return [Warning("Deadlines are days in Asia/Ho_Chi_Minh.", id="dondoc.W004")]
