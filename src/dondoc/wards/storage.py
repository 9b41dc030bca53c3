"""Where the files of the wards are kept and how they leave: none half written, none opened on our own address."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import OperationalError, connection, transaction
from django.http import FileResponse

# The files that the open transaction has saved; None where none is open.
_saved: ContextVar[list[str] | None] = ContextVar("saved_files", default=None)
SANDBOX = "default-src 'none'; sandbox"


class HouseStorage(FileSystemStorage):
    """Files on disk: a file appears whole or not at all, and goes with the transaction that saved it."""

    def _save(self, name: str, content: File[Any]) -> str:
        part = f"{name}.{uuid.uuid4().hex}.part"
        try:
            super()._save(part, content)  # type: ignore[misc]  # the types leave it out
            name = self._appear(part, name)
        finally:
            self.delete(part)
        saved = _saved.get()
        if saved is not None:
            saved.append(name)
        return name

    def _appear(self, part: str, name: str) -> str:
        """Give the written file its name, or another where two came at once; return the name."""
        with open(self.path(part), "rb") as written:
            os.fsync(written.fileno())
        while True:
            try:
                os.link(self.path(part), self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name


@contextlib.contextmanager
def transaction_with_files() -> Iterator[None]:
    """Open a transaction; when it is rolled back, the files saved in it are removed as well."""
    mine: list[str] = []
    token = _saved.set(mine)
    try:
        with transaction.atomic():
            yield
    except BaseException:
        for name in mine:
            default_storage.delete(name)
        raise
    finally:
        _saved.reset(token)
    outer = _saved.get()
    if outer is not None:
        outer += mine


def download(file: Any, filename: str, media_type: str = "application/octet-stream") -> FileResponse:
    """Return a stored file as a download under its own name, which no browser opens as a page of ours."""
    headers = {"Content-Security-Policy": SANDBOX, "X-Content-Type-Options": "nosniff"}
    return FileResponse(
        file.open("rb"), as_attachment=True, filename=filename, content_type=media_type, headers=headers
    )


def forget_deleted() -> None:
    """Have SQLite overwrite what was deleted, in its log too; PostgreSQL does it at its next vacuum."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with contextlib.suppress(OperationalError), connection.cursor() as cursor:  # busy: the next checkpoint does it
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
