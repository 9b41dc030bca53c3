"""Names of laws that are not as the National Assembly passed them."""

from __future__ import annotations

from ..language.scanning import Opened
from ..programme.model import Finding
from .paper import Entry, Paper

# Usual misnomer (as a pattern), and the name in force. Sources: Bộ luật Lao động 45/2019/QH14, Bộ luật Dân sự 91/2015/QH13,
# Bộ luật Hình sự 100/2015/QH13, Bộ luật Hàng hải Việt Nam 95/2015/QH13, Luật An toàn thông tin mạng 86/2015/QH13,
# Luật Hỗ trợ doanh nghiệp nhỏ và vừa 04/2017/QH14, Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13.
_NAMES = (
    (r"(?<!Bộ )(?<!bộ )Luật Lao động\b", "Bộ luật Lao động"),
    (r"(?<!Bộ )(?<!bộ )Luật Dân sự\b", "Bộ luật Dân sự"),
    (r"(?<!Bộ )(?<!bộ )Luật Hình sự\b", "Bộ luật Hình sự"),
    (r"(?<!Bộ )(?<!bộ )Luật Hàng hải\b", "Bộ luật Hàng hải Việt Nam"),
    (r"Luật An toàn thông tin\b(?! mạng)", "Luật An toàn thông tin mạng"),
    (r"Luật Hỗ trợ doanh nghiệp vừa và nhỏ\b", "Luật Hỗ trợ doanh nghiệp nhỏ và vừa"),
    (r"Luật Mặt trận Tổ quốc\b(?! Việt Nam)", "Luật Mặt trận Tổ quốc Việt Nam"),
)
_WRONG = Opened(["Luật"], "|".join(f"({pattern})" for pattern, _ in _NAMES).replace(" ", r"\s"))


def find(paper: Paper) -> list[Finding]:
    """Return one finding for the laws that the paper calls by another name than their own."""
    found = list(_WRONG.finditer(paper.text))
    if not found:
        return []
    names = dict.fromkeys(_NAMES[(match.lastindex or 1) - 1][1] for match in found)
    places: list[tuple[Entry | None, str]] = [(None, paper.quote(*match.span())) for match in found]
    why = f"Tên luật ghi không đúng; tên đầy đủ là {', '.join(names)}."
    return [paper.point("contradiction", "note", why, list(dict.fromkeys(places)))]
