"""The lists of the programme in a browser: filters fold on a phone alone, and the heads sort without scripts."""

import pytest

from dondoc.programmes.models import Programme

from .conftest import PHONE, WIDE

pytestmark = pytest.mark.browser


@pytest.fixture
def tasks(find):
    """Return the address of a list of tasks."""
    return f"/chuong-trinh/{find(Programme, ward__slug='bach-dang').pk}/?xem=nhiem-vu"


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_phone_the_filters_are_folded_and_open_by_one_touch(site, tasks, scripts):
    page = site.person("vanphong.bachdang", viewport=PHONE, java_script_enabled=scripts)
    page.goto(f"{tasks}&tim=duong")
    search, fold = page.locator("input[name=tim]"), page.locator(".filters > summary")
    assert "1" in fold.inner_text()
    assert not search.is_visible()
    assert page.locator("h2").first.bounding_box()["y"] < PHONE["height"], "the list begins on the first screen"
    fold.click()
    page.select_option("select[name=xep]", "-ma")
    page.click("form button:text-is('Lọc')")
    codes = page.locator("tbody td.code").all_inner_texts()
    assert codes == sorted(codes, reverse=True)
    assert len(codes) > 1
    assert "tim=duong" in page.url, "an order keeps the filters"


@pytest.mark.parametrize("scripts", [True, False])
def test_on_a_wide_screen_the_filters_lie_open(site, tasks, scripts):
    page = site.person("vanphong.bachdang", java_script_enabled=scripts)
    page.goto(tasks)
    assert page.locator("input[name=tim]").is_visible()
    assert not page.locator(".filters > summary").is_visible()


def test_a_turned_phone_has_its_filters_open(site, tasks):
    page = site.person("vanphong.bachdang", viewport=PHONE)
    page.goto(tasks)
    page.set_viewport_size(WIDE)
    assert page.locator("input[name=tim]").is_visible()
    page.set_viewport_size(PHONE)
    page.wait_for_function("!document.querySelector('details.filters').open")


def test_a_click_on_a_head_sorts_and_a_second_one_turns_the_order(site, tasks):
    page = site.person("vanphong.bachdang", java_script_enabled=False)
    page.goto(tasks)
    page.click("thead >> nth=0 >> text=Mã")
    assert page.locator("th[aria-sort=ascending]").inner_text().strip() == "Mã"
    page.click("thead >> text=Mã")
    assert page.locator("th[aria-sort=descending]").count() == page.locator("thead").count() == 1
    page.click("text=Về thứ tự văn bản")
    assert page.locator("th[aria-sort]").count() == 0
    assert page.locator("details.chapter").count() > 1


def test_a_text_that_fits_needs_no_see_all(site, tasks):
    page = site.person("vanphong.bachdang", viewport={"width": 1920, "height": 900})
    page.goto(tasks)
    page.wait_for_selector("details.full:not(.fits) .see")
    cut = page.evaluate(
        "[...document.querySelectorAll('details.full .clamp')]"
        ".map((text) => [text.scrollHeight > text.clientHeight + 1, text.closest('.full').classList.contains('fits')])"
    )
    assert cut
    assert all(is_cut != fits for is_cut, fits in cut)
