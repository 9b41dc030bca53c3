"""What a body task has that the genre's work has not."""

from __future__ import annotations

import pytest

from dondoc.extraction.assemble import extract
from dondoc.extraction.unfamiliar import AMOUNT, CHARGED, LABELLED, NO_WORK
from extraction.papers import document_of


def _doubts(heading: str, line: str) -> list[str]:
    (task,) = extract(document_of(f"{heading}\n- {line}", begins=True)).tasks
    return task.doubts


@pytest.mark.parametrize("line", ["Dữ liệu là nguồn lực của xã.", "Tình hình sản xuất vụ mùa ở các thôn vùng cao."])
def test_what_does_not_begin_as_work_under_a_heading_that_names_none_is_looked_at(line: str) -> None:
    assert NO_WORK in _doubts("II. KINH TẾ SỐ VÀ XÃ HỘI SỐ", line)
    assert NO_WORK not in _doubts("II. NHIỆM VỤ, GIẢI PHÁP", line)


@pytest.mark.parametrize(
    "line",
    [
        "Xây dựng kho dữ liệu dùng chung của xã.",
        "Đẩy mạnh trồng rừng gỗ lớn.",
        "Phòng Kinh tế chủ trì lập danh mục rừng nghèo.",
    ],
)
def test_what_begins_as_work_or_has_somebody_in_charge_is_not(line: str) -> None:
    assert _doubts("II. KINH TẾ SỐ VÀ XÃ HỘI SỐ", line) == []


def test_a_label_and_an_amount_that_no_measure_took_are_looked_at() -> None:
    assert LABELLED.format(label="Đối tượng") in _doubts("II. NHIỆM VỤ", "Đối tượng: thanh niên từ 18 tuổi ở các thôn.")
    assert LABELLED.format(label="Xây dựng") not in _doubts("II. NHIỆM VỤ", "Xây dựng: kho dữ liệu dùng chung của xã.")
    line = "Vận động nhân dân đóng góp, khoản hỗ trợ cũ 12 triệu đồng và 15 triệu đồng không tính vào kế hoạch này."
    assert AMOUNT.format(figure="12 triệu") in _doubts("II. NHIỆM VỤ", line)
    assert _doubts("II. NHIỆM VỤ", "Vận động nhân dân đóng góp 12 triệu đồng mỗi năm cho quỹ khuyến học.") == []


def test_a_target_that_holds_who_is_in_charge_is_looked_at() -> None:
    lines = "II. CHỈ TIÊU CHỦ YẾU\n1. Trồng mới 120 ha rừng. Đơn vị chủ trì: Phòng Kinh tế.\n2. Trồng mới 40 ha chè."
    held, plain = extract(document_of(lines, begins=True)).indicators
    assert held.doubts == [CHARGED]
    assert plain.doubts == []
