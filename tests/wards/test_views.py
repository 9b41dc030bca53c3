import re

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.audit.models import Entry
from dondoc.wards.models import Unit, User

pytestmark = pytest.mark.django_db


def at(name, home, **kwargs):
    return reverse(f"wards:{name}", kwargs={"slug": home.ward.slug, **kwargs})


def addresses(home):
    person, unit = {"pk": home.unit.pk}, {"pk": home.units["cong-an"].pk}
    return {
        "people": at("people", home),
        "add-person": at("add-person", home),
        "person": at("person", home, **person),
        "deactivate": at("deactivate", home, **person),
        "reactivate": at("reactivate", home, **person),
        "password": at("password", home, **person),
        "units": at("units", home),
        "add-unit": at("add-unit", home),
        "unit": at("unit", home, **unit),
        "retire": at("retire", home, **unit),
        "restore": at("restore", home, **unit),
        "rules": at("rules", home),
    }


def test_only_administrators_of_the_ward_enter_and_the_neighbours_find_nothing(cast, as_person):
    for name, address in addresses(cast.home).items():
        for person in (cast.home.office, cast.home.leader, cast.home.unit, cast.home.inspector, cast.city):
            assert as_person(person).get(address).status_code == 403, (name, person.role)
        for person in (cast.next_door.administrator, cast.outsider):
            assert as_person(person).get(address).status_code == 404, name
            refused = {405} if name in {"people", "units"} else {404}
            assert as_person(person).post(address).status_code in refused, name
        assert as_person(cast.neighbour).get(address).status_code == 403, name
        assert as_person(cast.home.administrator).get(address).status_code in {200, 302}, name
    assert not Entry.objects.exists()


def test_a_person_of_the_ward_next_door_is_not_found_under_ones_own_address(cast, as_person):
    client = as_person(cast.home.administrator)
    for name in ("person", "deactivate", "password"):
        assert client.post(at(name, cast.home, pk=cast.next_door.unit.pk)).status_code == 404
    for name in ("unit", "retire"):
        assert client.post(at(name, cast.home, pk=cast.next_door.units["cong-an"].pk)).status_code == 404
    assert not Entry.objects.exists()


def test_the_list_of_wards_leads_the_keeper_of_one_straight_there(cast, as_person, django_assert_num_queries):
    assert as_person(cast.home.administrator).get("/cai-dat/").headers["Location"] == at("people", cast.home)
    client = as_person(cast.administrator)
    with django_assert_num_queries(3):  # session, person, wards
        html = client.get("/cai-dat/").content.decode()
    assert "Phường An Hòa" in html
    assert "Xã Vĩnh Lộc" in html
    nobody = as_person(cast.outsider).get("/cai-dat/").content.decode()
    assert "Chưa có xã, phường nào" in nobody
    assert as_person(cast.neighbour).get("/cai-dat/").status_code == 403


def test_people_are_listed_and_found(cast, as_person, django_assert_num_queries):
    client = as_person(cast.home.administrator)
    with django_assert_num_queries(4):  # session, person, ward, people
        html = client.get(at("people", cast.home)).content.decode()
    assert "7 người" in html
    found = client.get(at("people", cast.home), {"tim": "le phong KINH"}).content.decode()
    assert "Lê Thị Hoa" in found
    assert "1 người" in found
    assert "Bỏ lọc" in client.get(at("people", cast.home), {"tim": "zzz"}).content.decode()
    assert as_person(cast.neighbour).get(at("people", cast.home)).status_code == 403


def test_a_person_is_added_signs_in_and_is_changed(cast, as_person):
    client = as_person(cast.home.administrator)
    page = client.get(at("add-person", cast.home)).content.decode()
    password = re.search(r'name="password" value="([^"]+)"', page)[1]
    form = {
        "username": "moi.an-hoa", "full_name": "Đinh Văn Mới", "position": "Chuyên viên", "role": "unit",
        "unit": cast.home.units["mat-tran"].pk, "password": password,
    }  # fmt: skip
    assert client.post(at("add-person", cast.home), form).status_code == 302
    assert "Đã thêm Đinh Văn Mới." in client.get(at("people", cast.home)).content.decode()
    assert Client().post("/dang-nhap/", {"login": "moi.an-hoa", "password": password}).status_code == 302
    person = User.objects.get(username="moi.an-hoa")
    client.post(at("person", cast.home, pk=person.pk), form | {"full_name": "Đinh Thị Mới"})
    assert User.objects.get(pk=person.pk).full_name == "Đinh Thị Mới"
    assert [e.verb for e in Entry.objects.order_by("id")] == ["person.add", "person.change"]
    assert as_person(cast.neighbour).get(at("person", cast.home, pk=person.pk)).status_code == 403


def test_what_is_wrong_in_a_form_is_told_at_the_top_and_at_the_field(cast, as_person):
    form = {"username": "Văn Phòng", "full_name": "", "role": "unit", "unit": "", "password": "ngan"}
    html = as_person(cast.home.administrator).post(at("add-person", cast.home), form).content.decode()
    assert html.count("Chọn đơn vị mà người này báo cáo.") == 2
    assert 'role="alert"' in html
    taken = as_person(cast.home.administrator).post(
        at("add-person", cast.home), form | {"username": cast.home.unit.username}
    )
    assert "đã có người dùng" in taken.content.decode()
    other = form | {"unit": cast.next_door.units["mat-tran"].pk}
    assert as_person(cast.home.administrator).post(at("add-person", cast.home), other).status_code == 200
    assert not Entry.objects.exists()


def test_an_account_is_closed_with_a_way_back(cast, as_person):
    client = as_person(cast.home.administrator)
    client.post(at("deactivate", cast.home, pk=cast.home.unit.pk))
    html = client.get(at("people", cast.home)).content.decode()
    undo = at("reactivate", cast.home, pk=cast.home.unit.pk)
    assert f'action="{undo}"' in html
    assert "Hoàn tác" in html
    client.post(undo)
    assert User.objects.get(pk=cast.home.unit.pk).is_active


def test_a_new_password_is_shown_once_and_works(cast, as_person):
    answer = as_person(cast.home.administrator).post(at("password", cast.home, pk=cast.home.unit.pk))
    password = re.search(r"password-once[^>]*>([^<]+)<", answer.content.decode())[1]
    assert "no-store" in answer.headers["Cache-Control"]
    assert Client().post("/dang-nhap/", {"login": cast.home.unit.username, "password": password}).status_code == 302


def test_units_are_listed_added_changed_and_retired(cast, as_person, django_assert_num_queries):
    client = as_person(cast.home.administrator)
    with django_assert_num_queries(4):  # session, person, ward, units
        assert "6 tên" in client.get(at("units", cast.home)).content.decode()
    form = {
        "name": "Trạm Y tế",
        "short_name": "TYT",
        "other_names": "Trạm Y tế phường\n\n Trạm Y tế phường \nTYT phường",
    }
    client.post(at("add-unit", cast.home), form)
    with cast.home.scope():
        unit = Unit.objects.get(name="Trạm Y tế")
    assert unit.aliases == ["Trạm Y tế phường", "TYT phường"]
    client.post(at("unit", cast.home, pk=unit.pk), form | {"name": "Trạm Y tế An Hòa"})
    client.post(at("retire", cast.home, pk=unit.pk))
    assert "Đã ngừng" in client.get(at("units", cast.home)).content.decode()
    client.post(at("restore", cast.home, pk=unit.pk))
    assert [e.verb for e in Entry.objects.order_by("id")] == ["unit.add", "unit.change", "unit.retire", "unit.restore"]
    assert "Bỏ lọc" in client.get(at("units", cast.home), {"tim": "zzz"}).content.decode()
    assert as_person(cast.neighbour).get(at("units", cast.home)).status_code == 403


def test_the_rules_of_time_take_a_decimal_comma_and_keep_their_bounds(cast, as_person):
    client = as_person(cast.home.administrator)
    page = client.get(at("rules", cast.home)).content.decode()
    assert 'value="0,9"' in page
    form = {
        "soon_days": 20, "soon_days_monthly": 5, "figures_due_day": 12, "cutoff_day": 0, "risk_ratio": "0,85",
        "parent_party_name": "Thành ủy Thử", "signature_form": "T/M BAN THƯỜNG VỤ",
    }  # fmt: skip
    assert client.post(at("rules", cast.home), form).status_code == 302
    cast.home.ward.refresh_from_db()
    assert str(cast.home.ward.risk_ratio) == "0.850"
    wrong = client.post(at("rules", cast.home), form | {"cutoff_day": 31, "risk_ratio": "1,2"}).content.decode()
    assert "Từ 0 đến 28." in wrong
    assert "Từ 0,5 đến dưới 1." in wrong
    assert as_person(cast.neighbour).get(at("rules", cast.home)).status_code == 403


def test_everybody_has_an_own_page_and_chooses_how_to_read(cast, as_person):
    for person in [*cast.home.people(), cast.city, cast.administrator]:
        assert person.username in as_person(person).get("/ca-nhan/").content.decode()
    client = as_person(cast.home.unit)
    client.post("/ca-nhan/", {"large_type": "on", "theme": "dark", "language": "vi"})
    html = client.get("/ca-nhan/").content.decode()
    assert 'data-theme="dark"' in html
    assert 'class="lon"' in html
    client.post("/ca-nhan/chu-lon/")
    assert 'class="lon"' not in client.get("/ca-nhan/").content.decode()
    assert client.get("/ca-nhan/chu-lon/").status_code == 405


def test_english_is_one_step_away_before_and_after_sign_in(cast, as_person, client):
    assert 'lang="vi"' in client.get("/dang-nhap/", headers={"Accept-Language": "en"}).content.decode()
    client.post("/ngon-ngu/", {"ngon-ngu": "en"}, headers={"Referer": "http://testserver/dang-nhap/"})
    assert "Password" in client.get("/dang-nhap/").content.decode()
    person = as_person(cast.home.unit)
    assert person.post("/ngon-ngu/", {"ngon-ngu": "en"}, headers={"Referer": "https://example.org/"}).url == "/"
    assert 'lang="en"' in person.get("/ca-nhan/").content.decode()
    assert client.post("/ngon-ngu/", {"ngon-ngu": "xx"}).status_code == 404
