"""Put together again the tables that OCR cut at the end of each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from dondoc.language.folding import match_key
from dondoc.reader.assembly import Block, CellDraft, TableDraft
from dondoc.reader.layout import has_head


def join_continued(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join a table to the one right above it when it has as many columns and no head of its own, or repeats that head.

    A row that was cut, whose rest begins with a small letter beside an empty first cell, is one row again.
    """
    held: TableDraft | None = None
    for block in blocks:
        if isinstance(block, TableDraft) and held is not None and _goes_on(held, block):
            _append(held, block)
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, TableDraft) else None
        if held is None:
            yield block
    if held is not None:
        yield held


def _goes_on(above: TableDraft, below: TableDraft) -> bool:
    if above.columns != below.columns or above.columns < 2:
        return False
    return not has_head(below) or _first_row(above) == _first_row(below)


def _first_row(table: TableDraft) -> list[str]:
    return [match_key(_text(cell)) for cell in takewhile(lambda cell: cell.row == 0, table.cells)]


def _text(cell: CellDraft) -> str:
    return " ".join(line.text for line in cell.lines).strip()


def _append(above: TableDraft, below: TableDraft) -> None:
    repeated = 1 if has_head(below) else 0  # then it is the same head, by `_goes_on`
    rest = [cell for cell in below.cells if cell.row >= repeated]
    first = [cell for cell in rest if cell.row == repeated]
    shift = above.rows - repeated
    if _is_cut(first):
        last = {cell.column: cell for cell in takewhile(lambda cell: cell.row == above.rows - 1, reversed(above.cells))}
        if all(cell.column in last for cell in first if cell.lines):
            for cell in first:
                if cell.lines:
                    last[cell.column].lines += cell.lines
            rest = [cell for cell in rest if cell.row > repeated]
            shift -= 1
    for cell in rest:
        cell.row += shift
    above.cells += rest
    above.rows = below.rows + shift


def _is_cut(row: list[CellDraft]) -> bool:
    texts = [_text(cell) for cell in row]
    return bool(texts) and not texts[0] and next((text for text in texts if text), "A")[0].islower()
