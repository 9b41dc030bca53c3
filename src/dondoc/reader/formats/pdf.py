"""PDF files: text pages by the positions of their glyphs, pages without text by recognition (OCR)."""

from __future__ import annotations

from dondoc.reader.document import Document
from dondoc.reader.limits import Limits

MEDIA_TYPES = ("application/pdf",)
SUFFIXES = (".pdf",)


def matches(head: bytes, filename: str) -> float:
    """Return how surely a file is a PDF: its mark may stand anywhere in the first kilobyte."""
    at = head[:1024].find(b"%PDF-")
    if at == 0:
        return 1.0
    if at > 0:
        return 0.9
    return 0.1 if filename.lower().endswith(SUFFIXES) else 0.0


def read(data: bytes, limits: Limits) -> Document:
    """Read a PDF; raise EncryptedFileError, DamagedFileError, TooLargeError, EmptyFileError or "ocr_missing"."""
    from dondoc.reader.pages.pdf_file import read_pdf

    return read_pdf(data, limits)
