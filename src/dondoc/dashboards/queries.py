"""What leaders, units and the city see at one look; each query says how many it takes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Case, Count, DateField, F, Prefetch, Q, When
from django.db.models.functions import Coalesce
from django_scopes import scopes_disabled

from dondoc.measure.rollup import RollUp, roll_up
from dondoc.measure.status import WORST_FIRST, Status, urgency
from dondoc.measure.task_state import OnTimeRate, TimeStanding, Timing, finished_standing, on_time_rate
from dondoc.measurement.models import Observation, PeriodClose, Standing
from dondoc.programmes.models import Finding, Measure, Programme
from dondoc.programmes.standing import CLOSED, GROUPS, group_of
from dondoc.wards.models import Unit, User, Ward
from dondoc.work.models import Assignment, ProgressReport, TaskState
from dondoc.work.timing import OPEN, time_of, with_next_deadline

from .charts import StackedBar, counted, stacked

MOST_DECISIONS = 7
MEASURE_ORDER = tuple(status.value for status in WORST_FIRST)
UNIT_ORDER = ("overdue", "soon", "open", "resting", "late", "kept")


@dataclass
class Work:
    """A task with how it stands in time."""

    assignment: Assignment
    time: TimeStanding

    @property
    def group(self) -> str:
        """Return the one group in which the task is counted."""
        return group_of(self.assignment.state, self.time.timing)


@dataclass
class Decision:
    """One thing that asks for a leader: what, how bad, whose, and where to go."""

    kind: str  # measure | task | reports | initial | leads | findings
    text: str = ""
    state: str = ""
    measure: Measure | None = None
    standing: Standing | None = None
    work: Work | None = None
    count: int = 0
    unit: Unit | None = None
    pk: int | None = None


@dataclass
class UnitRow:
    """A unit with its tasks: late, soon, open, at rest, finished late, finished in time by the original deadline."""

    unit: Unit
    bar: StackedBar
    counts: dict[str, int]
    oldest: int  # days of the task that is longest overdue


@dataclass
class Overview:
    """What the overview shows."""

    programmes: list[Programme]
    measures: StackedBar
    tasks: StackedBar
    rollup: RollUp
    undated: int
    no_lead: int
    late_units: int
    decisions: list[Decision]
    units: list[UnitRow]
    close: PeriodClose | None
    with_data: int

    @property
    def behind(self) -> int:
        """How many measures are behind."""
        return self.rollup.counts.get(Status.BEHIND, 0)

    @property
    def at_risk(self) -> int:
        """How many measures are at risk."""
        return self.rollup.counts.get(Status.AT_RISK, 0)

    @property
    def overdue_reports(self) -> int:
        """How many figures are overdue."""
        return self.rollup.counts.get(Status.REPORT_OVERDUE, 0)

    @property
    def resting(self) -> int:
        """How many of the units' tasks are suspended or dropped."""
        return sum(row.counts.get("resting", 0) for row in self.units)

    @property
    def overdue(self) -> int:
        """How many tasks are overdue."""
        return next((one.count for one in self.tasks.segments if one.state == "overdue"), 0)


def current_work(ward: Ward, on: datetime.date, unit: Unit | None = None) -> list[Work]:
    """Return the ward's current tasks with their time (1 query)."""
    rows = Assignment.objects.filter(task__version_to=None).select_related("task", "lead")
    if unit is not None:
        rows = rows.filter(lead=unit)
    return [Work(one, time_of(one, ward, on)) for one in with_next_deadline(rows).order_by("task__order")]


def overview(ward: Ward, on: datetime.date, user: User | None = None) -> Overview:
    """Return the overview of a ward as `user` sees it, who is not asked to decide his own reports (7 queries)."""
    programmes = list(Programme.objects.all())
    standings = list(
        Standing.objects.filter(measure__version_to=None)
        .exclude(status=Status.OVERRULED)
        .select_related("measure__lead")
        .order_by("measure__order")
    )
    work = current_work(ward, on)
    rollup = roll_up((one.status, Decimal(1)) for one in standings)
    close = PeriodClose.objects.defer("figures").order_by("-period_end", "-version").first()
    overdue = [one for one in work if one.group == "overdue"]
    return Overview(
        programmes=programmes,
        measures=stacked(counted(one.status for one in standings), MEASURE_ORDER),
        tasks=stacked(counted(one.group for one in work), GROUPS),
        rollup=rollup,
        undated=sum(one.assignment.undated for one in work),
        no_lead=sum(one.assignment.lead_id is None for one in work),
        late_units=len({one.assignment.lead_id for one in overdue if one.assignment.lead_id}),
        decisions=_decisions(standings, work, user),
        units=_unit_rows(work),
        close=close,
        with_data=sum(one.observed is not None or one.status in MEASURE_ORDER[:2] for one in standings),
    )


def _decisions(standings: list[Standing], work: list[Work], user: User | None) -> list[Decision]:
    """Return at most seven things that ask for a leader: single ones first, then what waits in numbers (3 queries)."""
    waiting = _waiting(work, user)
    room = MOST_DECISIONS - len(waiting)
    bad = [one for one in standings if one.status in (Status.BEHIND, Status.AT_RISK)]
    bad.sort(key=lambda one: (urgency(one.status), one.ratio if one.ratio is not None else Decimal(-1)))
    late = sorted((one for one in work if one.group == "overdue"), key=lambda one: -one.time.days)
    tasks = min(len(late), max(room // 2, room - len(bad)))
    found = [
        Decision("measure", one.measure.name, one.status, one.measure, one, unit=one.measure.lead)
        for one in bad[: room - tasks]
    ]
    found += [
        Decision("task", one.assignment.task.text, "overdue", work=one, unit=one.assignment.lead)
        for one in late[:tasks]
    ]
    return found + waiting


def _waiting(work: list[Work], user: User | None) -> list[Decision]:
    """Return what waits in numbers: reports, initial results, leads, contradictions (3 queries)."""
    found = []
    own = Q(reported_by=user) if user is not None else Q(pk=None)
    reports = ProgressReport.objects.filter(~own, status=ProgressReport.Status.SUBMITTED).count()
    reports += Observation.objects.filter(~own, status=Observation.Status.SUBMITTED, superseded_by=None).count()
    if reports:
        found.append(Decision("reports", count=reports))
    initial = [one.assignment for one in work if one.assignment.awaits_initial]
    if initial:
        found.append(Decision("initial", count=len(initial), pk=initial[0].task.programme_id))
    without = [one.assignment for one in work if one.assignment.lead_id is None]
    if without:
        found.append(Decision("leads", count=len(without), pk=without[0].task.programme_id))
    disputes = Finding.objects.filter(kind="contradiction", state=Finding.State.OPEN)
    programmes = list(disputes.values_list("programme", flat=True))
    if programmes:
        found.append(Decision("findings", count=len(programmes), pk=programmes[0]))
    return found


def _unit_rows(work: list[Work]) -> list[UnitRow]:
    by_unit: dict[int, list[Work]] = {}
    for one in work:
        if one.assignment.lead_id is not None:
            by_unit.setdefault(one.assignment.lead_id, []).append(one)
    widest = max((len(rows) for rows in by_unit.values()), default=1)
    found = []
    for rows in by_unit.values():
        unit = rows[0].assignment.lead
        if unit is None:
            continue
        counts = counted(_unit_group(one) for one in rows)
        oldest = max((one.time.days for one in rows if one.group == "overdue"), default=0)
        found.append(UnitRow(unit, stacked(counts, UNIT_ORDER, widest), counts, oldest))
    return sorted(found, key=lambda row: (-row.counts.get("overdue", 0), -row.counts.get("soon", 0), row.unit.name))


def _unit_group(one: Work) -> str:
    if one.assignment.state == TaskState.DONE:
        return "late" if one.time.timing == Timing.LATE else "kept"
    if one.assignment.state in CLOSED:
        return "resting"
    return one.group if one.group in ("overdue", "soon") else "open"


@dataclass
class UnitSheet:
    """The sheet of a unit: what it is charged with, and whether it is in time."""

    unit: Unit
    rate: OnTimeRate
    late: list[Work]
    open: list[Work]
    done: list[Work]
    measures: list[Measure]
    rollup: RollUp

    @property
    def total(self) -> int:
        """How many tasks the unit leads."""
        return len(self.late) + len(self.open) + len(self.done)


def unit_sheet(unit: Unit, ward: Ward, on: datetime.date) -> UnitSheet:
    """Return the sheet of a unit (3 queries)."""
    work = current_work(ward, on, unit)
    confirmed = Observation.objects.filter(status=Observation.Status.CONFIRMED).order_by("period_end", "version")
    measures = Measure.objects.filter(lead=unit, version_to=None).select_related("standing")
    rows = list(measures.prefetch_related(Prefetch("observations", queryset=confirmed)).order_by("order"))
    for measure in rows:
        newest = {one.period_end: one.value for one in measure.observations.all() if one.value is not None}
        measure.line = list(newest.values())[-8:]  # type: ignore[attr-defined]
    rows.sort(key=lambda one: urgency(one.standing.status) if hasattr(one, "standing") else len(WORST_FIRST))
    late = sorted((one for one in work if one.group == "overdue"), key=lambda one: -one.time.days)
    return UnitSheet(
        unit=unit,
        rate=on_time_rate([_by_original(one, on) for one in work]),
        late=late,
        open=[one for one in work if one not in late and one.assignment.state not in CLOSED],
        done=[one for one in work if one.assignment.state in CLOSED],
        measures=rows,
        rollup=roll_up((one.standing.status, Decimal(1)) for one in rows if hasattr(one, "standing")),
    )


def _by_original(work: Work, on: datetime.date) -> TimeStanding:
    """Tell how a task stands against its original deadline, which is the one the rate counts."""
    one = work.assignment
    due = one.original_deadline
    if due is None or one.awaits_initial:
        return TimeStanding(Timing.UNDATED)
    if one.state == TaskState.DONE:
        return finished_standing(due, one.finished_on or on)
    if due < on and one.state not in CLOSED:
        return TimeStanding(Timing.OVERDUE, (on - due).days)
    return TimeStanding(Timing.IN_TIME)


@dataclass
class WardRow:
    """A ward in the city's list: its measures by verdict and its tasks, without anything guarded."""

    ward: Ward
    measures: dict[str, int] = field(default_factory=dict)
    tasks: int = 0
    done: int = 0
    overdue: int = 0
    programmes: int = 0

    @property
    def bar(self) -> StackedBar:
        """Return the measures as a bar."""
        return stacked(self.measures, MEASURE_ORDER)

    @property
    def rollup(self) -> RollUp:
        """Return the measures rolled up."""
        return roll_up((state, Decimal(1)) for state, count in self.measures.items() for _one in range(count))

    @property
    def behind(self) -> int:
        """How many measures are behind."""
        return self.measures.get(Status.BEHIND, 0)


def city_wards(region_id: int, on: datetime.date) -> list[WardRow]:
    """Return the wards of a region with their counts, those that need help first (4 queries).

    Crosses wards on purpose: the city compares them, and is shown counts and published measures only.
    """
    with scopes_disabled():
        rows = {ward.pk: WardRow(ward) for ward in Ward.objects.filter(region_id=region_id)}
        verdicts = Standing.objects.filter(ward__in=rows, measure__version_to=None, measure__guarded=False)
        counted_verdicts = verdicts.exclude(status=Status.OVERRULED).order_by()
        for ward, status, count in counted_verdicts.values_list("ward", "status").annotate(n=Count("pk")):
            rows[ward].measures[status] = count
        due = Case(
            When(time_kind=Assignment.TimeKind.RECURRING, then="next_deadline"),
            When(time_kind=Assignment.TimeKind.CONTINUOUS, then=None),
            default=Coalesce("extended_deadline", "original_deadline"),
            output_field=DateField(),
        )
        # What fell due before it came here and has no result yet is not late: nobody has been asked (see `awaits_initial`).
        unasked = Q(original_deadline__lt=F("loaded_on"), state=TaskState.NOT_STARTED, reported_at=None)
        late = Q(due__lt=on, state__in=OPEN) & ~unasked
        tasks = Assignment.objects.filter(ward__in=rows, task__version_to=None, task__guarded=False)
        dated = with_next_deadline(tasks).annotate(due=due)
        sums = (
            dated.order_by()
            .values("ward")
            .annotate(n=Count("pk"), done=Count("pk", filter=Q(state=TaskState.DONE)), late=Count("pk", filter=late))
        )
        for one in sums:
            row = rows[one["ward"]]
            row.tasks, row.done, row.overdue = one["n"], one["done"], one["late"]
        for ward, count in (
            Programme.objects.filter(ward__in=rows).order_by().values_list("ward").annotate(n=Count("pk"))
        ):
            rows[ward].programmes = count
    return sorted(rows.values(), key=lambda row: (-row.behind, -row.overdue, row.ward.name))


def city_measures(ward: Ward) -> list[Measure]:
    """Return the published measures of one ward as the city sees them: none that is guarded (1 query)."""
    with scopes_disabled():
        measures = Measure.objects.filter(ward=ward, version_to=None, guarded=False, programme__isnull=False)
        return list(measures.select_related("standing", "programme").order_by("programme", "order"))
