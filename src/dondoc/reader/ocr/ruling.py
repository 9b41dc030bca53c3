"""Rules in the picture of a page: long thin runs of ink, along rows and along columns of pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reader.pages.marks import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dondoc.reader.ocr.picture import Grey

INK = 190  # rules are thin and pale after turning
SHORTEST_ACROSS, SHORTEST_DOWN = 24.0, 18.0  # points; the tallest letters of the body are 14
THICK = 4.0  # points: a run that stays dark further up and down is a bar or a picture
MOST_RUNS = 40_000


def rules_in(grey: Grey, dpi: float) -> tuple[list[Rule], Grey]:
    """Return the rules in points, and the picture without them."""
    import numpy as np

    ink = grey < INK
    without = grey.copy()
    rules: list[Rule] = []
    for horizontal in (True, False):
        field = ink if horizontal else np.ascontiguousarray(ink.T)
        target = without if horizontal else without.T
        shortest = SHORTEST_ACROSS if horizontal else SHORTEST_DOWN
        for at, start, end in _runs(field, round(shortest * dpi / 72), max(2, round(THICK * dpi / 72))):
            rules.append(Rule(horizontal, at * 72 / dpi, start * 72 / dpi, end * 72 / dpi))
            target[max(0, at - 2) : at + 3, max(0, start - 1) : end + 1] = 255
    return rules, without


def _runs(ink: NDArray[np.bool_], shortest: int, thick: int) -> list[tuple[int, int, int]]:
    """Return (row, first, last column) of the runs of ink, a pixel up or down forgiven, that are long and thin."""
    import numpy as np

    height, width = ink.shape
    smeared = np.zeros((height, width + 1), dtype=np.int8)
    smeared[:, :width] = ink
    smeared[1:, :width] |= ink[:-1]
    smeared[:-1, :width] |= ink[1:]
    steps = np.diff(smeared.ravel(), prepend=np.int8(0))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    starts = starts[: len(ends)]
    long = (ends - starts) >= shortest
    starts, ends = starts[long], ends[long]
    if len(starts) > MOST_RUNS:
        return []
    rows = starts // (width + 1)
    firsts, lasts = starts % (width + 1), ends - rows * (width + 1)
    found = []
    for row, first, last in zip(rows.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
        above = ink[max(0, row - thick), first:last].mean()
        below = ink[min(height - 1, row + thick), first:last].mean()
        if min(above, below) < 0.5 and max(above, below) < 0.8:
            found.append((row, first, last))
    return found
