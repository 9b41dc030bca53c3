"""What is typed into a printed paper: paragraphs, columns side by side and tables; and the truth they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Ruling = Literal["full", "none", "horizontal", "shaded"]


@dataclass(frozen=True)
class Text:
    """One paragraph; a newline in it is a forced line break."""

    text: str
    align: Literal["justify", "left", "center", "right"] = "justify"
    bold: bool = False
    italic: bool = False
    note: str = ""  # the text of a footnote at its end


@dataclass(frozen=True)
class Sides:
    """Lines in two columns beside each other, as in letterheads and signature blocks; "" leaves a line free."""

    left: list[str]
    right: list[str]
    share: int = 42  # percent of the width that the left side takes


@dataclass(frozen=True)
class Cell:
    """One cell; a newline parts its paragraphs."""

    text: str
    wide: int = 1
    high: int = 1


@dataclass(frozen=True)
class Table:
    """A table; in `rows` a string is a cell of one field, and cells of several fields are followed by no filler."""

    head: list[list[Cell]]
    rows: list[list[str | Cell]]
    widths: list[int]  # percent
    ruling: Ruling = "full"
    repeats: bool = True  # the head at the top of each page

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return len(self.widths)


@dataclass(frozen=True)
class Turn:
    """A new page; `landscape` says how it and those after it lie."""

    landscape: bool = False


@dataclass(frozen=True)
class Columns:
    """Paragraphs set in two columns of one page."""

    texts: list[Text]


Block = Text | Sides | Table | Turn | Columns


@dataclass(frozen=True)
class Look:
    """How a paper is set."""

    font: str = "Liberation Serif"
    size: float = 14
    indent: bool = True  # first lines are set in; otherwise space stands between paragraphs
    leading: float = 1.15
    spacing: float = 0.0  # points between letters
    justify: bool = True
    decomposed: bool = False  # letters and marks apart (NFD)
    head: str = ""
    foot: str = ""  # {n} and {all} stand for the page and the number of pages
    watermark: str = ""
    stamp: bool = False
    whole_rows: bool = False  # pages never cut a row


@dataclass(frozen=True)
class Paper:
    """A paper and its look."""

    name: str
    blocks: list[Block]
    look: Look = field(default_factory=Look)

    @property
    def truth(self) -> dict[str, Any]:
        """Return what was typed, in the shape that `fixtures.comparison.compare` takes."""
        paragraphs: list[str] = []
        tables: list[dict[str, Any]] = []
        for block in self.blocks:
            if isinstance(block, Text):
                paragraphs.append(" ".join(block.text.split()))
            elif isinstance(block, Columns):
                paragraphs += [text.text for text in block.texts]
            elif isinstance(block, Sides):
                paragraphs += [line for line in [*block.left, *block.right] if line]
            elif isinstance(block, Table):
                paragraphs.append("[table]")
                tables.append(_typed_table(block))
        notes = [block.note for block in self.blocks if isinstance(block, Text) and block.note]
        paragraphs += [f"[{number}] {note}" for number, note in enumerate(notes, start=1)]
        return {"paragraphs": paragraphs, "tables": tables}


def placed(rows: list[list[Cell]], columns: int) -> list[tuple[Cell, int, int]]:
    """Return each cell with its column and row, around the cells that reach down from above."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            found.append((cell, column, row))
            taken |= {(row + y, column + x) for y in range(cell.high) for x in range(cell.wide)}
            column += cell.wide
        assert all((row, x) in taken for x in range(columns)), cells
    return found


def _typed_table(table: Table) -> dict[str, Any]:
    head = [(cell.text, column, row, cell.wide, cell.high) for cell, column, row in placed(table.head, table.columns)]
    typed: list[list[str]] = [[""] * table.columns for _ in table.rows]
    for cell, column, row in placed(as_cells(table.rows), table.columns):
        typed[row][column] = cell.text
    return {"head": head, "head_rows": len(table.head), "rows": typed, "columns": table.columns}


def as_cells(rows: list[list[str | Cell]]) -> list[list[Cell]]:
    """Return the rows with every string made a cell of one field."""
    return [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
