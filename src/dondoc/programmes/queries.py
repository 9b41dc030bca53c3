"""Every read of the published programme; each says how many queries it takes.

The rows of later apps (a task's assignment, a measure's standing) are reached by their names on our rows, so
that the page shows how things stand without this app importing those above it.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from dondoc.language.folding import fold
from dondoc.wards.models import Unit, User, Ward
from dondoc.wards.rules import is_unit, reads_ward

from .models import Finding, Indicator, Measure, Programme, Section, Task, Version
from .sorting import MEASURES, TASKS, Column, in_order
from .standing import GROUPS, TaskStanding, of_tasks

CURRENT = Q(version_to=None)


def visible(user: User, lead: str, guarded: str = "guarded") -> Q:
    """Return the filter that keeps defence and police items from all but their lead, leaders, office and inspector."""
    if reads_ward(user):
        return Q()
    if is_unit(user):
        return Q(**{guarded: False}) | Q(**{lead: user.unit_id})
    return Q(**{guarded: False})


def programmes(ward: Ward, user: User) -> QuerySet[Programme]:
    """Return the ward's programmes with their numbers of the measures and tasks that the person sees (1 query)."""
    measures = Q(measures__version_to=None) & visible(user, "measures__lead", "measures__guarded")
    tasks = Q(tasks__version_to=None) & visible(user, "tasks__assignment__lead", "tasks__guarded")
    return Programme.objects.filter(ward=ward).annotate(
        measure_count=Count("measures", filter=measures, distinct=True),
        task_count=Count("tasks", filter=tasks, distinct=True),
        open_findings=Count("findings", filter=Q(findings__state=Finding.State.OPEN), distinct=True),
    )


@dataclass
class Filters:
    """What a person asked to see: text, unit, chapter, state; and in which order."""

    text: str = ""
    unit: int | None = None
    chapter: int | None = None
    state: str = ""
    sort: str = ""

    @property
    def number(self) -> int:
        """Say how many filters leave something out."""
        return sum(map(bool, (self.text, self.unit, self.chapter, self.state)))


@dataclass
class Chapter:
    """A chapter with those of its measures or tasks that are shown; without a section where all stand in one table."""

    section: Section | None
    items: list[Any] = field(default_factory=list)
    good: int = 0
    judged: int = 0


@dataclass
class ProgrammePage:
    """The programme as its page shows it; `counts` add up to `total`, those in `apart` stand beside them."""

    chapters: list[Chapter]
    all_chapters: list[Section]
    units: list[Unit]
    counts: dict[str, int]
    apart: dict[str, int]
    shown: int
    total: int
    columns: dict[str, Column]
    sorted: bool


GOOD = frozenset({"met", "exceeded", "on_track"})
JUDGED = GOOD | {"at_risk", "behind"}
# Worst first: the order in which the counts stand over the list.
MEASURE_ORDER = (
    "behind",
    "at_risk",
    "report_overdue",
    "no_data",
    "not_due",
    "on_track",
    "met",
    "exceeded",
    "not_applied",
    "no_level",
    "overruled",
)
# What is counted beside the groups of tasks.
APART = ("no_lead", "undated")


def measures_page(programme: Programme, user: User, filters: Filters) -> ProgrammePage:
    """Return the measures of a programme by chapter (3 queries)."""
    shown = (
        Measure.objects.filter(CURRENT, visible(user, "lead"), programme=programme)
        .select_related("standing", "lead", "indicator", "task", "section__chapter")
        .order_by("section__order", "order")
    )
    rows = list(shown)
    counts = Counter(status_of(m) for m in rows)
    kept = [m for m in rows if _measure_fits(m, filters)]
    return _page(programme, rows, kept, Table(MEASURES, {k: counts[k] for k in MEASURE_ORDER if counts[k]}), filters)


def status_of(measure: Measure) -> str:
    """Return the verdict that stands, "no_data" before the first one (no query where `standing` is joined)."""
    standing = getattr(measure, "standing", None)
    return standing.status if standing is not None else "no_data"


def _measure_fits(measure: Measure, f: Filters) -> bool:
    words = fold(f.text)
    owner = measure.indicator or measure.task
    return (
        (not words or words in measure.search or (owner is not None and words in owner.search))
        and (not f.unit or measure.lead_id == f.unit)
        and (not f.chapter or (measure.section is not None and measure.section.chapter_id == f.chapter))
        and (not f.state or status_of(measure) == f.state)
    )


def tasks_page(programme: Programme, user: User, filters: Filters, on: datetime.date | None = None) -> ProgrammePage:
    """Return the tasks of a programme by chapter, each with its `standing` (4 queries)."""
    today = on or timezone.localdate()
    tasks = (
        Task.objects.filter(CURRENT, visible(user, "assignment__lead"), programme=programme)
        .select_related("section__chapter")
        .order_by("order")
    )
    standings = of_tasks(programme, today)
    rows = [StandingTask(task, standings.get(task.pk, TaskStanding())) for task in tasks]
    counts = Counter(row.standing.group for row in rows)
    apart = {name: n for name in APART if (n := sum(_stands_apart(row.standing, name) for row in rows))}
    kept = [row for row in rows if _task_fits(row, filters)]
    table = Table(TASKS, {k: counts[k] for k in GROUPS if counts[k]}, apart)
    return _page(programme, rows, kept, table, filters)


@dataclass
class StandingTask:
    """A task with how it stands."""

    task: Task
    standing: TaskStanding

    @property
    def section(self) -> Section | None:
        """Return the section in which the task is printed."""
        return self.task.section


def _stands_apart(standing: TaskStanding, name: str) -> bool:
    return standing.lead is None if name == "no_lead" else standing.undated


def _task_fits(row: StandingTask, f: Filters) -> bool:
    words, task, standing = fold(f.text), row.task, row.standing
    return (
        (not words or words in task.search or words in fold(task.code))
        and (not f.unit or (standing.lead is not None and standing.lead.pk == f.unit))
        and (not f.chapter or (task.section is not None and task.section.chapter_id == f.chapter))
        and (not f.state or (_stands_apart(standing, f.state) if f.state in APART else standing.group == f.state))
    )


@dataclass
class Table:
    """What a table can be sorted by, and how many of its rows stand how."""

    columns: dict[str, Column]
    counts: dict[str, int]
    apart: dict[str, int] = field(default_factory=dict)


def _page(programme: Programme, rows: list[Any], kept: list[Any], table: Table, f: Filters) -> ProgrammePage:
    sections = {s.pk: s for s in programme.sections.all()}
    sorted_ = f.sort.removeprefix("-") in table.columns
    chapters: dict[int | None, Chapter] = {}
    for item in in_order(kept, f.sort, table.columns):
        # Sorted by a head, the rows of all chapters stand in one table.
        key = item.section.chapter_id if item.section and not sorted_ else None
        chapter = chapters.setdefault(key, Chapter(sections.get(key or 0)))
        chapter.items.append(item)
        if isinstance(item, Measure):
            chapter.judged += status_of(item) in JUDGED
            chapter.good += status_of(item) in GOOD
    used = {item.section.chapter_id for item in rows if item.section}
    return ProgrammePage(
        chapters=sorted(chapters.values(), key=lambda c: c.section.order if c.section else -1),
        all_chapters=[s for s in sections.values() if s.pk in used],
        units=list(Unit.objects.filter(ward_id=programme.ward_id, active=True, collective=False)),
        counts=table.counts,
        apart=table.apart,
        shown=len(kept),
        total=len(rows),
        columns=table.columns,
        sorted=sorted_,
    )


def current_version(programme: Programme) -> Version:
    """Return the version that stands (1 query)."""
    return programme.versions.get(number=programme.version)


@dataclass
class Place:
    """An item in the paper: where it begins and ends, what it is called, and its page on the site."""

    start: int
    end: int
    kind: str
    pk: int
    label: str


def places(programme: Programme, user: User) -> list[Place]:
    """Return where the targets, tasks and open findings stand in the current paper, in its order (3 queries).

    Findings are the office's business: a unit gets none (2 queries).
    """
    tasks = Task.objects.filter(CURRENT, visible(user, "assignment__lead"), programme=programme)
    indicators = Indicator.objects.filter(CURRENT, visible(user, "measures__lead"), programme=programme).distinct()
    found: list[Place] = []
    for task in tasks.only("pk", "spans", "code"):
        found += [Place(s[1], s[2], "task", task.pk, task.code) for s in task.spans]
    for indicator in indicators.only("pk", "spans", "label"):
        found += [Place(s[1], s[2], "indicator", indicator.pk, indicator.label) for s in indicator.spans]
    for finding in open_findings(programme) if reads_ward(user) else ():
        found += [Place(s[1], s[2], "finding", finding.pk, finding.why) for s in finding.spans]
    return sorted(found, key=lambda p: (p.start, -p.end))


SEVERITY_ORDER = {"error": 0, "warning": 1, "note": 2}


def open_counts(programme: Programme) -> dict[str, int]:
    """Return how many findings nobody has decided, by severity, errors first (1 query)."""
    rows = programme.findings.filter(state__in=[Finding.State.OPEN, Finding.State.AWAITING])
    counted = dict(rows.order_by().values_list("severity").annotate(n=Count("pk")))
    return {severity: counted[severity] for severity in SEVERITY_ORDER if counted.get(severity)}


def list_findings(programme: Programme) -> list[Finding]:
    """Return every finding, undecided ones first, errors first (1 query)."""
    undecided = {Finding.State.OPEN, Finding.State.AWAITING}
    rows = programme.findings.all()
    return sorted(rows, key=lambda f: (f.state not in undecided, SEVERITY_ORDER.get(f.severity, 3), f.order))


def open_findings(programme: Programme) -> Iterable[Finding]:
    """Return the findings that nobody has decided, errors first (1 query)."""
    rows = programme.findings.filter(state__in=[Finding.State.OPEN, Finding.State.AWAITING])
    return sorted(rows, key=lambda f: (SEVERITY_ORDER.get(f.severity, 3), f.order))
