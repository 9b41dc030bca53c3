"""The cells of a ruled table laid one under another on one strip, so that columns cannot run into each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reader.ocr.picture import DARK
from dondoc.reader.pages.marks import Grid, GridCell

if TYPE_CHECKING:
    from dondoc.reader.ocr.hocr import Seen
    from dondoc.reader.ocr.picture import Grey

INSET = 1.5  # points inside the rules
MARGIN = 8.0  # points of white around each cell on the strip
LEAST_INK = 6  # dark pixels; fewer are dust
TALLEST = 30_000  # pixels of one strip; Tesseract takes 32,767
NARROWEST = 40.0  # points; Tesseract finds no lines on a strip as narrow as a number


@dataclass(slots=True)
class InkedCell:
    """A cell that holds ink: the box of the ink in pixels."""

    cell: GridCell
    left: int
    top: int
    right: int
    bottom: int


@dataclass(slots=True)
class Place:
    """Where the ink of one cell stands on the strip (top, bottom), and how far that is from where it is on the page."""

    inked: InkedCell
    top: int
    bottom: int
    shift_x: int
    shift_y: int


def inked_cells(grey: Grey, grid: Grid, dpi: float) -> list[InkedCell]:
    """Return the cells of `grid` that are not empty, in row order."""
    scale = dpi / 72
    inset = round(INSET * scale)
    cells = []
    for cell in grid.cells:
        left, top, right, bottom = (round(edge * scale) for edge in cell.box)
        ink = _ink(grey, max(0, left + inset), max(0, top + inset), right - inset, bottom - inset)
        if ink is not None:
            cells.append(InkedCell(cell, *ink))
    return cells


def strips_of(grey: Grey, cells: list[InkedCell], dpi: float) -> Iterator[tuple[Grey, list[Place]]]:
    """Yield strips with the ink of `cells` one under another, and the place of each on it."""
    import numpy as np

    margin = round(MARGIN * dpi / 72)
    waiting = list(cells)
    while waiting:
        places: list[Place] = []
        at = margin
        while waiting and at + waiting[0].bottom - waiting[0].top + margin < TALLEST:
            cell = waiting.pop(0)
            height = cell.bottom - cell.top
            places.append(Place(cell, at, at + height, cell.left - margin, cell.top - at))
            at += height + 2 * margin
        if not places:
            return
        widest = max(place.inked.right - place.inked.left for place in places)
        strip = np.full((at, max(widest, round(NARROWEST * dpi / 72)) + 2 * margin), 255, dtype=np.uint8)
        for place in places:
            ink = place.inked
            strip[place.top : place.bottom, margin : margin + ink.right - ink.left] = grey[
                ink.top : ink.bottom, ink.left : ink.right
            ]
        yield strip, places


def by_place(seen: list[Seen], places: list[Place]) -> list[list[Seen]]:
    """Give the words of a strip to the cells they stand in."""
    found: list[list[Seen]] = [[] for _ in places]
    for word in seen:
        centre = (word.top + word.bottom) / 2
        found[min(range(len(places)), key=lambda i: max(places[i].top - centre, centre - places[i].bottom))].append(
            word
        )
    return found


def _ink(grey: Grey, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int] | None:
    """Return the box of the ink inside a cell, or None for an empty one."""
    import numpy as np

    inside = grey[top:bottom, left:right] < DARK
    if inside.sum() < LEAST_INK:
        return None
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if rows[-1] - rows[0] < 3 and columns[-1] - columns[0] < 3:
        return None
    return left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1
