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
_TIME = re.compile(
    r"(?:(?:thời gian|thời hạn|tiến độ)\b|(?:(?:hoàn thành|xong|thực hiện|trình)\s+)?(?:(?:trong|trước|vào|từ|đến|hết)\s+)*"
    r"(?:(?:ngày|tháng|quý|năm|mùa|giai đoạn|hết|cuối|đầu)\s|\d{1,2}/|20\d\d)|h[ằà]ng\s|thường xuyên|định kỳ)",
    re.IGNORECASE,
)  # the part of the brackets that says when
IN_BRACKETS_TOO = "Câu nêu “{subject}” nhưng trong ngoặc ghi “{bracketed}”, cần xem ai chủ trì."
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
    bracketed = _bracketed(text)
    reading = read_roles(_IN_BRACKETS.sub("", text) if bracketed else text)
    leads = [*reading.leads, *(u for u in reading.advisory if u not in (*reading.leads, *reading.reports_to))]
    doubts = list(reading.doubts)
    if heading and not reading.opens_with_subject and (lent := heading_units(heading)):
        if leads:
            doubts.append(f"Mục giao cho “{', '.join(lent)}” nhưng trong câu có đơn vị khác: “{', '.join(leads)}”.")
        leads = [*lent, *(unit for unit in leads if unit not in lent)]
    elif leads and not reading.opens_with_subject:
        doubts.append(f"Đơn vị “{', '.join(leads)}” chỉ được nêu ở câu sau, cần xem có chủ trì cả nhiệm vụ.")
    coordinating = [unit for unit in reading.coordinating if unit not in leads]
    if bracketed:
        return _with_brackets(bracketed, TaskUnits(leads, coordinating, doubts), named_first=reading.opens_with_subject)
    return TaskUnits(leads, coordinating, doubts)


def without_units(text: str) -> str:
    """Return a text without the brackets at its end that say who does it."""
    found = _IN_BRACKETS.search(text)
    said = found is not None and (labelled_units(found["inside"]) or _bracketed(text))
    return text[: found.start()].rstrip() if found and said else text


def _with_brackets(bracketed: TaskUnits, told: TaskUnits, *, named_first: bool) -> TaskUnits:
    """Put the units in brackets together with those of the sentence: who is in charge is said by the brackets first."""
    subject = [unit for unit in told.leads if named_first and unit not in bracketed.leads]
    leads = bracketed.leads or told.leads
    doubts = list(told.doubts) if not bracketed.leads else []
    if bracketed.leads and subject:
        doubts.append(IN_BRACKETS_TOO.format(subject=", ".join(subject), bracketed=", ".join(bracketed.leads)))
    coordinating = [*bracketed.coordinating, *(u for u in told.coordinating if u not in bracketed.coordinating)]
    return TaskUnits(leads, [unit for unit in coordinating if unit not in leads], doubts)


def _bracketed(text: str) -> TaskUnits | None:
    """Read the units that a work programme names in brackets behind the work ("… (X chủ trì, Y phối hợp).")."""
    found = _IN_BRACKETS.search(text)
    if not found:
        return None
    leads: list[str] = []
    coordinating: list[str] = []
    for part_said in _NEXT_PART.split(found["inside"]):
        said = _WHEN.sub("", part_said.strip())
        if _TIME.match(part_said.strip()) or (leads and _ACTS.fullmatch(said)):
            continue
        joined = _JOINED.match(said)
        part = joined or _PART.match(said)
        units = heading_units(part["units"]) if part else ()
        if not part or not units:
            return None
        (coordinating if joined or part["joins"] else leads).extend(units)
    return TaskUnits(leads, coordinating) if leads or coordinating else None
