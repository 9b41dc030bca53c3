"""Body tasks (conventions 13 to 16 and 26)."""

from __future__ import annotations

import re
from functools import lru_cache

from dondoc.extraction.assignments import read_assignment
from dondoc.extraction.items import Entry, entries_of
from dondoc.extraction.kinds import heading_kind
from dondoc.extraction.leads import TaskUnits, leads_of_task, without_units
from dondoc.extraction.measures import measures_of
from dondoc.extraction.paragraphs import DATE_HEADING
from dondoc.extraction.passage import Passage
from dondoc.extraction.recurrence import recurrence_of
from dondoc.extraction.times import Times, deadline_in, read_times
from dondoc.extraction.tree import Node
from dondoc.extraction.unit_headings import heading_units
from dondoc.extraction.units import unit_cell
from dondoc.programme.model import Task

_WHEN = re.compile(r"(?:từ\s+)?(?:ngày|tháng|[Qq]uý|năm)\s+(?:\d|[IV]).*$")
_GIVEN = re.compile(
    r"\([^()]*(?:chủ\s?trì|tham\s?mưu|giao|thực hiện|phụ trách)[^()]*?(?P<when>(?:trong|trước|vào|từ)\s+(?:ngày|tháng|quý|năm)\s[^();,]+)\)\s*[.;,]?$",
    re.IGNORECASE,
)
UNSURE_BORDERS = "Chưa chắc nhiệm vụ này bắt đầu hoặc kết thúc ở đâu trong văn bản."


def section_id(node: Node) -> str:
    """Return the id of a section by its place in the document."""
    return f"s{node.number + 1}"


def tasks_of(node: Node, term: tuple[int, int] | None, year: int | None = None) -> list[Task]:
    """Return the body tasks that stand directly in a section; `year` is that of a paper on one year's work."""
    return [task_of(entry, term, year) for entry in entries_of(node, responsible=True)]


def task_of(entry: Entry, term: tuple[int, int] | None, year: int | None = None) -> Task:
    """Return the task that one entry says; its id is given later."""
    text = entry.passage.text
    measured = measures_of(without_units(text), kind="task", default_years=term)
    units = _units(entry)
    task = Task(
        id="",
        section=section_id(entry.node),
        text=text,
        leads=units.leads,
        coordinating=units.coordinating,
        measures=[found.measure for found in measured],
        spans=entry.passage.spans(),
    )
    task.doubts = [*units.doubts, *(doubt for found in measured for doubt in found.doubts)]
    task.recurrence = recurrence_of(text, task.measures)
    _fill_times(task, entry, year)
    _fill_attributes(task, entry)
    if entry.unsure:
        task.doubts.append(UNSURE_BORDERS)
    return task


def _units(entry: Entry) -> TaskUnits:
    """Return the units of a task: of its own sentence, or of the nearest heading that is a unit's name."""
    return leads_of_task(entry.passage.text, unit_heading(entry))


def unit_heading(entry: Entry) -> str | None:
    """Return the nearest title above an entry that names a unit; one that says what kind of section it opens ends the search."""
    for above in reversed(entry.context):
        if _names_unit(above):
            return above
    for node in entry.node.ancestors():
        heading = node.title_text if not (entry.heading and node is entry.node) else ""
        if heading and heading_kind(heading):
            return None
        if heading and _names_unit(heading):
            return heading
    return None


@lru_cache(maxsize=1_024)
def _names_unit(heading: str) -> bool:
    return bool(heading_units(heading))


def _fill_times(task: Task, entry: Entry, year: int | None) -> None:
    times = deadline_in(task.text) or _bracketed_time(task.text)
    if times is None:
        for node in entry.node.ancestors():
            title = node.title_text
            times = _heading_times(title, year) if title and len(title) < 60 else None
            if times:
                break
    if times:
        _take_times(task, times)


def _bracketed_time(text: str) -> Times | None:
    """Read the time that stands with the unit in brackets behind the work ("… (Giao X chủ trì, tham mưu trong quý II/2026).")."""
    found = _GIVEN.search(text)
    return read_times([found["when"].strip()], ["Thời gian hoàn thành"]) if found else None


def _heading_times(title: str, year: int | None) -> Times | None:
    """Read the time that a heading is; a quarter or month without its year is of the paper's year."""
    times = deadline_in(title)
    if (
        times is None
        and year is not None
        and DATE_HEADING.fullmatch(title)
        and (times := deadline_in(f"{title.rstrip(' :.')}/{year}"))
    ):
        times.time_text = title
    return times


def _take_times(task: Task, times: Times) -> None:
    task.start, task.finish, task.time_text = times.start, times.finish, times.time_text
    task.recurrence = task.recurrence or times.recurrence
    task.doubts += times.doubts


def _fill_attributes(task: Task, entry: Entry) -> None:
    """Fill what lines of their own say: "Thời gian hoàn thành: …", "Đơn vị chủ trì: …", "X chủ trì, trình trong …"."""
    own_subject, own_time = entry.shares and bool(task.leads), entry.shares and bool(task.finish)
    led = any(kind == "lead" for kind, _ in entry.attributes)  # beside who is in charge, who carries it out helps
    for kind, passage in entry.attributes:
        if (own_subject and kind in {"lead", "doer", "coordinating"}) or (own_time and kind == "time"):
            pass  # "MTTQ xã phối hợp với …", "Chậm nhất ngày …" under an item's fields names its own
        elif kind == "time":
            _take_times(task, read_times([passage.text.rstrip(" ;.,")], ["Thời gian hoàn thành"]))
        elif kind == "lead" or (kind == "doer" and not led):
            read = unit_cell(passage.text.rstrip(" ;."), "Cơ quan chủ trì")
            task.leads, task.coordinating = read.leads, [*task.coordinating, *read.coordinating]
        elif kind in {"doer", "coordinating"}:
            read = unit_cell(passage.text.rstrip(" ;."), "Cơ quan phối hợp")
            task.coordinating = _merged(task.coordinating, [*read.leads, *read.coordinating])
        elif kind == "resource":
            task.resource = passage.text.rstrip(" ;.")
        elif kind == "responsible":
            _take_responsible(task, passage)
        task.spans = [*task.spans, *passage.spans()]


def _take_responsible(task: Task, passage: Passage) -> None:
    read = read_assignment(passage.text)
    named = [*read.leads, *(unit for unit in read.advisory if unit not in read.leads)]
    task.leads = named or task.leads
    task.coordinating = _merged(task.coordinating, read.coordinating)
    task.doubts += read.doubts
    when = _WHEN.search(passage.text)
    if when:
        _take_times(task, read_times([when[0].rstrip(" .;,)")], ["Thời gian hoàn thành"]))


def _merged(known: list[str], more: list[str]) -> list[str]:
    return [*known, *(unit for unit in more if unit not in known)]
