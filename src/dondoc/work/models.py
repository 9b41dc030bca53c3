"""What is done about a task: its one lead, its occurrences, the reports on it and their evidence."""

from __future__ import annotations

import datetime
import uuid
from pathlib import PurePath

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from dondoc.programmes.models import Task
from dondoc.programmes.standing import CLOSED
from dondoc.wards.models import Unit, User, Ward


class TaskState(models.TextChoices):
    """The first axis of a task; the second, its time, is computed from the deadline."""

    NOT_STARTED = "not_started", _("chưa thực hiện")
    IN_PROGRESS = "in_progress", _("đang thực hiện")
    AWAITING = "awaiting", _("chờ xác nhận")
    DONE = "done", _("hoàn thành")
    SUSPENDED = "suspended", _("tạm dừng")
    DROPPED = "dropped", _("không còn phù hợp")


class Assignment(models.Model):
    """Who answers for a task and how far it is; without `lead` the task is "chưa rõ chủ trì".

    `proposed_lead` is what the rules propose from the paper; a person decides.
    """

    class TimeKind(models.TextChoices):
        DATED = "dated", _("có thời hạn")
        RECURRING = "recurring", _("định kỳ")
        CONTINUOUS = "continuous", _("thường xuyên")
        UNDATED = "undated", _("chưa định thời hạn")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="assignment")
    lead = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")
    coordinating = models.ManyToManyField(Unit, blank=True, related_name="coordinations")
    proposed_lead = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    proposed_why = models.TextField(blank=True)
    proposed_sure = models.BooleanField(default=False)  # the paper names this one unit
    proposed_by_rule = models.BooleanField(default=False)  # the decided lead is the one the rules proposed
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    state = models.CharField(_("trạng thái"), max_length=12, choices=TaskState.choices, default=TaskState.NOT_STARTED)
    state_reason = models.TextField(blank=True)
    time_kind = models.CharField(max_length=12, choices=TimeKind.choices, default=TimeKind.UNDATED)
    original_deadline = models.DateField(_("hạn ban đầu"), null=True)
    extended_deadline = models.DateField(_("gia hạn đến"), null=True)
    finished_on = models.DateField(_("hoàn thành ngày"), null=True)
    reported_at = models.DateTimeField(_("báo cáo gần nhất"), null=True)
    loaded_on = models.DateField(default=timezone.localdate)  # the day the task first came here

    objects = ScopedManager(ward="ward")

    class Meta:
        indexes = [models.Index(fields=["ward", "lead", "state"], name="assignment_of_unit")]

    def __str__(self) -> str:
        return self.task.code

    @property
    def deadline(self) -> datetime.date | None:
        """Return the deadline an open task is held to: the extended one, otherwise the original."""
        return self.extended_deadline or self.original_deadline

    @property
    def undated(self) -> bool:
        """Tell whether it is open and has neither a date nor a recurrence: "chưa định thời hạn"."""
        return self.time_kind == self.TimeKind.UNDATED and self.state not in CLOSED

    @property
    def awaits_initial(self) -> bool:
        """Tell whether it fell due before it came here and nobody has yet said what became of it."""
        due = self.original_deadline
        untouched = self.state == TaskState.NOT_STARTED and self.reported_at is None
        return due is not None and due < self.loaded_on and untouched


class Occurrence(models.Model):
    """One turn (kỳ) of a recurring task, or one quarter of a continuous duty, with its own deadline and result."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="occurrences")
    start = models.DateField()
    end = models.DateField()
    label = models.CharField(_("kỳ"), max_length=40)
    deadline = models.DateField(_("hạn"))
    state = models.CharField(max_length=12, choices=TaskState.choices, default=TaskState.NOT_STARTED)
    finished_on = models.DateField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["end"]
        constraints = [models.UniqueConstraint(fields=["assignment", "end"], name="one_occurrence_an_end")]

    def __str__(self) -> str:
        return self.label


class ProgressReport(models.Model):
    """What a lead reported on a task, and what became of the report; never changed, only decided."""

    class Status(models.TextChoices):
        SUBMITTED = "submitted", _("chờ xác nhận")
        CONFIRMED = "confirmed", _("đã xác nhận")
        RETURNED = "returned", _("trả lại")
        INITIAL = "initial", _("kết quả ban đầu")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="reports")
    occurrence = models.ForeignKey(Occurrence, null=True, on_delete=models.CASCADE, related_name="reports")
    state = models.CharField(_("tình hình"), max_length=12, choices=TaskState.choices)
    text = models.TextField(_("kết quả, tiến độ"), blank=True)
    finished_on = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SUBMITTED)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(_("lý do trả lại"), blank=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-reported_at", "-id"]

    def __str__(self) -> str:
        return f"{self.assignment_id}/{self.pk}"


def evidence_path(evidence: Evidence, filename: str) -> str:
    """Return where an evidence file is kept: by ward and year, under a random name, never under its own."""
    suffix = PurePath(filename).suffix.lower()
    return f"evidence/{evidence.ward_id}/{evidence.uploaded_at:%Y}/{uuid.uuid4().hex}{suffix}"


class Evidence(models.Model):
    """A file that proves a report or a figure; served only to those who may see what it proves."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    report = models.ForeignKey(ProgressReport, null=True, on_delete=models.CASCADE, related_name="evidence")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    guarded = models.BooleanField(default=False)
    file = models.FileField(upload_to=evidence_path, max_length=200)
    filename = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.filename
