"""Contradiction of level: a commune's paper that speaks for the bodies of its province, copied from the province's own."""

from __future__ import annotations

import re

from ..programme.model import Finding
from .paper import Entry, Paper, shorten
from .words import fold

_COMMUNE = re.compile(r"\b(?:xa|phuong|dac khu)\b")
_ABOVE = re.compile(r"\b(?:tinh|thanh pho)\b")
_PLACE = r"\s*(?:của\s*)?(?:tỉnh|thành\s*phố)\b"
_WITHIN = re.compile(  # lost spaces are usual in the papers copied from a print: "Đảng bộtỉnh"
    rf"(?:cơ\s*quan\s*đảng|hệ\s*thống\s*chính\s*trị(?:\s*của)?(?:\s*đảng\s*bộ)?|đảng\s*bộ){_PLACE}(?!\s*lần)|"
    r"từ\s*(?:cấp\s*)?(?:tỉnh|thành\s*phố)\s*(?:xuống|đến)\s*(?:cấp\s*)?(?:cơ\s*sở|xã|phường)"
)
_DOER = re.compile(rf"^[^.;:]{{0,60}}?(?:mttq|mặt\s*trận\s*tổ\s*quốc)(?:\s*việt\s*nam)?{_PLACE}")
# What may stand before the name of a body above: a paper of it, help from it, a word to it, a place among its like.
_UPWARD = re.compile(
    r"nghi quyet|dai hoi|chuong trinh|ke hoach|chap hanh|thuong vu|chi dao|chi thi|huong dan|bao cao|theo|de xuat|kien nghi|de nghi|"
    r"phoi hop|tham muu|phuc vu|gop phan|so voi|\bcung\b|lien thong|ket noi|tiep nhan|tham gia|\bvoi\b|xin y kien|quyet dinh|van kien"
)


def find(paper: Paper) -> list[Finding]:
    """Return one finding with the places where a commune's paper gives work to its province's bodies."""
    issuer = fold(paper.programme.document.issuer or "")
    if not _COMMUNE.search(issuer) or _ABOVE.search(issuer):
        return []
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row", "assignment"):
        places += [(entry, shorten(clause)) for clause in entry.split() if _speaks_for(clause)]
    if not places:
        return []
    why = "Văn bản của xã, phường nhưng giao việc, đặt mức cho cơ quan của tỉnh, thành phố; có lẽ chép từ văn bản cấp trên."
    return [paper.point("contradiction", "warning", why, places)]


def _speaks_for(clause: str) -> bool:
    lowered = clause.lower()
    for pattern in (_WITHIN, _DOER):
        found = pattern.search(lowered)
        if found and not _UPWARD.search(fold(lowered[: found.end()])):
            return True
    return False
