"""Wording that leaves the work unclear: reports in place of tasks, one name in several forms, a trial that is no trial."""

from __future__ import annotations

import re
from collections import defaultdict

from ..programme.model import Finding
from .figures import capital
from .paper import Entry, Paper, shorten
from .words import fold, spaced, syllables

_REPORT = re.compile(
    r"\bda (?:bam sat|dat duoc|dat ket qua|co nhieu|co nhung|co buoc|gop phan|tung buoc|duoc (?:tang cuong|trien khai|"
    r"thuc hien (?:tot|hieu qua|nghiem)|quan tam|nang len|dam bao))\b|"
    r"\bco (?:nhieu|nhung) (?:doi moi|chuyen bien|tien bo)\b|\btiep tuc duoc [a-z ,]{3,60} (?:va )?dat (?:hieu qua|ket qua)\b"
)
_ORDER = re.compile(r"\b(?:nham|de|phan dau|bao dam|dam bao|tao|phai|can|yeu cau|tiep tuc duy tri)\b")
_TRIAL = re.compile(r"\bthi diem nhan rong\b")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{18,160}(?:\n[^“”\"\n]{3,100})?)[”\"]")
_TAIL = re.compile(r"\b(?:tai|giai doan|den nam|trong|nam 20\d\d)\b.*")


def find(paper: Paper) -> list[Finding]:
    """Return the findings about wording."""
    return [*_reports(paper), *_trials(paper), *_names(paper), *_ranks(paper)]


def reports(words: str) -> bool:
    """Say whether a folded clause tells what has been done, in place of what is to be done."""
    found = _REPORT.search(words)
    return found is not None and not _ORDER.search(words, 0, found.start())


def _reports(paper: Paper) -> list[Finding]:
    groups: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry in paper.of("body"):
        for clause in entry.split():
            if reports(fold(clause)):
                groups[entry.section].append((entry, clause))
    findings = []
    for section, places in groups.items():
        why = f"{capital(paper.section_name(section))}: câu viết theo lối báo cáo kết quả đã đạt, không phải nhiệm vụ phải làm."
        findings.append(paper.point("contradiction", "note", why, [(e, shorten(c)) for e, c in places]))
    return findings


def _trials(paper: Paper) -> list[Finding]:
    findings = []
    for entry in paper.of("body", "row", "indicator"):
        clause = next((c for c in entry.split() if "thí điểm" in c and _TRIAL.search(fold(c))), None)
        if clause:
            why = "Thí điểm và nhân rộng nói liền một cụm, không có bước hay mốc nào ở giữa."
            findings.append(paper.point("contradiction", "note", why, [(entry, shorten(clause))]))
    return findings


def _names(paper: Paper) -> list[Finding]:
    """Find titles in quotation marks that are almost the same: one thing under two names."""
    titles: dict[str, tuple[frozenset[str], str]] = {}
    index: dict[str, list[str]] = defaultdict(list)
    findings = []
    for match in _QUOTED.finditer(paper.text):
        words = " ".join(syllables(match[1]))
        kept = frozenset(_TAIL.sub("", words).split())
        if words in titles or len(kept) < 6:
            continue
        for other in {key for word in kept for key in index[word] if len(index[word]) < 60}:
            theirs, quote = titles[other]
            likeness = len(kept & theirs) / len(kept | theirs)
            if likeness >= 0.7 and not (words.startswith(other) or other.startswith(words)):
                quotes: list[tuple[Entry | None, str]] = [(None, quote), (None, paper.quote(*match.span()))]
                why = "Hai tên gọi gần giống nhau trong ngoặc kép: có lẽ là một, cần thống nhất."
                findings.append(paper.point("contradiction", "note", why, quotes))
                break
        titles[words] = (kept, paper.quote(*match.span()))
        for word in kept:
            index[word].append(words)
    return findings


_RANK = spaced(
    "trung do dia phuong xa khu vung diem",
    r"\b((?:trung tam|do thi|dia phuong|phuong|xa|khu|vung|diem den)(?: [a-z]+){1,3}?) "
    r"(hang dau|lon|trong diem|quan trong|kieu mau|dan dau|nhom dau|top dau|noi bat|hien dai) "
    r"((?:cua|trong) (?:ca nuoc|toan quoc|tinh|thanh pho|khu vuc|vung|mien bac|mien trung|mien nam))\b",
)


def _ranks(paper: Paper) -> list[Finding]:
    """Find one ambition that two places put at different ranks ("hàng đầu của cả nước", "lớn của cả nước")."""
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    findings = []
    for match in _RANK.finditer(paper.folded):
        what, rank, where = (" ".join(part.split()) for part in match.groups())
        quote = paper.quote(match.start(), match.end())
        first = seen.setdefault((what, where), (rank, quote))
        if first[0] != rank:
            why = "Cùng một đích đến nhưng hai chỗ đặt ở hai mức khác nhau."
            findings.append(paper.point("contradiction", "note", why, [(None, first[1]), (None, quote)]))
    return findings
