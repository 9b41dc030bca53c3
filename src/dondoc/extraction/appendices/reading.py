"""One appendix: its title, its groups, and the rows of its tables, real or fallen apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.extraction import labels
from dondoc.extraction.appendices.columns import Column
from dondoc.extraction.appendices.fallen import FallenReader
from dondoc.extraction.appendices.fallen_head import columns_of, head_at
from dondoc.extraction.appendices.lined import UNSURE_CELL, lined_table
from dondoc.extraction.appendices.rows import Row
from dondoc.extraction.appendices.tables import TableReader, is_frame
from dondoc.extraction.labels import RANK, Label
from dondoc.extraction.paragraphs import is_capital
from dondoc.extraction.passage import Passage, of_lines
from dondoc.extraction.tree import Node
from dondoc.reader.document import Document, Line

_RULE = re.compile(r"^[\s*_\-–—=.+]{2,60}$")
_ATTACHED = re.compile(r"^[*_\s]*\((?:kèm|ban hành|đính kèm|dự thảo)", re.IGNORECASE)
UNSURE_NUMBER = "Số thứ tự {number} không nối tiếp số {above} của dòng trên, có thể sót dòng hoặc đọc sai số."


@dataclass
class Placed:
    """A row, the section it stands in, and the label of its group."""

    row: Row
    node: Node
    group: str | None
    columns: list[Column]


@dataclass
class Content:
    """What tables and lines below a heading yield: groups as sections, rows, and the lines that are prose."""

    groups: list[Node] = field(default_factory=list)
    rows: list[Placed] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    unread_tables: list[int] = field(default_factory=list)


def appendix_node(document: Document, lines: list[Line]) -> tuple[Node, int]:
    """Return the section of an appendix and the number of lines that its heading takes."""
    first = of_lines(document, lines[:1])
    label = labels.appendix_label(first.text)
    title: list[Line] = []
    taken = 1
    rest = first.cut(label.end) if label else first
    named = bool(rest) and not _ATTACHED.match(rest.text)
    started_capital = named and is_capital(rest.text)
    while taken < len(lines) and taken < 12:
        text = document.text[lines[taken].start : lines[taken].end].strip()
        if (
            lines[taken].table is not None
            or _RULE.match(text)
            or _ATTACHED.match(text)
            or head_at(document, lines, taken)
        ):
            break
        if named or title:
            follows = is_capital(text) if (started_capital or is_capital_line(document, title)) else text[:1].islower()
            if not follows or labels.section_labels(text):
                break
        elif labels.section_labels(text) and not is_capital(text):
            break
        title.append(lines[taken])
        taken += 1
    printed = of_lines(document, title)
    whole = rest.plus(printed) if named else printed
    node = Node(label, first.plus(printed), RANK["part"], kind="appendix")
    shown = whole.text.rstrip(" .:*_")
    node.title = whole.cut(0, len(shown)) if shown else None
    return node, taken


def is_capital_line(document: Document, lines: list[Line]) -> bool:
    """Tell whether the last of `lines` is printed in capitals."""
    return bool(lines) and is_capital(document.text[lines[-1].start : lines[-1].end])


class ContentReader:
    """Reads the tables among lines, and hangs their groups below a section."""

    def __init__(self, document: Document, home: Node) -> None:
        self._document, self._home = document, home
        self._stack: list[Node] = [home]
        self._columns: list[Column] | None = None
        self.content = Content()

    def read(self, lines: list[Line]) -> Content:
        """Read lines in order: tables once each, fallen tables from their head on, the rest as prose."""
        place = 0
        done: set[int] = set()
        while place < len(lines):
            line = lines[place]
            if line.table is not None:
                if line.table not in done:
                    done.add(line.table)
                    self.read_table(line.table)
                place += 1
                continue
            length = head_at(self._document, lines, place)
            if length is None:
                self.content.prose.append(line)
                place += 1
                continue
            head, end = lines[place : place + length], place + length
            below: list[Line] = []
            while end < len(lines) and lines[end].table is None:
                if self._printed(lines[end : end + length]) == self._printed(head):
                    end += length  # the next page prints the head again
                elif head_at(self._document, lines, end) is None:
                    below.append(lines[end])
                    end += 1
                else:
                    break
            self._read_fallen(head, below)
            place = end
        return self.content

    def _printed(self, lines: list[Line]) -> str:
        return " ".join(self._document.text[line.start : line.end] for line in lines)

    def read_table(self, index: int) -> None:
        """Read one real table; a frame of a letterhead or signature is passed over."""
        table = self._document.tables[index]
        if is_frame(self._document, table):
            return
        reading = TableReader(self._document, table).read(self._columns)
        if reading is None:
            self.content.unread_tables.append(index)
            return
        self._columns = reading.columns
        self._place(reading.rows, reading.columns)

    def _read_fallen(self, head: list[Line], lines: list[Line]) -> None:
        lined = lined_table(self._document, head, lines)
        reading = TableReader(self._document, lined.table).read() if lined else None
        if lined and reading:
            for row in reading.rows:
                row.doubts += [UNSURE_CELL] if row.number in lined.unsure else []
            self._place(reading.rows, reading.columns)
            self.content.prose += lines[lined.taken :]
            return
        columns = columns_of(self._printed(head))
        table = FallenReader(self._document, columns).read(lines)
        self._place(table.rows, table.columns)

    def _place(self, rows: list[Row], columns: list[Column]) -> None:
        for row in rows:
            if row.group and row.number is None:
                continue  # an unnumbered row that heads others is no section (convention 2)
            if row.group and row.text:
                self._open(row)
            else:
                self._leave_numbered_group(row)
                here = self._stack[-1]
                group = here.label.printed if here is not self._home and here.label else None
                self._check_number(row, here)
                self.content.rows.append(Placed(row, here, group, columns))

    def _leave_numbered_group(self, row: Row) -> None:
        """Close a group "11" whose rows were "11.1", "11.2" where a row of another number follows ("12")."""
        here, above = self._stack[-1], self.content.rows[-1] if self.content.rows else None
        if len(self._stack) == 1 or not here.label or here.label.style != "number" or above is None or not row.number:
            return
        own = f"{here.label.printed}."
        if above.node is here and (above.row.number or "").startswith(own) and not row.number.startswith(own):
            self._stack.pop()

    def _check_number(self, row: Row, here: Node) -> None:
        """Doubt a row whose number does not follow the one above it: a row may be lost or its number misread."""
        above = self.content.rows[-1] if self.content.rows else None
        number = int(row.number) if row.number and row.number.isdigit() else None
        if above is None or number is None or above.node is not here or not (above.row.number or "").isdigit():
            return
        if number != int(above.row.number or 0) + 1 and number != 1:
            row.doubts.append(UNSURE_NUMBER.format(number=number, above=above.row.number))

    def _open(self, row: Row) -> None:
        label = group_label(row.number)
        rank = label.rank if label else RANK["letter"]
        rank += RANK["number"]  # below whatever section the table stands in
        while len(self._stack) > 1 and self._stack[-1].rank >= rank:
            self._stack.pop()
        heading = Passage(self._document.text, row.pieces)
        node = Node(label, heading, rank, parent=self._stack[-1], title=row.text, kind="group")
        text = row.text_or_empty.rstrip(" .:")
        node.title = row.text.cut(0, len(text)) if row.text else None
        self._stack[-1].children.append(node)
        self._stack.append(node)
        self.content.groups.append(node)


def group_label(number: str | None) -> Label | None:
    """Return the label of a group row from its number as printed."""
    if not number:
        return None
    if number[0].isdigit():
        parts = tuple(int(part) for part in number.split(".") if part.isdigit())
        return Label("number", number, 0, parts)
    if re.fullmatch(rf"{labels.ROMAN}(?:\.\d+)+", number):  # "II.1" below "II"
        roman, *below = number.split(".")
        return Label("number", number, 0, (labels.roman_value(roman), *map(int, below)))
    style = "roman" if re.fullmatch(labels.ROMAN, number) else "letter"
    return Label(style, number, 0, (1,))  # type: ignore[arg-type]
