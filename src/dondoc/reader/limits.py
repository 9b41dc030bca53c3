"""How large a file may be, before and after it is unpacked, and what the reader may spend on it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec


class Limits(msgspec.Struct, kw_only=True, frozen=True):
    """Bounds kept by every format; beyond one of them reading stops with an `UnreadableError`."""

    max_bytes: int = 50_000_000  # of the file
    max_unpacked_bytes: int = 300_000_000  # of all parts of a zip package together
    max_unpacked_ratio: int = 200  # unpacked to packed, judged from 10 MB unpacked on
    max_pages: int = 1_000
    max_characters: int = 5_000_000
    max_pixels: int = 60_000_000  # of one page image
    converter_seconds: float = 90.0  # for LibreOffice, on one file
    ocr: bool = True  # False: a scan is refused, not recognised
    ocr_seconds_per_page: float = 120.0
    require_vietnamese: bool = True  # False: any language is let through
    check_secrecy: bool = True  # False only where the caller has checked already
    suspect_secrecy: bool = True  # False: a person has said that the mark suspected in this scan is none
    progress: Callable[[int, int], None] | None = None  # called with pages done and pages in all


DEFAULT = Limits()
