"""The items of lists of targets, and targets that stand elsewhere."""

from __future__ import annotations

from dondoc.extraction.assemble import extract
from dondoc.programme.model import Indicator
from extraction.papers import document_of


def _indicators(body: str) -> list[Indicator]:
    return extract(document_of(body, begins=True)).indicators


def test_a_target_among_purposes_is_read_and_a_mere_purpose_is_none() -> None:
    found = _indicators(
        "I. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao nhận thức của 12 thôn.\n- Phấn đấu 100% người dân được hướng dẫn kỹ năng số.\n"
        "II. NHIỆM VỤ\n- Tổ chức lớp tập huấn."
    )
    assert [item.text for item in found] == ["Phấn đấu 100% người dân được hướng dẫn kỹ năng số."]


def test_a_general_aim_and_a_line_that_announces_targets_are_no_targets() -> None:
    found = _indicators(
        "I. MỤC TIÊU, CHỈ TIÊU\na) Mục tiêu tổng quát: Đạt tăng trưởng 8% trở lên, bền vững.\n"
        "b) Điều chỉnh một số chỉ tiêu chủ yếu đến năm 2030:\n- Kinh tế số chiếm 30%.\n- Thu ngân sách đạt 120 tỷ đồng."
    )
    assert [item.text for item in found] == ["Kinh tế số chiếm 30%.", "Thu ngân sách đạt 120 tỷ đồng."]
    assert [measure.year_to for item in found for measure in item.measures] == [2030, 2030]


def test_a_list_of_targets_may_be_headed_by_what_it_directs() -> None:
    found = _indicators(
        "Định hướng các chỉ tiêu chủ yếu 5 năm 2026 - 2030:\nVề kinh tế: Thu ngân sách bình quân 5 năm tăng 10%/năm.\n"
        "Về xã hội: Tỷ lệ hộ nghèo còn dưới 2%."
    )
    assert len(found) == 2


def test_an_indicator_without_a_number_is_one_measure_however_many_sentences_say_it() -> None:
    (found,) = _indicators(
        "I. CHỈ TIÊU\n- Triển khai các nền tảng số dùng chung. Hình thành hệ sinh thái hạ tầng số thông minh."
    )
    (measure,) = found.measures
    assert measure.direction == "qualitative"
    assert measure.name == "Triển khai các nền tảng số dùng chung. Hình thành hệ sinh thái hạ tầng số thông minh"


def test_the_year_of_a_heading_holds_for_its_targets_however_it_is_printed() -> None:
    for heading in ("Mục tiêu cụ thể đến năm 2030", "Mục tiêu cụ thể đến 2030", "Mục tiêu cụ thể đến năm2030"):
        found = _indicators(f"II. MỤC TIÊU\n1. {heading}\n- Kinh tế số chiếm 30%.\n- Phổ cập mạng 5G đến 100% thôn.")
        assert [item.measures[0].year_to for item in found] == [2030, 2030], heading


def test_the_year_of_a_heading_over_aims_and_targets_holds_for_the_targets() -> None:
    programme = extract(
        document_of(
            "Điều 1. Mục tiêu, chỉ tiêu chủ yếu năm 2027\n1. Mục tiêu tổng quát\nXã giàu đẹp.\n2. Các chỉ tiêu chủ yếu\n"
            "(1) Tỷ lệ bao phủ bảo hiểm y tế 96%.\n(2) Trồng 30 ha rừng.",
            begins=True,
        )
    )
    assert [(m.period, m.year_to) for item in programme.indicators for m in item.measures] == [("by_year", 2027)] * 2


def test_a_lone_specific_aim_with_a_figure_is_a_target() -> None:
    programme = extract(
        document_of(
            "I. MỤC TIÊU\n1. Mục tiêu chung: Nâng cao dân trí.\n2. Mục tiêu cụ thể\n- Đến năm 2030, 100% trẻ 5 tuổi đến trường.\n"
            "II. NHIỆM VỤ\n- Mở rộng trường mầm non.",
            begins=True,
        )
    )
    assert [item.text for item in programme.indicators] == ["Đến năm 2030, 100% trẻ 5 tuổi đến trường."]


def test_a_line_that_names_a_group_is_no_target_and_makes_no_heading_of_the_target_above_it() -> None:
    programme = extract(
        document_of(
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\nI. CHỈ TIÊU ĐẾN NĂM 2030\nNhóm chỉ tiêu về kinh tế:\n"
            "1. Tỷ trọng kinh tế số đạt 30% giá trị sản xuất.\n2. Thu ngân sách tăng bình quân 8%/năm.\n"
            "Nhóm chỉ tiêu về văn hóa - xã hội:\n3. Có 20 giường bệnh/vạn dân.\nII. NHIỆM VỤ\n- Rà soát nguồn thu.",
            begins=True,
        )
    )
    assert [target.text for target in programme.indicators] == [
        "Tỷ trọng kinh tế số đạt 30% giá trị sản xuất.",
        "Thu ngân sách tăng bình quân 8%/năm.",
        "Có 20 giường bệnh/vạn dân.",
    ]


def test_the_kinds_of_purposes_are_not_read_from_their_sentences() -> None:
    programme = extract(
        document_of(
            "CHƯƠNG TRÌNH HÀNH ĐỘNG\nI. MỤC ĐÍCH, YÊU CẦU\n1. Cụ thể hóa các chỉ tiêu, nhiệm vụ và giải pháp của Nghị quyết.\n"
            "2. Phân công rõ trách nhiệm của từng tổ chức, cá nhân.\nII. NHIỆM VỤ\n- Rà soát nguồn thu của xã.",
            begins=True,
        )
    )
    assert [section.kind for section in programme.sections[:3]] == ["purpose"] * 3
    assert [task.text for task in programme.tasks] == ["Rà soát nguồn thu của xã."]
    assert not programme.assignments


def test_a_heading_of_yearly_targets_makes_them_annual() -> None:
    programme = extract(
        document_of(
            "I. CHỈ TIÊU\n1. Chỉ tiêu hằng năm\n- Kết nạp 30 hội viên.\n- Trồng 2 ha rừng.\nII. NHIỆM VỤ\n- Làm đường.",
            begins=True,
        )
    )
    assert [m.period for item in programme.indicators for m in item.measures] == ["annual", "annual"]
