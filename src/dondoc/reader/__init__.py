"""Read any file into a `Document`: the door of the reader, where every file is checked and every refusal is a sentence."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path, PurePosixPath

from dondoc.language.syllables import looks_vietnamese
from dondoc.language.unicode import nfc
from dondoc.reader import secrecy
from dondoc.reader.document import Document, UnreadableError
from dondoc.reader.limits import DEFAULT, Limits
from dondoc.reader.refusals import (
    DamagedFileError,
    EmptyFileError,
    NotVietnameseError,
    TooLargeError,
)
from dondoc.reader.registry import choose

_log = logging.getLogger(__name__)


def read(data: bytes, filename: str, limits: Limits = DEFAULT) -> Document:
    """Read the bytes of a file; its content decides the format, its name only helps.

    Raises UnreadableError, and nothing else, when the file cannot or must not be read.
    """
    if not data.strip(b" \t\r\n\f\0\xef\xbb\xbf"):
        raise EmptyFileError
    if len(data) > limits.max_bytes:
        megabytes = limits.max_bytes // 1_000_000
        raise TooLargeError(f"lớn hơn {megabytes} MB", f"larger than {megabytes} MB")
    name = nfc(PurePosixPath(filename.replace("\\", "/")).name)
    module = choose(data, name)
    try:
        document = module.read(data, limits)
    except UnreadableError:
        raise
    except Exception as error:  # the parsers below may fail in any way on a broken file; the caller gets one sentence
        _log.warning("A file could not be read: %s", type(error).__name__)
        raise DamagedFileError from error
    document.filename = name
    document.sha256 = hashlib.sha256(data).hexdigest()
    document.media_type = document.media_type or module.MEDIA_TYPES[0]
    _check(document, limits)
    return document


def read_path(path: str | Path, limits: Limits = DEFAULT) -> Document:
    """Read a file from disk; one larger than the limits allow is refused before it is loaded."""
    path = Path(path)
    if path.stat().st_size > limits.max_bytes:
        megabytes = limits.max_bytes // 1_000_000
        raise TooLargeError(f"lớn hơn {megabytes} MB", f"larger than {megabytes} MB")
    return read(path.read_bytes(), path.name, limits)


def _check(document: Document, limits: Limits) -> None:
    """Refuse what was read but must not pass: nothing, too much, a secrecy mark, another language."""
    if not any(character.isalnum() for character in document.text):
        raise EmptyFileError
    if len(document.text) > limits.max_characters + len(document.lines):
        raise TooLargeError(f"quá {limits.max_characters} ký tự", f"more than {limits.max_characters} characters")
    if len(document.pages) > limits.max_pages:
        raise TooLargeError(f"quá {limits.max_pages} trang", f"more than {limits.max_pages} pages")
    if limits.check_secrecy:
        secrecy.check(document, suspect=limits.suspect_secrecy)
    if limits.require_vietnamese and not looks_vietnamese(document.text):
        raise NotVietnameseError
