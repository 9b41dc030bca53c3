"""Every write on tasks: propose and decide leads, report, confirm, return, set a state, enter initial results."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.audit.actions import record
from dondoc.measure.cadence import due_date
from dondoc.measure.deadlines import TaskTime, occurrences, reports_of, task_time
from dondoc.programmes.models import Clause, Measure, Programme, Task
from dondoc.wards.access import require
from dondoc.wards.models import Unit, User, Ward
from dondoc.wards.storage import transaction_with_files

from .evidence import MOST_FILES, keep_file
from .models import Assignment, Evidence, Occurrence, ProgressReport, TaskState
from .proposing import Proposer

Report = ProgressReport
REPORTABLE = (TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.DONE)
RESTING = (TaskState.SUSPENDED, TaskState.DROPPED)


@transaction.atomic
def propose_leads(programme: Programme) -> list[Assignment]:
    """Give every task of the current version its assignment, its time and a proposed lead; decided ones are kept."""
    tasks = list(Task.objects.filter(programme=programme, version_to=None))
    units = Unit.objects.filter(ward_id=programme.ward_id)
    urban = programme.ward.kind == Ward.Kind.WARD
    proposer = Proposer(
        units, list(Clause.objects.filter(programme=programme)), programme.sections.all(), tasks, urban=urban
    )
    kept = {one.task_id: one for one in Assignment.objects.filter(task__programme=programme)}
    coordinating: dict[int, tuple[Unit, ...]] = {}
    for task in tasks:
        proposal = proposer.propose(task)
        row = kept.get(task.pk) or Assignment(ward_id=programme.ward_id, task=task, loaded_on=timezone.localdate())
        row.proposed_lead, row.proposed_why, row.proposed_sure = proposal.lead, proposal.why, proposal.sure
        if row.pk is None:
            kept[task.pk], coordinating[task.pk] = row, proposal.coordinating
        _set_time(row, task)
    fresh = [row for row in kept.values() if row.pk is None]
    Assignment.objects.bulk_create(fresh)
    standing = [row for row in kept.values() if row not in fresh]
    Assignment.objects.bulk_update(
        standing, ["proposed_lead", "proposed_why", "proposed_sure", "time_kind", "original_deadline"]
    )
    Through = Assignment.coordinating.through
    Through.objects.bulk_create(
        Through(assignment_id=row.pk, unit_id=unit.pk) for row in fresh for unit in coordinating[row.task_id]
    )
    _plan_occurrences(programme, tasks, kept)
    return list(kept.values())


def _set_time(row: Assignment, task: Task) -> None:
    """Set what kind of time a task has; the first deadline that was set never moves."""
    time = _time_of(task)
    row.time_kind = time.kind
    if row.original_deadline is None:
        row.original_deadline = time.deadline


def _time_of(task: Task) -> TaskTime:
    try:
        return task_time(task.start, task.finish, task.recurrence)
    except ValueError:  # a date that a person typed and no rule understands is no deadline
        return TaskTime("undated")


def _plan_occurrences(programme: Programme, tasks: Iterable[Task], assignments: dict[int, Assignment]) -> None:
    # What fell due before the programme came here cannot be reported here, and would only be red by mistake.
    today = timezone.localdate()
    first = max(programme.date or datetime.date(programme.term_from, 1, 1), today)
    last = datetime.date(programme.term_to, 12, 31)
    planned = []
    for task in tasks:
        row = assignments[task.pk]
        if row.time_kind == Assignment.TimeKind.RECURRING:
            planned += [(row, one, one.end) for one in occurrences(task.recurrence, first, last)]
        elif row.time_kind == Assignment.TimeKind.CONTINUOUS:
            planned += [(row, one, due_date(one)) for one in reports_of(first, last)]
    Occurrence.objects.bulk_create(
        [
            Occurrence(ward_id=row.ward_id, assignment=row, start=one.start, end=one.end, label=one.label, deadline=due)
            for row, one, due in planned
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def decide_lead(user: User, assignment: Assignment, lead: Unit, coordinating: Sequence[Unit] | None = None) -> None:
    """Give a task its one lead; raise PermissionDenied, or ValidationError for a unit that cannot lead."""
    require(user, "work.decide_lead", assignment)
    if lead.ward_id != assignment.ward_id or lead.collective or not lead.active:
        raise ValidationError(_("Chủ trì phải là một đơn vị cụ thể của địa phương."))
    before = assignment.lead
    assignment.lead = lead
    assignment.proposed_by_rule = lead.pk == assignment.proposed_lead_id
    assignment.decided_by, assignment.decided_at = user, timezone.now()
    assignment.save(update_fields=["lead", "proposed_by_rule", "decided_by", "decided_at"])
    if coordinating is not None:
        assignment.coordinating.set([unit for unit in coordinating if unit != lead])
    else:
        assignment.coordinating.remove(lead)
    Measure.objects.filter(task_id=assignment.task_id).update(lead=lead)
    record(
        ward=assignment.ward,
        actor=user,
        verb="task.lead",
        target=assignment.task,
        label=_label(assignment),
        data={"before": before and before.name, "after": lead.name, "proposed": assignment.proposed_by_rule},
    )


@transaction.atomic
def decide_leads(user: User, choices: dict[int, Unit]) -> int:
    """Give many tasks their leads at once, by the pk of their assignments; return how many were given."""
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("task", "ward").filter(pk__in=choices)
    for row in rows:
        decide_lead(user, row, choices[row.pk])
    return len(rows)


@transaction.atomic
def decide_measure_leads(user: User, programme: Programme, choices: dict[int, Unit]) -> int:
    """Give measures the unit that reports their figures, by their pk; return how many were given."""
    require(user, "work.decide_lead", programme)
    measures = Measure.objects.filter(programme=programme, pk__in=choices)
    for measure in measures:
        unit = choices[measure.pk]
        if unit.ward_id != programme.ward_id or unit.collective:
            raise ValidationError(_("Đơn vị báo số liệu phải là một đơn vị cụ thể của địa phương."))
        before, measure.lead = measure.lead, unit
        measure.save(update_fields=["lead"])
        data = {"before": before and before.name, "after": unit.name}
        record(ward=programme.ward, actor=user, verb="measure.lead", target=measure, label=measure.name, data=data)
    return len(measures)


@dataclass(frozen=True)
class Progress:
    """What is reported: the state reached, in words, the day it was finished, for which occurrence, with which files."""

    state: str
    text: str = ""
    finished_on: datetime.date | None = None
    occurrence: Occurrence | None = None
    files: Sequence[Any] = field(default=())


@transaction_with_files()
def report_progress(user: User, assignment: Assignment, progress: Progress) -> ProgressReport:
    """Report on a task; raise PermissionDenied, or ValidationError with one sentence for what does not fit."""
    require(user, "work.report", assignment)
    assignment = _locked(assignment)
    _must_fit(assignment, progress)
    now = timezone.now()
    report = Report.objects.create(
        ward_id=assignment.ward_id,
        assignment=assignment,
        occurrence=progress.occurrence,
        state=progress.state,
        text=progress.text,
        finished_on=_finished_on(progress),
        unit_id=user.unit_id,
        reported_by=user,
        reported_at=now,
    )
    for file in progress.files:
        keep_file(
            file, user, ward_id=assignment.ward_id, unit_id=assignment.lead_id,
            guarded=assignment.task.guarded, report=report,
        )  # fmt: skip
    _advance(assignment, progress.occurrence, progress.state, awaiting=True)
    assignment.reported_at = now
    assignment.save(update_fields=["state", "reported_at"])
    data = {"report": report.pk, "state": progress.state, "files": [one.sha256 for one in report.evidence.all()]}
    record(
        ward=assignment.ward,
        actor=user,
        verb="task.report",
        target=assignment.task,
        label=_label(assignment),
        data=data,
    )
    return report


def _must_fit(assignment: Assignment, progress: Progress) -> None:
    if assignment.state in RESTING:
        raise ValidationError(_("Nhiệm vụ đang tạm dừng hoặc không còn phù hợp nên không nhận báo cáo."))
    if progress.state not in REPORTABLE:
        raise ValidationError(_("Chọn tình hình thực hiện."))
    if progress.finished_on and progress.finished_on > timezone.localdate():
        raise ValidationError(_("Ngày hoàn thành nằm sau hôm nay."))
    if progress.occurrence is not None and progress.occurrence.assignment_id != assignment.pk:
        raise ValidationError(_("Kỳ báo cáo không thuộc nhiệm vụ này."))
    if progress.state == TaskState.IN_PROGRESS and not progress.text.strip():
        raise ValidationError(_("Ghi kết quả đến nay bằng một, hai câu."))
    if len(progress.files) > MOST_FILES:
        raise ValidationError(_("Mỗi báo cáo kèm nhiều nhất 10 tệp."))


def _finished_on(progress: Progress) -> datetime.date | None:
    return (progress.finished_on or timezone.localdate()) if progress.state == TaskState.DONE else None


def _advance(assignment: Assignment, occurrence: Occurrence | None, state: str, *, awaiting: bool) -> None:
    """Move a task, or one occurrence of it, to the state reported; what is said to be done awaits confirmation."""
    reached = TaskState.AWAITING if awaiting and state == TaskState.DONE else TaskState(state)
    if occurrence is None:
        assignment.state = reached
        return
    occurrence.state = reached
    occurrence.save(update_fields=["state", "finished_on"])
    if assignment.state == TaskState.NOT_STARTED and state != TaskState.NOT_STARTED:
        assignment.state = TaskState.IN_PROGRESS


@transaction.atomic
def confirm(user: User, report: ProgressReport) -> None:
    """Confirm a report; raise PermissionDenied for one's own, ValidationError for one already decided."""
    assignment = _decide(user, report, Report.Status.CONFIRMED)
    if report.occurrence is not None:
        report.occurrence.finished_on = report.finished_on
    else:
        assignment.finished_on = report.finished_on
    _advance(assignment, report.occurrence, report.state, awaiting=False)
    assignment.save(update_fields=["state", "finished_on"])
    data = {"report": report.pk, "state": report.state}
    record(
        ward=report.ward, actor=user, verb="task.confirm", target=assignment.task, label=_label(assignment), data=data
    )


@transaction.atomic
def return_report(user: User, report: ProgressReport, reason: str) -> None:
    """Return a report with a reason; the task goes on."""
    if not reason.strip():
        raise ValidationError(_("Ghi lý do trả lại."))
    assignment = _decide(user, report, Report.Status.RETURNED, reason.strip())
    _advance(assignment, report.occurrence, TaskState.IN_PROGRESS, awaiting=False)
    assignment.save(update_fields=["state"])
    data = {"report": report.pk, "reason": report.reason}
    record(
        ward=report.ward, actor=user, verb="task.return", target=assignment.task, label=_label(assignment), data=data
    )


def _decide(user: User, report: ProgressReport, status: str, reason: str = "") -> Assignment:
    require(user, "work.confirm", report)
    assignment = _locked(report.assignment)
    report.refresh_from_db(fields=["status"])
    if report.status != Report.Status.SUBMITTED:
        raise ValidationError(_("Báo cáo này đã được xử lý."))
    report.status, report.reason = status, reason
    report.decided_by, report.decided_at = user, timezone.now()
    report.save(update_fields=["status", "reason", "decided_by", "decided_at"])
    return assignment


@transaction.atomic
def set_state(user: User, assignment: Assignment, state: str, reason: str = "") -> None:
    """Suspend a task, drop it, or take it up again, with a reason."""
    require(user, "work.set_state", assignment)
    if state not in (*RESTING, TaskState.IN_PROGRESS, TaskState.NOT_STARTED):
        raise ValidationError(_("Chọn một trạng thái."))
    if not reason.strip():
        raise ValidationError(_("Ghi lý do."))
    assignment = _locked(assignment)
    before, assignment.state, assignment.state_reason = assignment.state, state, reason.strip()
    assignment.save(update_fields=["state", "state_reason"])
    data = {"before": before, "after": state, "reason": reason.strip()}
    record(
        ward=assignment.ward, actor=user, verb="task.state", target=assignment.task, label=_label(assignment), data=data
    )


@dataclass(frozen=True)
class InitialResult:
    """What had come of a row whose deadline had passed when the programme was loaded."""

    assignment: int
    state: str
    finished_on: datetime.date | None = None
    text: str = ""


@transaction.atomic
def enter_initial_results(user: User, programme: Programme, results: Sequence[InitialResult]) -> int:
    """Record what had come of rows that fell due before the programme was loaded; return how many."""
    require(user, "work.enter_initial_results", programme)
    given = {one.assignment: one for one in results}
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("task", "ward")
    rows = rows.filter(pk__in=given, task__programme=programme)
    for row in rows:
        result = given[row.pk]
        if result.state not in (*REPORTABLE, *RESTING):
            raise ValidationError(_("Chọn tình hình thực hiện."))
        done = result.state == TaskState.DONE
        row.state, row.finished_on = result.state, (result.finished_on or row.original_deadline) if done else None
        row.reported_at = timezone.now()
        row.save(update_fields=["state", "finished_on", "reported_at"])
        Report.objects.create(
            ward_id=row.ward_id, assignment=row, state=result.state, text=result.text, finished_on=row.finished_on,
            status=Report.Status.INITIAL, reported_by=user, reported_at=row.reported_at,
        )  # fmt: skip
        data = {"state": result.state, "finished_on": row.finished_on}
        record(ward=row.ward, actor=user, verb="task.initial", target=row.task, label=_label(row), data=data)
    return len(rows)


def note_download(user: User, evidence: Evidence) -> None:
    """Write that somebody opened a file of a guarded item."""
    if evidence.guarded:
        record(ward=evidence.ward, actor=user, verb="evidence.open", target=evidence, label=evidence.filename)


def _locked(assignment: Assignment) -> Assignment:
    return Assignment.objects.select_for_update(of=("self",)).select_related("task", "ward").get(pk=assignment.pk)


def _label(assignment: Assignment) -> str:
    return f"{assignment.task.code} {assignment.task.text}"[:280]
