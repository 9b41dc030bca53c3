"""Papers that were written: the content with every figure as it stood, and the Word file made from it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_scopes import ScopedManager

from dondoc.programmes.models import Programme
from dondoc.wards.models import User, Ward

from .periods import parse


class Paper(models.Model):
    """One official paper; its snapshot never changes, a corrected one is a new paper."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(_("loại"), max_length=40)  # folder name under kinds/
    period = models.CharField(_("kỳ"), max_length=12)  # "2026-Q3", "2026-H1", "2026", "2026-9M"
    cutoff = models.DateField(_("ngày chốt"))
    number = models.CharField(_("số"), max_length=40, blank=True)
    date = models.DateField(_("ngày"), null=True, blank=True)
    rule = models.CharField(_("thể thức"), max_length=40)
    snapshot = models.JSONField()
    file = models.FileField(upload_to="reports/%Y/")
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager(ward="ward")

    class Meta:
        ordering = ["-id"]

    @property
    def period_label(self) -> str:
        """Return the period in words ("Quý III/2026")."""
        period = parse(self.period)
        return period.label if period else self.period
