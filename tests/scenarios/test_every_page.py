"""Every page for everybody: it opens, stays on its host, keeps its policy, is light, and can be used by all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dondoc.intake.models import Review, Upload
from dondoc.measurement.models import Observation
from dondoc.programmes.models import Finding, Measure, Programme, Task
from dondoc.wards.models import User, Ward

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor/axe/axe.min.js").read_text()
SEVERE = """async (rules) => {
  const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.filter((v) => ["serious", "critical"].includes(v.impact))
    .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
}"""
# look.md of the house: HTML in KB compressed, elements.
LIMITS = {
    "review": (60, 2_500), "programme": (70, 4_000), "mine": (25, 800), "overview": (25, 700), "measure": (30, 500),
    "unit sheet": (30, 900), "city": (60, 3_500),
}  # fmt: skip
ROLES = ["vanphong.doson", "lanhdao.doson", "donvi.doson", "giamsat.doson", "thanhpho", "quantri"]


def addresses(username: str) -> dict[str, str]:
    """Return every page that a person may open, by what it is."""
    user = User.objects.select_related("ward", "unit").get(username=username)
    ward = user.ward or Ward.objects.get(slug="do-son")
    if user.role == User.Role.CITY:
        return {"city": "/thanh-pho/", "city ward": f"/thanh-pho/{ward.pk}/", "me": "/ca-nhan/"}
    if user.role == User.Role.ADMINISTRATOR:
        settings = f"/cai-dat/{ward.slug}"
        return {
            "wards": "/cai-dat/", "people": f"{settings}/nguoi/", "add person": f"{settings}/nguoi/them/",
            "units": f"{settings}/don-vi/", "add unit": f"{settings}/don-vi/them/",
            "time": f"{settings}/thoi-han/", "log": "/nhat-ky/", "me": "/ca-nhan/",
            "password": "/ca-nhan/mat-khau/",
        }  # fmt: skip
    programme = Programme.objects.filter(ward=ward).first()
    pages = {
        "programme": f"/chuong-trinh/{programme.pk}/",
        "programme tasks": f"/chuong-trinh/{programme.pk}/?xem=nhiem-vu",
        "paper": f"/chuong-trinh/{programme.pk}/van-ban/",
        "task": f"/nhiem-vu/{_own(Task, user, 'assignment__lead').pk}/",
        "measure": f"/thuoc-do/{_measured(user).pk}/",
        "me": "/ca-nhan/",
    }
    if user.role == User.Role.UNIT:
        return {**pages, "mine": "/viec-cua-toi/"}
    finding = Finding.objects.filter(programme=programme).first()
    pages |= {
        "findings": f"/chuong-trinh/{programme.pk}/diem-ra-soat/",
        "versions": f"/chuong-trinh/{programme.pk}/phien-ban/",
        "reports": "/bao-cao/",
    }  # fmt: skip
    if user.role != User.Role.OFFICE:
        pages["log"] = "/nhat-ky/"
    if user.role == User.Role.INSPECTOR:
        return pages
    pages |= {
        "overview": "/tong-quan/",
        "finding": f"/diem-ra-soat/{finding.pk}/",
        "assigning": f"/chuong-trinh/{programme.pk}/phan-cong/",
        "unit sheet": f"/don-vi/{_busiest(ward).pk}/",
    }
    if user.role == User.Role.LEADER:
        return pages
    review = Review.objects.filter(ward=ward, upload__state=Upload.State.REVIEW).first()
    if review is None:
        return {**pages, "uploads": "/nhap/"}
    item = review.items.filter(kind="task").first()
    return {
        **pages, "uploads": "/nhap/", "item": f"/ra-soat/{review.pk}/{item.pk}/", "review": f"/ra-soat/{review.pk}/",
    }  # fmt: skip


def _own(model, user, lead):
    rows = model.objects.filter(ward=user.ward)
    return (rows.filter(**{lead: user.unit}).first() if user.unit else None) or rows.filter(guarded=False).first()


def _measured(user):
    shown = Observation.objects.filter(ward=user.ward, measure__task=None).values("measure")
    rows = Measure.objects.filter(ward=user.ward, pk__in=shown)
    return (rows.filter(lead=user.unit).first() if user.unit else None) or rows.first()


def _busiest(ward):
    return Task.objects.filter(ward=ward, assignment__lead__isnull=False).first().assignment.lead


@pytest.mark.parametrize("username", ROLES)
def test_every_page_opens_stays_on_its_host_and_keeps_its_policy(site, username):
    page = site.person(username)
    for name, address in addresses(username).items():
        answer = page.goto(address, wait_until="load")
        assert answer.status == 200, (name, address)
        assert page.title(), name
        if name == "review":  # the paper as text is a part of this page, fetched by it
            assert page.evaluate("fetch('chu/').then((answer) => answer.status)") == 200
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, (name, wide)
    page.context.seen.assert_clean()


# Of whom which pages are looked at; None is all. What several people see alike is looked at once.
LOOKED_AT = {
    "vanphong.doson": None, "lanhdao.doson": {"overview", "task", "measure", "log"},
    "donvi.doson": {"mine", "task", "measure"}, "thanhpho": {"city", "city ward"},
    "quantri": {"people", "add person", "units", "add unit", "time", "wards", "password"},
}  # fmt: skip


def severe(page):
    """Return what axe finds of serious or critical impact, in both widths and both themes."""
    page.evaluate(AXE)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1366, 360):
            page.set_viewport_size({"width": width, "height": 640})
            faults = page.evaluate(SEVERE, None if scheme == "light" else ["color-contrast"])
            if faults:
                found[f"{page.url} {scheme} {width}"] = faults
    return found


@pytest.mark.parametrize("username", LOOKED_AT)
def test_no_page_has_a_serious_fault_of_access(site, username):
    page = site.person(username, bypass_csp=True, reduced_motion="reduce")
    faults = {}
    for name, address in addresses(username).items():
        if LOOKED_AT[username] and name not in LOOKED_AT[username]:
            continue
        page.emulate_media(color_scheme="light")
        page.goto(address, wait_until="load")
        faults |= severe(page)
    assert not faults


def test_the_door_has_no_serious_fault_of_access(site):
    page = site.nobody(bypass_csp=True)
    page.goto("/dang-nhap/")
    assert not severe(page)


@pytest.mark.parametrize("username", ["vanphong.bachdang", "donvi.bachdang", "thanhpho"])
def test_pages_of_a_large_programme_are_light(site, username, bring_in):
    known = addresses(username)
    if username.startswith("vanphong"):
        paper = Path(__file__).parents[1] / "fixtures/bach-dang.pdf"
        known["review"] = f"/ra-soat/{bring_in(username, paper)}/"
    page = site.person(username)
    heavy = {}
    for name in known.keys() & LIMITS.keys():
        answer = page.goto(known[name], wait_until="load")
        weight, elements = len(gzip.compress(answer.body())) / 1024, page.locator("*").count()
        if weight > LIMITS[name][0] or elements > LIMITS[name][1]:
            heavy[name] = (round(weight), elements)
    assert not heavy


def test_a_first_visit_weighs_little(site):
    page = site.nobody()
    weights = []

    def weigh(answer):
        body = answer.body()
        zipped = any(answer.url.endswith(tail) for tail in (".woff2", ".png", ".webp"))
        weights.append(len(body) if zipped else len(gzip.compress(body, 9)))

    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/dang-nhap/", wait_until="networkidle")
    for answer in answers:
        weigh(answer)
    assert len(weights) > 5
    assert sum(weights) <= 165 * 1024
