"""The figures of a result report as they stood at the close of its period; stored with the paper for good."""

from __future__ import annotations

import msgspec


class MeasureLine(msgspec.Struct, kw_only=True):
    """One target in the table: everything as it is printed."""

    chapter: str
    name: str
    target: str
    period: str
    value: str
    observed_on: str
    status: str
    verdict: str
    unit: str


class TaskLine(msgspec.Struct, kw_only=True):
    """One task in the table."""

    chapter: str
    code: str
    text: str
    lead: str
    deadline: str
    extended: str
    state: str
    state_word: str
    timing: str
    timing_word: str
    days: int = 0
    result: str
    group: str = ""  # in which it is counted, as on the screens


class UnitLine(msgspec.Struct, kw_only=True):
    """How the tasks of one unit stand."""

    name: str
    total: int
    done: int
    done_in_time: int
    overdue: int


class ReportData(msgspec.Struct, kw_only=True):
    """Everything that the report says."""

    programme_number: str
    programme_title: str
    about: str
    period_label: str
    cutoff: str  # last day of the period: the figures are those confirmed by then
    tasks_on: str  # the day of writing: tasks stand as they do that day
    guarded_left_out: int = 0
    measures: list[MeasureLine]
    tasks: list[TaskLine]
    units: list[UnitLine]
