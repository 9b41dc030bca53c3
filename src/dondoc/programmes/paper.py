"""The paper as blocks of text and tables, with the places of its items marked. Pure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


class Marked(Protocol):
    """A place in the text that a page marks."""

    start: int
    end: int
    kind: str
    pk: int
    label: str


@dataclass
class Piece:
    """A stretch of text in which the same items stand."""

    start: int
    end: int
    text: str
    item: Marked | None = None  # the target or task printed here
    findings: list[Marked] = field(default_factory=list)
    opens: bool = False  # the item begins here


@dataclass
class Cell:
    """A cell of a printed table."""

    column: int
    row_span: int
    column_span: int
    pieces: list[Piece]


@dataclass
class Block:
    """A paragraph, or a table (`rows`), as printed; `flags` say how it looks (see intake.child)."""

    page: int | None
    start: int
    end: int
    flags: str = ""
    pieces: list[Piece] = field(default_factory=list)
    rows: list[list[Cell]] | None = None
    new_page: bool = False


# What begins a line of its own where the file does not say where paragraphs begin: a dash, a number, a letter.
LIST_SIGN = re.compile(r"\s*(?:[-–+*•]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[IVXLC]{1,6}[.)]|\(?\w[.)])\s")
LONGEST_BLOCK = 4_000  # characters; a file without any paragraph is still cut


def paper_blocks(text: str, layout: dict[str, Any], marks: Sequence[Marked] = ()) -> list[Block]:
    """Return the paper in reading order; `layout` holds its lines and tables, `marks` are sorted by their start."""
    cutter = _Cutter(text, marks)
    blocks: list[Block] = []
    shown: set[int] = set()
    page: int | None = None
    for start, end, number, table, flags in _paragraphs(text, layout.get("lines", [])):
        if table is not None and table in shown:
            continue
        block = Block(number, start, end, flags, new_page=number is not None and number != page)
        if table is None:
            block.pieces = cutter.cut(start, end)
        else:
            shown.add(table)
            block.rows = _rows(cutter, layout["tables"][table])
        blocks.append(block)
        page = number
    return blocks


Paragraph = tuple[int, int, int | None, int | None, str]  # start, end, page, table, flags


def _paragraphs(text: str, lines: Sequence[Any]) -> list[Paragraph]:
    """Return the lines joined into paragraphs of one look; "r" is added where printed line ends are to be kept."""
    told = sum("p" in line[4] for line in lines) > 1
    found: list[Paragraph] = []
    for start, end, page, _box, flags in lines or [[0, len(text), None, None, ""]]:
        look, _, table = flags.partition("t")
        begins = "p" in look if told else bool(LIST_SIGN.match(text, start, end)) or text[start:end].isupper()
        look = look.replace("p", "") + ("" if told else "r")
        last = found[-1] if found else None
        if (
            last is not None
            and not begins
            and not table
            and last[2:] == (page, None, look)
            and not text[last[1] : start].strip()
            and end - last[0] <= LONGEST_BLOCK
        ):
            found[-1] = (last[0], end, page, None, look)
        else:
            found.append((start, end, page, int(table) if table else None, look))
    return found


def _rows(cutter: _Cutter, table: dict[str, Any]) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for row, column, row_span, column_span, pieces in table["cells"]:
        cut = [piece for start, end in pieces for piece in cutter.cut(start, end)]
        rows.setdefault(row, []).append(Cell(column, row_span, column_span, cut))
    return [sorted(rows[row], key=lambda c: c.column) for row in sorted(rows)]


class _Cutter:
    """Cuts stretches of the text where items and findings begin and end."""

    def __init__(self, text: str, marks: Sequence[Marked]) -> None:
        self.text = text
        self.items = [m for m in marks if m.kind != "finding"]
        self.findings = [m for m in marks if m.kind == "finding"]

    def cut(self, start: int, end: int) -> list[Piece]:
        """Return text[start:end] in pieces, each with the item printed in it and the findings on it."""
        items = [m for m in self.items if m.start < end and m.end > start]
        findings = [m for m in self.findings if m.start < end and m.end > start]
        edges = sorted({start, end, *(max(start, min(end, e)) for m in (*items, *findings) for e in (m.start, m.end))})
        pieces = []
        for a, b in itertools.pairwise(edges):
            item = next((m for m in items if m.start <= a and m.end >= b), None)
            on = [m for m in findings if m.start <= a and m.end >= b]
            pieces.append(Piece(a, b, self.text[a:b], item, on, opens=item is not None and item.start == a))
        return pieces
