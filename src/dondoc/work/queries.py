"""Every read of tasks; each says how many queries it takes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from dondoc.audit.models import Entry
from dondoc.audit.sentences import read
from dondoc.measure.task_state import TimeStanding, Timing, time_standing
from dondoc.programmes.models import Measure, Programme, Task
from dondoc.programmes.standing import CLOSED, TaskStanding, group_of
from dondoc.wards.models import Unit, User, Ward
from dondoc.wards.rules import reads_ward

from .models import Assignment, Evidence, Occurrence, ProgressReport, TaskState
from .proposing import Proposal, Proposer
from .timing import OPEN, soon_days, time_of, with_next_deadline

SHOWN_OCCURRENCES = 12
SHOWN_ENTRIES = 50


@dataclass
class Row:
    """A task in a list, with how it stands in time."""

    assignment: Assignment
    time: TimeStanding
    occurrence: Occurrence | None = None
    report: ProgressReport | None = None

    @property
    def deadline(self) -> datetime.date | None:
        """Return the day the row is due."""
        return self.occurrence.deadline if self.occurrence else self.assignment.deadline


def visible(user: User, assignments: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """Leave out defence and police items that are not the person's own (no query)."""
    if reads_ward(user):
        return assignments
    return assignments.filter(Q(task__guarded=False) | Q(lead_id=user.unit_id, lead__isnull=False))


def of_task(pk: int) -> Assignment | None:
    """Return the assignment of a task with all that its page names (1 query)."""
    related = ("ward", "lead", "proposed_lead", "decided_by", "task__programme", "task__section__chapter")
    return Assignment.objects.select_related(*related).filter(task_id=pk).first()


@dataclass
class TaskPage:
    """What the page of a task shows."""

    assignment: Assignment
    time: TimeStanding
    coordinating: list[Unit]
    reports: list[ProgressReport]
    occurrences: list[Row]
    measures: list[Measure]
    history: list[tuple[Entry, str]] = field(default_factory=list)

    @property
    def shown_timing(self) -> str:
        """Return the time that is said beside the state: not late or due while a report waits, as in the lists."""
        return TaskStanding(state=self.assignment.state, time=self.time).shown_timing

    @property
    def waiting(self) -> ProgressReport | None:
        """Return the newest report that waits for a decision."""
        return next((one for one in self.reports if one.status == ProgressReport.Status.SUBMITTED), None)


def task_page(user: User, assignment: Assignment, on: datetime.date) -> TaskPage:
    """Return all of a task's page (6 queries, 5 for those who do not read the history)."""
    ward = assignment.ward
    occurrences = list(assignment.occurrences.all())
    following = next((one.deadline for one in occurrences if one.state in OPEN), None)
    assignment.next_deadline = following  # type: ignore[attr-defined]
    reports = assignment.reports.select_related("reported_by", "decided_by", "unit", "occurrence")
    measures = assignment.task.measures.filter(version_to=None).select_related("standing")
    return TaskPage(
        assignment=assignment,
        time=time_of(assignment, ward, on),
        coordinating=list(assignment.coordinating.all()),
        reports=list(reports.prefetch_related("evidence")),
        occurrences=_occurrence_rows(assignment, occurrences, ward, on),
        measures=list(measures),
        history=_history(assignment) if reads_ward(user) else [],
    )


def _history(assignment: Assignment) -> list[tuple[Entry, str]]:
    """Return what was done, newest first, each with its sentence (1 query)."""
    entries = Entry.objects.filter(
        ward_id=assignment.ward_id, object_type="programmes.task", object_id=str(assignment.task_id)
    )
    return [(entry, read(entry)) for entry in entries.order_by("-number")[:SHOWN_ENTRIES]]


def _occurrence_rows(assignment: Assignment, rows: list[Occurrence], ward: Ward, on: datetime.date) -> list[Row]:
    begun = [one for one in rows if one.start <= on]
    shown = begun[-SHOWN_OCCURRENCES:] + rows[len(begun) : len(begun) + 1]
    return [Row(assignment, occurrence_time(one, assignment, ward, on), one) for one in reversed(shown)]


def occurrence_time(occurrence: Occurrence, assignment: Assignment, ward: Ward, on: datetime.date) -> TimeStanding:
    """Tell how one occurrence stands in time (no query)."""
    return time_standing(
        occurrence.state,
        occurrence.deadline,
        on,
        finished=occurrence.finished_on,
        soon_days=soon_days(assignment, ward),
    )


@dataclass
class Mine:
    """What a unit owes: its tasks in the order of urgency, each once."""

    overdue: list[Row] = field(default_factory=list)
    returned: list[Row] = field(default_factory=list)
    soon: list[Row] = field(default_factory=list)
    not_updated: list[Row] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)
    waiting: list[Row] = field(default_factory=list)
    done: list[Row] = field(default_factory=list)
    coordinating: list[Row] = field(default_factory=list)


def mine(unit: Unit, ward: Ward, on: datetime.date) -> Mine:
    """Return the tasks of a unit in their groups (4 queries)."""
    current = Assignment.objects.filter(task__version_to=None).select_related("task__programme", "lead")
    led = list(with_next_deadline(current.filter(lead=unit)).order_by("original_deadline", "task__order"))
    returned = _returned(led)
    due = _due_occurrences(led)
    found = Mine()
    for assignment in led:
        row = Row(assignment, time_of(assignment, ward, on), due.get(assignment.pk), returned.get(assignment.pk))
        _group(found, row).append(row)
    found.overdue.sort(key=lambda row: -row.time.days)
    found.soon.sort(key=lambda row: row.time.days)
    helped = with_next_deadline(current.filter(coordinating=unit)).order_by("original_deadline", "task__order")
    found.coordinating = [Row(one, time_of(one, ward, on)) for one in visible_to_unit(helped, unit)]
    return found


def visible_to_unit(assignments: QuerySet[Assignment], unit: Unit) -> QuerySet[Assignment]:
    """Leave out defence and police items that another unit leads (no query)."""
    return assignments.filter(Q(task__guarded=False) | Q(lead=unit))


def _group(found: Mine, row: Row) -> list[Row]:
    """Return the group a row belongs to, the most urgent that fits."""
    state = row.assignment.state
    if row.report is not None:
        return found.returned
    if state in CLOSED:
        return found.done
    group = group_of(state, row.time.timing)
    pressing = {"overdue": found.overdue, "soon": found.soon, "awaiting": found.waiting}
    if group in pressing:
        return pressing[group]
    return found.not_updated if row.time.timing == Timing.NOT_UPDATED else found.others


def _returned(assignments: Iterable[Assignment]) -> dict[int, ProgressReport]:
    """Return the tasks whose newest report was returned (1 query)."""
    newest: dict[int, ProgressReport] = {}
    for report in ProgressReport.objects.filter(assignment__in=list(assignments)).order_by("reported_at", "pk"):
        newest[report.assignment_id] = report
    return {pk: one for pk, one in newest.items() if one.status == ProgressReport.Status.RETURNED}


def _due_occurrences(assignments: Iterable[Assignment]) -> dict[int, Occurrence]:
    """Return the earliest open occurrence of each recurring task (1 query)."""
    recurring = [one.pk for one in assignments if one.time_kind == Assignment.TimeKind.RECURRING]
    found: dict[int, Occurrence] = {}
    for one in Occurrence.objects.filter(assignment__in=recurring, state__in=OPEN).order_by("deadline"):
        found.setdefault(one.assignment_id, one)
    return found


def reports_to_decide(user: User) -> list[ProgressReport]:
    """Return the reports that wait for a decision by somebody other than their reporter, oldest first (2 queries)."""
    waiting = ProgressReport.objects.filter(status=ProgressReport.Status.SUBMITTED).exclude(reported_by=user)
    related = ("assignment__task", "assignment__lead", "assignment__ward", "reported_by", "unit", "occurrence")
    return list(waiting.select_related(*related).prefetch_related("evidence").order_by("reported_at"))


@dataclass
class AssigningPage:
    """What is left to assign in a programme: tasks without a decided lead, and measures nobody reports on."""

    undecided: list[Assignment]
    measures: list[tuple[Measure, Proposal]]
    decided: int
    units: list[Unit]

    @property
    def proposed(self) -> int:
        """How many of the tasks come with a proposal."""
        return sum(one.proposed_lead_id is not None for one in self.undecided)


def assigning_page(programme: Programme) -> AssigningPage:
    """Return the page on which leads are decided (6 queries)."""
    rows = Assignment.objects.filter(task__programme=programme, task__version_to=None)
    undecided = rows.filter(lead=None).select_related("task__section", "proposed_lead").order_by("task__order")
    measures = Measure.objects.filter(programme=programme, version_to=None, lead=None, task=None)
    units = choosable_units(programme.ward_id)
    urban = programme.ward.kind == Ward.Kind.WARD
    proposer = Proposer(units, list(programme.clauses.all()), programme.sections.all(), [], urban=urban)
    return AssigningPage(
        undecided=list(undecided),
        measures=[
            (one, proposer.propose(_as_task(one))) for one in measures.select_related("indicator").order_by("order")
        ],
        decided=rows.exclude(lead=None).count(),
        units=units,
    )


def _as_task(measure: Measure) -> Task:
    """Return a target as the proposer reads tasks: its words and where they stand (no query)."""
    text = measure.indicator.text if measure.indicator else measure.name
    return Task(text=text, section_id=measure.section_id)


def choosable_units(ward_id: int) -> list[Unit]:
    """Return the units that may lead: active, and no collective name (1 query)."""
    return list(Unit.objects.filter(ward_id=ward_id, active=True, collective=False).order_by("name"))


def awaiting_initial(programme: Programme) -> list[Assignment]:
    """Return the tasks that fell due before they came here and have no result yet (1 query)."""
    rows = Assignment.objects.filter(
        task__programme=programme, task__version_to=None, original_deadline__isnull=False, reported_at=None,
        state=TaskState.NOT_STARTED,
    ).select_related("task", "lead").order_by("original_deadline", "task__order")  # fmt: skip
    return [one for one in rows if one.awaits_initial]


def evidence_file(pk: int) -> Evidence | None:
    """Return an evidence file of the ward in scope (1 query)."""
    return Evidence.objects.select_related("ward").filter(pk=pk).first()
