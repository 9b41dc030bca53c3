"""The one type that every file format is read into: text with lines, tables, pages and positions.

`Document.text` is NFC and is the only store of text: lines and cells are stretches of it, in reading
order, separated by newlines. Geometry is in points (1/72 inch) from the top left corner of the page.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Box = tuple[float, float, float, float]  # left, top, right, bottom


class Line(msgspec.Struct, kw_only=True):
    """One printed line, or one whole paragraph where the format knows paragraphs (docx, html, markdown).

    `text[start:end]` holds no newline at either end. Labels and bullets that Word's list styles draw are
    written into the text ("1. ", "- "). `begins` says whether a paragraph begins here: True (the format
    says so), False (it continues the line above), None (unknown: a text or PDF line, to be judged).
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    begins: bool | None = None
    heading: int | None = None  # level, where the format marks headings (markdown #, Word heading style)
    bold: bool = False  # the whole line
    italic: bool = False
    centred: bool = False
    size: float | None = None  # points
    table: int | None = None  # index into Document.tables when the line is inside a table
    confidence: float | None = None  # 0..1, mean of the words, from OCR
    unsure: list[tuple[int, int]] = []  # stretches of `text` that OCR may have misread


class Cell(msgspec.Struct, kw_only=True):
    """One cell of a table; its text is the pieces `text[start:end]` joined by a newline."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    pieces: list[tuple[int, int]] = []
    unsure: bool = False  # where it ends was guessed from the blanks between words


class Table(msgspec.Struct, kw_only=True):
    """A real table (Word, HTML, markdown, ruled PDF or scan), rows and columns counted from 0.

    A table that a page break cut in two is one table again; a row that it cut has cells with several pieces.
    """

    start: int
    end: int
    page: int | None = None
    rows: int
    columns: int
    cells: list[Cell] = []


class Page(msgspec.Struct, kw_only=True):
    """One page: 1-based number, and its size in points."""

    number: int
    width: float | None = None
    height: float | None = None


class Note(msgspec.Struct, kw_only=True):
    """Something a person should know about how the file was read; `message` is Vietnamese, one sentence."""

    code: str  # "ocr", "legacy_encoding", "hidden_text", "running_head", "tracked_changes"...
    message: str
    page: int | None = None


class Document(msgspec.Struct, kw_only=True):
    """What a reader yields from any file."""

    text: str
    lines: list[Line]
    tables: list[Table] = []
    pages: list[Page] = []
    notes: list[Note] = []
    filename: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    origin: Literal["text", "docx", "pdf", "scan", "html", "markdown", "doc"] = "text"
    before_conversion: str | None = None  # the first 2,000 characters as they stood, when legacy text was converted

    def cell_text(self, cell: Cell) -> str:
        """Return the text of `cell`, its pieces joined by a newline."""
        return "\n".join(self.text[start:end] for start, end in cell.pieces)


class UnreadableError(Exception):
    """The file cannot be read; `code` names the reason, `message` is one sentence in Vietnamese, `message_en` in English."""

    def __init__(self, code: str, message: str, message_en: str) -> None:
        super().__init__(message)
        self.code, self.message, self.message_en = code, message, message_en


class SecretError(UnreadableError):
    """The file bears a secrecy mark (MẬT, TỐI MẬT, TUYỆT MẬT): it must not be kept."""
