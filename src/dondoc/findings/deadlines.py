"""Missing and doubtful deadlines: dates that hang on something else, dates that leave no time, a paper without any."""

from __future__ import annotations

import datetime
import re

from ..programme.model import Finding, Task
from .paper import Entry, Paper, shorten
from .schedule import first_day, last_day
from .targets import dated_heading
from .words import fold

_HANGS = re.compile(
    r"\b(?:sau khi|ngay khi|khi co|khi duoc|theo (?:yeu cau|de nghi|chi dao|huong dan|tien do)|tuy theo|kip thoi|som nhat|"
    r"som hoan thanh|khan truong|trong thoi gian som)\b"
)
_LASTING = re.compile(r"\b(?:thuong xuyen|hang (?:nam|quy|thang|tuan)|dinh ky)\b|20\d\d")
_LEAST_DAYS = 3  # days between the signing of a paper and a deadline that can still be met
_MANY = 8  # tasks from which on a paper without dates is worth a word
_FEW_DATED = 0.1
_MOSTLY_LED = 0.5
_BOUND = re.compile(r"\bden (?:het |cuoi )?nam 20\d\d|20\d\d\s*[-–]\s*20\d\d|\bnam 20\d\d\b|\bhang nam\b|\bnhiem ky\b")


def find(paper: Paper) -> list[Finding]:
    """Return the findings about deadlines that are none, or come too soon."""
    return [*_hanging(paper), *_soon(paper), *_at_once(paper), *_none_at_all(paper)]


def _printed(paper: Paper, entry: Entry) -> str:
    return paper.row(entry) if entry.kind == "row" else shorten(entry.text)


def _hanging(paper: Paper) -> list[Finding]:
    """Find time cells that name no date but another event, in one finding with what they say."""
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("body", "row"):
        item = entry.item
        assert isinstance(item, Task)
        words = fold(item.time_text or "")
        if item.finish or not _HANGS.search(words) or _LASTING.search(words):
            continue
        places.append((entry, item.time_text or ""))
    if not places:
        return []
    shown = "; ".join(dict.fromkeys(f"“{quote}”" for _, quote in places[:4]))
    why = f"Thời hạn phụ thuộc việc khác, không phải một mốc cụ thể: {shown}."
    return [paper.point("missing", "note", why, places)]


_SOON = re.compile(
    r"\b(?:som|khan truong) (?:nghien cuu,? )?(?:xay dung|ban hanh|trinh|hoan thien|sua doi)[a-z, ]{0,40}?"
    r"\b(?:luat|nghi dinh|nghi quyet|thong tu|de an|quy che|quy dinh|quy hoach|ke hoach|chien luoc)\b"
)
_TIMED = re.compile(r"20\d\d|\bquy [1-4iv]+\b|\bthang \d|\btruoc ngay\b|\bhang nam\b")


def _soon(paper: Paper) -> list[Finding]:
    """Find papers that are to be drafted "soon" and have no date: soon is no deadline."""
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("body", "row"):
        item = entry.item
        if (
            not isinstance(item, Task)
            or item.finish
            or item.recurrence
            or not re.search("[Ss]ớm|hẩn trương", item.text)
        ):
            continue
        places += [
            (entry, shorten(clause))
            for clause in entry.split()
            if _SOON.search(fold(clause)) and not _TIMED.search(fold(clause))
        ]
    if not places:
        return []
    why = "“Sớm”, “khẩn trương” không phải là thời hạn; văn bản phải ban hành chưa có ngày."
    return [paper.point("missing", "note", why, places)]


def _at_once(paper: Paper) -> list[Finding]:
    """Find tasks due within `_LEAST_DAYS` days of the paper's own date: nobody can have received it in time."""
    signed = paper.programme.document.date or ""
    day = first_day(signed) if signed.count("-") == 2 else None
    if day is None:
        return []
    places: list[tuple[Entry | None, str]] = []
    due: dict[str, datetime.date] = {}
    for entry in paper.of("body", "row"):
        item = entry.item
        assert isinstance(item, Task)
        finish = last_day(item.finish) if (item.finish or "").count("-") == 2 else None
        if finish and day <= finish <= day + datetime.timedelta(days=_LEAST_DAYS):
            due[f"{finish:%d/%m/%Y}"] = finish
            places.append((entry, _printed(paper, entry)))
    if not places:
        return []
    why = f"Thời hạn {', '.join(due)} sát ngày ký văn bản ({day:%d/%m/%Y}): không còn thời gian thực hiện."
    return [paper.point("contradiction", "note", why, places)]


def _none_at_all(paper: Paper) -> list[Finding]:
    """Find a paper that gives its tasks to units and next to none of them a date, and bears no period itself."""
    tasks = [(entry, entry.item) for entry in paper.of("body", "row") if isinstance(entry.item, Task)]
    header = paper.programme.document
    if len(tasks) < _MANY or header.term or _BOUND.search(_without_dates(f"{header.title or ''} {header.about or ''}")):
        return []
    led = [entry for entry, task in tasks if task.leads]
    bare = [
        entry
        for entry, task in tasks
        if not (task.finish or task.start or task.recurrence or task.time_text) and not dated_heading(paper, entry)
    ]
    if len(led) < _MOSTLY_LED * len(tasks) or len(bare) < (1 - _FEW_DATED) * len(tasks):
        return []
    why = f"Hầu hết nhiệm vụ ({len(bare)} trên {len(tasks)}) không có thời hạn và cả văn bản không đặt mốc chung."
    return [paper.point("missing", "warning", why, [(entry, shorten(entry.text)) for entry in bare[:4]])]


def _without_dates(title: str) -> str:
    """Return a folded title without the dates of the papers it names."""
    return re.sub(r"\bngay \d.{0,25}?20\d\d", " ", fold(title))
