"""Columns that stand beside each other over many rows: a text in two columns, or recipients beside a signature."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from dondoc.reader.pages.marks import Word, middle

BODY_GUTTER = 0.9  # sizes that every row of a text in two columns keeps free between them
SIGNED_GUTTER = 0.15  # sizes between recipients and signature where the lines of both come close
LEAST_BOTH = 4  # rows with words on both sides
FULL = 1.5  # sizes by which a full line may end before the gutter
CLOSE = 1.6  # line heights from one row of a block of recipients to the next above
_RECIPIENTS = re.compile(r"(?:\W\s*)?Nơi nhận\b", re.IGNORECASE)
_ITEM = re.compile(r"(?:[-–+•*]|\(?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđA-Z])[.)/])\s")

Row = list[Word]
Gap = tuple[float, float]
FARTHEST = 1e6


@dataclass(slots=True)
class Band:
    """Rows from `first` to before `end` with a free gutter, and whether running text stands in both columns."""

    first: int
    end: int
    gutter: float
    is_body: bool


def bands_of(rows: list[Row]) -> list[Band]:
    """Return the bands of columns among the rows of a page, from top to bottom."""
    bands = _body_bands(rows)
    for at, row in enumerate(rows):
        if _RECIPIENTS.match(" ".join(word.text for word in row[:3])):
            signed = _signed_band(rows, at)
            if signed is not None:
                bands = [band for band in bands if band.end <= signed.first or band.first >= signed.end]
                bands.append(signed)
                break
    return sorted(bands, key=lambda band: band.first)


def _gaps(row: Row, least: float) -> list[Gap]:
    """Return what a row leaves free: the gaps between its words, and all that lies beside it."""
    size = middle((word.size for word in row), 12.0)
    inner = [(a.right, b.left) for a, b in itertools.pairwise(row) if b.left - a.right >= least * size]
    return [(-FARTHEST, row[0].left), *inner, (row[-1].right, FARTHEST)]


def _is_both(row: Row, gutter: float) -> bool:
    return row[0].right <= gutter <= row[-1].left


def _body_bands(rows: list[Row]) -> list[Band]:
    """Return the bands in which so many rows part at one gutter that two columns of text stand there."""
    bands: list[Band] = []
    first = 0
    while first < len(rows):
        band = _longest(rows, first) if len(_gaps(rows[first], BODY_GUTTER)) > 2 else None
        if band is not None:
            bands.append(band)
            first = band.end
        else:
            first += 1
    return bands


def _longest(rows: list[Row], first: int) -> Band | None:
    """Return the longest band that begins with row `first`, which is parted."""
    best: Band | None = None
    for left, right in _gaps(rows[first], BODY_GUTTER)[1:-1]:
        end = first + 1
        while end < len(rows):
            size = rows[end][0].size
            met = [(max(left, a), min(right, b)) for a, b in _gaps(rows[end], BODY_GUTTER)]
            wide = max(met, key=lambda gap: gap[1] - gap[0])
            if wide[1] - wide[0] < BODY_GUTTER * size:
                break
            left, right = wide
            end += 1
        gutter = (left + right) / 2
        end = _trimmed(rows, first, end, gutter)
        both = sum(_is_both(row, gutter) for row in rows[first:end])
        if both >= LEAST_BOTH and (best is None or end > best.end):
            best = Band(first, end, gutter, _is_text(rows[first:end], gutter))
    return best


def _trimmed(rows: list[Row], first: int, end: int, gutter: float) -> int:
    """Return where a band ends: behind its last row on the right and the lines on the left that run on from there."""
    last = max(n for n in range(first, end) if rows[n][-1].right > gutter)
    after = last + 1
    while after < end:
        row, above = rows[after], [word for word in rows[after - 1] if word.right <= gutter]
        size = row[0].size
        full = gutter - row[-1].right <= FULL * size
        runs_on = bool(above) and gutter - above[-1].right <= FULL * size
        item = _ITEM.match(" ".join(word.text for word in row) + " ") or all(word.bold for word in row)
        if not (full or (runs_on and not item)):
            break
        after += 1
    return after


def _is_text(rows: list[Row], gutter: float) -> bool:
    """Say whether most lines of the left column reach up to the gutter, as running text does."""
    left = [side for row in rows if (side := [word for word in row if word.right <= gutter])]
    full = sum(gutter - side[-1].right <= FULL * side[-1].size for side in left)
    return len(left) >= LEAST_BOTH and full * 2 >= len(left)


def _signed_band(rows: list[Row], at: int) -> Band | None:
    """Return the band of recipients and signature that begins about row `at`: at the widest gutter that all rows keep."""
    best: tuple[float, int, float] | None = None
    for row in rows[at : at + 4]:
        for left, right in _gaps(row, SIGNED_GUTTER)[1:-1]:
            end, width, gutter = _kept(rows, at, left, right)
            on_right = sum(row[-1].left >= gutter for row in rows[at:end])
            told = sum(row[0].right <= gutter for row in rows[at:end])
            if on_right >= 2 and told >= 2 and (best is None or (end, width) > (best[1], best[0])):
                best = (width, end, gutter)
    if best is None:
        return None
    _, end, gutter = best
    first = at
    while first > 0 and rows[first - 1][0].left > gutter:
        height = rows[first][0].bottom - rows[first][0].top
        if rows[first][0].top - rows[first - 1][0].bottom > (CLOSE - 1) * height:
            break
        first -= 1
    return Band(first, end, gutter, False)


def _kept(rows: list[Row], at: int, left: float, right: float) -> tuple[int, float, float]:
    """Return up to which row from `at` on a gutter stays free, its width there and its middle."""
    end = at
    while end < len(rows):
        met = [(max(left, a), min(right, b)) for a, b in _gaps(rows[end], SIGNED_GUTTER)]
        wide = max(met, key=lambda gap: gap[1] - gap[0])
        if wide[1] - wide[0] < SIGNED_GUTTER * rows[end][0].size:
            break
        left, right = wide
        end += 1
    gutter = (left + right) / 2
    while end < len(rows) and end - at > 2 and _is_tight(rows[end - 1], gutter):
        end -= 1  # a line of the text below, whose words happen to part here
    return end, right - left, gutter


def _is_tight(row: Row, gutter: float) -> bool:
    parted = [(a, b) for a, b in itertools.pairwise(row) if a.right <= gutter <= b.left]
    return any(b.left - a.right < BODY_GUTTER * a.size for a, b in parted)
