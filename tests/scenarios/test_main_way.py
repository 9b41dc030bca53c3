"""The main way, by hand: a paper is brought in, reviewed by keyboard, published, reported on, judged, reported up."""

import datetime
import io
import itertools
from pathlib import Path

import pytest

from dondoc.intake.models import Review, Upload
from dondoc.papers.models import Paper
from dondoc.programmes.models import Measure, Programme, Task
from dondoc.wards.models import User
from dondoc.work.models import Assignment

pytestmark = pytest.mark.browser
PAPER = Path(__file__).parents[1] / "fixtures/bach-dang.docx"
OFFICE, LEADER, UNIT = "vanphong.bachdang", "lanhdao.bachdang", "donvi.bachdang"


def chosen(page):
    """Return the key of the row that is chosen, once its editor is there."""
    page.locator(".row.current .editor").wait_for()
    return int(page.locator(".row.current").get_attribute("data-item"))


def blank_pdf():
    """Return a PDF of one empty page."""
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    made.new_page(595, 842)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def count(page, at):
    """Return a number of the line that counts down: 0 is seen/all, 1 careful, 2 errors."""
    return page.locator("#progress .tally strong").nth(at).inner_text()


def test_uploading_shows_that_it_is_read_and_ends_in_the_review(site, find):
    page = site.person(OFFICE)
    waiting = Upload.objects.create(
        ward=User.objects.get(username=OFFICE).ward, uploaded_by=User.objects.get(username=OFFICE),
        filename="đang đọc.pdf", sha256="0" * 64, state=Upload.State.READING, pages_done=3, pages_total=12,
    )  # fmt: skip
    page.goto(f"/nhap/{waiting.pk}/")
    assert page.locator("progress").get_attribute("value") == "3"
    Upload.objects.filter(pk=waiting.pk).update(state=Upload.State.FAILED, message="Tệp này đã hỏng.")
    page.locator("text=Tệp này đã hỏng.").wait_for()
    page.goto("/nhap/")
    page.set_input_files("input[type=file]", PAPER)
    page.check("[name=not_secret]")
    page.click("text=Đọc văn bản")
    page.wait_for_url("**/ra-soat/*/")
    review = find(Review, upload__filename=PAPER.name)
    assert page.url.endswith(f"/ra-soat/{review.pk}/")
    page.context.seen.assert_clean()


def test_the_review_goes_by_keyboard_alone(site, find):
    review = find(Review, upload__filename=PAPER.name)
    page = site.person(OFFICE)
    page.goto(f"/ra-soat/{review.pk}/")
    first = chosen(page)
    careful = [int(x) for x in page.locator("[data-careful] > .row").evaluate_all("r => r.map((x) => x.dataset.item)")]
    assert first == careful[0]
    left = int(count(page, 1)) + int(count(page, 2))
    press = page.keyboard.press

    press("ArrowDown")
    assert chosen(page) == careful[1]
    acts = page.locator(".row.current .acts").bounding_box()
    assert 0 < acts["y"] + acts["height"] <= page.viewport_size["height"], "in sight, however long the editor is"
    press("ArrowUp")
    assert chosen(page) == first
    press("Enter")
    page.locator(f"#m{first}.accepted").wait_for()
    assert chosen(page) == careful[1]
    assert int(count(page, 1)) + int(count(page, 2)) == left - 1
    press("Control+z")
    page.locator(f"#m{first}.unseen").wait_for()
    assert int(count(page, 1)) + int(count(page, 2)) == left

    task = review.items.filter(kind="task", doubtful=False, state="unseen").first()
    page.click(f"#m{task.pk} > a")
    assert chosen(page) == task.pk
    press("F2")
    page.keyboard.type(" ")
    page.fill(f"#m{task.pk} textarea[name=coordinating]", "Văn phòng Đảng ủy")
    press("Control+s")
    page.locator(f"#m{task.pk}.edited").wait_for()
    task.refresh_from_db()
    assert (task.state, task.data["coordinating"]) == ("edited", ["Văn phòng Đảng ủy"])
    dropped = chosen(page)
    press("Delete")
    page.locator(f"#m{dropped}.dropped").wait_for()
    press("Control+z")
    page.locator(f"#m{dropped}.unseen").wait_for()
    assert chosen(page) == dropped

    page.click(f"#m{dropped} > a")
    assert chosen(page) == dropped
    section = page.locator(".group", has=page.locator(f"#m{dropped}"))
    press("Control+Enter")
    page.locator(f"#m{dropped}.accepted").wait_for()
    assert section.locator(".row.unseen:not(.doubtful)").count() == 0
    press("F1")
    assert page.locator("dialog[open]").is_visible()
    press("Escape")
    page.locator("dialog[open]").wait_for(state="detached")

    page.evaluate("document.querySelector('.list').scrollTo(0, 0)")
    page.locator("[data-careful] > .row > a").first.click()
    chosen(page)
    for _ in careful[1:]:
        press("PageDown")
    assert chosen(page) == careful[-1]
    page.locator("[data-careful] > .row > a").first.click()
    for number in itertools.count():
        current = chosen(page)
        if current not in careful:
            break
        assert number < len(careful)
        press("Enter")
        page.locator(f"#m{current}.accepted").wait_for()
    assert (count(page, 1), page.locator("#progress .tally strong").count()) == ("0", 2)
    page.context.seen.assert_clean()


def test_number_and_date_are_asked_for_and_then_it_is_published(site, find):
    review = find(Review, upload__filename=PAPER.name)
    page = site.person(OFFICE)
    page.goto(f"/ra-soat/{review.pk}/")
    page.click("text=Công bố")
    assert "Chưa ghi số văn bản" in page.locator("main").inner_text()
    press = page.keyboard.press
    press("F4")
    page.keyboard.type("07-CTr/ĐU")
    press("Tab")
    press("Tab")
    page.keyboard.type("26/9/2025")
    press("Enter")
    page.locator("#progress .ready").wait_for()
    press("F9")
    assert page.evaluate("document.activeElement.matches('[data-publish]')")
    press("Enter")
    page.wait_for_url("**/chuong-trinh/*/")
    assert "07-CTr/ĐU" in page.locator("h1").inner_text()
    page.context.seen.assert_clean()


def test_the_programme_is_searched_and_leads_to_its_task(site, find):
    programme = find(Programme, number="07-CTr/ĐU")
    page = site.person(OFFICE)
    page.goto(f"/chuong-trinh/{programme.pk}/?xem=nhiem-vu")
    everything = page.locator("tbody tr").count()
    page.fill("input[name=tim]", "chuyen doi so")
    page.keyboard.press("Enter")
    page.wait_for_url("**tim=chuyen**")
    rows = page.locator("tbody tr")
    assert 0 < rows.count() < everything
    assert "chuyển đổi số" in rows.first.locator("th").text_content().lower()
    rows.first.locator("a").first.click()
    page.wait_for_url("**/nhiem-vu/*/")
    page.click("text=Xem câu này trong văn bản")
    page.wait_for_url("**/van-ban/#c*")
    assert page.locator(".place:target").count() == 1


def test_a_unit_reports_with_evidence_and_the_leader_confirms(site, find):
    task = find(Task, programme__number="07-CTr/ĐU", guarded=False, source="body", recurrence="", finish="")
    reporter = User.objects.get(username=UNIT)
    Assignment.objects.filter(task=task).update(lead=reporter.unit, decided_by=User.objects.get(username=LEADER))
    page = site.person(UNIT)
    page.goto(f"/nhiem-vu/{task.pk}/")
    form = page.locator("#bao-cao-moi form")
    form.locator("[name=state][value=in_progress]").check()
    form.locator("[name=text]").fill("Đã trình danh mục 12 khu đất.")
    form.locator("[type=file]").set_input_files(
        {"name": "tờ trình.pdf", "mimeType": "application/pdf", "buffer": blank_pdf()}
    )
    form.locator("button.primary").click()
    page.locator("main", has_text="Đã gửi báo cáo").wait_for()
    assert "tờ trình.pdf" in page.locator("main").inner_text()
    leader = site.person(LEADER)
    leader.goto(f"/nhiem-vu/{task.pk}/")
    with leader.expect_download() as download:
        leader.click('a[href^="/minh-chung/"]')
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    leader.click(".decide button.primary")
    leader.locator("text=xác nhận").first.wait_for()
    assert task.assignment.reports.get().status == "confirmed"
    leader.context.seen.assert_clean()


def test_a_figure_is_reported_judged_and_its_arithmetic_shown(site, find):
    reporter = User.objects.get(username=UNIT)
    measure = find(
        Measure,
        programme__number="07-CTr/ĐU",
        period="annual",
        direction="at_least",
        unit="%",
        guarded=False,
        task=None,
    )
    Measure.objects.filter(pk=measure.pk).update(lead=reporter.unit)
    page = site.person(UNIT)
    page.goto(f"/thuoc-do/{measure.pk}/")
    form = page.locator("#so-lieu-moi form")
    form.locator("[name=value]").fill("1,5")
    form.locator("button.primary").click()
    page.locator("text=Đã gửi số liệu").wait_for()
    leader = site.person(LEADER)
    leader.goto(f"/thuoc-do/{measure.pk}/")
    leader.click(".decide button.primary")
    leader.locator(".arithmetic ol").wait_for()
    assert "1,5" in leader.locator(".arithmetic").inner_text()
    assert leader.locator(".beside, .title-row .st").first.inner_text() in {"Chậm", "Nguy cơ", "Đúng tiến độ", "Đạt"}
    leader.context.seen.assert_clean()


def test_the_report_comes_out_as_a_word_file(site, find):
    programme = find(Programme, number="07-CTr/ĐU")
    page = site.person(OFFICE)
    page.goto("/bao-cao/")
    page.select_option("[name=programme]", str(programme.pk))
    page.locator("[name=period]").select_option(index=0)
    page.click("button >> text=Lập báo cáo")
    page.locator("text=Đã lập báo cáo").wait_for()
    paper = find(Paper, programme=programme)
    with page.expect_download() as download:
        page.click(f'a[href="/bao-cao/{paper.pk}/"]')
    from docx import Document

    document = Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "07-CTr/ĐU" in text
    assert len(document.tables) >= 3
    assert paper.written_at.date() <= datetime.date.today() + datetime.timedelta(days=1)
    page.context.seen.assert_clean()
