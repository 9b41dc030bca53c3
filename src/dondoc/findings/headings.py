"""Missing from the frame: number and date, announced lists and appendices, chapters without targets, fields no row meets."""

from __future__ import annotations

import re

from ..programme.model import Finding, Section
from .figures import capital
from .paper import Entry, Paper, shorten
from .words import content, fold, spaced

_APPENDED = spaced(
    "co theo tai trong cac kem ( phu bieu",
    r"\b(?:co|theo|tai|trong|cac|kem theo) (?:cac )?(?:phu luc|danh muc|bieu)\b[^.;]{0,40}\b(?:kem theo|dinh kem|chi tiet)|"
    r"\((?:chi tiet )?(?:tai |theo |co )?(?:cac )?(?:phu luc|bieu|danh muc)[^)]{0,60}\)|\b(?:phu luc|bieu)(?: so)? [0-9ivx]+\b",
)
_MENTION = spaced(
    "phu danh bieu bang kem dinh",
    r"\bphu luc\b|\b(?:danh muc|bieu|bang)\b[^.;]{0,60}\b(?:kem theo|dinh kem)|\b(?:kem theo|dinh kem) (?:danh muc|bieu|bang)\b",
)
_FIRST_LINE = re.compile(r"\S[^\n]{30,}")
_TOP = 1_500  # characters within which a letterhead ends
_TAIL = 500  # characters within which a paper without recipients is signed
_DATED = re.compile(r"(?m)^[^\n]{0,90}?[^\W\d_],\s*ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*20\d\d\s*$", re.IGNORECASE)
_NAME = r"(?:[^\W\d_]+[ \t]+){1,4}[^\W\d_]+"
_SIGNED = re.compile(  # a role in capitals, and a name of its own line as the last words
    rf"(?m)^[ \t|*]*(?:TM\.|KT\.|T/M|K/T|CHỦ TỊCH|BÍ THƯ|PHÓ|TRƯỞNG|GIÁM ĐỐC|HIỆU TRƯỞNG)[^\n]*\n(?:[^\n]*\n){{0,4}}?[ \t|*]*({_NAME})[ \t|*]*\s*\Z"
)
_ATTACHED = re.compile(r"\(?\s*(?:ban hành )?kèm theo[^)\n]{0,60}\bsố:?\s*\d+", re.IGNORECASE)
_BLANK_NUMBER = re.compile(r"\bSố\s*:?\s*[.…_]*\s*[-–/]\s?[A-ZĐ][\wĐđ]{0,4}\s?[-–/]\s?[A-ZĐ][\wĐđ-]{0,12}")
_BLANK_DATE = re.compile(
    r"[^\n,|]{2,40},\s*ngày\s*[.…_]*\s*tháng\s*(?:[.…_]+|\d{1,2})?\s*năm\s*(?:20\d\d|[.…_]+)", re.IGNORECASE
)
_GENERAL = re.compile(
    r"\b(?:quan ly|su dung|cong tac|nhiem vu|trong tam|thuc hien|phat trien|xay dung|nang cao|bao ve|mot so|cac|va|"
    r"day manh|tang cuong|chuong trinh|hieu qua|chat luong|doi moi|trien khai|ve|bao dam|dam bao|cung co|"
    r"nhan dan|dia phuong|tren dia ban|trong tinh hinh moi|ha tang|cac du an|doi song|chu yeu|giai phap)\b"
)


def find(paper: Paper) -> list[Finding]:
    """Return the findings about the head of the paper, its chapters, lists, appendices and what headings announce."""
    return [
        *_head(paper),
        *_stamp(paper),
        *_chapters_without_targets(paper),
        *_empty_lists(paper),
        *_appendices(paper),
        *_unmet_fields(paper),
        *_elsewhere(paper),
    ]


def alone(paper: Paper) -> bool:
    """Say whether the file holds an appendix only, which has neither head nor body of its own."""
    kinds = {section.kind for section in paper.programme.sections}
    return "appendix" in kinds and not paper.of("body", "indicator", "assignment") and not kinds & {"tasks", "purpose"}


def blank_date(paper: Paper) -> re.Match[str] | None:
    """Return the date line that leaves the day open, at the head of the paper or above its signature."""
    tail = max(0, len(paper.text) - _TAIL)
    return _BLANK_DATE.search(paper.text, 0, _TOP) or _BLANK_DATE.search(paper.text, tail)


def _absent(paper: Paper) -> list[str]:
    """Return what the paper lacks of its identity, as a clerk names it."""
    header = paper.programme.document
    tail = paper.text[-_TAIL:]
    name = _SIGNED.search(tail)
    signed = name is not None and not name[1].isupper() and "ký" not in name[1].split()
    held = {
        # an attachment bears the number of the paper it belongs to
        "số, ký hiệu": header.number or _ATTACHED.search(paper.text, 0, _TOP),
        # many small offices write the date above the signature
        "ngày ban hành": not blank_date(paper) and (header.date or _DATED.search(tail)),
        "cơ quan ban hành": header.issuer,
        "người ký": header.signer or signed,
    }
    return [what for what, value in held.items() if not value]


def _head(paper: Paper) -> list[Finding]:
    first = _FIRST_LINE.search(paper.text)
    absent = _absent(paper)
    if not absent or first is None or alone(paper):
        return []
    if absent == ["người ký"] and not paper.programme.recipients:
        return []  # a text cut before its end
    grave = {"số, ký hiệu", "ngày ban hành"} & set(absent) and len(absent) < 4  # without any head: an excerpt
    if grave and "người ký" in absent and not paper.programme.recipients:
        absent.append("nơi nhận")
    number = _BLANK_NUMBER.search(paper.text, 0, _TOP) if "số, ký hiệu" in absent else None
    blanks = [paper.quote(*match.span()) for match in (number, blank_date(paper)) if match]
    why = f"Văn bản thiếu {', '.join(absent)}."
    quotes: list[tuple[Entry | None, str]] = [(None, quote) for quote in blanks or [_opening(paper, first)]]
    return [paper.point("missing", "warning" if grave else "note", why, quotes)]


_STAMP = re.compile(r"(\d(?<!\w\d)\d)[-/.](\d\d)[-/.](20\d\d),? +\d\d:\d\d(?::\d\d)?\b")
_DATE_LINE = re.compile(
    r"[^\n,|]{2,40},\s*ngày\s*(?:\d{1,2}|[.…_]*)\s*tháng\s*(\d{1,2})\s*năm\s*(20\d\d)", re.IGNORECASE
)


def _stamp(paper: Paper) -> list[Finding]:
    """Find a digital signature of another month than the date line of the paper."""
    line, stamp = _DATE_LINE.search(paper.text, 0, _TOP), _STAMP.search(paper.text)
    if line is None or stamp is None or (int(line[1]), line[2]) == (int(stamp[2]), stamp[3]):
        return []
    why = f"Thể thức ghi tháng {int(line[1])}/{line[2]} nhưng dấu ký số ghi {stamp[1]}/{stamp[2]}/{stamp[3]}."
    quotes = [paper.quote(*line.span()), paper.quote(*stamp.span())]
    return [paper.point("contradiction", "note", why, [(None, quote) for quote in quotes])]


def _opening(paper: Paper, first: re.Match[str]) -> str:
    """Return the first words of the paper, up to the end of a sentence or a paragraph."""
    end = re.compile(r"[.;:]\s|\n\s*\n\s*[-\dA-Z]").search(paper.text, first.end(), first.start() + 380)
    return paper.quote(first.start(), end.start() if end else first.start() + 300)


def _chapters_without_targets(paper: Paper) -> list[Finding]:
    chapters = paper.chapters
    having = [c for c in chapters if any(e.kind == "indicator" or e.measures for e in paper.below[c.id])]
    bare = [c for c in chapters if c not in having]
    if len(having) < 2 or not bare:
        return []
    why = "Chương trình không có chỉ tiêu nào, trong khi các chương trình khác có."
    return [paper.point("missing", "note", why, [(None, _with_first(paper, chapter)) for chapter in bare])]


def _with_first(paper: Paper, chapter: Section) -> str:
    """Return the heading of a chapter together with that of its first part."""
    places = {section.id: (start, end) for start, end, section in paper.section_places}
    child = next(iter(paper.children.get(chapter.id, [])), None)
    if chapter.id in places and child is not None and child.id in places:
        start, end = places[chapter.id][0], places[child.id][1]
        if 0 < end - start < 350:
            return paper.quote(start, end)
    return paper.heading(chapter)


def _empty_lists(paper: Paper) -> list[Finding]:
    findings = []
    for section in paper.programme.sections:
        if section.kind not in ("indicators", "tasks") or paper.children.get(section.id) or paper.below[section.id]:
            continue
        start, end = paper.body(section)
        if end - start > 60 or _MENTION.search(fold(f"{section.title or ''} {paper.quote(start, end)}")):
            continue
        what = "chỉ tiêu" if section.kind == "indicators" else "nhiệm vụ"
        why = f"{capital(paper.section_name(section.id))} báo trước {what} nhưng bên dưới không có."
        findings.append(paper.point("missing", "warning", why, [(None, paper.heading(section))]))
    return findings


def _appendices(paper: Paper) -> list[Finding]:
    sections = [section for section in paper.programme.sections if section.kind == "appendix"]
    starts = {section.id: start for start, _, section in paper.section_places}
    known = [section for section in sections if section.id in starts]
    limit = min((starts[section.id] for section in known), default=len(paper.text))
    mention = _APPENDED.search(paper.folded, 0, limit)
    if not sections and mention and not paper.of("row"):
        why = "Văn bản dẫn chiếu phụ lục (danh mục, biểu) kèm theo nhưng không có phụ lục nào."
        found = list(_APPENDED.finditer(paper.folded, 0, limit))[:4]
        return [paper.point("missing", "warning", why, [(None, _around(paper, *match.span())) for match in found])]
    if known and not alone(paper) and not _MENTION.search(paper.folded, 0, limit):
        main = next(
            (s for s in paper.programme.sections if s.kind == "group" and not s.parent and s.id in starts), None
        )
        places: list[tuple[Entry | None, str]] = [(None, paper.heading(main))] if main else []
        places += [(None, paper.heading(section)) for section in known[:2]]
        why = (
            f"Thân văn bản không nhắc đến {len(known)} phụ lục, nên không rõ phụ lục nào thực hiện phần nào."
            if len(known) > 1
            else "Thân văn bản không dẫn chiếu đến phụ lục kèm theo."
        )
        return [paper.point("missing", "note", why, places)]
    return []


def _around(paper: Paper, start: int, end: int) -> str:
    """Return the line, or the last words of it, that refers to an appendix."""
    left = max(paper.text.rfind("\n", 0, start) + 1, start - 120)
    stop = paper.text.find("\n", end, end + 60)
    return paper.quote(left, stop if stop >= 0 else min(end + 40, len(paper.text)))


# What paper the list goes with is no field of it: "(Kèm theo Chương trình hành động số 12-CTr/ĐU, ngày …)".
_GOES_WITH = re.compile(r"\((?:ban hanh )?kem theo[^()]*\)?")


def _fields(title: str) -> list[str]:
    """Return the fields a heading announces, folded, without the words every heading has."""
    parts = re.split(r"[,;]| va ", _GOES_WITH.sub(" ", fold(title)))
    bare = (" ".join(_GENERAL.sub(" ", part).split()) for part in parts)
    return [part for part in bare if len(part.split()) >= 3]


def _unmet_fields(paper: Paper) -> list[Finding]:
    """Find appendices whose title announces a field that none of their rows deals with."""
    findings = []
    for section in paper.programme.sections:
        if section.kind != "appendix" or not section.title:
            continue
        rows = [entry for entry in paper.below[section.id] if entry.kind == "row"]
        held = frozenset().union(*(content(entry.text) for entry in rows)) if rows else frozenset()
        for field in _fields(section.title) if len(rows) >= 3 else []:
            if len(_fields(section.title)) < 2 or content(field) & held:
                continue
            group = next(
                (s for s in paper.children.get(section.id, []) if content(field) & content(s.title or "")), None
            )
            quotes = [paper.heading(section), *([paper.heading(group)] if group else [])]
            why = f"Tên {section.label or 'phụ lục'} nêu “{field_as_printed(section.title, field)}” nhưng không dòng nào nói đến."
            findings.append(paper.point("missing", "note", why, [(None, quote) for quote in quotes]))
    return findings


def field_as_printed(title: str, field: str) -> str:
    """Return the part of `title` that folds to `field`."""
    at = fold(title).find(field)
    return title[at : at + len(field)].lower() if at >= 0 else title


_NAMED = re.compile(
    r"\b(?:quy hoach (?:tong the|chung|phan khu|chi tiet)|de an [a-z ]{6,30}|ke hoach tong the|chuong trinh muc tieu [a-z ]{6,20})"
)


def _elsewhere(paper: Paper) -> list[Finding]:
    """Find a heading that announces a named plan which only another section speaks of."""
    findings = []
    for section in paper.programme.sections:
        if section.kind != "tasks" or not section.title or paper.children.get(section.id):
            continue
        named = _NAMED.search(fold(section.title))
        own = [entry for entry in paper.below[section.id] if entry.kind == "body"]
        if named is None or not own or any(named[0] in fold(entry.text) for entry in own):
            continue
        other = next((e for e in paper.of("body") if e.section != section.id and named[0] in fold(e.text)), None)
        if other is None:
            continue
        clause = (
            next(c for c in other.split() if named[0] in fold(c))
            if any(named[0] in fold(c) for c in other.split())
            else other.text
        )
        why = f"Tên {paper.section_name(section.id)} nêu {named[0] and section.title[named.start() : named.end()].lower()} nhưng nội dung lại nằm ở {paper.section_name(other.section)}."
        findings.append(paper.point("missing", "note", why, [(None, paper.heading(section)), (other, shorten(clause))]))
    return findings
