"""Tables whose columns fell apart into lines: rows put together again from numbers, units, times and language.

The lines of a row come cell by cell, from left to right. A row that a page cut goes on after it with the rest
of each cell in the same order. The words of the head tell which cells to expect.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from dondoc.extraction.appendices.cells import is_cell_start, time_stretch
from dondoc.extraction.appendices.columns import UNIT_ROLES, Column, Role, fold, settle
from dondoc.extraction.appendices.rows import Row, is_total
from dondoc.extraction.labels import ROMAN, roman_value
from dondoc.extraction.paragraphs import ends_sentence
from dondoc.extraction.passage import Passage, Piece
from dondoc.extraction.unit_headings import heading_units
from dondoc.reader.document import Document, Line

_HEAD_START = re.compile(r"^(?:s\s*t\s*t?|tt)\b", re.IGNORECASE)
_HEAD_LINES = 24
_STARTERS = re.compile(
    r"(?P<number>\bs ?t ?t\b|\btt\b)"
    r"|(?P<text>(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|danh mục|tên công trình|chỉ tiêu|giải pháp)(?: công việc| nhiệm vụ| trọng tâm| chủ yếu| thực hiện| cụ thể|, giải pháp| và giải pháp|, nhiệm vụ)*)"
    r"|(?P<coordinating>(?:cơ quan|đơn vị|các đơn vị)? ?phối hợp(?: thực hiện)?)"
    r"|(?P<lead>(?:cơ quan|đơn vị|bộ phận|người)(?:,? (?:cơ quan|đơn vị))?(?: chủ trì| thực hiện| phụ trách| tham mưu| chịu trách nhiệm| theo dõi)*"
    r"(?:(?: và|,) (?:tham mưu|phối hợp|thực hiện))?|chủ trì(?: thực hiện)?|phân công(?: thực hiện)?)"
    r"|(?P<resource>nguồn (?:lực|vốn|kinh phí)(?: thực hiện)?|kinh phí(?: thực hiện)?)"
    r"|(?P<product>sản phẩm|kết quả)|(?P<note>ghi chú)"
    r"|(?P<time>thời (?:gian|hạn)(?: thực hiện)?(?: hoàn thành)?|tiến độ(?: thực hiện)?|hoàn thành|bắt đầu|kết thúc|thực hiện)"
)
_NUMBER_LINE = re.compile(r"^(\d{1,3})[.)]?(?:\s+|$)")
_ROMAN_LINE = re.compile(rf"^({ROMAN})[.)]?(?:\s+(?=\S)|$)")
_NARROW_SHARE = 0.62
_SKIPPED = 2  # from the number above to one before which a number was left out
_MOST_SHARE = 0.6
_LONG_TIMES, _LONG_ROW = 4, 400  # times the usual length, and characters
UNSURE_ROW = "Các cột của bảng phụ lục bị rã thành dòng, dòng này ghép lại chưa chắc chắn."
UNSURE_CELLS = "Chưa chắc ranh giới giữa hai cột đơn vị của dòng này."


@dataclass
class _Entry:
    """The lines of one row as they stand; `first` is the offset of its text on the first line."""

    number: str
    lines: list[tuple[str, Piece]]
    group: bool = False
    label: Piece | None = None  # where the number stands


def _names(lines: list[tuple[str, Piece]]) -> bool:
    """Tell whether lines of a cell, joined, are names of units and nothing else."""
    return bool(heading_units(" ".join(text for text, _ in lines).rstrip(" .;,")))


def _widest(lengths: list[int]) -> int:
    """Return the length that all but the longest seventh reach at most; 0 for none."""
    return sorted(lengths)[int(len(lengths) * 0.85)] if lengths else 0


@dataclass
class FallenTable:
    """What was read: the columns, and the rows."""

    columns: list[Column]
    rows: list[Row] = field(default_factory=list)


def head_at(document: Document, lines: list[Line], place: int) -> int | None:
    """Return the number of lines that a fallen table's head takes at `place`, None when none begins there."""
    if not _HEAD_START.match(document.text[lines[place].start : lines[place].end].strip()):
        return None
    for length in range(1, min(_HEAD_LINES, len(lines) - place)):
        text = document.text[lines[place + length].start : lines[place + length].end].strip()
        if re.match(r"^(?:1|I|A)[.)]?(?:\s|$)", text):
            joined = " ".join(document.text[line.start : line.end] for line in lines[place : place + length])
            found = columns_of(joined)
            return length if len(found) >= 3 or (len(found) == 2 and length <= 4) else None
        if len(text) > 60:
            return None
    return None


def columns_of(head: str) -> list[Column]:
    """Return the columns that the words of a head name, in order; "Thời gian | Thực hiện | Hoàn thành" is two."""
    folded = fold(head)
    found: list[tuple[Role, str]] = []
    for match in _STARTERS.finditer(folded):
        role: Role = match.lastgroup or "other"  # type: ignore[assignment]
        printed = match.group().strip()
        if role == "time" and found and found[-1][0] == "time" and found[-1][1] in {"thời gian", "thời hạn"}:
            found[-1] = ("time", f"{found[-1][1]} {printed}")
        elif role == "text" and any(known == "text" for known, _ in found):
            continue
        else:
            found.append((role, printed))
    expanded: list[tuple[Role, str]] = []
    for role, printed in found:
        if role == "time" and printed.endswith("thực hiện hoàn thành"):
            expanded += [("time", "thời gian thực hiện"), ("time", "thời gian hoàn thành")]
        else:
            expanded.append((role, printed))
    columns = settle([printed for _, printed in expanded])
    return [Column(role, column.heading) for (role, _), column in zip(expanded, columns, strict=True)]


class FallenReader:
    """Reads the rows under one fallen head."""

    def __init__(self, document: Document, columns: list[Column]) -> None:
        self._document = document
        self._columns = columns
        self._unit_columns = [column for column in columns if column.role in UNIT_ROLES]
        self._times = [column for column in columns if column.role == "time"]
        self._vocabulary: Counter[str] = Counter()

    def read(self, lines: list[Line]) -> FallenTable:
        """Return the rows of the lines below the head."""
        entries = self._entries(lines)
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

    def _entries(self, lines: list[Line]) -> list[_Entry]:
        entries: list[_Entry] = []
        last, group = 0, 0
        numbers = [self._leading_number(line) for line in lines]
        for at, line in enumerate(lines):
            text = self._document.text[line.start : line.end]
            stripped = text.strip()
            if not stripped or is_total(stripped):
                continue
            start = line.start + len(text) - len(text.lstrip())
            number, roman = _NUMBER_LINE.match(stripped), _ROMAN_LINE.match(stripped)
            if roman and self._opens_group(roman, group, entries):
                group = roman_value(roman[1])
                entries.append(_Entry(roman[1], [], group=True, label=(start, start + roman.end(1), line.page)))
                start += roman.end()
            elif number and self._follows(numbers, at, last, entries) and not self._runs_on(entries, stripped):
                last = int(number[1])
                entries.append(_Entry(number[1], [], label=(start, start + number.end(1), line.page)))
                start += number.end()
                doubled = _NUMBER_LINE.match(stripped[number.end() :])
                if doubled and doubled[1] == number[1]:
                    start += doubled.end()
            if entries and start < line.end:
                piece = (start, line.end, line.page)
                rest = " ".join(self._document.text[start : line.end].split())
                if rest:
                    entries[-1].lines.append((rest, piece))
        return entries

    def _leading_number(self, line: Line) -> int | None:
        """Return the number that a line begins with, as a row does."""
        match = _NUMBER_LINE.match(self._document.text[line.start : line.end].strip())
        return int(match[1]) if match else None

    @staticmethod
    def _opens_group(roman: re.Match[str], group: int, entries: list[_Entry]) -> bool:
        """Tell whether a roman number heads the next group; one number may have been left out before it."""
        step = roman_value(roman[1]) - group
        return (step == 1 and bool(group or not entries)) or (step == _SKIPPED and group > 0)

    def _follows(self, numbers: list[int | None], at: int, last: int, entries: list[_Entry]) -> bool:
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

    def _whole(self, entry: _Entry) -> bool:
        """Tell whether the lines of a row end in its times, or, where the table has none, in a sentence's end."""
        if entry.group or not entry.lines:
            return False
        lines = [text for text, _ in entry.lines]
        if not self._times:
            return ends_sentence(lines[-1])
        place = time_stretch(lines)
        return place is not None and place[1] == len(lines) - 1

    @staticmethod
    def _runs_on(entries: list[_Entry], text: str) -> bool:
        """Tell whether a line that begins with the next number still belongs to the row above ("3 tầng …")."""
        if not entries or re.fullmatch(r"\d+[.)]?", text):
            return False
        after = text.split(maxsplit=1)[1]
        return after[0].islower() or not entries[-1].lines

    def _cells(self, entry: _Entry) -> _Cells | None:
        if entry.group:
            return None
        cells = _Cells(list(entry.lines))
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
        self._split_unit(cells)
        return cells

    def _cut(self, start: int, end: int, page: int | None, low: int, high: int) -> Piece:
        cut = Passage(self._document.text, [(start, end, page)]).cut(low, high)
        return cut.pieces[0]

    def _split_unit(self, cells: _Cells) -> None:
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
        if place is None:
            return
        cells.unit, cells.before = lines[place:], lines[:place]
        cells.whole = not cells.after

    @staticmethod
    def _turns(before: str) -> bool:
        """Tell whether a cell may begin below `before` though that line ends in mid-sentence."""
        joined = before.rsplit(" ", 1)[-1].lower()
        return joined not in {"của", "và", "với", "các", "do", "từ", "cho", "bởi", "tại", "trong", "theo"}

    def _mend(self, cells: _Cells | None) -> _Cells | None:
        """Give a row cut by a page, or printed with its unit on the text's line, its whole cells."""
        if cells is None or not self._unit_columns:
            return cells
        if cells.after:
            self._mend_cut(cells)
        elif not cells.unit and cells.before:
            self._mend_glued(cells)
        return cells

    def _mend_cut(self, cells: _Cells) -> None:
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

    def _take_cut(self, cells: _Cells, prefix: str, rest: str) -> None:
        if not cells.unit:
            text, (start, end, page) = cells.before[-1]
            at = len(text) - len(prefix)
            cells.before[-1] = (text[:at].rstrip(), self._cut(start, end, page, 0, at))
            cells.unit = [(prefix, self._cut(start, end, page, at, len(text)))]
        remaining = rest
        back: list[tuple[str, Piece]] = []
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

    def _mend_glued(self, cells: _Cells) -> None:
        text, (start, end, page) = cells.before[-1]
        for known, _ in self._vocabulary.most_common():
            if text.endswith(" " + known):
                at = len(text) - len(known)
                cells.unit = [(known, self._cut(start, end, page, at, len(text)))]
                cells.before[-1] = (text[:at].rstrip(), self._cut(start, end, page, 0, at))
                return

    def _row(self, entry: _Entry, cells: _Cells | None) -> Row:
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

    def _passage(self, lines: list[tuple[str, Piece]]) -> Passage | None:
        passage = Passage(self._document.text, [piece for _, piece in lines])
        return passage if passage else None

    def _assign_units(self, row: Row, cells: _Cells) -> None:
        if not cells.unit:
            return
        stretches = [cells.unit]
        if len(self._unit_columns) > 1:
            starts = [
                number
                for number, (text, _) in enumerate(cells.unit)
                if number
                and is_cell_start(text)
                and not cells.unit[number - 1][0].rstrip().endswith((",", ";", "và", "-"))
            ]
            starts = [at for at in starts if _names(cells.unit[:at]) and _names(cells.unit[at:])] or starts
            if starts:
                stretches = [cells.unit[: starts[0]], cells.unit[starts[0] :]]
            if len(starts) != 1 or len(self._unit_columns) > 2:
                row.doubts.append(UNSURE_CELLS)
        for column, stretch in zip(self._unit_columns, stretches, strict=False):
            passage = self._passage(stretch)
            if passage and column.role == "coordinating":
                row.coordinating.append(passage)
            elif passage:
                row.lead.append((column.heading, passage))

    def _assign_times(self, row: Row, cells: _Cells) -> None:
        printed = time_cells([text for text, _ in cells.time], len(self._times))
        row.times = [(column.heading, printed[n] if n < len(printed) else "") for n, column in enumerate(self._times)]


def time_cells(lines: list[str], columns: int) -> list[str]:
    """Return the cells that the time lines of a row form, at most `columns` of them."""
    from dondoc.extraction.appendices.cells import TIME

    found = [match.group() for match in TIME.finditer(" ".join(lines))]
    if columns <= 1 and len(found) > 1:
        return [" ".join(lines)]
    return found[:columns] if columns else []


@dataclass
class _Cells:
    """The lines of one row by cell; `after` are those that a page put after the time."""

    before: list[tuple[str, Piece]]
    time: list[tuple[str, Piece]] = field(default_factory=list)
    after: list[tuple[str, Piece]] = field(default_factory=list)
    unit: list[tuple[str, Piece]] = field(default_factory=list)
    more: list[tuple[str, Piece]] = field(default_factory=list)
    whole: bool = False
    unsure: bool = False

    @property
    def unit_text(self) -> str:
        """Return the unit cell as one text."""
        return " ".join(text for text, _ in self.unit)
