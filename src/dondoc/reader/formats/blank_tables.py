"""Rebuild the tables that plain text lays out by blanks, cells of several lines side by side (`pdftotext -layout`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.reader.assembly import CellDraft, Draft, TableDraft
from dondoc.reader.formats.blank_body import LABEL, ROMAN, Body, PageLines, PrintedLine, Row
from dondoc.reader.formats.blank_columns import Reach, pieces
from dondoc.reader.formats.blank_heads import head_columns, heading_cells
from dondoc.reader.layout import has_head

_ANCHOR = re.compile(
    r"^\s{0,16}(?:S\s?\.?T\s?\.?T|TT|ST|Số TT|Số thứ tự)\.?(?:\s+\S.*?\s{2,}\S.*?\s{2,}\S|\s{2,}\S|$)", re.IGNORECASE
)
_STT = re.compile(r"^\s*(?P<label>S\s?\.?T\s?\.?T|TT|ST|Số TT|Số thứ tự)\b", re.IGNORECASE)
_GROUP = re.compile(rf"(?:{ROMAN}(?:\.\d{{1,2}})*|[A-HĐ])$")
_PAGE_NUMBER = re.compile(r"^\s{20,}[-–]?\s?(\d{1,3})\s?[-–]?\s*$")
_ENDING = re.compile(
    r"^\s*(?:(?:PHỤ LỤC|Phụ lục|Nơi nhận|Ghi chú|GHI CHÚ|\(?(?:Kèm|Ban hành) theo)\b|\(\*+\)\s*\S|(?:T/M|TM|KT|TL)\.\s)"
)
_COLUMN_NUMBERS = re.compile(r"^\s*\(?1\)?(?:\s+\(?\d{1,2}\)?){2,}\s*$")
_LEAST_COLUMNS, _LEAST_ROWS = 3, 1
_MOST_ABOVE, _MOST_BELOW = 4, 8  # lines of a head over and under that of its STT
_NEAR = 10  # letters between where a head shows a gutter and where a line may be cut
_LEAST_CAPITALS = 6  # letters of a heading in capitals
_LONE_SHARE = 0.5  # of the width of a head: a longer piece alone on its line is a title
_LEAST_PAGE, _LEAST_CHAIN = 12, 3  # lines of a page; numbers that count up
_AHEAD = 24  # lines


@dataclass
class Placed:
    """A table, the (page, line) at which it begins and that of its last line, both counted from 0."""

    first: tuple[int, int]
    last: tuple[int, int]
    table: TableDraft


def laid_out(pages: Sequence[Sequence[str]]) -> list[Placed]:
    """Return the tables laid out by blanks on pages of printed lines, in order."""
    if not any(_ANCHOR.match(line) for page in pages for line in page):
        return []
    lines = _lines(pages)
    numbers = _page_numbers(lines)
    found: list[Placed] = []
    at = 0
    while at < len(lines):
        if not _ANCHOR.match(lines[at].text):
            at += 1
            continue
        table = _Table(lines, at, numbers)
        placed = table.read()
        if placed is not None and not (found and placed.first <= found[-1].last):
            found.append(placed)
        at = max(at + 1, table.end)  # what was gathered for nothing is no table from a later head on either
    return found


def _lines(pages: Sequence[Sequence[str]]) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    for page, printed in enumerate(pages):
        blanks = 0
        for at, text in enumerate(printed):
            if text.strip():
                lines.append(PrintedLine(text.rstrip(), page, at, blanks))
            blanks = 0 if text.strip() else blanks + 1
    return lines


def _page_numbers(lines: Sequence[PrintedLine]) -> set[int]:
    """Return which lines are numbers of pages: alone, a page apart, and counting up."""
    alone = [(at, int(found[1])) for at, line in enumerate(lines) if (found := _PAGE_NUMBER.match(line.text))]
    best: list[int] = []
    for place, (first, number) in enumerate(alone):
        chain, last = [first], number
        for at, following in alone[place + 1 :]:
            if following == last + 1 and at - chain[-1] >= _LEAST_PAGE:
                chain.append(at)
                last = following
        best = max(best, chain, key=len)
    return set(best) if len(best) >= _LEAST_CHAIN else set()


def _label_of(text: str) -> Reach:
    """Return where the word STT of a head stands."""
    found = _STT.match(text)
    return found.span("label") if found else pieces(text)[0]


class _Table:
    """Gathers the lines of the table whose STT stands in one of them."""

    def __init__(self, lines: Sequence[PrintedLine], anchor: int, numbers: set[int]) -> None:
        self._lines, self._anchor, self._numbers = lines, anchor, numbers
        self._head = self._head_at(anchor)
        self._columns = self._columns_of(self._head)
        self.pages: list[PageLines] = []
        self._groups: set[int] = set()
        self._number = 0  # of the page, where one is printed
        self.end = anchor + 1  # the line after all that was taken for the table

    def read(self) -> Placed | None:
        """Return the table, None where the lines are none."""
        if len(self._columns) < _LEAST_COLUMNS:
            return None
        self._gather()
        if not any(page.lines for page in self.pages):
            return None
        body = Body(self._lines, self.pages, self._groups)
        if columns := body.further_columns():
            self._columns = [self._columns[0], *columns]
            for page in self.pages:
                page.columns = self._columns if page.columns else []
            body = Body(self._lines, self.pages, self._groups)
        self.end = body.end
        first, last = self._lines[self._head.start], self._lines[body.end - 1]
        if body.labelled < _LEAST_ROWS or body.filled < _LEAST_ROWS:
            return None
        head = heading_cells(self._texts(self._head), self._columns[1:])
        table = _draft(head, body.rows(), len(self._columns))
        return Placed((first.page, first.at), (last.page, last.at), table) if has_head(table) else None

    def _texts(self, head: range) -> list[str]:
        """Return the lines of a head with blanks in the column of the numbers."""
        anchor = next(at for at in head if _ANCHOR.match(self._lines[at].text))
        edge = _label_of(self._lines[anchor].text)[1]
        texts = [self._lines[at].text for at in head]
        return [" " * edge + text[edge:] if not text[edge : edge + 1].strip() else text for text in texts]

    def _columns_of(self, head: range) -> list[Reach]:
        """Return the reach of the columns of a head, that of the numbers first."""
        anchor = next(at for at in head if _ANCHOR.match(self._lines[at].text))
        return [_label_of(self._lines[anchor].text), *head_columns(self._texts(head))]

    def _head_at(self, anchor: int) -> range:
        """Return the lines of the head: STT stands in its first line or in the middle."""
        lines, edge = self._lines, _label_of(self._lines[anchor].text)[1]
        top = anchor
        while top and anchor - top < _MOST_ABOVE and not lines[top].blanks and self._is_heading(top - 1, edge, anchor):
            top -= 1
        stop = anchor + 1
        tail = self._tail(anchor)
        while stop < min(len(lines), anchor + _MOST_BELOW) and self._is_together(stop):
            small = all(
                lines[stop].text[start] in "(/" or lines[stop].text[start].islower()
                for start, _ in pieces(lines[stop].text)
            )
            mirrored = stop - tail <= anchor - top
            if not (
                mirrored or (small and (top == anchor or stop - tail == anchor - top + 1)) or self._gap_follows(stop)
            ):
                break
            stop += 1
        return range(top, stop)

    def _tail(self, anchor: int) -> int:
        """Return the line in which STT ends, where its narrow cell broke it ("ST" / "T")."""
        start, end = _label_of(self._lines[anchor].text)
        if self._lines[anchor].text[start:end].upper() != "ST":
            return anchor
        below = range(anchor + 1, min(anchor + _MOST_ABOVE, len(self._lines)))
        return next((at for at in below if self._lines[at].text.split()[0].upper() == "T"), anchor)

    def _same_head(self, anchor: int) -> range | None:
        """Return the lines about a further STT that print the head again, None where they are others."""
        top = anchor - (self._anchor - self._head.start)
        again = range(top, top + len(self._head))
        if top < 0 or again.stop > len(self._lines):
            return None
        same = all(
            self._lines[at].text.split() == self._lines[n].text.split() for at, n in zip(self._head, again, strict=True)
        )
        return again if same else None

    def _is_together(self, at: int) -> bool:
        """Tell whether a line follows the one above it at once and begins no row."""
        line = self._lines[at]
        return not line.blanks and line.page == self._lines[at - 1].page and not LABEL.match(line.text)

    def _gap_follows(self, at: int) -> bool:
        """Tell whether a blank line comes before the next number."""
        end = min(len(self._lines), at + _MOST_BELOW)
        ahead = next((n for n in range(at, end) if not self._is_together(n)), None)
        return ahead is not None and self._lines[ahead].blanks > 0

    def _is_heading(self, at: int, edge: int, anchor: int) -> bool:
        """Tell whether a line over that of STT is one of the head, and not of the title above it."""
        line, width = self._lines[at], max(len(line.text) for line in self._lines[anchor : anchor + _MOST_BELOW])
        found = pieces(line.text)
        alone = len(found) == 1 and found[0][1] - found[0][0] > _LONE_SHARE * width
        capital = line.text.isupper() and not self._lines[anchor].text.isupper()
        title = (
            capital
            or not any(map(str.isalnum, line.text))
            or line.text.endswith(")") > ("(" in line.text)
            or _ENDING.match(line.text)
        )
        inside = found[0][0] > edge or line.text[slice(*found[0])].lower() == "số"
        return line.page == self._lines[anchor].page and inside and not alone and not title

    def _gather(self) -> None:
        """Take the lines below the head, page by page, up to one that is no longer of the table."""
        at, page = self._head.stop, self._lines[self._head.start].page
        self.pages, headed = [PageLines(self._columns)], 0
        while at < len(self._lines):
            line = self._lines[at]
            if _ANCHOR.match(line.text):
                if not any(page.lines for page in self.pages[headed:]):
                    break
                headed = len(self.pages)
                head = self._same_head(at) or self._head_at(at)
                columns = self._columns_of(head)
                if len(columns) != len(self._columns):
                    break
                self.pages[-1].lines = [n for n in self.pages[-1].lines if n not in head]
                self.pages.append(PageLines(columns))
                at, page = head.stop, line.page
                continue
            if self._is_page_number(at) or _COLUMN_NUMBERS.match(line.text):
                if _PAGE_NUMBER.match(line.text):
                    self.pages.append(PageLines([]))
                at += 1
                continue
            if line.page != page:
                self.pages.append(PageLines([]))
                page = line.page
            if _ENDING.match(line.text) or not self._belongs(at):
                break
            self.pages[-1].lines.append(at)
            at += 1

    def _is_page_number(self, at: int) -> bool:
        """Tell whether a line is a page's number: alone, one more than the last, and no cell among other lines."""
        if at in self._numbers:
            return True
        found = _PAGE_NUMBER.match(self._lines[at].text)
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        apart = self._lines[at].blanks or below is None or below.blanks or _ENDING.match(below.text)
        if not found or not apart or (self._number and int(found[1]) != self._number + 1):
            return False
        self._number = int(found[1])
        return True

    def _belongs(self, at: int) -> bool:
        """Tell whether a line is of the table: it keeps the columns apart, or heads a group of rows that follow."""
        text = self._lines[at].text
        label = LABEL.match(text)
        found = pieces(text[label.end() :] if label else text)
        shift = label.end() if label else 0
        grouped = bool(label and _GROUP.match(label["label"]))
        if len(found) > 1 or not found:
            return True
        start, end = found[0][0] + shift, found[0][1] + shift
        capital = text.isupper() and sum(map(str.isupper, text)) >= _LEAST_CAPITALS
        if not (grouped or capital or self._crosses(at, start, end)):
            return True
        if self._goes_on(at):
            self._groups.add(at)
            return True
        return False

    def _crosses(self, at: int, start: int, end: int) -> bool:
        """Tell whether a piece stands over several columns and cannot be cut where a cell may begin."""
        text = self._lines[at].text
        under = {place for line in self._lines[at - 2 : at] for place, _ in pieces(line.text)}
        columns = self._columns[1:]
        covered = [n for n, (left, right) in enumerate(columns) if start < (left + right) / 2 < end]
        if len(covered) < 2:
            return False
        for n in range(covered[0], covered[-1]):
            low, high = columns[n][1] - _NEAR, columns[n + 1][0] + _NEAR
            places = [n + 1 for n in range(max(low, start), min(high, end - 1)) if text[n] == " "]
            if not any(text[n].isupper() or text[n].isdigit() or n in under for n in places):
                return True
        return False

    def _goes_on(self, at: int) -> bool:
        """Tell whether a numbered row with cells of its own follows soon."""
        for line in self._lines[at + 1 : at + 1 + _AHEAD]:
            if _ENDING.match(line.text):
                return False
            label = LABEL.match(line.text)
            if len(pieces(line.text[label.end() if label else 0 :])) >= (2 if label else 3):
                return True
        return False


def _draft(head: list[CellDraft], rows: Sequence[Row], columns: int) -> TableDraft:
    """Return the table of a head, rows and headings of groups."""
    deep = max(cell.row + cell.row_span for cell in head)
    for cell in head:
        cell.column += 1
    cells = [CellDraft(0, 0, [Draft(text="STT")], deep), *head]
    at = max(cell.row + cell.row_span for cell in cells)
    for row in rows:
        if isinstance(row, tuple):
            label, lines = row
            first = 1 if label else 0
            cells += [CellDraft(at, 0, [Draft(text=label)])] if label else []
            cells.append(CellDraft(at, first, [Draft(text=text) for text in lines], 1, columns - first))
        else:
            cells.append(CellDraft(at, 0, [Draft(text=line.label) for line in row if line.label]))
            unsure = not all(line.sure for line in row)
            for column in range(columns - 1):
                texts = [line.cells[column] for line in row if line.cells[column]]
                cells.append(CellDraft(at, column + 1, [Draft(text=text) for text in texts], unsure=unsure))
        at += 1
    return TableDraft(rows=at, columns=columns, cells=cells)
