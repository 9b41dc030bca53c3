"""Tables printed one cell a line: every row has a line for each column, or lacks those of its empty cells.

Such a table is put together as a real one, so that its columns may hold anything a table's may: figures of years,
units of measure, notes. A table whose cells run over several lines is none of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import combinations

from dondoc.extraction.appendices.cells import TIME, is_money
from dondoc.extraction.appendices.columns import Column, Role, role_of, settle
from dondoc.extraction.appendices.fallen_entries import ROMAN_LINE
from dondoc.extraction.unit_headings import heading_units
from dondoc.reader.document import Cell, Document, Line, Table

_NUMBER = re.compile(r"^(\d{1,3})[.)]?$")
_FIGURE = re.compile(r"[-–—≥≤<>~\d.,%\s/()]*[-–—\d%][-–—≥≤<>~\d.,%\s/()]*|[xX✓]")
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 14
_WHOLE_SHARE = 0.3  # of the rows, that have a line for every column
_FITTING_SHARE = 0.6  # of those rows, whose times stand under their heads
_LONGEST_UNIT = 24  # characters of a unit of measure
UNSURE_CELL = "Dòng này thiếu ô, chưa chắc các ô còn lại thuộc cột nào."


@dataclass
class LinedTable:
    """The table put together, the lines it took, and the numbers of the rows whose cells are uncertain."""

    table: Table
    taken: int
    unsure: set[str] = field(default_factory=set)


def is_lined_head(printed: list[str]) -> bool:
    """Tell whether every line of a head is the heading of one column."""
    return _LEAST_COLUMNS <= len(printed) <= _MOST_COLUMNS and all(role_of(text) != "other" for text in printed)


def lined_table(document: Document, head: list[Line], lines: list[Line]) -> LinedTable | None:
    """Return the table that the lines under a head form one cell a line, None where they do not."""
    printed = [_text(document, line) for line in head]
    if not is_lined_head(printed) or role_of(printed[0]) != "number":
        return None
    rows, taken = _rows([_text(document, line) for line in lines], len(head))
    whole = sum(1 for row in rows if len(row) == len(head))
    work = sum(1 for row in rows if not _is_group(lines, row, document))
    if not work or whole < _WHOLE_SHARE * work:
        return None
    columns = settle(printed)
    if not _times_hold(columns, [[_text(document, lines[at]) for at in row] for row in rows]):
        return None
    made = LinedTable(Table(start=head[0].start, end=0, page=head[0].page, rows=0, columns=len(head)), taken)
    _add(made.table, head, list(range(len(head))))
    for row in rows:
        cells = [lines[at] for at in row]
        texts = [_text(document, line) for line in cells]
        group = _is_group(lines, row, document)
        places, sure = (list(range(len(row))), True) if group else _placed(columns, texts)
        if not sure:
            made.unsure.add(texts[0].rstrip(".)"))
        _add(made.table, cells, places)
    made.table.end = lines[taken - 1].end
    return made


def _text(document: Document, line: Line) -> str:
    return " ".join(document.text[line.start : line.end].split())


def _rows(texts: list[str], columns: int) -> tuple[list[list[int]], int]:
    """Return the places of each row's lines, groups of two lines included, and how many lines they take.

    A row ends where the next number stands a whole row on, else at the last place before it where that number stands.
    """
    rows: list[list[int]] = []
    at, last = 0, 0
    while at < len(texts):
        number, roman = _NUMBER.match(texts[at]), ROMAN_LINE.match(texts[at])
        if roman and roman.end() == len(texts[at]) and at + 1 < len(texts) and not _NUMBER.match(texts[at + 1]):
            rows.append([at, at + 1])
            at += 2
            continue
        if number is None or int(number[1]) not in {1, last + 1, last + 2}:
            break
        last = int(number[1])
        stops = [stop for stop in range(at + 2, min(at + columns, len(texts)) + 1) if _begins(texts, stop, last)]
        if not stops:
            return [], 0
        rows.append(list(range(at, stops[-1])))
        at = stops[-1]
    return rows, at


def _begins(texts: list[str], at: int, last: int) -> bool:
    """Tell whether a row, a group or the end of the table stands at a place after row number `last`."""
    if at >= len(texts):
        return True
    number, roman = _NUMBER.match(texts[at]), ROMAN_LINE.match(texts[at])
    if roman and roman.end() == len(texts[at]):
        return True
    return number is not None and int(number[1]) in {last + 1, last + 2} and at + 1 < len(texts)


def _is_group(lines: list[Line], row: list[int], document: Document) -> bool:
    return len(row) == 2 and bool(ROMAN_LINE.match(_text(document, lines[row[0]])))


def _add(table: Table, cells: list[Line], places: list[int]) -> None:
    """Add one row to the table, its lines in the columns `places`, the others empty."""
    by_place = dict(zip(places, cells, strict=True))
    for column in range(table.columns):
        line = by_place.get(column)
        pieces = [(line.start, line.end)] if line else []
        table.cells.append(Cell(row=table.rows, column=column, pieces=pieces))
    table.rows += 1


def _times_hold(columns: list[Column], rows: list[list[str]]) -> bool:
    """Tell whether the rows that have a line for every column hold times where times are headed, and nowhere else.

    Rows whose text runs over two lines come by chance to as many lines as there are columns.
    """
    timed = [place for place, column in enumerate(columns) if column.role == "time"]
    held = [row for row in rows if len(row) == len(columns)]
    fitting = [row for row in held if all(TIME.match(row[place]) for place in timed)]
    return not timed or len(fitting) >= _FITTING_SHARE * len(held)


def _placed(columns: list[Column], texts: list[str]) -> tuple[list[int], bool]:
    """Return the column of each line of a row, and whether no other order fits as well."""
    if len(texts) == len(columns):
        return list(range(len(columns))), True
    scored = [
        (sum(_fit(columns[place].role, text) for place, text in zip(places, texts[1:], strict=True)), places)
        for places in combinations(range(1, len(columns)), len(texts) - 1)
    ]
    best = max(score for score, _ in scored)
    fitting = [places for score, places in scored if score == best]
    return [0, *fitting[0]], len(fitting) == 1


def _fit(role: Role, text: str) -> int:
    """Return how well a line fits a column: 2 as its content, -2 as that of another."""
    timed, figure = TIME.match(text) is not None, _FIGURE.fullmatch(text) is not None
    if role in {"lead", "coordinating"}:
        return -2 if timed or figure else 2 if heading_units(text) else -1
    if role == "time":
        return 2 if timed else -2
    if role in {"figure", "baseline"}:
        return 2 if figure else -2
    if role == "measure_unit":
        return 1 if not figure and len(text) <= _LONGEST_UNIT else -2
    if role == "resource":
        return 2 if is_money(text) else 0 if figure else -1
    return 1 if role == "text" and not timed and not figure else 0 if not heading_units(text) else -1
