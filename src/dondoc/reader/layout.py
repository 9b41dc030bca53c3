"""Tell tables that only place text on the page (letterhead, signature, frame) from tables of data."""

from __future__ import annotations

import re

from dondoc.language.folding import fold
from dondoc.reader.assembly import Block, CellDraft, TableDraft

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap ?[-–] ?tu do ?[-–] ?hanh phuc|dang cong san viet nam$|ngay .{0,12}thang .{0,8}nam "
)
_NUMBER_LINE = re.compile(r"^so ?:? ?[\d./ ]*-?.{0,3}(?:ctr|kh|nq|qd|tb|bc|ct|hd|cv|kl|to)\b")
_SIGNATURE = re.compile(r"^(?:noi (?:nhan|gui)\b|(?:t/?m|tm|kt|tl|tuq|q)\. ?\S|t/m )")
_HEADER_WORDS = re.compile(
    r"^(?:stt|tt|so tt|so thu tu|noi dung.*|(?:ten )?nhiem vu.*|chi tieu.*|(?:co quan|don vi).*|thoi gian.*|thoi han.*|"
    r"tien do.*|chu tri|phoi hop|san pham.*|ghi chu|don vi tinh|dvt|muc tieu|ket qua.*|kinh phi.*|nguon luc.*)$"
)
_RECIPIENTS = re.compile(r"^noi (?:nhan|gui) ?:?$")
_MOST_ROWS = 8
_MOST_COLUMNS = 4


def is_layout(table: TableDraft) -> bool:
    """Say whether `table` only places text: one column, a letterhead, or the recipients beside the signature.

    Two words of a table head in one of the first two rows make it data, whatever else it holds.
    """
    filled = [cell for cell in table.cells if any(line.text.strip() for line in cell.lines)]
    if not filled or table.columns == 1 or len(filled) == 1:
        return True
    if _has_head(table) or table.rows > _MOST_ROWS or table.columns > _MOST_COLUMNS:
        return False
    lines = [" ".join(fold(line.text).split()).strip(" *_:") for cell in filled for line in cell.lines]
    return any(_LETTERHEAD.search(line) or _NUMBER_LINE.match(line) or _SIGNATURE.match(line) for line in lines)


def _has_head(table: TableDraft) -> bool:
    words = 0
    for cell in table.cells:
        if cell.row < 2:
            text = " ".join(" ".join(line.text for line in cell.lines).split())
            words += bool(_HEADER_WORDS.match(fold(text).strip(" *_:./")))
    return words >= 2


def placed(table: TableDraft) -> list[Block]:
    """Return the blocks that stand for `table`: itself, or its lines when it only places text.

    Word joins neighbouring tables: rows of recipients and signature under a table of data are lines as well.
    """
    if is_layout(table):
        return list(table.flattened())
    cut = next((cell.row for cell in table.cells if cell.row and _is_recipients(cell)), table.rows)
    if cut == table.rows:
        return [table]
    above = [cell for cell in table.cells if cell.row < cut]
    below = [line for cell in table.cells if cell.row >= cut for line in cell.lines]
    columns = max(cell.column + cell.column_span for cell in above)
    for cell in above:
        cell.row_span = min(cell.row_span, cut - cell.row)
    return [TableDraft(rows=cut, columns=columns, cells=above, page=table.page), *below]


def _is_recipients(cell: CellDraft) -> bool:
    return any(_RECIPIENTS.match(fold(line.text).strip(" *_")) for line in cell.lines[:2])
