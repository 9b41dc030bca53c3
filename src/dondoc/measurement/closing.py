"""What a closed period keeps for good: every figure and verdict as of its end."""

from __future__ import annotations

from typing import Any

from dondoc.measure.arithmetic import rounded
from dondoc.measure.cadence import ReportPeriod
from dondoc.measure.verdict import Verdict
from dondoc.programmes.models import Measure, Programme

from .judging import followed_since, measures_to_judge, verdict_of
from .models import Observation
from .twins import binding_decisions


def frozen_figures(programme: Programme, period: ReportPeriod) -> list[dict[str, Any]]:
    """Return what every measure says as of the end of a period, as plain JSON (5 queries)."""
    measures = measures_to_judge(Measure.objects.filter(programme=programme, version_to=None).order_by("order"))
    since = followed_since([programme.pk]).get(programme.pk)
    decided = binding_decisions([programme.pk]).get(programme.pk, [])
    return [_frozen(one, verdict_of(one, period.end, since, decided)) for one in measures]


def _frozen(measure: Measure, verdict: Verdict) -> dict[str, Any]:
    known = [
        one
        for one in measure.observations.all()
        if one.status == Observation.Status.CONFIRMED and one.period_end == verdict.observed_on
    ]
    source = max(known, key=lambda one: one.version, default=None)

    def plain(value: Any) -> str | None:
        return None if value is None else str(rounded(value))

    return {
        "measure": measure.pk,
        "name": measure.name,
        "unit": measure.unit,
        "observation": source.pk if source else None,
        "version": source.version if source else None,
        "observed": plain(verdict.observed),
        "observed_on": verdict.observed_on.isoformat() if verdict.observed_on else None,
        "expected": plain(verdict.expected),
        "target": plain(verdict.target),
        "status": verdict.status.value,
        "last_known": verdict.last_known.value if verdict.last_known else None,
    }
