import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from dondoc.audit.actions import record
from dondoc.audit.models import Entry
from dondoc.wards import actions

pytestmark = pytest.mark.django_db
LOG, WORKBOOK = "/nhat-ky/", "/nhat-ky/excel/"


@pytest.fixture
def acts(cast):
    home, beside = cast.home, cast.next_door
    actions.add_unit(by=home.administrator, ward=home.ward, name="Trạm Y tế")
    actions.retire_unit(by=home.administrator, unit=home.units["mat-tran"])
    actions.change_settings(by=cast.administrator, ward=home.ward, soon_days=20)
    actions.add_unit(by=beside.administrator, ward=beside.ward, name="Chợ trung tâm")
    return cast


def test_addresses():
    assert (reverse("audit:log"), reverse("audit:workbook")) == (LOG, WORKBOOK)


def test_inspector_leader_and_administrator_read_the_log_of_their_ward(acts, as_person, django_assert_num_queries):
    for person in (acts.home.inspector, acts.home.leader, acts.home.administrator):
        client = as_person(person)
        with django_assert_num_queries(5):  # session, person, who has acted, number of entries, entries
            html = client.get(LOG).content.decode()
        assert "Thêm đơn vị Trạm Y tế." in html
        assert "Sửa cài đặt: số ngày báo sắp đến hạn từ “30” thành “20”." in html
        assert "Chợ trung tâm" not in html
        assert "3 việc" in html


def test_others_do_not(acts, as_person):
    for person in (acts.home.office, acts.home.unit, acts.city, acts.neighbour):
        assert as_person(person).get(LOG).status_code == 403
        assert as_person(person).get(WORKBOOK).status_code == 403


def test_the_neighbours_inspector_reads_another_log(acts, as_person):
    html = as_person(acts.next_door.inspector).get(LOG).content.decode()
    assert "Chợ trung tâm" in html
    assert "Trạm Y tế" not in html
    assert "An Hòa" not in html


def test_the_administrator_of_the_region_reads_both_and_of_another_none(acts, as_person):
    html = as_person(acts.administrator).get(LOG).content.decode()
    assert "Chợ trung tâm" in html
    assert "Trạm Y tế" in html
    assert "Chưa có việc nào được ghi" in as_person(acts.outsider).get(LOG).content.decode()


def test_administrators_read_of_people_units_and_settings_and_not_of_the_work(acts, as_person):
    record(
        ward=acts.home.ward, actor=acts.home.unit, verb="task.report", target=("work.assignment", 1), label="NV001 mật"
    )
    for person in (acts.home.administrator, acts.administrator):
        client = as_person(person)
        assert "NV001" not in client.get(LOG).content.decode()
        assert "NV001" not in client.get(LOG, {"viec": "task.report"}).content.decode()
    assert "Báo cáo NV001 mật." in as_person(acts.home.inspector).get(LOG).content.decode()


def test_the_log_is_filtered_through_its_address(acts, as_person):
    client = as_person(acts.home.leader)

    def count(**query):
        return client.get(LOG, query).content.decode().count("<time ")

    assert count() == 3
    assert count(ai=acts.administrator.pk) == 1
    assert count(viec="unit.retire") == 1
    assert count(tim="tram y te") == 1
    assert count(tu="01/01/2100") == 0
    assert count(den="2000-01-01") == 0
    assert "Không có việc nào khớp" in client.get(LOG, {"tim": "zzz"}).content.decode()
    assert "bộ lọc này chưa được dùng" in client.get(LOG, {"tu": "hôm kia"}).content.decode()


def test_a_long_log_comes_in_pages(acts, as_person):
    for number in range(120):
        record(ward=acts.home.ward, actor=acts.home.office, verb="unit.add", target=("wards.unit", number), label="X")
    client = as_person(acts.home.leader)
    assert client.get(LOG).content.decode().count("<time ") == 100
    second = client.get(LOG, {"trang": 2, "viec": "unit.add"}).content.decode()
    assert second.count("<time ") == 21
    assert "?viec=unit.add&amp;trang=1" in second


def test_the_workbook_holds_what_the_filter_shows(acts, as_person):
    answer = as_person(acts.home.inspector).get(WORKBOOK, {"viec": "unit.retire"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert answer.headers["Content-Disposition"] == 'attachment; filename="nhat-ky.xlsx"'
    assert [c.value for c in sheet[4]] == ["Lúc", "Ai", "Việc", "Nội dung", "Đơn vị hành chính"]
    assert sheet.max_row == 5
    assert sheet["D5"].value == "Đưa Ủy ban Mặt trận Tổ quốc Việt Nam ra khỏi danh sách giao việc."


def test_reading_the_log_writes_nothing(acts, as_person):
    before = Entry.objects.count()
    as_person(acts.home.inspector).get(LOG)
    assert Entry.objects.count() == before
