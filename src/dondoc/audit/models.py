"""The audit log: append-only, chained per ward. Knows ward and person by id and name, imports neither."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class Chain(models.Model):
    """The head of one ward's chain; locked while an entry is appended. Ward id 0 is the system's own chain."""

    ward_id = models.PositiveBigIntegerField(primary_key=True)
    head = models.CharField(max_length=64, default="")
    length = models.PositiveBigIntegerField(default=0)


class AppendOnlyError(Exception):
    """Raised on an attempt to change or remove what was written."""


class Entries(models.QuerySet["Entry"]):
    """Entries to be read; what would change or remove them raises AppendOnlyError."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("entries of the audit log are never changed")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("entries of the audit log are never removed")


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
    search = models.TextField(editable=False, default="")  # folded: no accents, lower case; made from the label
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = Entries.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["ward_id", "number"], name="audit_number_in_ward")]
        indexes = [models.Index(fields=["ward_id", "object_type", "object_id"], name="audit_object")]

    def __str__(self) -> str:
        return f"{self.ward_id}/{self.number} {self.verb}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert a new entry; raise AppendOnlyError for one that is already kept."""
        if self.pk is not None:
            raise AppendOnlyError("entries of the audit log are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Raise AppendOnlyError."""
        raise AppendOnlyError("entries of the audit log are never removed")
