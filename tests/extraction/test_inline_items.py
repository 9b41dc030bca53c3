"""Items numbered within one paragraph."""

from __future__ import annotations

from dondoc.extraction import extract
from dondoc.extraction.inline_items import inline_items
from dondoc.extraction.passage import Passage
from extraction.papers import document_of


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(label, item.text) for label, item in inline_items(Passage(text, [(0, len(text), None)]))]


def test_numbers_that_count_up_part_the_paragraph() -> None:
    assert _items("(3) thu ngân sách đạt 40 tỷ đồng; (4) có 02 hợp tác xã; (6) 95% hộ dùng nước sạch.") == [
        ("(3)", "thu ngân sách đạt 40 tỷ đồng;"),
        ("(4)", "có 02 hợp tác xã;"),
        ("(6)", "95% hộ dùng nước sạch."),
    ]


def test_numbers_that_only_refer_part_nothing() -> None:
    text = "Thực hiện chỉ tiêu (2) và chỉ tiêu (3) nêu trên."
    assert _items(text) == [(None, text)]


def test_targets_behind_a_heading_on_its_line_are_items_of_its_section() -> None:
    programme = extract(
        document_of(
            "I- CÁC CHỈ TIÊU CHỦ YẾU\n1- Về kinh tế: (1) Thu ngân sách đạt 40 tỷ đồng; (2) có 12 sản phẩm OCOP.\n"
            "2- Về xã hội: (3) 95% hộ dùng nước sạch; (4) tỷ lệ bao phủ bảo hiểm y tế trên 96%.",
            begins=True,
        )
    )
    assert [section.title for section in programme.sections] == ["CÁC CHỈ TIÊU CHỦ YẾU", "Về kinh tế", "Về xã hội"]
    assert [(item.section, item.label, item.text) for item in programme.indicators] == [
        ("s2", "(1)", "Thu ngân sách đạt 40 tỷ đồng;"),
        ("s2", "(2)", "có 12 sản phẩm OCOP."),
        ("s3", "(3)", "95% hộ dùng nước sạch;"),
        ("s3", "(4)", "tỷ lệ bao phủ bảo hiểm y tế trên 96%."),
    ]
    assert all(item.confidence == "sure" for item in programme.indicators)
