"""The drawing of a measure on its path: geometry only, in a box of 720×300 or 344×240; the template draws it (look 6)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from dondoc.measure.cadence import cadence_of, period_at
from dondoc.measure.compare import ONE
from dondoc.measure.forecast import Forecast
from dondoc.measure.path import expected_at, points_of, wants_no_movement
from dondoc.measure.promise import Observed, Promise
from dondoc.measure.shares import running_sums

Place = tuple[datetime.date, Decimal]


@dataclass(frozen=True)
class Box:
    """The size of a drawing and the edges left for its words, in user units."""

    width: int = 720
    height: int = 300
    left: int = 56
    right: int = 628  # the x at which the drawing ends
    top: int = 28
    bottom: int = 268
    years_apart: int = 1


WIDE = Box()
LABEL_HEIGHT = 24
NARROW = Box(width=344, height=240, left=40, right=286, top=28, bottom=208, years_apart=2)


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: where, and the value or year it stands for."""

    at: str
    label: Decimal | int


@dataclass(frozen=True)
class Dot:
    """An observed figure: where, its value, whether it is confirmed, whether it is the last."""

    x: str
    y: str
    day: datetime.date
    value: Decimal
    confirmed: bool
    last: bool
    near_top: bool = False  # its label goes below: above stands "hôm nay"


@dataclass
class Chart:
    """Everything the template draws, in user units of the box."""

    x_ticks: list[Tick] = field(default_factory=list)
    y_ticks: list[Tick] = field(default_factory=list)
    observed: list[str] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    band: list[str] = field(default_factory=list)
    targets: list[Tick] = field(default_factory=list)  # the height of the target's tick
    target_x: str = ""
    today_x: str = ""
    forecast: str = ""
    interval: str = ""
    forecast_end: Tick | None = None
    from_value: Decimal | None = None  # where the y axis begins, when not at 0
    box: Box = WIDE


class Scale:
    """Turns days and values into places of the box."""

    def __init__(self, box: Box, first: datetime.date, last: datetime.date, low: Decimal, high: Decimal) -> None:
        self.box, self.first, self.days = box, first, max((last - first).days, 1)
        self.low, self.reach = low, (high - low) or ONE

    def x(self, day: datetime.date) -> str:
        share = min(max((day - self.first).days / self.days, 0.0), 1.0)
        return f"{self.box.left + share * (self.box.right - self.box.left):.1f}"

    def y(self, value: Decimal) -> str:
        share = float((value - self.low) / self.reach)
        return f"{self.box.bottom - min(max(share, -0.02), 1.02) * (self.box.bottom - self.box.top):.1f}"

    def line(self, places: Sequence[Place]) -> str:
        return " ".join(f"{self.x(day)},{self.y(value)}" for day, value in places)


def values_shown(promise: Promise, figures: Sequence[Observed]) -> list[tuple[Place, bool]]:
    """Return the figures as the chart shows them, with whether they are confirmed; a flow of the term adds up."""
    known = sorted((one for one in figures if one.value is not None), key=lambda one: one.day)
    if promise.accumulates:
        sums = dict(running_sums(known))
        return [((one.day, sums[one.day]), one.confirmed) for one in known]
    return [((one.day, one.value), one.confirmed) for one in known if one.value is not None]


def expected_path(promise: Promise) -> list[list[Place]]:
    """Return the lines of what is expected over time: one, or one a year where each year is on its own."""
    target = promise.target
    if target is None:
        return []
    first, last = promise.first_year, promise.last_year
    years = range(first, last + 1)
    if promise.period == "annual" and promise.nature == "flow" and not promise.grows:
        return [[(datetime.date(y - 1, 12, 31), Decimal(0)), (datetime.date(y, 12, 31), target)] for y in years]
    if promise.period in ("annual", "average_over") or promise.is_outright:
        return [[(datetime.date(first, 1, 1), target), (datetime.date(last, 12, 31), target)]]
    if promise.period == "whole_term" and not promise.grows:
        start = datetime.date(promise.year_from, 1, 1) if promise.year_from else promise.term.start
        # Nothing is expected at the end of the day before: days count as gone at their end, as in `share_gone`.
        return [[(start - datetime.timedelta(days=1), Decimal(0)), (datetime.date(last, 12, 31), target)]]
    if wants_no_movement(promise) and promise.baseline is not None:
        return [[(promise.baseline.day, target), (datetime.date(last, 12, 31), target)]]
    points = points_of(promise)
    return [[(one.day, one.value) for one in points]] if len(points) > 1 else []


def expected_on(promise: Promise, day: datetime.date) -> Decimal | None:
    """Return what is expected at a day, whatever the period of the promise; None where no path can be drawn."""
    for line in expected_path(promise):
        for (first, before), (last, after) in pairwise(line):
            if first <= day <= last:
                gone = Decimal((day - first).days) / Decimal(max((last - first).days, 1))
                return before + (after - before) * gone
    return None


def risk_edge(promise: Promise, line: Sequence[Place], ratio: Decimal) -> list[Place]:
    """Return the line below (or above) which a figure is "chậm": r equal to the ward's threshold."""
    base = (
        line[0][1]
        if expected_at(promise, line[-1][0]) is not None and promise.period in ("by_year", "unspecified")
        else None
    )
    edge = []
    for day, value in line:
        if base is not None:
            edge.append((day, base + (value - base) * ratio))
        else:
            edge.append((day, value / ratio if promise.less_is_better else value * ratio))
    return edge


def draw(
    promise: Promise,
    figures: Sequence[Observed],
    today: datetime.date,
    ratio: Decimal,
    ahead: Forecast | None = None,
    box: Box = WIDE,
) -> Chart | None:
    """Lay out the chart of a measure; None where there is neither a figure nor a path to draw."""
    shown = values_shown(promise, figures)
    lines = expected_path(promise)
    if promise.target is None or not (shown or lines):
        return None
    scale, chart = _scaled(promise, shown, lines, ahead, today, box)
    for line in lines:
        chart.path.append(scale.line(line))
        edge = risk_edge(promise, line, ratio)
        chart.band.append(scale.line([*line, *reversed(edge)]))
    chart.observed = [scale.line(run) for run in _runs(promise, [place for place, _confirmed in shown]) if len(run) > 1]
    for number, ((day, value), confirmed) in enumerate(shown, 1):
        y = scale.y(value)
        near_top = float(y) < box.top + LABEL_HEIGHT
        chart.dots.append(Dot(scale.x(day), y, day, value, confirmed, number == len(shown), near_top))
    chart.target_x = scale.x(datetime.date(promise.last_year, 12, 31))
    bounds = {promise.target, promise.high} if promise.direction == "range" else {promise.target}
    chart.targets = [Tick(scale.y(one), one) for one in sorted(one for one in bounds if one is not None)]
    chart.today_x = scale.x(today)
    if ahead is not None and shown:
        _draw_forecast(chart, scale, shown[-1][0], ahead)
    return chart


def _draw_forecast(chart: Chart, scale: Scale, last: Place, ahead: Forecast) -> None:
    chart.forecast = scale.line([last, (ahead.day, ahead.value)])
    chart.interval = scale.line([last, (ahead.day, ahead.high), (ahead.day, ahead.low)])
    chart.forecast_end = Tick(scale.y(ahead.value), ahead.value)


def _runs(promise: Promise, places: Sequence[Place]) -> list[list[Place]]:
    """Cut the figures into runs without a missing period; a flow of single years begins anew each year."""
    runs: list[list[Place]] = []
    kind = cadence_of(promise.period)
    yearly = promise.nature == "flow" and promise.period == "annual"
    for place in places:
        if runs:
            before = period_at(kind, runs[-1][-1][0])
            follows = period_at(kind, before.end + datetime.timedelta(days=1)).end >= place[0]
            if follows and not (yearly and before.end.year != place[0].year):
                runs[-1].append(place)
                continue
        runs.append([place])
    return runs


def _scaled(
    promise: Promise,
    shown: Sequence[tuple[Place, bool]],
    lines: Sequence[Sequence[Place]],
    ahead: Forecast | None,
    today: datetime.date,
    box: Box,
) -> tuple[Scale, Chart]:
    days = [day for (day, _value), _confirmed in shown] + [day for line in lines for day, _value in line]
    values = [value for (_day, value), _confirmed in shown] + [value for line in lines for _day, value in line]
    values += [one for one in (promise.target, promise.high, ahead.value if ahead else None) if one is not None]
    last = max(*days, datetime.date(promise.last_year, 12, 31))
    first = min(*days, today, datetime.date(promise.first_year, 1, 1))
    low, high = min(values), max(values)
    # Lines may start above 0 where they move within a third of their level, and then the page says so.
    begin = low - ((high - low) or high) / 4 if low > 0 and high - low < high / 3 else min(low, Decimal(0))
    ticks = nice_ticks(begin, high)
    scale = Scale(box, first, last, ticks[0], ticks[-1])
    chart = Chart(from_value=ticks[0] if ticks[0] > 0 else None, box=box)
    chart.y_ticks = [Tick(scale.y(one), one) for one in ticks]
    years = range(last.year, first.year - 1, -box.years_apart)
    chart.x_ticks = [Tick(scale.x(datetime.date(year, 12, 31)), year) for year in years]
    return scale, chart


def nice_ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return four to seven round values that hold `low` and `high`."""
    span = (high - low) or max(abs(high), ONE)
    size = Decimal(1).scaleb(span.adjusted())
    step = next(
        (size * one for one in (Decimal("0.1"), Decimal("0.2"), Decimal("0.5"), 1, 2, 5) if span / (size * one) <= 5),
        size * 10,
    )
    start = (low // step) * step
    if low < 0 and start > low:
        start -= step
    ticks = [start]
    while ticks[-1] < high:
        ticks.append(ticks[-1] + step)
    if len(ticks) == 1:
        ticks.append(start + step)
    return ticks
