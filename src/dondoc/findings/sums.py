"""Arithmetic between places: items against their sum, years against the whole, shares over 100 %, bases that lie ahead."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from ..programme.model import Finding, Measure
from .figures import capital
from .paper import Entry, Paper
from .promises import Promise, figure
from .words import fold, spaced, syllables

_UNIT = r"(?:nghin\s+dong|trieu\s+dong|ty\s+dong|dong|ha|nguoi|ho|lop|bien\s+che|cong\s+trinh|du\s+an|cuoc|tan)"
_FIGURE = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,(\d+))?\s+({_UNIT})\b")
_ANNOUNCES = spaced("bao gom trong", r"\b(?:bao gom|gom co|gom|trong do)(?: cac khoan)?\s?:[ \t]*\n")
_BEFORE = 90  # characters before "gồm:" within which the sum stands
_ITEM = re.compile(r"[ \t]*([-–+*•])[ \t]*(\S[^\n]*)(?:\n|$)")
_FLOWS = 3  # years from which on a row of a table can be added up
_ALIKE = 0.7  # share of the syllables of the longer name that the shorter one holds
_LEAST = 2  # syllables of a name that tell a thing
# Shares of something other than a whole, which may pass 100: a plan, a budget, last year's level.
_MORE_THAN_WHOLE = re.compile(
    r"so voi|du toan|ke hoach|chi tieu|\btang\b|\bgiam\b|\bgap\b|\bvuot\b|\bbang\b|muc binh quan|nang suat|cong suat|"
    r"grdp|\bgdp\b|trung binh|giao|dinh muc|nhu cau|tien do|luong"
)
_SINCE = spaced("so", r"\bso voi (?:cung ky |cuoi |dau )?(?:nam )?(20\d\d)\b")
_TERM = spaced("nhiem", r"\bnhiem ky (20\d\d)\s*[-–]\s*(20\d\d)\b")
_PACE = re.compile(r"\b(?:toc do|tang truong|nhip do|tang thu|vuot|giam|tai ngheo|boi chi|tham hut)\b")


def find(paper: Paper, found: list[Promise]) -> list[Finding]:
    """Return the findings about figures that do not add up or cannot be."""
    return [
        *_lists(paper),
        *_years_and_whole(paper, found),
        *_each_year_and_term(paper, found),
        *_over_a_hundred(paper, found),
        *_turned_ranges(paper, found),
        *_bases_ahead(paper, found),
    ]


def shown(value: Decimal) -> str:
    """Return a figure as Vietnamese papers print it: 1234.5 as "1.234,5"."""
    whole, _, part = f"{value:f}".partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    part = part.rstrip("0")
    return f"{grouped},{part}" if part else grouped


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(f"{match[1].replace('.', '')}.{match[2] or '0'}")


def _lists(paper: Paper) -> list[Finding]:
    """Find sums announced with "gồm:" whose items, each a line with one figure of the same unit, give another sum."""
    findings = []
    for announced in _ANNOUNCES.finditer(paper.folded):
        first = max(paper.text.rfind("\n", 0, announced.start()) + 1, announced.start() - _BEFORE)
        heads = list(_FIGURE.finditer(paper.folded, first, announced.start()))
        items = _items(paper.folded, announced.end())
        if not heads or len(items) < 2:
            continue
        head = heads[-1]
        unit = " ".join(head[3].split())
        figures = [_only(paper.folded[start:end], unit) for start, end in items]
        held = [value for value in figures if value is not None]
        total, whole = sum(held, Decimal(0)), _value(head)
        partial = "trong do" in announced[0]
        if len(held) < len(items) or total == whole or (partial and total < whole):
            continue
        printed = " ".join(paper.text[head.start(3) : head.end(3)].split())
        why = f"Cộng {len(items)} khoản được {shown(total)}, không bằng {shown(whole)} {printed} đã nêu."
        places = [(first, announced.end()), *items]
        quotes: list[tuple[Entry | None, str]] = [(None, paper.quote(*place)) for place in places]
        findings.append(paper.point("contradiction", "error", why, quotes))
    return findings


def _items(text: str, position: int) -> list[tuple[int, int]]:
    """Return the places of the lines from `position` on that bear one and the same mark of a list."""
    items: list[tuple[int, int]] = []
    mark = None
    while (line := _ITEM.match(text, position)) and mark in (None, line[1]):
        mark, position = line[1], line.end()
        items.append((line.start(2), line.end(2)))
    return items


def _only(line: str, unit: str) -> Decimal | None:
    """Return the figure of `unit` in a line, None when it has none or several."""
    found = [match for match in _FIGURE.finditer(line) if " ".join(match[3].split()) == unit]
    return _value(found[0]) if len(found) == 1 else None


_HEAD_WORDS = frozenset(
    {"so", "dien", "tich", "tong", "luong", "cac", "cua", "them"}
)  # of a name: they say how it is counted


def _alike(one: Promise, other: Promise) -> bool:
    """Say whether two names are made of the same syllables but for those that say how a thing is counted."""
    a, b = (set(syllables(promise.measure.name)) - _HEAD_WORDS for promise in (one, other))
    least = min(len(a), len(b))
    return least >= _LEAST and len(a & b) >= _ALIKE * max(len(a), len(b))


def _years_and_whole(paper: Paper, found: list[Promise]) -> list[Finding]:
    """Find a row of yearly figures that together stay below what the whole period is to reach."""
    rows: dict[tuple[int, str], list[Promise]] = defaultdict(list)
    for promise in found:
        measure = promise.measure
        if measure.period == "by_year" and measure.year_to and measure.low is not None and not promise.rate:
            rows[id(promise.entry), measure.name].append(promise)
    tables = [row for row in rows.values() if len({p.measure.year_to for p in row}) >= _FLOWS]
    findings = []
    for whole in found if tables else []:
        a = whole.measure
        if (
            a.period != "whole_term"
            or whole.rate
            or a.low is None
            or a.parent_measure
            or not (a.year_from and a.year_to)
        ):
            continue
        for row in tables:
            total = sum((p.measure.low for p in row if p.measure.low is not None), Decimal(0))
            years = {p.measure.year_to for p in row}
            if years != set(range(a.year_from, a.year_to + 1)) or row[0].measure.unit != a.unit:
                continue
            if total < a.low and row[0].entry is not whole.entry and _alike(row[0], whole):
                why = (
                    f"{capital(paper.name(row[0].entry))}: cộng các năm {a.year_from}-{a.year_to} được {shown(total)} {a.unit}, "
                    f"thấp hơn {figure(a)} của cả giai đoạn."
                )
                places: list[tuple[Entry | None, str]] = [
                    (whole.entry, whole.clause),
                    (row[0].entry, paper.row(row[0].entry)),
                ]
                findings.append(paper.point("contradiction", "error", why, places))
    return findings


def _length(paper: Paper, measure: Measure) -> int | None:
    """Return how many years a whole-term measure covers; a term "2025-2030" of a congress has five."""
    if measure.year_from and measure.year_to:
        return measure.year_to - measure.year_from + 1
    own = re.fullmatch(r"(20\d\d)-(20\d\d)", paper.programme.document.term or "")
    term = own or _TERM.search(paper.folded, 0, 800)
    return int(term[2]) - int(term[1]) if term else None


def _each_year_and_term(paper: Paper, found: list[Promise]) -> list[Finding]:
    """Find a number for each year that over the term makes more than the number set for the whole term."""
    groups: dict[tuple[int, str, str | None], list[Promise]] = defaultdict(list)
    for promise in found:
        if promise.measure.low and not promise.rate and promise.measure.direction == "at_least":
            groups[id(promise.entry), fold(promise.measure.name), promise.measure.unit].append(promise)
    findings = []
    for group in groups.values():
        yearly = next((p for p in group if p.measure.period == "annual"), None)
        whole = next((p for p in group if p.measure.period == "whole_term"), None)
        years = _length(paper, whole.measure) if yearly and whole else None
        if not (yearly and whole and years and yearly.measure.low and whole.measure.low):
            continue
        total = yearly.measure.low * years
        if total > whole.measure.low:
            unit = yearly.measure.unit or ""
            why = (
                f"Mỗi năm {figure(yearly.measure)} thì {years} năm là {shown(total)} {unit}, "
                f"nhiều hơn mức {figure(whole.measure)} của cả nhiệm kỳ."
            )
            places: list[tuple[Entry | None, str]] = [(p.entry, p.clause) for p in (yearly, whole)]
            findings.append(paper.point("contradiction", "warning", why, list(dict.fromkeys(places))))
    return findings


def _over_a_hundred(paper: Paper, found: list[Promise]) -> list[Finding]:
    places: list[tuple[Entry | None, str]] = [
        (promise.entry, promise.clause)
        for promise in found
        if promise.rate
        and promise.measure.low is not None
        and promise.measure.low > 100
        and promise.measure.direction in ("at_least", "above", "equal")
        and not _MORE_THAN_WHOLE.search(fold(f"{promise.measure.name} {promise.clause}"))
    ]
    why = "Tỷ lệ phần trăm vượt quá 100% của tổng số: cần kiểm tra con số."
    return [paper.point("contradiction", "error", why, list(dict.fromkeys(places)))] if places else []


def _turned_ranges(paper: Paper, found: list[Promise]) -> list[Finding]:
    findings = []
    for promise in found:
        low, high = promise.measure.low, promise.measure.high
        if promise.measure.direction == "range" and low is not None and high is not None and low > high:
            why = f"{capital(paper.name(promise.entry))}: khoảng {figure(promise.measure)} có mức đầu lớn hơn mức cuối."
            findings.append(paper.point("contradiction", "error", why, [(promise.entry, promise.clause)]))
    return findings


def _bases_ahead(paper: Paper, found: list[Promise]) -> list[Finding]:
    """Find changes measured from a year that is not before the year of the target ("đến năm 2028 … so với năm 2030")."""
    places: dict[str, Entry] = {}
    for promise in found:
        since = _SINCE.search(fold(promise.clause))
        due = promise.measure.year_to
        if since and due and promise.measure.period == "by_year" and int(since[1]) >= due:
            places.setdefault(promise.clause, promise.entry)
    why = "Năm gốc để so sánh không đứng trước năm phải đạt: cần kiểm tra năm."
    quotes: list[tuple[Entry | None, str]] = [(entry, clause) for clause, entry in places.items()]
    return [paper.point("contradiction", "error", why, quotes)] if quotes else []
