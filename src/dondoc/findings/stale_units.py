"""Units that no longer exist: the district level since 01/7/2025, and bodies merged in 2025."""

from __future__ import annotations

import re

from ..programme.model import Assignment, Finding, Task
from .paper import Entry, Paper, shorten
from .words import fold

# The district level ended on 01/7/2025 (Law on Organisation of Local Government 72/2025/QH15).
_DISTRICT = re.compile(
    r"\b(?:(?:huyen|thi) uy(?! vien)|(?<!co )(?<!lien )(?<!hai )(?<!chu )(?<!tham )quan uy(?! vien| ban (?:nhan|mat|mttq|kiem|bau))|(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|uy ban mttq|mttq|cong an|quan su|toa an nhan dan|"
    r"vien kiem sat nhan dan|bao hiem xa hoi|chi cuc thue|hoi nong dan|hoi phu nu|huyen doan|quan doan) (?:cap )?(?:huyen|quan|thi xa|thi tran)(?! (?:su|ly|chung|doi|tri))|"
    r"cap huyen|phong (?:giao duc va dao tao|noi vu|tu phap|tai nguyen va moi truong|lao dong|nong nghiep va phat trien nong thon|"
    r"tai chinh[ -]+ke hoach|van hoa va thong tin|kinh te va ha tang|quan ly do thi|y te)(?! phuong| xa))\b"
)
# Ministries and departments merged from 01/3/2025 (Resolution 176/2025/QH15), Party boards merged from 02/2025.
_MERGED = re.compile(
    r"\b(?:bo|so) (?:ke hoach va dau tu|tai nguyen va moi truong|nong nghiep va phat trien nong thon|giao thong van tai|"
    r"thong tin va truyen thong|lao dong[ ,-]+thuong binh va xa hoi)\b|\bban (?:tuyen giao|dan van)(?! va)(?= (?:trung uong|tinh uy|thanh uy|dang uy))"
)
_PAST = re.compile(r"\b(?:cu|truoc day|truoc sap xep|da giai the|ket thuc hoat dong|bo cap huyen|khong to chuc cap huyen|chuyen giao|sap xep|thay the)\b")
_VILLAGE = re.compile(r"\bthôn\b", re.IGNORECASE)
_GROUP = re.compile(r"\btổ\s+dân\s+phố\b", re.IGNORECASE)
_RURAL = re.compile(r"nông\s+thôn|\bthôn\s+(?:quê|xóm|nữ)|chung\s+thôn", re.IGNORECASE)
_SINCE = "2025-07-01"


def find(paper: Paper) -> list[Finding]:
    """Return the findings about units that the paper gives work to and that no longer exist."""
    date = paper.programme.document.date
    if date is not None and date < _SINCE and not (paper.programme.document.term or "").endswith("2030"):
        return []
    return [*_as_units(paper), *_in_the_text(paper), *_villages(paper)]


def gone(name: str) -> bool:
    """Say whether `name` is a unit of the former district level or one merged in 2025."""
    words = " ".join(fold(name).split())
    return bool((_DISTRICT.search(words) or _MERGED.search(words)) and not _PAST.search(words))


def _as_units(paper: Paper) -> list[Finding]:
    findings = []
    for entry in paper.of("body", "row", "assignment"):
        item = entry.item
        if not isinstance(item, Task | Assignment):
            continue
        for units, severity in ((item.leads, "error"), (item.coordinating, "warning")):
            for unit in units:
                if gone(unit):
                    lead = severity == "error"
                    why = f"“{unit}” không còn từ khi bỏ cấp huyện và sắp xếp bộ máy năm 2025; cần ghi đơn vị hiện nay."
                    quote = _cell(paper, entry, unit) if entry.kind == "row" else _clause(entry, unit)
                    findings.append(paper.point("stale_unit", "error" if lead else "warning", why, [(entry, quote)]))
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
            words = " ".join(fold(clause).split())
            if (_DISTRICT.search(words) or _MERGED.search(words)) and not _PAST.search(words):
                places.append((entry, shorten(clause)))
                break
    if not places:
        return []
    more = f" ({len(places)} chỗ)" if len(places) > 1 else ""
    why = f"Nhắc đến đơn vị cấp huyện hoặc cơ quan đã sáp nhập năm 2025{more}; cần sửa theo bộ máy hiện nay."
    return [paper.point("stale_unit", "warning", why, places)]


def _villages(paper: Paper) -> list[Finding]:
    """Find "thôn" in the paper of a ward, whose people live in residential groups (tổ dân phố)."""
    header = paper.programme.document
    issuer = fold(f"{header.issuer or ''} {header.place or ''}")
    own = "phuong" in issuer or (paper.folded.count("phuong") > 4 * paper.folded.count(" xa ") and "phuong" in fold(header.about or ""))
    if not own or len(_GROUP.findall(paper.text)) < 3:
        return []
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row", "assignment"):
        for clause in entry.split():
            if _VILLAGE.search(_RURAL.sub(" ", clause)):
                places.append((entry, shorten(clause)))
    if not places or len(places) > 3:
        return []
    why = "Phường không có thôn; nơi khác trong văn bản chỉ dùng “tổ dân phố”."
    return [paper.point("stale_unit", "warning", why, places)]
