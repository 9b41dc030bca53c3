import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from dondoc.wards.models import Ward
from dondoc.web import navigation

pytestmark = pytest.mark.django_db


def test_every_role_begins_where_its_work_is(cast, as_person):
    starts = {
        cast.home.office: "/tong-quan/", cast.home.leader: "/tong-quan/", cast.home.unit: "/viec-cua-toi/",
        cast.home.inspector: "/chuong-trinh/", cast.city: "/thanh-pho/", cast.administrator: "/cai-dat/",
    }  # fmt: skip
    for person, start in starts.items():
        assert as_person(person).get("/").headers["Location"] == start


def test_every_place_of_the_navigation_opens_for_whom_it_is_shown(cast, as_person):
    for person in [*cast.home.people(), cast.city, cast.administrator]:
        client = as_person(person)
        for place in navigation.PLACES[person.role]:
            assert client.get(reverse(place.name), follow=True).status_code == 200, (person.role, place.name)


def test_the_page_one_stands_on_is_marked(cast, as_person):
    html = as_person(cast.home.administrator).get("/nhat-ky/").content.decode()
    assert re.search(r'href="/nhat-ky/" aria-current="page"', html)
    assert not re.search(r'href="/cai-dat/" aria-current="page"', html)


@pytest.mark.parametrize(
    ("path", "place"),
    [("/thuoc-do/5/", "/chuong-trinh/"), ("/nhiem-vu/5/", "/chuong-trinh/"), ("/ra-soat/5/", "/nhap/"), ("/don-vi/5/", "/tong-quan/"),
     ("/viec-cua-toi/", "/tong-quan/")],
)  # fmt: skip
def test_a_page_below_a_place_is_marked_as_belonging_to_it(cast, rf, path, place):
    request = rf.get(path)
    request.user = cast.home.office
    assert [link.address for link in navigation.links(request) if link.here] == [place]


def test_sample_data_is_called_so_on_every_page_of_its_ward_and_on_no_other(cast, as_person):
    said = "Số liệu minh họa"
    assert said not in as_person(cast.home.office).get("/ca-nhan/").content.decode()
    Ward.objects.filter(pk=cast.home.ward.pk).update(demo=True)
    assert said in as_person(cast.home.office).get("/ca-nhan/").content.decode()
    assert said in as_person(cast.city).get("/ca-nhan/").content.decode()
    assert said not in as_person(cast.neighbour).get("/ca-nhan/").content.decode()


def compressed(path):
    data = Path(finders.find(path)).read_bytes()
    return len(data) if path.endswith("woff2") else len(gzip.compress(data, 9))


def test_a_first_visit_weighs_at_most_165_kb(cast, client):
    html = client.get("/dang-nhap/").content.decode()
    files = set(re.findall(r'/static/(web/[^"#]+)', html)) | {"web/vendor/tabler-icons/icons.svg"}
    css = Path(finders.find("web/dondoc.css")).read_text()
    files |= {f"web/{name}" for name in re.findall(r'url\("([^"]+)"\)', css)}
    assert len(files) >= 10
    weight = len(gzip.compress(html.encode())) + sum(compressed(path) for path in files)
    assert weight <= 165_000
    assert len(css.encode()) <= 30_000


def test_the_site_tells_that_it_lives(client):
    assert client.get("/song/").content == b"ok\n"


def test_the_page_of_components_is_for_development_only(client, settings):
    assert not settings.DEBUG
    assert client.get("/kieu-mau/").status_code == 404


def test_who_tries_too_often_is_told_so_in_our_words(cast, as_person):
    client, address = as_person(cast.home.office), reverse("account_change_password")
    wrong = {"oldpassword": "sai", "password1": "mot-cau-du-dai-de-thu", "password2": "mot-cau-du-dai-de-thu"}
    answers = [client.post(address, wrong) for _try in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    html = answers[-1].content.decode()
    assert ("Quá nhiều lần thử" in html, "Chờ một phút" in html, "Về trang đầu" in html) == (True, True, True)
