"""Tables whose columns fell apart into lines: rows put together again from numbers, units, times and language.

The lines of a row come cell by cell, from left to right. A row that a page cut goes on after it with the rest
of each cell in the same order. The words of the head tell which cells to expect.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dondoc.extraction.appendices.cells import TIME, is_cell_start, is_money, time_stretch, unit_lines
from dondoc.extraction.appendices.columns import UNIT_ROLES, Column
from dondoc.extraction.appendices.fallen_entries import Cells, Entry, NumberedRows, Printed
from dondoc.extraction.appendices.fallen_unnumbered import UnnumberedRows, times_in
from dondoc.extraction.appendices.rows import Row
from dondoc.extraction.paragraphs import ends_sentence
from dondoc.extraction.passage import Passage, Piece
from dondoc.extraction.unit_headings import heading_units
from dondoc.extraction.units import unit_cell
from dondoc.reader.document import Document, Line

_NARROW_SHARE = 0.62
_MOST_SHARE = 0.6
_LEAST_COLUMNS = 3
_TIMES_A_NUMBER = 2  # stretches of time for one number, where rows have their numbers
_LONG_TIMES, _LONG_ROW = 4, 400  # times the usual length, and characters
UNSURE_ROW = "Các cột của bảng phụ lục bị rã thành dòng, dòng này ghép lại chưa chắc chắn."
UNSURE_CELLS = "Chưa chắc ranh giới giữa hai cột đơn vị của dòng này."


def _names(lines: list[Printed]) -> bool:
    """Tell whether lines of a cell, joined, are names of known units and nothing else."""
    joined = " ".join(text for text, _ in lines).rstrip(" .;,")
    return bool(heading_units(joined)) and not unit_cell(joined, None).doubts


def _widest(lengths: list[int]) -> int:
    """Return the length that all but the longest seventh reach at most; 0 for none."""
    return sorted(lengths)[int(len(lengths) * 0.85)] if lengths else 0


@dataclass
class FallenTable:
    """What was read: the columns, and the rows."""

    columns: list[Column]
    rows: list[Row] = field(default_factory=list)


class FallenReader:
    """Reads the rows under one fallen head."""

    def __init__(self, document: Document, columns: list[Column]) -> None:
        self._document = document
        self._columns = columns
        self._unit_columns = [column for column in columns if column.role in UNIT_ROLES]
        self._times = [column for column in columns if column.role == "time"]
        roles = [column.role for column in columns]
        self._unit_after = bool(self._times) and any(role in UNIT_ROLES for role in roles[roles.index("time") :])
        self._unit_before = bool(self._unit_columns) and (
            not self._times or any(role in UNIT_ROLES for role in roles[: roles.index("time")])
        )
        self._vocabulary: Counter[str] = Counter()

    def read(self, lines: list[Line]) -> FallenTable:
        """Return the rows of the lines below the head."""
        entries = self._entries(lines[self._column_numbers(lines) :])
        # The text's column is as wide as most lines, or as the first lines of rows where narrow cells outnumber them.
        every = [len(text) for entry in entries for text, _ in entry.lines]
        firsts = [len(entry.lines[0][0]) for entry in entries if entry.lines and not entry.group]
        self._wide = max(_widest(every), _widest(firsts))
        cut = [self._cells(entry) for entry in entries]
        self._vocabulary.update(cells.unit_text for cells in cut if cells and cells.whole and cells.unit_text)
        rows = [self._row(entry, self._mend(cells)) for entry, cells in zip(entries, cut, strict=True)]
        self._compare(rows)
        return FallenTable(self._columns, rows)

    def _compare(self, rows: list[Row]) -> None:
        """Doubt a row that lacks a cell which most rows of its table have, or is far longer than they are."""
        work = [row for row in rows if not row.group]
        held = sum(1 for row in work if row.lead or row.coordinating)
        lengths = sorted(len(row.text_or_empty) for row in work)
        usual = lengths[len(lengths) // 2] if lengths else 0
        for row in work:
            lacks = bool(self._unit_columns) and not (row.lead or row.coordinating) and held >= _MOST_SHARE * len(work)
            if lacks or len(row.text_or_empty) > max(_LONG_TIMES * usual, _LONG_ROW):
                row.doubts.append(UNSURE_ROW)

    def _column_numbers(self, lines: list[Line]) -> int:
        """Return how many lines under the head only number its columns ("1", "2", "3", "4" or "(1) (2) (3) (4)")."""
        columns = len(self._columns)
        for count in {1, columns - 1, columns, columns + 1}:
            printed = " ".join(self._document.text[line.start : line.end] for line in lines[:count])
            numbers = [word.strip("().") for word in printed.split()]
            if len(numbers) >= _LEAST_COLUMNS and numbers == [str(n + 1) for n in range(len(numbers))]:
                return count
        return 0

    def _entries(self, lines: list[Line]) -> list[Entry]:
        """Find the rows by their numbers, or by their times where more rows have times than a number."""
        found = NumberedRows(self._document, timed=bool(self._times), time_last=not self._unit_after).read(lines)
        numbered = sum(1 for entry in found if not entry.group)
        if not self._times or times_in(self._document, lines) <= _TIMES_A_NUMBER * numbered:
            return found
        narrow = _NARROW_SHARE * _widest([len(self._document.text[line.start : line.end].strip()) for line in lines])
        return UnnumberedRows(self._document, unit_after=self._unit_after, narrow=narrow).read(lines)

    def _cells(self, entry: Entry) -> Cells | None:
        if entry.group:
            return None
        if entry.cells:
            if self._unit_before:
                self._split_unit(entry.cells)
            return entry.cells
        cells = Cells(list(entry.lines))
        place = time_stretch([text for text, _ in cells.before]) if self._times else None
        if place:
            first, last, offset = place
            cells.after = [line for line in cells.before[last + 1 :] if not line[0].isdigit()]  # a page's number
            cells.time = cells.before[first : last + 1]
            kept = cells.before[:first]
            if offset:
                text, (start, end, page) = cells.time[0]
                kept.append((text[:offset].rstrip(), self._cut(start, end, page, 0, offset)))
                cells.time[0] = (text[offset:].strip(), self._cut(start, end, page, offset, len(text)))
            cells.before = kept
        if self._unit_before:
            self._split_unit(cells)
        else:
            self._take_unit_after(cells)
        return cells

    def _take_unit_after(self, cells: Cells) -> None:
        """Take the units from the head of the lines behind the time; what is left there a page cut off the text."""
        count, known = unit_lines([text for text, _ in cells.after], self._wide * _NARROW_SHARE)
        cells.unit, cells.more, cells.after = cells.after[:count], cells.after[count:], []
        cells.whole, cells.unsure = not cells.more, bool(cells.more) or not known

    def _cut(self, start: int, end: int, page: int | None, low: int, high: int) -> Piece:
        cut = Passage(self._document.text, [(start, end, page)]).cut(low, high)
        return cut.pieces[0]

    def _split_unit(self, cells: Cells) -> None:
        """Split the unit's lines from the end of the text's: narrow lines from a unit's first word on."""
        if not self._unit_columns:
            return
        lines = cells.before
        place = None
        for number in range(len(lines) - 1, 0, -1):
            text = lines[number][0]
            if len(text) > max(self._wide * _NARROW_SHARE, 12):
                break
            if number < len(lines) - 1 and text.endswith((".", ";")):
                break
            before = lines[number - 1][0]
            if is_cell_start(text) and (ends_sentence(before) or not before[-1].isalnum() or self._turns(before)):
                place = number
                if before.endswith("."):
                    break
        if place is None or is_money(lines[place][0]):
            named = self._named(lines)
            place = place if named is None else named
        if place is None:
            return
        cells.unit, cells.before = lines[place:], lines[:place]
        cells.whole = not cells.after

    def _named(self, lines: list[Printed]) -> int | None:
        """Return the line from which the rest are names of known units, and a source of money where one is headed.

        Where the columns are alike in width, the names themselves tell where the unit's cell begins.
        """
        roles = {column.role for column in self._unit_columns}
        starts = [at for at in range(1, len(lines)) if is_cell_start(lines[at][0])] if "lead" in roles else []
        for first in starts:
            money = [at for at in range(first + 1, len(lines)) if "resource" in roles and is_money(lines[at][0])]
            if any(_names(lines[first:last]) for last in [*money[:1], len(lines)]):
                return first
        return None

    @staticmethod
    def _turns(before: str) -> bool:
        """Tell whether a cell may begin below `before` though that line ends in mid-sentence."""
        joined = before.rsplit(" ", 1)[-1].lower()
        return joined not in {"của", "và", "với", "các", "do", "từ", "cho", "bởi", "tại", "trong", "theo"}

    def _mend(self, cells: Cells | None) -> Cells | None:
        """Give a row cut by a page, or printed with its unit on the text's line, its whole cells."""
        if cells is None or not self._unit_columns:
            return cells
        if cells.after:
            self._mend_cut(cells)
        elif not cells.unit and cells.before:
            self._mend_glued(cells)
        return cells

    def _mend_cut(self, cells: Cells) -> None:
        tail = " ".join(text for text, _ in cells.after)
        head = cells.unit_text or (cells.before[-1][0] if cells.before else "")
        for known, _ in self._vocabulary.most_common():
            words = known.split()
            for count in range(len(words), 0, -1):
                prefix, rest = " ".join(words[:count]), " ".join(words[count:])
                fits = head == prefix if cells.unit else head.endswith(prefix) and len(head) > len(prefix)
                if fits and (not rest or tail == rest or tail.endswith(" " + rest)):
                    self._take_cut(cells, prefix, rest)
                    return
        cells.unsure = True
        cells.more = cells.after

    def _take_cut(self, cells: Cells, prefix: str, rest: str) -> None:
        if not cells.unit:
            text, (start, end, page) = cells.before[-1]
            at = len(text) - len(prefix)
            cells.before[-1] = (text[:at].rstrip(), self._cut(start, end, page, 0, at))
            cells.unit = [(prefix, self._cut(start, end, page, at, len(text)))]
        remaining = rest
        back: list[Printed] = []
        left = list(cells.after)
        while remaining and left:
            text, (start, end, page) = left.pop()
            if remaining == text or remaining.endswith(" " + text):
                back.insert(0, (text, (start, end, page)))
                remaining = remaining[: len(remaining) - len(text)].rstrip()
            else:
                at = len(text) - len(remaining)
                back.insert(0, (remaining, self._cut(start, end, page, at, len(text))))
                left.append((text[:at].rstrip(), self._cut(start, end, page, 0, at)))
                remaining = ""
        cells.unit += back
        cells.more, cells.after = left, []

    def _mend_glued(self, cells: Cells) -> None:
        text, (start, end, page) = cells.before[-1]
        for known, _ in self._vocabulary.most_common():
            if text.endswith(" " + known):
                at = len(text) - len(known)
                cells.unit = [(known, self._cut(start, end, page, at, len(text)))]
                cells.before[-1] = (text[:at].rstrip(), self._cut(start, end, page, 0, at))
                return

    def _row(self, entry: Entry, cells: Cells | None) -> Row:
        row = Row(number=entry.number, group=entry.group)
        row.pieces = [piece for piece in (entry.label, *(piece for _, piece in entry.lines)) if piece]
        if cells is None:
            row.text = self._passage(entry.lines)
            return row
        row.text = self._passage([*cells.before, *cells.more])
        self._assign_units(row, cells)
        self._assign_times(row, cells)
        if cells.unsure or not row.text:
            row.doubts.append(UNSURE_ROW)
        return row

    def _passage(self, lines: list[Printed]) -> Passage | None:
        passage = Passage(self._document.text, [piece for _, piece in lines])
        return passage if passage else None

    def _assign_units(self, row: Row, cells: Cells) -> None:
        if not cells.unit:
            return
        stretches, sure = self._parted(cells.unit)
        if not sure:
            row.doubts.append(UNSURE_CELLS)
        for column, stretch in zip(self._unit_columns, stretches, strict=False):
            passage = self._passage(stretch)
            if passage and column.role == "coordinating":
                row.coordinating.append(passage)
            elif passage:
                row.lead.append((column.heading, passage))

    def _parted(self, unit: list[Printed]) -> tuple[list[list[Printed]], bool]:
        """Part the lines of the unit columns into their cells, and tell whether that is sure.

        Beside a column of units, one of resources begins where words of money do.
        """
        if len(self._unit_columns) < 2:
            return [unit], True
        starts = [at for at, (text, _) in enumerate(unit) if at and is_cell_start(text)]
        if [column.role for column in self._unit_columns] == ["lead", "resource"]:
            starts = [at for at in starts if is_money(unit[at][0])][:1]
            return [unit[: starts[0]], unit[starts[0] :]] if starts else [unit], True
        starts = [at for at in starts if not unit[at - 1][0].rstrip().endswith((",", ";", "và", "-"))]
        named = [at for at in starts if _names(unit[:at]) and _names(unit[at:])]
        if starts and not named and _names(unit):
            return [unit], False
        starts = named or starts
        sure = len(starts) == 1 and len(self._unit_columns) == 2
        return [unit[: starts[0]], unit[starts[0] :]] if starts else [unit], sure

    def _assign_times(self, row: Row, cells: Cells) -> None:
        printed = time_cells([text for text, _ in cells.time], len(self._times))
        row.times = [(column.heading, printed[n] if n < len(printed) else "") for n, column in enumerate(self._times)]


def time_cells(lines: list[str], columns: int) -> list[str]:
    """Return the cells that the time lines of a row form, at most `columns` of them."""
    joined = " ".join(lines)
    found = [match.group() for match in TIME.finditer(joined)] or [joined]
    if columns <= 1 and len(found) > 1:
        return [" ".join(lines)]
    return found[:columns] if columns else []
