"""From the rows of a measure to its verdict: the bridge to the pure arithmetic of `dondoc.measure`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from django.db.models import Min, Prefetch, QuerySet
from django.utils import timezone

from dondoc.measure.arithmetic import rounded, step_as_data
from dondoc.measure.promise import Nature, Observed, Point, Promise, Rules, Term
from dondoc.measure.status import Status
from dondoc.measure.verdict import Verdict, judge
from dondoc.programme.model import Direction, Period
from dondoc.programmes.models import Finding, Measure, Programme, Version
from dondoc.wards.models import Ward

from .models import Observation, Standing
from .twins import binding_decisions, overruled_by

WIDEST = 10**17  # what a column of 24 digits with 6 decimals holds
FIELDS = (
    "status", "on", "observed", "observed_on", "expected", "target", "ratio", "last_known", "question", "steps", "notes",
    "owed_label", "owed_due", "owed_overdue", "computed_at",
)  # fmt: skip


def promise_of(measure: Measure, programme: Programme) -> Promise:
    """Return what a measure promises; its milestones must be prefetched or cost a query."""
    since = programme.date
    if since is not None and not programme.term_from <= since.year <= programme.term_to:
        since = None
    return Promise(
        direction=cast(Direction, measure.direction),
        term=Term(programme.term_from, programme.term_to, since),
        name=measure.name,
        low=measure.low,
        high=measure.high,
        nature=cast(Nature, measure.nature),
        unit=measure.unit,
        per=measure.per,
        period=cast(Period, measure.period),
        year_from=measure.year_from,
        year_to=measure.year_to,
        baseline=_baseline(measure),
        milestones=tuple(Point(one.year, one.value) for one in measure.milestones.all()),
        ceiling=measure.ceiling,
        not_applied=measure.not_applied_reason,
        not_applied_from=measure.not_applied_from,
    )


def _baseline(measure: Measure) -> Point | None:
    if measure.baseline is None or measure.baseline_year is None:
        return None
    return Point(measure.baseline_year, measure.baseline)


def standing_figures(observations: Iterable[Observation]) -> list[Observed]:
    """Return the figures that count: of each period the latest confirmed version, or that one is waiting."""
    by_period: dict[datetime.date, Observed] = {}
    for one in sorted(observations, key=lambda row: (row.period_end, row.version)):
        if one.status == Observation.Status.RETURNED:
            continue
        confirmed = one.status == Observation.Status.CONFIRMED
        known = by_period.get(one.period_end)
        if confirmed or known is None or not known.confirmed:
            by_period[one.period_end] = Observed(one.period_end, one.value, one.assessed, confirmed)
    return list(by_period.values())


def rules_of(ward: Ward, followed_since: datetime.date | None) -> Rules:
    """Return the settings of a ward that judge a measure."""
    return Rules(
        risk_ratio=ward.risk_ratio,
        figures_due_day=ward.figures_due_day,
        cutoff_day=ward.cutoff_day,
        followed_since=followed_since,
    )


def followed_since(programmes: Iterable[int]) -> dict[int, datetime.date]:
    """Return the day each programme was first published here (1 query)."""
    first = Version.objects.filter(programme__in=programmes).order_by()
    found = first.values_list("programme").annotate(first=Min("published_at"))
    return {programme: timezone.localtime(moment).date() for programme, moment in found}


def measures_to_judge(measures: QuerySet[Measure]) -> QuerySet[Measure]:
    """Add to a query of measures everything that judging them needs (2 more queries)."""
    observations = Prefetch("observations", queryset=Observation.objects.order_by("period_end", "version"))
    return measures.select_related("programme__ward", "indicator", "task").prefetch_related("milestones", observations)


def verdict_of(
    measure: Measure, on: datetime.date, since: datetime.date | None, decided: Iterable[Finding] = ()
) -> Verdict:
    """Judge a measure fetched by `measures_to_judge`; `decided` are the decisions on its programme's contradictions."""
    promise = promise_of(measure, measure.programme)
    figures = standing_figures(measure.observations.all())
    verdict = judge(promise, figures, on, rules_of(measure.programme.ward, since))
    return set_aside(verdict) if overruled_by(measure, decided) else verdict


def set_aside(verdict: Verdict) -> Verdict:
    """Take a verdict out of every count: another number of the paper binds. What it rests on stays to be read."""
    return replace(verdict, status=Status.OVERRULED, last_known=None, question="", owed=())


def standing_of(measure: Measure, verdict: Verdict) -> Standing:
    """Return an unsaved standing that says what a verdict says."""
    owed = next((one for one in verdict.owed if one.overdue), None) or next(
        (one for one in reversed(verdict.owed) if not one.reported), None
    )
    return Standing(
        ward_id=measure.ward_id,
        measure=measure,
        status=verdict.status,
        on=verdict.on,
        observed=verdict.observed,
        observed_on=verdict.observed_on,
        expected=rounded(verdict.expected) if verdict.expected is not None else None,
        target=verdict.target,
        ratio=rounded(verdict.ratio) if verdict.ratio is not None and abs(verdict.ratio) < WIDEST else None,
        last_known=verdict.last_known or "",
        question=verdict.question,
        steps=[step_as_data(step) for step in verdict.steps],
        notes=list(verdict.notes),
        owed_label=owed.period.label if owed else "",
        owed_due=owed.due if owed else None,
        owed_overdue=bool(owed and owed.overdue),
        computed_at=timezone.now(),
    )


def refresh(measures: QuerySet[Measure], on: datetime.date | None = None) -> int:
    """Judge measures anew and store what was found; return how many (6 queries)."""
    on = on or timezone.localdate()
    rows: Sequence[Measure] = list(measures_to_judge(measures.filter(version_to=None)))
    programmes = {row.programme_id for row in rows}
    since, decided = followed_since(programmes), binding_decisions(programmes)
    standings = [
        standing_of(row, verdict_of(row, on, since.get(row.programme_id), decided.get(row.programme_id, ())))
        for row in rows
    ]
    Standing.objects.bulk_create(
        standings, update_conflicts=True, unique_fields=["measure"], update_fields=list(FIELDS), batch_size=200
    )
    return len(standings)
