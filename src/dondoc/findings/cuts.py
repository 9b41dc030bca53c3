"""Words that are lost: sentences cut before their end, set phrases without their second half, "ít nhất" without a number."""

from __future__ import annotations

import re

from ..language.scanning import Opened
from ..programme.model import Finding
from .paper import Entry, Paper, shorten, times
from .spots import around
from .words import fold

_END = re.compile(r"(?:,|\b(?:và|của|về|các|những|cho|với|để|bằng|theo|trong|từ|nhằm|hoặc))\s*$", re.IGNORECASE)
_LAST = 12  # characters in which a last word stands
_TAIL = 80  # characters of a cut sentence that are shown
# Set phrases of the genre, each with what must follow: "công nghệ thông" asks for "tin".
_PHRASES = (
    (r"an\s+toàn\s+thông", r"tin|suốt|thoáng"),
    (r"công\s+nghệ\s+thông", r"tin|minh"),
    (r"thủ\s+tục\s+hành", r"chính"),
    (r"doanh\s+nghiệp\s+nhỏ\s+và", r"vừa|siêu|cực"),
    (r"kinh\s+tế\s*[-–]\s*xã", r"hội"),
    (r"hệ\s+thống\s+chính", r"trị|sách|quyền|thức|thống|quy|phủ"),
    (r"khoa\s+học,?\s+công", r"nghệ|nghiệp|trình|tác|lập|bằng|bố|chúng|cộng"),
    (r"ngân\s+sách\s+nhà", r"nước"),
    (r"quản\s+lý\s+nhà", r"nước|ở|trường|văn|máy|đất|thầu|chung|hàng|trọ|đầu"),
    (
        r"(?:nền\s+tảng|phần\s+mềm|cơ\s+sở\s+dữ\s+liệu)\s+dùng",
        r"chung|riêng|để|cho|trong|làm|được|thử|nhiều|AI|công|chữ|tại|phổ",
    ),
    (r"nhóm\s+đối", r"tượng|tác|thủ|chứng|chiếu|tương"),
)
_CUT = Opened(
    ("an", "công", "thủ", "doanh", "kinh", "hệ", "khoa", "ngân", "quản", "nền", "phần", "cơ", "nhóm"),
    "|".join(rf"\b(?:{head})(?!\s*(?:{tail}))(?=\s*[,.;]|\s+[^\W\d_])" for head, tail in _PHRASES),
    re.IGNORECASE,
)
_COUNTED = (
    r"công chức|viên chức|cán bộ|đảng viên|đoàn viên|hội viên|người|hộ|doanh nghiệp|hợp tác xã|mô hình|sản phẩm|lớp|buổi|cuộc|"
    r"lần|cơ sở|dự án|công trình|điểm|tổ chức|tỷ đồng|triệu đồng|ha|km|trường|thôn|%"
)
_NO_NUMBER = Opened(
    ("ít", "tối"),
    rf"\b(?:ít\s+nhất|tối\s+thiểu)\s+(?:là\s+)?(?=(?:{_COUNTED})(?!\w))(?!\S+(?:\s\S+)?\s+(?:phải|cần)\b)",
    re.IGNORECASE,
)


def find(paper: Paper) -> list[Finding]:
    """Return the findings about lost words and numbers."""
    return [*_sentences(paper), *_phrases(paper), *_numbers(paper)]


def _sentences(paper: Paper) -> list[Finding]:
    """Find items that end in a comma or in a word that something must follow."""
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row"):
        if (
            _END.search(entry.text, max(0, len(entry.text) - _LAST))
            and len(entry.text.split()) > 6
            and not _goes_on(paper, entry)
        ):
            left = entry.text.find(" ", max(0, len(entry.text) - _TAIL)) + 1 if len(entry.text) > _TAIL else 0
            places.append((entry, shorten(entry.text[left:])))
    if not places:
        return []
    return [paper.point("missing", "note", f"Câu bị cắt giữa chừng, thiếu phần sau{times(places)}.", places)]


def _goes_on(paper: Paper, entry: Entry) -> bool:
    """Say whether the sentence goes on in the text after the item, in a line of its own or in the next item of a list."""
    if not entry.spans or entry.kind == "row":
        return False
    after = paper.text[entry.spans[-1].end : entry.spans[-1].end + 40].lstrip(" \t\n-–+*•")
    return bool(after) and (after[0].islower() or after[0].isdigit() or entry.text.rstrip().endswith(","))


def _phrases(paper: Paper) -> list[Finding]:
    places: list[tuple[Entry | None, str]] = [(None, around(paper, *m.span())) for m in _CUT.finditer(paper.text)]
    if not places:
        return []
    return [paper.point("ocr", "note", f"Cụm từ quen thuộc bị thiếu chữ{times(places)}.", places)]


def _numbers(paper: Paper) -> list[Finding]:
    places: list[tuple[Entry | None, str]] = [
        (None, around(paper, *match.span()))
        for match in _NO_NUMBER.finditer(paper.text)
        if not re.search(r"mot|hai|ba\b", fold(paper.text[match.end() : match.end() + 4]))
    ]
    if not places:
        return []
    why = "Sau “ít nhất”, “tối thiểu” thiếu con số."
    return [paper.point("missing", "warning", why, places)]
