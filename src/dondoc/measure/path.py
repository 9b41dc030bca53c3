"""The path of a measure: the value expected at a day, from the baseline or through milestones to the target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from dondoc.measure.promise import Point, Promise


@dataclass(frozen=True)
class Leg:
    """The stretch of the path a day lies on, and the value expected on that day."""

    before: Point
    after: Point
    expected: Decimal


def points_of(promise: Promise) -> tuple[Point, ...]:
    """Return the points the path goes through, by year: baseline, milestones, target.

    A flow that adds up over the term starts at nothing on the eve of its first year, whatever stood before.
    """
    target = promise.target
    if target is None:
        return ()
    end = Point(promise.last_year, target)
    start = Point(promise.first_year - 1, Decimal(0)) if promise.accumulates else promise.baseline
    between = sorted((point for point in promise.milestones if point.year < end.year), key=lambda point: point.year)
    if start is None:
        return (*between, end)
    if start.year >= end.year:
        return (end,)
    return (start, *(point for point in between if point.year > start.year), end)


def wants_no_movement(promise: Promise) -> bool:
    """Tell whether the baseline already meets the target, so that the figure has only to be kept."""
    start, target = promise.baseline, promise.target
    if start is None or target is None or promise.accumulates:
        return False
    return start.value <= target if promise.less_is_better else start.value >= target


def leg_at(promise: Promise, day: date) -> Leg | None:
    """Find the stretch of the path that `day` lies on; None before the path begins or where there is none."""
    points = points_of(promise)
    if len(points) < 2 or day < points[0].day:
        return None
    last = points[-1]
    if day >= last.day:
        return Leg(points[-2], last, last.value)
    for before, after in pairwise(points):
        if before.day <= day < after.day:
            gone = Decimal((day - before.day).days) / Decimal((after.day - before.day).days)
            return Leg(before, after, before.value + (after.value - before.value) * gone)
    return None


def expected_at(promise: Promise, day: date) -> Decimal | None:
    """Return the value expected at `day`; None where no path can be drawn."""
    leg = leg_at(promise, day)
    return leg.expected if leg else None
