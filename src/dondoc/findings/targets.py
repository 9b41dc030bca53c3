"""Missing around numbers: no year, no list, no value, no task that carries a target out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ..programme.model import Finding
from .figures import capital
from .paper import Entry, Paper
from .promises import Promise, figure, time_of, timed
from .words import content, core, fold, syllables

Pairs = list[tuple[Promise, Promise]]

_SHORT_NAME = 6  # syllables of a measure's name; work that meets a longer one names only part of it
_PART_OF_A_LONG_NAME = 0.35
_SAYS_SOMETHING = 6  # words of a clause; "Về kiểm tra: 02 cuộc" is a line of a table
_ENOUGH_WORK = 5  # tasks or rows below which a paper does not set out to meet its targets one by one

_YEAR = re.compile(r"\b20\d\d\b|hang nam|nhiem ky|moi nam")
_LASTING = re.compile(
    r"^(?:\(\d+\)\s*)?(?:phan dau )?(?:giu vung|duy tri|dam bao|bao dam|khong de|tiep tuc|thuong xuyen|on dinh|xay dung)\b"
)
# "Mỗi người dân có một …", "mỗi ngành xác định một số …": a principle of the work, no level to reach.
_ONE_EACH = re.compile(
    r"(?:bao dam |dam bao )?(?:moi|tung) (?:[a-z]+,? ){1,6}?(?:co|can|xac dinh|phai co) (?:it nhat )?mot\b"
)
# Money, size and pace of the means: what the work costs and how large a building is, no level to reach.
_MEANS = re.compile(
    r"\b(?:kinh phi|ho tro|von|quy mo|cong suat|dien tich|chieu dai|tong muc|du toan|ngan sach|boi chi|no cong|"
    r"mien phi|mien giam|hoc phi|tro cap|uu dai|thoi luong|moi (?:tuan|thang|quy)|hang (?:tuan|thang|quy)|it nhat \d+ lan|so voi)\b"
)
_AIMED = re.compile(r"\b(?:phan d[a-z]{2}|muc tieu|dat chi tieu)\b")
_RAISED = re.compile(r"\b(?:nang cao|nang|gia tang|tang|giam|ha|cai thien|keo giam|bao dam|dam bao|phan dau)\b")
_RATE = re.compile(r"\b(?:ty|ti) le\b")


def find(paper: Paper, found: list[Promise], same: Pairs, bare: list[Entry]) -> list[Finding]:
    """Return the findings about targets that lack their year, their list, their value or their task.

    `bare` holds the tasks of which one remark tells already that they have neither lead nor date.
    """
    told = {entry.order for entry in bare}
    return [
        *_yearless_targets(paper, found, same),
        *_yearless_tasks(paper, [p for p in found if p.entry.order not in told], same),
        *_outside_the_lists(paper, found, same),
        *_valueless(paper, found),
        *_without_task(paper, found, same),
        *_two_units_of_count(paper, same),
    ]


def _partners(same: Pairs) -> dict[int, list[Promise]]:
    partners: dict[int, list[Promise]] = defaultdict(list)
    for one, other in same:
        partners[id(one)].append(other)
        partners[id(other)].append(one)
    return partners


def _by_chapter(paper: Paper, found: Iterable[Promise]) -> dict[str, list[Promise]]:
    groups: dict[str, list[Promise]] = defaultdict(list)
    for promise in found:
        chapter = paper.chapter(promise.entry.section)
        groups[chapter.id if chapter else ""].append(promise)
    return groups


def places(found: Iterable[Promise]) -> list[tuple[Entry | None, str]]:
    """Return the clauses of promises, each once."""
    return [(promise.entry, clause) for clause, promise in {p.clause: p for p in found}.items()]


def dated_heading(paper: Paper, entry: Entry) -> bool:
    """Say whether a heading above the entry names a year, a term or "hằng năm"."""
    return any(
        _YEAR.search(fold(f"{section.title or ''} {section.first_words if not section.title else ''}"))
        for section in paper.ancestors(entry.section)
        if section.kind in ("objective", "indicators", "tasks", "group")
    )


def _yearless(paper: Paper, promise: Promise) -> bool:
    measure = promise.measure
    if timed(promise) or measure.parent_measure or dated_heading(paper, promise.entry):
        return False
    words = fold(promise.entry.text)
    return not (measure.direction == "qualitative" and _LASTING.match(words)) and not _YEAR.search(_up_to(promise))


def _up_to(promise: Promise) -> str:
    """Return the folded words that may date a promise: the opening of its item, and its sentence up to its end."""
    text = fold(promise.entry.text)
    clause = fold(promise.clause)
    at = max(text.find(clause[:60]), 0)
    first = max(text.rfind(". ", 0, at), 0)
    opening = re.split(r"[.;:]\s", text)[0] if first else ""
    return f"{opening} | {text[first : at + len(clause)]}"


_ONE_YEAR = re.compile(r"(?<!den )(?<!tam nhin )\bnam (20\d\d)\b")


def _of_one_year(paper: Paper) -> bool:
    """Say whether the title tells that the paper is the plan of a single year."""
    header = paper.programme.document
    title = fold(f"{header.title or ''} {header.about or ''}".strip() or paper.quote(0, 250))
    return len(set(_ONE_YEAR.findall(title))) == 1 and not re.search(r"20\d\d\s*-\s*20\d\d|\bngay\b|den nam", title)


def _yearless_targets(paper: Paper, found: list[Promise], same: Pairs) -> list[Finding]:
    targets = [p for p in found if p.entry.kind == "indicator"]
    if _of_one_year(paper):
        return []
    if not any(p.measure.period != "unspecified" for p in targets):
        return _no_year_at_all(paper, targets)
    partners, findings = _partners(same), []
    bare = []
    for promise in targets:
        if not _yearless(paper, promise):
            continue
        dated = next((p for p in partners[id(promise)] if p.measure.period != "unspecified"), None)
        if dated is None:
            bare.append(promise)
        elif promise.measure.direction == "qualitative":
            why = f"{capital(paper.name(promise.entry))} không ghi năm phải đạt; chỉ {paper.name(dated.entry)} ghi {time_of(dated)}."
            findings.append(paper.point("missing", "warning", why, places([promise, dated])))
    for group in _by_chapter(paper, bare).values():
        where = paper.section_name(group[0].entry.section)
        why = f"{capital(where)}: chỉ tiêu không có năm và không ghi “hằng năm”, nên không biết phải đạt khi nào."
        findings.append(paper.point("missing", "warning", why, places(group)))
    return findings


_ENOUGH_TARGETS = 2


def _no_year_at_all(paper: Paper, targets: list[Promise]) -> list[Finding]:
    """Find a list none of whose targets has a year, in a paper whose title and headings name none either."""
    header = paper.programme.document
    bare = [p for p in targets if p.measure.direction != "qualitative" and _yearless(paper, p)]
    if header.term or len(places(bare)) < _ENOUGH_TARGETS or _YEAR.search(fold(f"{header.title} {header.about}")):
        return []
    why = "Các chỉ tiêu không ghi năm phải đạt và văn bản không có mốc chung nào cho chúng."
    return [paper.point("missing", "warning", why, places(bare))]


def _listed(partners: list[Promise]) -> bool:
    return any(p.entry.kind == "indicator" for p in partners)


def _aimed(promise: Promise) -> bool:
    return bool(_AIMED.search(fold(promise.clause)))


def _yearless_tasks(paper: Paper, found: list[Promise], same: Pairs) -> list[Finding]:
    if _of_one_year(paper):
        return []
    partners = _partners(same)
    listed = any(p.entry.kind == "indicator" for p in found)
    bare = [
        p
        for p in found
        if p.entry.kind == "body"
        and p.measure.direction != "qualitative"
        and not timed(p)
        and not (listed and _aimed(p))
        and not _listed(partners[id(p)])
        and not dated_heading(paper, p.entry)
        and not _ONE_EACH.match(fold(p.clause))
        and not _MEANS.search(fold(p.clause))
        and len(p.clause.split()) >= _SAYS_SOMETHING
        and fold(p.measure.per or "") not in ("nam", "thang", "quy", "tuan")
        and getattr(p.entry.item, "recurrence", None) is None
        and not _YEAR.search(fold(p.entry.text).split(".")[0])
    ]
    findings = []
    for group in _by_chapter(paper, bare).values():
        clauses = places(group)
        sections = list(dict.fromkeys(p.entry.section for p in group))
        if len(sections) == 1:
            where = paper.section_name(sections[0])
        elif paper.chapter(sections[0]) is not None:
            where = _chapter_name(paper, group[0])
        else:
            where = ", ".join(paper.section_name(section) for section in sections[:4])
        why = (
            f"{capital(where)}: mức cam kết nằm trong nhiệm vụ, không có thời hạn"
            f"{' và không có trong danh mục chỉ tiêu' if listed else ''}."
        )
        findings.append(paper.point("missing", "note", why, clauses))
    return findings


def _chapter_name(paper: Paper, promise: Promise) -> str:
    chapter = paper.chapter(promise.entry.section)
    return paper.section_name(chapter.id if chapter else promise.entry.section)


def _outside_the_lists(paper: Paper, found: list[Promise], same: Pairs) -> list[Finding]:
    if not any(p.entry.kind == "indicator" for p in found):
        return []
    partners, findings = _partners(same), []
    wording = {
        "body": "Mức phấn đấu chỉ nêu trong phần nhiệm vụ, không có trong danh mục chỉ tiêu.",
        "row": "Phụ lục đặt mức mà không chỉ tiêu nào trong thân văn bản nêu.",
    }
    for kind, why in wording.items():
        loose = [
            p
            for p in found
            if p.entry.kind == kind
            and not _listed(partners[id(p)])
            and not p.measure.parent_measure
            and (_aimed(p) if kind == "body" else p.measure.direction != "equal")
            and not _near_a_target(p, found)
        ]
        if loose:
            loose.sort(key=lambda p: not _aimed(p))
            findings.append(paper.point("missing", "note", why, [*places(loose)[:4], *_related(loose, found)]))
    return findings


def _related(loose: list[Promise], found: list[Promise]) -> list[tuple[Entry | None, str]]:
    """Return the targets that come nearest to the loose promises: the same thing at another grade."""
    near = [
        target
        for promise in loose[:4]
        for target in found
        if target.entry.kind == "indicator" and target.words[:1] == promise.words[:1] and _alike(target, promise)
    ]
    return places(near)[:2]


def _alike(target: Promise, promise: Promise) -> bool:
    ours, theirs = content(target.measure.name), content(promise.measure.name)
    return len(ours & theirs) >= 0.4 * min(len(ours), len(theirs)) > 0


def _near_a_target(promise: Promise, found: list[Promise]) -> bool:
    """Say whether a target names the same thing under another head ("duy trì 100% Trạm Y tế …")."""
    words = promise.named
    return len(words) >= 2 and any(
        p.entry.kind == "indicator" and len(words & p.named) >= 0.75 * len(words) for p in found
    )


def _valueless(paper: Paper, found: list[Promise]) -> list[Finding]:
    """Find rates that are to be raised or lowered without any value, here or elsewhere."""
    known = [set(p.words) for p in found if p.rate]
    loose: list[tuple[Entry | None, str]] = []
    for entry in paper.of("indicator", "body", "row"):
        for clause in entry.split():
            if "lệ" not in clause:
                continue
            words = fold(clause)
            starts = [match.start() for match in _RATE.finditer(words)]
            for start, end in zip(starts, [*starts[1:], len(words)], strict=False):
                named = re.split(r"[,;.(:]", words[start:end])[0]
                core_words = set(core(named))
                raised = _RAISED.search(words, max(0, start - 60), start)
                if raised is None or re.search(r"\d", words[start:end]) or len(core_words) < 2:
                    continue
                if not any(len(core_words & other) >= 0.6 * len(core_words) for other in known):
                    loose.append((entry, clause))
                    break
    if not loose:
        return []
    why = "Nêu nâng hoặc giảm một tỷ lệ nhưng không đặt mức cụ thể ở đâu trong văn bản."
    return [paper.point("missing", "note", why, loose)]


# Sums of all work together: no single task carries them out.
_OUTCOME = re.compile(
    r"\b(?:toc do tang|tang truong|tong (?:gia tri )?san (?:pham|xuat|luong)|tong san pham|gia tri san xuat|gia tri tang them|"
    r"thu nhap binh quan|nang suat lao dong|ty trong|ti trong|co cau kinh te|chiem \d|muc do hai long|ty le ho ngheo|"
    r"doanh nghiep hoat dong|dong gop (?:tren |khoang )?\d|san luong|ty suat|tuoi tho|quy mo dan so|tong thu|thu ngan sach|chi so [a-z]{3,4})\b"
)


def _without_task(paper: Paper, found: list[Promise], same: Pairs) -> list[Finding]:
    """Find targets that no appendix row carries out, or, in a paper without appendices, no task of the body."""
    kind = "row" if paper.of("row") else "body"
    work = [entry for entry in paper.entries if entry.kind in (kind, "assignment")]
    texts = [set(syllables(entry.text)) for entry in work]
    if len([entry for entry in work if entry.kind == kind]) < _ENOUGH_WORK or (
        kind == "body" and not paper.of("assignment")
    ):
        return []  # too little work to meet targets one by one, or an excerpt
    bodies = [set(syllables(entry.text)) for entry in paper.of("body")] if kind == "row" else []
    share = 0.6 if kind == "row" else 0.5  # a paragraph of the body holds many words by chance, and many by right
    partners = _partners(same)
    met = {id(p.entry) for p in found if any(other.entry.kind == kind for other in partners[id(p)])}
    orphans = []
    for promise in found:
        if promise.entry.kind != "indicator" or promise.measure.parent_measure or id(promise.entry) in met:
            continue
        if promise.measure.direction == "qualitative" and not _short_goal(promise):
            continue
        if _of_all_work(promise):
            continue
        words = {word for word in promise.words if word.isalpha()}
        enough = share if len(words) <= _SHORT_NAME else _PART_OF_A_LONG_NAME
        met_here = any(len(words & text) >= enough * len(words) for text in texts)
        if len(words) >= 2 and not met_here and not any(len(words & text) >= 0.8 * len(words) for text in bodies):
            orphans.append(promise)
    findings = []
    stated = _by_chapter(paper, [p for p in found if p.entry.kind == "indicator" and not _of_all_work(p)])
    groups = _by_chapter(paper, orphans) if kind == "row" else {"": orphans} if orphans else {}
    for chapter, group in groups.items():
        if kind == "row" and len(group) > 0.5 * len(stated[chapter]):
            continue  # these appendices do not go target by target
        where = f"{capital(_chapter_name(paper, group[0]))}: chỉ tiêu" if kind == "row" else "Chỉ tiêu"
        why = f"{where} không có {'nhiệm vụ và dòng phụ lục' if kind == 'row' else 'nhiệm vụ'} nào thực hiện."
        findings.append(paper.point("missing", "note", why, places(group)))
    return findings


def _of_all_work(promise: Promise) -> bool:
    return bool(_OUTCOME.search(fold(f"{promise.measure.name} {promise.clause[:80]}")))


def _short_goal(promise: Promise) -> bool:
    """Say whether a goal without a number is one result with a year, not a sentence about the way there."""
    return promise.measure.period != "unspecified" and len(promise.measure.name.split()) <= 12


def _two_units_of_count(paper: Paper, same: Pairs) -> list[Finding]:
    """Find one thing promised as a share in one place and as a number in another, with no total to compare them."""
    findings = []
    for one, other in same:
        a, b = one.measure, other.measure
        if one.rate == other.rate or a.direction != "at_least" or b.direction != "at_least" or a.period != b.period:
            continue
        if a.low in (0, 100) or b.low in (0, 100) or a.per or b.per or a.parent_measure or b.parent_measure:
            continue
        why = (
            f"{capital(paper.name(one.entry))} đặt {figure(a)}, {paper.name(other.entry)} đặt {figure(b)} cho cùng một việc; "
            "không có tổng số để đối chiếu."
        )
        findings.append(paper.point("missing", "note", why, places([one, other])))
    return findings
