"""Contradictions: the same thing promised twice with another figure, year or scope."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from ..programme.model import Finding, Task
from .paper import Entry, Paper
from .promises import Promise, figure, time_of
from .words import fold, spaced

_CEILING = ("at_most", "below")


def find(paper: Paper, same: list[tuple[Promise, Promise]]) -> list[Finding]:
    """Return one finding for each promise that others contradict: it and they cannot all bind."""
    clashes: dict[int, list[tuple[Promise, Promise, str]]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for one, other in same:
        why = _clash(paper, one, other)
        if why and (one.clause, other.clause) not in told:
            told.add((one.clause, other.clause))
            clashes[id(one)].append((one, other, why))
    findings: list[Finding] = []
    for group in clashes.values():
        one, _, why = group[0]
        if len(group) > 1:
            said = "; ".join(_said(paper, other) for _, other, _ in group[:4])
            why = f"{_said(paper, one)}, nhưng {said} cho cùng một nội dung; cần chọn một con số."
        places: list[tuple[Entry | None, str]] = [(p.entry, p.clause) for p in (one, *(other for _, other, _ in group))]
        findings.append(paper.point("contradiction", "error", capital(why), places))
    return findings


def _clash(paper: Paper, one: Promise, other: Promise) -> str | None:
    """Return why two promises of the same thing contradict each other, None when they agree."""
    a, b = one.measure, other.measure
    if a.direction == "qualitative" or b.direction == "qualitative":
        return _clash_of_states(paper, one, other)
    if a.parent_measure and b.parent_measure and fold(a.parent_measure) != fold(b.parent_measure):
        return None
    if not _comparable(one, other):
        return None
    if _goes_back(one, other):
        early, late = sorted((one, other), key=lambda promise: promise.measure.year_to or 0)
        return (
            f"{_said(paper, early)}, cao hơn mức của năm muộn hơn: {_said(paper, late)}; cần kiểm tra con số hoặc năm."
        )
    if _figures_differ(one, other):
        if _bounds(one) == _bounds(other):
            what = "cách ghi mức và thời hạn" if time_of(one) != time_of(other) else "cách ghi mức"
            return f"{_said(paper, one)}, {_said(paper, other)} cho cùng một nội dung; cần thống nhất {what}."
        return f"{_said(paper, one)}, {_said(paper, other)} cho cùng một nội dung; cần chọn một con số."
    if _years_differ(one, other):
        return f"{_timed(paper, one)}, {_timed(paper, other)} cho cùng mức {figure(a)}."
    if _scopes_differ(one, other):
        return (
            f"Cùng mức {figure(a)} nhưng {paper.name(one.entry)} và {paper.name(other.entry)} "
            "tính trên đối tượng hoặc phạm vi khác nhau."
        )
    return None


def capital(sentence: str) -> str:
    """Return the sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def _said(paper: Paper, promise: Promise) -> str:
    time = time_of(promise)
    return f"{paper.name(promise.entry)} đặt {figure(promise.measure)}{' ' + time if time else ''}"


def _timed(paper: Paper, promise: Promise) -> str:
    last = _last_year(promise)
    time = time_of(promise) or (f"thời hạn {last}" if last else "không có năm")
    return f"{paper.name(promise.entry)} ghi {time}"


def _comparable(one: Promise, other: Promise) -> bool:
    a, b = one.measure, other.measure
    if _zero(one) or _zero(other):  # "không còn hộ" against a share of the same households
        return a.direction in _CEILING and b.direction in _CEILING
    if (a.unit or "") != (b.unit or "") and fold(a.unit or "") != fold(b.unit or ""):
        return _counted_alike(one, other)
    growth = {"increase", "decrease"}
    if (a.direction in growth) != (b.direction in growth) and "range" not in (a.direction, b.direction):
        return False
    return (a.direction in _CEILING) == (b.direction in _CEILING)


def _counted_alike(one: Promise, other: Promise) -> bool:
    if one.rate or other.rate:
        return False
    ours, theirs = fold(one.measure.unit or "").split(), fold(other.measure.unit or "").split()
    return (bool(ours and theirs) and ours[:2] == theirs[:2]) or (ours[-1:] == theirs[-1:] and ours[:1] == theirs[:1])


def _zero(promise: Promise) -> bool:
    return promise.measure.direction in _CEILING and promise.measure.high == 0


def _bounds(promise: Promise) -> tuple[Decimal | None, Decimal | None]:
    return promise.measure.low, promise.measure.high


def _figures_differ(one: Promise, other: Promise) -> bool:
    a, b = one.measure, other.measure
    if _milestones(one, other):
        return False
    if _bounds(one) == _bounds(other):
        strict = {a.direction, b.direction}
        return strict == {"above", "at_least"} or strict == {"below", "at_most"}
    return not (a.per and b.per and fold(a.per) != fold(b.per))


def _milestones(one: Promise, other: Promise) -> bool:
    """Say whether two figures are steps of one path: other years, or a year's figure against the last year's."""
    a, b = one.measure, other.measure
    years = {a.period, b.period}
    if a.year_to and b.year_to and a.year_to != b.year_to:
        return _bounds(one) != _bounds(other)
    if years == {"annual", "by_year"} and _bounds(one) != _bounds(other):
        yearly, final = (a, b) if a.period == "annual" else (b, a)
        return (final.low or 0) > (yearly.low or 0) if final.low is not None else (final.high or 0) < (yearly.high or 0)
    return years in ({"annual", "whole_term"},)


# Rates that may well fall while the work goes on: growth, what stays to be done, revenue above the estimate.
_MAY_FALL = re.compile(
    r"\b(?:toc do|tang truong|tang|giam|nhip do|vuot|ty trong|co cau|chiem|boi chi|tiet kiem|ngheo|tre han|qua han)\b"
)


def _goes_back(one: Promise, other: Promise) -> bool:
    """Say whether of two shares of the same thing the one of the earlier year is the higher: a path does not fall."""
    a, b = one.measure, other.measure
    if {a.period, b.period} != {"by_year"} or not (a.year_to and b.year_to) or a.year_to == b.year_to:
        return False
    if not (one.rate and other.rate) or not {a.direction, b.direction} <= {"at_least", "above"}:
        return False
    if a.parent_measure or b.parent_measure or one.scope ^ other.scope or a.low is None or b.low is None:
        return False
    early, late = (a, b) if a.year_to < b.year_to else (b, a)
    return (early.low or 0) > (late.low or 0) and not _MAY_FALL.search(fold(f"{a.name} {b.name}"))


def _years_differ(one: Promise, other: Promise) -> bool:
    a, b = one.measure, other.measure
    if _bounds(one) != _bounds(other):
        return False
    if {a.period, b.period} == {"annual", "by_year"}:
        return True
    if a.period == b.period and a.year_to and b.year_to:
        if str(a.year_to) not in one.clause and str(b.year_to) not in other.clause:
            return False  # the years stand in headings: a schedule of the same work year by year
        return (a.year_from, a.year_to) != (b.year_from, b.year_to)
    if a.direction == "increase" or "unspecified" not in (a.period, b.period):
        return False
    dated, by_cell = (one, other) if b.period == "unspecified" else (other, one)
    promised, done = _last_year(dated), _last_year(by_cell)
    return promised is not None and done is not None and done > promised  # a row that ends earlier keeps the promise


def _last_year(promise: Promise) -> int | None:
    """Return the year a promise is due: its own, or that of its row's time cell."""
    measure, item = promise.measure, promise.entry.item
    if measure.period == "by_year":
        return measure.year_to
    if measure.period == "unspecified" and promise.entry.kind == "row" and isinstance(item, Task):
        year = re.search(r"20\d\d", item.finish or "")
        return int(year[0]) if year else None
    return None


def _scopes_differ(one: Promise, other: Promise) -> bool:
    ours, theirs = one.scope - other.scope, other.scope - one.scope
    if one.measure.per and other.measure.per and fold(one.measure.per) != fold(other.measure.per):
        return True
    return bool(ours and theirs)


def _clash_of_states(paper: Paper, one: Promise, other: Promise) -> str | None:
    a, b = one.measure, other.measure
    if a.direction != b.direction or not (a.year_to and b.year_to) or a.year_to == b.year_to:
        return None
    return f"{_timed(paper, one)}, {_timed(paper, other)} cho cùng một kết quả."


_STATE = spaced(
    "dat danh duoc",
    r"\b(?:dat(?: chuan)?|danh hieu|dat cac tieu chi(?: ve)?|duoc cong nhan(?: la| dat)?) \"([^\"]{6,60})\"",
)
_YEAR = spaced("den vao trong truoc", r"\b(?:den|vao|trong|truoc) (?:het |cuoi )?(?:nam )?(20\d\d)\b")
_STOP = re.compile(r"[.;](?:\s|$)|\n\s*\n\s*(?=[-–(]|\d+[.)])")


def states(paper: Paper) -> list[Finding]:
    """Return findings for a title or standard in quotation marks that is due in different years."""
    seen: dict[str, tuple[int, str]] = {}
    findings: list[Finding] = []
    for match in _STATE.finditer(paper.folded):
        start, end = _sentence(paper.folded, match.start(), match.end())
        year = _YEAR.search(paper.folded, start, end)
        if year is None:
            continue
        title, due = " ".join(match[1].split()), int(year[1])
        quote = paper.quote(start, end)
        first = seen.setdefault(title, (due, quote))
        if first[0] != due:
            why = f"“{paper.text[match.start(1) : match.end(1)].strip()}” được hẹn đến năm {first[0]} ở chỗ này và năm {due} ở chỗ khác."
            why = " ".join(why.split())
            findings.append(paper.point("contradiction", "error", why, [(None, first[1]), (None, quote)]))
    return findings


def _sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    first = max(0, start - 300)
    stops = [stop.end() for stop in _STOP.finditer(folded, first, start)]
    after = _STOP.search(folded, end, end + 200)
    return (stops[-1] if stops else first), (after.start() if after else min(len(folded), end + 200))
