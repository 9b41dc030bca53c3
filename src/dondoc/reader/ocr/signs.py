"""Signs that the Vietnamese data of Tesseract lacks: ≥ and ≤ are read as > and <, their lower bar lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reader.ocr.picture import DARK

if TYPE_CHECKING:
    from dondoc.reader.ocr.hocr import Seen
    from dondoc.reader.ocr.picture import Grey

BARRED = {">": "≥", "<": "≤"}
BELOW = 0.35  # of the word's height in which the bar may hang below the box that was seen
FULL = 0.75  # of the sign's width that the lowest ink must span to be a bar


def with_bars(grey: Grey, seen: list[Seen]) -> None:
    """Turn a leading > or < into ≥ or ≤, in place, where a bar stands under it."""
    for word in seen:
        sign = word.text[0]
        if sign in BARRED and _has_bar(grey, word):
            word.text = BARRED[sign] + word.text[1:]


def _has_bar(grey: Grey, word: Seen) -> bool:
    """Say whether the lowest ink of the first sign of a word spans its whole width: the tip of > or < does not."""
    import numpy as np

    height = word.bottom - word.top
    right = (
        word.left + max(4, round((word.right - word.left) / len(word.text) * 0.9)) if len(word.text) > 1 else word.right
    )
    ink = grey[max(0, word.top - 2) : word.bottom + round(BELOW * height), max(0, word.left - 1) : right] < DARK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows) < 4 or len(columns) < 4:
        return False
    width = columns[-1] - columns[0] + 1
    lowest = ink[rows[-1] - 2 : rows[-1] + 1].sum(axis=1).max()
    return bool(lowest >= FULL * width)
