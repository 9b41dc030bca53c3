"""Deadlines of tasks: the moments of the format, what a row with one date means, and the occurrences of a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dondoc.measure.cadence import PeriodKind, ReportPeriod, month_end, periods_between, report_period

TimeKind = Literal["dated", "recurring", "continuous", "undated"]

YEAR = re.compile(r"(\d{4})")
YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
QUARTER = re.compile(r"Q([1-4])/(\d{4})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
OCCURRENCE: dict[str, PeriodKind] = {"annual": "year", "quarterly": "quarter", "monthly": "month"}


@dataclass(frozen=True)
class Moment:
    """A stretch of time that a paper names: a day, month, quarter, year or span of years."""

    start: date
    end: date
    precision: Literal["day", "month", "quarter", "year", "years"]


def moment(text: str) -> Moment:
    """Read a date of the format: 2026, Q4/2025, 2026-03, 2026-03-15, 2025-2030; ValueError for anything else."""
    text = text.strip()
    if found := DAY.fullmatch(text):
        day = date(*(int(part) for part in found.groups()))
        return Moment(day, day, "day")
    if found := MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        if not 1 <= month <= 12:
            raise ValueError(text)
        return Moment(date(year, month, 1), month_end(year, month), "month")
    if found := QUARTER.fullmatch(text):
        period = report_period("quarter", int(found[2]), int(found[1]))
        return Moment(period.start, period.end, "quarter")
    if found := YEAR.fullmatch(text):
        return Moment(date(int(found[1]), 1, 1), date(int(found[1]), 12, 31), "year")
    if (found := YEARS.fullmatch(text)) and int(found[1]) <= int(found[2]):
        return Moment(date(int(found[1]), 1, 1), date(int(found[2]), 12, 31), "years")
    raise ValueError(text)


@dataclass(frozen=True)
class TaskTime:
    """What a task's time cells amount to; only a dated task has a deadline of its own."""

    kind: TimeKind
    deadline: date | None = None


def task_time(start: str, finish: str, recurrence: str) -> TaskTime:
    """Return the deadline of a task, or why it has none.

    A task with only a start is due at the end of that moment if it is one (a day, month or quarter); a year alone
    only says when it begins, so that it stays undated.
    """
    if finish:
        return TaskTime("dated", moment(finish).end)
    if recurrence == "continuous":
        return TaskTime("continuous")
    if recurrence in OCCURRENCE:
        return TaskTime("recurring")
    if start:
        begins = moment(start)
        if begins.precision in ("day", "month", "quarter"):
            return TaskTime("dated", begins.end)
    return TaskTime("undated")


def occurrences(recurrence: str, first: date, last: date) -> Iterator[ReportPeriod]:
    """Yield the occurrences (kỳ) of a recurring task from `first` to `last`: one a year, quarter or month.

    A continuous duty has no occurrence: it owes a report each quarter, see `reports_of`.
    """
    if recurrence in OCCURRENCE:
        yield from periods_between(OCCURRENCE[recurrence], first, last)


def reports_of(first: date, last: date) -> Iterator[ReportPeriod]:
    """Yield the quarters in which a continuous duty is updated ("đã cập nhật / chưa cập nhật trong kỳ")."""
    yield from periods_between("quarter", first, last)
