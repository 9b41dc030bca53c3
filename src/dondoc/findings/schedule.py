"""Dates and units of single rows that cannot be right: ends before it begins, text against cell, one unit in two roles."""

from __future__ import annotations

import calendar
import datetime
import re

from ..programme.model import Finding, Task
from .citations import mentions
from .figures import capital
from .paper import Entry, Paper, shorten
from .words import fold

_DATE = re.compile(r"^(?:Q([1-4])/)?(20\d\d)(?:-(\d\d))?(?:-(\d\d))?$")


def find(paper: Paper) -> list[Finding]:
    """Return the findings about dates and units of tasks that contradict themselves."""
    return [*_order(paper), *_text_and_cell(paper), *_outside_the_term(paper), *_two_roles(paper)]


def first_day(date: str | None) -> datetime.date | None:
    """Return the first day of a date of the format ("2026", "Q4/2025", "2026-03", "2026-03-15")."""
    match = _DATE.match(date or "")
    if match is None:
        return None
    month = 3 * int(match[1]) - 2 if match[1] else int(match[3] or 1)
    return _day(int(match[2]), month, int(match[4] or 1))


def last_day(date: str | None) -> datetime.date | None:
    """Return the last day of a date of the format."""
    match = _DATE.match(date or "")
    if match is None:
        return None
    year = int(match[2])
    month = 3 * int(match[1]) if match[1] else int(match[3] or 12)
    if not 1 <= month <= 12:
        return None
    return _day(year, month, int(match[4] or calendar.monthrange(year, month)[1]))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _printed(paper: Paper, entry: Entry) -> str:
    return paper.row(entry) if entry.kind == "row" else shorten(entry.text)


def _order(paper: Paper) -> list[Finding]:
    findings = []
    for entry in paper.of("body", "row"):
        item = entry.item
        assert isinstance(item, Task)
        start, finish = first_day(item.start), last_day(item.finish)
        if start and finish and finish < start:
            why = f"{capital(paper.name(entry))}: thời điểm hoàn thành ({item.finish}) trước thời điểm bắt đầu ({item.start})."
            findings.append(paper.point("contradiction", "error", why, [(entry, _printed(paper, entry))]))
    return findings


def _text_and_cell(paper: Paper) -> list[Finding]:
    """Find rows whose text names another last year than their time cell."""
    findings = []
    for entry in paper.of("row"):
        item = entry.item
        assert isinstance(item, Task)
        finish = last_day(item.finish)
        measured = {m.year_to for m in entry.measures if m.period == "by_year" and m.year_to and not m.parent_measure}
        years = measured or _years_in(entry.text)
        if finish is None or len(years) != 1:
            continue
        year = years.pop()
        if year != finish.year:
            why = f"{capital(paper.name(entry))}: nội dung ghi đến năm {year}, cột thời gian ghi {item.finish}."
            findings.append(paper.point("contradiction", "error", why, [(entry, _printed(paper, entry))]))
    return findings


_AIM = re.compile(r"\b(?:phan dau|dat|hoan thanh|tro thanh)\b")
_DUE = re.compile(r"\b(?:den|vao|trong) (?:het |cuoi )?nam (20\d\d)\b")
# A year in the name of a plan or a standard is not the year of the work.
_NAME = re.compile(
    r"\b(?:quy hoach|de an|ke hoach|giai doan|dinh huong|tam nhin|chien luoc|chuong trinh|nghi quyet|chuan)\b[^,;]*$|\""
)


def _years_in(text: str) -> set[int]:
    """Return the years by which the text of a row promises a result in so many words."""
    found: set[int] = set()
    for clause in re.split(r"[;.](?=\s|$)", fold(text)):
        for due in _DUE.finditer(clause) if _AIM.search(clause) else ():
            if not _NAME.search(clause[: due.start()]):
                found.add(int(due[1]))
    return found


def _shown(date: str | None) -> str:
    """Return a date of the format as a clerk writes it: "30/03/2025", "03/2025", "quý 1/2025", "2025"."""
    match = _DATE.match(date or "")
    if match is None:
        return date or ""
    quarter, year, month, day = match.groups()
    return f"quý {quarter}/{year}" if quarter else "/".join(part for part in (day, month, year) if part)


def _latest_cited(paper: Paper) -> datetime.date | None:
    """Return the latest day of a document that the paper cites: a draft without its own date is no older."""
    return max((mention.date for mention in mentions(paper) if mention.date), default=None)


def _outside_the_term(paper: Paper) -> list[Finding]:
    """Find deadlines that had passed when the paper was signed, or that lie after its term."""
    header = paper.programme.document
    signed = first_day(header.date) or _latest_cited(paper)
    term = re.search(r"(20\d\d)\s*$", header.term or "")
    past: list[tuple[Entry | None, str]] = []
    late: list[tuple[Entry | None, str]] = []
    for entry in paper.of("row", "body"):
        item = entry.item
        assert isinstance(item, Task)
        finish = last_day(item.finish)
        if finish and signed and finish < signed:
            past.append((entry, _printed(paper, entry)))
        elif entry.kind == "row" and finish and term and finish.year > int(term[1]):
            late.append((entry, _printed(paper, entry)))
    findings = []
    if past:
        which = ", ".join(dict.fromkeys(_shown(e.item.finish) for e, _ in past if e and isinstance(e.item, Task)))
        why = f"Thời hạn hoàn thành ({which}) đã qua trước ngày ký văn bản."
        findings.append(paper.point("contradiction", "error", why, past))
    if late and term:
        why = f"Thời hạn hoàn thành vượt quá nhiệm kỳ của văn bản ({term[1]})."
        findings.append(paper.point("contradiction", "note", why, late))
    return findings


def _bare(unit: str) -> str:
    return fold(unit).removeprefix("cac ").removeprefix("nhung ")


def _two_roles(paper: Paper) -> list[Finding]:
    findings = []
    for entry in paper.of("body", "row", "assignment"):
        item = entry.item
        coordinating = {_bare(unit): unit for unit in getattr(item, "coordinating", [])}
        both = [unit for unit in getattr(item, "leads", []) if _bare(unit) in coordinating]
        if both:
            why = f"{capital(paper.name(entry))}: {both[0]} vừa chủ trì vừa phối hợp."
            findings.append(paper.point("contradiction", "warning", why, [(entry, _printed(paper, entry))]))
    return findings
