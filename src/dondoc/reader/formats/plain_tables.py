"""Rebuild the tables of plain text: rows of one line each, their cells parted by bars or by tabs."""

from __future__ import annotations

from collections.abc import Sequence

from dondoc.reader.assembly import Block, CellDraft, Draft, TableDraft
from dondoc.reader.layout import has_head

_MARKS = ("|", "\t")
_LEAST_MARKS = 2  # in the line of the head: a table has three columns or more
_RULE = frozenset("-=_+|: ")


def is_row(line: str) -> bool:
    """Say whether a line may be a row: its cells are set off by two bars or tabs at least."""
    return any(line.strip().count(mark) >= _LEAST_MARKS for mark in _MARKS)


def with_tables(lines: Sequence[Draft]) -> list[Block]:
    """Return the lines in order, each run of rows below a line of column headings put together as a table."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        mark = _mark_of(lines, at)
        if mark is None or not has_head(_table(lines[at : at + 1], mark)):
            blocks.append(lines[at])
            at += 1
        else:
            end = _end(lines, at, mark)
            blocks.append(_table(lines[at:end], mark))
            at = end
    return blocks


def _mark_of(lines: Sequence[Draft], at: int) -> str | None:
    """Return the mark that parts the cells of a line and of the row below it, None where they are no rows."""
    for mark in _MARKS:
        if lines[at].text.count(mark) < _LEAST_MARKS:
            continue
        below = next((line.text for line in lines[at + 1 : at + 3] if not _is_rule(line.text)), "")
        cells = len(_cells(lines[at].text, mark))
        if cells > _LEAST_MARKS and len(_cells(below, mark)) in {cells, 2}:
            return mark
    return None


def _end(lines: Sequence[Draft], at: int, mark: str) -> int:
    """Return the number of the line after the run; a row of fewer cells (a group's heading) stays in it."""
    columns = len(_cells(lines[at].text, mark))
    while at < len(lines) and (_is_rule(lines[at].text) or 1 < len(_cells(lines[at].text, mark)) <= columns):
        at += 1
    return at


def _table(lines: Sequence[Draft], mark: str) -> TableDraft:
    rows = [_cells(line.text, mark) for line in lines if not _is_rule(line.text)]
    cells = [
        CellDraft(number, column, [Draft(text=text)])
        for number, row in enumerate(rows)
        for column, text in enumerate(row + [""] * (len(rows[0]) - len(row)))
    ]
    return TableDraft(rows=len(rows), columns=len(rows[0]), cells=cells, page=lines[0].page)


def _cells(line: str, mark: str) -> list[str]:
    """Part a line into its cells; the bars that close it at its ends are no cells."""
    if mark == "|":
        line = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in line.split(mark)]


def _is_rule(line: str) -> bool:
    return len(line.strip()) > 2 and set(line.strip()) <= _RULE
