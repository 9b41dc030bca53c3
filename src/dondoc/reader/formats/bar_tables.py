"""Rebuild the tables of Markdown: pipe tables, and web tables flattened into cells between lines of a single bar."""

from __future__ import annotations

import re

from dondoc.reader.assembly import CellDraft, Draft, TableDraft
from dondoc.reader.formats.markup import is_bold, is_italic, plain

_DELIMITER = re.compile(r"^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NEW_LINE_IN_CELL = re.compile(r"^\s*(?:[-+•*]\s|\d{1,2}[.)]\s|[a-zđ]\)\s|-{3,}\s*$)")
_CLAUSE_END = re.compile(r"[.;:!?,…]\W*$")
_RECIPIENTS = re.compile(r"^\s*\|[\s*_]*Nơi nhận\s*[*_]*:[^|]{2,2000}\|[^|]{2,}\|?\s*$", re.IGNORECASE)
_ADDRESSEES = re.compile(r"[\s*_]*Nơi nhận\s*[*_]*:", re.IGNORECASE)
_ADDRESSEE = re.compile(r"(?<=[:;,.*_])\s+(?=[-–]\s*\S)")
_ROLE = re.compile(
    r"(?<!KT\.)(?<!TM\.)(?<!TL\.)(?<!PHÓ)\s+(?=(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|BÍ\s+THƯ|THỦ\s+TƯỚNG|GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG)\b)"
)
_ENDING_ROWS = 2
_TAIL = 40  # characters at the end of a line that tell how it ends
_LONGEST_DELIMITER = 2_000
_LONGEST_CELL = 200  # lines; a bar further away is of another table
_ADDRESSEE_END = re.compile(r"[;:,.]\W*$")


def is_bar(line: str) -> bool:
    """Say whether a line holds a single bar and nothing else: the edge of a flattened cell."""
    return line.strip() == "|"


def read_flattened(lines: list[str], start: int) -> tuple[TableDraft, int]:
    """Read the flattened table whose first bar is `lines[start]`; return it and the number of the line after it.

    A cell lies between two bars, two bars in a row end a row, and a bar followed by a blank line ends the table.
    More bars in a row stand for empty cells, as many as the row still lacks. What follows the last bar is no cell.
    """
    segments: list[list[str]] = []
    after = at = start + 1
    columns = filled = 0  # cells of the first row, and of the row being read
    while at < len(lines) and at - after <= _LONGEST_CELL:
        if not is_bar(lines[at]):
            at += 1
            continue
        segments.append(lines[after:at])
        if segments[-1] or not filled:
            filled += 1
        else:
            columns, filled = columns or filled, 0
        after = at = at + 1
        is_full = bool(columns) and filled >= columns
        if at < len(lines) and not lines[at].strip() and (is_full or not _goes_on(lines, at)):
            break
    return _grid(_rows_of(segments)), after


def _goes_on(lines: list[str], at: int) -> bool:
    """Say whether the blank lines at `at` are an empty cell: a bar follows them."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at < len(lines) and is_bar(lines[at])


def _rows_of(segments: list[list[str]]) -> list[list[list[str]]]:
    rows: list[list[list[str]]] = []
    row: list[list[str]] = []
    columns = 0
    at = 0
    while at < len(segments):
        if segments[at]:
            row.append(segments[at])
            at += 1
            continue
        empties = 0
        while at < len(segments) and not segments[at]:
            empties += 1
            at += 1
        if empties > 1 and columns:
            lacking = min(max(columns - len(row), 0), empties - 1)
            row += [[]] * lacking
            empties -= lacking
        rows.append(row)
        columns = columns or len(row)
        row = [[]] * (empties - 1)
    if row:
        rows.append(row)
    return [row for row in rows if row]


def _grid(rows: list[list[list[str]]]) -> TableDraft:
    columns = max((len(row) for row in rows), default=0)
    cells = []
    for number, row in enumerate(rows):
        for column, lines in enumerate(row):
            span = columns - column if column == len(row) - 1 else 1
            cells.append(CellDraft(number, column, cell_lines(lines), column_span=span))
    return TableDraft(rows=len(rows), columns=columns, cells=cells)


def cell_lines(lines: list[str]) -> list[Draft]:
    """Join the soft-wrapped lines of a cell into its paragraphs; emphasis or a bullet of its own begins one."""
    joined: list[str] = []
    for line in lines:
        line = line.strip()
        if not line or line in ("**", "*"):
            joined += [""] if not line else []
            continue
        if joined and joined[-1] and not _begins(joined[-1], line):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return [
        Draft(text=plain(text), bold=is_bold(text), italic=is_italic(text)) for text in joined if plain(text).strip()
    ]


def _begins(above: str, line: str) -> bool:
    if _NEW_LINE_IN_CELL.match(line):
        return bool(_ADDRESSEE_END.search(above[-_TAIL:])) or line.startswith("---") or line[2:3].isupper()
    open_emphasis = above.count("**") % 2 == 1 or above.replace("**", "").count("*") % 2 == 1
    if open_emphasis:
        return False
    if above.endswith(("**", "---")) or line.startswith("**"):
        return True
    return above.isupper() and not _CLAUSE_END.search(above[-_TAIL:]) and line[:1].isupper()


def is_pipe_table(lines: list[str], at: int) -> bool:
    """Say whether a pipe table begins here: a row of cells above a row of dashes, or two rows closed by bars."""
    if "|" not in lines[at] or is_bar(lines[at]):
        return False
    if _RECIPIENTS.match(lines[at]):
        return True
    if at + 1 >= len(lines):
        return False
    below = lines[at + 1]
    if _is_delimiter(below) and "|" in below + lines[at] and "-" in below:
        return len(_split(lines[at])) == len(_split(below)) or lines[at].strip().startswith("|")
    return _is_closed(lines[at]) and _is_closed(below) and len(_split(lines[at])) == len(_split(below)) > 1


def read_pipes(lines: list[str], start: int) -> tuple[TableDraft, int]:
    """Read the pipe table at `start`; return it and the number of the line after it."""
    rows: list[list[str]] = []
    at = start
    while at < len(lines) and "|" in lines[at] and lines[at].strip() and not is_bar(lines[at]):
        if not _is_delimiter(lines[at]) or not rows:
            rows.append(_split(lines[at]))
        at += 1
    columns = max(len(row) for row in rows)
    cells = [
        CellDraft(
            number,
            column,
            [_cell_line(part) for piece in _BREAK.split(text) for part in _unfolded(piece, number, rows)],
        )
        for number, row in enumerate(rows)
        for column, text in enumerate(row + [""] * (columns - len(row)))
    ]
    return TableDraft(rows=len(rows), columns=columns, cells=cells), at


def _unfolded(text: str, row: int, rows: list[list[str]]) -> list[str]:
    """Part a cell of recipients or of a signature whose lines a flattener joined by spaces."""
    if len(rows) > _ENDING_ROWS or not _ADDRESSEES.match(rows[0][0]):
        return [text]
    if row == 0 and text == rows[0][0]:
        return _ADDRESSEE.split(text)
    words = text.split()
    name = len(words)
    while name and words[name - 1].istitle():
        name -= 1
    return [part for part in (*_ROLE.split(" ".join(words[:name])), " ".join(words[name:])) if part]


def _cell_line(text: str) -> Draft:
    return Draft(text=plain(text), bold=is_bold(text), italic=is_italic(text))


def _is_delimiter(line: str) -> bool:
    return len(line) <= _LONGEST_DELIMITER and bool(_DELIMITER.match(line.strip()))


def _is_closed(line: str) -> bool:
    line = line.strip()
    return len(line) > 2 and line.startswith("|") and line.endswith("|")


def _split(line: str) -> list[str]:
    line = line.strip()
    line = line.removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return [part.strip() for part in _UNESCAPED_BAR.split(line)]
