"""A paper on its way in: the upload, its reading, and every item as a person reviews it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from dondoc.programmes.models import Programme
from dondoc.wards.models import User, Ward


class Upload(models.Model):
    """One file that somebody brought. Of a refused secret paper only who, when and the hash stay."""

    class State(models.TextChoices):
        WAITING = "waiting", _("chờ đọc")
        READING = "reading", _("đang đọc")
        ASKED = "asked", _("chờ xác nhận")  # legacy text converted, or a secrecy mark suspected in a scan
        FAILED = "failed", _("không đọc được")
        REFUSED = "refused", _("từ chối")
        REVIEW = "review", _("đang rà soát")
        PUBLISHED = "published", _("đã công bố")
        DROPPED = "dropped", _("đã bỏ")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    replaces = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(upload_to="intake/%Y/", blank=True, max_length=300)
    filename = models.CharField(_("tên tệp"), max_length=255, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(default=0)
    media_type = models.CharField(max_length=120, blank=True)
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    alive_at = models.DateTimeField(null=True)  # the last sign of life of the process that reads it
    attempts = models.PositiveSmallIntegerField(default=0)
    pages_done = models.PositiveIntegerField(default=0)
    pages_total = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=40, blank=True)  # why it failed or what is asked, as the reader names it
    message = models.TextField(blank=True)
    message_en = models.TextField(blank=True)
    before_conversion = models.TextField(blank=True)
    accepted_conversion = models.BooleanField(default=False)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-id"]


class Review(models.Model):
    """The reading of one upload while people review it; its items are rows of their own."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    upload = models.OneToOneField(Upload, on_delete=models.CASCADE, related_name="review")
    text = models.TextField()
    header = models.JSONField()  # the format's "document"
    layout = models.JSONField(
        default=dict
    )  # pages, lines and tables with their positions, as `child.read_paper` gives them
    notes = models.JSONField(default=list)
    number = models.CharField(_("số"), max_length=60, blank=True)
    no_number = models.BooleanField(_("chưa có số"), default=False)
    date = models.DateField(_("ngày"), null=True, blank=True)
    no_date = models.BooleanField(_("chưa có ngày"), default=False)
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager(ward="ward")


class ReviewItem(models.Model):
    """One item of the reading (or one finding): what was read, and what a person said of it."""

    class Kind(models.TextChoices):
        SECTION = "section", _("mục")
        INDICATOR = "indicator", _("chỉ tiêu")
        TASK = "task", _("nhiệm vụ")
        ASSIGNMENT = "assignment", _("phân công")
        REFERENCE = "reference", _("văn bản viện dẫn")
        RECIPIENT = "recipient", _("nơi nhận")
        DELIVERABLE = "deliverable", _("sản phẩm")
        FINDING = "finding", _("điểm cần rà soát")

    class State(models.TextChoices):
        UNSEEN = "unseen", _("chưa xem")
        ACCEPTED = "accepted", _("đúng")
        EDITED = "edited", _("đã sửa")
        DROPPED = "dropped", _("đã bỏ")

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    ref = models.CharField(max_length=12)  # id in the format; for kinds without ids a letter and the place: "a3", "f12"
    order = models.DecimalField(max_digits=14, decimal_places=6)  # room between two for what is split or added
    data = models.JSONField()  # the format's object
    start = models.PositiveIntegerField(null=True)  # where it begins in the text
    doubtful = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNSEEN)
    focus = models.BooleanField(default=False)
    breakthrough = models.BooleanField(default=False)
    decision = models.JSONField(default=dict)  # of a finding: state, binding, decision, paper, decided_by_name
    revision = models.PositiveIntegerField(default=1)
    seen_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    seen_at = models.DateTimeField(null=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["order", "id"]
        indexes = [models.Index(fields=["review", "kind", "order"], name="review_item_order")]


class ReviewChange(models.Model):
    """One act of reviewing, with the items as they stood before and after it; undo walks it back."""

    ward = models.ForeignKey(Ward, on_delete=models.CASCADE, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="changes")
    verb = models.CharField(max_length=20)
    before = models.JSONField()  # {item pk: row | null}
    after = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone = models.BooleanField(default=False)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-id"]
