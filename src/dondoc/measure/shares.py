"""How much of a year or a term has gone, and the sum of a flow over the years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from dondoc.measure.promise import Observed


def days_gone(day: date, start: date, end: date) -> tuple[int, int]:
    """Count the days gone at the end of `day` and all days from `start` to `end`, both ends included."""
    whole = (end - start).days + 1
    return max(0, min((day - start).days + 1, whole)), whole


def share_gone(day: date, start: date, end: date) -> Decimal:
    """Return the share of the time from `start` to `end` that has gone at the end of `day`, 0 to 1."""
    gone, whole = days_gone(day, start, end)
    return Decimal(gone) / Decimal(whole)


def latest_of_each_year(figures: Iterable[Observed]) -> dict[int, Observed]:
    """Return the latest figure of each year, by year."""
    latest: dict[int, Observed] = {}
    for figure in sorted(figures, key=lambda one: one.day):
        if figure.value is not None:
            latest[figure.day.year] = figure
    return dict(sorted(latest.items()))


def running_sums(figures: Iterable[Observed]) -> list[tuple[date, Decimal]]:
    """Add a flow up over the years: at each figure's day, the years before it plus the year so far."""
    sums: list[tuple[date, Decimal]] = []
    before = Decimal(0)
    in_year = Decimal(0)
    year: int | None = None
    for figure in sorted(figures, key=lambda one: one.day):
        if figure.value is None:
            continue
        if figure.day.year != year:
            before, year = before + in_year, figure.day.year
        in_year = figure.value
        sums.append((figure.day, before + in_year))
    return sums
