"""The cells of a ruled table laid one under another on one strip, so that columns cannot run into each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reader.ocr.picture import DARK
from dondoc.reader.pages.marks import Grid

if TYPE_CHECKING:
    from dondoc.reader.ocr.picture import Grey

INSET = 1.5  # points inside the rules
MARGIN = 8.0  # points of white around each cell on the strip
LEAST_INK = 6  # dark pixels; fewer are dust
TALLEST = 30_000  # pixels of one strip; Tesseract takes 32,767


@dataclass(slots=True)
class Place:
    """Where the ink of one cell stands on the strip and on the page, in pixels."""

    top: int
    bottom: int
    width: int
    shift_x: int
    shift_y: int


def strips_of(grey: Grey, grids: list[Grid], dpi: float) -> list[tuple[Grey, list[Place]]]:
    """Return strips with all inked cells of `grids`, and the place of each cell on them."""
    import numpy as np

    scale, margin = dpi / 72, round(MARGIN * dpi / 72)
    inset = round(INSET * scale)
    cuts = []
    for grid in grids:
        for cell in grid.cells:
            left, top, right, bottom = (round(edge * scale) for edge in cell.box)
            cut = _trimmed(grey, left + inset, top + inset, right - inset, bottom - inset)
            if cut is not None:
                cuts.append(cut)
    strips: list[tuple[Grey, list[Place]]] = []
    while cuts:
        width = max(right - left for left, _, right, _ in cuts) + 2 * margin
        places: list[Place] = []
        at = margin
        while cuts and at + (cuts[0][3] - cuts[0][1]) + margin < TALLEST:
            left, top, right, bottom = cuts.pop(0)
            places.append(Place(at, at + bottom - top, right - left, left - margin, top - at))
            at += bottom - top + 2 * margin
        if not places:
            break
        strip = np.full((at, width), 255, dtype=np.uint8)
        for place in places:
            top, bottom = place.top + place.shift_y, place.bottom + place.shift_y
            left = place.shift_x + margin
            strip[place.top : place.bottom, margin : margin + place.width] = grey[top:bottom, left : left + place.width]
        strips.append((strip, places))
    return strips


def _trimmed(grey: Grey, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int] | None:
    """Return the box of the ink inside a cell, or None for an empty one."""
    import numpy as np

    inside = grey[max(0, top) : bottom, max(0, left) : right] < DARK
    if inside.sum() < LEAST_INK:
        return None
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    first_row, last_row = int(rows[0]), int(rows[-1])
    first_column, last_column = int(columns[0]), int(columns[-1])
    if (last_row - first_row < 3) and (last_column - first_column < 3):
        return None
    return (
        max(0, left) + first_column, max(0, top) + first_row,
        max(0, left) + last_column + 1, max(0, top) + last_row + 1,
    )  # fmt: skip
