"""Reads settings from the environment and fails loudly on a value it does not understand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
    "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=2000; PRAGMA temp_store=MEMORY; "
    "PRAGMA secure_delete=ON;"  # what is deleted is overwritten: of a refused paper not even the name stays
)

# One writes at a time and those who wait are not served in turn: with eight processes on a busy machine five seconds
# were not enough (tests/faults/test_at_once.py).
SQLITE_WAIT_SECONDS = 30

# Lets commands run before set-up has made a key; the web server refuses to start with it.
SERVES_NOBODY = "only-for-tests-and-commands-that-serve-nobody-0000000000"


def text(name: str, default: str) -> str:
    """Return the variable `name`, or `default` when it is not set."""
    return os.environ.get(name, default)


def flag(name: str, default: bool) -> bool:
    """Return the variable `name` as a yes or no; raise ValueError on anything but 1/0/true/false."""
    value = os.environ.get(name)
    if value is None:
        return default
    try:
        return {"1": True, "true": True, "0": False, "false": False}[value.lower()]
    except KeyError:
        raise ValueError(f"{name}={value!r}: write 1 or 0") from None


def number(name: str, default: int) -> int:
    """Return the variable `name` as a whole number; raise ValueError on anything else."""
    value = os.environ.get(name)
    if value is None:
        return default
    if not value.isdigit():
        raise ValueError(f"{name}={value!r}: write a whole number")
    return int(value)


def words(name: str, default: str) -> list[str]:
    """Return the comma-separated variable `name` as a list without empty parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def secret_key(home: Path) -> str:
    """Return DONDOC_SECRET_KEY, or the key kept in `home`, or the one that serves nobody (see `web.checks`)."""
    from_environment = text("DONDOC_SECRET_KEY", "")
    if from_environment:
        return from_environment
    kept = home / "secret-key"
    return kept.read_text().strip() if kept.is_file() else SERVES_NOBODY


def database(home: Path) -> dict[str, Any]:
    """Return Django's database settings: PostgreSQL from DATABASE_URL, otherwise SQLite in `home`."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "dondoc.sqlite3",
            "CONN_MAX_AGE": 600,
            "OPTIONS": {
                "init_command": SQLITE_PRAGMAS,
                "transaction_mode": "IMMEDIATE",
                "timeout": SQLITE_WAIT_SECONDS,
            },
        }
    parts = urlparse(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL: only postgres://user:password@host:port/name is understood")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
    }
