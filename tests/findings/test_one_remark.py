"""One remark for a paper where the same holds of many items, and none where the genre allows it."""

from __future__ import annotations

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft, number, rate
from .papers import poverty, province


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def part(draft: Draft, title: str) -> str:
    """Return the id of the section that bears `title`."""
    return next(s.id for s in draft.programme.sections if s.title == title)


def test_doubled_words_are_told_once() -> None:
    draft = Draft()
    draft.text("Các thôn sửa sửa cầu treo và trồng trồng cây dọc đường liên thôn.")
    assert [f.why for f in found(draft, "hai lần liền nhau")] == ["Từ “sửa”, “trồng” in hai lần liền nhau."]


def test_a_word_that_ends_one_compound_and_heads_the_next_is_not_doubled() -> None:
    draft = Draft()
    draft.text("Dạy luật an toàn giao thông thông qua trò chơi ở trường.")
    assert found(draft, "hai lần liền nhau") == []


def test_brackets_without_partners_are_told_once() -> None:
    draft = Draft()
    work = draft.section("tasks", "I", "NHIỆM VỤ")
    draft.task(work, "Sửa cầu treo (bản Nà Cang để học sinh đi lại.")
    draft.task(work, "Mở đường lâm sinh đến khe Tảng) trước mùa mưa.")
    assert [f.why for f in found(draft, "Dấu ngoặc đơn")] == ["Dấu ngoặc đơn mở hoặc đóng bị thiếu (2 chỗ)."]


def test_a_task_without_lead_and_date_is_told_once() -> None:
    draft = province()
    tasks = part(draft, "NHIỆM VỤ VÀ GIẢI PHÁP")
    draft.task(tasks, "Kiểm kê bãi chôn lấp đã đóng cửa.", leads=["Sở Xây dựng"], finish="2026")
    draft.task(tasks, "Trồng cây dọc kênh tiêu nội đồng.")
    assert [f.why for f in found(draft, "nhiệm vụ khác có")] == [
        "Một nhiệm vụ không ghi đơn vị chủ trì và thời hạn, trong khi các nhiệm vụ khác có."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Thường xuyên nạo vét kênh tiêu nội đồng.",
        "Bí thư chi bộ có trách nhiệm chỉ đạo địa bàn được phân công phụ trách.",
    ],
)
def test_a_duty_that_lasts_needs_no_date(text: str) -> None:
    draft = province()
    tasks = part(draft, "NHIỆM VỤ VÀ GIẢI PHÁP")
    draft.task(tasks, "Kiểm kê bãi chôn lấp đã đóng cửa.", leads=["Sở Xây dựng"], finish="2026")
    draft.task(tasks, text, leads=["Sở Xây dựng"])
    assert found(draft, "nhiệm vụ khác có") == []


def bare(draft: Draft) -> Draft:
    """Add eight tasks without lead and date, one of them with a figure."""
    work = draft.section("tasks", "VI", "VIỆC PHẢI LÀM")
    for place in range(7):
        draft.task(work, f"Dọn lòng suối đoạn {place} trước mùa lũ.")
    draft.task(work, "Lắp 40 đèn năng lượng mặt trời dọc đường thôn.", number("đèn", "40", "đèn", "unspecified"))
    return draft


def test_tasks_of_which_all_lack_lead_and_date_are_told_once_at_their_heading() -> None:
    draft = bare(Draft(term=None))
    faults = [f for f in find(draft.programme) if "thời hạn" in f.why]
    assert [f.why for f in faults] == ["Mục VI: có 8 nhiệm vụ không ghi đơn vị chủ trì và thời hạn hoàn thành."]
    assert faults[0].where[0] == "VI. VIỆC PHẢI LÀM"


def targets(*texts: str, about: str) -> list[Finding]:
    """Return what is said of targets without a year."""
    draft = Draft(term=None, about=about)
    aims = draft.section("indicators", "I", "CHỈ TIÊU")
    for text in texts:
        draft.target(aims, None, text, rate(text.partition(" đạt")[0], "90", "unspecified"))
    return found(draft, "không ghi năm phải đạt")


def test_a_list_without_any_year_is_told_once() -> None:
    two = ("Tỷ lệ hộ dùng nước máy đạt 90%.", "Tỷ lệ trẻ tiêm chủng đạt 90%.")
    assert [len(f.where) for f in targets(*two, about="về nước sạch")] == [2]
    assert targets(*two, about="về nước sạch năm 2027") == []
    assert targets(two[0], about="về nước sạch") == []


def test_a_year_later_in_the_sentence_dates_only_what_follows() -> None:
    draft = poverty()
    text = "Tỷ lệ hộ thu gom rác đạt 97%; đến cuối năm 2027, trên 60% hộ phân loại rác."
    draft.target(
        part(draft, "CHỈ TIÊU"),
        "9.",
        text,
        rate("Tỷ lệ hộ thu gom rác", "97", "unspecified"),
        rate("hộ phân loại rác", "60", year=2027, direction="above"),
    )
    faults = found(draft, "không biết phải đạt khi nào")
    assert [f.where for f in faults] == [["Tỷ lệ hộ thu gom rác đạt 97%;"]]


def test_the_unit_of_the_next_cell_is_no_other_commune() -> None:
    draft = Draft()
    for _ in range(3):
        draft.text("Ủy ban nhân dân xã Tân Lập thông báo đến các thôn.")
    draft.text("Tuần tra ven rừng Công an xã Hạt Kiểm lâm khu vực hằng tháng")
    assert found(draft, "sót lại từ văn bản nơi khác") == []


@pytest.mark.parametrize(("times", "count"), [(1, 1), (3, 0)])
def test_residential_groups_in_a_commune_of_villages_are_found(times: int, count: int) -> None:
    draft = Draft(issuer="Ủy ban nhân dân xã")
    work = draft.section("tasks", "I", "NHIỆM VỤ")
    for place in range(4):
        draft.task(work, f"Sửa nhà văn hóa thôn Đồng {place} trước mùa mưa.")
    for place in range(times):
        draft.task(work, f"Lắp camera tại tổ dân phố số {place}.")
    assert len(found(draft, "không có tổ dân phố")) == count


def test_the_way_from_province_to_commune_is_not_a_communes_to_order() -> None:
    draft = Draft(issuer="Ban Chấp hành Đảng bộ xã")
    work = draft.section("tasks", "I", "NHIỆM VỤ")
    draft.task(work, "Liên thông văn bản từ cấp tỉnh đến cấp xã trên trục chung.")
    assert found(draft, "chép từ văn bản cấp trên") == []  # a link with the bodies above
    draft.task(work, "Họp trực tuyến thông suốt từ tỉnh xuống cơ sở hằng tháng.")
    assert [f.where for f in found(draft, "chép từ văn bản cấp trên")] == [
        ["Họp trực tuyến thông suốt từ tỉnh xuống cơ sở hằng tháng."]
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sản lượng chè búp đạt khoảng trên 500 tấn.", 1),
        ("Doanh thu du lịch tăng khoảng 12% trở lên.", 1),
        ("Sản lượng chè búp đạt khoảng 500 tấn.", 0),
        ("Trồng rừng cách suối khoảng 20 m, mật độ từ 1.600 cây trở lên.", 0),
    ],
)
def test_a_figure_is_either_about_or_at_least(text: str, count: int) -> None:
    draft = Draft()
    draft.task(draft.section("tasks", "I", "NHIỆM VỤ"), text)
    assert len(found(draft, "ước chừng hay tối thiểu")) == count


def test_a_part_numbered_one_without_a_part_two_is_found() -> None:
    draft = Draft()
    top = draft.section("group", "II", "NHIỆM VỤ")
    part_one = draft.section("tasks", "1", "Thủy lợi", top)
    draft.task(part_one, "Nạo vét kênh tiêu.")
    draft.section("organisation", "III", "TỔ CHỨC THỰC HIỆN")
    assert [f.where for f in found(draft, "không có mục tiếp theo")] == [["II. NHIỆM VỤ", "1. Thủy lợi"]]


def test_a_second_part_that_was_not_read_as_a_heading_counts() -> None:
    draft = Draft()
    top = draft.section("group", "II", "NHIỆM VỤ")
    draft.task(draft.section("tasks", "1", "Thủy lợi", top), "Nạo vét kênh tiêu.")
    draft.text("2. Chăn nuôi")
    draft.section("organisation", "III", "TỔ CHỨC THỰC HIỆN")
    assert found(draft, "không có mục tiếp theo") == []


def test_a_fall_without_a_base_in_a_task_is_found_where_no_list_of_targets_is() -> None:
    draft = Draft()
    fall = rate("số vụ cháy rừng", "30", "unspecified", direction="decrease")
    draft.task(draft.section("tasks", "I", "NHIỆM VỤ"), "Giảm 30% số vụ cháy rừng.", fall)
    assert len(found(draft, "không nói so với năm nào")) == 1
    aim = number("trồng quế", "20", "ha")
    draft.target(draft.section("indicators", "II", "CHỈ TIÊU"), None, "Đến năm 2030, trồng 20 ha quế.", aim)
    assert found(draft, "không nói so với năm nào") == []


def test_reports_at_regular_times_must_say_which() -> None:
    draft = Draft()
    closing = draft.section("organisation", "III", "TỔ CHỨC THỰC HIỆN")
    draft.duty(closing, "Phòng Kinh tế dạy nghề rèn cho thanh niên.", ["Phòng Kinh tế"], "1. ")
    draft.duty(closing, "Văn phòng Đảng ủy định kỳ báo cáo Ban Thường vụ.", ["Văn phòng Đảng ủy"], "2. ")
    faults = found(draft, "kỳ báo cáo")
    assert [(f.severity, f.where) for f in faults] == [("note", ["Văn phòng Đảng ủy định kỳ báo cáo Ban Thường vụ."])]
