"""Tell tables that only place text on the page (letterhead, signature, frame) from tables of data."""

from __future__ import annotations

import re

from dondoc.language.folding import fold
from dondoc.reader.assembly import Block, CellDraft, TableDraft

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap ?[-–] ?tu do ?[-–] ?hanh phuc|dang cong san viet nam$|"
    r"^[^,.;]{1,40}, ?ngay .{0,8}thang .{0,6}nam\b"
)
_NUMBER_LINE = re.compile(r"^so ?:? ?[\d./ ]*-?.{0,3}(?:ctr|kh|nq|qd|tb|bc|ct|hd|cv|kl|to)\b")
_SIGNATURE = re.compile(r"^(?:noi (?:nhan|gui)\b|(?:t/?m|tm|kt|tl|tuq|q)\. ?\S|t/m )")
_HEADER_WORDS = re.compile(
    r"^(?:stt|tt|so tt|so thu tu|noi dung.*|(?:ten )?nhiem vu.*|chi tieu.*|(?:co quan|don vi).*|thoi gian.*|thoi han.*|"
    r"tien do.*|chu tri|phoi hop|san pham.*|ghi chu|don vi tinh|dvt|muc tieu|ket qua.*|kinh phi.*|nguon luc.*)$"
)
_RECIPIENTS = re.compile(r"^noi (?:nhan|gui) ?:?$")
_RECIPIENTS_LINE = re.compile(r"^\W*nơi (?:nhận|gửi)\b", re.IGNORECASE)
_LABEL = re.compile(r"[-–—+*•]|\(?\w{1,3}[.)]")
_GAP = re.compile(r"\s{4,}|\s*\t\s*")
_MOST_ROWS = 8
_MOST_COLUMNS = 4


def is_layout(table: TableDraft) -> bool:
    """Say whether `table` only places text: one column, a letterhead, or the recipients beside the signature.

    Two words of a table head in one of the first two rows make it data, whatever else it holds.
    """
    filled = [cell for cell in table.cells if any(line.text.strip() for line in cell.lines)]
    if not filled or table.columns == 1 or len(filled) == 1:
        return True
    if has_head(table) or table.rows > _MOST_ROWS or table.columns > _MOST_COLUMNS:
        return False
    return any(_places_text(line.text) for cell in filled for line in cell.lines)


def columns_of(text: str, *, under_recipients: bool) -> list[str]:
    """Part one printed line into the two columns of a letterhead or signature that tabs or wide gaps keep apart.

    A line with no sign of either, and not below "Nơi nhận", stays whole.
    """
    parts: list[str] = []
    for part in filter(None, map(str.strip, _GAP.split(text.strip()))):
        if parts and _LABEL.fullmatch(parts[-1]):  # a dash or number set off from its own text by a tab
            parts[-1] += " " + part
        else:
            parts.append(part)
    if len(parts) > 1 and (under_recipients or any(map(_places_text, parts))):
        return parts
    return [text]


def opens_recipients(text: str) -> bool:
    """Say whether a line begins the recipients ("Nơi nhận:"), beside which the signature stands."""
    return bool(_RECIPIENTS_LINE.match(text))


def _places_text(line: str) -> bool:
    folded = " ".join(fold(line).split()).strip(" *_:")
    return bool(_LETTERHEAD.search(folded) or _NUMBER_LINE.match(folded) or _SIGNATURE.match(folded))


def has_head(table: TableDraft) -> bool:
    """Say whether two cells of the first two rows are words of a table head (STT, Nhiệm vụ, Chủ trì …)."""
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
