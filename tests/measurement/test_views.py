import datetime
from decimal import Decimal as D

import pytest
from django.urls import reverse

from dondoc.measure.cadence import report_period
from dondoc.measurement import actions
from dondoc.measurement.actions import Figure
from dondoc.measurement.models import Observation, Standing
from dondoc.programmes.models import Finding, Measure

Q3 = report_period("quarter", 2026, 3)


@pytest.fixture
def online(programme, home):
    """The share of online files, for which Phòng Văn hóa reports."""
    Measure.objects.filter(name__icontains="trực tuyến").update(lead=home.units["phong-van-hoa"])
    return Measure.objects.select_related("ward", "programme").get(name__icontains="trực tuyến")


def test_the_page_shows_figure_path_arithmetic_and_the_way_to_its_sentence(home, online, as_person):
    actions.confirm_figure(home.leader, actions.report_figure(home.other_unit, online, Figure(Q3, D("85"))))
    page = as_person(home.leader).get(reverse("measurement:measure", args=[online.pk])).content.decode()
    assert "Nguy cơ" in page
    assert "Vì sao kết luận vậy" in page
    assert "ngưỡng nguy cơ" in page
    assert "/van-ban/#c0" in page
    assert 'role="img"' in page
    assert "style=" not in page
    assert "Quý III/2026" in page


def test_a_unit_reports_in_vietnamese_figures(home, online, as_person):
    client = as_person(home.other_unit)
    there = reverse("measurement:report", args=[online.pk])
    data = {"period": Q3.end.isoformat(), "value": "93,5"}
    assert client.post(there, data, follow=True).status_code == 200
    assert Observation.objects.get().value == D("93.5")


def test_a_bad_figure_comes_back_with_one_sentence_and_what_was_typed(home, online, as_person):
    client = as_person(home.other_unit)
    answer = client.post(
        reverse("measurement:report", args=[online.pk]), {"period": Q3.end.isoformat(), "value": "chín mươi"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "chưa đọc được" in page
    assert 'value="chín mươi"' in page


def test_my_work_shows_the_figures_of_this_period_beside_the_last_value(home, online, as_person):
    page = as_person(home.other_unit).get(reverse("work:mine")).content.decode()
    assert "Số liệu kỳ này" in page
    assert "Tỷ lệ hồ sơ trực tuyến" in page
    client = as_person(home.other_unit)
    data = {"from": "mine", "period": Q3.end.isoformat(), "value": "93"}
    assert client.post(reverse("measurement:report", args=[online.pk]), data).url == reverse("work:mine")
    assert "Tỷ lệ hồ sơ trực tuyến" not in client.get(reverse("work:mine")).content.decode()


def test_leaders_find_the_figures_to_confirm_on_my_work(home, online, as_person):
    made = actions.report_figure(home.other_unit, online, Figure(Q3, D("85")))
    client = as_person(home.leader)
    assert "Số liệu chờ xác nhận" in client.get(reverse("work:mine")).content.decode()
    assert client.post(reverse("measurement:confirm", args=[made.pk]), {"from": "mine"}).url == reverse("work:mine")
    assert Standing.objects.get(measure=online).status == "at_risk"


def test_a_figure_is_returned_with_its_reason(home, online, as_person):
    made = actions.report_figure(home.other_unit, online, Figure(Q3, D("85")))
    there = reverse("measurement:return", args=[made.pk])
    client = as_person(home.leader)
    assert "Ghi lý do trả lại." in client.post(there, {"reason": " "}, follow=True).content.decode()
    client.post(there, {"reason": "Chưa khớp báo cáo quý"})
    made.refresh_from_db()
    assert (made.status, made.return_reason) == ("returned", "Chưa khớp báo cáo quý")
    assert "Chưa khớp báo cáo quý" in as_person(home.other_unit).get(reverse("work:mine")).content.decode()


def test_milestones_are_planned_by_the_unit_in_charge(programme, home, as_person):
    Measure.objects.filter(name__icontains="doanh nghiệp đang").update(lead=home.units["phong-kinh-te"])
    measure = Measure.objects.get(name__icontains="doanh nghiệp đang")
    as_person(home.unit).post(reverse("measurement:milestones", args=[measure.pk]), {"y2027": "180", "y2028": ""})
    assert [(one.year, one.value) for one in measure.milestones.all()] == [(2027, D(180))]


def test_decisions_are_taken_on_the_page(home, online, as_person):
    client = as_person(home.office)
    client.post(reverse("measurement:baseline", args=[online.pk]), {"value": "70,5", "year": "2025"})
    client.post(reverse("measurement:nature", args=[online.pk]), {"nature": "rate"})
    client.post(reverse("measurement:aside", args=[online.pk]), {"reason": "Chờ phân cấp", "since": "01/01/2026"})
    online.refresh_from_db()
    assert (online.baseline, online.baseline_year, online.nature_decided) == (D("70.5"), 2025, True)
    assert online.not_applied_from == datetime.date(2026, 1, 1)
    bad = client.post(reverse("measurement:baseline", args=[online.pk]), {"value": "abc", "year": "2025"}, follow=True)
    assert "chưa đọc được" in bad.content.decode()


def test_a_number_that_a_decision_has_set_aside_says_so(programme, home, online, as_person):
    Finding.objects.create(
        ward=home.ward, programme=programme, order=0, kind="contradiction", severity="error", why="90% và 85%",
        spans=[[1, 5, 15], [1, 125, 135]], where=["đạt 90%", "trên 85%"], state="decided", binding=1,
        decided_by=home.leader, paper="Thông báo 12-TB/ĐU",
    )  # fmt: skip
    page = as_person(home.inspector).get(reverse("measurement:measure", args=[online.pk])).content.decode()
    assert "Con số khác có hiệu lực" in page
    assert "Thông báo 12-TB/ĐU" in page


def test_a_period_is_closed_on_its_page(programme, home, as_person):
    client = as_person(home.office)
    there = reverse("measurement:close", args=[programme.pk])
    offered = client.get(there).content.decode()
    assert "Quý III/2026" in offered
    assert "Năm 2030" not in offered, "only what is over can be closed"
    answer = client.post(there, {"period": "quarter-2026-09-30"}, follow=True)
    assert "Đã chốt số liệu Quý III/2026" in answer.content.decode()
    assert client.post(there, {"period": "quarter-2030-03-31"}).status_code == 422


def test_the_upper_end_of_a_range_is_declared_a_ceiling(home, online, as_person):
    client = as_person(home.office)
    there = reverse("measurement:measure", args=[online.pk])
    assert "Mức trên là trần" not in client.get(there).content.decode(), "only a range has an upper end"
    Measure.objects.filter(pk=online.pk).update(direction="range", low=D(5), high=D(8))
    assert "Mức trên là trần" in client.get(there).content.decode()
    made = actions.report_figure(home.office, Measure.objects.get(pk=online.pk), Figure(Q3, D("9")))
    actions.confirm_figure(home.leader, made)
    assert Standing.objects.get(measure=online).status == "on_track"
    client.post(reverse("measurement:nature", args=[online.pk]), {"nature": online.nature, "ceiling": "on"})
    online.refresh_from_db()
    assert (online.ceiling, Standing.objects.get(measure=online).status) == (True, "behind")


def test_a_guarded_measure_is_hidden_from_other_units(home, online, as_person):
    Measure.objects.filter(pk=online.pk).update(guarded=True)
    there = reverse("measurement:measure", args=[online.pk])
    assert as_person(home.unit).get(there).status_code == 404
    for person in (home.other_unit, home.leader, home.inspector):
        assert as_person(person).get(there).status_code == 200


def test_the_inspector_reads_and_writes_nothing(home, online, as_person):
    client = as_person(home.inspector)
    for name in ("report", "nature", "baseline", "milestones", "aside"):
        assert client.post(reverse(f"measurement:{name}", args=[online.pk]), {}).status_code == 403


def test_the_neighbour_and_the_city_find_none_of_it(cast, programme, next_door, home, online, as_person):
    made = actions.report_figure(home.other_unit, online, Figure(Q3, D("85")))
    there = reverse("measurement:measure", args=[online.pk])
    assert as_person(next_door.office).get(there).status_code == 404
    assert as_person(next_door.office).post(reverse("measurement:report", args=[online.pk]), {}).status_code == 404
    assert as_person(next_door.leader).post(reverse("measurement:confirm", args=[made.pk])).status_code == 404
    assert as_person(next_door.office).get(reverse("measurement:close", args=[programme.pk])).status_code == 404
    assert as_person(cast.city).get(there).status_code == 403
