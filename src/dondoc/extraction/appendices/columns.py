"""What the columns of a table hold, by their headings (convention 19: the content may still decide otherwise)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "number",
    "text",
    "lead",
    "coordinating",
    "time",
    "resource",
    "product",
    "note",
    "measure_unit",
    "figure",
    "baseline",
    "other",
]
UNIT_ROLES: tuple[Role, ...] = ("lead", "coordinating", "resource")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:s\s*t\s*t|t\s*t|số tt|số thứ tự|số|no)$")),
    ("note", re.compile(r"^ghi chú|^lưu ý")),
    ("measure_unit", re.compile(r"đơn vị tính|^đvt$|^đv tính")),
    ("baseline", re.compile(r"^(?!lộ trình|phân kỳ|phân bổ)(?:.*\b)?(?:thực hiện|^th|ước|hiện trạng|kết quả|thực trạng|số gốc|gốc)\b.*\b20\d\d|^hiện trạng|^thực trạng|^số gốc")),
    ("figure", re.compile(r"^(?:(?:lộ trình|phân kỳ|phân bổ)(?: thực hiện)?\s*)?(?:(?:năm|các|từng|qua|theo|kế hoạch|mục tiêu|chỉ tiêu|kh|đến|hết|cuối|phấn đấu|giai đoạn|lộ trình|lũy kế)\s*)*(?:năm\s*)?20\d\d(?:\s*-\s*20\d\d)?$")),
    ("coordinating", re.compile(r"phối hợp(?!.*chủ trì)(?<!chủ trì, phối hợp)(?<!chủ trì và phối hợp)(?<!chủ trì/phối hợp)")),
    ("time", re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành|bắt đầu|kết thúc|^hạn|năm thực hiện|lộ trình|thời điểm")),
    ("product", re.compile(r"sản phẩm|kết quả|đầu ra|văn bản|hình thức|cấp trình|cấp ban hành|thẩm quyền|trình")),
    ("resource", re.compile(r"nguồn lực|nguồn vốn|nguồn kinh phí|kinh phí|^vốn|tổng mức|dự toán|ngân sách")),
    ("lead", re.compile(r"chủ trì|chủ đầu tư|chủ dự án|thực hiện|phụ trách|tham mưu|chịu trách nhiệm|đầu mối|phân công|đơn vị|cơ quan|trách nhiệm|người|theo dõi")),
    ("text", re.compile(r"nhiệm vụ|nội dung|công việc|giải pháp|tên|danh mục|công trình|chỉ tiêu|hoạt động|mục tiêu|dự án|đề án|vấn đề")),
)  # fmt: skip
_TEXT_FIRST = re.compile(r"^(?:tên |các |nội dung|nhiệm vụ|công việc|chỉ tiêu|danh mục|giải pháp|hoạt động|mục tiêu)")
_HEAD_WORD = re.compile(
    r"^(?:s\s*t\s*t|t\s*t|số tt|nội dung|nhiệm vụ|tên|chỉ tiêu|công việc|danh mục|cơ quan|đơn vị|thời gian|chủ trì|phối hợp|thời hạn|tiến độ)"
)
_TARGET = re.compile(r"chỉ tiêu|mục tiêu")
_LEVEL = re.compile(
    r"^(?:kết quả|mục tiêu|chỉ tiêu(?: giao| phấn đấu)?|kế hoạch|mức(?: độ)?(?: phấn đấu| đạt)?|giá trị|phấn đấu|số lượng)\b"
)
_OVERSEER = re.compile(
    r"^(?:cá nhân|đồng chí|đ/c|lãnh đạo|người|thành viên)\b.*\b(?:chỉ đạo|phụ trách|theo dõi|đôn đốc|kiểm tra|giám sát)"
)
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True)
class Column:
    """One column: what it holds, and its heading as printed."""

    role: Role
    heading: str

    @property
    def year(self) -> int | None:
        """Return the last year that the heading names."""
        years = _YEAR.findall(self.heading)
        return int(years[-1]) if years else None


def fold(heading: str) -> str:
    """Return a heading for comparison: small letters, one space, no marks at its ends."""
    return " ".join(heading.lower().replace("–", "-").split()).strip(" .:*_()/")


def role_of(heading: str) -> Role:
    """Return what a column of this heading holds."""
    folded = fold(heading)
    if not folded:
        return "other"
    for role, pattern in _ROLES[:5]:
        if pattern.search(folded):
            return role
    if _TEXT_FIRST.match(folded) and not re.search(r"chủ trì|phối hợp|thời gian", folded):
        return "text"
    for role, pattern in _ROLES[5:]:
        if pattern.search(folded):
            return role
    return "other"


def is_head_word(text: str) -> bool:
    """Tell whether `text` begins as the heading of a column does."""
    return bool(_HEAD_WORD.match(fold(text)))


def _as_targets(roles: list[Role], headings: list[str]) -> list[Role]:
    """Read "Chỉ tiêu | Đơn vị | Kết quả" beside a column of who is in charge as a target, its unit and its figure."""
    if not any(role == "text" and _TARGET.search(heading) for role, heading in zip(roles, headings, strict=True)):
        return roles
    charge = any(role == "lead" and heading != "đơn vị" for role, heading in zip(roles, headings, strict=True))
    units = [heading == "đơn vị" and charge for heading in headings]
    roles = ["measure_unit" if unit else role for unit, role in zip(units, roles, strict=True)]
    if "measure_unit" not in roles or "figure" in roles:
        return roles
    levels = [
        role not in {"number", "lead"} and bool(_LEVEL.search(heading))
        for role, heading in zip(roles, headings, strict=True)
    ]
    first = roles.index("text")
    return [
        "figure" if level and at != first else role for at, (level, role) in enumerate(zip(levels, roles, strict=True))
    ]


def is_level(heading: str) -> bool:
    """Tell whether a column may hold what a target is to reach ("Mục tiêu", "Kết quả", "Mức phấn đấu")."""
    return bool(_LEVEL.search(fold(heading)))


def _without_overseers(roles: list[Role], headings: list[str]) -> list[Role]:
    """Read the persons who oversee the work, in a column beside that of who does it, as no units of it."""
    overseers = [
        role == "lead" and bool(_OVERSEER.search(heading)) for role, heading in zip(roles, headings, strict=True)
    ]
    if all(role != "lead" or oversees for role, oversees in zip(roles, overseers, strict=True)):
        return roles
    return ["other" if oversees else role for role, oversees in zip(roles, overseers, strict=True)]


def settle(headings: list[str]) -> list[Column]:
    """Return the columns for printed headings; exactly one holds the text of the row."""
    roles = _as_targets([role_of(heading) for heading in headings], [fold(heading) for heading in headings])
    if "text" not in roles:
        free = [place for place, role in enumerate(roles) if role in {"other", "product"}]
        if free:
            roles[free[0]] = "text"
    roles = _without_overseers(roles, [fold(heading) for heading in headings])
    seen = False
    for place, role in enumerate(roles):
        if role == "text":
            roles[place] = "text" if not seen else "product"
            seen = True
    return [Column(role, " ".join(heading.split())) for role, heading in zip(roles, headings, strict=True)]
