"""Who must not come in does not come in, by the browser either."""

import pytest

from dondoc.intake.models import Review, Upload
from dondoc.programmes.models import Measure, Programme, Task

pytestmark = pytest.mark.browser


def pages_of(find, slug):
    programme = find(Programme, ward__slug=slug)
    task = find(Task, ward__slug=slug, guarded=False)
    return [
        f"/chuong-trinh/{programme.pk}/", f"/chuong-trinh/{programme.pk}/van-ban/", f"/chuong-trinh/{programme.pk}/tep/",
        f"/chuong-trinh/{programme.pk}/diem-ra-soat/", f"/chuong-trinh/{programme.pk}/phien-ban/",
        f"/chuong-trinh/{programme.pk}/bang/", f"/nhiem-vu/{task.pk}/", f"/thuoc-do/{find(Measure, ward__slug=slug).pk}/",
    ]  # fmt: skip


@pytest.mark.parametrize("neighbour", ["vanphong.bachdang", "lanhdao.bachdang", "donvi.bachdang", "giamsat.bachdang"])
def test_the_neighbour_finds_nothing(site, find, neighbour):
    page = site.person(neighbour)
    review = find(Review, ward__slug="do-son", upload__state=Upload.State.REVIEW)
    item = review.items.first()
    closed = [*pages_of(find, "do-son"), f"/ra-soat/{review.pk}/", f"/ra-soat/{review.pk}/{item.pk}/"]
    for address in closed:
        answer = page.request.get(address, max_redirects=0)
        assert answer.status in {403, 404}, address
        assert "03-CTr" not in answer.text()
    page.goto(closed[0])
    assert page.locator("h1").inner_text()


def test_the_city_reads_counts_only(site, find):
    page = site.person("thanhpho")
    for address in [*pages_of(find, "do-son"), "/viec-cua-toi/", "/nhap/", "/bao-cao/", "/nhat-ky/"]:
        assert page.request.get(address, max_redirects=0).status == 403, address


def test_a_unit_does_not_see_defence_and_police_items(site, find):
    guarded = find(Task, ward__slug="do-son", guarded=True)
    page = site.person("donvi.doson")
    assert page.request.get(f"/nhiem-vu/{guarded.pk}/", max_redirects=0).status in {403, 404}
    for view in ("?xem=nhiem-vu", "van-ban/"):
        page.goto(f"/chuong-trinh/{guarded.programme_id}/{view}")
        assert page.locator(f'a[href="/nhiem-vu/{guarded.pk}/"]').count() == 0
    leader = site.person("lanhdao.doson")
    leader.goto(f"/nhiem-vu/{guarded.pk}/")
    assert guarded.code in leader.locator("h1").inner_text()


@pytest.mark.parametrize("username", ["donvi.doson", "giamsat.doson", "lanhdao.doson", "quantri"])
def test_only_the_office_brings_papers_in(site, find, username):
    page = site.person(username)
    review = find(Review, ward__slug="do-son", upload__state=Upload.State.REVIEW)
    for address in ("/nhap/", f"/ra-soat/{review.pk}/"):
        assert page.request.get(address, max_redirects=0).status in {403, 404}
