"""The cells of ruled tables recognised: texts on one strip, the short numbers of the first column on another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dondoc.reader.ocr.hocr import Seen
from dondoc.reader.ocr.strip import InkedCell, Place, by_place, inked_cells, strips_of
from dondoc.reader.ocr.tesseract import BLOCK, recognise
from dondoc.reader.pages.marks import Grid

if TYPE_CHECKING:
    from dondoc.reader.ocr.picture import Grey

NUMBER_WIDTH, NUMBER_HEIGHT = 32.0, 15.0  # points that the ink of a row's number takes at most
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-hA-H])[.)]?|TT|STT")
_ROMAN = re.compile(r"[IVXH]+[.)]?")


def recognise_tables(grey: Grey, grids: list[Grid], dpi: float, until: float) -> list[Seen]:
    """Return the words of all cells, in pixels of the page, the lines of each cell numbered apart."""
    inked = [inked_cells(grey, grid, dpi) for grid in grids]
    numbers = {id(cell) for cells in inked for cell in cells if _is_number(cell, dpi)}
    found: list[Seen] = []
    readings: dict[int, list[Seen]] = {}
    for place, words in _read(grey, [cell for cells in inked for cell in cells], dpi, until):
        if id(place.inked) in numbers:
            readings.setdefault(id(place.inked), []).append(_number(words, place))
        else:
            found += _numbered([_on_page(word, place) for word in words], found)
    apart = [cell for cells in inked for cell in cells if id(cell) in numbers]
    for place, words in _read(grey, apart, dpi, until):
        readings.setdefault(id(place.inked), []).append(_number(words, place))
    for cells in inked:
        for number in settled([readings[id(c)] for c in cells if id(c) in readings], _groups(cells, readings)):
            found += _numbered([number], found)
    return found


def _read(grey: Grey, cells: list[InkedCell], dpi: float, until: float) -> Iterator[tuple[Place, list[Seen]]]:
    """Recognise cells on strips, and yield the words of each that has some."""
    for strip, places in strips_of(grey, cells, dpi):
        words_of = by_place(recognise(strip, dpi, BLOCK, until), places)
        yield from ((place, words) for place, words in zip(places, words_of, strict=True) if words)


def settled(readings: list[list[Seen]], groups: list[bool]) -> list[Seen]:
    """Choose one of the readings of each row's number, from top to bottom.

    Where they differ, the one that is a number wins, then the one that counts on from a number above or to one
    below on which all readings agree, then the surer one. A group's lone stem is the numeral I.
    """
    agreed = [told[0].text if len({seen.text for seen in told}) == 1 else "" for told in readings]
    chosen = []
    for index, told in enumerate(readings):
        fitting = _neighbours(agreed, index)
        best = max(told, key=lambda seen: (bool(_NUMBER.fullmatch(seen.text)), seen.text in fitting, seen.confidence))
        if groups[index] and best.text in ("1", "l", "|", "]"):
            best.text = "I"
        chosen.append(best)
    return chosen


def _neighbours(agreed: list[str], index: int) -> set[str]:
    """Return the numbers that would count on from the row above or to the row below."""
    above = agreed[index - 1] if index else ""
    below = agreed[index + 1] if index + 1 < len(agreed) else ""
    fitting = {str(int(above) + 1)} if above.isdecimal() else set()
    return fitting | ({str(int(below) - 1)} if below.isdecimal() else set())


def _groups(cells: list[InkedCell], readings: dict[int, list[Seen]]) -> list[bool]:
    """Say of each row with a number whether it heads a group: it holds a number and a name only."""
    return [_is_group(cell, cells) for cell in cells if id(cell) in readings]


def _is_number(cell: InkedCell, dpi: float) -> bool:
    """Say whether the ink of a cell is as small as the number of a row, in the first column."""
    scale = dpi / 72
    small = cell.right - cell.left <= NUMBER_WIDTH * scale and cell.bottom - cell.top <= NUMBER_HEIGHT * scale
    return cell.cell.column == 0 and small


def _is_group(cell: InkedCell, cells: list[InkedCell]) -> bool:
    """Say whether the row of a first cell holds a number and a name only: such rows head groups, numbered I, II."""
    beside = [other.cell.column for other in cells if other.cell.row == cell.cell.row]
    return cell.cell.column == 0 and len(beside) == 2 and max(beside) == 1


def _number(words: list[Seen], place: Place) -> Seen:
    """Return the number of a row as one word; two stems that stand close are read as H."""
    text = "".join(word.text for word in words)
    if _ROMAN.fullmatch(text):
        text = text.replace("H", "II")
    ink = place.inked
    sure = min(word.confidence for word in words)
    return Seen(text, ink.left, ink.top, ink.right, ink.bottom, sure, 0, settled=True)


def _on_page(word: Seen, place: Place) -> Seen:
    """Move a word from the strip to where its cell stands on the page."""
    return Seen(
        word.text, word.left + place.shift_x, word.top + place.shift_y, word.right + place.shift_x,
        word.bottom + place.shift_y, word.confidence, word.line,
    )  # fmt: skip


def _numbered(words: list[Seen], before: list[Seen]) -> list[Seen]:
    """Number the lines of one cell on from those before it."""
    first = max((word.line for word in before), default=-1) + 1
    for word in words:
        word.line += first
    return words
