"""Contradictions of time: averages bound every year, plans dated to the wrong five years, rows that end too early."""

from __future__ import annotations

import re
from collections import defaultdict

from ..programme.model import Finding, Task
from .figures import capital
from .paper import Entry, Paper, appendix_name
from .promises import Promise
from .words import fold, spaced

_AVERAGE = re.compile(
    r"\b(?:hang|moi|tung) nam\b.*\b(?:tang|giam)(?: truong)? binh quan\b|\bbinh quan (?:hang|moi) nam\b.*/nam"
)
# Instruments that run with the State's five-year plan (Law on Public Investment; poverty standards by Government decree).
_FIVE_YEARS = spaced(
    "dau chuan chuong phat",
    r"\b(?:dau tu cong trung han|chuan (?:ho )?(?:can )?ngheo(?: da chieu)?|chuong trinh muc tieu quoc gia|"
    r"phat trien kinh te\s*-\s*xa hoi 5 nam)\b[^.;]{0,80}?\bgiai doan (20\d\d)\s*-\s*(20\d\d)",
)
_SPAN = spaced("giai", r"\bgiai doan (20\d\d)\s*-\s*(20\d\d)")
_DRAFT = re.compile(
    r"^(?:xay dung |lap |soan thao |ban hanh )?(?:cac )?"
    r"(?:de an|ke hoach|chuong trinh|quy hoach|phuong an|nghi quyet|quy che|chien luoc)\b(?! trien khai)"
)
_HORIZON = re.compile(r"\bgiai doan (?:den nam )?(?:20\d\d\s*-\s*)?(20\d\d)")
_RESOURCE_HEAD = re.compile(r"\b(?:nguon\s+luc|kinh\s+phi|nguon\s+von)\b")
_UNIT_HEAD = re.compile(r"\b(?:co\s+quan|don\s+vi|chu\s+tri|phu\s+trach|nguoi\s+thuc\s+hien|phan\s+cong)\b")


def find(paper: Paper, found: list[Promise], same: list[tuple[Promise, Promise]]) -> list[Finding]:
    """Return the findings about time and about table heads that contradict their columns."""
    return [
        *_averages(paper),
        *_five_years(paper),
        *_drafted_at_the_end(paper),
        *_cut_short(paper, found, same),
        *_wrong_heads(paper),
    ]


def _averages(paper: Paper) -> list[Finding]:
    places: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row"):
        if not any(m.direction in ("increase", "decrease", "range") for m in entry.measures):
            continue
        places += [
            (entry, clause)
            for clause in entry.split()
            if _AVERAGE.search(fold(clause)) and "giai doan" not in fold(clause)
        ]
    if not places:
        return []
    why = "“Hằng năm” và “bình quân” đi cùng nhau mà không nêu giai đoạn: không rõ phải đạt từng năm hay tính bình quân cả nhiệm kỳ."
    return [paper.point("contradiction", "note", why, places)]


def _five_years(paper: Paper) -> list[Finding]:
    findings = []
    for match in _FIVE_YEARS.finditer(paper.folded):
        first, last = int(match[1]), int(match[2])
        if last - first != 5 or last % 5:
            continue
        proper = next((m for m in _SPAN.finditer(paper.folded) if (int(m[1]), int(m[2])) == (first + 1, last)), None)
        places: list[tuple[Entry | None, str]] = [(None, _around(paper, match.start(), match.end()))]
        if proper:
            places.append((None, _around(paper, proper.start(), proper.end())))
        why = (
            f"Kế hoạch 5 năm của Nhà nước là {first + 1}-{last}, ở đây ghi giai đoạn {first}-{last} theo nhiệm kỳ đại hội"
            + (f"; chỗ khác trong văn bản dùng {first + 1}-{last}." if proper else ".")
        )
        findings.append(paper.point("contradiction", "error", why, places))
    return findings


_EDGE = re.compile(r"[.;](?=\s)|\n\s*\n")


def _around(paper: Paper, start: int, end: int) -> str:
    """Return the clause that holds a stretch of the text."""
    text = paper.text
    entry = paper.entry_at(start)
    words = " ".join(text[start:end].split())
    clause = next((clause for clause in entry.split() if words in clause), None) if entry else None
    if clause:
        return clause
    before = [m.end() for m in _EDGE.finditer(text, max(0, start - 160), start) if text[m.start() : m.end()] in ".;"]
    after = _EDGE.search(text, end, end + 120)
    left = before[-1] if before else max(0, text.rfind("\n\n", 0, start) + 2, start - 160)
    return paper.quote(left, after.start() if after else min(len(text), end + 60))


def _rows(paper: Paper) -> dict[str | None, list[Entry]]:
    found: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in paper.of("row"):
        if isinstance(entry.item, Task):
            found[entry.item.appendix].append(entry)
    return found


def _year(date: str | None) -> int | None:
    match = re.search(r"20\d\d", date or "")
    return int(match[0]) if match else None


def _drafted_at_the_end(paper: Paper) -> list[Finding]:
    findings = []
    for number, rows in _rows(paper).items():
        late = []
        for entry in rows:
            assert isinstance(entry.item, Task)
            words = fold(entry.text)
            horizon = _HORIZON.search(words)
            finish = _year(entry.item.finish)
            if horizon and finish and finish >= int(horizon[1]) and _DRAFT.match(words) and "trien khai" not in words:
                late.append(entry)
        if late:
            why = (
                f"{appendix_name(number)}: văn bản phải xây dựng xong vào đúng năm cuối của giai đoạn mà nó phải điều chỉnh; "
                "cần thời hạn ban hành sớm hơn."
            )
            findings.append(paper.point("contradiction", "note", why, [(entry, paper.row(entry)) for entry in late]))
    return findings


def _cut_short(paper: Paper, found: list[Promise], same: list[tuple[Promise, Promise]]) -> list[Finding]:
    """Find rows dated over some years only whose target holds for every year."""
    last = _year((paper.programme.document.term or "")[-4:])
    twins = {id(a): b for a, b in same} | {id(b): a for a, b in same}
    findings = []
    for entry in paper.of("row"):
        item = entry.item
        assert isinstance(item, Task)
        start, finish = _year(item.start), _year(item.finish)
        yearly = [p for p in found if p.entry is entry and p.measure.period == "annual" and p.measure.per != "năm"]
        if not yearly or not start or not finish or start == finish or not last or finish >= last:
            continue
        places: list[tuple[Entry | None, str]] = [(entry, paper.row(entry))]
        twin = next((twins[id(p)] for p in yearly if id(p) in twins), None)
        if twin:
            places.append((twin.entry, twin.clause))
        why = f"{capital(paper.name(entry))} đặt mức cho hằng năm nhưng chỉ thực hiện {start}-{finish}, chưa hết nhiệm kỳ ({last})."
        findings.append(paper.point("contradiction", "error", why, places))
    return findings


def _wrong_heads(paper: Paper) -> list[Finding]:
    findings = []
    for number, rows in _rows(paper).items():
        tasks = [entry.item for entry in rows if isinstance(entry.item, Task)]
        section = next((s for s in paper.ancestors(rows[0].section) if s.kind == "appendix"), None)
        first = paper.start(rows[0])
        if section is None or first is None or any(t.resource for t in tasks) or not all(t.leads for t in tasks):
            continue
        start, _ = paper.body(section)
        head = paper.folded[start:first]
        if len(head) > 600 or not _RESOURCE_HEAD.search(head) or _UNIT_HEAD.search(head):
            continue
        printed = f"{paper.heading(section)} {paper.quote(start, first)}"
        quote = next((q for q in (paper.quote(section_start(paper, section), first), printed) if q), printed)
        why = f"Cột của {appendix_name(number)} ghi là nguồn lực (kinh phí) nhưng các ô lại ghi cơ quan thực hiện."
        findings.append(paper.point("contradiction", "note", why, [(None, quote), (rows[0], paper.row(rows[0]))]))
    return findings


def section_start(paper: Paper, section: object) -> int:
    """Return where the heading of a section begins in the text, 0 when it was not found."""
    return next((start for start, _, known in paper.section_places if known is section), 0)
