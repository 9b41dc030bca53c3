import datetime
from decimal import Decimal as D

import pytest

from dondoc.dashboards import queries
from dondoc.measure.cadence import report_period
from dondoc.measurement import actions as figures
from dondoc.measurement.actions import Figure
from dondoc.measurement.models import Standing
from dondoc.programmes.models import Measure
from dondoc.work import actions
from dondoc.work.actions import Progress
from dondoc.work.models import Assignment

TODAY = datetime.date(2026, 12, 5)
Q3 = report_period("quarter", 2026, 3)


def of(programme, ref):
    return Assignment.objects.select_related("task", "ward").get(task__ref=ref, task__programme=programme)


@pytest.fixture
def at_work(programme, home):
    """Two units at work: one task overdue, one measure behind."""
    actions.decide_lead(home.office, of(programme, "t1"), home.units["phong-kinh-te"])
    actions.decide_lead(home.office, of(programme, "t4"), home.units["cong-an"])
    Measure.objects.filter(name__icontains="trực tuyến").update(lead=home.units["phong-van-hoa"])
    measure = Measure.objects.select_related("ward", "programme").get(name__icontains="trực tuyến")
    figures.confirm_figure(home.leader, figures.report_figure(home.other_unit, measure, Figure(Q3, D(60))))
    return programme


def test_the_overview_takes_seven_queries_and_says_what_it_rests_on(at_work, home, django_assert_num_queries):
    with django_assert_num_queries(7):
        page = queries.overview(home.ward, TODAY)
    assert (page.behind, page.overdue, page.late_units) == (1, 2, 1)
    assert (page.rollup.total, page.rollup.rests_on, page.with_data) == (4, 1, 1)
    assert page.no_lead == 4
    assert page.tasks.total == 6
    assert page.measures.total == 4


def test_what_fell_due_before_it_came_here_is_not_counted_as_overdue(at_work, home):
    late = [one for one in queries.current_work(home.ward, TODAY) if one.group == "overdue"]
    assert [one.assignment.task.ref for one in late] == ["t1", "t3"]


def test_at_most_seven_things_ask_for_a_decision_measures_first(at_work, home):
    page = queries.overview(home.ward, TODAY)
    assert [one.kind for one in page.decisions] == ["measure", "task", "task", "initial", "leads"]
    assert page.decisions[0].unit == home.units["phong-van-hoa"]
    Standing.objects.update(status="behind")
    assert len(queries.overview(home.ward, TODAY).decisions) <= 7


def test_units_stand_worst_first(at_work, home):
    page = queries.overview(home.ward, TODAY)
    assert [row.unit.code for row in page.units] == ["phong-kinh-te", "cong-an"]
    assert page.units[0].counts == {"overdue": 1}
    assert page.units[0].oldest == 5


def test_a_unit_sheet_takes_three_queries_and_counts_by_the_original_deadline(at_work, home, django_assert_num_queries):
    with django_assert_num_queries(2):
        sheet = queries.unit_sheet(home.units["phong-kinh-te"], home.ward, TODAY)
    assert (sheet.rate.kept, sheet.rate.late) == (0, 1)
    with django_assert_num_queries(3):
        other = queries.unit_sheet(home.units["phong-van-hoa"], home.ward, TODAY)
    assert other.measures[0].line == [D(60)]
    report = actions.report_progress(
        home.unit, of(at_work, "t1"), Progress("done", finished_on=datetime.date(2026, 1, 9))
    )
    actions.confirm(home.leader, report)
    assert queries.unit_sheet(home.units["phong-kinh-te"], home.ward, TODAY).rate.kept == 1


def test_the_city_compares_counts_without_what_is_guarded(at_work, cast, home, django_assert_num_queries):
    with django_assert_num_queries(4):
        rows = queries.city_wards(cast.region.pk, TODAY)
    assert [row.ward for row in rows] == [home.ward, cast.next_door.ward]
    row = rows[0]
    assert (row.tasks, row.overdue, row.behind, row.bar.total) == (5, 2, 1, 4)  # late: t1, and a turn of t3
    Measure.objects.filter(name__icontains="trực tuyến").update(guarded=True)
    assert queries.city_wards(cast.region.pk, TODAY)[0].behind == 0
    assert len(queries.city_measures(home.ward)) == 3
