"""The published programme: its versions, sections, targets with their measures, tasks, clauses and findings.

Items keep their row through all versions, so that what was reported on them stays; what each version
printed is kept in `Version.reading`.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from dondoc.wards.models import Unit, User, Ward


class Programme(models.Model):
    """A ward's action programme (chương trình hành động), or another paper of the kind."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="programmes")
    number = models.CharField(_("số"), max_length=60, blank=True)  # empty: "chưa có số"
    date = models.DateField(_("ngày"), null=True, blank=True)  # null: marked as absent at publication
    title = models.TextField(_("tên"))
    about = models.TextField(_("trích yếu"), blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    signer = models.CharField(_("người ký"), max_length=120, blank=True)
    signer_role = models.CharField(_("chức vụ người ký"), max_length=120, blank=True)
    term_from = models.PositiveSmallIntegerField(_("từ năm"))
    term_to = models.PositiveSmallIntegerField(_("đến năm"))
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    version = models.PositiveSmallIntegerField(_("phiên bản"), default=1)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-date", "-id"]

    def __str__(self) -> str:
        number = self.number or _("chương trình chưa có số")
        return f"{number} · {self.term_from}-{self.term_to}"


class Version(models.Model):
    """One published state of the paper, exactly as it was read and reviewed; never changed."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    reading = models.JSONField()  # the programme format without its text
    text = models.TextField()
    layout = models.JSONField(default=dict)  # {"pages": [[number, width, height]], "lines": [[start, end, page, box]]}
    refs = models.JSONField(default=dict)  # {"t12": pk of the Task, "i3": pk of the Indicator, ...}
    changes = models.JSONField(
        default=list
    )  # against the version before: [{"kind", "ref", "change", "before", "after"}]
    filename = models.CharField(max_length=255, blank=True)
    file = models.FileField(upload_to="papers/%Y/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="version_number")]


class Section(models.Model):
    """A heading of the current version (mục), in the order of the paper."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="sections")
    ref = models.CharField(max_length=12)
    order = models.PositiveIntegerField()
    label = models.CharField(max_length=60, blank=True)
    title = models.TextField(blank=True)
    first_words = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20)
    depth = models.PositiveSmallIntegerField(default=0)
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    chapter = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")  # I, II, … or itself
    spans = models.JSONField(default=list)
    watching_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    watching_person = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order"]


class ItemBase(models.Model):
    """What targets and tasks share: their place in the paper and the versions in which they stand."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    ref = models.CharField(max_length=12)
    order = models.PositiveIntegerField()
    text = models.TextField(_("nội dung"))
    search = models.TextField(editable=False)  # folded: no accents, lower case
    spans = models.JSONField(default=list)
    page = models.PositiveIntegerField(null=True)
    guarded = models.BooleanField(_("quốc phòng, an ninh"), default=False)
    focus = models.BooleanField(_("nhiệm vụ trọng tâm"), default=False)
    breakthrough = models.BooleanField(_("khâu đột phá"), default=False)
    version_from = models.PositiveSmallIntegerField(default=1)
    version_to = models.PositiveSmallIntegerField(null=True)  # null: stands in the current version

    class Meta:
        abstract = True
        ordering = ["order"]


class Indicator(ItemBase):
    """A target (chỉ tiêu): an item of a list of targets."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="indicators")
    section = models.ForeignKey(Section, null=True, on_delete=models.SET_NULL, related_name="indicators")
    label = models.CharField(max_length=20, blank=True)

    objects = ScopedManager(ward="ward")


class Task(ItemBase):
    """A task (nhiệm vụ): a bullet of the body or a row of an appendix, with its cells as printed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="tasks")
    section = models.ForeignKey(Section, null=True, on_delete=models.SET_NULL, related_name="tasks")
    source = models.CharField(max_length=10)  # body | appendix
    appendix = models.CharField(max_length=20, blank=True)
    group = models.CharField(max_length=20, blank=True)
    row = models.CharField(max_length=20, blank=True)
    code = models.CharField(_("mã"), max_length=12)  # NV001 …, in the order of the paper
    leads_printed = models.JSONField(default=list)
    coordinating_printed = models.JSONField(default=list)
    resource = models.TextField(_("nguồn lực"), blank=True)
    start = models.CharField(max_length=12, blank=True)
    finish = models.CharField(max_length=12, blank=True)
    recurrence = models.CharField(max_length=12, blank=True)
    time_text = models.CharField(max_length=200, blank=True)

    objects = ScopedManager(ward="ward")


class Measure(models.Model):
    """One number that the paper commits to (thước đo), of a target or of a task."""

    class Nature(models.TextChoices):
        RATE = "rate", _("tỷ lệ")
        FLOW = "flow", _("số phát sinh")
        LEVEL = "level", _("mức đạt tới")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="measures")
    section = models.ForeignKey(Section, null=True, on_delete=models.SET_NULL, related_name="measures")
    indicator = models.ForeignKey(Indicator, null=True, on_delete=models.CASCADE, related_name="measures")
    task = models.ForeignKey(Task, null=True, on_delete=models.CASCADE, related_name="measures")
    order = models.PositiveIntegerField()
    name = models.TextField(_("tên"))
    search = models.TextField(editable=False)
    direction = models.CharField(max_length=12)
    low = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    unit = models.CharField(max_length=120, blank=True)
    per = models.CharField(max_length=120, blank=True)
    period = models.CharField(max_length=14)
    year_from = models.PositiveSmallIntegerField(null=True)
    year_to = models.PositiveSmallIntegerField(null=True)
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    nature = models.CharField(_("loại thước đo"), max_length=6, choices=Nature.choices)
    nature_decided = models.BooleanField(default=False)  # False: proposed by rule
    ceiling = models.BooleanField(_("mức trên là trần"), default=False)  # of a range: above it is no better
    baseline = models.DecimalField(_("số gốc"), max_digits=24, decimal_places=6, null=True, blank=True)
    baseline_year = models.PositiveSmallIntegerField(_("năm của số gốc"), null=True, blank=True)
    not_applied_reason = models.TextField(_("lý do chưa áp dụng"), blank=True)
    not_applied_from = models.DateField(null=True, blank=True)
    lead = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.SET_NULL, related_name="measures")
    guarded = models.BooleanField(default=False)
    version_from = models.PositiveSmallIntegerField(default=1)
    version_to = models.PositiveSmallIntegerField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order"]


class Milestone(models.Model):
    """A value that the ward plans for a year on the way to the target (mốc)."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="milestones")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=24, decimal_places=6)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["year"]
        constraints = [models.UniqueConstraint(fields=["measure", "year"], name="one_milestone_a_year")]


class Clause(models.Model):
    """A sentence of the assignment clause (phân công thực hiện), as printed."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="clauses")
    section = models.ForeignKey(Section, null=True, on_delete=models.SET_NULL, related_name="clauses")
    order = models.PositiveIntegerField()
    text = models.TextField()
    leads = models.JSONField(default=list)
    coordinating = models.JSONField(default=list)
    advisory = models.JSONField(default=list)
    reports_to = models.JSONField(default=list)
    spans = models.JSONField(default=list)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order"]


class Finding(models.Model):
    """A point to be looked at (điểm cần rà soát), open until a person decides it on a paper."""

    class State(models.TextChoices):
        OPEN = "open", _("chưa xử lý")
        DECIDED = "decided", _("đã quyết định")
        AWAITING = "awaiting", _("chờ văn bản đính chính")
        DISMISSED = "dismissed", _("không phải lỗi")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="findings")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)
    severity = models.CharField(max_length=8)
    where = models.JSONField(default=list)
    why = models.TextField()
    spans = models.JSONField(default=list)
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    binding = models.PositiveSmallIntegerField(null=True)  # which quote of `where` binds
    decision = models.TextField(blank=True)
    paper = models.CharField(max_length=200, blank=True)  # on what paper
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_by_name = models.CharField(max_length=160, blank=True)  # who took the decision, as the office records it
    decided_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order"]
