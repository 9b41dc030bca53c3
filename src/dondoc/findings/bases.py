"""Missing around numbers: what a share is a share of, what a change is measured from, whether parts make the whole."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from ..programme.model import Finding
from .figures import capital
from .paper import Entry, Paper, shorten
from .promises import Promise, figure
from .targets import places
from .words import fold

_COMPARED = re.compile(r"binh quan|so voi|/nam|moi nam|nam truoc|cung ky|nhiem ky truoc|muc nam|\bmuc (?:tang|giam)\b")
_ACTION = re.compile(r"^(?:cong tac|viec|hoat dong|thuc hien|trien khai)\b")
_QUOTA = re.compile(r"chi tieu|ke hoach|tong so|\bso\b|truong hop|vu viec|nhu cau|doi tuong")
_FLOW = re.compile(r"^(?:thu hut|don|tiep nhan|phuc vu|thu ngan sach)\b")
_TOTALLED = re.compile(r"/nam|moi nam|hang nam|luy ke|cong don|giai doan|tong|ca nhiem ky")
_MEN = r"(?:dang vien|can bo|cong chuc|vien chuc|nguoi|hoc sinh|lao dong|hoi vien|doan vien)"
_BODIES = r"(?:to chuc|chi bo|dang bo|co quan|don vi|doanh nghiep|truong|ho|co so|hop tac xa)"
_TWO = re.compile(
    rf"^(?:ty le )?(?:{_BODIES}\b[^,]{{0,40}}(?:, | va ){_MEN}\b|{_MEN}\b[^,]{{0,40}}(?:, | va ){_BODIES}\b)"
)


def find(paper: Paper, found: list[Promise]) -> list[Finding]:
    """Return the findings about bases of shares and changes, and about breakdowns."""
    kinds = ("indicator",) if any(p.entry.kind == "indicator" for p in found) else ("body",)
    targets = [p for p in found if p.entry.kind in kinds and p.measure.direction != "qualitative"]
    dated = re.match(r"\d{4}(?=-)", paper.programme.document.date or "")
    own_year = int(dated[0]) if dated else None
    return [
        *_one_note(
            paper,
            [p for p in targets if _baseless(p)],
            "Mức tăng, giảm không nói so với năm nào (năm trước hay một năm gốc).",
        ),
        *_one_note(
            paper,
            [p for p in targets if _quotaless(p)],
            "Tỷ lệ phần trăm không nói tính trên tổng số nào (chỉ tiêu được giao, tổng số đối tượng…).",
        ),
        *_one_note(
            paper,
            [p for p in targets if _ambiguous_flow(p, own_year) and not _by_years(p, targets)],
            "Không rõ con số là của riêng năm cuối hay cộng dồn cả giai đoạn; đơn vị tính thiếu “/năm”.",
        ),
        *_one_note(
            paper,
            [p for p in targets if _two_populations(p)],
            "Một tỷ lệ dùng chung cho hai loại đối tượng (tổ chức và người): không rõ tính riêng từng loại hay gộp.",
        ),
        *_about_and_least(paper),
        *_breakdowns(paper, found),
    ]


_LOOSE = re.compile(
    r"\bkhoảng\s+(?:trên|hơn|ít\s+nhất|tối\s+thiểu)\s+\d|\bkhoảng\s+\d[\d.,]*\s*(?:%|\S+)?(?:\s+\S+){0,2}?\s+trở\s+lên",
    re.IGNORECASE,
)


def _about_and_least(paper: Paper) -> list[Finding]:
    """Find figures that are both about and at least ("khoảng trên 500", "khoảng 12% trở lên")."""
    quotes: list[tuple[Entry | None, str]] = [
        (entry, shorten(next((clause for clause in entry.split() if _LOOSE.search(clause)), entry.text)))
        for entry in paper.of("indicator", "body", "row")
        if "hoảng" in entry.text and _LOOSE.search(entry.text)
    ]
    if not quotes:
        return []
    why = "“Khoảng” đi cùng “trên”, “trở lên”: không rõ là mức ước chừng hay tối thiểu."
    return [paper.point("missing", "note", why, quotes)]


def _one_note(paper: Paper, group: list[Promise], why: str) -> list[Finding]:
    return [paper.point("missing", "note", why, places(group))] if group else []


def _baseless(promise: Promise) -> bool:
    measure = promise.measure
    if (
        measure.direction not in ("increase", "decrease")
        or measure.unit != "%"
        or measure.parent_measure
        or measure.per
    ):
        return False
    return measure.period != "average_over" and not _COMPARED.search(fold(promise.clause))


def _quotaless(promise: Promise) -> bool:
    return promise.rate and bool(_ACTION.match(fold(promise.measure.name))) and not _QUOTA.search(fold(promise.clause))


def _by_years(promise: Promise, targets: list[Promise]) -> bool:
    """Say whether the same target has figures for other years too: they are yearly figures."""
    return any(
        p.entry is promise.entry
        and p.measure.name == promise.measure.name
        and p.measure.year_to != promise.measure.year_to
        for p in targets
    )


def _ambiguous_flow(promise: Promise, own_year: int | None) -> bool:
    measure = promise.measure
    if own_year is not None and measure.year_to is not None and measure.year_to <= own_year + 1:
        return False  # a paper on one year: there is nothing to add up
    if promise.rate or measure.period != "by_year" or measure.per:
        return False
    return bool(_FLOW.match(fold(measure.name))) and not _TOTALLED.search(fold(promise.clause))


def _two_populations(promise: Promise) -> bool:
    return promise.rate and promise.measure.low != 100 and bool(_TWO.match(fold(promise.measure.name)))


def _breakdowns(paper: Paper, found: list[Promise]) -> list[Finding]:
    findings = []
    by_entry: dict[int, list[Promise]] = defaultdict(list)
    for promise in found:
        by_entry[id(promise.entry)].append(promise)
    for promises in by_entry.values():
        for whole in promises:
            parts = [p for p in promises if p is not whole and p.measure.parent_measure == whole.measure.name]
            finding = _compare(paper, whole, parts) if parts and not whole.measure.parent_measure else None
            if finding:
                findings.append(finding)
    return findings


# Measures of official statistics whose part is a share of the same whole by definition.
_DEFINED = re.compile(r"\b(?:bang cap|chung chi|bat buoc|tu nguyen|qua dao tao)\b")
_MOVES = re.compile(r"\b(?:tang|giam)\b")
_PACE = re.compile(r"\b(?:toc do|tang truong|nhip do|muc tang)\b")  # rates of growth of parts are weighed, not added


def _compare(paper: Paper, whole: Promise, parts: list[Promise]) -> Finding | None:
    growth = ("increase", "decrease", "range")
    growing = whole.measure.direction != "range" or _MOVES.search(fold(whole.measure.name))
    moves = growing and whole.measure.direction in growth and all(p.measure.direction in growth for p in parts)
    if whole.rate and (moves or _PACE.search(fold(whole.measure.name))):
        return _compare_growth(paper, whole, parts)
    if whole.measure.low is None or any(p.measure.low is None or p.measure.unit != whole.measure.unit for p in parts):
        return None
    figures = [p.measure.low for p in parts if p.measure.low is not None]
    total = sum(figures, Decimal(0))
    if _nested(figures):
        return None
    name = capital(paper.name(whole.entry))
    if total == whole.measure.low:
        return None
    if (
        whole.rate
        and len(parts) == 1
        and parts[0].measure.low != whole.measure.low
        and not _DEFINED.search(fold(whole.clause))
    ):
        why = f"{name}: không rõ tỷ lệ {figure(parts[0].measure)} tính trên toàn bộ hay chỉ trong {figure(whole.measure)} vừa nêu."
        return paper.point("missing", "note", why, places([whole, *parts]))
    if (len(parts) >= 2 and "bao gom" in fold(whole.entry.text) + fold(whole.clause)) or total > whole.measure.low:
        joined = f"{total.normalize():f}".replace(".", ",")
        why = f"{name}: các phần cộng lại là {joined}, không bằng tổng {figure(whole.measure)}."
        return paper.point("contradiction", "error", why, places([whole, *parts]))
    return None


def _nested(figures: list[Decimal]) -> bool:
    """Say whether some part is itself the sum of the parts after it: a breakdown of a breakdown."""
    for place, figure_ in enumerate(figures):
        after = Decimal(0)
        for other in figures[place + 1 :]:
            after += other
            if after == figure_:
                return True
    return False


def _rates(promise: Promise) -> tuple[Decimal, Decimal | None]:
    """Return the lowest and highest growth a promise allows; a fall is negative, an open end None."""
    low, high = promise.measure.low or Decimal(0), promise.measure.high
    if promise.measure.direction == "decrease":
        return -(high if high is not None else low), -low
    return low, high if high is not None else (None if "tro len" in fold(promise.clause) else low)


def _compare_growth(paper: Paper, whole: Promise, parts: list[Promise]) -> Finding | None:
    lowest, highest = _rates(whole)
    bounds = [_rates(part) for part in parts]
    spread: list[tuple[Entry | None, str]] = places([whole, *parts])
    name = capital(paper.name(whole.entry))
    if all(low > (highest if highest is not None else lowest) for low, _ in bounds) or all(
        high is not None and high < lowest for _, high in bounds
    ):
        why = f"{name}: tốc độ chung {figure(whole.measure)} nằm ngoài tốc độ của mọi khu vực thành phần."
        return paper.point("contradiction", "error", why, spread)
    open_above = highest is not None and any(high is None and low >= highest for low, high in bounds)
    falling = any(high is not None and high < 0 for _, high in bounds) and lowest > 0
    if open_above or falling:
        why = f"{name}: tốc độ chung bị chặn trong khi có khu vực không có mức trần hoặc giảm; thiếu tỷ trọng các khu vực nên không đối chiếu được."
        return paper.point("missing", "note", why, spread)
    return None
