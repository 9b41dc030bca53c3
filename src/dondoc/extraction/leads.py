"""Finding who leads and who coordinates a body task (conventions 15 and 26)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dondoc.extraction.unit_headings import heading_units
from dondoc.extraction.unit_roles import read_roles
from dondoc.extraction.units import labelled_units

_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{4,200})\)\s*[.;,]?$")
_PART = re.compile(
    r"^(?:giao\s+)?(?P<units>.+?)(?:\s+(?:(?P<joins>phối\s?hợp)|(?:chủ\s?trì|tham\s?mưu|chuẩn\s?bị|thực\s?hiện|phụ trách|soạn thảo|trình|theo dõi))"
    r"(?:\s*,?\s*(?:chủ\s?trì|tham\s?mưu|chuẩn\s?bị|thực\s?hiện|trình|tổ chức|nội dung|và))*)?$"
)
_JOINED = re.compile(r"^phối\s?hợp\s+(?:với\s+)?(?P<units>.+?)(?:\s+(?:tham\s?mưu|chuẩn\s?bị|thực\s?hiện|trình)\b.*)?$")
_WHEN = re.compile(r"[\s,]+(?:trong|trước|vào|từ)\s+(?:ngày|tháng|quý|năm)\s[^()]*$", re.IGNORECASE)
_ACTS = re.compile(r"(?:tham\s?mưu|chuẩn\s?bị|thực\s?hiện|trình|tổ chức|và|,|\s)+")
_NEXT_PART = re.compile(r"\s*;\s*|(?<=trì),\s*|(?<=mưu),\s*|(?<=bị),\s*")


@dataclass(frozen=True)
class TaskUnits:
    """The units that a task's text puts to work."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def leads_of_task(text: str, heading: str | None = None) -> TaskUnits:
    """Find the units that lead and coordinate a task; `heading` is the title of the section it stands in.

    A unit leads where it is the subject of a main clause or the label before the colon; a heading that is a unit's
    name lends its unit to a task without a subject of its own.
    """
    if labelled := labelled_units(text):
        return TaskUnits(labelled.leads, labelled.coordinating)
    reading = read_roles(text)
    leads = [*reading.leads, *(u for u in reading.advisory if u not in (*reading.leads, *reading.reports_to))]
    doubts = list(reading.doubts)
    if heading and not reading.opens_with_subject and (lent := heading_units(heading)):
        if leads:
            doubts.append(f"Mục giao cho “{', '.join(lent)}” nhưng trong câu có đơn vị khác: “{', '.join(leads)}”.")
        leads = [*lent, *(unit for unit in leads if unit not in lent)]
    elif leads and not reading.opens_with_subject:
        doubts.append(f"Đơn vị “{', '.join(leads)}” chỉ được nêu ở câu sau, cần xem có chủ trì cả nhiệm vụ.")
    coordinating = [unit for unit in reading.coordinating if unit not in leads]
    bracketed = _bracketed(text)
    if bracketed and set(leads) <= set(bracketed.leads):
        return TaskUnits(bracketed.leads, bracketed.coordinating or coordinating, doubts)
    return TaskUnits(leads, coordinating, doubts)


def _bracketed(text: str) -> TaskUnits | None:
    """Read the units that a work programme names in brackets behind the work ("… (X chủ trì, Y phối hợp).")."""
    found = _IN_BRACKETS.search(text)
    if not found:
        return None
    leads: list[str] = []
    coordinating: list[str] = []
    for said in _NEXT_PART.split(_WHEN.sub("", found["inside"])):
        if leads and _ACTS.fullmatch(said.strip()):
            continue
        joined = _JOINED.match(said.strip())
        part = joined or _PART.match(said.strip())
        units = heading_units(part["units"]) if part else ()
        if not part or not units:
            return None
        (coordinating if joined or part["joins"] else leads).extend(units)
    return TaskUnits(leads, coordinating) if leads else None
