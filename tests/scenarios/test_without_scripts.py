"""Reading, reporting and reviewing go on where no script runs."""

import pytest

from dondoc.intake.models import Review, Upload
from dondoc.programmes.models import Programme, Task
from dondoc.wards.models import User

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(site):
    """Return a function that signs somebody in with scripts off."""
    return lambda username: site.person(username, java_script_enabled=False)


def test_the_programme_is_read_and_searched(plain, find):
    page = plain("giamsat.doson")
    programme = find(Programme, ward__slug="do-son")
    page.goto(f"/chuong-trinh/{programme.pk}/")
    page.fill("input[name=tim]", "ho ngheo")
    page.click("form button:text-is('Lọc')")
    assert "hộ nghèo" in page.locator("table").first.inner_text().lower()
    assert page.locator("table tbody tr").count() == 1
    page.click(".tabs >> text=Văn bản")
    assert page.locator(".place").count() > 20


def test_a_unit_reports_its_task(plain, find):
    unit = User.objects.get(username="donvi.doson").unit
    task = find(Task, assignment__lead=unit, assignment__state="in_progress")
    page = plain("donvi.doson")
    page.goto(f"/nhiem-vu/{task.pk}/")
    form = page.locator("#bao-cao-moi form")
    form.locator("textarea").first.fill("Đã trình danh mục, đang chờ ý kiến.")
    form.locator("button.primary").click()
    assert "Đã trình danh mục" in page.locator("body").inner_text()


def test_an_item_of_the_review_is_edited_on_its_own_page(plain, find):
    review = find(Review, ward__slug="do-son", upload__state=Upload.State.REVIEW)
    item = review.items.filter(kind="task", state="unseen").first()
    page = plain("vanphong.doson")
    page.goto(f"/ra-soat/{review.pk}/")
    page.click(f"#m{item.pk} > a")
    page.fill("textarea[name=leads]", "Công an phường")
    page.click("[data-save]")
    page.goto(f"/ra-soat/{review.pk}/{item.pk}/")
    assert page.input_value("textarea[name=leads]") == "Công an phường"
    page.goto(f"/ra-soat/{review.pk}/")
    assert "đã sửa" in page.locator(f"#m{item.pk}").inner_text()
    group = page.locator("[data-accept-section]").first
    group.click()
    assert "Đã nhận" in page.locator("main").inner_text()
