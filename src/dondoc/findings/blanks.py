"""Missing from a paper about to be signed: numbers and dates left blank, and traces of another place's paper."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from ..language.scanning import Opened
from ..programme.model import Finding
from .headings import blank_date
from .paper import Entry, Paper

_ONE_LINE = 40  # characters between two blanks of one line ("số … ngày …")
_KINDS = r"(?:NQ|QĐ|CTr|CTHĐ|KH|KL|CT|HD|BC|TB|TTr|QC|ĐA|CV|GM)"
_NO_NUMBER = Opened(("số",), rf"\bsố\s*:?\s*[.…_]*\s*(?=[-–/]\s?{_KINDS}\s?[-–/])", re.IGNORECASE)
_NO_DAY = Opened(
    ("ngày", "tháng"),
    r"\bngày\s*(?:[.…_]{2,}|…|/|(?=tháng\b))\s*(?:tháng\s*)?(?:[.…_]{2,}|…|/|\d{1,2}\b)?\s*(?:năm\s*|/\s*)?(?:20\d\d|[.…_]{2,})|"
    r"\bngày\s+tháng\s+(?:năm|\d{1,2}/20\d\d)\b|\btháng\s*(?:[.…_]{2,}|/)\s*(?:năm\s*)?20\d\d",
    re.IGNORECASE,
)
_NOT_SET = re.compile(r"[.…_]{3,}\s*(?:%|tỷ đồng|triệu đồng|ha\b|km\b|người\b|hộ\b)")
_PLACE = r"([^\W\d_]+(?:[ \n][^\W\d_]+){0,3})"
_UNIT = r"(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu)"
_NAMED = Opened(("xã", "Xã", "phường", "Phường", "đặc khu", "Đặc khu"), rf"\b({_UNIT})\s+{_PLACE}")
_BODY = (
    r"(?:Đảng ủy|Đảng uỷ|Đảng bộ|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Ủy ban MTTQ(?: Việt Nam)?|"
    r"Uỷ ban MTTQ(?: Việt Nam)?|Ủy ban Mặt trận Tổ quốc Việt Nam|Mặt trận Tổ quốc|MTTQ(?: Việt Nam)?|Công an|"
    r"Ban Chỉ huy Quân sự|Hội đồng nhân dân, Ủy ban nhân dân|HĐND, UBND)"
)
_BODY_OF = Opened(
    ("Đảng", "Ủy ban", "Uỷ ban", "UBND", "Hội đồng", "HĐND", "Mặt trận", "MTTQ", "Công an", "Ban Chỉ huy"),
    rf"\b{_BODY}\s+({_UNIT})\s+{_PLACE}",
)
# First words of bodies, which may follow "xã" in a list without a comma.
_HEADS_TEXT = """
ban bí bộ chi chủ công cơ đảng đoàn hội hằng hàng liên mặt phó phòng quân thường trạm trung trưởng trường tổ ủy uỷ
văn viện hạt quỹ đồn đội kho bưu hợp doanh đài điểm ngân điện
"""
_HEADS = frozenset(_HEADS_TEXT.split())
_FORMER = re.compile(r"\s*\(?(?:cũ|trước đây|trước sáp nhập|trước khi)")


def find(paper: Paper) -> list[Finding]:
    """Return the findings about what was left blank, and about what another place's paper left behind."""
    return [*_blanks(paper), *_another_place(paper)]


def _blanks(paper: Paper) -> list[Finding]:
    places: list[tuple[int, int]] = []
    head = _head_end(paper)
    for pattern in (_NO_NUMBER, _NO_DAY, _NOT_SET):
        places += [match.span() for match in pattern.finditer(paper.text, head)]
    told = blank_date(paper)
    if told:
        places = [place for place in places if not told.start() <= place[0] < told.end()]
    if not places:
        return []
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start - joined[-1][1] < _ONE_LINE:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    quotes: list[tuple[Entry | None, str]] = [(None, _line(paper, *place)) for place in joined]
    why = "Còn chỗ để trống số, ngày hoặc con số chưa điền."
    return [paper.point("missing", "warning", why, quotes)]


def _head_end(paper: Paper) -> int:
    """Return where the letterhead ends, whose number and date `headings` looks at."""
    return min((start for start, _, _ in paper.section_places), default=0)


def _line(paper: Paper, start: int, end: int) -> str:
    """Return the words around a blank, whole words only."""
    left = max(0, start - 40)
    left = paper.text.find(" ", left, start) + 1 if left else 0
    right = paper.text.find(" ", min(len(paper.text), end + 20))
    return paper.quote(left or start, right if 0 < right - end < 60 else min(len(paper.text), end + 20))


def _name(printed: str) -> str:
    """Return the proper name of two words or more at the head of `printed`, empty when there is none."""
    words = list(itertools.takewhile(lambda word: word[0].isupper(), printed.split()))
    return " ".join(words) if len(words) > 1 and words[0].lower() not in _HEADS else ""


def _units(paper: Paper) -> set[str]:
    """Return the units that the paper gives work to, as printed."""
    found = {unit for task in paper.programme.tasks for unit in [*task.leads, *task.coordinating]}
    return found | {unit for duty in paper.programme.assignments for unit in [*duty.leads, *duty.coordinating]}


def _another_place(paper: Paper) -> list[Finding]:
    """Find a body of another commune where the paper's own should stand: words left over from a borrowed paper."""
    named = Counter((match[1].lower(), name) for match in _NAMED.finditer(paper.text) if (name := _name(match[2])))
    if not named:
        return []
    (kind, own), count = named.most_common(1)[0]
    home = _name(paper.programme.document.place or "")
    if home and any(name.startswith(home) for _, name in named):
        own = home
    elif count < 3:
        return []
    strange: list[tuple[Entry | None, str]] = []
    names: list[str] = []
    units = _units(paper)
    for match in _BODY_OF.finditer(paper.text):
        other = _name(match[2])
        if not other or own in other or other in own or _FORMER.match(paper.text, match.start(2) + len(other)):
            continue
        if any(unit.startswith(other) for unit in units):
            continue  # "Công an xã Hạt Kiểm lâm": the next cell names another unit
        names.append(f"{match[1].lower()} {other}")
        strange.append((None, _line(paper, match.start(), match.end())))
    if not strange or len(strange) > 2:
        return []  # a paper that deals with other communes throughout
    why = f"Nhắc đến “{', '.join(dict.fromkeys(names))}” trong văn bản của {kind} {own}: có lẽ sót lại từ văn bản nơi khác, cần kiểm tra tên."
    return [paper.point("contradiction", "warning", why, strange)]
