"""Puts the sample leads, reports and figures on the demonstration's programmes, through the ordinary verbs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django_scopes import scope

from dondoc.measure.cadence import cadence_of, period_at
from dondoc.measurement import actions as measurement
from dondoc.programmes.models import Measure, Programme, Task
from dondoc.wards.models import Unit, User
from dondoc.work import actions as work


def fill(programme: Programme, office: User, leader: User, sample: dict[str, Any]) -> None:
    """Decide leads, report and confirm what `sample` holds for one programme; an item it does not know is left alone."""
    with scope(ward=programme.ward):
        units = {unit.code: unit for unit in Unit.objects.filter(active=True)}
        tasks = {task.text[:60]: task for task in programme.tasks.select_related("assignment")}
        measures = _by_name(programme.measures.select_related("indicator", "task"))
        _decide_leads(programme, office, units, tasks, measures, sample)
        for entry in sample["tasks"]:
            if entry["text"] in tasks and entry.get("state"):
                _report(tasks[entry["text"]], office, leader, entry)
        for entry in sample["measures"]:
            measure = measures.pop((entry["text"], entry["name"]), None)
            if measure is not None:
                _observe(measure, office, leader, entry)


def _by_name(measures: Iterable[Measure]) -> dict[tuple[str, str], Measure]:
    found = {}
    for measure in measures:
        owner = measure.indicator or measure.task
        if owner is not None:
            found[(owner.text[:60], measure.name)] = measure
    return found


def _decide_leads(
    programme: Programme,
    office: User,
    units: dict[str, Unit],
    tasks: dict[str, Task],
    measures: dict[tuple[str, str], Measure],
    sample: dict[str, Any],
) -> None:
    of_tasks = {
        tasks[e["text"]].assignment.pk: units[e["lead"]]
        for e in sample["tasks"]
        if e["lead"] in units and e["text"] in tasks
    }
    of_measures = {
        measures[(e["text"], e["name"])].pk: units[e["lead"]]
        for e in sample["measures"]
        if e["lead"] in units and (e["text"], e["name"]) in measures
    }
    work.decide_leads(office, of_tasks)
    work.decide_measure_leads(office, programme, of_measures)


def _report(task: Task, office: User, leader: User, entry: dict[str, Any]) -> None:
    assignment = task.assignment
    assignment.refresh_from_db()
    awaiting = entry["state"] == "awaiting"
    progress = work.Progress(
        state="done" if awaiting else entry["state"],
        text=entry.get("note", ""),
        finished_on=_day(entry.get("finished_on")),
    )
    report = work.report_progress(office, assignment, progress)
    if not awaiting:
        work.confirm(leader, report)


def _observe(measure: Measure, office: User, leader: User, entry: dict[str, Any]) -> None:
    base = entry.get("baseline")
    if base:
        measurement.set_baseline(office, measure, Decimal(base["value"]), base["year"])
    kind = cadence_of(measure.period)  # type: ignore[arg-type]
    given = [*entry.get("figures", {}).items(), *entry.get("assessed", {}).items()]
    for number, (end, value) in enumerate(given, start=1):
        qualitative = measure.direction == "qualitative"
        figure = measurement.Figure(
            period=period_at(kind, datetime.date.fromisoformat(end)),
            value=None if qualitative else Decimal(value),
            assessed=value if qualitative else "",
            note="số liệu minh họa",
        )
        observation = measurement.report_figure(office, measure, figure)
        if number < len(given) or measure.pk % 5:  # every fifth latest figure still waits for its confirmation
            measurement.confirm_figure(leader, observation)


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
