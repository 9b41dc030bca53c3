"""Every write on figures: report, confirm, return, and what people decide about a measure."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.audit.actions import record
from dondoc.measure.cadence import ReportPeriod, cutoff_of
from dondoc.measure.growth import fall, growth
from dondoc.measure.status import ASSESSABLE
from dondoc.programmes.models import Measure, Milestone, Programme
from dondoc.wards.access import require
from dondoc.wards.models import User
from dondoc.wards.storage import transaction_with_files
from dondoc.work.evidence import MOST_FILES, keep_file

from .closing import frozen_figures
from .judging import refresh
from .models import Observation, PeriodClose

Status = Observation.Status


@dataclass(frozen=True)
class Figure:
    """What is reported for a period: a value, or two absolute values of which it is the growth, or an assessment."""

    period: ReportPeriod
    value: Decimal | None = None
    assessed: str = ""
    absolute: Decimal | None = None
    absolute_before: Decimal | None = None
    note: str = ""
    correction_reason: str = ""
    files: Sequence[Any] = field(default=())


@transaction_with_files()
def report_figure(user: User, measure: Measure, figure: Figure) -> Observation:
    """Report the figure of a period, or correct it by a new version; the verdict is found anew at once.

    Raises PermissionDenied, or ValidationError with one sentence for what does not fit.
    """
    require(user, "measurement.report", measure)
    Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    value = _value(measure, figure)
    _must_fit(measure, figure)
    before = measure.observations.filter(period_end=figure.period.end).order_by("-version").first()
    closed = is_closed(measure, figure.period.end)
    reason = figure.correction_reason.strip()
    if not reason and (closed or (before is not None and before.status == Status.CONFIRMED)):
        raise ValidationError(_("Kỳ này đã có số liệu được xác nhận hoặc đã chốt: ghi lý do sửa."))
    observation = _new_version(user, measure, figure, before)
    observation.value, observation.correction_reason, observation.after_close = value, reason, closed
    observation.save()
    observation.evidence.set(
        keep_file(file, user, ward_id=measure.ward_id, unit_id=measure.lead_id, guarded=measure.guarded)
        for file in figure.files
    )
    data = {
        "period": figure.period.label,
        "value": value,
        "assessed": figure.assessed,
        "version": observation.version,
        "before": before and before.value,
        "reason": reason,
    }
    _write(user, measure, "figure.report", data)
    return observation


def _new_version(user: User, measure: Measure, figure: Figure, before: Observation | None) -> Observation:
    """Return the unsaved row of a figure, after the version that it corrects."""
    return Observation(
        ward_id=measure.ward_id,
        measure=measure,
        period_start=figure.period.start,
        period_end=figure.period.end,
        period_label=figure.period.label,
        assessed=figure.assessed,
        absolute=figure.absolute,
        absolute_before=figure.absolute_before,
        note=figure.note.strip(),
        version=before.version + 1 if before else 1,
        supersedes=before,
        unit_id=user.unit_id,
        reported_by=user,
        reported_at=timezone.now(),
    )


def _value(measure: Measure, figure: Figure) -> Decimal | None:
    """Return the value to be judged: as given, or the growth found from two absolute values."""
    if measure.direction == "qualitative":
        if figure.assessed not in ASSESSABLE:
            raise ValidationError(_("Chọn một mức đánh giá."))
        return None
    if figure.value is not None:
        return figure.value
    if figure.absolute is None or figure.absolute_before is None:
        raise ValidationError(_("Ghi số liệu của kỳ."))
    found = (fall if measure.direction == "decrease" else growth)(figure.absolute, figure.absolute_before)
    if found is None:
        raise ValidationError(_("Số năm trước phải lớn hơn 0 thì mới tính được mức tăng, giảm."))
    return round(found, 6)


def _must_fit(measure: Measure, figure: Figure) -> None:
    if cutoff_of(figure.period, measure.ward.cutoff_day) > timezone.localdate():
        raise ValidationError(_("Kỳ này chưa kết thúc nên chưa có số liệu."))
    if measure.direction == "qualitative" and not figure.files and not figure.note.strip():
        raise ValidationError(_("Kèm minh chứng hoặc ghi căn cứ của đánh giá."))
    if len(figure.files) > MOST_FILES:
        raise ValidationError(_("Mỗi báo cáo kèm nhiều nhất 10 tệp."))


def is_closed(measure: Measure, period_end: datetime.date) -> bool:
    """Say whether a period that holds this figure has been closed (1 query)."""
    closes = PeriodClose.objects.filter(programme_id=measure.programme_id)
    return closes.filter(period_start__lte=period_end, period_end__gte=period_end).exists()


@transaction.atomic
def confirm_figure(user: User, observation: Observation) -> None:
    """Confirm a figure; raise PermissionDenied for one's own, ValidationError for one already decided."""
    _decide(user, observation, Status.CONFIRMED)
    data = {"period": observation.period_label, "value": observation.value, "version": observation.version}
    _write(user, observation.measure, "figure.confirm", data)


@transaction.atomic
def return_figure(user: User, observation: Observation, reason: str) -> None:
    """Return a figure with a reason; an earlier confirmed version goes on standing."""
    if not reason.strip():
        raise ValidationError(_("Ghi lý do trả lại."))
    observation.return_reason = reason.strip()
    _decide(user, observation, Status.RETURNED)
    data = {"period": observation.period_label, "version": observation.version, "reason": reason.strip()}
    _write(user, observation.measure, "figure.return", data)


def _decide(user: User, observation: Observation, status: str) -> None:
    require(user, "measurement.confirm", observation)
    current = Observation.objects.select_for_update(of=("self",)).get(pk=observation.pk)
    if current.status != Status.SUBMITTED or hasattr(current, "superseded_by"):
        raise ValidationError(_("Số liệu này đã được xử lý hoặc đã có phiên bản mới."))
    observation.status = status
    observation.decided_by, observation.decided_at = user, timezone.now()
    observation.save(update_fields=["status", "return_reason", "decided_by", "decided_at"])


@transaction.atomic
def set_nature(user: User, measure: Measure, nature: str, ceiling: bool = False) -> None:
    """Decide whether a measure is a rate, a flow or a level, and whether the upper end of a range is a ceiling."""
    require(user, "measurement.set", measure)
    if nature not in Measure.Nature.values:
        raise ValidationError(_("Chọn loại thước đo."))
    before, measure.nature, measure.nature_decided = measure.nature, nature, True
    measure.ceiling = ceiling and measure.direction == "range"
    measure.save(update_fields=["nature", "nature_decided", "ceiling"])
    _write(user, measure, "measure.nature", {"before": before, "after": nature, "ceiling": measure.ceiling})


@transaction.atomic
def set_baseline(user: User, measure: Measure, value: Decimal | None, year: int | None) -> None:
    """Set the baseline and its year, or take both away."""
    require(user, "measurement.set", measure)
    if (value is None) != (year is None):
        raise ValidationError(_("Số gốc cần cả giá trị và năm."))
    if year is not None and not 2000 <= year <= measure.programme.term_to:
        raise ValidationError(_("Năm của số gốc nằm ngoài khoảng hợp lý."))
    before = {"value": measure.baseline, "year": measure.baseline_year}
    measure.baseline, measure.baseline_year = value, year
    measure.save(update_fields=["baseline", "baseline_year"])
    _write(user, measure, "measure.baseline", {"before": before, "after": {"value": value, "year": year}})


@transaction.atomic
def set_milestones(user: User, measure: Measure, values: Mapping[int, Decimal]) -> None:
    """Plan the values of the years on the way to the target; years left out are taken away."""
    require(user, "measurement.plan", measure)
    last = measure.year_to or measure.programme.term_to
    if any(not measure.programme.term_from <= year < last for year in values):
        raise ValidationError(_("Mốc nằm trong nhiệm kỳ và trước năm của chỉ tiêu."))
    before = {str(one.year): one.value for one in measure.milestones.all()}
    measure.milestones.all().delete()
    Milestone.objects.bulk_create(
        Milestone(ward_id=measure.ward_id, measure=measure, year=year, value=value) for year, value in values.items()
    )
    after = {str(year): value for year, value in sorted(values.items())}
    _write(user, measure, "measure.milestones", {"before": before, "after": after})


@transaction.atomic
def set_aside(user: User, measure: Measure, reason: str, since: datetime.date | None = None) -> None:
    """Mark a measure as not applied yet, with a reason and a day; an empty reason applies it again."""
    require(user, "measurement.set", measure)
    before = measure.not_applied_reason
    measure.not_applied_reason = reason.strip()
    measure.not_applied_from = (since or timezone.localdate()) if reason.strip() else None
    measure.save(update_fields=["not_applied_reason", "not_applied_from"])
    data = {"before": before, "after": measure.not_applied_reason, "from": measure.not_applied_from}
    _write(user, measure, "measure.aside" if reason.strip() else "measure.apply", data)


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


def _write(user: User, measure: Measure, verb: str, data: dict[str, Any]) -> None:
    """Write the audit entry and find the verdict anew, within the caller's transaction."""
    record(ward=measure.ward, actor=user, verb=verb, target=measure, label=measure.name[:280], data=data)
    refresh(Measure.objects.filter(pk=measure.pk))
