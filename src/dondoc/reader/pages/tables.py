"""Tables over pages: words fall into the cells of each page's grid, and a table cut by a page break is one again."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from dondoc.reader.pages.aligned import NUMBER_HEADS, Found, aligned_tables
from dondoc.reader.pages.marks import Grid, PageMarks, PrintedLine, Word, share_covered
from dondoc.reader.pages.rows import cell_lines

MOST_HEAD_ROWS = 4
SAME_WIDTH = 0.06  # share of a column's width by which two pages may differ
SAME_POINTS = 5.0
ALIKE = 0.85  # likeness of a repeated head, which OCR reads a little differently each time
NUMBERED = 0.6  # share of rows whose first cell is filled, for an empty first cell to mean a cut row


@dataclass(slots=True)
class FilledCell:
    """One cell with its stretches of printed lines; a page break makes a second stretch."""

    row: int
    column: int
    row_span: int
    column_span: int
    stretches: list[list[PrintedLine]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the whole text on one line."""
        return " ".join(line.text for lines in self.stretches for line in lines)


@dataclass(slots=True)
class FilledTable:
    """A table with its cells in row order; `widths` are those of its columns, in points."""

    page: int
    rows: int
    widths: list[float]
    cells: list[FilledCell]
    top: float
    bottom: float
    open_above: bool = False
    open_below: bool = False
    repeated_heads: int = 0
    left: float = 0.0
    gutters: list[tuple[float, float]] = field(default_factory=list)  # of a table without upright rules

    def row(self, number: int) -> list[FilledCell]:
        """Return the cells that begin in one row, from left to right."""
        return [cell for cell in self.cells if cell.row == number]


def fill(
    page: PageMarks, before: Found | None = None, above: FilledTable | None = None
) -> tuple[list[FilledTable], list[Word], Found | None]:
    """Return the tables of a page with their words, the words outside all tables, and a table that ends the page.

    `before` is the table without upright rules that ended the page before, as is what is returned; `above` is the last
    table of that page: the rest of its last row may fill one cell only.
    """
    outside = list(page.words)
    tables: list[FilledTable] = []
    aligned = aligned_tables(_free(page), page.rules, before)
    found: list[tuple[Grid, list[tuple[float, float]]]] = [(grid, []) for grid in page.grids]
    for grid, gutters in found + [(table.grid, table.gutters) for table in aligned]:
        inside: list[Word] = []
        rest: list[Word] = []
        left, top, right, bottom = grid.box
        for word in outside:
            centre = ((word.left + word.right) / 2, (word.top + word.bottom) / 2)
            within = left <= centre[0] <= right and top <= centre[1] <= bottom
            (inside if within else rest).append(word)
        table = _filled(grid, inside, page)
        table.gutters, table.left = gutters, grid.columns[0]
        filled = sum(bool(cell.stretches) for cell in table.cells)
        if filled >= 2 or (filled == 1 and not tables and above is not None and continues(above, table)):
            tables.append(table)
            outside = rest
    last = aligned[-1] if aligned and aligned[-1].at_end else None
    if last and any(grid.rows[0] > last.grid.rows[-1] for grid in page.grids):
        last = None
    return tables, outside, last


def _free(page: PageMarks) -> list[Word]:
    """Return the words outside all ruled grids."""
    boxes = [grid.box for grid in page.grids]
    return [
        word
        for word in page.words
        if not any(b[0] <= word.left <= b[2] and b[1] <= (word.top + word.bottom) / 2 <= b[3] for b in boxes)
    ]


def _filled(grid: Grid, words: list[Word], page: PageMarks) -> FilledTable:
    by_cell: list[list[Word]] = [[] for _ in grid.cells]
    for word in words:
        box = (word.left, word.top, word.right, word.bottom)
        shares = [share_covered(box, cell.box) for cell in grid.cells]
        best = max(range(len(shares)), key=shares.__getitem__)
        by_cell[best].append(word)
    cells = [
        FilledCell(
            cell.row, cell.column, cell.row_span, cell.column_span, [cell_lines(found, page.number)] if found else []
        )
        for cell, found in zip(grid.cells, by_cell, strict=True)
    ]
    widths = [b - a for a, b in zip(grid.columns, grid.columns[1:], strict=False)]
    return FilledTable(
        page.number, len(grid.rows) - 1, widths, cells, grid.rows[0], grid.rows[-1], grid.open_above, grid.open_below
    )


def continues(table: FilledTable, after: FilledTable) -> bool:
    """Say whether `after`, the first thing on the next page, has the columns of `table`, the last on its page.

    A head of its own, beginning with STT or TT, makes it another table.
    """
    if (
        len(table.widths) != len(after.widths)
        or after.page != table.page + 1
        or bool(table.gutters) != bool(after.gutters)
    ):
        return False
    if table.gutters:
        same = all(min(a[1], b[1]) > max(a[0], b[0]) for a, b in zip(table.gutters, after.gutters, strict=True))
    else:
        same = all(
            abs(a - b) <= max(SAME_POINTS, SAME_WIDTH * max(a, b))
            for a, b in zip(table.widths, after.widths, strict=True)
        )
    return same and not (_is_headed(after) and _is_headed(table) and not _repeated_head(table, after))


def _is_headed(table: FilledTable) -> bool:
    first = table.row(0)
    return bool(first) and first[0].text.rstrip(".:").upper() in NUMBER_HEADS


def append(table: FilledTable, after: FilledTable) -> None:
    """Join `after` to `table`: its repeated head is dropped, a row that the page cut is put together."""
    skipped = _repeated_head(table, after)
    table.repeated_heads += skipped > 0
    rest = [cell for cell in after.cells if cell.row >= skipped]
    shift = table.rows - skipped
    if skipped < after.rows and _is_cut(table, after, skipped):
        shift -= 1
        last = {cell.column: cell for cell in table.cells if cell.row + cell.row_span == table.rows}
        for cell in [c for c in rest if c.row == skipped and c.row_span == 1]:
            owner = last.get(cell.column)
            if owner is not None:
                owner.stretches += cell.stretches
                rest.remove(cell)
    for cell in rest:
        cell.row += shift
        table.cells.append(cell)
    table.rows = after.rows + shift
    table.page, table.bottom, table.open_below = after.page, after.bottom, after.open_below


def _repeated_head(table: FilledTable, after: FilledTable) -> int:
    """Return how many rows at the top of `after` repeat the head of `table`."""
    rows = 0
    for number in range(min(MOST_HEAD_ROWS, table.rows - 1, after.rows)):
        ours, theirs = _printed(table, number), _printed(after, number)
        if not any(ours) or not _alike(ours, theirs):
            break
        rows = number + 1
    first = after.row(0)
    if rows and any(cell.row_span > rows for cell in first):
        rows = min(after.rows, max(cell.row_span for cell in first))
    return rows


def _printed(table: FilledTable, number: int) -> list[str]:
    return ["".join(cell.text.casefold().split()) for cell in table.row(number)]


def _alike(ours: list[str], theirs: list[str]) -> bool:
    if ours == theirs:
        return True
    if len(ours) != len(theirs) or not any(c.isalpha() for c in "".join(ours)):
        return False
    return difflib.SequenceMatcher(None, "|".join(ours), "|".join(theirs), autojunk=False).ratio() >= ALIKE


def _is_cut(table: FilledTable, after: FilledTable, first: int) -> bool:
    """Say whether the first row of `after` is the rest of the last row of `table`.

    It is where the rule between them is missing, or where its number cell is empty though the rows of the table are numbered; where the number stands in the
    later part only, the text must run on in mid-sentence.
    """
    if table.open_below or (after.open_above and first == 0):
        return True
    new = after.row(first)
    old = [cell for cell in table.cells if cell.row + cell.row_span == table.rows]
    if not new or not old:
        return False
    numbers = [bool(cell.text) for cell in table.cells if cell.column == 0]
    numbered = sum(numbers) >= NUMBERED * len(numbers)
    runs_on = _runs_on(old, new)
    new_number, old_number = new[0].text, old[0].text
    if new[0].column == 0 and not new_number:
        return (numbered or runs_on) and any(cell.text for cell in new)
    return bool(new_number) and not old_number and runs_on and len(new) == len(old)


def _runs_on(old: list[FilledCell], new: list[FilledCell]) -> bool:
    """Say whether some cell of the new row goes on with a small letter where the old one did not end a sentence."""
    before = {cell.column: cell.text for cell in old}
    for cell in new:
        text, earlier = cell.text, before.get(cell.column, "")
        if cell.column > 0 and text and earlier and text[0].islower() and earlier[-1] not in ".;:":
            return True
    return False
