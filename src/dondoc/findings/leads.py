"""Who does it: another lead in the appendix than in the text, partners left out, plans that name nobody."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ..programme.model import Assignment, Finding, Task
from .figures import capital
from .paper import Entry, Paper, appendix_name, shorten, times
from .words import content, fold, spaced, syllables

_SAME_WORK = 0.85  # share of a row's pairs of syllables that the other text holds
_LEAST = 10  # pairs of syllables below which a row is too short to be recognised
_COLLECTIVE = re.compile(r"^(?:cac|nhung|moi|tung)\b|\blien quan\b|^(?:so|ban|nganh)\s*,")
_PLACE = re.compile(r"\b(?:tinh|thanh pho|xa|phuong|dac khu|va|cac|cua)\b")
_ALONE = spaced(
    "chu",
    r"\bchu tri,? (?:va )?phoi hop (?:tham muu|trien khai|thuc hien|xay dung|trinh|to chuc|theo doi|huong dan)\b(?![^.;\n]{0,60}\b(?:voi|cung)\b)",
)
_PLAN = re.compile(r"\b(?:ke hoach|chuong trinh|de an|phuong an)\b")
_GIVES_OUT = re.compile(r"\b(?:to chuc thuc hien|phan cong|trach nhiem|giao nhiem vu)\b")
_BEFORE, _AFTER = 70, 60  # characters around a phrase within which its clause begins and ends
_FEW = 2  # items below which a paper has nothing to give out


def find(paper: Paper, bare: list[Entry]) -> list[Finding]:
    """Return the findings about who leads the work; of the tasks in `bare` one remark tells already."""
    return [
        *_another_lead(paper),
        *_partnerless(paper),
        *_empty_cells(paper),
        *_told_and_not_sent(paper),
        *([] if bare else _nobody(paper)),
    ]


def _key(unit: str) -> str:
    words = " ".join(syllables(unit)).replace("ubnd", "uy ban nhan dan").replace("mttq", "mat tran to quoc")
    return " ".join(_PLACE.sub(" ", words).split())


def _held(keys: set[str], unit: str) -> bool:
    key = _key(unit)
    return any(key in known or known in key for known in keys if known)


def _rows(paper: Paper) -> tuple[list[tuple[Entry, Task, frozenset[str]]], dict[str, list[int]]]:
    """Return the appendix rows that one unit each leads, and by each pair of syllables their numbers."""
    rows: list[tuple[Entry, Task, frozenset[str]]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for entry in paper.of("row"):
        held = content(entry.text)
        if isinstance(entry.item, Task) and entry.item.leads and len(held) >= _LEAST:
            for pair in held:
                index[pair].append(len(rows))
            rows.append((entry, entry.item, held))
    return rows, index


def _another_lead(paper: Paper) -> list[Finding]:
    """Find work that the text gives to one unit and an appendix row, in the same words, to another."""
    rows, index = _rows(paper)
    findings = []
    told: set[int] = set()
    for entry in paper.of("body", "assignment") if rows else []:
        item = entry.item
        if not isinstance(item, Task | Assignment) or len(item.leads) != 1 or _COLLECTIVE.search(fold(item.leads[0])):
            continue
        for clause in entry.split():
            shared = Counter(number for pair in content(clause) for number in index.get(pair, ()))
            for number, count in shared.items():
                row, task, held = rows[number]
                if count < _SAME_WORK * len(held) or number in told or "phối hợp" in clause.lower():
                    continue
                ours = {_key(unit) for unit in [*item.leads, *item.coordinating]}
                theirs = {_key(unit) for unit in task.coordinating}
                if any(_held(ours, u) or _COLLECTIVE.search(fold(u)) for u in task.leads) or _held(
                    theirs, item.leads[0]
                ):
                    continue
                told.add(number)
                why = (
                    f"{capital(paper.name(entry))} giao {item.leads[0]}, {paper.name(row)} lại ghi {', '.join(task.leads)} "
                    "chủ trì cùng một việc."
                )
                places: list[tuple[Entry | None, str]] = [(entry, shorten(clause)), (row, paper.row(row))]
                findings.append(paper.point("contradiction", "warning", why, places))
    return findings


def _partnerless(paper: Paper) -> list[Finding]:
    """Find "chủ trì, phối hợp" that is followed by the work and never says with whom."""
    places: list[tuple[Entry | None, str]] = []
    for match in _ALONE.finditer(paper.folded):
        left = max(0, match.start() - _BEFORE)
        start = max(paper.text.rfind(mark, left, match.start()) for mark in ("\n", ". ", "; ", "("))
        start = start + 1 if start >= 0 or not left else paper.text.find(" ", left, match.start()) + 1
        stop = paper.text.find("\n", match.end(), match.end() + _AFTER)
        places.append((None, paper.quote(start, stop if stop >= 0 else match.end())))
    if not places:
        return []
    why = f"Ghi “chủ trì, phối hợp” nhưng không nêu phối hợp với đơn vị nào{times(places)}."
    return [paper.point("missing", "note", why, places)]


def _nobody(paper: Paper) -> list[Finding]:
    """Find a plan that names no unit anywhere: no lead, no assignment, no part on who carries it out."""
    header = paper.programme.document
    title = fold(f"{header.title or ''} {header.about or ''}")
    items = paper.of("indicator", "body", "row")
    if not (header.number or header.issuer) or not _PLAN.search(title) or len(items) < _FEW:
        return []
    if any(_GIVES_OUT.search(fold(section.title or "")) for section in paper.programme.sections):
        return []
    if paper.of("assignment") or any(isinstance(e.item, Task) and (e.item.leads or e.item.coordinating) for e in items):
        return []
    heads = list(dict.fromkeys(paper.heading(s) for e in items for s in paper.ancestors(e.section)[:1]))
    work = [entry for entry in items if entry.kind != "indicator"] or items
    places: list[tuple[Entry | None, str]] = [(None, head) for head in heads[:3]]
    places += [(entry, shorten(entry.text)) for entry in work[:3]]
    why = "Không phân công đơn vị nào chủ trì và không có phần tổ chức thực hiện."
    return [paper.point("missing", "warning", why, places)]


_CUSTOM = 0.7  # share of the rows of a table that must have partners before the others are asked for them
_TABLE = 5  # rows below which a table has no custom


def _empty_cells(paper: Paper) -> list[Finding]:
    """Find rows without partners in tables that name them for most rows: one finding a table."""
    tables: dict[str | None, list[tuple[Entry, Task]]] = defaultdict(list)
    for entry in paper.of("row"):
        if isinstance(entry.item, Task):
            tables[entry.item.appendix].append((entry, entry.item))
    findings = []
    for number, rows in tables.items():
        empty = [entry for entry, task in rows if task.leads and not task.coordinating]
        if not empty or len(rows) < _TABLE or len(rows) - len(empty) < _CUSTOM * len(rows):
            continue
        why = f"{appendix_name(number)}: {len(empty) if len(empty) > 1 else 'một'} dòng để trống cơ quan phối hợp trong khi các dòng khác có ghi."
        findings.append(paper.point("missing", "note", why, [(entry, paper.row(entry)) for entry in empty]))
    return findings


_TOLD = re.compile(
    r"[Bb]áo cáo[^.;]{0,80}?\b(Bộ [A-ZĐ](?:[^.;,()]|, (?=[A-ZĐ])){3,60}?)(?=\s+(?:trước|để|theo|và (?:Chính|Thủ)|hằng|định|khi|trong|kết|về)\b|[.;,()]|$)"
)
_ENOUGH = 3  # lines below which a list of recipients is none


def _told_and_not_sent(paper: Paper) -> list[Finding]:
    """Find a ministry that is to be reported to and is not among the recipients."""
    lines = [fold(line) for line in paper.programme.recipients]
    if len(lines) < _ENOUGH or any(re.search(r"\bbo\b", line) for line in lines):
        return []
    for entry in paper.of("assignment"):
        told = _TOLD.search(entry.text)
        if told:
            clause = next((c for c in entry.split() if told[1] in c), entry.text)
            why = f"{told[1]} nhận báo cáo nhưng không có tên trong “Nơi nhận”."
            return [paper.point("missing", "note", why, [(entry, shorten(clause))])]
    return []
