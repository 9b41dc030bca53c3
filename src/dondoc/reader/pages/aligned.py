"""Tables without upright rules: a head that begins with STT or TT, and gutters that the rows under it keep free."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from dondoc.reader.pages.aligned_head import (
    BODY_GAP,
    GUTTER,
    body_gutters,
    head_cells,
    head_gutters,
    is_crossed,
    narrowed,
    pieces,
)
from dondoc.reader.pages.marks import Grid, GridCell, Rule, Word, middle
from dondoc.reader.pages.rows import rows_of

LEAST_COLUMNS, LEAST_ROWS = 3, 2
FAR = 3.0  # line heights without text that end a table
HEAD_PITCH = 1.9  # line heights from one line of a head to the next
MOST_HEAD_LINES = 9
MOST_ABOVE = 3  # lines of a head above the line of its STT, which stands in the middle of its cell
LONG_RULE = 0.6  # share of the table's width that a rule between two rows covers
WIDER_BY = 1.0  # points by which the gap between two rows is wider than the gaps between their lines
UNDER_GROUP = 6  # lines of a cell above the number in its middle
GROUP_LINES = 3  # lines of a heading over all columns
NUMBER_HEADS = {"STT", "S.T.T", "TT"}
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđA-Z])\)?[.)]?")
_TOTAL = re.compile(r"(?:Tổng (?:cộng|số)|TỔNG (?:CỘNG|SỐ)|Cộng|CỘNG)(?=\s*[:(]|\s*\d|$)")

Row = list[Word]


@dataclass(slots=True)
class Found:
    """A table of one page with what the next page needs to know to go on with it."""

    grid: Grid
    gutters: list[tuple[float, float]]
    head: list[str]  # its lines
    at_end: bool = False  # nothing stands under it on its page


def aligned_tables(words: list[Word], rules: list[Rule], before: Found | None) -> list[Found]:
    """Return the tables without upright rules among the words of a page; `before` ended the page before."""
    named = any(word.text.rstrip(".:").upper() in NUMBER_HEADS for word in words)
    if not words or (before is None and not named):
        return []
    rows = rows_of(words)
    found: list[Found] = []
    at = 0
    if before is not None and not any(_is_anchor(row) for row in rows[: MOST_ABOVE + 1]):
        table, at = _going_on(rows, rules, before)
        found += [table] if table else []
    while named and at < len(rows):
        taken = _table_at(rows, at, rules, before)
        if taken is None:
            at += 1
            continue
        table, at = taken
        found.append(table)
    for table in found:
        table.at_end = table.grid.rows[-1] > max(word.bottom for word in rows[-1]) - 1
    return found


def _is_anchor(row: Row) -> bool:
    return row[0].text.rstrip(".:").upper() in NUMBER_HEADS and len(row) >= 2


def _table_at(rows: list[Row], at: int, rules: list[Rule], before: Found | None) -> tuple[Found, int] | None:
    """Return the table whose STT stands in row `at`, and the row after it."""
    if not _is_anchor(rows[at]):
        return None
    top = _head_top(rows, at)
    known = _known_head(rows, top, before)
    first = top + known if known else _first_numbered(rows, at)
    if first is None:
        return None
    if not known:
        first = _widest_gap(rows, at, first)
    gutters = before.gutters[:] if known and before else head_gutters(rows[top:first])
    if len(gutters) + 1 < LEAST_COLUMNS:
        return None
    body = _Body(rows, first, gutters)
    if len(body.starts) < (1 if known else LEAST_ROWS):
        return None
    head = [_text(row) for row in rows[top:first]]
    grid = _grid(rows, top, first, body, rules)
    return Found(grid, body.gutters, head), body.end


def _going_on(rows: list[Row], rules: list[Rule], before: Found) -> tuple[Found | None, int]:
    """Return the rest of a table at the top of its next page, where no head is repeated."""
    body = _Body(rows, 0, before.gutters[:])
    several = sum(len(_filled_columns(rows[n], body.gutters)) >= 2 for n in range(body.end))
    if not body.end or not several or not (body.starts or several == 1 == body.end):
        return None, 0
    return Found(_grid(rows, 0, 0, body, rules), body.gutters, before.head), body.end


def _head_top(rows: list[Row], at: int) -> int:
    """Return the first line of the head: lines close above that of the STT, parted as it is, belong to it."""
    top = at
    while top > 0 and at - top < MOST_ABOVE and not _is_far(rows[top - 1], rows[top], HEAD_PITCH - 1):
        above = rows[top - 1]
        room = above[0].left > rows[at][0].right + GUTTER
        if not room or (len(pieces(above)) < 2 and above[-1].right - above[0].left > 0.4 * _width(rows[at])):
            break
        if all(word.bold for word in rows[at]) and not all(word.bold for word in above):
            break
        top -= 1
    return top


def _known_head(rows: list[Row], top: int, before: Found | None) -> int:
    """Return how many lines from `top` on repeat the head of the table on the page before."""
    if before is None or not before.head:
        return 0
    lines = [_text(row) for row in rows[top : top + len(before.head)]]
    return len(lines) if lines == before.head else 0


def _first_numbered(rows: list[Row], at: int) -> int | None:
    """Return the first row under the head that begins with a number or a letter in its first column."""
    edge = rows[at][1].left
    for index in range(at + 1, min(at + MOST_HEAD_LINES, len(rows))):
        if _is_far(rows[index - 1], rows[index], FAR):
            return None
        if _is_label(rows[index], edge):
            return index
    return None


def _is_label(row: Row, edge: float) -> bool:
    """Say whether a row begins with a number or a letter of its own, left of the second column."""
    first = row[0]
    apart = len(row) == 1 or row[1].left - first.right >= BODY_GAP * first.size
    return apart and first.right < edge and _NUMBER.fullmatch(first.text) is not None


class _Body:
    """The rows under a head as far as they keep its gutters free: where they end and where rows begin."""

    def __init__(self, rows: list[Row], first: int, gutters: list[tuple[float, float]]) -> None:
        ending = next((n for n in range(first + 1, len(rows)) if _is_anchor(rows[n])), len(rows))
        self.gutters = body_gutters(rows[first:ending], gutters)
        self.starts: list[int] = []
        self.groups: set[int] = set()
        self.end = first
        waiting: list[int] = []  # rows over all columns that count only where numbered rows follow
        for index in range(first, len(rows)):
            row = rows[index]
            if index > first and _is_far(rows[index - 1], row, FAR):
                break
            label = _is_label(row, self.gutters[0][1])
            if is_crossed(row, self.gutters):
                if len(waiting) == GROUP_LINES or not (label or all(word.bold for word in row) or _is_capital(row)):
                    break
                waiting.append(index)
                continue
            if waiting and not label:
                if index - waiting[-1] > UNDER_GROUP:
                    break
                continue
            if waiting:
                self.groups |= set(waiting)
                edge = self.gutters[0][1]
                self.starts += [n for n in waiting if n == waiting[0] or _is_label(rows[n], edge)]
                waiting = []
            self.gutters = narrowed(row, self.gutters)
            self.end = index + 1
            if label or _TOTAL.match(_text(row)):
                self.starts.append(index)


def _grid(rows: list[Row], top: int, first: int, body: _Body, rules: list[Rule]) -> Grid:
    """Make the grid: edges in the middle of the gutters, rows from one number or rule to the next."""
    inside = [word for row in rows[top : body.end] for word in row]
    left, right = min(word.left for word in inside) - 1, max(word.right for word in inside) + 1
    across = [left, *((a + b) / 2 for a, b in body.gutters), right]
    heights = [rule.at for rule in rules if min(rule.end, right) - max(rule.start, left) >= LONG_RULE * (right - left)]
    down = [_top(rows[top]) - 1]
    cells: list[GridCell] = []
    if first > top:
        edge = _between(rows, first)
        cells, lower = head_cells(rows[top:first], body.gutters, across, down[0], edge)
        down += [*lower, edge]
    starts = [s for s in body.starts if s > first]
    if starts and first not in body.starts and _is_whole(rows, first, starts, [at for at in heights if at > down[-1]]):
        starts.pop(0)
    for start, after in itertools.pairwise([first, *starts, body.end]):
        edges = _edges(rows, start, after, heights, last=after == body.end)
        is_group = start in body.groups
        for edge in edges:
            row = len(down) - 1
            wide = [(0, 1), (1, len(across) - 2)] if is_group and _is_label(rows[start], across[1]) else None
            wide = wide or ([(0, len(across) - 1)] if is_group else [(n, 1) for n in range(len(across) - 1)])
            cells += [GridCell(row, n, 1, span, (across[n], down[-1], across[n + span], edge)) for n, span in wide]
            down.append(edge)
    return Grid(across, down, cells)


def _edges(rows: list[Row], start: int, after: int, heights: list[float], last: bool) -> list[float]:
    """Return the lower edges of the rows from `start` to before `after`: at the rules, else at the widest gap."""
    upper = _middle_height(rows[start])
    if last:
        bottom = max(_bottom(row) for row in rows[start:after]) + 1
        return [*sorted(at for at in heights if upper < at < bottom - 2), bottom]
    ruled = sorted(at for at in heights if upper < at < _middle_height(rows[after]))
    if ruled:
        return ruled
    return [_between(rows, _widest_gap(rows, start, after))]


def _widest_gap(rows: list[Row], start: int, after: int) -> int:
    """Return the row in (start, after] over which the widest gap stands, the last one of several alike."""
    gaps = [(_top(rows[n]) - _bottom(rows[n - 1]), n) for n in range(start + 1, after + 1)]
    widest = max(gap for gap, _ in gaps)
    return max(n for gap, n in gaps if gap >= widest - WIDER_BY)


def _is_whole(rows: list[Row], first: int, starts: list[int], heights: list[float]) -> bool:
    """Say whether the rows from `first` stand in one row with the first number under them, which is in its middle."""
    if heights:
        return not any(_middle_height(rows[first]) < at < _middle_height(rows[starts[0]]) for at in heights)
    if not any(_widest_gap(rows, one, other) != other for one, other in itertools.pairwise(starts)):
        return False  # the numbers of this table stand in the first lines of their rows
    usual = middle((_top(rows[n]) - _bottom(rows[n - 1]) for n in range(first + 1, len(rows))), 0.0)
    return all(_top(rows[n]) - _bottom(rows[n - 1]) <= usual + WIDER_BY for n in range(first + 1, starts[0] + 1))


def _between(rows: list[Row], at: int) -> float:
    return (_top(rows[at]) + _bottom(rows[at - 1])) / 2


def _filled_columns(row: Row, gutters: list[tuple[float, float]]) -> set[int]:
    return {sum((word.left + word.right) / 2 > (a + b) / 2 for a, b in gutters) for word in row}


def _is_capital(row: Row) -> bool:
    text = _text(row)
    return text == text.upper() and sum(letter.isalpha() for letter in text) >= 4


def _is_far(above: Row, below: Row, heights: float) -> bool:
    height = middle((word.bottom - word.top for word in below), 12.0)
    return min(word.top for word in below) - max(word.bottom for word in above) > heights * height


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)


def _width(row: Row) -> float:
    return row[-1].right - row[0].left


def _top(row: Row) -> float:
    return middle((word.top for word in row), 0.0)


def _bottom(row: Row) -> float:
    return middle((word.bottom for word in row), 0.0)


def _middle_height(row: Row) -> float:
    return (_top(row) + _bottom(row)) / 2
