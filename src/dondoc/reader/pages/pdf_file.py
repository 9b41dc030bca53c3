"""A PDF file from its bytes to a `Document`, one page open at a time."""

from __future__ import annotations

import threading
from typing import Any

from dondoc.reader.document import Document, Note
from dondoc.reader.limits import Limits
from dondoc.reader.pages.aside import PageText
from dondoc.reader.pages.assembly import document_of
from dondoc.reader.pages.glyphs import GlyphReader, turned
from dondoc.reader.pages.grid import NEAR, grids_of, merged
from dondoc.reader.pages.marks import PageMarks, Word
from dondoc.reader.pages.strokes import rules_of
from dondoc.reader.refusals import DamagedFileError, EncryptedFileError, TooLargeError

LARGEST_SIDE = 14_400.0  # points; PDF 32000-1, annex C.2
UNREADABLE = 0.15  # share of glyphs without a letter from which on a page is better recognised than read
FULL_PAGE = 0.5  # share of the page that a picture must cover for the page to be a scan

PDFIUM = threading.RLock()  # PDFium is not safe for use by several threads


def open_pdf(data: bytes, limits: Limits) -> Any:
    """Open a PDF; raise EncryptedFileError, DamagedFileError or TooLargeError."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise EncryptedFileError from error
        raise DamagedFileError("PDF", "PDF file") from error
    if len(pdf) > limits.max_pages:
        pages = len(pdf)
        pdf.close()
        raise TooLargeError(
            f"{pages} trang, nhiều hơn {limits.max_pages}", f"{pages} pages, more than {limits.max_pages}"
        )
    if len(pdf) == 0:
        pdf.close()
        raise DamagedFileError("PDF", "PDF file")
    return pdf


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Read a PDF of text, of scans, or of both."""
    import pypdfium2 as pdfium

    with PDFIUM:
        pdf = open_pdf(data, limits)
        try:
            return _read_open(pdf, limits)
        except pdfium.PdfiumError as error:
            raise DamagedFileError("PDF", "PDF file") from error
        finally:
            pdf.close()


def _read_open(pdf: Any, limits: Limits) -> Document:
    pages: list[PageMarks] = []
    scans: list[int] = []
    fonts: set[str] = set()
    slanted: list[str] = []
    before = ""
    hidden: dict[int, list[Word]] = {}
    for index in range(len(pdf)):
        marks, text, is_scan = _read_page(pdf, index)
        pages.append(marks)
        fonts |= text.legacy_fonts
        slanted += [told for told in text.slanted if told not in slanted]
        before += text.before_conversion if len(before) < 2_000 else ""
        if is_scan:
            scans.append(index)
            hidden[index] = text.hidden
    if scans:
        _recognise(pdf, pages, scans, hidden, limits)
    document = document_of(pages, limits)
    document.media_type = "application/pdf"
    document.origin = "scan" if len(scans) * 2 > len(pages) else "pdf"
    if fonts:
        document.before_conversion = before[:2_000]
        names = ", ".join(sorted(fonts)[:4])
        message = f"Chữ viết bằng phông cũ ({names}) đã được chuyển sang Unicode; hãy xem lại trước khi dùng."
        document.notes.append(Note(code="legacy_encoding", message=message))
    if slanted:
        quoted = "; ".join(f"“{text}”" for text in slanted[:3])
        message = f"Đã bỏ chữ in chéo trên trang (chữ chìm): {quoted}."
        document.notes.append(Note(code="watermark", message=message))
    if scans:
        message = f"{len(scans)} trang là ảnh quét, chữ được nhận dạng nên có thể sai; hãy đối chiếu với bản gốc."
        document.notes.insert(0, Note(code="ocr", message=message, page=scans[0] + 1))
    return document


def _read_page(pdf: Any, index: int) -> tuple[PageMarks, PageText, bool]:
    """Read one page's words and grids, and say whether it is a scan without text of its own."""
    import pypdfium2 as pdfium

    try:
        page = pdf[index]
    except pdfium.PdfiumError as error:
        raise DamagedFileError("PDF", "PDF file") from error
    try:
        width, height = page.get_size()
        if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
            raise TooLargeError("khổ trang quá lớn", "a page is too large")
        crop, shown_at = page.get_bbox(), page.get_rotation() // 90 % 4
        reader = GlyphReader(page, crop, shown_at)
        text = reader.read()
        away = (reader.turn - shown_at) % 4
        if text.unknown > UNREADABLE * text.glyphs:
            text.hidden, text.words = text.hidden + text.words, []
        if not text.words:
            is_scan = bool(text.hidden) or _is_picture(page, width * height)
            return PageMarks(index + 1, width, height), text, is_scan
        size = (height, width) if away % 2 else (width, height)
        marks = PageMarks(index + 1, *size, text.words, turn=away)
        rules = rules_of(page, lambda box: turned(box, crop, reader.turn))
        marks.grids, marks.rules = grids_of(rules), merged((rule for rule in rules if rule.horizontal), NEAR)
        return marks, text, False
    finally:
        page.close()


def _is_picture(page: Any, area: float) -> bool:
    """Say whether pictures cover much of a page."""
    import pypdfium2.raw as raw

    covered = 0.0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered >= FULL_PAGE * area


def _recognise(
    pdf: Any, pages: list[PageMarks], scans: list[int], hidden: dict[int, list[Word]], limits: Limits
) -> None:
    """Fill the scanned pages by OCR; a text layer under the picture serves only where OCR is not to be had."""
    from dondoc.reader.ocr.scan import OcrMissingError, recognise_pages, rendered

    try:
        found = recognise_pages((rendered(pdf, index, limits) for index in scans), len(scans), limits)
        for index, marks in zip(scans, found, strict=True):
            marks.number = index + 1
            pages[index] = marks
    except OcrMissingError:
        if not all(hidden[index] for index in scans):
            raise
        for index in scans:
            pages[index].words = hidden[index]
