"""Put a document together from pieces of text: lines first, tables with their cells, one text, right offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dondoc.language.unicode import clean_line
from dondoc.reader.document import Cell, Document, Line, Page, Table
from dondoc.reader.limits import Limits
from dondoc.reader.refusals import TooLargeError


@dataclass(slots=True)
class Draft:
    """One line before it has its place in the text; the fields are those of `Line`."""

    text: str
    begins: bool | None = True
    heading: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    size: float | None = None
    page: int | None = None


@dataclass(slots=True)
class CellDraft:
    """One cell before it has its place: its lines, in reading order."""

    row: int
    column: int
    lines: list[Draft] = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1
    unsure: bool = False


@dataclass(slots=True)
class TableDraft:
    """One table before it has its place; cells in row order, merged ones once."""

    rows: int
    columns: int
    cells: list[CellDraft] = field(default_factory=list)
    page: int | None = None

    def flattened(self) -> Iterable[Draft]:
        """Yield the lines of all cells: row by row, from left to right."""
        for cell in self.cells:
            yield from cell.lines


Block = Draft | TableDraft


class Assembly:
    """Collect lines and tables in reading order, then `finish` into a `Document`.

    Raises TooLargeError as soon as the text is longer than the limits allow.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._length = 0
        self.lines: list[Line] = []
        self.tables: list[Table] = []

    def add(self, block: Block) -> None:
        """Add a line or a table; what holds no text is left out."""
        if isinstance(block, TableDraft):
            self._add_table(block)
        else:
            self._add_line(block, None)

    def finish(self, pages: Iterable[Page] = ()) -> Document:
        """Return the document; its text is the lines, each ended by a newline."""
        return Document(text="".join(self._parts), lines=self.lines, tables=self.tables, pages=list(pages))

    def _add_line(self, draft: Draft, table: int | None) -> Line | None:
        text = clean_line(draft.text)
        if not text:
            return None
        if self._length + len(text) > self._limits.max_characters:
            most = self._limits.max_characters
            raise TooLargeError(f"quá {most} ký tự", f"more than {most} characters")
        line = Line(
            start=self._length, end=self._length + len(text), page=draft.page, begins=draft.begins,
            heading=draft.heading, bold=draft.bold, italic=draft.italic, centred=draft.centred,
            size=draft.size, table=table,
        )  # fmt: skip
        self._parts.append(text + "\n")
        self._length = line.end + 1
        self.lines.append(line)
        return line

    def _add_table(self, draft: TableDraft) -> None:
        number = len(self.tables)
        table = Table(start=self._length, end=self._length, page=draft.page, rows=draft.rows, columns=draft.columns)
        for cell in draft.cells:
            lines = [line for line in (self._add_line(piece, number) for piece in cell.lines) if line is not None]
            table.cells.append(
                Cell(
                    row=cell.row, column=cell.column, row_span=cell.row_span, column_span=cell.column_span,
                    pieces=[(lines[0].start, lines[-1].end)] if lines else [], unsure=cell.unsure,
                )
            )  # fmt: skip
        table.end = max(table.start, self._length - 1)
        if any(cell.pieces for cell in table.cells):
            self.tables.append(table)


def plain(draft: Draft) -> Draft:
    """Return `draft` as a line whose beginning is to be judged, for layout cells where lines may be wrapped."""
    return replace(draft, begins=None)
