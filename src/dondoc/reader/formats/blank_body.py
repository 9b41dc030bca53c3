"""The lines below the head of a table laid out by blanks: their numbers, their cells, the rows they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dondoc.reader.formats.blank_columns import CutLine, Reach, cut, pieces, settled
from dondoc.reader.formats.blank_heads import head_columns
from dondoc.reader.formats.blank_rows import Laid, row_starts

ROMAN = r"[IVX]{1,5}"
LABEL = re.compile(rf"^\s*(?P<label>\d{{1,3}}(?:\.\d{{1,2}})*|{ROMAN}(?:\.\d{{1,2}})*|[A-HĐ]|[a-zđ])[.)]?(?=\s|$)")
_FARTHEST = 1_000

Row = list[Laid] | tuple[str, list[str]]  # the lines of a row, or the number and lines of what heads a group


@dataclass
class PrintedLine:
    """A line that holds text: where it stands in the file, and how many blank lines stand above it."""

    text: str
    page: int
    at: int
    blanks: int


@dataclass
class PageLines:
    """The lines of one page of a table and the columns under which they stand."""

    columns: list[Reach]
    lines: list[int] = field(default_factory=list)


class Body:
    """The lines below a head, with their numbers and cells."""

    def __init__(self, lines: Sequence[PrintedLine], pages: Sequence[PageLines], groups: set[int]) -> None:
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

    def _number(self, page: PageLines) -> None:
        """Find the numbers of the rows of a page: left of where its text begins, and each the next or set off."""
        texts = [self._lines[at].text for at in page.lines]
        starts = Counter(pieces(text)[0][0] for text in texts if not LABEL.match(text))
        edge = starts.most_common(1)[0][0] if starts else _FARTHEST
        for at, text in zip(page.lines, texts, strict=True):
            label = LABEL.match(text)
            if not label or label.start("label") >= edge:
                continue
            number = int(label["label"]) if label["label"].isdigit() else None
            apart = text[label.end() :].startswith("  ") or len(text) == label.end()
            if number is None or apart or number in (self._last + 1, 1):
                self._labels[at] = label
                self._last = number if number is not None else self._last

    def further_columns(self) -> list[Reach]:
        """Return the columns that most numbered lines show where they are more than the head's, whose cells met."""
        texts = [self._text(at) for at in self._pages[0].lines if at in self._labels and at not in self._groups]
        counts = Counter(len(pieces(text)) for text in texts)
        most, times = counts.most_common(1)[0] if counts else (0, 0)
        if most < len(self._pages[0].columns) or times * 2 <= len(texts):
            return []
        columns = head_columns([text for text in texts if len(pieces(text)) == most])
        return columns if len(columns) == most else []

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

    def _cells(self) -> dict[int, CutLine]:
        kept = [[at for at in page.lines if at not in self._groups] for page in self._pages]
        found = cut(
            [([self._text(at) for at in own], page.columns[1:]) for own, page in zip(kept, self._pages, strict=True)]
        )
        return {at: cells for own, rows in zip(kept, found, strict=True) for at, cells in zip(own, rows, strict=True)}

    def _line(self, at: int, cells: dict[int, CutLine]) -> Laid:
        label = self._labels.get(at)
        page = next(number for number, page in enumerate(self._pages) if at in page.lines)
        return Laid(cells[at].cells, label["label"] if label else None, self._lines[at].blanks, page, cells[at].sure)

    def rows(self) -> list[Row]:
        """Return the rows, each by its lines, and the headings of groups between them, each by number and lines."""
        rows: list[Row] = []
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


def _parted(block: Sequence[Laid]) -> list[Row]:
    if not block:
        return []
    return [list(block[start:end]) for start, end in pairwise([*row_starts(block), len(block)])]
