"""Which paragraphs of an organising part are assignments."""

from __future__ import annotations

from dondoc.extraction import extract
from extraction.papers import document_of

PAPER = """ỦY BAN NHÂN DÂN XÃ
KẾ HOẠCH
I. NHIỆM VỤ
- Rà soát hồ sơ.
II. KINH PHÍ
1. Kinh phí thực hiện từ ngân sách xã.
Các nhà đầu tư chủ động bố trí vốn thực hiện dự án của mình.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế
- Hướng dẫn các thôn lập dự toán.
Trong quá trình thực hiện, nếu có vướng mắc, các thôn phản ánh về Phòng Kinh tế để tổng hợp, tham mưu UBND xã.
Trên đây là Kế hoạch của UBND xã năm 2026./."""


def test_closing_paragraphs_and_paragraphs_on_money_are_assignments_where_they_give_work() -> None:
    assignments = extract(document_of(PAPER)).assignments
    assert [(each.leads, each.advisory) for each in assignments] == [
        (["Các nhà đầu tư"], []),
        (["Phòng Kinh tế"], []),
        (["các thôn"], ["Phòng Kinh tế"]),
    ]


def test_sums_of_money_are_no_assignments() -> None:
    paper = PAPER.replace("II. KINH PHÍ\n1. Kinh phí", "II. TỔNG KINH PHÍ THỰC HIỆN: 368 TRIỆU ĐỒNG\n- Kinh phí")
    assert next(each.leads for each in extract(document_of(paper)).assignments) == ["Các nhà đầu tư"]


def test_a_line_below_a_target_says_who_is_in_charge_of_it() -> None:
    lines = (
        "II. CHỈ TIÊU CHỦ YẾU\n1. Tỷ lệ hộ nghèo giảm còn 0,8% vào cuối năm 2026.\n"
        "Đơn vị chủ trì: Phòng Kinh tế, phối hợp: Trạm Y tế xã. Báo cáo hằng quý.\n2. Trồng mới 40 ha rừng.\nĐơn vị chủ trì: Hội Nông dân xã.\n"
    )
    programme = extract(document_of(lines, begins=True))
    assert [item.text for item in programme.indicators] == [
        "Tỷ lệ hộ nghèo giảm còn 0,8% vào cuối năm 2026.",
        "Trồng mới 40 ha rừng.",
    ]
    assert [(each.section, each.leads, each.coordinating) for each in programme.assignments] == [
        ("s2", ["Phòng Kinh tế"], ["Trạm Y tế xã"]),
        ("s3", ["Hội Nông dân xã"], []),
    ]
    assert [section.title for section in programme.sections] == ["CHỈ TIÊU CHỦ YẾU", None, None]
