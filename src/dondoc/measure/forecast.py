"""A forecast to the target year: the Theil-Sen line, with an interval from the pairwise slopes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

LEAST_OBSERVATIONS = 3
DAYS_A_YEAR = Decimal("365.25")
# The middle four fifths of the pairwise slopes bound the interval.
LOWER, UPPER = Decimal("0.1"), Decimal("0.9")


@dataclass(frozen=True)
class Forecast:
    """What the figures so far lead to at `day`; `slope` is the change a year. Always shown by the name of forecast."""

    day: date
    value: Decimal
    low: Decimal
    high: Decimal
    slope: Decimal
    rests_on: int


def quantile(values: Sequence[Decimal], share: Decimal) -> Decimal:
    """Return the value below which `share` of the sorted values lie, by linear interpolation."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (place - below)


def forecast(points: Sequence[tuple[date, Decimal]], day: date) -> Forecast | None:
    """Forecast the value at `day` from figures at distinct days; None with fewer than three, or for a day not ahead."""
    distinct = sorted(dict(points).items())
    if len(distinct) < LEAST_OBSERVATIONS or day <= distinct[-1][0]:
        return None
    slopes = sorted(
        (later - earlier) * DAYS_A_YEAR / (second - first).days
        for (first, earlier), (second, later) in combinations(distinct, 2)
    )
    half = Decimal("0.5")
    slope = quantile(slopes, half)
    origin = distinct[0][0]

    def years(moment: date) -> Decimal:
        return Decimal((moment - origin).days) / DAYS_A_YEAR

    def reach(steepness: Decimal) -> Decimal:
        # Every line goes through the median of the figures' residuals, so that one odd figure moves nothing.
        residuals = sorted(value - steepness * years(moment) for moment, value in distinct)
        return quantile(residuals, half) + steepness * years(day)

    ends = sorted((reach(quantile(slopes, LOWER)), reach(quantile(slopes, UPPER))))
    value = reach(slope)
    return Forecast(day, value, min(ends[0], value), max(ends[1], value), slope, len(distinct))
