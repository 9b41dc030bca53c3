"""Tells the programme's page how its tasks stand."""

from __future__ import annotations

import datetime

from django.db.models import OuterRef, Subquery

from dondoc.programmes.models import Programme
from dondoc.programmes.standing import TaskStanding

from .models import Assignment, ProgressReport
from .timing import time_of, with_next_deadline


def of_programme(programme: Programme, on: datetime.date) -> dict[int, TaskStanding]:
    """Return how every task of `programme` stands at the day `on`, by the task's key (1 query)."""
    said = ProgressReport.objects.filter(assignment=OuterRef("pk")).exclude(status=ProgressReport.Status.RETURNED)
    rows = (
        with_next_deadline(Assignment.objects.filter(task__programme=programme))
        .select_related("lead", "task", "ward")
        .annotate(result=Subquery(said.values("text")[:1]))
    )
    return {
        row.task_id: TaskStanding(
            lead=row.lead,
            state=row.state,
            time=time_of(row, row.ward, on),
            original_deadline=row.original_deadline,
            extended_deadline=row.extended_deadline,
            result=row.result or "",
            undated=row.undated,
            awaits_initial=row.awaits_initial,
        )
        for row in rows
    }
