"""Cut printed lines into the columns of a table that only blanks keep apart (`pdftotext -layout`, typed tables).

The gutter between two columns is a path through the lines: it passes where two blanks or more stand, may shift from
line to line, and squeezes through a single blank where the words on both sides left no more room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SHIFT = 0.4  # cost of one letter by which a gutter shifts from a line to the next
_AWAY = 0.15  # cost of one letter, in each line, by which it stands beside where most lines have it
_FAR = 4  # letters, from which on it is no dearer
_SQUEEZED, _SQUEEZED_SMALL, _SQUEEZED_KNOWN = 2.5, 6.0, 0.2  # before a capital, a small letter, a cell seen elsewhere
_WHOLE_CELL, _WHOLE_FIGURE = -2.0, -8.0  # before what elsewhere is all of a cell's line, words or a date
_RUNS_ON = "-–/("  # signs after which a cell goes on
_UNCUT = 4.0  # cost of words that stand in two columns and are left whole
_UNUSED = 1.5  # cost of a wide gap inside a cell
_CLOSED = 1_000.0  # inside a word
_REACH = 28  # letters to both sides of where the head shows a gutter
_PASSES = 4  # the cells that one pass finds alone between wide gaps tell the next where others stand
_ROUNDS = 3
_LOW, _HIGH = 0.15, 0.85  # of the edges of a column's pieces, in order: what lies beyond drifted
_PIECE = re.compile(r"\S+(?: \S+)*")

_DIGIT = re.compile(r"\d")

Reach = tuple[int, int]  # where a column or a piece begins and ends; of a gutter, the places at which to cut


def pieces(line: str) -> list[Reach]:
    """Return where the pieces of a line stand that two blanks or more keep apart, as (start, end)."""
    return [found.span() for found in _PIECE.finditer(line)]


def head_columns(lines: Sequence[str]) -> list[Reach]:
    """Return the reach of each column of a head: its pieces under each other; a piece over several makes none."""
    columns: list[Reach] = []
    found = sorted((piece for line in lines for piece in pieces(line)), key=lambda piece: piece[1] - piece[0])
    for start, end in found:
        met = [at for at, column in enumerate(columns) if min(column[1], end) > max(column[0], start)]
        if not met:
            columns.append((start, end))
        elif len(met) == 1:
            left, right = columns[met[0]]
            columns[met[0]] = (min(left, start), max(right, end))
    return sorted(columns)


def settled(lines: Sequence[str], columns: Sequence[Reach]) -> list[Reach]:
    """Return the reach of the columns in lines of one page, from that in its head or on the page before.

    A piece that stands over the middle of another column holds several cells and tells nothing.
    """
    found = [piece for line in lines for piece in pieces(line)]
    reach = list(columns)
    for _ in range(_ROUNDS):
        middles = [(left + right) / 2 for left, right in reach]
        taken: list[list[Reach]] = [[] for _ in reach]
        for start, end in found:
            at = min(range(len(reach)), key=lambda n: _distance(reach[n], start, end))
            if not any(start < middle < end for n, middle in enumerate(middles) if n != at):
                taken[at].append((start, end))
        reach = [_middle_reach(own) if own else old for own, old in zip(taken, reach, strict=True)]
    return reach


def _distance(column: Reach, start: int, end: int) -> float:
    middle = (start + end) / 2
    away = max(column[0] - middle, middle - column[1], 0)
    return away or abs(middle - (column[0] + column[1]) / 2) / 1_000


def _middle_reach(own: list[Reach]) -> Reach:
    starts, ends = sorted(start for start, _ in own), sorted(end for _, end in own)
    return starts[int(len(own) * _LOW)], ends[min(int(len(own) * _HIGH), len(own) - 1)]


def cut(pages: Sequence[tuple[Sequence[str], Sequence[Reach]]]) -> list[list[list[str]]]:
    """Return the cells of each line of each page, one for each column; a page comes with the reach of its columns."""
    known: list[set[str]] = [set() for _ in pages[0][1]]
    paths = [[[sum(gutter) // 2] * len(lines) for gutter in _gutters(columns)] for lines, columns in pages]
    for turn in range(_PASSES):
        grown: list[set[str]] = [set() for _ in known]
        for (lines, columns), ways in zip(pages, paths, strict=True):
            for at, gutter in enumerate(_gutters(columns)):
                others = [[way[n] for m, way in enumerate(ways) if m != at] for n in range(len(lines))]
                gaps = [_free_gaps(line, cuts) if turn else [] for line, cuts in zip(lines, others, strict=True)]
                middles = (sum(columns[at]) / 2, sum(columns[at + 1]) / 2)
                ways[at] = _path(lines, gaps, gutter, middles, known[at + 1])
            for line, cuts in _placed(lines, ways):
                for at, cell in enumerate(_alone(line, cuts, known)):
                    grown[at] |= {_shape(cell)} if cell else set()
        known = grown
    return [
        [_cells(line, cuts) for line, cuts in _placed(lines, ways)]
        for (lines, _), ways in zip(pages, paths, strict=True)
    ]


def _placed(lines: Sequence[str], ways: Sequence[Sequence[int]]) -> Iterator[tuple[str, list[int]]]:
    """Yield each line with the places at which the gutters cut it, from left to right."""
    for n, line in enumerate(lines):
        cuts = [way[n] for way in ways]
        yield line, [max(cuts[: at + 1]) for at in range(len(cuts))]


def _gutters(columns: Sequence[Reach]) -> list[Reach]:
    return [_gutter(left, right) for left, right in pairwise(columns)]


def _gutter(left: Reach, right: Reach) -> Reach:
    if left[1] <= right[0]:
        return left[1], right[0]
    between = (left[1] + right[0]) // 2
    return between, between


def _free_gaps(line: str, cuts: Sequence[int]) -> list[Reach]:
    """Return the wide gaps between the pieces of a line through which no other gutter passes."""
    gaps = [(left[1] + 1, right[0]) for left, right in pairwise(pieces(line))]
    return [gap for gap in gaps if not any(gap[0] <= place <= gap[1] for place in cuts)]


def _cells(line: str, cuts: Sequence[int]) -> list[str]:
    edges = [0, *cuts, max(len(line), *cuts)]
    return [line[left:right].strip() for left, right in pairwise(edges)]


def _alone(line: str, cuts: Sequence[int], known: Sequence[set[str]]) -> list[str]:
    """Return the cells of a line that wide gaps or cells known before set off on both sides, "" for the others."""
    cells = _cells(line, cuts)
    wide = [True]
    for at, place in enumerate(cuts):
        free = not line[max(0, place - 2) : place].strip() or not line[place - 1 : place + 1].strip()
        wide.append(free or place >= len(line.rstrip()) or _shape(cells[at + 1]) in known[at + 1])
    wide.append(True)
    return [cell if wide[at] and wide[at + 1] else "" for at, cell in enumerate(cells)]


def _path(
    lines: Sequence[str],
    gaps: Sequence[Sequence[Reach]],
    gutter: Reach,
    middles: tuple[float, float],
    known: set[str],
) -> list[int]:
    """Return the cheapest way of one gutter through the lines: the place at which it cuts each."""
    low = max(0, gutter[0] - _REACH)
    places = range(low, gutter[1] + _REACH + 1)
    away = [_AWAY * min(max(gutter[0] - place, place - gutter[1], 0), _FAR) for place in places]
    costs = [0.0] * len(places)
    came: list[list[int]] = []
    for line, free in zip(lines, gaps, strict=True):
        costs, source = _shifted(costs)
        came.append(source)
        here = _costs(line, free, places, middles, known)
        costs = [before + now + far for before, now, far in zip(costs, here, away, strict=True)]
    at = min(range(len(costs)), key=costs.__getitem__)
    way: list[int] = []
    for source in reversed(came):
        way.append(low + at)
        at = source[at]
    return way[::-1]


def _shifted(costs: list[float]) -> tuple[list[float], list[int]]:
    """Return the least cost of every place when a gutter may shift there from its neighbours, and from which it does."""
    best, source = costs[:], list(range(len(costs)))
    for order in (range(1, len(costs)), range(len(costs) - 2, -1, -1)):
        step = order.step
        for at in order:
            if best[at - step] + _SHIFT < best[at]:
                best[at], source[at] = best[at - step] + _SHIFT, source[at - step]
    return best, source


def _costs(
    line: str, free: Sequence[Reach], places: range, middles: tuple[float, float], known: set[str]
) -> list[float]:
    """Return what it costs to cut a line at each place: nothing in a wide gap or beside the words.

    A piece from the middle of one column to that of the next is better cut than left to one of them.
    """
    costs = [0.0] * len(places)
    for first, last in free:
        for place in range(max(first, places.start), min(last + 1, places.stop)):
            costs[place - places.start] = -_UNUSED
    for start, end in pieces(line):
        if start < middles[0] and middles[1] < end:
            costs = [cost + _UNCUT for cost in costs]
        for place in range(max(start + 1, places.start), min(end, places.stop)):
            costs[place - places.start] = _CLOSED
        for place in _single_blanks(line, start, end):
            if place in places:
                costs[place - places.start] = _squeezed(line, place, end, known)
    return costs


def _single_blanks(line: str, start: int, end: int) -> Iterator[int]:
    """Yield the places right behind the single blanks of a piece."""
    at = line.find(" ", start, end)
    while at >= 0:
        yield at + 1
        at = line.find(" ", at + 1, end)


def _squeezed(line: str, place: int, end: int, known: set[str]) -> float:
    rest = line[place:end]
    if line[place - 2] in _RUNS_ON:
        return _SQUEEZED_SMALL
    if " " in rest and _shape(rest) in known and not rest[0].islower():
        return _WHOLE_FIGURE if rest[0].isdigit() else _WHOLE_CELL
    if any((rest + " ").startswith(cell + " ") for cell in known):
        return _SQUEEZED_KNOWN
    return _SQUEEZED if rest[0].isupper() or rest[0].isdigit() else _SQUEEZED_SMALL


def _shape(cell: str) -> str:
    """Return a cell for comparison: one date is like another."""
    return _DIGIT.sub("0", cell) if cell[:1].isdigit() else cell
