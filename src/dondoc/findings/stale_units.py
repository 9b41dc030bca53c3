"""Units that no longer exist since the reorganisation of 2025, given work or named as if they stood."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from ..language.scanning import Opened
from ..language.unit_names import stale
from ..programme.model import Assignment, Finding, Task
from .paper import Entry, Paper, shorten, times
from .words import fold

# A quick look before the names are read: the district level, and the ministries and departments merged in 2025.
_SUSPECT = re.compile(
    r"huyện|quận|thị ủy|thị uỷ|thị xã|thị trấn|kế hoạch và đầu tư|tài nguyên và môi trường|phát triển nông thôn|giao thông vận tải|"
    r"thông tin và truyền thông|thương binh|lđtbxh|tuyên giáo|dân vận|phòng ",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:cu|truoc day|truoc sap xep|da giai the|ket thuc hoat dong|bo cap huyen|khong to chuc cap huyen|chuyen giao|sap xep|thay the)\b"
)
# A district by its name, in whatever unit's name it stands, and the ministry and its departments by their short names.
_DISTRICT = re.compile(r"\b(?:[Hh]uyện|[Qq]uận|[Tt]hị xã)\s+(?!Đảo\b|[UuỦủ][yỷ]\b)([^\W\d])")
_SHORT = re.compile(r"\b(?:Bộ|Sở|Phòng)\s+(?:Lao động|LĐ)\s*[-–,]?\s*TB\s*(?:&|và)?\s*XH\b")
_CITED = re.compile(r"\bso:? ?\d+\S*[/-]|\bngay \d")
_VILLAGE = re.compile(r"\bthôn\b", re.IGNORECASE)
_GROUP = Opened(("tổ",), r"\btổ\s+dân\s+phố\b", re.IGNORECASE)
_RURAL = re.compile(r"nông\s+thôn|\bthôn\s+(?:quê|xóm|nữ)|chung\s+thôn", re.IGNORECASE)
_SINCE = "2025-07-01"


def find(paper: Paper) -> list[Finding]:
    """Return the findings about units that the paper gives work to and that no longer exist."""
    date = paper.programme.document.date  # a draft without a date is being written now
    term = re.search(r"(20\d\d)$", paper.programme.document.term or "")
    if date is None and term and term[1] < _SINCE[:4]:
        return []  # a paper of a term that is over
    if date is not None and date < _SINCE and not (paper.programme.document.term or "").endswith("2030"):
        return []
    return [*_as_units(paper), *_in_the_text(paper), *_villages(paper), *_groups(paper)]


@lru_cache(maxsize=4_096)
def gone(words: str) -> str | None:
    """Return why a unit named in `words` no longer exists, None where none is named or its past is meant."""
    return stale(words) if _SUSPECT.search(words) and not _PAST.search(fold(words)) else None


def _named(clause: str) -> bool:
    """Say whether a clause names a district, or a merged ministry by its short name, as if it stood."""
    folded = fold(clause)
    if _PAST.search(folded) or _CITED.search(folded):
        return False  # what is past, or who issued a paper that is cited
    return bool(_SHORT.search(clause)) or any(first.isupper() for first in _DISTRICT.findall(clause))


def _as_units(paper: Paper) -> list[Finding]:
    """Find units that are given work and no longer exist: one finding a unit, with all its places."""
    places: dict[str, list[tuple[Entry | None, str]]] = defaultdict(list)
    leading: set[str] = set()
    for entry in paper.of("body", "row", "assignment"):
        item = entry.item
        if not isinstance(item, Task | Assignment):
            continue
        for unit in dict.fromkeys([*item.leads, *item.coordinating]):
            if gone(unit):
                places[unit].append((entry, _cell(paper, entry, unit) if entry.kind == "row" else _clause(entry, unit)))
                leading |= {unit} & set(item.leads)
    findings = []
    for unit, where in places.items():
        reason = gone(unit) or ""
        why = f"“{unit}” không còn{times(where)}: {reason[:1].lower()}{reason[1:]}"
        findings.append(paper.point("stale_unit", "error" if unit in leading else "warning", why, where))
    return findings


def _cell(paper: Paper, entry: Entry, unit: str) -> str:
    return unit if len(unit) >= 8 else paper.row(entry)


def _clause(entry: Entry, unit: str) -> str:
    return shorten(next((clause for clause in entry.split() if unit in clause), entry.text))


def _in_the_text(paper: Paper) -> list[Finding]:
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row", "assignment"):
        item = entry.item
        named = [*item.leads, *item.coordinating] if isinstance(item, Task | Assignment) else []
        if any(gone(unit) for unit in named):
            continue
        for clause in entry.split():
            if gone(clause) or _named(clause):
                places.append((entry, shorten(clause)))
                break
    if not places:
        return []
    why = f"Nhắc đến đơn vị cấp huyện hoặc cơ quan đã sáp nhập năm 2025{times(places)}; cần sửa theo bộ máy hiện nay."
    return [paper.point("stale_unit", "warning", why, places)]


def _villages(paper: Paper) -> list[Finding]:
    """Find "thôn" in the paper of a ward, whose people live in residential groups (tổ dân phố)."""
    header = paper.programme.document
    issuer = fold(f"{header.issuer or ''} {header.place or ''}")
    own = "phuong" in issuer or (
        paper.folded.count("phuong") > 4 * paper.folded.count(" xa ") and "phuong" in fold(header.about or "")
    )
    if not own or len(list(_GROUP.finditer(paper.text))) < 3:
        return []
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row", "assignment"):
        for clause in entry.split():
            if "thôn" in clause.lower() and _VILLAGE.search(_RURAL.sub(" ", clause)):
                places.append((entry, shorten(clause)))
    if not places or len(places) > 3:
        return []
    why = "Phường không có thôn; nơi khác trong văn bản chỉ dùng “tổ dân phố”."
    return [paper.point("stale_unit", "warning", why, places)]


def _groups(paper: Paper) -> list[Finding]:
    """Find "tổ dân phố" in the paper of a commune that speaks of its villages (thôn) everywhere else."""
    header = paper.programme.document
    issuer = fold(header.issuer or "")
    groups = list(_GROUP.finditer(paper.text))
    if not re.search(r"\bxa\b", issuer) or not 1 <= len(groups) <= 2:
        return []
    if len(_VILLAGE.findall(_RURAL.sub(" ", paper.text))) < 3 * len(groups):
        return []
    entries = [paper.entry_at(match.start()) for match in groups]
    places = [(e, shorten(next((c for c in e.split() if _GROUP.search(c)), e.text))) for e in entries if e]
    others = (e for e in paper.entries if _VILLAGE.search(_RURAL.sub(" ", e.text)) and not _GROUP.search(e.text))
    places += [
        (e, shorten(next((c for c in e.split() if _VILLAGE.search(c)), e.text))) for e in [next(others, None)] if e
    ]
    why = "Xã có thôn, không có tổ dân phố; nơi khác trong văn bản dùng “thôn”."
    return [paper.point("stale_unit", "note", why, list(places))] if places else []
