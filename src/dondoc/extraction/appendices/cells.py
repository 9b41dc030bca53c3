"""What a line of a fallen table may be: the start of a unit or resource cell, a time cell or a piece of one."""

from __future__ import annotations

import re

_DATE = r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d"
_QUARTER = r"[Qq]u[ýí]\s+(?:IV|I{1,3}|[1-4])(?:\s*[-,]\s*(?:IV|I{1,3}|[1-4]))?(?:\s*(?:/|năm)?\s*(?:năm\s+)?20\d\d)"
_MONTH = r"[Tt]háng\s+\d{1,2}\s*(?:/|năm|-)\s*20\d\d"
_YEAR = r"(?:[Nn]ăm\s+)?20\d\d"
_MOMENT = rf"(?:{_DATE}|{_QUARTER}|{_MONTH}|\d{{1,2}}/20\d\d|{_YEAR})"
_CADENCE = r"(?:[Hh][ằà]ng\s+(?:năm|quý|tháng|tuần)|[Tt]hường\s+xuyên|[Mm]ỗi\s+(?:năm|quý|tháng)|[Đđ]ịnh\s+kỳ|[Cc]ả\s+nhiệm\s+kỳ|[Ll]iên\s+tục)"
_RANGE_END = rf"\s*(?:[-–]|đến)\s*{_MOMENT}"
TIME = re.compile(rf"(?:{_MOMENT}(?:{_RANGE_END})?|{_CADENCE})")
_TIMES = re.compile(rf"^{TIME.pattern}(?:\s*[,;|]?\s+{TIME.pattern})*$")
_TIMES_AT_END = re.compile(rf"(?<=\s)(?P<times>{TIME.pattern}(?:\s+{TIME.pattern})*)$")
_LONGEST_RUN = 6  # lines that the time cells of one row may take
_CELL_START = re.compile(
    r"^(?:Ủy\s+ban|Uỷ\s+ban|UBND|HĐND|UBMTTQ|MTTQ|UBKT|Mặt\s+trận|Hội\s|Đoàn\s|Ban(?:\s|$)|Văn(?:\s+phòng|$)|VP|Phòng(?:\s|$)|Công(?:\s+an|$)|Đảng\s+[uủ][ỷy]|"
    r"Đảng\s+bộ|Các(?:\s|$)|Cơ(?:\s+quan|$)|Trung\s+tâm|Trạm(?:\s|$)|Trường(?:\s|$)|Sở(?:\s|$)|Bộ\s|Thường\s+trực|Chi\s+bộ|Tổ\s|BCH|Quân\s+sự|"
    r"Thành\s+[uủ][ỷy]|Tỉnh\s+[uủ][ỷy]|Liên\s+đoàn|Ngân(?:\s|$)|NSNN|NS\s|Vốn(?:\s|$)|Nguồn(?:\s|$)|Xã\s+hội\s+hóa|Kinh\s+phí|Hội$|Đoàn$|Đảng$|Mặt$|Ủy$|Uỷ$|Thường$|Hội\s+đồng|Bí\s+thư|Chủ\s+tịch|Đơn\s+vị)"
)


def is_cell_start(text: str) -> bool:
    """Tell whether `text` begins as a unit or a source of money does."""
    return bool(_CELL_START.match(text))


def time_stretch(lines: list[str]) -> tuple[int, int, int] | None:
    """Return (first line, last line, offset in the first) of a row's time cells, the last such stretch.

    A stretch of whole lines is preferred; otherwise the last line that ends in a time counts.
    """
    for first in range(len(lines)):
        for last in range(min(len(lines), first + _LONGEST_RUN) - 1, first - 1, -1):
            joined = " ".join(lines[first : last + 1])
            if _TIMES.match(joined) and not any(_whole_time(lines, n) for n in range(last + 1, len(lines))):
                return first, last, 0
    for number in range(len(lines) - 1, -1, -1):
        match = _TIMES_AT_END.search(lines[number])
        if match and (number == len(lines) - 1 or number == 0):
            return number, number, match.start("times")
    return None


def _whole_time(lines: list[str], first: int) -> bool:
    return any(_TIMES.match(" ".join(lines[first : last + 1])) for last in range(first, min(len(lines), first + 3)))
