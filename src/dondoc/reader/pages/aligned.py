"""Tables without rules: a head that begins with STT or TT, and columns that keep the gaps under it free."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from dondoc.reader.pages.marks import Grid, GridCell, Word, middle
from dondoc.reader.pages.rows import rows_of

CELL_GAP = 0.8  # sizes between the words of two cells of one row
LEAST_COLUMNS, LEAST_ROWS = 3, 2
LEAST_GUTTER = 2.0  # points that stay free between two columns
FAR = 3.0  # line heights without text that end a table
_NUMBER_HEAD = re.compile(r"(?:S\.?T\.?T|TT|Số TT|Số thứ tự|Thứ tự)\.?", re.IGNORECASE)
_HEAD_WORDS = {"STT", "S.T.T", "TT", "TỰ"}
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđA-Z])\)?[.)]?")


@dataclass(slots=True)
class _Column:
    """One column as far as it is known: the reach of its words."""

    left: float
    right: float


def aligned_grids(words: list[Word]) -> list[Grid]:
    """Return the grids of tables without rules among the words of a page."""
    if not any(word.text.rstrip(".").upper() in _HEAD_WORDS for word in words):
        return []
    rows = rows_of(words)
    grids: list[Grid] = []
    at = 0
    while at < len(rows):
        taken = _table_at(rows, at)
        if taken is None:
            at += 1
            continue
        grid, at = taken
        grids.append(grid)
    return grids


def _pieces(row: list[Word]) -> list[list[Word]]:
    """Part a row into cells at its gaps."""
    pieces = [[row[0]]]
    for last, word in itertools.pairwise(row):
        if word.left - last.right >= CELL_GAP * min(last.size, word.size):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def _table_at(rows: list[list[Word]], at: int) -> tuple[Grid, int] | None:
    """Return the table whose head is row `at`, and the row after it."""
    head = _pieces(rows[at])
    if len(head) < LEAST_COLUMNS or not _NUMBER_HEAD.fullmatch(" ".join(word.text for word in head[0])):
        return None
    columns = [_Column(piece[0].left, piece[-1].right) for piece in head]
    end = at + 1
    starts: list[int] = []
    while end < len(rows) and not _is_far(rows[end - 1], rows[end]):
        placed = _placed(_pieces(rows[end]), columns)
        if placed is None:
            break
        first = placed.get(0)
        if first and _NUMBER.fullmatch(" ".join(word.text for word in first)):
            starts.append(end)
        end += 1
    if len(starts) < LEAST_ROWS:
        return None
    return _grid(rows, columns, [at, *starts], end), end


def _is_far(above: list[Word], below: list[Word]) -> bool:
    height = middle((word.bottom - word.top for word in below), 12.0)
    return min(word.top for word in below) - max(word.bottom for word in above) > FAR * height


def _placed(pieces: list[list[Word]], columns: list[_Column]) -> dict[int, list[Word]] | None:
    """Give the pieces of a row to the columns they lie under and widen these; None where a piece crosses a gutter."""
    placed: dict[int, list[Word]] = {}
    for piece in pieces:
        left, right = piece[0].left, piece[-1].right
        overlaps = [min(right, c.right) - max(left, c.left) for c in columns]
        best = max(range(len(columns)), key=overlaps.__getitem__)
        beside = [n for n in (best - 1, best + 1) if 0 <= n < len(columns)]
        crosses = any(overlaps[n] > -LEAST_GUTTER for n in beside)
        if crosses or best in placed:
            return None
        placed[best] = piece
    for number, piece in placed.items():
        column = columns[number]
        column.left, column.right = min(column.left, piece[0].left), max(column.right, piece[-1].right)
    return placed


def _grid(rows: list[list[Word]], columns: list[_Column], starts: list[int], end: int) -> Grid:
    """Make the grid: edges in the middle of the gutters, rows from one number to the next."""
    across = [columns[0].left - 1]
    across += [(a.right + b.left) / 2 for a, b in itertools.pairwise(columns)]
    across.append(columns[-1].right + 1)
    down = [min(word.top for word in rows[starts[0]]) - 1]
    down += [(_top(rows[start]) + _bottom(rows[start - 1])) / 2 for start in starts[1:]]
    down.append(_bottom(rows[end - 1]) + 1)
    cells = [
        GridCell(row, column, 1, 1, (across[column], down[row], across[column + 1], down[row + 1]))
        for row in range(len(down) - 1)
        for column in range(len(across) - 1)
    ]
    return Grid(across, down, cells)


def _top(row: list[Word]) -> float:
    return middle((word.top for word in row), 0.0)


def _bottom(row: list[Word]) -> float:
    return middle((word.bottom for word in row), 0.0)
