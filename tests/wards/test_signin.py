import time

import pytest
from django.test import Client

from cast import PASSWORD
from dondoc.audit.models import Entry
from dondoc.wards.middleware import SEEN

pytestmark = pytest.mark.django_db


def sign_in(client, username, password=PASSWORD, path="/dang-nhap/"):
    return client.post(path, {"login": username, "password": password})


def test_a_person_signs_in_by_name_and_lands_at_the_own_start(cast, client):
    assert sign_in(client, "quantri.thu").headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/cai-dat/"


def test_every_page_asks_for_sign_in_and_leads_back(cast, client):
    assert client.get("/ca-nhan/?a=1").headers["Location"] == "/dang-nhap/?next=%2Fca-nhan%2F%3Fa%3D1"
    answer = sign_in(client, cast.home.office.username, path="/dang-nhap/?next=/ca-nhan/")
    assert answer.headers["Location"] == "/ca-nhan/"


def test_nobody_is_led_to_another_site(cast, client):
    answer = sign_in(client, cast.home.office.username, path="/dang-nhap/?next=https://example.org/")
    assert answer.headers["Location"] == "/"


def test_a_wrong_password_is_told_without_saying_which_part_was_wrong(cast, client):
    known = sign_in(client, cast.home.office.username, "sai").content.decode()
    unknown = sign_in(client, "khong.ai", "sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in known
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng." in unknown


def test_five_failures_lock_the_account_for_five_minutes_and_nobody_else(cast, client, monkeypatch):
    name = cast.home.office.username
    for _ in range(5):
        sign_in(client, name, "sai")
    locked = sign_in(client, name)
    assert "tạm khóa 5 phút" in locked.content.decode()
    # The colleague at the next desk comes from the same address.
    assert sign_in(Client(), cast.home.leader.username).status_code == 302
    later = time.time() + 301
    monkeypatch.setattr("allauth.core.internal.ratelimit.time.time", lambda: later)
    assert sign_in(Client(), name).status_code == 302


def test_many_colleagues_behind_one_address_may_fail_without_locking_it(cast, client):
    for person in [*cast.home.people(), *cast.next_door.people()]:
        for _ in range(3):
            sign_in(client, person.username, "sai")
    assert sign_in(client, cast.home.office.username).status_code == 302


def test_the_name_is_not_told_apart_by_capitals_when_failures_are_counted(cast, client):
    name = cast.home.office.username
    for form in (name, name.upper(), name.title(), name, name.upper()):
        sign_in(client, form, "sai")
    assert "tạm khóa" in sign_in(client, name).content.decode()


def test_nobody_signs_up(client, db):
    assert client.get("/accounts/signup/").status_code in {302, 404}
    assert client.get("/dang-nhap/").content.decode().count("<form") == 2  # sign-in and language


def test_who_was_deactivated_is_out_at_once(cast, as_person):
    client = as_person(cast.home.office)
    assert client.get("/ca-nhan/").status_code == 200
    cast.home.office.is_active = False
    cast.home.office.save()
    assert client.get("/ca-nhan/").headers["Location"].startswith("/dang-nhap/")
    assert sign_in(Client(), cast.home.office.username).headers["Location"] == "/dang-nhap/ngung/"
    assert "không còn đăng nhập được" in client.get("/dang-nhap/ngung/").content.decode()


def idle(client, minutes):
    session = client.session
    session[SEEN] = int(time.time()) - int(minutes * 60)
    session.save()


@pytest.mark.parametrize(("role", "stays", "locks"), [("office", 14, 16), ("administrator", 4, 6)])
def test_a_session_locks_when_nobody_touches_it(cast, as_person, role, stays, locks):
    client = as_person(getattr(cast.home, role))
    idle(client, stays)
    assert client.get("/ca-nhan/").status_code == 200
    idle(client, locks)
    answer = client.get("/ca-nhan/")
    assert answer.headers["Location"] == "/dang-nhap/?next=%2Fca-nhan%2F&khoa=1"
    assert "khóa vì không có thao tác" in client.get(answer.headers["Location"]).content.decode()


def test_each_touch_gives_the_full_time_again_without_writing_at_every_step(cast, as_person, django_assert_num_queries):
    client = as_person(cast.home.office)
    idle(client, 10)
    client.get("/ca-nhan/")
    assert time.time() - client.session[SEEN] < 5
    with django_assert_num_queries(2):  # session, person
        client.get("/ca-nhan/")


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(cast, as_person):
    client = as_person(cast.home.office)
    idle(client, 16)
    answer = client.get(
        "/ca-nhan/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/chuong-trinh/3/"}
    )
    assert answer.headers["HX-Redirect"].startswith("/dang-nhap/?next=http%3A%2F%2Ftestserver%2Fchuong-trinh%2F3%2F")


def test_one_changes_the_own_password_and_that_is_written(cast, as_person):
    client = as_person(cast.home.office)
    new = "mot-cau-khac-dai-hon"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/ca-nhan/mat-khau/", form).status_code == 302
    assert sign_in(Client(), cast.home.office.username, new).status_code == 302
    assert Entry.objects.get().verb == "person.own-password"


def test_a_short_password_is_refused(cast, as_person):
    client = as_person(cast.home.office)
    form = {"oldpassword": PASSWORD, "password1": "ngan-qua-13ky", "password2": "ngan-qua-13ky"}
    assert client.post("/ca-nhan/mat-khau/", form).status_code == 200
    assert not Entry.objects.exists()


def test_sign_out_ends_the_session_and_needs_a_post(cast, as_person):
    client = as_person(cast.home.office)
    assert client.get("/dang-xuat/").status_code == 200
    assert client.get("/ca-nhan/").status_code == 200
    client.post("/dang-xuat/")
    assert client.get("/ca-nhan/").status_code == 302
