"""How a task stands in time today, with its ward's settings; the arithmetic is in `dondoc.measure.task_state`."""

from __future__ import annotations

import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from dondoc.measure.cadence import period_at
from dondoc.measure.task_state import RESTING, TimeStanding, Timing, time_standing
from dondoc.wards.models import Ward

from .models import Assignment, Occurrence, TaskState

OPEN = (TaskState.NOT_STARTED, TaskState.IN_PROGRESS)


def with_next_deadline(assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Annotate `next_deadline`: that of the earliest open occurrence of a recurring task (no query of its own)."""
    following = Occurrence.objects.filter(assignment=OuterRef("pk"), state__in=OPEN).order_by("deadline")
    return assignments.annotate(next_deadline=Subquery(following.values("deadline")[:1]))


def time_of(assignment: Assignment, ward: Ward, on: datetime.date) -> TimeStanding:
    """Tell how a task stands at the day `on`; recurring ones need `with_next_deadline`."""
    if assignment.awaits_initial:
        return TimeStanding(Timing.UNDATED)
    if assignment.time_kind == Assignment.TimeKind.CONTINUOUS:
        return _updated(assignment, on)
    if assignment.time_kind == Assignment.TimeKind.RECURRING and assignment.state not in RESTING:
        following = getattr(assignment, "next_deadline", None)
        if following is None:
            return TimeStanding(Timing.IN_TIME)
        return time_standing(TaskState.IN_PROGRESS, following, on, soon_days=soon_days(assignment, ward))
    return time_standing(
        assignment.state,
        assignment.original_deadline,
        on,
        extended=assignment.extended_deadline,
        finished=assignment.finished_on,
        soon_days=ward.soon_days,
    )


def soon_days(assignment: Assignment, ward: Ward) -> int:
    """Return how many days before its deadline a task is "sắp đến hạn": fewer for a monthly duty."""
    return ward.soon_days_monthly if assignment.task.recurrence == "monthly" else ward.soon_days


def _updated(assignment: Assignment, on: datetime.date) -> TimeStanding:
    """Tell whether a continuous duty was reported on in this quarter; it is never late as a task."""
    quarter = period_at("quarter", on)
    last = timezone.localtime(assignment.reported_at).date() if assignment.reported_at else None
    return TimeStanding(Timing.UPDATED if last and last >= quarter.start else Timing.NOT_UPDATED)
