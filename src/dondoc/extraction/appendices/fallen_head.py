"""The heads of tables whose columns fell apart into lines: where one stands, and the columns that its words name."""

from __future__ import annotations

import re

from dondoc.extraction.appendices.columns import UNIT_ROLES, Column, Role, fold, settle
from dondoc.extraction.appendices.lined import is_lined_head
from dondoc.reader.document import Document, Line

_HEAD_START = re.compile(r"^(?:s\s*t\s*t?|tt)\b", re.IGNORECASE)
_HEAD_LINES = 24
_FIRST_NUMBER = re.compile(r"^(?:1|I|A)[.)]?(?:\s|$)")
_LONGEST_HEADING = 60  # characters of one line
_LEAST_WORDS = 4  # of a line that begins a row's text
_SUBMITTED = re.compile(r"^ trình (?P<bodies>[^,/;]{2,20}(?:(?:, ?|/| và )[^,/;]{2,20}){1,3}?)(?=\W*$)")
_STARTERS = re.compile(
    r"(?P<number>\bs ?t ?t\b|\btt\b)"
    r"|(?P<text>(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|danh mục|tên công trình|chỉ tiêu|giải pháp)(?: công việc| nhiệm vụ| trọng tâm| chủ yếu| thực hiện| cụ thể|, giải pháp| và giải pháp|, nhiệm vụ)*)"
    r"|(?P<coordinating>(?:cơ quan|đơn vị|các đơn vị)? ?phối hợp(?: thực hiện)?)"
    r"|(?P<lead>(?:cơ quan|đơn vị|bộ phận|người|cá nhân)(?:,? (?:cơ quan|đơn vị|tổ chức))?(?: chủ trì| thực hiện| phụ trách| tham mưu| chịu trách nhiệm| theo dõi)*"
    r"(?:(?: và|,) (?:tham mưu|phối hợp|thực hiện))?|chủ trì(?: thực hiện)?|phân công(?: thực hiện)?)"
    r"|(?P<resource>nguồn (?:lực|vốn|kinh phí)(?: thực hiện)?|kinh phí(?: thực hiện)?)"
    r"|(?P<product>sản phẩm|kết quả)|(?P<note>ghi chú)"
    r"|(?P<time>thời (?:gian|hạn)(?: thực hiện)?(?: hoàn thành)?|tiến độ(?: thực hiện)?|hoàn thành|bắt đầu|kết thúc|thực hiện)"
)


def head_at(document: Document, lines: list[Line], place: int) -> int | None:
    """Return the number of lines that a fallen table's head takes at `place`, None when none begins there.

    It ends before the first number; in a table that lost its numbers, before the first line that can be no heading.
    """
    first = document.text[lines[place].start : lines[place].end].strip()
    if not _HEAD_START.match(first):
        return None
    printed = [first]
    ends: int | None = None
    for length in range(1, min(_HEAD_LINES, len(lines) - place)):
        text = document.text[lines[place + length].start : lines[place + length].end].strip()
        if _FIRST_NUMBER.match(text):
            found = columns_of(" ".join(printed))
            named = len(found) >= 3 or (len(found) == 2 and length <= 4) or is_lined_head(printed)
            return length if named else None
        if ends is None and _begins_text(text) and _names_cells(columns_of(" ".join(printed))):
            ends = length
        if len(text) > _LONGEST_HEADING:
            break
        printed.append(text)
    return ends


def _begins_text(text: str) -> bool:
    """Tell whether a line may be the first of a row's text, and no heading of a column."""
    words = text.split()
    return len(words) >= _LEAST_WORDS and words[0][0].isupper() and not _STARTERS.match(fold(text))


def _names_cells(columns: list[Column]) -> bool:
    """Tell whether a head names all that rows without a number are told by: their text, time and unit."""
    roles = {column.role for column in columns}
    return {"text", "time"} <= roles and bool(roles & set(UNIT_ROLES))


def columns_of(head: str) -> list[Column]:
    """Return the columns that the words of a head name, in order.

    "Thời gian | Thực hiện | Hoàn thành" is two, and so is "Thời gian trình BTV, BCH".
    """
    folded = fold(head)
    found: list[tuple[Role, str]] = []
    matches = list(_STARTERS.finditer(folded))
    ends = [match.start() for match in matches[1:]] + [len(folded)]
    for match, end in zip(matches, ends, strict=True):
        role: Role = match.lastgroup or "other"  # type: ignore[assignment]
        printed = match.group().strip()
        submitted = _SUBMITTED.match(folded[match.end() : end]) if role == "time" else None
        if submitted:
            bodies = re.split(r",|/| và ", submitted["bodies"])
            found += [("time", f"{printed} trình {body.strip()}") for body in bodies]
            continue
        if role == "time" and found and found[-1][0] == "time" and found[-1][1] in {"thời gian", "thời hạn"}:
            found[-1] = ("time", f"{found[-1][1]} {printed}")
        elif role == "text" and any(known == "text" for known, _ in found):
            continue
        else:
            found.append((role, printed))
    expanded: list[tuple[Role, str]] = []
    for role, printed in found:
        if role == "time" and printed.endswith("thực hiện hoàn thành"):
            expanded += [("time", "thời gian thực hiện"), ("time", "thời gian hoàn thành")]
        else:
            expanded.append((role, printed))
    columns = settle([printed for _, printed in expanded])
    return [Column(role, column.heading) for (role, _), column in zip(expanded, columns, strict=True)]
