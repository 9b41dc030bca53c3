from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from dondoc.programmes.models import Measure
from dondoc.work import actions
from dondoc.work.models import Assignment


def workbook(answer):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=4)]


@pytest.fixture
def at_work(programme, home):
    row = Assignment.objects.select_related("task", "ward").get(task__ref="t1")
    actions.decide_lead(home.office, row, home.units["phong-kinh-te"])
    return programme


def test_the_overview_begins_with_a_sentence_and_draws_without_inline_styles(at_work, home, as_person):
    for person in (home.office, home.leader, home.inspector):
        page = as_person(person).get(reverse("dashboards:overview")).content.decode()
        assert "Chưa có thước đo nào chậm hay nguy cơ" in page
        assert "Cần quyết định" in page
        assert 'role="img"' in page
        assert "style=" not in page


def test_before_anything_is_published_the_overview_says_what_comes(home, as_person):
    page = as_person(home.office).get(reverse("dashboards:overview")).content.decode()
    assert "Chưa có chương trình nào được công bố" in page
    assert reverse("intake:upload") in page


def test_units_and_the_city_have_no_overview(cast, home, at_work, as_person):
    for person in (home.unit, cast.city, home.administrator):
        assert as_person(person).get(reverse("dashboards:overview")).status_code == 403


def test_a_unit_reads_its_own_sheet_and_no_other(home, at_work, as_person):
    own = reverse("dashboards:unit", args=[home.units["phong-kinh-te"].pk])
    assert "Rà soát quy hoạch phân khu" in as_person(home.unit).get(own).content.decode()
    assert as_person(home.other_unit).get(own).status_code == 404
    assert as_person(home.leader).get(own).status_code == 200


def test_the_city_sees_wards_and_measures_and_nothing_guarded(cast, home, at_work, as_person):
    Measure.objects.filter(name__icontains="trực tuyến").update(guarded=True)
    client = as_person(cast.city)
    assert "An Hòa" in client.get(reverse("dashboards:city")).content.decode()
    page = client.get(reverse("dashboards:city_ward", args=[home.ward.pk])).content.decode()
    assert "Doanh nghiệp đang hoạt động" in page
    assert "trực tuyến" not in page


def test_the_tables_of_the_city_leave_as_they_are_shown(cast, home, at_work, as_person):
    client = as_person(cast.city)
    head, *rows = workbook(client.get(reverse("dashboards:city_sheet")))
    assert head[0] == "Xã, phường, đặc khu"
    assert "phường An Hòa" in [row[0] for row in rows]
    head, *rows = workbook(client.get(reverse("dashboards:city_ward_sheet", args=[home.ward.pk])))
    shown = client.get(reverse("dashboards:city_ward", args=[home.ward.pk])).context["measures"]
    assert [row[1] for row in rows] == [one.name for one in shown]
    assert not any(one.guarded for one in shown)


def test_the_city_sees_no_ward_of_another_region(cast, home, at_work, as_person):
    cast.city.region = cast.outsider.region
    cast.city.save()
    client = as_person(cast.city)
    assert "An Hòa" not in client.get(reverse("dashboards:city")).content.decode()
    for name in ("city_ward", "city_ward_sheet"):
        assert client.get(reverse(f"dashboards:{name}", args=[home.ward.pk])).status_code == 404


def test_the_neighbour_sees_only_the_own_ward(next_door, home, at_work, as_person):
    client = as_person(next_door.office)
    assert "Rà soát quy hoạch" not in client.get(reverse("dashboards:overview")).content.decode()
    assert client.get(reverse("dashboards:unit", args=[home.units["phong-kinh-te"].pk])).status_code == 404
    assert client.get(reverse("dashboards:city")).status_code == 403
