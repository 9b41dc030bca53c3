"""Kinds of sections by the words of their headings."""

from __future__ import annotations

import pytest

from dondoc.extraction.kinds import heading_kind, is_bare_organisation, is_general_aim


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
        ("QUAN ĐIỂM", "purpose"),
        ("ĐÁNH GIÁ TÌNH HÌNH", "purpose"),
        ("Mục tiêu", "objective"),
        ("MỤC TIÊU CHUNG", "objective"),
        ("Một số chỉ tiêu cụ thể", "indicators"),
        ("MỤC TIÊU, CHỈ TIÊU", "indicators"),
        ("Các nhiệm vụ và giải pháp chủ yếu", "tasks"),
        ("BA KHÂU ĐỘT PHÁ", "tasks"),
        ("05 nhiệm vụ trọng tâm", "tasks"),
        ("LỘ TRÌNH THỰC HIỆN", "tasks"),
        ("Định hướng phát triển và các nhiệm vụ chủ yếu", "tasks"),
        ("LỢI ÍCH CỦA MÔ HÌNH", "purpose"),
        ("TỔNG DỰ TOÁN KINH PHÍ", "organisation"),
        ("Phân công thực hiện", "assignment"),
        ("TỔ CHỨC THỰC HIỆN", "organisation"),
        ("KINH PHÍ THỰC HIỆN", "organisation"),
        ("CHẾ ĐỘ BÁO CÁO", "organisation"),
        ("Phần công thực hiện", "assignment"),
        ("VỀ XÂY DỰNG ĐẢNG VÀ VẬN ĐỘNG NHÂN DÂN", None),
        ("CHƯƠNG TRÌNH THỰC HIỆN NHIỆM VỤ QUỐC PHÒNG - AN NINH", None),
        ("CÁC CHƯƠNG TRÌNH THỰC HIỆN MỤC TIÊU, NHIỆM VỤ PHÁT TRIỂN KINH TẾ", None),
        ("Nâng cao chất lượng công tác dân vận", None),
    ],
)
def test_a_heading_says_its_kind_by_its_first_words(title: str, kind: str | None) -> None:
    assert heading_kind(title) == kind


def test_a_duty_to_organise_something_is_not_the_last_part_of_a_paper() -> None:
    assert is_bare_organisation("Tổ chức thực hiện")
    assert not is_bare_organisation("Tổ chức thực hiện công tác tuyên truyền về bầu cử")


def test_a_general_aim_is_told_from_a_list_of_targets() -> None:
    assert is_general_aim("Mục tiêu tổng quát")
    assert not is_general_aim("Mục tiêu cụ thể")
