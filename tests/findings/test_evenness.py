"""What most items of a paper have and some lack, and what stands twice word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding, Measure

from .drafting import Draft, number
from .papers import poverty, province

Write = Callable[[Draft], None]


def found(write: Write, paper: Callable[[], Draft] = province) -> list[Finding]:
    """Return the findings of a faultless paper after a change."""
    draft = paper()
    write(draft)
    return find(draft.programme)


def section(draft: Draft, title: str) -> str:
    """Return the id of the section that bears `title`."""
    return next(s.id for s in draft.programme.sections if s.title == title)


def one_more(text: str, **more: object) -> Write:
    """Return a change: the province's plan has two more tasks, the second as given."""

    def write(draft: Draft) -> None:
        tasks = section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP")
        draft.task(tasks, "Kiểm kê các bãi chôn lấp đã đóng cửa.", leads=["Sở Xây dựng"], finish="2026")
        draft.task(tasks, text, **more)

    return write


def test_a_task_without_a_lead_among_led_ones_is_found() -> None:
    lacking = [f for f in found(one_more("Trồng cây dọc kênh tiêu nội đồng.", finish="2027")) if "chủ trì" in f.why]
    assert [(f.kind, f.severity, f.where) for f in lacking] == [
        ("missing", "warning", ["Trồng cây dọc kênh tiêu nội đồng."])
    ]
    assert lacking[0].why == "Một nhiệm vụ không ghi đơn vị chủ trì, trong khi các nhiệm vụ khác có."


def test_a_task_without_a_date_among_dated_ones_is_found() -> None:
    lacking = [f for f in found(one_more("Trồng cây dọc kênh tiêu.", leads=["Sở Xây dựng"])) if "thời hạn" in f.why]
    assert [f.where for f in lacking] == [["Trồng cây dọc kênh tiêu."]]


def test_a_figure_with_a_time_of_its_own_dates_its_task() -> None:
    share = number("tỷ lệ hộ phân loại rác", "60", "%", "whole_term", None)

    def write(draft: Draft) -> None:
        one_more("Trồng cây dọc kênh tiêu.", leads=["Sở Xây dựng"], finish="2027")(draft)
        tasks = section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP")
        draft.task(tasks, "Nâng tỷ lệ hộ phân loại rác lên 60% vào cuối nhiệm kỳ.", share, leads=["Sở Xây dựng"])

    assert not [f for f in found(write) if "thời hạn" in f.why]


@pytest.mark.parametrize("text", ["Tập trung thực hiện các việc:", "Thực hiện các việc cụ thể như sau"])
def test_a_line_that_introduces_others_needs_neither(text: str) -> None:
    assert not [f for f in found(one_more(text)) if "nhiệm vụ khác" in f.why]


def test_a_paper_whose_tasks_are_mostly_without_leads_is_not_asked_for_each() -> None:
    def write(draft: Draft) -> None:
        draft.task(
            section(draft, "NHIỆM VỤ"), "Đắp lại bờ vùng ba cánh đồng.", leads=["Hội Nông dân xã"], finish="2026"
        )

    assert not [f for f in found(write, poverty) if "nhiệm vụ khác có" in f.why]


def closing(draft: Draft, *units: str) -> None:
    """Give units a paragraph each in the closing part of the province's plan."""
    part = section(draft, "TỔ CHỨC THỰC HIỆN")
    for place, unit in enumerate(units, start=4):
        draft.duty(part, f"{unit} thực hiện phần việc theo chức năng.", [unit], f"{place}. ")


def led_by(unit: str, *units: str) -> list[str]:
    """Return what is said of a row that `unit` leads when `units` have paragraphs of their own."""

    def write(draft: Draft) -> None:
        closing(draft, *units)
        rows = draft.appendix("01", "DANH MỤC (kèm theo)")
        draft.row(rows, "01", "1", "Lập bản đồ các nguồn nước ngầm.", leads=[unit])

    return [f.why for f in found(write) if "phần tổ chức thực hiện" in f.why]


def test_a_lead_without_a_paragraph_of_its_own_is_found() -> None:
    assert led_by("Sở Y tế", "Sở Công Thương", "Công an tỉnh") == [
        "Chủ trì việc trong phụ lục nhưng không được giao nhiệm vụ riêng ở phần tổ chức thực hiện: Sở Y tế."
    ]


@pytest.mark.parametrize("unit", ["Sở Công Thương tỉnh", "Các doanh nghiệp", "Ngân hàng Nhà nước khu vực 9"])
def test_a_lead_with_a_paragraph_or_outside_the_province_is_left_alone(unit: str) -> None:
    assert led_by(unit, "Sở Công Thương", "Công an tỉnh") == []


def test_a_closing_part_that_does_not_go_unit_by_unit_is_left_alone() -> None:
    assert led_by("Sở Y tế") == []


# Word for word


def duties(*leads: str) -> list[str]:
    """Return what is said of one sentence given to each of `leads` in the closing part."""

    def write(draft: Draft) -> None:
        part = section(draft, "TỔ CHỨC THỰC HIỆN")
        for lead in leads:
            draft.duty(part, "Làm các việc khác do Ủy ban nhân dân tỉnh yêu cầu.", [lead])

    return [f.why for f in found(write) if "nguyên văn" in f.why]


def test_one_sentence_twice_for_one_unit_is_found() -> None:
    assert duties("Sở Y tế", "Sở Y tế") == ["Mục IV: một câu được ghi hai lần, nguyên văn."]


def test_one_sentence_for_each_of_two_units_is_left_alone() -> None:
    assert duties("Sở Y tế", "Sở Công Thương") == []


LONG = (
    "Chủ đầu tư bảo đảm vốn cho lò đốt rác phát điện, đường vào bãi, hồ chứa nước rỉ và trạm quan trắc không khí tự động "
    "theo cam kết với người dân hai thôn lân cận"
)


@pytest.mark.parametrize(("again", "count"), [(f"{LONG}.", 1), ("Chủ đầu tư trả phí thuê đất đúng hạn.", 0)])
def test_a_task_that_an_assignment_repeats_is_found(again: str, count: int) -> None:
    def write(draft: Draft) -> None:
        draft.task(section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP"), f"{LONG}.", leads=["Chủ đầu tư"], finish="2027")
        draft.duty(section(draft, "TỔ CHỨC THỰC HIỆN"), again, ["Chủ đầu tư"], "4. ")

    assert len([f for f in found(write) if f.kind == "duplicate"]) == count


def test_a_plan_for_the_work_and_the_work_are_two_things() -> None:
    def write(draft: Draft) -> None:
        tasks = section(draft, "NHIỆM VỤ")
        draft.task(tasks, "Ban hành kế hoạch thăm hỏi, sửa bếp, dọn chuồng, gánh nước, chữa mái cho mẹ già neo đơn.")
        draft.task(tasks, "Góp công góp của; thăm hỏi, sửa bếp, dọn chuồng, gánh nước, chữa mái cho mẹ già neo đơn.")

    assert not [f for f in found(write, poverty) if f.kind == "duplicate"]


def test_how_work_is_to_be_done_is_no_second_order() -> None:
    def write(draft: Draft) -> None:
        tasks = section(draft, "NHIỆM VỤ")
        draft.task(tasks, "Tổ chức ngày hội bánh chưng xanh cho mẹ già neo đơn ở ba thôn.")
        draft.task(tasks, "Việc tổ chức ngày hội bánh chưng xanh cho mẹ già neo đơn phải tiết kiệm.")

    assert not [f for f in found(write, poverty) if f.kind == "duplicate"]


def test_the_follow_up_of_ministers_each_in_his_field_is_not_given_twice() -> None:
    def write(draft: Draft) -> None:
        part = section(draft, "TỔ CHỨC THỰC HIỆN")
        for lead in ("Thủ trưởng các sở, ngành", "Sở Y tế"):
            draft.duty(part, f"{lead} theo dõi, đôn đốc việc thực hiện Kế hoạch.", [lead], "4. ")

    assert not [f for f in found(write) if f.kind == "duplicate"]


def test_one_unit_in_both_roles_is_known_with_and_without_its_article() -> None:
    change = one_more(
        "Trồng cây.", leads=["Bộ, ngành, địa phương"], coordinating=["Các bộ, ngành, địa phương"], finish="2027"
    )
    assert [f.severity for f in found(change) if "vừa chủ trì vừa phối hợp" in f.why] == ["warning"]


def test_lists_without_the_letter_đ_are_noted_once() -> None:
    def write(draft: Draft) -> None:
        for _ in range(2):
            for letter in "abcde":
                draft.text(f"{letter}) Dọn bờ ruộng số {letter}.")

    assert [(f.kind, f.severity) for f in found(write, poverty)] == [("numbering", "note")]


# Lists and sums that only look wrong


def test_classes_of_two_years_are_no_repetition() -> None:
    def write(draft: Draft) -> None:
        tasks = section(draft, "NHIỆM VỤ")
        for year in (2029, 2030):
            draft.task(
                tasks, f"Năm {year}: một lớp đan lát, một lớp chăn gà, một lớp ghép cành, một lớp nuôi ong lấy mật."
            )

    assert not [f for f in found(write, poverty) if f.kind == "duplicate"]


def people(low: str, name: str, parent: str | None = None) -> Measure:
    """Return a number of persons, part of `parent` where it is given."""
    return number(name, low, "người", "unspecified", parent_measure=parent)


@pytest.mark.parametrize(("figures", "count"), [(["60", "30", "30", "30"], 0), (["60", "40"], 1)])
def test_a_breakdown_of_a_breakdown_is_added_once(figures: list[str], count: int) -> None:
    def write(draft: Draft) -> None:
        parts = [people(low, f"thợ nghề {place}", "thợ học nghề") for place, low in enumerate(figures)]
        text = "Hằng năm, 90 người là thợ học nghề, bao gồm: " + ", ".join(f"{low} người" for low in figures) + "."
        draft.target(section(draft, "CHỈ TIÊU"), "5.", text, people("90", "thợ học nghề"), *parts)

    assert len([f for f in found(write, poverty) if "các phần cộng lại" in f.why]) == count


def test_a_sum_with_a_fraction_is_written_with_a_comma() -> None:
    def write(draft: Draft) -> None:
        parts = [people(low, f"thợ nghề {place}", "thợ học nghề") for place, low in enumerate(("1.5", "3"))]
        text = "Hằng năm, 4 nghìn người là thợ học nghề, bao gồm: 1,5 nghìn và 3 nghìn người."
        draft.target(section(draft, "CHỈ TIÊU"), "5.", text, people("4", "thợ học nghề"), *parts)

    assert [f.why for f in found(write, poverty) if "các phần cộng lại là 4,5, không bằng" in f.why]


@pytest.mark.parametrize(
    ("words", "count"), [("Tỷ lệ cháy rừng duy trì mức giảm 1% hằng năm", 0), ("Hằng năm, giảm 1% vụ cháy rừng", 1)]
)
def test_a_yearly_pace_is_measured_from_the_year_before(words: str, count: int) -> None:
    def write(draft: Draft) -> None:
        fall = number("cháy rừng", "1", "%", "annual", direction="decrease")
        draft.target(section(draft, "CHỈ TIÊU"), "5.", f"{words}.", fall)

    assert len([f for f in found(write, poverty) if "so với năm nào" in f.why]) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ủy ban nhân dân các xã phối hợp trồng cây dọc kênh tiêu.", 0),
        ("Ban hành quy chế trồng cây dọc kênh tiêu.", 1),
    ],
)
def test_a_sentence_that_opens_with_who_does_it_has_its_lead(text: str, count: int) -> None:
    lacking = [f for f in found(one_more(text, finish="2027")) if "không ghi đơn vị chủ trì" in f.why]
    assert len(lacking) == count


@pytest.mark.parametrize(("fund", "count"), [("quỹ khuyến học Trung ương", 0), ("quỹ khuyến học dòng họ", 1)])
def test_money_of_two_funds_is_no_contradiction(fund: str, count: int) -> None:
    def write(draft: Draft) -> None:
        for name, low in (("quỹ khuyến học dòng họ", "40"), (fund, "70")):
            text = f"{name.capitalize()} năm 2027 có {low} triệu đồng."
            draft.task(section(draft, "NHIỆM VỤ"), text, number(name, low, "triệu đồng", year=2027))

    assert len([f for f in found(write, poverty) if f.kind == "contradiction"]) == count


def test_rows_are_what_a_numbered_title_of_tasks_counts() -> None:
    def title(announced: int) -> list[str]:
        def write(draft: Draft) -> None:
            whole = draft.section("appendix", "Phụ lục", f"{announced} nhiệm vụ trọng tâm (kèm theo)", mark="")
            for group in ("I", "II"):
                part = draft.section("group", group, f"Nhóm việc {group}", whole)
                for row in ("1", "2"):
                    draft.row(part, "01", row, f"Việc số {row} của nhóm {group} ở thôn Thượng.", group=group)

        return [f.why for f in found(write, poverty) if "nhưng bên dưới có" in f.why]

    assert title(4) == []
    assert len(title(6)) == 1


@pytest.mark.parametrize(
    ("line", "count"), [("Làm xong việc thứ nhất. 2. Nạo vét kênh.", 0), ("Làm xong việc thứ nhất.", 1)]
)
def test_a_number_in_mid_line_is_not_left_out(line: str, count: int) -> None:
    def write(draft: Draft) -> None:
        part = draft.section("group", "IV", "CÁC VIỆC KHÁC")
        draft.section("other", "1", "Dọn đường thôn", part)
        draft.text(line)
        draft.section("other", "3", "Sửa cổng đình", part)

    assert len([f for f in found(write, poverty) if "số thứ tự bị nhảy" in f.why]) == count


def test_a_task_under_the_name_of_a_unit_has_its_lead() -> None:
    def write(draft: Draft) -> None:
        tasks = section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP")
        part = draft.section("tasks", "1", "Giao Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", tasks)
        draft.task(part, "Vận động người dân phân loại rác.", finish="2027")

    assert not [f for f in found(write) if "chủ trì" in f.why]


def test_labels_of_cells_are_no_goals_set_twice() -> None:
    def write(draft: Draft) -> None:
        for number_ in ("5.", "6."):
            label = "Đơn vị chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị xã Tân Lập."
            draft.target(
                section(draft, "CHỈ TIÊU"),
                number_,
                label,
                number(label, None, "", "unspecified", direction="qualitative"),
            )

    assert not [f for f in found(write, poverty) if "đặt cùng một chỉ tiêu" in f.why]


def test_an_excerpt_without_any_head_is_noted_and_no_more() -> None:
    def write(draft: Draft) -> None:
        header = draft.programme.document
        header.number = header.date = header.issuer = header.signer = None

    assert [f.severity for f in found(write, poverty) if "thiếu số" in f.why] == ["note"]


def rows_of_one_table(first: str, second: str) -> int:
    """Return how many contradictions two neighbouring rows with other figures raise."""

    def write(draft: Draft) -> None:
        rows = draft.appendix("01", "CHỈ TIÊU (kèm theo)")
        for place, (name, low) in enumerate(((first, "2"), (second, "60")), start=1):
            draft.row(rows, "01", str(place), name, number(name, low, "%"), leads=["Sở Công Thương"])

    return len([f for f in found(write) if f.kind == "contradiction"])


def test_two_rows_of_one_table_are_two_things_unless_they_bear_one_name() -> None:
    money = "Kinh phí nghiên cứu giống lúa chịu mặn"
    assert rows_of_one_table(money, f"Tỷ trọng vốn doanh nghiệp trên {money.lower()}") == 0
    assert rows_of_one_table(money, money) == 1


@pytest.mark.parametrize(("between", "count"), [("2 Chăn nuôi", 0), ("Chăn nuôi", 1)])
def test_a_row_of_a_heading_is_not_left_out(between: str, count: int) -> None:
    def write(draft: Draft) -> None:
        rows = draft.appendix("01", "DANH MỤC (kèm theo)")
        draft.row(rows, "01", "1", "Lập bản đồ đất.", leads=["Sở Công Thương"])
        draft.text(between)
        draft.row(rows, "01", "3", "Đo độ mặn nước sông.", leads=["Sở Công Thương"])

    assert len([f for f in found(write) if f.kind == "numbering"]) == count


def test_the_review_of_two_laws_is_no_repetition() -> None:
    def write(draft: Draft) -> None:
        for law in ("Luật Nhà giáo", "Luật Đường bộ"):
            text = f"Tiếp tục tổ chức rà soát, kiến nghị sửa đổi, bổ sung, chủ trì thẩm tra các dự án: {law}."
            draft.task(section(draft, "NHIỆM VỤ"), text)

    assert not [f for f in found(write, poverty) if f.kind == "duplicate"]


def test_a_remark_in_brackets_needs_no_number() -> None:
    def write(draft: Draft) -> None:
        part = section(draft, "TỔ CHỨC THỰC HIỆN")
        draft.duty(part, "(kèm danh mục phân công và thời gian thực hiện).", [])

    assert not [f for f in found(write) if f.kind == "numbering"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nghị quyết về bảo tồn nghề rèn cổ truyền ở ba thôn ven sông.", 1),
        ("Hoàn thiện quy định về bảo tồn nghề rèn cổ truyền ở ba thôn ven sông.", 0),
    ],
)
def test_a_paper_to_be_drafted_needs_its_drafter(text: str, count: int) -> None:
    def write(draft: Draft) -> None:
        task = draft.task(section(draft, "NHIỆM VỤ"), text)
        kind = "Nghị quyết" if count else "Quy định"
        draft.deliverable(kind, "bảo tồn nghề rèn cổ truyền ở ba thôn ven sông", section(draft, "NHIỆM VỤ"), task)

    assert len([f for f in found(write, poverty) if "đơn vị soạn thảo" in f.why]) == count


@pytest.mark.parametrize(("finish", "count"), [("2025-03-30", 1), ("2026-03-30", 0)])
def test_a_task_that_was_due_before_the_paper_is_found(finish: str, count: int) -> None:
    def write(draft: Draft) -> None:
        draft.task(
            section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP"), "Cài phần mềm diệt mã độc.", leads=["Sở Y tế"], finish=finish
        )

    assert len([f for f in found(write) if "đã qua trước ngày ký" in f.why]) == count


@pytest.mark.parametrize(("finish", "count"), [("2025-03-30", 1), ("2026-03-30", 0)])
def test_a_draft_without_a_date_is_no_older_than_what_it_cites(finish: str, count: int) -> None:
    def write(draft: Draft) -> None:
        draft.programme.document.date = None
        draft.text("Thực hiện Kế hoạch số 38-KH/TU ngày 11/02/2026 của Ban Thường vụ Tỉnh ủy về chuyển đổi số.")
        draft.task(
            section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP"), "Cài phần mềm diệt mã độc.", leads=["Sở Y tế"], finish=finish
        )

    assert len([f for f in found(write) if "đã qua trước ngày ký" in f.why]) == count


@pytest.mark.parametrize(
    ("line", "count"), [("Ban hành hoặc r à s o á t quy chế.", 1), ("Các điểm a, b, c và lớp 3 A.", 0)]
)
def test_a_word_that_fell_apart_is_found(line: str, count: int) -> None:
    assert len([f for f in found(lambda draft: draft.text(line), poverty) if "tách rời" in f.why]) == count


def test_a_roman_number_is_left_out_whatever_is_numbered_below() -> None:
    def write(draft: Draft) -> None:
        part = draft.section("group", "IV", "CÁC VIỆC KHÁC")
        for number_ in ("1", "2", "3", "4", "5"):
            draft.section("other", number_, f"Dọn đường thôn {number_}", part)
        draft.section("group", "VI", "KINH PHÍ")

    assert [f.why for f in found(write, poverty) if f.kind == "numbering"] == [
        "Sau mục IV là mục VI: số thứ tự bị nhảy."
    ]


def test_the_same_work_under_headings_of_years_is_a_schedule() -> None:
    def write(draft: Draft) -> None:
        for year in (2026, 2027):
            part = draft.section("tasks", str(year - 2020), f"Năm {year}", section(draft, "NHIỆM VỤ"))
            draft.task(
                part, "Mở 02 lớp dạy nghề rèn ở ba thôn ven sông.", number("lớp dạy nghề rèn", "2", "lớp", year=year)
            )

    assert not [f for f in found(write, poverty) if f.kind == "contradiction"]


def bare(heading: str, duty: str = "Sở Y tế báo cáo hằng năm.") -> list[str]:
    """Return what is said of ten tasks without lead and date under a heading, beside one duty."""

    def write(draft: Draft) -> None:
        part = draft.section("tasks", "V", heading)
        for place in range(24):
            draft.task(part, f"Nạo vét kênh số {place} và trồng cây chắn gió hai bên bờ.")
        draft.duty(section(draft, "TỔ CHỨC THỰC HIỆN"), duty, ["Sở Y tế"], "4. ")

    return [f.why for f in found(write) if "thời hạn hoàn thành" in f.why]


def test_a_body_without_leads_and_dates_is_told_once() -> None:
    assert bare("GIẢI PHÁP KHÁC") == ["Mục V: có 24 nhiệm vụ không ghi đơn vị chủ trì và thời hạn hoàn thành."]


@pytest.mark.parametrize("heading", ["GIẢI PHÁP NĂM 2027", "Sở Nông nghiệp và Môi trường"])
def test_a_heading_may_give_the_date_or_the_lead(heading: str) -> None:
    assert bare(heading) == []


def test_a_duty_may_take_a_whole_part() -> None:
    assert bare("GIẢI PHÁP KHÁC", "Sở Y tế chủ trì các nhiệm vụ tại mục (V), hằng năm báo cáo.") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vay vốn qua Ngân hàng Chính sách xã hội huyện Ứng Hạ.", 1),
        ("Cấp chứng chỉ nghề theo quy định của Bộ Lao động - TB&XH.", 1),
        ("Vay vốn qua Ngân hàng Chính sách xã hội huyện Ứng Hạ cũ.", 0),
        ("Sửa Quyết định số 12/2019/QĐ-UBND của thị xã Bến Đá về giá đất.", 0),
        ("Vay vốn qua Ngân hàng Chính sách xã hội tại huyện đảo.", 0),
    ],
)
def test_a_district_named_inside_another_name_is_found(text: str, count: int) -> None:
    def write(draft: Draft) -> None:
        draft.task(section(draft, "NHIỆM VỤ"), text)

    assert [f.where for f in found(write, poverty) if f.kind == "stale_unit"] == [[text]] * count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Cài phần mềm cho máy tính của cán bộ trong các cơ quan đảng tỉnh.", 1),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh vận động hội viên giúp nhau.", 1),
        ("Học tập Nghị quyết Đại hội Đảng bộ tỉnh lần thứ I.", 0),
        ("Phối hợp với các cơ quan đảng tỉnh cài phần mềm cho máy tính.", 0),
        ("Uỷ ban Mặt trận Tổ quốc Việt Nam xã vận động hội viên giúp nhau.", 0),
    ],
)
def test_a_commune_does_not_give_work_to_the_province(text: str, count: int) -> None:
    def write(draft: Draft) -> None:
        draft.task(section(draft, "NHIỆM VỤ"), text)

    assert [f.where for f in found(write, poverty) if "cấp trên" in f.why] == [[text]] * count


def test_a_province_gives_work_to_its_own_bodies() -> None:
    text = "Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh vận động hội viên giúp nhau."
    assert not [f for f in found(one_more(text)) if "cấp trên" in f.why]


def test_the_same_office_in_charge_of_two_tasks_is_no_repetition() -> None:
    def write(draft: Draft) -> None:
        tasks = section(draft, "NHIỆM VỤ VÀ GIẢI PHÁP")
        charged = "Phòng Kinh tế, Hạ tầng và Đô thị chủ trì"
        draft.task(tasks, f"Cải tạo hai chợ dân sinh ({charged}; hoàn thành trong năm 2027).", leads=["Phòng Kinh tế"])
        draft.task(tasks, f"Lập tổ tự quản môi trường ({charged}, phối hợp với Hội Phụ nữ).", leads=["Phòng Kinh tế"])

    assert not [f for f in found(write) if f.kind == "duplicate"]
