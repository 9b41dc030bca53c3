"""Cut printed lines into the columns of a table that only blanks keep apart (`pdftotext -layout`, typed tables).

The gutter between two columns is a path through the lines: it passes where two blanks or more stand, may shift from
line to line, and squeezes through a single blank where the words on both sides left no more room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_SHIFT = 0.4  # cost of one letter by which a gutter shifts from a line to the next
_AWAY = 0.15  # cost of one letter, in each line, by which it stands beside where most lines have it
_FAR = 4  # letters, from which on it is no dearer
_SQUEEZED, _SQUEEZED_SMALL, _SQUEEZED_KNOWN = 2.5, 5.0, 0.2  # before a capital, a small letter, a cell seen elsewhere
_WHOLE_CELL, _WHOLE_FIGURE = -3.0, -8.0  # before what elsewhere is all of a cell's line, words or a date
_RUNS_ON = "-–/("  # signs after which a cell goes on
_GUESSED = 2.0  # from this cost on, nothing but a letter tells where a cell begins
_UNDER = 3.5  # gain where the words stand under or over the beginning of a cell
_TOLD = 10.0  # gain of the gaps of a line that has a piece for each column
_UNCUT = 4.0  # cost of words that stand in two columns and are left whole
_UNUSED = 1.5  # cost of a wide gap inside a cell
_CLOSED = 1_000.0  # inside a word
_REACH = 28  # letters to both sides of where the head shows a gutter
_PASSES = 4  # the cells that one pass finds alone between wide gaps tell the next where others stand
_ROUNDS = 3
_LOW, _HIGH = 0.3, 0.7  # of the edges of a column's pieces, in order: what lies beyond drifted
_PIECE = re.compile(r"\S+(?: \S+)*")

_GAP = re.compile(r"\S {2,}\S")
_DIGIT = re.compile(r"\d")

Reach = tuple[int, int]  # where a column or a piece begins and ends; of a gutter, the places at which to cut


def pieces(line: str) -> list[Reach]:
    """Return where the pieces of a line stand that two blanks or more keep apart, as (start, end)."""
    return [found.span() for found in _PIECE.finditer(line)]


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


class CutLine(NamedTuple):
    """The cells of a line, one for each column, and whether their borders are more than guessed."""

    cells: list[str]
    sure: bool


def cut(pages: Sequence[tuple[Sequence[str], Sequence[Reach]]]) -> list[list[CutLine]]:
    """Return the cells of each line of each page; a page comes with the reach of its columns."""
    known: list[set[str]] = [set() for _ in pages[0][1]]
    paths = [[[sum(gutter) // 2] * len(lines) for gutter in _gutters(columns)] for lines, columns in pages]
    for turn in range(_PASSES):
        grown: list[set[str]] = [set() for _ in known]
        for (lines, columns), ways in zip(pages, paths, strict=True):
            for at, gutter in enumerate(_gutters(columns)):
                others = [[way[n] for m, way in enumerate(ways) if m != at] for n in range(len(lines))]
                gaps = [_free_gaps(line, cuts) if turn else [] for line, cuts in zip(lines, others, strict=True)]
                told = [_told(line, at, len(columns)) for line in lines]
                middles = (sum(columns[at]) / 2, sum(columns[at + 1]) / 2)
                ways[at] = _Path(lines, gutter, middles, known[at + 1]).through(gaps, told)
            for line, cuts in _placed(lines, ways):
                for at, cell in enumerate(_alone(line, cuts, known)):
                    grown[at] |= {_shape(cell)} if cell else set()
        known = grown
    return [
        [
            CutLine(_cells(line, cuts), _is_sure(line, cuts, columns, known, _starts_near(lines, number)))
            for number, (line, cuts) in enumerate(_placed(lines, ways))
        ]
        for (lines, columns), ways in zip(pages, paths, strict=True)
    ]


def _is_sure(
    line: str, cuts: Sequence[int], columns: Sequence[Reach], known: Sequence[set[str]], starts: set[int]
) -> bool:
    """Tell whether no cell holds a wide gap or words of two columns, and something tells every cut at a single blank."""
    if any(_GAP.search(cell) for cell in _cells(line, cuts)):
        return False
    middles = [(left + right) / 2 for left, right in columns]
    for start, end in pieces(line):
        edges = [start, *(place for place in cuts if start < place < end), end]
        if any(sum(left < middle < right for middle in middles) > 1 for left, right in pairwise(edges)):
            return False
    ends = {place: end for start, end in pieces(line) for place in _single_blanks(line, start, end)}
    squeezed = [(place, names) for place, names in zip(cuts, known[1:], strict=True) if place in ends]
    return all(_squeezed(line, place, ends[place], names, starts) < _GUESSED for place, names in squeezed)


def _starts_near(lines: Sequence[str], number: int) -> set[int]:
    """Return where pieces begin in the lines around one."""
    near = [*lines[max(0, number - 2) : number], *lines[number + 1 : number + 3]]
    return {start for line in near for start, _ in pieces(line)}


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


def _told(line: str, gutter: int, columns: int) -> Reach | None:
    """Return the gap of a gutter in a line that has a piece for each column."""
    found = pieces(line)
    return (found[gutter][1] + 1, found[gutter + 1][0]) if len(found) == columns else None


class _Path:
    """The cheapest way of one gutter through lines that follow each other."""

    def __init__(self, lines: Sequence[str], gutter: Reach, middles: tuple[float, float], known: set[str]) -> None:
        self._lines, self._gutter, self._middles, self._known = lines, gutter, middles, known
        self._places = range(max(0, gutter[0] - _REACH), gutter[1] + _REACH + 1)
        self._starts = [_starts_near(lines, number) for number in range(len(lines))]

    def through(self, gaps: Sequence[Sequence[Reach]], told: Sequence[Reach | None]) -> list[int]:
        """Return the place at which the gutter cuts each line; `gaps` are free for it, `told` its own."""
        low, high = self._gutter
        away = [_AWAY * min(max(low - place, place - high, 0), _FAR) for place in self._places]
        costs = [0.0] * len(self._places)
        came: list[list[int]] = []
        for number, free in enumerate(gaps):
            costs, source = _shifted(costs)
            came.append(source)
            here = self._costs(number, free, told[number])
            costs = [before + now + far for before, now, far in zip(costs, here, away, strict=True)]
        at = min(range(len(costs)), key=costs.__getitem__)
        way: list[int] = []
        for source in reversed(came):
            way.append(self._places.start + at)
            at = source[at]
        return way[::-1]

    def _costs(self, number: int, free: Sequence[Reach], told: Reach | None) -> list[float]:
        """Return what it costs to cut a line at each place: nothing in a wide gap or beside the words.

        A piece from the middle of one column to that of the next is better cut than left to one of them.
        """
        line, places = self._lines[number], self._places
        costs = [0.0] * len(places)
        for (first, last), gain in [*((gap, _UNUSED) for gap in free), *([(told, _TOLD)] if told else [])]:
            for place in range(max(first, places.start), min(last + 1, places.stop)):
                costs[place - places.start] = -gain
        for start, end in pieces(line):
            if start < self._middles[0] and self._middles[1] < end:
                costs = [cost + _UNCUT for cost in costs]
            for place in range(max(start + 1, places.start), min(end, places.stop)):
                costs[place - places.start] = _CLOSED
            for place in _single_blanks(line, start, end):
                if place in places:
                    costs[place - places.start] = _squeezed(line, place, end, self._known, self._starts[number])
        return costs


def _squeezed(line: str, place: int, end: int, known: set[str], starts: set[int]) -> float:
    """Return what it costs to cut at a single blank: less before what elsewhere is a cell, or stands under one."""
    rest = line[place:end]
    if line[place - 2] in _RUNS_ON:
        return _SQUEEZED_SMALL
    if " " in rest and _shape(rest) in known and not rest[0].islower():
        return _WHOLE_FIGURE if rest[0].isdigit() else _WHOLE_CELL
    begun = [cell for cell in known if (rest + " ").startswith(cell + " ")]
    if begun:
        named = any(" " in cell and not cell[0].islower() for cell in begun)
        return _WHOLE_CELL if named else _SQUEEZED_KNOWN
    cost = _SQUEEZED if rest[0].isupper() or rest[0].isdigit() else _SQUEEZED_SMALL
    return max(cost - _UNDER * (place in starts), _SQUEEZED_KNOWN)


def _shifted(costs: list[float]) -> tuple[list[float], list[int]]:
    """Return the least cost of every place when a gutter may shift there from its neighbours, and from which it does."""
    best, source = costs[:], list(range(len(costs)))
    for order in (range(1, len(costs)), range(len(costs) - 2, -1, -1)):
        step = order.step
        for at in order:
            if best[at - step] + _SHIFT < best[at]:
                best[at], source[at] = best[at - step] + _SHIFT, source[at - step]
    return best, source


def _single_blanks(line: str, start: int, end: int) -> Iterator[int]:
    """Yield the places right behind the single blanks of a piece."""
    at = line.find(" ", start, end)
    while at >= 0:
        yield at + 1
        at = line.find(" ", at + 1, end)


def _shape(cell: str) -> str:
    """Return a cell for comparison: one date is like another."""
    return _DIGIT.sub("0", cell) if cell[:1].isdigit() else cell
