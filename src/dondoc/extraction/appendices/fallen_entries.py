"""The rows of a fallen table: which lines are one row's, by the numbers that begin rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.extraction.appendices.cells import time_stretch
from dondoc.extraction.appendices.rows import is_total
from dondoc.extraction.labels import ROMAN, roman_value
from dondoc.extraction.paragraphs import ends_sentence
from dondoc.extraction.passage import Piece
from dondoc.reader.document import Document, Line

Printed = tuple[str, Piece]  # one line of a cell, and where it stands
_NUMBER_LINE = re.compile(r"^(\d{1,3})[.)]?(?:\s+|$)")
ROMAN_LINE = re.compile(rf"^({ROMAN})[.)]?(?:\s+(?=\S)|$)")
_MARK = re.compile(r"^[xX✓✔]$")  # a cross under the body that a paper goes to
_SKIPPED = 2  # from the number above to one before which a number was left out


@dataclass
class Cells:
    """The lines of one row by cell; `after` are those that a page put after the time."""

    before: list[Printed]
    time: list[Printed] = field(default_factory=list)
    after: list[Printed] = field(default_factory=list)
    unit: list[Printed] = field(default_factory=list)
    more: list[Printed] = field(default_factory=list)
    whole: bool = False
    unsure: bool = False

    @property
    def unit_text(self) -> str:
        """Return the unit cell as one text."""
        return " ".join(text for text, _ in self.unit)


@dataclass
class Entry:
    """The lines of one row as they stand, or the heading of a group; `label` is where the number stands."""

    number: str | None
    lines: list[Printed]
    group: bool = False
    label: Piece | None = None
    cells: Cells | None = None  # where they are known already


def opens_group(roman: re.Match[str], group: int, entries: list[Entry]) -> bool:
    """Tell whether a roman number heads the group after number `group`; one number may have been left out before it."""
    step = roman_value(roman[1]) - group
    return (step == 1 and bool(group or not entries)) or (step == _SKIPPED and group > 0)


def is_mark(text: str) -> bool:
    """Tell whether a line is a cross under a heading, and nothing of a cell's words."""
    return bool(_MARK.match(text))


class NumberedRows:
    """Finds the rows by the numbers at the heads of lines; `time_last`: the time is the last cell of a row."""

    def __init__(self, document: Document, *, timed: bool, time_last: bool) -> None:
        self._document, self._timed, self._time_last = document, timed, time_last

    def read(self, lines: list[Line]) -> list[Entry]:
        """Return the rows and groups of the lines below a head; lines above the first are left out."""
        entries: list[Entry] = []
        last, group = 0, 0
        numbers = [self._leading_number(line) for line in lines]
        for at, line in enumerate(lines):
            text = self._document.text[line.start : line.end]
            stripped = text.strip()
            if not stripped or is_total(stripped):
                continue
            start = line.start + len(text) - len(text.lstrip())
            number, roman = _NUMBER_LINE.match(stripped), ROMAN_LINE.match(stripped)
            if roman and opens_group(roman, group, entries):
                group = roman_value(roman[1])
                entries.append(Entry(roman[1], [], group=True, label=(start, start + roman.end(1), line.page)))
                start += roman.end()
            elif number and self._follows(numbers, at, last, entries) and not self._runs_on(entries, stripped):
                last = int(number[1])
                entries.append(Entry(number[1], [], label=(start, start + number.end(1), line.page)))
                start += number.end()
                doubled = _NUMBER_LINE.match(stripped[number.end() :])
                if doubled and doubled[1] == number[1]:
                    start += doubled.end()
            if entries and start < line.end:
                piece = (start, line.end, line.page)
                rest = " ".join(self._document.text[start : line.end].split())
                if rest and not is_mark(rest):
                    entries[-1].lines.append((rest, piece))
        return entries

    def _leading_number(self, line: Line) -> int | None:
        """Return the number that a line begins with, as a row does."""
        match = _NUMBER_LINE.match(self._document.text[line.start : line.end].strip())
        return int(match[1]) if match else None

    def _follows(self, numbers: list[int | None], at: int, last: int, entries: list[Entry]) -> bool:
        """Tell whether the number at the head of a line is the next row's: one on, 1 below a group, or one left out.

        One is left out only where the row above is whole and no line ahead, before a later number, bears it.
        """
        number = numbers[at] or 0
        if number == last + 1 or (number == 1 and bool(entries) and entries[-1].group):
            return True
        if number != last + _SKIPPED or not last or not self._whole(entries[-1]):
            return False
        ahead = next((n for n in numbers[at + 1 :] if n in (last + 1, number + 1)), None)
        return ahead != last + 1

    def _whole(self, entry: Entry) -> bool:
        """Tell whether the lines of a row end in its times, or, where the table has none, in a sentence's end."""
        if entry.group or not entry.lines:
            return False
        lines = [text for text, _ in entry.lines]
        if not self._timed:
            return ends_sentence(lines[-1])
        place = time_stretch(lines)
        return place is not None and (place[1] == len(lines) - 1 or not self._time_last)

    @staticmethod
    def _runs_on(entries: list[Entry], text: str) -> bool:
        """Tell whether a line that begins with the next number still belongs to the row above ("3 tầng …")."""
        if not entries or re.fullmatch(r"\d+[.)]?", text):
            return False
        after = text.split(maxsplit=1)[1]
        return after[0].islower() or not entries[-1].lines
