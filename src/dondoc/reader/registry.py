"""Which format module reads a file: judged by its content first, its name second.

A format is one module of `dondoc.reader.formats` with `MEDIA_TYPES`, `SUFFIXES`, `matches(head, filename)`
(a score from 0 to 1) and `read(data, limits)`. Modules keep their heavy imports inside `read`.
"""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from dondoc.reader.document import Document
from dondoc.reader.limits import Limits
from dondoc.reader.refusals import SpreadsheetError, UnknownFormatError

FORMATS = ("pdf", "docx", "doc", "image", "html", "markdown", "text")
HEAD_BYTES = 8_192
_SHEET_SUFFIXES = (".csv", ".tsv", ".xls")


class Format(Protocol):
    """What a format module offers; `MEDIA_TYPES[0]` is used where `read` sets none."""

    MEDIA_TYPES: tuple[str, ...]
    SUFFIXES: tuple[str, ...]

    def matches(self, head: bytes, filename: str) -> float:
        """Return how surely the first `HEAD_BYTES` bytes are of this format, from 0 to 1."""
        ...

    def read(self, data: bytes, limits: Limits) -> Document:
        """Read the whole file; raise `UnreadableError` when that cannot be done."""
        ...


def load(name: str) -> Format:
    """Import the format module `name`."""
    return cast(Format, importlib.import_module(f"dondoc.reader.formats.{name}"))


def choose(data: bytes, filename: str) -> Format:
    """Return the module that claims the file most surely; the earlier one of `FORMATS` wins a tie.

    Raises UnknownFormatError when none claims it.
    """
    head = data[:HEAD_BYTES]
    if filename.lower().endswith(_SHEET_SUFFIXES) and not head.startswith((b"PK", b"%PDF")):
        raise SpreadsheetError
    best, best_score = None, 0.0
    for name in FORMATS:
        module = load(name)
        score = module.matches(head, filename)
        if score > best_score:
            best, best_score = module, score
    if best is None:
        raise UnknownFormatError
    return best


def suffixes() -> tuple[str, ...]:
    """Return every file name ending that some format claims, for the upload form."""
    return tuple(suffix for name in FORMATS for suffix in load(name).SUFFIXES)
