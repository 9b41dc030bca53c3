"""What a line of a fallen table may be: the start of a unit or resource cell, a time cell or a piece of one."""

from __future__ import annotations

import re

from dondoc.extraction.unit_headings import heading_units

_DATE = r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d"
_QUARTER = r"[Qq]u[ýí]\s+(?:IV|I{1,3}|[1-4])(?:\s*[-,]\s*(?:IV|I{1,3}|[1-4]))?(?:\s*(?:/|năm)?\s*(?:năm\s+)?20\d\d)"
_MONTH = r"[Tt]háng\s+\d{1,2}\s*(?:/|năm|-)\s*20\d\d"
_YEAR = r"(?:[Nn]ăm\s+)?20\d\d"
_MOMENT = rf"(?:{_DATE}|{_QUARTER}|{_MONTH}|\d{{1,2}}/20\d\d|{_YEAR})"
_YEARLY = r"(?:[Qq]u[ýí]\s+(?:IV|I{1,3}|[1-4])|[Tt]háng\s+\d{1,2}|Đầu|Cuối)\s+[Hh][ằà]ng\s+năm"
_CADENCE = rf"(?:{_YEARLY}|[Hh][ằà]ng\s+(?:năm|quý|tháng|tuần)|[Tt]hường\s+xuyên|[Mm]ỗi\s+(?:năm|quý|tháng)|[Đđ]ịnh\s+kỳ|[Cc]ả\s+nhiệm\s+kỳ|[Ll]iên\s+tục)"
_RANGE_END = rf"\s*(?:[-–]|đến)\s*{_MOMENT}"
_LEAD = r"(?:(?:Trước|Trong|Hết|Cuối|Đầu|Giữa|Đến|Từ|Xong|Chậm\s+nhất|Giai\s+đoạn|Nhiệm\s+kỳ|Dự\s+kiến)\s+)"
TIME = re.compile(rf"(?:{_LEAD}{{0,2}}{_MOMENT}(?:{_RANGE_END})?|{_CADENCE})")
_OPENING = re.compile(
    r"(?:\d|ngày|[Qq]u[ýí]|[Tt]háng|[Nn]ăm|[Hh][ằà]ng|[Tt]hường|[Mm]ỗi|[Đđ]ịnh|[Cc]ả|[Ll]iên|[Tt]heo|Thực|Đầu|Cuối|Trước|Trong|"
    r"Hết|Giữa|Đến|Từ|Xong|Chậm|Giai|Nhiệm|Dự)"
)  # the first words of any time below: few lines of a table begin so
_AS_TOLD = re.compile(
    r"^(?:Thực\s+hiện\s+t|T)heo\s+(?:sự\s+)?(?:chỉ\s+đạo|kế\s+hoạch(?:\s+(?:năm|tháng|quý))?|hướng\s+dẫn|yêu\s+cầu|lộ\s+trình|tiến\s+độ|quy\s+định)"
    r"(?:\s+(?:của\s+)?(?:cấp\s+trên|tỉnh|thành\s+phố|huyện|Trung\s+ương|(?:Tỉnh|Thành)\s+[uủ][ỷy]|(?:UBND|HĐND)\s+(?:tỉnh|thành\s+phố)))?$"
)
_TIMES = re.compile(rf"^{TIME.pattern}(?:\s*[,;|]?\s+{TIME.pattern})*$")
_TIMES_AT_END = re.compile(rf"(?<=\s)(?P<times>{TIME.pattern}(?:\s+{TIME.pattern})*)$")
_LONGEST_RUN = 6  # lines that the time cells of one row may take
_CELL_START = re.compile(
    r"^(?:Ủy\s+ban|Uỷ\s+ban|UBND|HĐND|UBMTTQ|MTTQ|UBKT|Mặt\s+trận|Hội\s|Đoàn\s|Ban(?:\s|$)|Văn(?:\s+phòng|$)|VP|Phòng(?:\s|$)|Công(?:\s+an|$)|Đảng\s+[uủ][ỷy]|"
    r"Đảng\s+bộ|Các(?:\s|$)|Cơ(?:\s+quan|$)|Trung\s+tâm|Trạm(?:\s|$)|Trường(?:\s|$)|Sở(?:\s|$)|Bộ\s|Thường\s+trực|Chi\s+bộ|Tổ\s|BCH|Quân\s+sự|Đồng\s+chí|Đ/c|"
    r"TT\.|Thành\s+[uủ][ỷy]|Tỉnh\s+[uủ][ỷy]|Liên\s+đoàn|Ngân(?:\s|$)|NSNN|NS\s|Vốn(?:\s|$)|Nguồn(?:\s|$)|Xã\s+hội\s+hóa|Kinh\s+phí|Chương\s+trình(?:\s+mục(?:\s+tiêu)?)?$|CTMTQG|Nhân\s+dân\s+đóng\s+góp|Lồng\s+ghép|Hội$|Đoàn$|Đảng$|Mặt$|Ủy$|Uỷ$|Thường$|Hội\s+đồng|Bí\s+thư|Chủ\s+tịch|Đơn\s+vị)"
)


_MONEY_START = re.compile(
    r"^(?:Ngân|NSNN|NS\s|Vốn|Nguồn|Xã\s+hội\s+h[óo][áa]?|Kinh\s+phí|Chương\s+trình(?:\s+mục(?:\s+tiêu)?)?$|CTMTQG|Nhân\s+dân\s+đóng\s+góp|Lồng\s+ghép)"
)
_ROLES = re.compile(
    r"\s*[,;]?\s*(?:(?:chủ\s+trì|thực\s+hiện|tham\s+mưu)\s*[,;]?\s*)?(?:và\s+)?phối\s+hợp(?:\s+(?:với|cùng))?(?:\s*:)?(?:\s+|$)"
)
_CHARGED = re.compile(r"\s+(?:chủ\s+trì|thực\s+hiện|tham\s+mưu)\s*$")
_UNKNOWN_WORDS = 5  # of a name that is in no list
_NARROWEST = 18  # letters, however short the lines of the text are
_LONGEST_UNIT = 9  # lines that a cell of units may take
_INTO_NUMBER = re.compile(
    r"(?:^|\s)(?:(?<!hàng )(?<!hằng )năm|đoạn|đến|ngày|tháng|quý|kỳ|kho[áà]|từ|số|[-–]|và)$", re.IGNORECASE
)

_INTO_TIME = re.compile(r"(?:^|\s)(?:từ|đến|trong|trước|hết|vào|và|[-–])$", re.IGNORECASE)


def is_cell_start(text: str) -> bool:
    """Tell whether `text` begins as a unit or a source of money does."""
    return bool(_CELL_START.match(text))


def is_money(text: str) -> bool:
    """Tell whether `text` begins as a source of money does."""
    return bool(_MONEY_START.match(text))


def time_stretch(lines: list[str]) -> tuple[int, int, int] | None:
    """Return (first line, last line, offset in the first) of a row's time cells, the last such stretch.

    A stretch of whole lines is preferred; otherwise the last line that ends in a time counts.
    """
    for first in range(len(lines)):
        for last in range(min(len(lines), first + _LONGEST_RUN) - 1, first - 1, -1):
            joined = " ".join(lines[first : last + 1])
            if (_TIMES.match(joined) or _AS_TOLD.match(joined)) and not any(
                _whole_time(lines, n) for n in range(last + 1, len(lines))
            ):
                return first, last, 0
    for number in range(len(lines) - 1, -1, -1):
        match = _TIMES_AT_END.search(lines[number])
        if match and (number == len(lines) - 1 or number == 0):
            return number, number, match.start("times")
    return None


def _whole_time(lines: list[str], first: int) -> bool:
    return any(_TIMES.match(" ".join(lines[first : last + 1])) for last in range(first, min(len(lines), first + 3)))


def time_lines(lines: list[str], first: int) -> int:
    """Return how many lines from `first` on are cells of time, as many as may be; 0 for none.

    A year that the line above leads to ("đến năm" / "2030"), or that a small letter follows, is the text's.
    """
    leads = leads_to_number if lines[first][0].isdigit() else _leads_to_time
    if not _OPENING.match(lines[first]) or (first and leads(lines[first - 1])):
        return 0
    for last in range(min(len(lines), first + _LONGEST_RUN), first, -1):
        joined = " ".join(lines[first:last])
        if (_TIMES.match(joined) or _AS_TOLD.match(joined)) and not (last < len(lines) and lines[last][0].islower()):
            return last - first
    return 0


def _leads_to_time(text: str) -> bool:
    return bool(_INTO_TIME.search(text))


def leads_to_number(text: str) -> bool:
    """Tell whether what stands below a line goes on with a number or date that it begins."""
    return bool(_INTO_NUMBER.search(text))


def unit_lines(lines: list[str], narrow: float) -> tuple[int, bool]:
    """Return how many of the first lines are a cell of units, and whether they were read as such.

    Where no line makes them known names, the narrow lines up to the next that opens with a capital are taken.
    """
    if not lines or not is_cell_start(lines[0]):
        return 0, True
    narrow = max(narrow, _NARROWEST)
    room = next((n for n, line in enumerate(lines) if n and len(line) > narrow and not is_money(line)), len(lines))
    money = next((n for n in range(min(room, _LONGEST_UNIT)) if is_money(lines[n])), room)
    known = max((n for n in range(1, min(money, _LONGEST_UNIT) + 1) if _reads_as_units(lines[:n])), default=0)
    if known and known < money:
        return known, True
    count = max(1, known)
    while count < min(room, _LONGEST_UNIT) and _goes_on(lines, count):
        count += 1
    return count, bool(known) or money == 0


def _goes_on(lines: list[str], at: int) -> bool:
    """Tell whether a line is still of the cells of units and money: a small letter, a new cell, or behind a comma."""
    return lines[at][0].islower() or is_cell_start(lines[at]) or lines[at - 1].rstrip().endswith(",")


def _reads_as_units(lines: list[str]) -> bool:
    """Tell whether lines are names of units, and of those they work with after "phối hợp", known or in few words."""
    text = " ".join(lines)
    roles = _ROLES.search(text)
    if roles is None:
        return bool(heading_units(_CHARGED.sub("", text)))
    with_whom = text[roles.end() :]
    if not with_whom or not heading_units(text[: roles.start()]):
        return False
    unknown = with_whom[0].isupper() and len(with_whom.split()) <= _UNKNOWN_WORDS
    return bool(heading_units(with_whom)) or (unknown and (with_whom.startswith(lines[-1]) or lines[-1][0].islower()))
