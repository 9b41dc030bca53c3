"""The review beside the source: pages and places, two people at once, and what is typed is never lost."""

from pathlib import Path

import pytest

from dondoc.intake.models import Review, ReviewItem, Upload

pytestmark = pytest.mark.browser
FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.fixture
def review(find):
    """Return the review that waits in the demonstration."""
    return find(Review, ward__slug="do-son", upload__state=Upload.State.REVIEW)


def unseen_task(review, at=0):
    return review.items.filter(kind="task", state="unseen", doubtful=False)[at]


def open_item(page, review, item):
    page.goto(f"/ra-soat/{review.pk}/")
    page.click(f"#m{item.pk} > a")
    page.locator(f"#m{item.pk} .editor").wait_for()


def test_pages_are_shown_as_they_look_and_the_item_is_lit_in_its_place(site, bring_in):
    pk = bring_in("vanphong.bachdang", FIXTURES / "bach-dang.pdf")
    item = ReviewItem.objects.filter(review_id=pk, kind="indicator", doubtful=False)[3]
    layout = Review.objects.get(pk=pk).layout
    start, end = item.data["spans"][0]["start"], item.data["spans"][0]["end"]
    lines = [line for line in layout["lines"] if line[0] < end and line[1] > start]
    page = site.person("vanphong.bachdang")
    page.goto(f"/ra-soat/{pk}/")
    page.click(f"#m{item.pk} > a")
    page.locator(".sheet rect").first.wait_for(state="attached")
    for number, (_, _, on, box, _) in enumerate(lines):
        assert box, "the fixture has a place for every line"
        sheet = page.locator(f'.sheet[data-page="{on}"]')
        frame, rect = sheet.bounding_box(), page.locator(".sheet rect").nth(number).bounding_box()
        scale = frame["width"] / layout["pages"][on - 1][1]
        for edge, drawn in ((box[0], rect["x"] - frame["x"]), (box[1], rect["y"] - frame["y"])):
            assert abs(edge * scale - drawn) < 6
        assert abs((box[2] - box[0]) * scale - rect["width"]) < 12
    picture = page.locator(f'.sheet[data-page="{lines[0][2]}"] img')
    page.wait_for_function("i => i.complete && i.naturalWidth > 600", arg=picture.element_handle())
    view = page.locator(".paper.scanned").bounding_box()
    lit = page.locator(".sheet rect").first.bounding_box()
    assert view["y"] <= lit["y"] <= view["y"] + view["height"]
    # And back: a click on the line chooses its item.
    page.click("[data-zoom='1']")
    page.locator(f'.sheet[data-page="{lines[0][2]}"]').click(
        position={"x": (lines[0][3][0] + 30) * page.locator(".sheet").first.bounding_box()["width"] / layout["pages"][0][1],
                  "y": (lines[0][3][1] + 4) * page.locator(".sheet").first.bounding_box()["width"] / layout["pages"][0][1]}
    )  # fmt: skip
    assert page.locator(".row.current").get_attribute("data-item") == str(item.pk)
    page.context.seen.assert_clean()


def test_the_first_row_comes_open_with_the_page(site, review):
    page = site.person("vanphong.doson")
    page.goto(f"/ra-soat/{review.pk}/")
    first = page.locator("[data-state=unseen].row").first
    assert "current" in first.get_attribute("class")
    assert first.locator(".editor").is_visible()
    assert not [
        r for r in page.evaluate("performance.getEntriesByType('resource').map(r => r.name)") if "/ra-soat/" in r
    ]


def test_a_row_is_chosen_though_an_editor_moves_it_from_under_the_pressed_mouse(site, review):
    item = unseen_task(review)
    page = site.person("vanphong.doson")
    page.goto(f"/ra-soat/{review.pk}/")
    before = page.locator("[data-careful] .row").nth(1)
    before.locator("> a").click()
    before.locator(".editor").wait_for()
    held = []
    page.route(f"**/ra-soat/{review.pk}/{before.get_attribute('data-item')}/", lambda route: held.append(route))
    with page.expect_request(lambda r: r.url.endswith(f"/{before.get_attribute('data-item')}/")):
        page.reload()
    link = page.locator(f"#m{item.pk} > a")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 8)
    page.mouse.down()
    for route in held:
        route.continue_()
    page.locator(f"#m{item.pk} .editor").wait_for()
    page.mouse.up()
    assert page.locator(".row.current").get_attribute("data-item") == str(item.pk)
    page.context.seen.assert_clean()


def test_of_two_people_the_second_sees_both_versions(site, review):
    item = unseen_task(review)
    one, two = site.person("vanphong.doson"), site.person("vanphong.doson")
    for page in (one, two):
        open_item(page, review, item)
    one.fill(f"#m{item.pk} textarea[name=leads]", "Trường THCS thứ nhất")
    one.keyboard.press("Control+s")
    one.locator(f"#m{item.pk}.edited").wait_for()
    two.fill(f"#m{item.pk} textarea[name=leads]", "Trường THCS thứ hai")
    two.keyboard.press("Control+s")
    shown = two.locator(f"#m{item.pk} .conflict")
    shown.wait_for()
    assert "Trường THCS thứ nhất" in shown.inner_text()
    assert "Trường THCS thứ hai" in shown.inner_text()
    assert two.input_value(f"#m{item.pk} textarea[name=leads]") == "Trường THCS thứ hai"
    item.refresh_from_db()
    assert item.data["leads"] == ["Trường THCS thứ nhất"]
    two.click("[data-reload]")
    two.wait_for_function(
        "i => document.querySelector(i)?.value === 'Trường THCS thứ nhất'", arg=f"#m{item.pk} textarea[name=leads]"
    )
    two.keyboard.press("Escape")


def test_what_is_being_typed_survives_a_closed_tab(site, review):
    item = unseen_task(review, 1)
    page = site.person("vanphong.doson")
    open_item(page, review, item)
    page.fill(
        f"#m{item.pk} textarea[name=resource], #m{item.pk} input[name=resource]", "ngân sách phường, 200 triệu đồng"
    )
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(f"/ra-soat/{review.pk}/")
    field = again.locator(f"#m{item.pk} [name=resource]")
    field.wait_for()
    assert field.input_value() == "ngân sách phường, 200 triệu đồng"
    assert "chưa lưu" in again.locator(f"#m{item.pk}").inner_text()
    field.focus()
    again.keyboard.press("Control+s")
    again.locator(f"#m{item.pk}.edited").wait_for()
    item.refresh_from_db()
    assert item.data["resource"] == "ngân sách phường, 200 triệu đồng"
    assert again.evaluate("Object.keys(localStorage).filter((k) => k.includes('draft')).length") == 0


def test_a_lost_line_loses_nothing(site, review):
    item = unseen_task(review, 2)
    page = site.person("vanphong.doson")
    open_item(page, review, item)
    page.context.set_offline(True)
    page.fill(f"#m{item.pk} textarea[name=leads]", "Trạm y tế phường")
    page.keyboard.press("Control+s")
    page.locator(".review.offline").wait_for()
    page.locator(f"#m{item.pk} .htmx-request").wait_for(state="detached")
    assert page.input_value(f"#m{item.pk} textarea[name=leads]") == "Trạm y tế phường"
    page.context.set_offline(False)
    page.keyboard.press("Control+s")
    page.locator(f"#m{item.pk}.edited").wait_for()
    item.refresh_from_db()
    assert item.data["leads"] == ["Trạm y tế phường"]


def test_a_click_in_the_text_chooses_the_item_printed_there(site, review):
    item = unseen_task(review, 3)
    page = site.person("vanphong.doson")
    open_item(page, review, item)
    page.keyboard.press("ArrowUp")
    assert page.locator(".current").get_attribute("data-item") != str(item.pk)
    at = page.evaluate(
        """(start) => {
          const line = [...document.querySelectorAll(".paper [data-s]")].find((l) => +l.dataset.s <= start && start < +l.dataset.e);
          const range = new Range(), node = line.firstChild, from = start - line.dataset.s;
          range.setStart(node, from + 2); range.setEnd(node, from + 6);
          line.scrollIntoView({ block: "center" });
          const box = range.getBoundingClientRect();
          return [box.x + 2, box.y + box.height / 2];
        }""",
        item.data["spans"][0]["start"],
    )
    page.mouse.click(*at)
    assert page.locator(".row.current").get_attribute("data-item") == str(item.pk)
