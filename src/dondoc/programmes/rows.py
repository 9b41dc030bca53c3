"""Builds the table rows of one reading: sections, targets, tasks, measures, clauses and findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from dondoc.language.folding import fold
from dondoc.measure.nature import propose_nature
from dondoc.programme import model as format_
from dondoc.wards.models import Unit

from .models import Clause, Finding, Indicator, Measure, Programme, Section, Task

# Chapters and units of defence and public order: seen only by the lead, leaders, office and inspector (design, Roles).
GUARDED_WORDS = re.compile(r"\b(quoc phong|an ninh|quan su|cong an|nghia vu quan su|khu vuc phong thu)\b")
# Words that make such a heading about something else: economic, food or network security of the economy chapter.
NOT_GUARDED = re.compile(r"\b(an ninh (luong thuc|nguon nuoc|nang luong|mang)|an sinh)\b")


@dataclass
class Marks:
    """What a person marked on items while reviewing, by the item's id in the reading."""

    focus: set[str] = field(default_factory=set)
    breakthrough: set[str] = field(default_factory=set)


def spans_of(item: Any) -> list[list[int | None]]:
    """Return the spans of a format item as [[page, start, end]]."""
    return [[span.page, span.start, span.end] for span in item.spans]


def first_page(item: Any) -> int | None:
    """Return the page on which the item begins, where the paper has pages."""
    return item.spans[0].page if item.spans else None


def is_guarded_heading(text: str) -> bool:
    """Say whether a heading is about defence or public order."""
    folded = NOT_GUARDED.sub(" ", fold(text))
    return bool(GUARDED_WORDS.search(folded))


def section_rows(programme: Programme, reading: format_.Programme) -> list[Section]:
    """Return unsaved sections in the order of the paper; parents and chapters are set by `link_sections`."""
    depths: dict[str, int] = {}
    rows = []
    for order, item in enumerate(reading.sections):
        depth = depths.get(item.parent or "", -1) + 1
        depths[item.id] = depth
        rows.append(
            Section(
                ward_id=programme.ward_id,
                programme=programme,
                ref=item.id,
                order=order,
                label=item.label or "",
                title=item.title or "",
                first_words=item.first_words[:300],
                kind=item.kind,
                depth=depth,
                spans=spans_of(item),
            )
        )
    return rows


def link_sections(rows: list[Section], reading: format_.Programme) -> None:
    """Set parent and chapter on saved sections: the chapter is the first heading below a part A, B or C."""
    by_ref = {row.ref: row for row in rows}
    for item in reading.sections:
        row = by_ref[item.id]
        row.parent = by_ref.get(item.parent or "")
        above = row
        while above.parent is not None and not _is_part(above.parent):
            above = above.parent
        row.chapter = above


def _is_part(section: Section) -> bool:
    """Say whether a section only groups chapters: a lettered part of the paper ("B. NỘI DUNG CHƯƠNG TRÌNH")."""
    return section.parent is None and section.kind == "group"


def guarded_sections(reading: format_.Programme) -> set[str]:
    """Return the ids of the sections of defence and public order, with everything below them."""
    guarded: set[str] = set()
    for item in reading.sections:
        own = item.kind in {"group", "appendix", "tasks", "indicators", "objective"} and is_guarded_heading(
            item.title or ""
        )
        if item.parent in guarded or own:
            guarded.add(item.id)
    return guarded


def indicator_row(
    programme: Programme, item: format_.Indicator, order: int, number: int, guarded: set[str], marks: Marks
) -> Indicator:
    """Return the unsaved row of a target as it stands in version `number`."""
    return Indicator(
        ward_id=programme.ward_id,
        programme=programme,
        ref=item.id,
        order=order,
        label=item.label or "",
        text=item.text,
        search=fold(item.text),
        spans=spans_of(item),
        page=first_page(item),
        guarded=item.section in guarded,
        focus=item.id in marks.focus,
        breakthrough=item.id in marks.breakthrough,
        version_from=number,
    )


def task_row(
    programme: Programme, item: format_.Task, order: int, number: int, guarded: set[str], marks: Marks
) -> Task:
    """Return the unsaved row of a task as it stands in version `number`."""
    return Task(
        ward_id=programme.ward_id,
        programme=programme,
        ref=item.id,
        order=order,
        text=item.text,
        search=fold(f"{item.text} {' '.join(item.leads)}"),
        spans=spans_of(item),
        page=first_page(item),
        guarded=item.section in guarded or any(is_guarded_heading(name) for name in item.leads),
        focus=item.id in marks.focus,
        breakthrough=item.id in marks.breakthrough,
        source=item.source,
        appendix=item.appendix or "",
        group=item.group or "",
        row=item.row or "",
        leads_printed=item.leads,
        coordinating_printed=item.coordinating,
        resource=item.resource or "",
        start=item.start or "",
        finish=item.finish or "",
        recurrence=item.recurrence or "",
        time_text=(item.time_text or "")[:200],
        version_from=number,
    )


def measure_rows(
    owner: Indicator | Task, measures: Iterable[format_.Measure], first: int, number: int
) -> list[Measure]:
    """Return unsaved measures of one saved target or task; `first` is the order of the first of them."""
    return [
        Measure(
            ward_id=owner.ward_id,
            programme_id=owner.programme_id,
            section_id=owner.section_id,
            indicator=owner if isinstance(owner, Indicator) else None,
            task=owner if isinstance(owner, Task) else None,
            order=first + offset,
            guarded=owner.guarded,
            version_from=number,
            **measure_fields(item),
        )
        for offset, item in enumerate(measures)
    ]


def measure_fields(item: format_.Measure) -> dict[str, Any]:
    """Return the columns of a measure that the paper gives."""
    return {
        "name": item.name,
        "search": fold(item.name),
        "direction": item.direction,
        "low": item.low,
        "high": item.high,
        "unit": item.unit or "",
        "per": item.per or "",
        "period": item.period,
        "year_from": item.year_from,
        "year_to": item.year_to,
        "nature": propose_nature(item),
    }


def clause_rows(programme: Programme, reading: format_.Programme, sections: dict[str, Section]) -> list[Clause]:
    """Return the unsaved sentences of the assignment clause."""
    return [
        Clause(
            ward_id=programme.ward_id,
            programme=programme,
            section=sections.get(item.section),
            order=order,
            text=item.text,
            leads=item.leads,
            coordinating=item.coordinating,
            advisory=item.advisory,
            reports_to=item.reports_to,
            spans=spans_of(item),
        )
        for order, item in enumerate(reading.assignments)
    ]


def finding_rows(programme: Programme, reading: format_.Programme, number: int) -> list[Finding]:
    """Return the unsaved findings of version `number`, all open."""
    return [
        Finding(
            ward_id=programme.ward_id,
            programme=programme,
            order=order,
            kind=item.kind,
            severity=item.severity,
            where=item.where,
            why=item.why,
            spans=spans_of(item),
            version=number,
        )
        for order, item in enumerate(reading.findings)
    ]


def reading_json(reading: format_.Programme) -> dict[str, Any]:
    """Return the reading as JSON values without its text, decimals as strings so that none becomes a float."""
    data: dict[str, Any] = msgspec.to_builtins(reading)
    data.pop("text")
    return data


def lead_unit(names: list[str], units: Iterable[Unit]) -> Unit | None:
    """Return the ward's unit that the first printed name names, or None where it names none or a collective."""
    wanted = fold(names[0]) if names else ""
    for unit in units:
        if wanted and not unit.collective and wanted in {fold(unit.name), *(fold(alias) for alias in unit.aliases)}:
            return unit
    return None
