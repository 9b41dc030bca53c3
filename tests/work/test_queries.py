import datetime

import pytest

from dondoc.measure.task_state import Timing
from dondoc.work import actions, queries
from dondoc.work.actions import Progress
from dondoc.work.models import Assignment
from dondoc.work.timing import time_of, with_next_deadline
from work.made_programme import TODAY


def of(programme, ref):
    rows = with_next_deadline(Assignment.objects.select_related("task", "ward"))
    return rows.get(task__ref=ref, task__programme=programme)


def give_all(programme, home, code):
    for assignment in Assignment.objects.select_related("task", "ward").filter(task__programme=programme):
        actions.decide_lead(home.office, assignment, home.units[code])


def test_the_task_page_takes_six_queries(programme, home, django_assert_num_queries):
    assignment = queries.of_task(of(programme, "t3").task_id)
    with django_assert_num_queries(5):
        queries.task_page(home.office, assignment, TODAY)
    actions.decide_lead(home.office, of(programme, "t3"), home.units["van-phong-dang-uy"])
    actions.report_progress(home.office, of(programme, "t3"), Progress("in_progress", "Đang"))
    assignment = queries.of_task(assignment.task_id)
    with django_assert_num_queries(6):
        queries.task_page(home.office, assignment, TODAY)
    with django_assert_num_queries(5):
        queries.task_page(home.unit, assignment, TODAY)


def test_my_work_takes_four_queries_however_many_tasks(programme, home, django_assert_num_queries):
    give_all(programme, home, "phong-kinh-te")
    with django_assert_num_queries(4):
        found = queries.mine(home.units["phong-kinh-te"], home.ward, datetime.date(2026, 12, 5))
    assert "t1" in {row.assignment.task.ref for row in found.overdue}
    assert {row.assignment.task.ref for row in found.not_updated} == {"t4"}


def test_the_assigning_page_takes_six_queries(programme, django_assert_num_queries):
    with django_assert_num_queries(6):
        page = queries.assigning_page(programme)
    assert len(page.undecided) == 6
    assert page.proposed >= 4


def test_a_task_that_waits_for_confirmation_is_not_overdue_on_my_work(programme, home):
    give_all(programme, home, "phong-kinh-te")
    actions.report_progress(home.unit, of(programme, "t1"), Progress("done"))
    found = queries.mine(home.units["phong-kinh-te"], home.ward, datetime.date(2027, 5, 1))
    assert [row.assignment.task.ref for row in found.waiting] == ["t1"]


def test_other_units_guarded_items_are_not_listed_for_who_coordinates(programme, home):
    actions.decide_lead(home.office, of(programme, "t4"), home.units["cong-an"], [home.units["phong-kinh-te"]])
    found = queries.mine(home.units["phong-kinh-te"], home.ward, TODAY)
    assert found.coordinating == []


@pytest.mark.parametrize(
    ("ref", "day", "timing"),
    [
        ("t1", datetime.date(2026, 10, 1), Timing.IN_TIME),
        ("t1", datetime.date(2026, 11, 22), Timing.SOON),
        ("t1", datetime.date(2026, 12, 1), Timing.OVERDUE),
        ("t2", datetime.date(2026, 12, 1), Timing.UNDATED),
        ("t4", datetime.date(2026, 12, 1), Timing.NOT_UPDATED),
        ("t6", datetime.date(2026, 12, 1), Timing.UNDATED),
    ],
)
def test_a_task_stands_in_time_by_its_kind(programme, home, ref, day, timing):
    assert time_of(of(programme, ref), home.ward, day).timing == timing


def test_a_monthly_duty_is_soon_due_only_a_week_before(programme, home):
    assignment = of(programme, "t3")
    due = assignment.next_deadline
    assert time_of(assignment, home.ward, due - datetime.timedelta(days=8)).timing == Timing.IN_TIME
    assert time_of(assignment, home.ward, due - datetime.timedelta(days=7)).timing == Timing.SOON
    assert time_of(assignment, home.ward, due + datetime.timedelta(days=1)).timing == Timing.OVERDUE


def test_a_continuous_duty_is_updated_by_a_report_in_the_quarter(programme, home):
    actions.decide_lead(home.office, of(programme, "t4"), home.units["cong-an"])
    actions.report_progress(home.police, of(programme, "t4"), Progress("in_progress", "Đã tuần tra"))
    assert time_of(of(programme, "t4"), home.ward, TODAY).timing == Timing.UPDATED
