"""Tell which lines of a table laid out by blanks make one row: its number stands in the first line or in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_BEHEADED = 1.5  # cost of a cell that begins in small letters
_ENDED = 0.4  # gain of one that ends a sentence
_GAP_INSIDE = 1.0  # cost of a blank line inside a row
_OFF_MIDDLE = 0.3  # cost of one line by which a cell stands off the middle of its row
_SLACK = 1.0  # lines: cells of even and odd height cannot all stand in the middle


@dataclass
class Laid:
    """One line of a table: its cells, its number, the blank lines above it and its page."""

    cells: list[str]
    label: str | None = None
    blanks: int = 0
    page: int = 0
    sure: bool = True  # the borders of its cells are more than guessed


def row_starts(lines: Sequence[Laid]) -> list[int]:
    """Return the first line of each row, in order; one row for each number, the first begins with the first line."""
    labels = [at for at, line in enumerate(lines) if line.label]
    if len(labels) < 2:
        return [0]
    ways = [_cheapest(lines, labels, centred=centred) for centred in (False, True)]
    return min(ways)[1]


def _cheapest(lines: Sequence[Laid], labels: Sequence[int], *, centred: bool) -> tuple[float, list[int]]:
    """Return the least cost and the first lines of the rows when numbers stand in the middle of them, or in front."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for number, label in enumerate(labels):
        following = labels[number + 1] if number + 1 < len(labels) else None
        ends = range(label + 1, following + 1) if following is not None else range(len(lines), len(lines) + 1)
        grown: dict[int, tuple[float, list[int]]] = {}
        for end in ends:
            options = [
                (cost + _cost(lines, start, end, label, centred=centred), [*starts, end])
                for start, (cost, starts) in best.items()
            ]
            grown[end] = min(options)
        best = grown
    cost, starts = best[len(lines)]
    return cost, starts[:-1]


def _cost(lines: Sequence[Laid], start: int, end: int, label: int, *, centred: bool) -> float:
    """Return how unlike a row the lines from `start` to before `end` are whose number stands in line `label`."""
    page = lines[label].page
    here = [at for at in range(start, end) if lines[at].page == page]
    first, last = here[0], here[-1]
    middle = (first + last) / 2
    cost = abs(middle - label) if centred else float(label - first)
    cost += _GAP_INSIDE * sum(bool(lines[at].blanks) for at in here[1:])
    for column in range(len(lines[start].cells)):
        held = [at for at in range(start, end) if lines[at].cells[column]]
        if held and (lines[held[0]].cells[column][0].islower() or lines[held[0]].cells[column][0] in "-+•"):
            cost += _BEHEADED
        if held and lines[held[-1]].cells[column].endswith((".", ";")):
            cost -= _ENDED
        shown = [at for at in held if lines[at].page == page]
        if centred and shown:
            cost += _OFF_MIDDLE * max(abs((shown[0] + shown[-1]) / 2 - middle) - _SLACK, 0)
    return cost
