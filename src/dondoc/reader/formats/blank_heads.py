"""The head of a table laid out by blanks: what stands over each column, and headings over several of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dondoc.reader.assembly import CellDraft, Draft
from dondoc.reader.formats.blank_columns import Reach, pieces

_NEXT_HEADING = re.compile(
    r"(?<=\S) (?=(?:Nội dung|Nhiệm vụ|Công việc|Cơ quan|Đơn vị|Cá nhân|Đồng chí|Chủ trì|Phối hợp|Thời gian|Thời hạn|Tiến độ|"
    r"Kinh phí|Nguồn|Sản phẩm|Kết quả|Mục tiêu|Chỉ tiêu|Thực hiện|Kế hoạch|Ghi chú|Năm)\b)|(?<=20\d\d) (?=20\d\d)"
)
_ASIDE = 3  # letters by which a heading over two columns reaches beyond those below it

Piece = tuple[int, int, int]  # line, start, end


def heading_pieces(line: str) -> list[Reach]:
    """Return where the pieces of a line of a head stand: wide gaps part them, and blanks before another heading."""
    found: list[Reach] = []
    for start, end in pieces(line):
        cuts = [start, *(match.end() for match in _NEXT_HEADING.finditer(line, start, end)), end]
        found += [(first, last - (last != end)) for first, last in pairwise(cuts)]
    return found


def head_columns(lines: Sequence[str]) -> list[Reach]:
    """Return the reach of each column of a head: its pieces under each other; a piece over several makes none."""
    columns: list[Reach] = []
    found = sorted((piece for line in lines for piece in heading_pieces(line)), key=lambda piece: piece[1] - piece[0])
    for start, end in found:
        met = [at for at, column in enumerate(columns) if min(column[1], end) > max(column[0], start)]
        if not met:
            columns.append((start, end))
        elif len(met) == 1:
            left, right = columns[met[0]]
            columns[met[0]] = (min(left, start), max(right, end))
    return sorted(columns)


def heading_cells(lines: Sequence[str], columns: Sequence[Reach]) -> list[CellDraft]:
    """Return the cells of a head, in one row, or in two where a heading over several columns spans them."""
    own: list[list[Piece]] = [[] for _ in columns]
    several: list[tuple[Piece, list[int]]] = []
    for n, line in enumerate(lines):
        for start, end in heading_pieces(line):
            met = [at for at, reach in enumerate(columns) if min(reach[1], end) > max(reach[0], start)]
            if len(met) == 1:
                own[met[0]].append((n, start, end))
            elif met:
                several.append(((n, start, end), met))
    spans = _aside(own)
    for piece, met in several:
        if all(own[at] and own[at][0][0] > piece[0] for at in met):
            spans.append((met[0], met[-1], piece))
            continue
        for at, part in zip(met, _squeezed(lines[piece[0]], piece, [columns[at] for at in met]), strict=False):
            own[at].append(part)
    return _cells(lines, own, spans)


def _aside(own: list[list[Piece]]) -> list[tuple[int, int, Piece]]:
    """Take out the headings over two columns that reach only one: the other begins below, with the rest of this one."""
    spans: list[tuple[int, int, Piece]] = []
    for at, below in enumerate(own):
        for beside in (at - 1, at + 1):
            if len(below) < 2 or not 0 <= beside < len(own) or not own[beside] or own[beside][0][0] != below[1][0]:
                continue
            left = below[0][1] <= min(start for _, start, _ in below[1:]) - _ASIDE
            right = below[0][2] >= max(end for _, _, end in below[1:]) + _ASIDE
            if left if beside < at else right:
                spans.append((min(at, beside), max(at, beside), below.pop(0)))
    return spans


def _squeezed(line: str, piece: Piece, columns: Sequence[Reach]) -> list[Piece]:
    """Cut a piece that stands in several columns at the blanks nearest to the gutters between them."""
    n, start, end = piece
    cuts = [start]
    for left, right in pairwise(columns):
        blanks = [at for at in range(cuts[-1] + 1, end) if line[at] == " "]
        cuts += [min(blanks, key=lambda at: abs(at - (left[1] + right[0]) / 2))] if blanks else []
    return [(n, first, last) for first, last in pairwise([*cuts, end])]


def _cells(
    lines: Sequence[str], own: Sequence[Sequence[Piece]], spans: Sequence[tuple[int, int, Piece]]
) -> list[CellDraft]:
    """Return the cells in one row or two, the spanning ones over those of their columns."""
    under = {at for first, last, _ in spans for at in range(first, last + 1)}
    deep = 2 if under else 1
    cells = [CellDraft(0, first, [_draft(lines, piece)], 1, last - first + 1) for first, last, piece in spans]
    for at, pieces_here in enumerate(own):
        drafts = [_draft(lines, piece) for piece in sorted(pieces_here)]
        cells.append(CellDraft(1, at, drafts) if at in under else CellDraft(0, at, drafts, deep))
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _draft(lines: Sequence[str], piece: Piece) -> Draft:
    n, start, end = piece
    return Draft(text=lines[n][start:end].strip())
