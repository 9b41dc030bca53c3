"""What this app does when a programme is published, a finding decided, or the settings of a ward changed."""

from __future__ import annotations

from typing import Any

from django_scopes import scope

from dondoc.programmes.models import Finding, Measure, Programme
from dondoc.wards.models import Ward
from dondoc.work.models import Assignment

from .judging import refresh


def judge_by_new_settings(sender: Any, instance: Ward, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Judge a ward's measures anew when its settings were saved: the threshold of risk may be another."""
    if created or raw:
        return
    with scope(ward=instance):
        refresh(Measure.objects.filter(programme__ward=instance))


def judge_published(sender: Any, programme: Programme, **kwargs: Any) -> None:
    """Give the measures of a published version the units of their tasks, and judge them for the first time."""
    without = Measure.objects.filter(programme=programme, version_to=None, lead=None)
    leads = Assignment.objects.filter(task__programme=programme, lead__isnull=False).values_list("task_id", "lead_id")
    given = dict(leads)
    rows = [one for one in without if one.task_id in given]
    for row in rows:
        row.lead_id = given.get(row.task_id or 0)
    Measure.objects.bulk_update(rows, ["lead"])
    refresh(Measure.objects.filter(programme=programme))


def judge_decided(sender: Any, finding: Finding, **kwargs: Any) -> None:
    """Judge the measures of a programme anew when people decided which of two numbers binds."""
    refresh(Measure.objects.filter(programme=finding.programme_id))
