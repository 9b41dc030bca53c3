"""Ruled tables: rules that cross each other become grids of cells, cells without a rule between them are one."""

from __future__ import annotations

from collections.abc import Iterable

from dondoc.reader.pages.marks import Grid, GridCell, Rule

NEAR = 3.0  # points within which two edges are one
COVERED = 0.6  # share of a cell's side that a rule must cover to part two cells


def grids_of(rules: list[Rule], near: float = NEAR) -> list[Grid]:
    """Return the tables that `rules` draw, from top to bottom; `near` in points is how far edges may stray."""
    rules = merged(rules, near)
    grids = [grid for group in _groups(rules, near) if (grid := _grid(group, near)) is not None]
    return sorted(grids, key=lambda grid: (grid.rows[0], grid.columns[0]))


def merged(rules: Iterable[Rule], near: float) -> list[Rule]:
    """Join rules that lie on one line and touch each other."""
    joined: list[Rule] = []
    for horizontal in (True, False):
        ordered = sorted((r for r in rules if r.horizontal is horizontal), key=lambda r: r.at)
        lines: list[list[Rule]] = []
        for rule in ordered:
            if lines and rule.at - lines[-1][0].at <= near:
                lines[-1].append(rule)
            else:
                lines.append([rule])
        for line in lines:
            joined += _along(line, near)
    return joined


def _along(line: list[Rule], near: float) -> list[Rule]:
    """Join the touching pieces of one line; its place is that of its longest piece."""
    at = max(line, key=lambda r: r.end - r.start).at
    pieces: list[Rule] = []
    for rule in sorted(line, key=lambda r: r.start):
        if pieces and rule.start <= pieces[-1].end + near:
            pieces[-1].end = max(pieces[-1].end, rule.end)
        else:
            pieces.append(Rule(rule.horizontal, at, rule.start, rule.end))
    return pieces


def _groups(rules: list[Rule], near: float) -> list[list[Rule]]:
    """Part the rules into sets that hang together by crossings."""
    group = list(range(len(rules)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    flat = [i for i, r in enumerate(rules) if r.horizontal]
    upright = [i for i, r in enumerate(rules) if not r.horizontal]
    for i in flat:
        for j in upright:
            across, down = rules[i], rules[j]
            if (
                across.start - near <= down.at <= across.end + near
                and down.start - near <= across.at <= down.end + near
            ):
                group[root(i)] = root(j)
    sets: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        sets.setdefault(root(index), []).append(rule)
    return list(sets.values())


def _edges(values: Iterable[float], near: float) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > near:
            edges.append(value)
    return edges


def _grid(rules: list[Rule], near: float) -> Grid | None:
    """Make the grid of one set of rules; a frame, a single row of boxes' sides or an underline is none."""
    across = [r for r in rules if r.horizontal]
    down = [r for r in rules if not r.horizontal]
    if len(across) < 2 or not down:
        return None
    ends = [r.start for r in across] + [r.end for r in across]
    columns = _edges([r.at for r in down] + [min(ends), max(ends)], near)  # tables may be open at the sides
    heights = [r.at for r in across]
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    rows = _edges([*heights, top, bottom], near)  # a page break leaves a row open above or below
    if len(columns) < 3 or len(rows) < 2:
        return None
    wide, high = len(columns) - 1, len(rows) - 1
    owner = _owners(columns, rows, across, down, near)
    boxes: dict[int, list[int]] = {}
    for row in range(high):
        for column in range(wide):
            box = boxes.setdefault(owner[row * wide + column], [row, column, row, column])
            box[0], box[1] = min(box[0], row), min(box[1], column)
            box[2], box[3] = max(box[2], row), max(box[3], column)
    cells = [
        GridCell(
            top, left, bottom - top + 1, right - left + 1,
            (columns[left], rows[top], columns[right + 1], rows[bottom + 1]),
        )
        for top, left, bottom, right in boxes.values()
    ]  # fmt: skip
    cells.sort(key=lambda cell: (cell.row, cell.column))
    open_above, open_below = min(heights) - top > near, bottom - max(heights) > near
    return Grid(columns, rows, cells, open_above, open_below) if len(cells) > 1 else None


def _owners(columns: list[float], rows: list[float], across: list[Rule], down: list[Rule], near: float) -> list[int]:
    """Give each field of the grid the number of the cell it belongs to."""
    wide, high = len(columns) - 1, len(rows) - 1
    owner = list(range(wide * high))

    def root(index: int) -> int:
        while owner[index] != index:
            index = owner[index]
        return index

    for row in range(high):
        for column in range(wide):
            here = row * wide + column
            top, bottom, left, right = rows[row], rows[row + 1], columns[column], columns[column + 1]
            if column + 1 < wide and not _covered(down, right, top, bottom, near):
                owner[root(here + 1)] = root(here)
            if row + 1 < high and not _covered(across, bottom, left, right, near):
                owner[root(here + wide)] = root(here)
    return [root(index) for index in range(wide * high)]


def _covered(rules: list[Rule], at: float, start: float, end: float, near: float) -> bool:
    """Say whether rules at `at` cover most of the stretch from `start` to `end`."""
    covered = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= near)
    return covered >= COVERED * (end - start)
