"""Bold type in a scan: its strokes are thicker than those of most words on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dondoc.reader.ocr.picture import DARK

if TYPE_CHECKING:
    from dondoc.reader.ocr.hocr import Seen
    from dondoc.reader.ocr.picture import Grey

THICKER = 1.2  # times the stroke of plain type
PLAIN_SHARE = 0.3  # of the words of a page at least are plain; the stroke at this place in their order is plain type's
LEAST_WORDS = 12


def bold_words(grey: Grey, seen: list[Seen], sizes: list[float]) -> list[bool]:
    """Say of each word whether it is bold: the mean run of ink along its rows, measured against its size."""
    strokes = _strokes(grey, seen)
    relative = [stroke / size for stroke, size in zip(strokes, sizes, strict=True)]
    told = sorted(value for value, word in zip(relative, seen, strict=True) if value and len(word.text) > 1)
    if len(told) < LEAST_WORDS:
        return [False] * len(seen)
    plain = told[int(len(told) * PLAIN_SHARE)]
    return [value > THICKER * plain for value in relative]


def _strokes(grey: Grey, seen: list[Seen]) -> list[float]:
    """Return for each word the mean length in pixels of the runs of ink in its box."""
    strokes = []
    for word in seen:
        ink = grey[max(0, word.top) : word.bottom, max(0, word.left) : word.right] < DARK
        runs = int(ink[:, :1].sum()) + int((ink[:, 1:] & ~ink[:, :-1]).sum())
        strokes.append(int(ink.sum()) / max(1, runs))
    return strokes
