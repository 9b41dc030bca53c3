"""Real tables to rows: headings over one or two rows, merged cells, group rows, columns in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dondoc.extraction.appendices.columns import Column, fold, is_head_word, role_of, settle
from dondoc.extraction.appendices.rows import Row, clean_number, is_roman, is_total, without_doubled_number
from dondoc.extraction.appendices.targets import with_figures
from dondoc.extraction.labels import ROMAN
from dondoc.extraction.paragraphs import is_capital
from dondoc.extraction.parts import MOTTO, SIGNING
from dondoc.extraction.passage import Passage
from dondoc.reader.document import Cell, Document, Table

_HEAD_REACH = 6  # rows from the top in which the head may stand
_LEAST_HEADINGS = 2  # that a second row of the head holds: a lone cell there heads the rows below it
_COLUMN_NUMBERS = re.compile(r"^\(?\d{1,2}\)?(?:\s*=.*)?$|^\(?[A-H]\)?$")
_ROW_NUMBER = re.compile(rf"^(?:\d{{1,3}}(?:\.\d{{1,2}})*|{ROMAN}(?:\.\d{{1,2}})*|[A-HĐ]|[a-zđ])[.)]?$")
_LED_TEXT = re.compile(rf"^(?P<number>{ROMAN}|[A-H]|\d{{1,2}}(?:\.\d{{1,2}})*)\s*[.)]\s+(?=\S)")
_TITLE = re.compile(r"[^\W\d_][^.;]{2,90}$")  # words that may head rows, no sentence and no bullet
_LETTERHEAD = re.compile(r"(?:^|\n)\s*[*_]*Số\s*:?\s*[\d.…]*\s*[-/]", re.IGNORECASE)
_RECIPIENTS = re.compile(r"nơi\s+nhận", re.IGNORECASE)

UNSURE_BORDERS = "Bảng dàn cột bằng khoảng trắng, chưa chắc ranh giới giữa các ô của dòng này."


@dataclass
class Grid:
    """A table as rows of cells; a merged cell stands in every place it covers."""

    rows: list[list[Cell | None]]
    table: Table


@dataclass
class Reading:
    """The columns and rows of one table."""

    columns: list[Column]
    rows: list[Row]


def is_frame(document: Document, table: Table) -> bool:
    """Tell whether a table only lays out a letterhead, a signature or the recipients: it is no data."""
    text = document.text[table.start : table.end]
    if table.rows <= 6 and (_RECIPIENTS.search(text) or (MOTTO.search(text) and len(text) < 1_200)):
        return True
    if table.rows <= 4 and _LETTERHEAD.search(text) and len(text) < 800:
        return True
    return table.rows <= 3 and any(SIGNING.match(line.strip()) for line in text.split("\n"))


def grid_of(table: Table) -> Grid:
    """Spread the cells of a table over its rows and columns."""
    rows: list[list[Cell | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
            for column in range(cell.column, min(cell.column + cell.column_span, table.columns)):
                rows[row][column] = cell
    return Grid(rows, table)


class TableReader:
    """Reads one table of a document."""

    def __init__(self, document: Document, table: Table) -> None:
        self._document, self._table = document, table
        self._grid = grid_of(table)
        self._texts: dict[int, str] = {}

    def _text(self, cell: Cell | None) -> str:
        if cell is None:
            return ""
        key = id(cell)
        if key not in self._texts:
            self._texts[key] = " ".join(self._document.cell_text(cell).split())
        return self._texts[key]

    def _passage(self, cell: Cell) -> Passage:
        page = self._table.page
        return Passage(self._document.text, ((start, end, page) for start, end in cell.pieces))

    def _own(self, row: int) -> list[Cell]:
        """Return the cells that begin or stand in `row`, each once, from left to right."""
        seen: list[Cell] = []
        for cell in self._grid.rows[row]:
            if cell is not None and all(cell is not other for other in seen):
                seen.append(cell)
        return seen

    def head(self) -> tuple[int, int] | None:
        """Return the rows [first, end) of the head; None when no row reads like one."""
        best, at = 0, None
        for row in range(min(_HEAD_REACH, self._table.rows)):
            cells = [self._text(cell) for cell in self._own(row)]
            known = sum(
                1 for text in cells if text and len(text) < 80 and (role_of(text) != "other" or is_head_word(text))
            )
            if known >= 2 and known * 2 >= len([text for text in cells if text]) and known > best:
                if at is not None and not self._heads_on(row):
                    break
                best, at = max(best, known), row if at is None else at
            elif at is not None:
                break
        if at is None:
            return None
        end = max((cell.row + cell.row_span for cell in self._own(at)), default=at + 1)
        while end < self._table.rows and (self._heads_on(end) or self._numbers_columns(end)):
            end += 1
        return at, end

    def _heads_on(self, row: int) -> bool:
        texts = [self._text(cell) for cell in self._own(row) if cell.row == row and self._text(cell)]
        first = self._text(self._grid.rows[row][0])
        if len(texts) < _LEAST_HEADINGS or _ROW_NUMBER.match(first):
            return False
        return all(
            len(text) < 40 and role_of(text) in {"time", "lead", "resource", "coordinating", "figure", "baseline"}
            for text in texts
        )

    def _numbers_columns(self, row: int) -> bool:
        texts = [self._text(cell) for cell in self._own(row) if self._text(cell)]
        return len(texts) >= 3 and all(_COLUMN_NUMBERS.match(text) for text in texts)

    def columns(self, first: int, end: int) -> list[Column]:
        """Return the columns by the heading cells over each, top down."""
        headings = []
        for column in range(self._table.columns):
            parts: list[str] = []
            for row in range(first, end):
                text = self._text(self._grid.rows[row][column])
                if text and text not in parts and not _COLUMN_NUMBERS.match(text):
                    parts.append(text)
            headings.append(" ".join(parts))
        return settle(headings)

    def read(self, columns: list[Column] | None = None) -> Reading | None:
        """Return the rows under the head; `columns` of an earlier table serve one that has no head of its own."""
        head = self.head()
        if head:
            columns, start = self.columns(*head), head[1]
        elif columns and len(columns) == self._table.columns:
            start = 0
        else:
            return None
        heads = {fold(column.heading) for column in columns if column.heading}
        rows: list[Row] = []
        for number in range(start, self._table.rows):
            texts = [self._text(cell) for cell in self._own(number)]
            if not any(texts) or (len(heads) > 1 and all(fold(text) in heads for text in texts if text)):
                continue
            if not is_total(next(text for text in texts if text)):
                self._take(rows, self._row(number, columns))
        self._mark_groups(rows)
        return Reading(with_figures(columns, rows), rows)

    def _row(self, number: int, columns: list[Column]) -> Row:
        row = Row()
        cells = self._own(number)
        for cell in cells:
            text = self._text(cell)
            role = columns[cell.column].role
            if cell.row == number or cell.row + cell.row_span > number + 1 or text:
                row.pieces += [(start, end, self._table.page) for start, end in cell.pieces]
            if role == "time":
                row.times.append((columns[cell.column].heading, text))
            if text:
                self._place(row, cell, text, columns, number)
        if any(cell.unsure for cell in cells):
            row.doubts.append(UNSURE_BORDERS)
        wide = [cell for cell in cells if self._text(cell)]
        if len(wide) == 1 and len(self._grid.rows[number]) > 1 and self._heads_group(wide[0], columns):
            self._lone(row, wide[0])
        return row

    def _heads_group(self, cell: Cell, columns: list[Column]) -> bool:
        """Tell whether the only filled cell of a row heads the rows below it."""
        text = self._text(cell)
        if cell.column_span > 1 or columns[cell.column].role == "number":
            return True
        led = _LED_TEXT.match(text)
        return is_capital(text) or bool(led and not led["number"][0].isdigit())

    def _place(self, row: Row, cell: Cell, text: str, columns: list[Column], at: int) -> None:
        column = columns[cell.column]
        if column.role == "number":
            carried = cell.row < at
            row.number = row.number or (None if carried else clean_number(text) if len(text) < 12 else None)
            if len(text) >= 12 and not carried:
                row.text = self._passage(cell)
        elif column.role == "text":
            if cell.row == at:
                row.text = self._passage(cell) if row.text is None else row.text.plus(self._passage(cell))
        elif column.role in {"lead", "resource"}:
            row.lead.append((column.heading, self._passage(cell)))
        elif column.role == "coordinating":
            row.coordinating.append(self._passage(cell))
        elif column.role == "figure":
            row.figures.append((column.year, text))
        elif column.role == "product" and cell.row == at:
            row.products.append(self._passage(cell))
        elif column.role == "measure_unit":
            row.measure_unit = text

    def _lone(self, row: Row, cell: Cell) -> None:
        """Read a row of one cell: a group's heading, its number before it ("I. Kinh tế số")."""
        passage = self._passage(cell)
        led = _LED_TEXT.match(passage.text)
        row.text, row.group = passage, True
        row.lead, row.coordinating, row.times = [], [], []
        if led:
            row.number, row.text = led["number"], passage.cut(led.end())
        elif clean_number(passage.text) and _ROW_NUMBER.match(passage.text):
            row.number, row.text, row.group = clean_number(passage.text), None, False

    def _take(self, rows: list[Row], row: Row) -> None:
        """Add a row, or join it to the one above that a page cut in two."""
        before = rows[-1] if rows else None
        text = row.text_or_empty
        cut = before is not None and row.number is None and not before.group and (not text or text[0].islower())
        if not cut or before is None or (not text and not row.lead and not any(cell for _, cell in row.times)):
            without_doubled_number(row)
            if row.text or row.number:
                rows.append(row)
            return
        if row.text:
            before.text = before.text.plus(row.text) if before.text else row.text
        before.lead = _joined(before.lead, row.lead)
        before.coordinating += row.coordinating
        before.times = [
            (heading, " ".join(filter(None, (cell, more))))
            for (heading, cell), (_, more) in zip(before.times, row.times, strict=False)
        ] or row.times
        before.pieces += row.pieces

    def _mark_groups(self, rows: list[Row]) -> None:
        last: str | None = None
        for row, following in pairwise(rows):
            bare = not row.lead and not row.coordinating and not any(cell for _, cell in row.times) and not row.figures
            if bare and row.text and not row.group:
                row.group = _heads(row.number, following.number) or (
                    row.number is None and _goes_on(last, following.number) and bool(_TITLE.match(row.text.text))
                )
            last = row.number or last


def _goes_on(above: str | None, below: str | None) -> bool:
    """Tell whether one row's number is the next after another's, so that what stands between them is no row."""
    return bool(above and below and above.isdigit() and below.isdigit() and int(below) == int(above) + 1)


def _heads(number: str | None, following: str | None) -> bool:
    """Tell whether a row of nothing but text heads the rows below it, by its number and the next one."""
    if number is None:
        return following == "1"
    if is_roman(number.partition(".")[0]) or re.fullmatch(r"[A-HĐ]", number):
        return True
    return following is not None and following.startswith(number + ".")


def _joined(above: list[tuple[str, Passage]], below: list[tuple[str, Passage]]) -> list[tuple[str, Passage]]:
    joined = list(above)
    for heading, cell in below:
        for place, (same, passage) in enumerate(joined):
            if same == heading:
                joined[place] = (heading, passage.plus(cell))
                break
        else:
            joined.append((heading, cell))
    return joined
