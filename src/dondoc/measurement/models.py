"""Figures of the measures, the verdicts that rest on them, and the closing of periods. Nothing is overwritten."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from dondoc.programmes.models import Measure, Programme
from dondoc.wards.models import Unit, User, Ward
from dondoc.work.models import Evidence


class Observation(models.Model):
    """One version of the figure of a measure for a period (số liệu kỳ); a correction is a new version with a reason.

    A flow is counted from 1 January of its year to `period_end`. A growth may rest on two absolute values.
    """

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("chờ xác nhận")
        CONFIRMED = "confirmed", _("đã xác nhận")
        RETURNED = "returned", _("trả lại")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="observations")
    period_start = models.DateField()
    period_end = models.DateField(_("ngày cuối kỳ"))
    period_label = models.CharField(_("kỳ"), max_length=40)
    value = models.DecimalField(_("số liệu"), max_digits=24, decimal_places=6, null=True)
    assessed = models.CharField(_("đánh giá"), max_length=10, blank=True)  # of a qualitative measure: met, on_track, …
    absolute = models.DecimalField(_("số tuyệt đối năm nay"), max_digits=24, decimal_places=6, null=True)
    absolute_before = models.DecimalField(_("số tuyệt đối năm trước"), max_digits=24, decimal_places=6, null=True)
    note = models.TextField(_("ghi chú, nguồn số liệu"), blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SUBMITTED)
    version = models.PositiveSmallIntegerField(_("phiên bản"), default=1)
    supersedes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="superseded_by"
    )  # the version that this one corrects
    correction_reason = models.TextField(_("lý do sửa"), blank=True)
    after_close = models.BooleanField(default=False)  # came after the period had been closed
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    return_reason = models.TextField(_("lý do trả lại"), blank=True)
    evidence = models.ManyToManyField(Evidence, related_name="observations", blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["period_end", "version"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "period_end", "version"], name="one_version_of_a_figure")
        ]

    def __str__(self) -> str:
        return f"{self.measure_id}/{self.period_end}/{self.version}"


class Standing(models.Model):
    """The verdict on a measure as of a day, stored with its arithmetic so that lists and reports need not compute."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="standing")
    status = models.CharField(_("kết luận"), max_length=16)
    on = models.DateField()
    observed = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    observed_on = models.DateField(null=True)
    expected = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    target = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    ratio = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    last_known = models.CharField(max_length=16, blank=True)
    question = models.TextField(blank=True)
    steps = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    owed_label = models.CharField(max_length=40, blank=True)  # the period whose figure is missing
    owed_due = models.DateField(null=True)
    owed_overdue = models.BooleanField(default=False)
    computed_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [models.Index(fields=["ward", "status"], name="standing_by_status")]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.status}"

    @property
    def gap(self) -> Decimal | None:
        """Return the observed value less the expected one, in the measure's unit."""
        if self.observed is None or self.expected is None:
            return None
        return self.observed - self.expected


class PeriodClose(models.Model):
    """The closing of a period (chốt số liệu): which figure each measure had at that moment, for good."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="closes")
    kind = models.CharField(max_length=12)  # month | quarter | half_year | nine_months | year
    period_start = models.DateField()
    period_end = models.DateField(_("ngày cuối kỳ"))
    label = models.CharField(_("kỳ"), max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    figures = models.JSONField(default=list)  # [{"measure", "observation", "version", "value", "status", …}]
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()
    reason = models.TextField(blank=True)  # of a second closing

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-period_end", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind", "period_end", "version"], name="one_close_a_version")
        ]

    def __str__(self) -> str:
        return self.label
