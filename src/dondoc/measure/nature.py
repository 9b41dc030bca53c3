"""Proposing the nature of a measure from its words; a person decides (design: rules of measure)."""

from __future__ import annotations

import re

from dondoc.measure.promise import Nature
from dondoc.programme.model import Measure

# What comes about and is counted as it comes: things founded, admitted, built, collected, held.
FLOW = re.compile(
    r"\b(?:thành lập|kết nạp|phát triển (?:mới )?đảng viên|đảng viên mới|xây (?:dựng|mới)|xây dựng mới|cải tạo|sửa chữa"
    r"|nâng cấp|lắp đặt|trồng mới|thu ngân sách|thu hút (?:vốn|đầu tư)|vốn đầu tư|huy động|giải ngân|chuyển đổi|tổ chức được"
    r"|được tổ chức|đào tạo|bồi dưỡng|tập huấn|giới thiệu việc làm|việc làm mới|giải quyết việc làm|tuyển (?:chọn|quân|dụng)"
    r"|gọi công dân|cấp giấy|giám sát chuyên đề|cuộc (?:kiểm tra|giám sát|tiếp xúc)|tiếp xúc cử tri|vụ việc|vụ phạm pháp"
    r"|đối thoại|hiến máu|xóa nhà tạm|xoá nhà tạm|phát sinh|ban hành)\b",
    re.IGNORECASE,
)
# Units that count events rather than what there is.
EVENTS = re.compile(r"^(?:cuộc|lần|kỳ|đợt|buổi|vụ|lớp|lượt hiến)\b", re.IGNORECASE)
RATE_UNITS = re.compile(r"^(?:%|‰|phần trăm|điểm phần trăm)$", re.IGNORECASE)
# A total at a place or a moment, whatever verb stands beside it.
STANDING = re.compile(r"\b(?:đang hoạt động|hiện có|bình quân đầu người|tổng số hiện)\b", re.IGNORECASE)


def propose_nature(measure: Measure) -> Nature:
    """Propose the nature of a measure as it was read."""
    return nature_of(measure.name, measure.unit or "", measure.direction)


def nature_of(name: str, unit: str = "", direction: str = "at_least") -> Nature:
    """Propose rate, flow or level from a measure's name, unit and direction."""
    if direction in ("increase", "decrease", "qualitative") or RATE_UNITS.match(unit.strip()):
        return "rate"
    if direction == "equal":
        return "flow"
    if EVENTS.match(unit.strip()):
        return "flow"
    if STANDING.search(name):
        return "level"
    return "flow" if FLOW.search(name) else "level"
