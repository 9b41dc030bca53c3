"""The same tasks are counted alike wherever they are counted: overview, list, unit sheet, report, city."""

import datetime
from collections import Counter

import pytest
from django.utils import timezone

from dondoc.dashboards import queries
from dondoc.measure.cadence import report_period
from dondoc.measurement.actions import close_period
from dondoc.papers.kinds.result_report import gathering, text
from dondoc.programmes.queries import APART, Filters, measures_page, tasks_page
from dondoc.programmes.standing import GROUPS, group_of
from dondoc.work import actions
from dondoc.work.models import Assignment, TaskState

LATER = datetime.date(2026, 12, 5)


@pytest.fixture(params=range(len(TaskState)))
def in_every_state(programme, home, request, monkeypatch):
    """The tasks of the programme, each in another state by turns: dated, recurring, undated, without a lead."""
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: LATER)
    rows = list(Assignment.objects.select_related("task", "ward").order_by("task__order"))
    for row, unit in zip(rows, ("phong-kinh-te", "phong-kinh-te", "", "cong-an", ""), strict=False):
        if unit:
            actions.decide_lead(home.office, row, home.units[unit])
    states = list(TaskState)
    for number, row in enumerate(rows):
        Assignment.objects.filter(pk=row.pk).update(state=states[(number + request.param) % len(states)])
    return programme


def segments(bar):
    return {one.state: one.count for one in bar.segments}


def rows_of(page):
    return [row for chapter in page.chapters for row in chapter.items]


def test_the_overview_and_the_list_count_alike(in_every_state, home):
    over = queries.overview(home.ward, LATER)
    page = tasks_page(in_every_state, home.office, Filters(), LATER)
    assert segments(over.tasks) == page.counts
    assert sum(page.counts.values()) == page.total == over.tasks.total == 6
    assert (page.apart.get("no_lead", 0), page.apart.get("undated", 0)) == (over.no_lead, over.undated)
    assert segments(over.measures) == measures_page(in_every_state, home.office, Filters()).counts


def test_a_count_shows_so_many_rows_when_it_is_followed(in_every_state, home):
    page = tasks_page(in_every_state, home.office, Filters(), LATER)
    shown = {
        state: tasks_page(in_every_state, home.office, Filters(state=state), LATER).shown for state in (*GROUPS, *APART)
    }
    assert {state: count for state, count in shown.items() if count} == {**page.counts, **page.apart}


def test_a_unit_has_as_many_on_its_sheet_as_in_the_overview_and_the_list(in_every_state, home):
    units = {row.unit: row for row in queries.overview(home.ward, LATER).units}
    for code in ("phong-kinh-te", "cong-an"):
        unit = home.units[code]
        sheet = queries.unit_sheet(unit, home.ward, LATER)
        listed = Counter(
            row.standing.group for row in rows_of(tasks_page(in_every_state, home.office, Filters(unit=unit.pk), LATER))
        )
        assert sheet.total == listed.total() == units[unit].bar.total
        assert len(sheet.late) == listed["overdue"] == units[unit].counts.get("overdue", 0)
        assert len(sheet.done) == sum(listed[state] for state in ("done", "suspended", "dropped"))
        assert units[unit].counts.get("resting", 0) == listed["suspended"] + listed["dropped"]


def test_the_report_and_the_city_count_the_same_without_what_is_guarded(in_every_state, cast, home):
    rows = [row for row in rows_of(tasks_page(in_every_state, home.office, Filters(), LATER)) if not row.task.guarded]
    listed = Counter(row.standing.group for row in rows)
    data = gathering.gather(
        in_every_state, close_period(home.office, in_every_state, report_period("quarter", 2026, 3))
    )
    assert Counter(line.group for line in data.tasks) == listed
    assert sum(unit.overdue for unit in data.units) == listed["overdue"]
    said = " ".join(block.text for block in text.blocks(data) if hasattr(block, "text"))
    assert f"{listed['done']} nhiệm vụ đã hoàn thành, {listed['overdue']} nhiệm vụ quá hạn." in said
    assert sum(not line.lead for line in data.tasks) == sum(row.standing.lead is None for row in rows)
    ward = next(row for row in queries.city_wards(cast.region.pk, LATER) if row.ward == home.ward)
    assert (ward.tasks, ward.done, ward.overdue) == (len(rows), listed["done"], listed["overdue"])


@pytest.mark.parametrize("state", TaskState.values)
@pytest.mark.parametrize("timing", ["overdue", "soon", "in_time", "undated", "late"])
def test_a_task_is_in_one_group_and_by_its_time_only_while_it_is_open(state, timing):
    pressing = timing in ("overdue", "soon") and state in ("not_started", "in_progress")
    assert group_of(state, timing) == (timing if pressing else state)


def test_nobody_is_asked_to_decide_what_he_reported_himself(programme, home):
    row = Assignment.objects.select_related("task", "ward").get(task__ref="t1")
    actions.decide_lead(home.office, row, home.units["phong-kinh-te"])
    actions.report_progress(home.office, row, actions.Progress("in_progress", "đang làm"))

    def waiting(person):
        return [one.count for one in queries.overview(home.ward, LATER, person).decisions if one.kind == "reports"]

    assert (waiting(home.office), waiting(home.leader)) == ([], [1])
