"""Lines judged into paragraphs."""

from __future__ import annotations

from dondoc.extraction.paragraphs import paragraphs_of
from extraction.papers import document_of


def _texts(text: str, *, begins: bool | None = None) -> list[str]:
    document = document_of(text, begins=begins)
    return [paragraph.text for paragraph in paragraphs_of(document, document.lines)]


WIDE = "Đổi mới công tác quán triệt Nghị quyết, tạo sự nhất trí cao trong nhận thức và"


def test_a_line_that_begins_with_a_dash_in_mid_sentence_continues() -> None:
    lines = f"- {WIDE}\nhành động của toàn Đảng bộ, quân và Nhân dân trong phường, nhiệm kỳ năm 2025\n- 2030."
    assert _texts(lines) == [" ".join(lines.split())]


def test_a_dash_after_a_full_stop_begins_a_bullet() -> None:
    lines = f"- {WIDE}\nhành động.\n- Nâng cao chất lượng."
    assert _texts(lines)[1] == "- Nâng cao chất lượng."


def test_a_name_parted_at_its_dash_stays_whole() -> None:
    lines = f"- {WIDE}\nphát triển các lĩnh vực có lợi thế của địa phương như du lịch, thương mại, kinh tế\n- xã hội của phường."
    assert len(_texts(lines)) == 1


def test_a_short_line_with_a_full_stop_ends_its_paragraph() -> None:
    lines = f"- {WIDE}\n{WIDE}\nhành động của Nhân dân.\nHội Nông dân: {WIDE.lower()}\nhành động."
    assert len(_texts(lines)) == 2


def test_a_full_line_with_a_full_stop_does_not_end_a_bullet() -> None:
    first = "- Tổ chức tập huấn định kỳ cho cán bộ, công chức về kỹ năng sử dụng phần mềm."
    lines = f"{first}\n{WIDE}\nTăng cường kiểm tra."
    assert _texts(f"{lines}\n{WIDE}\n{WIDE}")[0].startswith(first + " Đổi mới")


def test_a_number_that_ends_a_sentence_is_no_label() -> None:
    lines = f"{WIDE}\nthực hiện Nghị quyết Đại hội đại biểu Đảng bộ phường và các văn bản của khóa\nI. Ban Chấp hành xây dựng Chương trình."
    assert len(_texts(lines)) == 1


def test_the_heading_of_targets_begins_a_paragraph() -> None:
    lines = f"1. Mục tiêu: {WIDE.lower()}\nhành động.\nMột số chỉ tiêu cụ thể:\n(1) Tỷ lệ đạt 90%."
    assert _texts(lines)[1:] == ["Một số chỉ tiêu cụ thể:", "(1) Tỷ lệ đạt 90%."]


def test_a_paragraph_cut_by_a_page_is_put_together() -> None:
    lines = "- Thực hiện việc đánh giá cán bộ theo hướng xuyên suốt, có tiêu chí,\nthông qua sản phẩm cụ thể."
    assert _texts(lines, begins=True) == [" ".join(lines.split())]


def test_a_line_of_responsibility_begins_a_paragraph() -> None:
    lines = (
        "1.1. Nghị quyết về nâng cao chất lượng giáo dục và đào tạo trên địa bàn xã đến năm\n"
        "2030.\nVăn phòng Đảng ủy chủ trì, phối hợp các cơ quan liên quan tham mưu, trình trong quý\nI/2026."
    )
    assert _texts(lines)[1].startswith("Văn phòng Đảng ủy chủ trì")


def test_capitals_and_other_text_are_never_one_paragraph() -> None:
    lines = "II. CHƯƠNG TRÌNH PHÁT TRIỂN KINH TẾ\nTập trung huy động các nguồn lực."
    assert len(_texts(lines)) == 2


def test_a_break_in_doubt_marks_its_paragraph() -> None:
    document = document_of(
        f"{WIDE}\n{WIDE}\n{WIDE[:-9]}.\nTổ chức thực hiện tốt các nhiệm vụ được giao.\n{WIDE}\n{WIDE}"
    )
    assert any(paragraph.unsure for paragraph in paragraphs_of(document, document.lines))


def test_a_label_alone_on_its_line_belongs_to_the_text_below() -> None:
    assert _texts("A.\nPhát triển kinh tế số\n1.\nRà soát hạ tầng số của xã.", begins=True) == [
        "A. Phát triển kinh tế số",
        "1. Rà soát hạ tầng số của xã.",
    ]


def test_where_a_file_holds_one_sentence_a_line_a_labelled_item_goes_on() -> None:
    cut = "I.\nNhiệm vụ\n1.\nRà soát hạ tầng số.\nTập trung vào các thôn xa.\n2.\nTuyên truyền.\nChú trọng người cao tuổi."
    assert _texts(cut, begins=True) == [
        "I. Nhiệm vụ",
        "1. Rà soát hạ tầng số. Tập trung vào các thôn xa.",
        "2. Tuyên truyền. Chú trọng người cao tuổi.",
    ]


def test_a_line_that_begins_with_a_semicolon_continues_the_one_above() -> None:
    assert len(_texts("Rà soát các chương trình, dự án\n; đánh giá kết quả từng năm.", begins=True)) == 1


def test_a_bold_letter_below_a_list_begins_a_paragraph() -> None:
    document = document_of("- Giám sát việc thực hiện pháp luật.\nb) Tổ công nghệ số thôn Đông", begins=True)
    document.lines[1].begins, document.lines[1].bold = False, True
    assert len(paragraphs_of(document, document.lines)) == 2


def test_each_field_below_a_task_is_a_line_of_its_own() -> None:
    fields = [
        "Đơn vị chủ trì: Trạm Y tế xã.",
        "Đơn vị phối hợp: Hội Liên hiệp Phụ nữ xã; Đoàn Thanh niên Cộng sản Hồ Chí Minh xã; các thôn.",
        "Thời gian: Hằng quý.",
    ]
    text = "\n".join([f"{WIDE} hành động trong phòng dịch.", *fields])
    assert _texts(text)[1:] == fields
