"""Which periods owe a figure, and when it is due (design: rules of time)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dondoc.programme.model import Period

PeriodKind = Literal["month", "quarter", "half_year", "nine_months", "year"]
MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
ROMAN = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class ReportPeriod:
    """A stretch of the calendar that is reported on: the first quarter of 2026 is ("quarter", 2026, 1)."""

    end: date
    start: date
    kind: PeriodKind
    number: int

    @property
    def label(self) -> str:
        """Return the period in Vietnamese, as it is written in a heading."""
        year = self.end.year
        names = {
            "month": f"Tháng {self.number}/{year}",
            "quarter": f"Quý {ROMAN[self.number] if self.kind == 'quarter' else ''}/{year}",
            "half_year": f"6 tháng {'đầu' if self.number == 1 else 'cuối'} năm {year}",
            "nine_months": f"9 tháng năm {year}",
            "year": f"Năm {year}",
        }
        return names[self.kind]


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def report_period(kind: PeriodKind, year: int, number: int = 1) -> ReportPeriod:
    """Return the `number`-th period of its kind in a year; ValueError when the year has none of that number."""
    if kind == "nine_months":
        return ReportPeriod(date(year, 9, 30), date(year, 1, 1), kind, 1)
    months = MONTHS[kind]
    if not 1 <= number <= 12 // months:
        raise ValueError(f"{kind} {number}")
    first = (number - 1) * months + 1
    return ReportPeriod(month_end(year, first + months - 1), date(year, first, 1), kind, number)


def cadence_of(period: Period) -> PeriodKind:
    """Return how often a measure owes a figure: annual ones each quarter, the others each half-year."""
    return "quarter" if period == "annual" else "half_year"


def period_at(kind: PeriodKind, day: date) -> ReportPeriod:
    """Return the period of its kind that a day lies in."""
    if kind == "nine_months":
        return report_period(kind, day.year)
    return report_period(kind, day.year, (day.month - 1) // MONTHS[kind] + 1)


def periods_between(kind: PeriodKind, first: date, last: date) -> Iterator[ReportPeriod]:
    """Yield the periods that end from `first` to `last`, both included, in order."""
    period = period_at(kind, first)
    while period.end <= last:
        if period.end >= first:
            yield period
        period = period_at(kind, period.end + timedelta(days=1))


def due_date(period: ReportPeriod, due_day: int = 10) -> date:
    """Return the day by which the figure must be in: `due_day` of the month after the period."""
    following = period.end + timedelta(days=1)
    return min(following.replace(day=1) + timedelta(days=due_day - 1), month_end(following.year, following.month))


def cutoff_of(period: ReportPeriod, cutoff_day: int = 0) -> date:
    """Return the day the figure is cut off: the last day of the period, or `cutoff_day` of its last month."""
    if cutoff_day == 0:
        return period.end
    return period.end.replace(day=min(cutoff_day, period.end.day))


@dataclass(frozen=True)
class Owed:
    """A period that owes a figure, the day it is due, and whether that day has gone by without one."""

    period: ReportPeriod
    due: date
    reported: bool
    overdue: bool


def owed_figures(
    period: Period,
    window: tuple[date, date],
    reported: set[date],
    on: date,
    *,
    due_day: int = 10,
    followed_since: date | None = None,
) -> list[Owed]:
    """List the periods ended by `on` within the window that owe a figure, in order.

    `reported` holds the last days of the periods for which a figure came. What fell due before the programme was
    followed here (`followed_since`) is missing, never overdue.
    """
    owed = []
    for one in periods_between(cadence_of(period), window[0], min(window[1], on)):
        due = due_date(one, due_day)
        has = any(one.start <= day <= one.end for day in reported)
        late = not has and on > due and (followed_since is None or due >= followed_since)
        owed.append(Owed(one, due, has, late))
    return owed
