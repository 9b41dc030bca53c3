"""The audit log: append-only, chained per ward. Knows ward and person by id and name, imports neither."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Chain(models.Model):
    """The head of one ward's chain; locked while an entry is appended. Ward id 0 is the system's own chain."""

    ward_id = models.PositiveBigIntegerField(primary_key=True)
    head = models.CharField(max_length=64, default="")
    length = models.PositiveBigIntegerField(default=0)


class Entry(models.Model):
    """One thing that one person did, with the hash of the entry before it."""

    ward_id = models.PositiveBigIntegerField(db_index=True)
    ward_name = models.CharField(max_length=140, blank=True)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField(_("lúc"))
    actor_id = models.PositiveBigIntegerField(null=True)
    actor_name = models.CharField(_("ai"), max_length=160)
    verb = models.CharField(_("việc"), max_length=60)  # "task.report", "programme.publish"
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=60)
    object_label = models.CharField(_("đối tượng"), max_length=300)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["ward_id", "number"], name="audit_number_in_ward")]
        indexes = [models.Index(fields=["ward_id", "object_type", "object_id"], name="audit_object")]
