"""Gathers the figures of a result report: measures as the close of the period froze them, tasks as they stand today."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone

from dondoc.language.figures import day
from dondoc.measure.status import LABELS
from dondoc.measure.task_state import STATE_LABELS, TIMING_LABELS
from dondoc.measurement.models import PeriodClose
from dondoc.programmes.models import Measure, Programme, Task
from dondoc.programmes.standing import TaskStanding, of_tasks
from dondoc.programmes.templatetags.programme import figure, period, target

from .figures import MeasureLine, ReportData, TaskLine, UnitLine


def gather(programme: Programme, close: PeriodClose) -> ReportData:
    """Return everything the report says as of the close of its period (5 queries); guarded items are left out."""
    measures = programme.measures.filter(version_to=None).select_related(
        "section__chapter", "lead", "indicator", "task"
    )
    tasks = programme.tasks.filter(version_to=None).select_related("section__chapter").order_by("order")
    today = timezone.localdate()
    standings = of_tasks(programme, today)
    open_measures = [m for m in measures.order_by("section__order", "order") if not m.guarded]
    open_tasks = [(t, standings.get(t.pk, TaskStanding())) for t in tasks if not t.guarded]
    return ReportData(
        programme_number=programme.number,
        programme_title=programme.title,
        about=programme.about,
        period_label=close.label,
        cutoff=day(close.period_end),
        tasks_on=day(today),
        guarded_left_out=sum(m.guarded for m in measures) + sum(t.guarded for t in tasks),
        measures=_measure_lines(open_measures, close),
        tasks=[_task_line(task, standing) for task, standing in open_tasks],
        units=_unit_lines(open_tasks),
    )


def _measure_lines(measures: Iterable[Measure], close: PeriodClose) -> list[MeasureLine]:
    frozen = {row["measure"]: row for row in close.figures}
    lines = []
    for measure in measures:
        row = frozen.get(measure.pk, {})
        status = row.get("status", "no_data")
        value = Decimal(row["observed"]) if row.get("observed") else None
        lines.append(
            MeasureLine(
                chapter=_chapter(measure),
                name=measure.name,
                target=target(measure),
                period=period(measure),
                value=figure(value, measure) if value is not None else "chưa có số liệu",
                observed_on=day(datetime.date.fromisoformat(row["observed_on"])) if row.get("observed_on") else "",
                status=status,
                verdict=LABELS[status],
                unit=str(measure.lead or ""),
            )
        )
    return lines


def _chapter(item: Measure | Task) -> str:
    section = item.section.chapter if item.section else None
    if section is None:
        return "Nội dung khác"
    title = section.title or section.first_words
    return f"{section.label}. {title}" if section.label else title


def _task_line(task: Task, standing: TaskStanding) -> TaskLine:
    timing = standing.shown_timing
    return TaskLine(
        chapter=_chapter(task),
        code=task.code,
        text=task.text,
        lead=str(standing.lead or ""),
        deadline=day(standing.original_deadline) if standing.original_deadline else (task.time_text or ""),
        extended=day(standing.extended_deadline) if standing.extended_deadline else "",
        state=standing.state,
        state_word=STATE_LABELS[standing.state],  # type: ignore[index]
        timing=standing.time.timing,
        timing_word="" if timing in ("", "undated", "in_time") else TIMING_LABELS[timing],  # type: ignore[index]
        days=abs(standing.time.days),
        result=standing.result,
        group=standing.group,
    )


def _unit_lines(tasks: Iterable[tuple[Task, TaskStanding]]) -> list[UnitLine]:
    of_unit: dict[str, list[TaskStanding]] = defaultdict(list)
    for _task, standing in tasks:
        of_unit[standing.lead.name if standing.lead else "Chưa rõ chủ trì"].append(standing)
    lines = [
        UnitLine(
            name=name,
            total=len(rows),
            done=sum(s.state == "done" for s in rows),
            done_in_time=sum(s.state == "done" and s.time.timing in ("early", "punctual") for s in rows),
            overdue=sum(s.group == "overdue" for s in rows),
        )
        for name, rows in of_unit.items()
    ]
    return sorted(lines, key=lambda u: (-u.overdue, -u.total, u.name))
