"""What the paper says it has and what it has: the number of appendices, of targets, of tasks; appendices referred to."""

from __future__ import annotations

import re

from ..programme.model import Finding, Section
from .figures import capital
from .numbering import ordinal
from .paper import Entry, Paper
from .words import fold, spaced

_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_COUNT = r"(\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
_ANNOUNCED = re.compile(
    rf"^(?:cac |nhom )?{_COUNT} (?:nhom )?(chi tieu|nhiem vu|giai phap|dot pha|khau dot pha|noi dung)\b"
)
_WITH_APPENDICES = spaced("co gom kem", rf"\b(?:co|gom|kem theo) {_COUNT} phu luc\b")
_REFERRED = spaced("phu", r"\bphu luc (?:so )?(\d{1,2}|[ivx]{1,5})\b(?! (?:va|den|-))")


def find(paper: Paper) -> list[Finding]:
    """Return the findings about announced numbers that do not hold and appendices that do not exist."""
    return [*_titles(paper), *_appendices(paper), *_referred(paper)]


def _value(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _NUMBERS[printed]


def _items(paper: Paper, section: Section) -> int:
    """Return how many numbered parts or targets a section has."""
    parts = [child for child in paper.children.get(section.id, []) if child.label]
    if len(paper.below[section.id]) > len(parts) and any(entry.kind == "row" for entry in paper.below[section.id]):
        return len([entry for entry in paper.below[section.id] if entry.kind == "row"])
    return len(parts) or len([e for e in paper.entries if e.section == section.id and getattr(e.item, "label", None)])


def _titles(paper: Paper) -> list[Finding]:
    findings = []
    for section in paper.programme.sections:
        announced = _ANNOUNCED.match(fold(section.title or ""))
        held = _items(paper, section) if announced else 0
        if announced and held >= 2 and held != _value(announced[1]):
            what = (section.title or "")[announced.start(2) : announced.end(2)].lower()
            why = f"{capital(paper.section_name(section.id))} nêu {announced[1]} {what} nhưng bên dưới có {held}."
            findings.append(paper.point("contradiction", "warning", why, [(None, paper.heading(section))]))
    return findings


def _known(paper: Paper) -> list[Section]:
    return [section for section in paper.programme.sections if section.kind == "appendix"]


def _body_end(paper: Paper) -> int:
    places = {section.id: start for start, _, section in paper.section_places}
    return min((places[s.id] for s in _known(paper) if s.id in places), default=len(paper.text))


def _appendices(paper: Paper) -> list[Finding]:
    known = _known(paper)
    match = _WITH_APPENDICES.search(paper.folded, 0, _body_end(paper))
    if match is None or not known or _value(match[1]) == len(known):
        return []
    quote = paper.quote(max(0, match.start() - 40), match.end() + 20)
    why = f"Văn bản nêu kèm {match[1]} phụ lục nhưng có {len(known)}."
    return [paper.point("contradiction", "warning", why, [(None, quote)])]


def _referred(paper: Paper) -> list[Finding]:
    """Find appendices that the body refers to by a number that none bears."""
    known = {ordinal(section.label or "") for section in _known(paper)} - {None}
    places: dict[int, tuple[Entry | None, str]] = {}
    for match in _REFERRED.finditer(paper.folded, 0, _body_end(paper)) if known else ():
        number = ordinal(match[1].upper())
        if number is not None and number not in known:
            places.setdefault(number, (None, paper.quote(max(0, match.start() - 50), match.end() + 20)))
    if not places:
        return []
    numbers = ", ".join(str(number) for number in sorted(places))
    why = f"Thân văn bản dẫn chiếu phụ lục số {numbers} nhưng không có phụ lục đó."
    return [paper.point("missing", "warning", why, list(places.values()))]
