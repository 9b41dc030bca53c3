"""Rebuild the tables that plain text lays out by blanks, cells of several lines side by side (`pdftotext -layout`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dondoc.reader.assembly import CellDraft, Draft, TableDraft
from dondoc.reader.formats.blank_columns import Reach, cut, head_columns, pieces, settled
from dondoc.reader.formats.blank_heads import heading_cells
from dondoc.reader.formats.blank_rows import Laid, row_starts
from dondoc.reader.layout import has_head

_ANCHOR = re.compile(r"^\s{0,16}(?:S\s?\.?T\s?\.?T|TT|ST|Số TT|Số thứ tự)\.?(?:\s{2,}\S|$)", re.IGNORECASE)
_ROMAN = r"[IVX]{1,5}"
_LABEL = re.compile(rf"^\s*(?P<label>\d{{1,3}}(?:\.\d{{1,2}})*|{_ROMAN}(?:\.\d{{1,2}})*|[A-HĐ]|[a-zđ])[.)]?(?=\s|$)")
_GROUP = re.compile(rf"(?:{_ROMAN}(?:\.\d{{1,2}})*|[A-HĐ])$")
_PAGE_NUMBER = re.compile(r"^\s{20,}[-–]?\s?(\d{1,3})\s?[-–]?\s*$")
_ENDING = re.compile(
    r"^\s*(?:PHỤ LỤC|Phụ lục|Nơi nhận|Ghi chú|GHI CHÚ|\(\*+\)|(?:T/M|TM|KT|TL)\.?\s|\(?(?:Kèm|Ban hành) theo)\b"
)
_COLUMN_NUMBERS = re.compile(r"^\s*\(?1\)?(?:\s+\(?\d{1,2}\)?){2,}\s*$")
_LEAST_COLUMNS, _LEAST_ROWS = 3, 1
_MOST_ABOVE, _MOST_BELOW = 4, 8  # lines of a head over and under that of its STT
_NEAR = 10  # letters between where a head shows a gutter and where a line may be cut
_LEAST_CAPITALS = 6  # letters of a heading in capitals
_LONE_SHARE = 0.5  # of the width of a head: a longer piece alone on its line is a title
_LEAST_PAGE, _LEAST_CHAIN = 12, 3  # lines of a page; numbers that count up
_AHEAD = 14  # lines
_FARTHEST = 1_000


@dataclass
class _Line:
    """A line that holds text: where it stands in the file, and how many blank lines stand above it."""

    text: str
    page: int
    at: int
    blanks: int


@dataclass
class Placed:
    """A table, the (page, line) at which it begins and that of its last line, both counted from 0."""

    first: tuple[int, int]
    last: tuple[int, int]
    table: TableDraft


@dataclass
class _Page:
    """The lines of one page of a table and the columns under which they stand."""

    columns: list[Reach]
    lines: list[int] = field(default_factory=list)


def laid_out(pages: Sequence[Sequence[str]]) -> list[Placed]:
    """Return the tables laid out by blanks on pages of printed lines, in order."""
    if not any(_ANCHOR.match(line) for page in pages for line in page):
        return []
    lines = _lines(pages)
    numbers = _page_numbers(lines)
    found: list[Placed] = []
    at = 0
    while at < len(lines):
        table = _Table(lines, at, numbers).read() if _ANCHOR.match(lines[at].text) else None
        if table is None or (found and table.first <= found[-1].last):
            at += 1
            continue
        found.append(table)
        at = next((n for n, line in enumerate(lines) if (line.page, line.at) > table.last), len(lines))
    return found


def _lines(pages: Sequence[Sequence[str]]) -> list[_Line]:
    lines: list[_Line] = []
    for page, printed in enumerate(pages):
        blanks = 0
        for at, text in enumerate(printed):
            if text.strip():
                lines.append(_Line(text.rstrip(), page, at, blanks))
            blanks = 0 if text.strip() else blanks + 1
    return lines


def _page_numbers(lines: Sequence[_Line]) -> set[int]:
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


def _columns(head: Sequence[_Line]) -> list[Reach]:
    return head_columns([line.text for line in head])


class _Table:
    """Gathers the lines of the table whose STT stands in one of them."""

    def __init__(self, lines: Sequence[_Line], anchor: int, numbers: set[int]) -> None:
        self._lines, self._anchor, self._numbers = lines, anchor, numbers
        self._head = self._head_at(anchor)
        self._columns = _columns([lines[at] for at in self._head])
        self.pages: list[_Page] = []
        self._groups: set[int] = set()
        self._number = 0  # of the page, where one is printed

    def read(self) -> Placed | None:
        """Return the table, None where the lines are none."""
        if len(self._columns) < _LEAST_COLUMNS:
            return None
        self._gather()
        if not any(page.lines for page in self.pages):
            return None
        body = _Body(self._lines, self.pages, self._groups)
        first, last = self._lines[self._head.start], self._lines[body.end - 1]
        if body.labelled < _LEAST_ROWS or body.filled < _LEAST_ROWS:
            return None
        head = heading_cells([self._lines[at].text for at in self._head], self._columns)
        table = _draft(head, body.rows(), len(self._columns))
        return Placed((first.page, first.at), (last.page, last.at), table) if has_head(table) else None

    def _head_at(self, anchor: int) -> range:
        """Return the lines of the head: STT stands in its first line or in the middle."""
        lines, edge = self._lines, pieces(self._lines[anchor].text)[0][1]
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
        start, end = pieces(self._lines[anchor].text)[0]
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
        return not line.blanks and line.page == self._lines[at - 1].page and not _LABEL.match(line.text)

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
        self.pages = [_Page(self._columns)]
        while at < len(self._lines):
            line = self._lines[at]
            if _ANCHOR.match(line.text):
                head = self._same_head(at) or self._head_at(at)
                columns = _columns([self._lines[n] for n in head])
                if len(columns) != len(self._columns):
                    break
                self.pages[-1].lines = [n for n in self.pages[-1].lines if n not in head]
                self.pages.append(_Page(columns))
                at, page = head.stop, line.page
                continue
            if self._is_page_number(at) or _COLUMN_NUMBERS.match(line.text):
                if _PAGE_NUMBER.match(line.text):
                    self.pages.append(_Page([]))
                at += 1
                continue
            if line.page != page:
                self.pages.append(_Page([]))
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
        label = _LABEL.match(text)
        found = pieces(text[label.end() :] if label else text)
        shift = label.end() if label else 0
        grouped = bool(label and _GROUP.match(label["label"]))
        if len(found) > 1 or not found:
            return True
        start, end = found[0][0] + shift, found[0][1] + shift
        if self._crosses(text, start, end):
            if not self._goes_on(at):
                return False
            grouped = True
        if grouped or (text.isupper() and sum(map(str.isupper, text)) >= _LEAST_CAPITALS):
            self._groups.add(at)
        return True

    def _crosses(self, text: str, start: int, end: int) -> bool:
        """Tell whether a piece stands over several columns and cannot be cut where a cell may begin."""
        columns = self._columns[1:]
        covered = [n for n, (left, right) in enumerate(columns) if start < (left + right) / 2 < end]
        if len(covered) < 2:
            return False
        for n in range(covered[0], covered[-1]):
            low, high = columns[n][1] - _NEAR, columns[n + 1][0] + _NEAR
            places = (at for at in range(max(low, start), min(high, end - 1)) if text[at] == " ")
            if not any(text[at + 1].isupper() or text[at + 1].isdigit() for at in places):
                return True
        return False

    def _goes_on(self, at: int) -> bool:
        """Tell whether a numbered row with cells of its own follows soon."""
        for line in self._lines[at + 1 : at + 1 + _AHEAD]:
            if _ENDING.match(line.text):
                return False
            label = _LABEL.match(line.text)
            if label and len(pieces(line.text[label.end() :])) >= 2:
                return True
        return False


class _Body:
    """The lines below a head, with their numbers and cells."""

    def __init__(self, lines: Sequence[_Line], pages: Sequence[_Page], groups: set[int]) -> None:
        self._lines, self._groups = lines, groups
        self._pages = [page for page in pages if page.lines]
        self._labels: dict[int, re.Match[str]] = {}
        self._last = 0
        for page in self._pages:
            self._number(page)
        if not any(at not in groups for at in self._labels):
            self._groups = set()  # every row has a roman number: they head nothing
        self._settle(pages[0].columns)
        places = [at for page in self._pages for at in page.lines]
        self.end = max(places, default=0) + 1
        cells = self._cells()
        self._laid = {at: self._line(at, cells) for at in places if at not in self._groups}
        self.labelled = sum(line.label is not None for line in self._laid.values())
        self.filled = sum(sum(map(bool, line.cells)) > 1 for line in self._laid.values())

    def _number(self, page: _Page) -> None:
        """Find the numbers of the rows of a page: left of where its text begins, and each the next or set off."""
        texts = [self._lines[at].text for at in page.lines]
        starts = Counter(pieces(text)[0][0] for text in texts if not _LABEL.match(text))
        edge = starts.most_common(1)[0][0] if starts else _FARTHEST
        for at, text in zip(page.lines, texts, strict=True):
            label = _LABEL.match(text)
            if not label or label.start("label") >= edge:
                continue
            number = int(label["label"]) if label["label"].isdigit() else None
            apart = text[label.end() :].startswith("  ") or len(text) == label.end()
            if number is None or apart or number in (self._last + 1, 1):
                self._labels[at] = label
                self._last = number if number is not None else self._last

    def _settle(self, columns: list[Reach]) -> None:
        """Give every page the reach of its columns behind that of the numbers."""
        for page in self._pages:
            own = page.columns or columns
            page.columns = [own[0], *settled([self._text(at) for at in page.lines if at not in self._groups], own[1:])]
            columns = page.columns

    def _text(self, at: int) -> str:
        """Return a line with blanks for its number."""
        text, label = self._lines[at].text, self._labels.get(at)
        return " " * label.end() + text[label.end() :] if label else text

    def _cells(self) -> dict[int, list[str]]:
        kept = [[at for at in page.lines if at not in self._groups] for page in self._pages]
        found = cut(
            [([self._text(at) for at in own], page.columns[1:]) for own, page in zip(kept, self._pages, strict=True)]
        )
        return {at: cells for own, rows in zip(kept, found, strict=True) for at, cells in zip(own, rows, strict=True)}

    def _line(self, at: int, cells: dict[int, list[str]]) -> Laid:
        label = self._labels.get(at)
        page = next(number for number, page in enumerate(self._pages) if at in page.lines)
        return Laid(cells[at], label["label"] if label else None, self._lines[at].blanks, page)

    def rows(self) -> list[list[Laid] | tuple[str, list[str]]]:
        """Return the rows, each by its lines, and the headings of groups between them, each by number and lines."""
        rows: list[list[Laid] | tuple[str, list[str]]] = []
        block: list[Laid] = []
        for at in (at for page in self._pages for at in page.lines):
            if at not in self._groups:
                block.append(self._laid[at])
                continue
            rows += _parted(block)
            block = []
            label = self._labels.get(at)
            above = rows[-1] if rows else None
            if isinstance(above, tuple) and not label and at - 1 in self._groups:
                above[1].append(self._text(at).strip())
            else:
                rows.append((label["label"] if label else "", [self._text(at).strip()]))
        return rows + _parted(block)


def _parted(block: Sequence[Laid]) -> list[list[Laid] | tuple[str, list[str]]]:
    if not block:
        return []
    return [list(block[start:end]) for start, end in pairwise([*row_starts(block), len(block)])]


def _draft(head: list[CellDraft], rows: Sequence[list[Laid] | tuple[str, list[str]]], columns: int) -> TableDraft:
    """Return the table of a head, rows and headings of groups."""
    cells = head
    at = max(cell.row + cell.row_span for cell in cells)
    for row in rows:
        if isinstance(row, tuple):
            label, lines = row
            first = 1 if label else 0
            cells += [CellDraft(at, 0, [Draft(text=label)])] if label else []
            cells.append(CellDraft(at, first, [Draft(text=text) for text in lines], 1, columns - first))
        else:
            cells.append(CellDraft(at, 0, [Draft(text=line.label) for line in row if line.label]))
            for column in range(columns - 1):
                texts = [line.cells[column] for line in row if line.cells[column]]
                cells.append(CellDraft(at, column + 1, [Draft(text=text) for text in texts]))
        at += 1
    return TableDraft(rows=at, columns=columns, cells=cells)
