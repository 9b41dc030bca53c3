"""Contradictions between years: visions that end too early, periods turned round, terms mixed with five-year plans."""

from __future__ import annotations

import datetime
import re

from ..programme.model import Finding, Task
from .figures import capital
from .paper import Entry, Paper
from .schedule import last_day
from .words import content, fold, spaced

_VISION = spaced(
    "giai thoi nhiem den",
    r"\b(?:(?:giai doan|thoi ky|nhiem ky) 20\d\d\s*[-–]\s*|den (?:het )?(?:nam )?)(20\d\d)\b[,;]?(?: va)?"
    r" (?:tam nhin|dinh huong)(?: den)?(?: nam)? (20\d\d)\b",
)
_PERIOD = spaced(
    "giai thoi nhiem tu",
    r"\b(?:giai doan|thoi ky|nhiem ky|tu nam) (20\d\d)\s*(?:[-–]|den(?: nam)?)\s*(20\d\d)\b",
)
_TERM = spaced("nhiem", r"\bnhiem ky (20\d\d)\s*[-–]\s*(20\d\d)\b")
_DUE = re.compile(r"\b(?:den|trong|vao|truoc)(?: het| cuoi)?(?: nam)? (20\d\d)\b")
_VISION_HEAD = re.compile(r"\b(?:tam nhin|dinh huong|giai doan)\b")
_ALIKE = 0.8  # share of a row's pairs of syllables that the dated item must hold
_LEAST = 6  # pairs of syllables below which a row is too short to be recognised


def find(paper: Paper) -> list[Finding]:
    """Return the findings about years that contradict one another."""
    return [*_visions(paper), *_turned(paper), *_terms(paper), *_later_than_promised(paper)]


def _around(paper: Paper, start: int, end: int) -> str:
    left = max(0, start - 70)
    left = paper.text.find(" ", left, start) + 1 if left else 0
    return paper.quote(left, end)


def _visions(paper: Paper) -> list[Finding]:
    """Find "2021-2030, tầm nhìn đến 2025": a vision that ends no later than the period it looks beyond."""
    findings = []
    for match in _VISION.finditer(paper.folded):
        if int(match[2]) <= int(match[1]):
            why = f"Tầm nhìn đến {match[2]} không vượt quá năm cuối của giai đoạn ({match[1]}): có lẽ ghi sai năm."
            quote = _around(paper, match.start(), match.end())
            findings.append(paper.point("contradiction", "error", why, [(None, quote)]))
    return findings


def _turned(paper: Paper) -> list[Finding]:
    findings = []
    for match in _PERIOD.finditer(paper.folded):
        if int(match[2]) < int(match[1]):
            why = f"Giai đoạn {match[1]}-{match[2]}: năm cuối trước năm đầu."
            quote = _around(paper, match.start(), match.end())
            findings.append(paper.point("contradiction", "error", why, [(None, quote)]))
    return findings


def _terms(paper: Paper) -> list[Finding]:
    """Find a term of the Party that begins a year late, as the State's five-year plan does ("nhiệm kỳ 2026-2030")."""
    own = re.fullmatch(r"(20\d\d)-(20\d\d)", paper.programme.document.term or "")
    if own is None:
        return []
    first, last = int(own[1]), int(own[2])
    odd = [m for m in _TERM.finditer(paper.folded) if (int(m[1]), int(m[2])) == (first + 1, last)]
    right = next((m for m in _TERM.finditer(paper.folded) if (int(m[1]), int(m[2])) == (first, last)), None)
    if not odd or right is None:
        return []
    why = f"Ghi nhiệm kỳ {first + 1}-{last}, trong khi nhiệm kỳ của Đảng bộ là {first}-{last} ({first + 1}-{last} là kỳ kế hoạch 5 năm)."
    quotes = [_around(paper, m.start(), m.end()) for m in [*odd[:4], right]]
    return [paper.point("contradiction", "error", why, [(None, quote) for quote in quotes])]


def _later_than_promised(paper: Paper) -> list[Finding]:
    """Find an appendix row that finishes after the year by which the body promises the same thing."""
    rows = [
        (entry, held, finish)
        for entry in paper.of("row")
        if isinstance(entry.item, Task)
        and (finish := last_day(entry.item.finish)) is not None
        and len(held := content(entry.text)) >= _LEAST
    ]
    findings = []
    for entry in paper.of("indicator", "body") if rows else []:
        due = _due(paper, entry)
        for clause in entry.split() if due else []:
            pairs = content(clause)
            for row, held, finish in rows:
                if due and finish > due and len(held & pairs) >= _ALIKE * len(held):
                    first, last = (
                        (f"năm {due.year}", f"năm {finish.year}")
                        if finish.year > due.year
                        else (f"{due:%d/%m/%Y}", f"{finish:%d/%m/%Y}")
                    )
                    why = (
                        f"{capital(paper.section_name(entry.section))} hẹn đến {first}, "
                        f"{paper.name(row)} đến {last} mới xong cùng một việc."
                    )
                    places: list[tuple[Entry | None, str]] = [(entry, clause), (row, paper.row(row))]
                    said = entry.item.time_text if isinstance(entry.item, Task) else None
                    if said and said not in clause:
                        places.insert(1, (entry, next((c for c in entry.split() if said in c), said)))
                    findings.append(paper.point("contradiction", "error", why, places))
    return findings


def _due(paper: Paper, entry: Entry) -> datetime.date | None:
    """Return the day by which an item without figures is due: its own, or the last of the year its heading names.

    Items with figures are compared as promises.
    """
    year = _due_year(paper, entry)
    own = last_day(entry.item.finish) if isinstance(entry.item, Task) and entry.item.time_text else None
    return own or (datetime.date(year, 12, 31) if year else None)


def _due_year(paper: Paper, entry: Entry) -> int | None:
    """Return the year of the heading above an item without figures, or that of its own goal."""
    if any(measure.direction != "qualitative" for measure in entry.measures):
        return None
    for section in paper.ancestors(entry.section):
        title = fold(section.title or section.first_words)
        due = _DUE.search(title)
        if due and not _VISION_HEAD.search(title):
            return int(due[1])
    years = {m.year_to for m in entry.measures if m.period == "by_year" and m.year_to}
    return years.pop() if len(years) == 1 else None
