"""Missing around work: no deadline, no lead, no resource, no assignment, no recipient, no reporting date."""

from __future__ import annotations

import re
from collections import defaultdict

from ..programme.model import Assignment, Finding, Severity, Task
from .figures import capital
from .paper import Entry, Paper, appendix_name, shorten
from .words import content, fold, syllables

_COLLECTIVE = re.compile(
    r"\b(?:cac|nhung) (?:co quan|don vi|phong|ban|nganh|to chuc|cap uy|chi bo|doan the)|don vi lien quan|co quan lien quan|"
    r"co quan chuyen mon|cac phong, ban"
)
_REPORTING = re.compile(r"\b(?:bao cao|so ket|tong ket|theo doi|don doc|kiem tra)\b")
_PERIOD = re.compile(
    r"\b(?:hang|moi|tung|dinh ky|thuong ky) (?:nam|quy|thang|tuan|6 thang)|\b\d+ thang\b|\bquy [1-4iv]+\b|"
    r"\bgiua (?:nhiem )?ky\b|\bcuoi nam\b|\btruoc (?:ngay|thang)|\bngay \d|\bsau khi\b|\b\d+ (?:lan|ky)\b|/(?:nam|quy)|\bky hop\b|\bthang \d"
)


def find(paper: Paper, bare: list[Entry]) -> list[Finding]:
    """Return the findings about deadlines, leads, resources, assignments, recipients and reporting.

    `bare` holds the tasks of which one remark tells already that they have neither lead nor date.
    """
    return [
        *_rows(paper),
        *_many_leads(paper),
        *_unassigned_chapters(paper),
        *_vague_assignments(paper),
        *_recipients(paper),
        *_no_reporting_date(paper),
        *_half_assigned(paper),
        *_deliverables(paper, bare),
    ]


def tables(paper: Paper) -> dict[str | None, list[tuple[Entry, Task]]]:
    """Return the appendix rows by appendix, with their tasks."""
    found: dict[str | None, list[tuple[Entry, Task]]] = defaultdict(list)
    for entry in paper.of("row"):
        if isinstance(entry.item, Task):
            found[entry.item.appendix].append((entry, entry.item))
    return found


def _rows(paper: Paper) -> list[Finding]:
    findings: list[Finding] = []
    leaderless: list[tuple[str | None, Entry]] = []
    for number, rows in tables(paper).items():
        name = appendix_name(number)
        missing_lead = [entry for entry, task in rows if not task.leads]
        if len(missing_lead) == len(rows):
            leaderless.append((number, rows[0][0]))
        elif missing_lead:
            findings.append(_of_rows(paper, f"{name}: dòng không ghi cơ quan chủ trì.", "warning", missing_lead))
        with_resource = [entry for entry, task in rows if task.resource]
        without = [entry for entry, task in rows if not task.resource]
        if without and with_resource and len(without) <= len(with_resource):
            findings.append(
                _of_rows(paper, f"{name}: dòng để trống nguồn lực trong khi các dòng khác có ghi.", "note", without)
            )
        timeless = [
            e for e, t in rows if not (t.start or t.finish or t.recurrence or t.time_text) and not _dated(paper, e)
        ]
        if timeless:
            findings.append(_of_rows(paper, f"{name}: dòng không có thời hạn.", "warning", timeless))
        half = [
            entry
            for entry, task in rows
            if task.start and re.fullmatch(r"20\d\d", task.start) and not task.finish and not task.recurrence
        ]  # a month or a quarter alone is the moment of the work itself
        if half and any(task.finish for table in tables(paper).values() for _, task in table):
            findings.append(
                _of_rows(paper, f"{name}: dòng chỉ có một mốc thời gian, thiếu thời hạn hoàn thành.", "warning", half)
            )
    if leaderless:
        names = ", ".join(appendix_name(number) for number, _ in leaderless)
        why = f"{names}: không dòng nào ghi cơ quan chủ trì."
        findings.append(paper.point("missing", "warning", why, [_table_title(paper, e) for _, e in leaderless]))
    return findings


# Bodies that each do their own share, and firms: beside a unit they share its work, they do not lead it twice over.
_SHARED = re.compile(
    r"\b(?:cac|nhung|moi|tung) |\b(?:doanh nghiep|nha dau tu|nha cung cap|hop tac xa|truong hoc|dia phuong|ho gia dinh|"
    r"to chuc ca nhan|chu dau tu|chu rung|dam nhiem|thuc hien|cong bo)\b"
)
_HAMLETS = re.compile(r"\b[Cc]ác bản\b")  # villages, which without their marks read as "các ban"


def _many_leads(paper: Paper) -> list[Finding]:
    """Find rows led by several units, or by a collective alone: one task, one lead (Kết luận 226-KL/TW, 11/12/2025)."""
    rows = [(entry, task) for table in tables(paper).values() for entry, task in table]
    collective = [
        e for e, t in rows if t.leads and all(_COLLECTIVE.search(fold(_HAMLETS.sub("", lead))) for lead in t.leads)
    ]
    several = [e for e, t in rows if len([lead for lead in t.leads if not _SHARED.search(fold(lead))]) > 1]
    findings = []
    if several and len(several) <= 0.5 * len(rows):
        why = f"{_rows_many(several)} ghi nhiều cơ quan cùng chủ trì; mỗi việc cần một đầu mối chịu trách nhiệm."
        findings.append(paper.point("missing", "note", why, [(e, paper.row(e)) for e in several]))
    if collective:
        why = f"{_rows_many(collective)} chỉ ghi “các cơ quan, đơn vị”, chưa rõ ai chủ trì."
        findings.append(paper.point("missing", "warning", why, [(e, paper.row(e)) for e in collective]))
    return findings


def _rows_many(entries: list[Entry]) -> str:
    return f"Có {len(entries)} dòng phụ lục" if len(entries) > 1 else "Một dòng phụ lục"


def _dated(paper: Paper, entry: Entry) -> bool:
    """Say whether the row, its group or its table names a year or a period of its own."""
    titles = " ".join(f"{section.title or ''} {section.first_words}" for section in paper.ancestors(entry.section))
    return bool(re.search(r"20\d\d|hang (?:nam|quy|thang)|thuong xuyen", fold(f"{titles} {entry.text}")))


def _table_title(paper: Paper, entry: Entry) -> tuple[Entry | None, str]:
    section = next((s for s in paper.ancestors(entry.section) if s.kind == "appendix"), None)
    if section is not None and section.title:
        start = next((start for start, _, known in paper.section_places if known is section), 0)
        span = paper.locate(section.title, start)
        return None, paper.quote(span.start, span.end) if span else section.title
    return entry, paper.row(entry)


def _of_rows(paper: Paper, why: str, severity: Severity, entries: list[Entry]) -> Finding:
    more = f" (và {len(entries) - 5} dòng khác)" if len(entries) > 6 else ""
    return paper.point("missing", severity, why[:-1] + more + ".", [(e, paper.row(e)) for e in entries])


def _unassigned_chapters(paper: Paper) -> list[Finding]:
    chapters = paper.chapters
    assigned = {
        chapter.id
        for chapter in chapters
        if any(child.kind == "assignment" for child in paper.children.get(chapter.id, []))
        or any(entry.kind == "assignment" for entry in paper.below[chapter.id])
    }
    if len(assigned) < 2 or len(assigned) == len(chapters):
        return []
    findings = []
    for chapter in chapters:
        if chapter.id in assigned:
            continue
        places: list[tuple[Entry | None, str]] = [(None, paper.heading(chapter))]
        last = next((e for e in reversed(paper.below[chapter.id]) if e.kind == "body"), None)
        if last is not None:
            places.append((last, _tail(paper, last)))
        why = f"{capital(paper.section_name(chapter.id))} không có phần phân công thực hiện như các chương trình khác."
        findings.append(paper.point("missing", "warning", why, places))
    return findings


def _tail(paper: Paper, entry: Entry) -> str:
    """Return the last clause of the entry with the heading that follows it: the place of what is missing."""
    last = entry.split()[-1]
    start = paper.start(entry)
    if start is not None:
        place = paper.locate(last, start, start + 2 * len(entry.text) + 200)
        after = next((p for p in paper.section_places if place and p[0] >= place.end), None)
        if place and after and after[1] - place.start < 380:
            return paper.quote(place.start, after[1])
    return shorten(last)


def _vague_assignments(paper: Paper) -> list[Finding]:
    """Find chapters of many targets and tasks that one unit leads and that name only "các đơn vị" beside it."""
    vague: list[tuple[Entry | None, str]] = []
    for entry in paper.of("assignment"):
        duty = entry.item
        section = paper.sections.get(entry.section)
        if not isinstance(duty, Assignment) or section is None or section.kind == "organisation":
            continue
        scope = [e for e in paper.below[entry.section] if e.kind in ("indicator", "body")]
        if len(scope) >= 20 and len(duty.leads) <= 2 and _COLLECTIVE.search(fold(duty.text)):
            vague.append((entry, shorten(duty.text)))
    if not vague:
        return []
    why = "Phân công chung cho một đầu mối và “các cơ quan, đơn vị”: từng chỉ tiêu, nhiệm vụ chưa rõ ai chủ trì."
    return [paper.point("missing", "note", why, vague)]


_UNIT_NOISE = re.compile(r"\b(?:phuong|xa|thi tran|tinh|thanh pho|huyen|viet nam|dang uy|cua|cac|tren dia ban)\b")


def _unit_key(name: str) -> set[str]:
    words = " ".join(syllables(name))
    for short, long in (
        ("ubnd", "uy ban nhan dan"),
        ("hdnd", "hoi dong nhan dan"),
        ("mttq", "mat tran to quoc"),
        ("ubkt", "uy ban kiem tra"),
        ("vpdu", "van phong"),
        ("vptu", "van phong"),
        ("luu vp", "luu van phong"),
        ("mt", "mat tran"),
        ("ubmttq", "mat tran to quoc"),
        ("bch quan su", "ban chi huy quan su"),
        ("bch qs", "ban chi huy quan su"),
        ("bchqs", "ban chi huy quan su"),
        ("vp", "van phong"),
        ("xdd", "xay dung dang"),
        ("ct xh", "chinh tri xa hoi"),
    ):
        words = re.sub(rf"\b{short}\b", long, words)
    return set(_UNIT_NOISE.sub(" ", words.replace("dang uy cong an", "cong an")).split())


_EVERYONE = re.compile(
    r"\b(?:cac )?(?:phong,? ban|ban,? nganh|so,? (?:ban|nganh)|co quan|don vi|co quan tham muu|ban dang)|^nhu |\bmuc [ivx\d]|\bphan [ivx\d]|neu tren"
)


_ISSUER = re.compile(
    r"\bban (?:thuong vu|chap hanh)|\b(?:to dai bieu|dai bieu hoi dong|ban thuong vu|ban chap hanh|thuong truc|btv|bch|chu tich|bi thu|dong chi|truong ban|thu truong|can bo|chuyen vien|vien chuc)\b"
)


def _recipients(paper: Paper) -> list[Finding]:
    """Find units that lead a chapter and do not receive the paper, unless a line for all of them covers it."""
    lines = [fold(line) for line in paper.programme.recipients]
    if len(lines) < 3 or any(_EVERYONE.search(line) for line in lines):
        return []
    received = [_unit_key(line) for line in paper.programme.recipients]
    subordinate = any(_SUBORDINATE.search(line) for line in lines)
    organisations = any(re.match(r"cac to chuc (?:co so )?dang\b(?! truc thuoc)", line) for line in lines)
    letters = set(re.findall(r"\b[a-z]{2,7}\b", " ".join(lines)))
    filed = any(line.startswith("luu") for line in lines)
    missing: dict[frozenset[str], tuple[Entry, str]] = {}
    for entry in paper.of("assignment"):
        duty = entry.item
        if not isinstance(duty, Assignment):
            continue
        for lead in duty.leads:
            key = frozenset(_unit_key(lead))
            if (
                not key
                or _ISSUER.search(fold(lead))
                or _COLLECTIVE.search(fold(lead))
                or lead[:1].islower()
                or any(key <= line for line in received)
                or (subordinate and fold(lead).startswith("dang uy"))
                or (organisations and _PARTY_BODY.search(fold(lead)))
                or _initials(lead) & letters
                or (filed and _OFFICE.match(fold(lead)))
            ):
                continue
            if not any(known <= key or key <= known for known in missing):
                missing[key] = (entry, lead)
    if not missing:
        return []
    names = ", ".join(dict.fromkeys(lead for _, lead in missing.values()))
    why = f"Được giao chủ trì nhưng không có tên trong “Nơi nhận”: {names}."
    return [
        paper.point(
            "missing", "note", why, list(dict.fromkeys((e, shorten(_naming(e, lead))) for e, lead in missing.values()))
        )
    ]


# "Các chi bộ, đảng bộ trực thuộc": the committees under this one, "Đảng ủy UBND xã" among them.
_SUBORDINATE = re.compile(r"\b(?:dang bo|to chuc (?:co so )?dang|cap uy)[^;]{0,30}\btruc thuoc|\bdang uy truc thuoc")
_PARTY_BODY = re.compile(r"^(?:co quan )?(?:dang uy|uy ?ban kiem tra|ban xay dung dang|van phong dang uy)")
_OFFICE = re.compile(r"^van phong\b(?! dang ky| cong chung| dieu phoi)")  # it files the paper: "Lưu: VT"
_KIND_OF_UNIT = re.compile(
    r"^(?:phong|so|ban|van phong|trung tam) |\b(?:cua|va|cac)\b| (?:phuong|xa|tinh|thanh pho|dac khu)$"
)


def _initials(lead: str) -> set[str]:
    """Return the letters by which recipients and archives call a unit: "vhxh" for "Phòng Văn hóa - Xã hội"."""
    words = _KIND_OF_UNIT.sub(" ", " ".join(syllables(lead))).split()
    return {"".join(word[0] for word in words)} if len(words) > 1 else set()


def _naming(entry: Entry, lead: str) -> str:
    """Return the clause of an assignment that names `lead`, its first one where a heading does."""
    return next((clause for clause in entry.split() if lead in clause), entry.split()[0])


def _no_reporting_date(paper: Paper) -> list[Finding]:
    duties = paper.of("assignment")
    clauses = [fold(clause) for entry in duties for clause in entry.split()]
    if len(duties) < 2 or any(_REPORTING.search(clause) and _PERIOD.search(clause) for clause in clauses):
        return []
    if any(_dated_report(entry.item) for entry in paper.of("body", "row")):
        return []
    vague = any("dinh ky" in clause and _REPORTING.search(clause) for clause in clauses)
    sayers = [e for e in paper.entries if vague and "dinh ky" in fold(e.text) and "bao cao" in fold(e.text)]
    reporting = sayers + [e for e in duties if "bao cao" in fold(e.text)]
    reporting += [e for e in duties if _REPORTING.search(fold(e.text))]
    chosen = list({id(e): e for e in reporting}.values())[:4]
    if not chosen:
        return []
    why = (
        "Giao báo cáo định kỳ nhưng không nơi nào nói kỳ báo cáo là tháng, quý hay năm."
        if vague
        else "Giao theo dõi, đôn đốc, báo cáo nhưng không nơi nào nêu kỳ báo cáo, thời điểm sơ kết hoặc hạn của kế hoạch."
    )
    return [
        paper.point(
            "missing",
            "note" if vague else "warning",
            why,
            list({q: (e, q) for e, q in ((e, shorten(_reporting_clause(e))) for e in chosen)}.values()),
        )
    ]


def _dated_report(item: object) -> bool:
    """Say whether an item is a task of reporting that has a time of its own."""
    if not isinstance(item, Task) or not (item.finish or item.recurrence):
        return False
    return bool(re.search(r"\b(?:bao cao|so ket|tong ket)\b", fold(item.text)))


def _reporting_clause(entry: Entry) -> str:
    clauses = [c for c in entry.split() if _REPORTING.search(fold(c))] or entry.split()
    return next((c for c in clauses if "bao cao" in fold(c)), clauses[0])


_ABOUT = re.compile(r"\b(?:viec thuc hien|thuc hien|lam tot)?\s*cong tac ([^.;]{10,160})")


def _half_assigned(paper: Paper) -> list[Finding]:
    """Find an assignment that names only some of the fields its chapter's heading announces."""
    findings = []
    for entry in paper.of("assignment"):
        section = paper.sections.get(entry.section)
        if section is None or not section.title or section.kind in ("organisation", "appendix"):
            continue
        named = _ABOUT.search(fold(entry.text))
        heading = re.sub(r"^.*?\bcong tac ", "", fold(section.title)) if "cong tac " in fold(section.title) else ""
        fields = [field.strip(" .") for field in re.split(r",| va ", heading) if len(field.split()) >= 2]
        if named is None or len(fields) < 2:
            continue
        present = [field for field in fields if " ".join(field.split()[:2]) in named[1]]
        absent = [field for field in fields if field not in present]
        if present and absent and absent[0] == fields[0]:
            printed = paper.heading(section)
            why = f"{capital(paper.section_name(section.id))} nêu nhiều lĩnh vực nhưng phần phân công không nhắc đến một số lĩnh vực trong tên mục."
            findings.append(paper.point("missing", "note", why, [(None, printed), (entry, shorten(entry.text))]))
    return findings


_PAPER = re.compile(r"\b(nghi quyet(?: chuyen de)?|de an|quy che|quy dinh|phuong an|chien luoc|quy hoach|quy trinh)\b")


def _lists_targets(paper: Paper, entry: Entry) -> bool:
    """Say whether a row stands in an appendix of targets, which gives out no work."""
    return any("chi tieu" in fold(s.title or "") for s in paper.ancestors(entry.section) if s.kind == "appendix")


_TITLED = re.compile(r"(?:nghi quyet|de an)\b")  # a line of a list "Ban hành các Nghị quyết:"
_DRAFTED = re.compile(r"\b(?:xay dung|ban hanh|soan thao|lap|trinh|de xuat)\b")


def _deliverables(paper: Paper, bare: list[Entry]) -> list[Finding]:
    """Find documents to be drafted that have no appendix row, or, without appendices, neither unit nor date."""
    rows = [content(entry.text) for entry in paper.of("row") if not _lists_targets(paper, entry)]
    told = {entry.order for entry in bare}
    tasks = {
        entry.item.id: entry
        for entry in paper.of("body")
        if isinstance(entry.item, Task) and (rows or entry.order not in told)
    }
    groups: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for item in paper.programme.deliverables:
        entry = tasks.get(item.task or "")
        kind = _PAPER.search(fold(item.kind))
        if entry is None or kind is None or not isinstance(entry.item, Task) or entry.item.finish:
            continue
        wanted = content(item.title)
        if len(wanted) < 5 or (not rows and (entry.item.leads or entry.item.recurrence)):
            continue
        if any(len(wanted & row) >= 0.6 * len(wanted) for row in rows):
            continue
        key = "nghi quyet, de an" if kind[1].startswith(("nghi quyet", "de an")) else "quy che, quy dinh"
        clause = max(entry.split(), key=lambda c: len(content(c) & wanted))
        named = _PAPER.search(fold(clause))
        drafted = named and (_DRAFTED.search(fold(clause), 0, named.start()) or _TITLED.match(fold(clause)))
        if not drafted:
            continue
        groups[key].append((entry, shorten(clause)))
    findings = []
    shown = {"nghi quyet, de an": "Nghị quyết, đề án", "quy che, quy dinh": "Quy chế, quy định, quy hoạch"}
    for key, places in groups.items():
        tail = "không có dòng nào trong phụ lục" if rows else "không ghi đơn vị soạn thảo"
        why = f"{shown[key]} phải xây dựng nhưng {tail}, nên chưa có chủ trì và thời hạn."
        unique = {quote: entry for entry, quote in places}
        findings.append(paper.point("missing", "note", why, [(entry, quote) for quote, entry in unique.items()]))
    return findings
