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
    assert [each.leads for each in extract(document_of(paper)).assignments][0] == ["Các nhà đầu tư"]
