"""Every read of figures; each says how many queries it takes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from dondoc.audit.models import Entry
from dondoc.audit.sentences import read
from dondoc.measure.cadence import ReportPeriod, cadence_of, cutoff_of, due_date, periods_between
from dondoc.measure.forecast import Forecast, forecast
from dondoc.measure.promise import Observed, Promise
from dondoc.measure.verdict import Verdict, judge, window_of
from dondoc.programmes.models import Finding, Measure
from dondoc.wards.models import Unit, User
from dondoc.wards.rules import may_see_guarded, reads_ward

from .chart import NARROW, Chart, draw, expected_on, values_shown
from .judging import followed_since, promise_of, rules_of, set_aside, standing_figures, standing_of, verdict_of
from .models import Observation, PeriodClose, Standing
from .twins import binding_decisions, overruled_by, twins_of

SHOWN_PERIODS = 24
SHOWN_ENTRIES = 50


@dataclass
class PeriodRow:
    """A period in the table of a measure: all versions of its figure, newest first, and what was expected."""

    end: datetime.date
    label: str
    expected: Decimal | None
    versions: list[Observation] = field(default_factory=list)
    closed: bool = False

    @property
    def current(self) -> Observation | None:
        """Return the newest version of the figure."""
        return self.versions[0] if self.versions else None


@dataclass
class Twin:
    """The same thing promised elsewhere in the paper with another number, judged on the same figures."""

    measure: Measure
    verdict: Verdict


@dataclass
class MeasurePage:
    """What the page of a measure shows."""

    measure: Measure
    promise: Promise
    verdict: Verdict
    standing: Standing
    chart: Chart | None
    narrow_chart: Chart | None
    forecast: Forecast | None
    periods: list[PeriodRow]
    open_periods: list[ReportPeriod]
    waiting: Observation | None
    twins: list[Twin]
    overruled_by: Finding | None
    history: list[tuple[Entry, str]] = field(default_factory=list)


def visible(user: User, measures: QuerySet[Measure]) -> QuerySet[Measure]:
    """Leave out defence and police measures that are not the person's own (no query)."""
    if reads_ward(user):
        return measures
    return measures.filter(Q(guarded=False) | Q(lead_id=user.unit_id, lead__isnull=False))


def find_measure(pk: int) -> Measure | None:
    """Return a measure with all that its page names (3 queries)."""
    people = ("reported_by", "decided_by", "unit")
    observations = Observation.objects.select_related(*people).prefetch_related("evidence")
    related = ("programme__ward", "ward", "lead", "indicator", "task", "section", "parent")
    found = Measure.objects.select_related(*related).filter(pk=pk)
    return found.prefetch_related("milestones", Prefetch("observations", queryset=observations)).first()


def measure_page(user: User, measure: Measure, on: datetime.date) -> MeasurePage:
    """Return all of the page of a measure that `find_measure` found (5 queries, 1 for the history, 1 where the unit is shared)."""
    since = followed_since([measure.programme_id]).get(measure.programme_id)
    promise = promise_of(measure, measure.programme)
    observations = list(measure.observations.all())
    figures = standing_figures(observations)
    rules = rules_of(measure.ward, since)
    verdict = judge(promise, figures, on, rules)
    overruled = overruled_by(measure, binding_decisions([measure.programme_id]).get(measure.programme_id, []))
    verdict = set_aside(verdict) if overruled else verdict
    ahead = _forecast(promise, figures)
    closes = list(
        PeriodClose.objects.filter(programme_id=measure.programme_id).values_list("period_start", "period_end")
    )
    return MeasurePage(
        measure=measure,
        promise=promise,
        verdict=verdict,
        standing=standing_of(measure, verdict),
        chart=draw(promise, figures, on, rules.risk_ratio, ahead),
        narrow_chart=draw(promise, figures, on, rules.risk_ratio, ahead, NARROW),
        forecast=ahead,
        periods=_period_rows(promise, observations, on, closes),
        open_periods=open_periods(promise, on, measure.ward.cutoff_day),
        waiting=next((one for one in reversed(observations) if _waits(one, observations)), None),
        twins=[Twin(one, _judged(one, measure, figures, on)) for one in twins_of(measure) if may_see(user, one)],
        overruled_by=overruled,
        history=_history(measure) if reads_ward(user) else [],
    )


def may_see(user: User, measure: Measure) -> bool:
    """Say whether a measure may be named to a person; a guarded one only to its unit and those over all (no query)."""
    return not measure.guarded or may_see_guarded(user, measure.lead_id)


def _waits(observation: Observation, others: Iterable[Observation]) -> bool:
    replaced = any(one.supersedes_id == observation.pk for one in others)
    return observation.status == Observation.Status.SUBMITTED and not replaced


def _forecast(promise: Promise, figures: Sequence[Observed]) -> Forecast | None:
    """Forecast what a path leads to; not for years that stand on their own, nor for means."""
    if promise.period in ("annual", "average_over") or promise.grows:
        return None
    places = [place for place, confirmed in values_shown(promise, figures) if confirmed]
    return forecast(places, datetime.date(promise.last_year, 12, 31))


def open_periods(promise: Promise, on: datetime.date, cutoff_day: int = 0) -> list[ReportPeriod]:
    """Return the periods a figure may be reported for, newest first (no query)."""
    first, last = window_of(promise)
    soon = on + datetime.timedelta(days=31) if cutoff_day else on
    periods = periods_between(cadence_of(promise.period), first, min(last, soon))
    return [one for one in reversed(list(periods)) if cutoff_of(one, cutoff_day) <= on][:SHOWN_PERIODS]


def _period_rows(
    promise: Promise,
    observations: Iterable[Observation],
    on: datetime.date,
    closes: Sequence[tuple[datetime.date, datetime.date]],
) -> list[PeriodRow]:
    first, last = window_of(promise)
    rows = {
        one.end: PeriodRow(one.end, one.label, expected_on(promise, one.end))
        for one in periods_between(cadence_of(promise.period), first, min(last, on))
    }
    for one in sorted(observations, key=lambda row: -row.version):
        row = rows.setdefault(one.period_end, PeriodRow(one.period_end, one.period_label, None))
        row.versions.append(one)
    for row in rows.values():
        row.closed = any(start <= row.end <= end for start, end in closes)
    return sorted(rows.values(), key=lambda row: row.end, reverse=True)[:SHOWN_PERIODS]


def _judged(other: Measure, measure: Measure, figures: Sequence[Observed], on: datetime.date) -> Verdict:
    """Judge the figures of one measure against what another one promises (no query)."""
    return judge(promise_of(other, measure.programme), figures, on, rules_of(measure.ward, on))


def _history(measure: Measure) -> list[tuple[Entry, str]]:
    """Return what was done, newest first, each with its sentence (1 query)."""
    entries = Entry.objects.filter(ward_id=measure.ward_id, object_type="programmes.measure", object_id=str(measure.pk))
    return [(entry, read(entry)) for entry in entries.order_by("-number")[:SHOWN_ENTRIES]]


@dataclass
class OwedFigure:
    """A figure that a unit owes for a period, beside its last value."""

    measure: Measure
    period: ReportPeriod
    due: datetime.date
    last: Observation | None
    returned: Observation | None
    overdue: bool
    before: bool  # fell due before the programme came here: asked for, and never late


def owed_figures(unit: Unit, on: datetime.date) -> list[OwedFigure]:
    """Return the figures a unit owes now, of each measure the newest period, most overdue first (5 queries)."""
    observations = Prefetch("observations", queryset=Observation.objects.order_by("period_end", "version"))
    measures = Measure.objects.filter(lead=unit, version_to=None).select_related("programme__ward", "indicator", "task")
    rows = list(measures.prefetch_related("milestones", observations).order_by("order"))
    programmes = {one.programme_id for one in rows}
    since, decided = followed_since(programmes), binding_decisions(programmes)
    found = []
    for measure in rows:
        decisions = decided.get(measure.programme_id, ())
        verdict = verdict_of(measure, on, since.get(measure.programme_id), decisions)
        latest = verdict.owed[-1] if verdict.owed else None
        returned = _returned(measure)
        if measure.not_applied_reason or latest is None or (latest.reported and returned is None):
            continue
        known = [one for one in measure.observations.all() if one.status == Observation.Status.CONFIRMED]
        due = due_date(latest.period, measure.programme.ward.figures_due_day)
        before = due < on and not latest.overdue
        last = known[-1] if known else None
        found.append(OwedFigure(measure, latest.period, due, last, returned, latest.overdue, before))
    return sorted(found, key=lambda one: (one.returned is None, not one.overdue, one.due))


def _returned(measure: Measure) -> Observation | None:
    """Return the newest version of a figure that came back and was not replaced."""
    newest = {one.period_end: one for one in measure.observations.all()}
    return next((one for one in newest.values() if one.status == Observation.Status.RETURNED), None)


def figures_to_decide(user: User) -> list[Observation]:
    """Return the figures that wait for a decision by somebody other than their reporter, oldest first (1 query)."""
    waiting = Observation.objects.filter(status=Observation.Status.SUBMITTED, superseded_by=None)
    related = ("measure", "reported_by", "unit")
    return list(waiting.exclude(reported_by=user).select_related(*related).order_by("reported_at"))
