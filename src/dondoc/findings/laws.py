"""Names of laws that are not as the National Assembly passed them."""

from __future__ import annotations

import re

from ..programme.model import Finding
from .paper import Entry, Paper

# Usual misnomer (as a pattern), and the name in force. Sources: Bộ luật Lao động 45/2019/QH14, Bộ luật Dân sự 91/2015/QH13,
# Bộ luật Hình sự 100/2015/QH13, Bộ luật Hàng hải Việt Nam 95/2015/QH13, Luật An toàn thông tin mạng 86/2015/QH13,
# Luật Hỗ trợ doanh nghiệp nhỏ và vừa 04/2017/QH14, Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13.
_NAMES = (
    (r"(?<!Bộ )(?<!bộ )\bLuật Lao động\b", "Bộ luật Lao động"),
    (r"(?<!Bộ )(?<!bộ )\bLuật Dân sự\b", "Bộ luật Dân sự"),
    (r"(?<!Bộ )(?<!bộ )\bLuật Hình sự\b", "Bộ luật Hình sự"),
    (r"(?<!Bộ )(?<!bộ )\bLuật Hàng hải\b", "Bộ luật Hàng hải Việt Nam"),
    (r"\bLuật An toàn thông tin\b(?! mạng)", "Luật An toàn thông tin mạng"),
    (r"\bLuật Hỗ trợ doanh nghiệp vừa và nhỏ\b", "Luật Hỗ trợ doanh nghiệp nhỏ và vừa"),
    (r"\bLuật Mặt trận Tổ quốc\b(?! Việt Nam)", "Luật Mặt trận Tổ quốc Việt Nam"),
)
_PATTERNS = tuple((re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE), name) for pattern, name in _NAMES)


def find(paper: Paper) -> list[Finding]:
    """Return one finding for the laws that the paper calls by another name than their own."""
    places: list[tuple[Entry | None, str]] = []
    names: list[str] = []
    for pattern, name in _PATTERNS if "uật" in paper.text else ():
        matches = [m for m in pattern.finditer(paper.text) if paper.text[m.start()].isupper()]
        if matches:
            names.append(name)
            places += [(None, paper.quote(*match.span())) for match in matches[:2]]
    if not places:
        return []
    why = f"Tên luật ghi không đúng; tên đầy đủ là {', '.join(names)}."
    return [paper.point("contradiction", "note", why, places)]
