"""The frame of every page: sign-in, menu, notices, without a mouse and without JavaScript."""

import pytest

pytestmark = pytest.mark.browser


def test_sign_in_is_seen_as_meant_and_a_wrong_password_takes_the_focus(site):
    page = site.nobody()
    page.goto("/dang-nhap/")
    page.fill("#id_login", "khong.ai")
    page.fill("#id_password", "sai")
    page.keyboard.press("Enter")
    page.wait_for_selector(".error-summary")
    assert "chưa đúng" in page.inner_text(".error-summary")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.context.seen.assert_clean()


def test_figures_stand_in_tabular_digits_and_words_in_one_family(site):
    page = site.person("quantri")
    page.goto("/cai-dat/")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replaceAll('\"', ''))"
    )
    assert set(loaded) == {"Be Vietnam Pro", "So"}


def test_the_menu_opens_and_closes_by_keyboard(site):
    page = site.person("quantri")
    page.goto("/cai-dat/")
    page.focus(".menu > summary")
    page.keyboard.press("Enter")
    assert page.is_visible(".menu .sheet")
    page.keyboard.press("Escape")
    assert not page.is_visible(".menu .sheet")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_first_tab_leads_past_the_top_bar_to_the_content(site):
    page = site.person("quantri")
    page.goto("/cai-dat/")
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "Tới nội dung"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_units_are_kept_without_javascript(site):
    page = site.person("quantri", java_script_enabled=False)
    page.goto("/cai-dat/do-son/don-vi/them/")
    page.fill("#id_name", "Tổ thử không kịch bản")
    page.click("form.card button.primary")
    assert "Đã thêm Tổ thử không kịch bản." in page.inner_text("[role=status]")
    page.click("text=Sửa >> nth=0")
    page.click("text=Ngừng giao việc")
    page.click("text=Hoàn tác")
    assert "lại giao việc được" in page.inner_text(".notice")


def test_large_type_and_dark_ground_are_chosen_by_hand(site):
    page = site.person("giamsat.bachdang")
    page.goto("/ca-nhan/")
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert page.evaluate(size) == 16
    page.check("#id_large_type")
    page.check("input[name=theme][value=dark]")
    page.click("form.card button.primary")
    assert page.evaluate(size) == 18
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 22, 28)"
    page.uncheck("#id_large_type")
    page.check("input[name=theme][value='']")
    page.click("form.card button.primary")
    assert page.evaluate(size) == 16


def test_the_printed_page_has_neither_bars_nor_buttons(site):
    page = site.person("giamsat.doson")
    page.goto("/nhat-ky/")
    page.emulate_media(media="print")
    for selector in (".topbar", ".toolbar", ".btn"):
        assert not page.locator(selector).first.is_visible()
    assert page.locator("table").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_everything_is_in_english_for_who_wants_it(site):
    page = site.nobody()
    page.goto("/dang-nhap/")
    page.click("text=English")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Sign in" in page.inner_text("form button.primary")


def test_what_is_missing_is_told_in_vietnamese_and_what_was_typed_is_kept(site):
    page = site.person("quantri")
    page.goto("/cai-dat/do-son/nguoi/them/")
    page.fill("#id_username", "moi.doson")
    page.select_option("#id_role", "unit")
    page.click("form.card button.primary")
    summary = page.inner_text(".error-summary")
    assert "Cần xem lại" in summary
    assert "Chọn đơn vị mà người này báo cáo." in summary
    assert page.input_value("#id_username") == "moi.doson"
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_full_name"
