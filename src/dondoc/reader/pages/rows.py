"""Printed lines: words on one height become rows, rows with a wide gap become sides of two columns."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from dondoc.reader.pages.columns import bands_of
from dondoc.reader.pages.marks import PrintedLine, Word, middle

WIDE_GAP = 2.5  # sizes between two words that may stand in two columns
JUSTIFIED_GAP = 0.6  # of the wide gap: a row with several gaps this wide was stretched to both margins
CLOSER_THAN_LINES = 0.85  # sizes between two rows that are too close to be lines of one column
GUTTER = 4.0  # points that must stay empty between two columns
LEFT_REACH, RIGHT_REACH = 2.5, 9.0  # line heights to the next line of the same column; a signature leaves much space
_DATE = re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d[.,;:]?|\d{1,2}/(?:19|20)\d\d[.,;:]?")
_BROKEN_DATE = re.compile(r"\d{1,2}(?:/\d{1,2})?/(?:[12]\d{0,2})?")
_LABEL = re.compile(r"\(?(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|[A-Za-zđĐ])[.)/:-]{0,2}|[-–+•*]")


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Group words by height into rows from top to bottom, each from left to right."""
    rows = _as_told(words) if words and words[0].row is not None else _by_height(words)
    for row in rows:
        row.sort(key=lambda word: word.left)
    rows.sort(key=lambda row: middle((w.bottom for w in row), 0.0))
    return rows


def _as_told(words: Sequence[Word]) -> list[list[Word]]:
    """Group words by the rows the recogniser saw; rows that stand beside each other on one height are one."""
    told: dict[int, list[Word]] = {}
    for word in words:
        told.setdefault(word.row or 0, []).append(word)
    spans = [(middle((w.top for w in row), 0), middle((w.bottom for w in row), 0), row) for row in told.values()]
    rows: list[tuple[float, float, list[Word]]] = []
    for top, bottom, row in sorted(spans, key=lambda span: span[0] + span[1]):
        if rows:
            last_top, last_bottom, last = rows[-1]
            overlap = min(bottom, last_bottom) - max(top, last_top)
            apart = max(w.right for w in last) <= min(w.left for w in row) + 2 or max(w.right for w in row) <= (
                min(w.left for w in last) + 2
            )
            if apart and overlap >= 0.5 * min(bottom - top, last_bottom - last_top):
                last += row
                continue
        rows.append((top, bottom, list(row)))
    return [row for _, _, row in rows]


def _by_height(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda w: (w.top + w.bottom) / 2):
        centre, height = (word.top + word.bottom) / 2, word.bottom - word.top
        overlap = min(bottom, word.bottom) - max(top, word.top)
        if rows and (top + 0.2 * (bottom - top) <= centre <= bottom or overlap > 0.6 * min(height, bottom - top)):
            rows[-1].append(word)
            if height > bottom - top:
                top, bottom = word.top, word.bottom
        else:
            rows.append([word])
            top, bottom = word.top, word.bottom
    return rows


def cell_lines(words: Sequence[Word], page: int) -> list[PrintedLine]:
    """Return the printed lines inside one cell, from top to bottom; a date that a narrow cell broke is one again."""
    lines: list[PrintedLine] = []
    for row in rows_of(words):
        last = lines[-1].words[-1] if lines else None
        if last is not None and _BROKEN_DATE.fullmatch(last.text) and _DATE.fullmatch(last.text + row[0].text):
            last.text += row[0].text
            lines[-1].words += row[1:]
        else:
            lines.append(PrintedLine(row, page))
    return lines


def reading_order(words: Sequence[Word], page: int) -> list[PrintedLine]:
    """Return the printed lines of a page outside tables: where two columns stand, the left one first."""
    rows = rows_of(words)
    lines: list[PrintedLine] = []
    at = 0
    for band in bands_of(rows):
        lines += _in_order(rows[at : band.first], page)
        for on_left in (True, False):
            sides = [
                [word for word in row if (word.right <= band.gutter) is on_left] for row in rows[band.first : band.end]
            ]
            column = [PrintedLine(side, page, in_column=True) for side in sides if side]
            if band.is_body:
                reach = (min(line.left for line in column), max(line.right for line in column))
                for line in column:
                    line.reach = reach
            lines += column
        at = band.end
    return lines + _in_order(rows[at:], page)


def _in_order(found: list[list[Word]], page: int) -> list[PrintedLine]:
    """Return the lines of rows where columns, if any, are short and stand wide apart."""
    rows = [_sides(row) for row in found]
    lines: list[PrintedLine] = []
    at = 0
    while at < len(rows):
        gap = _gutter(rows, at)
        if gap is None:
            lines.append(PrintedLine(rows[at][0], page))
            at += 1
            continue
        first, last, gutter = _band(rows, at, *gap)
        taken = [side for row in rows[first : last + 1] for side in row]
        for _ in range(at - first):
            lines.pop()
        lines += [PrintedLine(side, page, in_column=True) for side in taken if side[-1].right <= gutter]
        lines += [PrintedLine(side, page, in_column=True) for side in taken if side[-1].right > gutter]
        at = last + 1
    return lines


def _sides(row: list[Word]) -> list[list[Word]]:
    """Part a row at its widest gap, where it is wide enough to part two columns."""
    gaps = [(b.left - a.right, i + 1) for i, (a, b) in enumerate(itertools.pairwise(row))]
    if not gaps:
        return [row]
    size = middle((w.size for w in row), 12.0)
    gap, at = max(gaps)
    limit = WIDE_GAP * size
    if gap < limit or sum(g > JUSTIFIED_GAP * limit for g, _ in gaps) > 2:
        return [row]
    if at == 1 and _LABEL.fullmatch(row[0].text) and gap < 2 * limit:
        return [row]
    return [row[:at], row[at:]]


def _gutter(rows: list[list[list[Word]]], at: int) -> tuple[float, float] | None:
    """Return the gap at row `at` where two columns stand beside each other: in one row, or row by row in turn."""
    here = rows[at]
    if len(here) == 2:
        return here[0][-1].right, here[1][0].left
    if at + 1 == len(rows) or len(rows[at + 1]) == 2:
        return None
    one, other = here[0], rows[at + 1][0]
    size = max(one[0].size, other[0].size)
    if _height(other) - _height(one) >= CLOSER_THAN_LINES * size:
        return None
    left, right = sorted((one, other), key=lambda side: side[0].left)
    gap = right[0].left - left[-1].right
    return (left[-1].right, right[0].left) if gap >= WIDE_GAP * size / 2 else None


def _height(row: list[Word]) -> float:
    return middle(((word.top + word.bottom) / 2 for word in row), 0.0)


def _band(rows: list[list[list[Word]]], at: int, left: float, right: float) -> tuple[int, int, float]:
    """Return the first and last row around `at` that keep a gutter free, and the middle of that gutter."""
    first = last = at
    for step in (1, -1):
        index = at + step
        while 0 <= index < len(rows):
            narrower = _narrowed(rows[index], left, right)
            if narrower is None or not _near(rows, index, step, at, (left + right) / 2):
                break
            left, right = narrower
            first, last = min(first, index), max(last, index)
            index += step
    gutter = (left + right) / 2
    while first < at and len(rows[first]) == 1 and rows[first][0][-1].right <= gutter:
        first += 1  # lines of the left side above the columns belong to the text before
    return first, last, gutter


def _narrowed(row: list[list[Word]], left: float, right: float) -> tuple[float, float] | None:
    """Return the gutter that stays free beside `row`, or None where the row crosses it."""
    centre = (left + right) / 2
    for side in row:
        if side[-1].right <= centre or (side[0].left < left and side[-1].right < right - GUTTER):
            left = max(left, side[-1].right)
        elif side[0].left >= centre or (side[-1].right > right and side[0].left > left + GUTTER):
            right = min(right, side[0].left)
        else:
            return None
    return (left, right) if right - left >= GUTTER else None


def _near(rows: list[list[list[Word]]], index: int, step: int, at: int, gutter: float) -> bool:
    """Say whether a row of one side stands close enough to the rows of its column taken so far, from `at` on."""
    if len(rows[index]) == 2:
        return True
    side = rows[index][0]
    on_left = side[-1].right <= gutter
    taken = [other for row in rows[at:index:step] for other in row]
    column = [other for other in taken if (other[-1].right <= gutter) == on_left] or taken
    top, bottom = _span(side)
    away = min(max(above - bottom, top - below) for above, below in map(_span, column))
    return away <= max(1.0, bottom - top) * (LEFT_REACH if on_left else RIGHT_REACH)


def _span(row: list[Word]) -> tuple[float, float]:
    return min(word.top for word in row), max(word.bottom for word in row)
