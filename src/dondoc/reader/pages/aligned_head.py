"""Heads of tables without upright rules, and the gutters between columns that they begin."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from dondoc.reader.pages.marks import GridCell, Word

LEAST_GAP = 0.8  # sizes between the words of two cells of a head
BODY_GAP = 0.42  # sizes between the words of two cells of a row; between words it is less
LEAST_CELLS = 3  # cells of a row that is surely one of the table
GUTTER = 2.0  # points that stay free between two columns

Gutter = tuple[float, float]


def head_gutters(rows: list[list[Word]]) -> list[Gutter]:
    """Return the gutters between the columns of a head: its pieces under each other make a column.

    A piece over several columns makes none.
    """
    columns: list[_HeadColumn] = []
    found = [(*reach(piece), line) for line, row in enumerate(rows) for piece in pieces(row)]
    for left, right, line in sorted(found, key=lambda piece: piece[1] - piece[0]):
        met = [column for column in columns if min(column.right, right) > max(column.left, left)]
        if not met:
            columns.append(_HeadColumn(left, right, line, line))
        elif len(met) == 1:
            met[0].take(left, right, line)
    columns.sort(key=lambda column: column.left)
    columns = [column for n, column in enumerate(columns) if not _stands_over(column, columns[:n], columns[n + 1 :])]
    return [(a.right, b.left) for a, b in itertools.pairwise(columns) if b.left - a.right >= GUTTER]


@dataclass(slots=True)
class _HeadColumn:
    """What is known of one column from its head: its reach and the first and last line of its words."""

    left: float
    right: float
    first: int
    last: int

    def take(self, left: float, right: float, line: int) -> None:
        """Take in a piece that stands over or under the others."""
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.first, self.last = min(self.first, line), max(self.last, line)


def _stands_over(column: _HeadColumn, before: list[_HeadColumn], after: list[_HeadColumn]) -> bool:
    """Say whether a piece between two columns is the head over both: theirs begin only below it."""
    return bool(before and after) and min(before[-1].first, after[0].first) > column.last


def pieces(row: list[Word]) -> list[list[Word]]:
    """Part a row into cells at its gaps."""
    parts = [[row[0]]]
    for last, word in itertools.pairwise(row):
        if word.left - last.right >= LEAST_GAP * min(last.size, word.size):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def reach(row: list[Word]) -> Gutter:
    """Return the left and right edge of a row."""
    return row[0].left, max(word.right for word in row)


def body_gutters(rows: list[list[Word]], gutters: list[Gutter]) -> list[Gutter]:
    """Return the gutters as the rows of several cells leave them, up to the first such row that crosses one.

    A row with as many cells as columns comes first: it tells to which column a cell belongs that stands under none.
    """
    for row in rows:
        cells = [reach(piece) for piece in pieces(row)]
        if len(cells) == len(gutters) + 1:
            met = [
                (max(a, one[1]), min(b, other[0]))
                for (a, b), (one, other) in zip(gutters, itertools.pairwise(cells), strict=True)
            ]
            gutters = met if all(b - a >= GUTTER for a, b in met) else gutters
    for row in rows:
        if len(pieces(row)) < LEAST_CELLS:
            continue
        if is_crossed(row, gutters):
            break
        gutters = narrowed(row, gutters)
    return gutters


def _trimmed(row: list[Word], gutter: Gutter) -> Gutter | None:
    """Return what a row leaves free of a gutter, or None where the row crosses it."""
    left, right = gutter
    before = [word for word in row if word.left + word.right < left + right]
    after = row[len(before) :]
    if before and after:
        gap = after[0].left - before[-1].right
        if gap < BODY_GAP * min(before[-1].size, after[0].size):
            size = min(before[-1].size, after[0].size)
            return _pushed(before, after, gutter, size)
    left = max(left, before[-1].right) if before else left
    right = min(right, after[0].left) if after else right
    return (left, right) if right - left >= GUTTER else None


def _pushed(before: list[Word], after: list[Word], gutter: Gutter, size: float) -> Gutter | None:
    """Return the gutter beside words that run into it from one side only: the run ends inside the gutter."""
    left, right = gutter
    run = [*before, *after]
    at = len(before)
    end = next((n for n in range(at, len(run)) if n + 1 == len(run) or _parted(run[n], run[n + 1], size)), at)
    start = next((n for n in range(at - 1, -1, -1) if n == 0 or _parted(run[n - 1], run[n], size)), 0)
    if run[end].right < right - GUTTER and run[start].left < left:
        return (max(left, run[end].right), right)
    if run[start].left > left + GUTTER and run[end].right > right:
        return (left, min(right, run[start].left))
    return None


def _parted(last: Word, word: Word, size: float) -> bool:
    return word.left - last.right >= BODY_GAP * size


def is_crossed(row: list[Word], gutters: list[Gutter]) -> bool:
    """Say whether a row crosses some gutter."""
    return any(_trimmed(row, gutter) is None for gutter in gutters)


def narrowed(row: list[Word], gutters: list[Gutter]) -> list[Gutter]:
    """Return the gutters as a row that crosses none of them leaves them."""
    return [_trimmed(row, gutter) or gutter for gutter in gutters]


def head_cells(
    rows: list[list[Word]], gutters: list[Gutter], across: list[float], top: float, bottom: float
) -> tuple[list[GridCell], list[float]]:
    """Return the cells of a head and the heights that part it: a cell over several columns stands above theirs."""
    columns = len(across) - 1
    spans, line = _spans(rows, gutters)
    under = {n for first, last in spans for n in range(first, last + 1)}
    if not spans:
        return [GridCell(0, n, 1, 1, (across[n], top, across[n + 1], bottom)) for n in range(columns)], []
    above = [word.bottom for word in rows[line] if _column(word, across) in under]
    below = [word.top for row in rows[line + 1 :] for word in row if _column(word, across) in under]
    edge = (max(above, default=top) + min(below, default=bottom)) / 2
    cells = [
        GridCell(1, n, 1, 1, (across[n], edge, across[n + 1], bottom))
        if n in under
        else GridCell(0, n, 2, 1, (across[n], top, across[n + 1], bottom))
        for n in range(columns)
    ]
    cells += [GridCell(0, a, 1, b - a + 1, (across[a], top, across[b + 1], edge)) for a, b in spans]
    return sorted(cells, key=lambda cell: (cell.row, cell.column)), [edge]


def _column(word: Word, across: list[float]) -> int:
    return sum((word.left + word.right) / 2 > edge for edge in across[1:-1])


def _spans(rows: list[list[Word]], gutters: list[Gutter]) -> tuple[list[tuple[int, int]], int]:
    """Return the first and last columns under the head cells that cross gutters, and the line of these cells."""
    for line, row in enumerate(rows[:-1]):
        spans: list[tuple[int, int]] = []
        for n in (n for n, gutter in enumerate(gutters) if _trimmed(row, gutter) is None):
            if spans and spans[-1][1] == n:
                spans[-1] = (spans[-1][0], n + 1)
            else:
                spans.append((n, n + 1))
        if spans:
            return spans, line
    return [], 0
