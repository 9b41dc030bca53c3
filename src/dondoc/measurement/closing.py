"""Closing a period: the figures of that moment are kept for good; a later correction is marked."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.audit.actions import record
from dondoc.measure.arithmetic import rounded
from dondoc.measure.cadence import ReportPeriod
from dondoc.measure.verdict import Verdict
from dondoc.programmes.models import Measure, Programme
from dondoc.wards.access import require
from dondoc.wards.models import User

from .judging import followed_since, measures_to_judge, verdict_of
from .models import Observation, PeriodClose


@transaction.atomic
def close_period(user: User, programme: Programme, period: ReportPeriod, reason: str = "") -> PeriodClose:
    """Freeze the figures and verdicts of a programme as of a period; closing again opens a new, marked version.

    Raises PermissionDenied, or ValidationError for a period that is not over, or a second closing without a reason.
    """
    require(user, "measurement.close", programme)
    if period.end > timezone.localdate():
        raise ValidationError(_("Kỳ này chưa kết thúc nên chưa chốt được."))
    last = PeriodClose.objects.select_for_update().filter(
        programme=programme, kind=period.kind, period_end=period.end
    ).order_by("-version").first()  # fmt: skip
    if last is not None and not reason.strip():
        raise ValidationError(_("Kỳ này đã chốt: ghi lý do chốt lại."))
    close = PeriodClose.objects.create(
        ward_id=programme.ward_id,
        programme=programme,
        kind=period.kind,
        period_start=period.start,
        period_end=period.end,
        label=period.label,
        version=last.version + 1 if last else 1,
        figures=frozen_figures(programme, period),
        closed_by=user,
        closed_at=timezone.now(),
        reason=reason.strip(),
    )
    data = {"period": period.label, "version": close.version, "measures": len(close.figures), "reason": close.reason}
    record(ward=programme.ward, actor=user, verb="period.close", target=programme, label=str(programme), data=data)
    return close


def frozen_figures(programme: Programme, period: ReportPeriod) -> list[dict[str, Any]]:
    """Return what every measure says as of the end of a period, as plain JSON (4 queries)."""
    measures = measures_to_judge(Measure.objects.filter(programme=programme, version_to=None).order_by("order"))
    since = followed_since([programme.pk]).get(programme.pk)
    return [_frozen(one, verdict_of(one, period.end, since)) for one in measures]


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
