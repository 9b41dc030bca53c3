"""The rows of a fallen table that lost the numbers of its rows: each is told by its times, and by its units after them."""

from __future__ import annotations

import re

from dondoc.extraction.appendices.cells import leads_to_number, time_lines, unit_lines
from dondoc.extraction.appendices.fallen_entries import ROMAN_LINE, Cells, Entry, Printed, is_mark, opens_group
from dondoc.extraction.appendices.rows import is_total
from dondoc.extraction.labels import roman_value
from dondoc.extraction.paragraphs import dangles, ends_sentence
from dondoc.reader.document import Document, Line

_LETTERS = "ABCDEFGH"  # of groups over those with roman numbers
_PAGE_NUMBER = re.compile(r"^\d{1,3}$")


def times_in(document: Document, lines: list[Line]) -> int:
    """Return how many stretches of lines are cells of time."""
    texts = [text for text, _ in _printed(document, lines)]
    found = at = 0
    while at < len(texts):
        taken = time_lines(texts, at)
        found += taken > 0
        at += taken or 1
    return found


class UnnumberedRows:
    """Finds the rows by their times; `unit_after`: the units stand behind the times, in lines of `narrow` letters at most."""

    def __init__(self, document: Document, *, unit_after: bool, narrow: float) -> None:
        self._document, self._unit_after, self._narrow = document, unit_after, narrow

    def read(self, lines: list[Line]) -> list[Entry]:
        """Return the rows and groups of the lines below a head."""
        entries: list[Entry] = []
        stretch: list[Printed] = []
        group = letters = 0
        for text, (start, end, page) in _printed(self._document, lines):
            roman = ROMAN_LINE.match(text)
            if text.rstrip(".") == _LETTERS[letters : letters + 1]:
                self._take(entries, stretch)
                letters, group, stretch = letters + 1, 0, []
                entries.append(Entry(text.rstrip("."), [], group=True, label=(start, start + 1, page)))
                continue
            if roman and opens_group(roman, group, [] if not group else entries):
                self._take(entries, stretch)
                group = roman_value(roman[1])
                entries.append(Entry(roman[1], [], group=True, label=(start, start + roman.end(1), page)))
                text, start = text[roman.end() :], start + roman.end()
                stretch = []
            if text:
                stretch.append((text, (start, end, page)))
        self._take(entries, stretch)
        return entries

    def _take(self, entries: list[Entry], lines: list[Printed]) -> None:
        """Add the rows of the lines of one group, after the lines of its own title."""
        at = 0
        if entries and entries[-1].group:
            at = _title_lines([text for text, _ in lines])
            entries[-1].lines = lines[:at]
        while at < len(lines):
            cells, end = self._row(lines, at)
            entries.append(Entry(None, lines[at:end], cells=cells))
            at = end

    def _row(self, lines: list[Printed], at: int) -> tuple[Cells, int]:
        """Return the cells of the row that begins at a line, and the line after it."""
        texts = [text for text, _ in lines]
        first = next((n for n in range(at + 1, len(lines)) if time_lines(texts, n)), len(lines))
        last = first + time_lines(texts, first) if first < len(lines) else first
        cells = Cells(lines[at:first], lines[first:last], unsure=first == len(lines))
        if self._unit_after and last > first:
            count, known = unit_lines(texts[last:], self._narrow)
            cells.unit = lines[last : last + count]
            cells.unsure = not known
            last += count
        rest = _rest_lines(texts, last)
        cells.more = lines[last : last + rest]
        cells.whole = not rest
        cells.unsure = cells.unsure or bool(rest and not ends_sentence(cells.more[-1][0]))
        return cells, last + rest


def _printed(document: Document, lines: list[Line]) -> list[Printed]:
    """Return the lines as printed, without crosses, totals and the numbers of pages."""
    kept: list[Printed] = []
    for line in lines:
        text = document.text[line.start : line.end]
        start = line.start + len(text) - len(text.lstrip())
        text = text.strip()
        page_number = _PAGE_NUMBER.match(text) and not (kept and leads_to_number(kept[-1][0]))
        if text and not is_mark(text) and not is_total(text) and not page_number:
            kept.append((" ".join(text.split()), (start, line.end, line.page)))
    return kept


def _title_lines(texts: list[str]) -> int:
    """Return how many lines a group's title takes: up to the next that opens with a capital."""
    count = min(1, len(texts))
    while 0 < count < len(texts) and (
        texts[count][0].islower() or texts[count - 1].endswith("-") or dangles(texts[count - 1], 0)
    ):
        count += 1
    return count


def _rest_lines(texts: list[str], at: int) -> int:
    """Return how many lines from `at` on are the rest of a text that a page cut: it goes on in small letters."""
    count = 0
    while at + count < len(texts):
        text = texts[at + count]
        goes_on = (
            text[0].islower()
            if not count
            else not ends_sentence(texts[at + count - 1]) and (text[0].islower() or dangles(texts[at + count - 1], 0))
        )
        if not goes_on or time_lines(texts, at + count):
            break
        count += 1
    return count
