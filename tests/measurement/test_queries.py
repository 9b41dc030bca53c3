import datetime
from decimal import Decimal as D

from dondoc.dashboards.queries import overview
from dondoc.measure.cadence import report_period
from dondoc.measurement import actions, judging, queries
from dondoc.measurement.actions import Figure
from dondoc.measurement.closing import frozen_figures
from dondoc.measurement.models import Standing
from dondoc.measurement.tasks import refresh_standings
from dondoc.programmes.actions import decide_finding
from dondoc.programmes.models import Finding, Measure
from dondoc.wards.actions import change_settings

Q3 = report_period("quarter", 2026, 3)
TODAY = datetime.date(2026, 11, 22)


def test_judging_takes_the_same_queries_however_many_measures(programme, django_assert_num_queries):
    with django_assert_num_queries(6):
        judging.refresh(Measure.objects.all())


def test_the_measure_page_takes_a_constant_number_of_queries(programme, home, django_assert_num_queries):
    pk = Measure.objects.get(name__icontains="trực tuyến").pk
    with django_assert_num_queries(3):
        measure = queries.find_measure(pk)
    with django_assert_num_queries(6):
        queries.measure_page(home.office, measure, TODAY)
    actions.report_figure(home.office, measure, Figure(Q3, D(80)))
    with django_assert_num_queries(4):
        measure = queries.find_measure(pk)
    with django_assert_num_queries(6):
        queries.measure_page(home.office, measure, TODAY)


def test_the_same_promise_with_another_number_is_judged_beside_it(programme, home):
    first = Measure.objects.get(name__icontains="trực tuyến")
    Measure.objects.create(
        ward=home.ward, programme=programme, order=99, name="Tỷ lệ hồ sơ trực tuyến", search="", direction="above",
        low=D(85), unit="%", period="annual", nature="rate",
    )  # fmt: skip
    measure = queries.find_measure(first.pk)
    made = actions.report_figure(home.office, measure, Figure(Q3, D(87)))
    actions.confirm_figure(home.leader, made)
    page = queries.measure_page(home.office, queries.find_measure(first.pk), TODAY)
    assert page.verdict.status == "at_risk"
    assert [twin.verdict.status for twin in page.twins] == ["on_track"]


def test_what_an_open_contradiction_names_is_judged_beside_it_until_it_is_decided(programme, home):
    first = Measure.objects.get(name__icontains="trực tuyến")
    other = Measure.objects.create(
        ward=home.ward, programme=programme, task=programme.tasks.get(ref="t2"), order=99, name="hồ sơ nộp qua mạng",
        search="", direction="above", low=D(85), unit="%", period="annual", nature="rate",
    )  # fmt: skip
    Measure.objects.create(
        ward=home.ward, programme=programme, task=programme.tasks.get(ref="t2"), order=100, name="mức độ hài lòng",
        search="", direction="at_least", low=D(95), unit="%", period="annual", nature="rate",
    )  # fmt: skip
    finding = Finding.objects.create(
        ward=home.ward, programme=programme, order=0, kind="contradiction", severity="error", why="90% và 85%",
        spans=[[1, 5, 15], [1, 125, 135]], where=["trực tuyến hằng năm đạt 90%", "nộp qua mạng trên 85%, hài lòng 95%"],
    )  # fmt: skip
    page = queries.measure_page(home.office, queries.find_measure(first.pk), TODAY)
    assert [twin.measure for twin in page.twins] == [other]
    Finding.objects.filter(pk=finding.pk).update(state=Finding.State.DECIDED, binding=1)
    page = queries.measure_page(home.office, queries.find_measure(first.pk), TODAY)
    assert (page.twins, page.overruled_by) == ([], finding)
    assert page.verdict.status == "overruled", "what does not bind is judged no more"
    assert queries.measure_page(home.office, queries.find_measure(other.pk), TODAY).overruled_by is None


def test_a_number_that_does_not_bind_is_neither_counted_nor_owed_nor_late(programme, home):
    Measure.objects.update(lead=home.units["phong-kinh-te"])
    first = Measure.objects.get(name__icontains="trực tuyến")
    finding = Finding.objects.create(
        ward=home.ward, programme=programme, order=0, kind="contradiction", severity="error", why="90% và 85%",
        spans=[[1, 5, 15], [1, 125, 135]], where=["trực tuyến hằng năm đạt 90%", "trên 85%"],
    )  # fmt: skip
    before = overview(home.ward, TODAY)
    decide_finding(home.leader, finding, {"state": Finding.State.DECIDED, "binding": 1, "paper": "12-TB/ĐU"})
    assert Standing.objects.get(measure=first).status == "overruled"
    assert overview(home.ward, TODAY).measures.total == before.measures.total - 1
    assert overview(home.ward, TODAY).rollup.total == before.rollup.total - 1
    assert first not in [one.measure for one in queries.owed_figures(home.units["phong-kinh-te"], TODAY)]
    closed = frozen_figures(programme, report_period("quarter", 2026, 3))
    assert {one["status"] for one in closed if one["measure"] == first.pk} == {"overruled"}


def test_what_is_expected_is_told_for_every_period(programme, home):
    online = queries.find_measure(Measure.objects.get(name__icontains="trực tuyến").pk)
    assert {row.expected for row in queries.measure_page(home.office, online, TODAY).periods} == {D(90)}


def test_a_unit_owes_the_newest_period_of_each_of_its_measures(programme, home, django_assert_num_queries):
    Measure.objects.update(lead=home.units["phong-kinh-te"])
    with django_assert_num_queries(5):
        owed = queries.owed_figures(home.units["phong-kinh-te"], TODAY)
    assert {one.period.label for one in owed} == {"Quý III/2026", "6 tháng đầu năm 2026"}
    assert not any(one.overdue for one in owed)
    assert all(one.before for one in owed), "they fell due before the programme came here"


def test_every_night_the_verdicts_of_all_wards_are_found_anew(programme):
    Standing.objects.all().delete()
    assert refresh_standings.func() == 4
    assert Standing.objects.count() == 4


def test_a_new_threshold_of_risk_is_applied_at_once(programme, home):
    measure = Measure.objects.select_related("ward", "programme").get(name__icontains="trực tuyến")
    actions.confirm_figure(home.leader, actions.report_figure(home.office, measure, Figure(Q3, D(85))))
    assert Standing.objects.get(measure=measure).status == "at_risk"
    change_settings(by=home.administrator, ward=home.ward, risk_ratio=D("0.95"))
    assert Standing.objects.get(measure=measure).status == "behind"
