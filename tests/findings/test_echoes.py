"""What is said twice in nearly the same words."""

from __future__ import annotations

import pytest

from dondoc.findings import find

from .drafting import Draft

_LONG = "Lắp hệ thống tưới nhỏ giọt cho vườn cam, vườn bưởi của hai mươi hộ ở thôn Đồng Cạn và hướng dẫn chủ vườn ghi nhật ký tưới"


def said(first: str, second: str, kinds: tuple[str, str]) -> list[str]:
    """Return what is said of two items of the given kinds."""
    draft = Draft()
    aims = draft.section("indicators", "I", "MỤC TIÊU")
    work = draft.section("tasks", "II", "NHIỆM VỤ")
    part = draft.section("organisation", "III", "TỔ CHỨC THỰC HIỆN")
    for kind, text in zip(kinds, (first, second), strict=True):
        if kind == "target":
            draft.target(aims, None, text)
        elif kind == "task":
            draft.task(work, text)
        else:
            draft.duty(part, text, ["Phòng Kinh tế"], "1. ")
    return [f.why for f in find(draft.programme) if f.kind == "duplicate"]


def test_a_task_that_an_assignment_repeats_with_a_word_more_is_found() -> None:
    assert said(f"{_LONG}.", f"Phòng Kinh tế, các hội {_LONG.lower()} và bón phân.", ("task", "duty")) == [
        "Nhiệm vụ ở Mục II và phân công ở Mục III trùng nhau gần như nguyên văn."
    ]


def test_a_target_copied_as_a_task_is_found() -> None:
    assert said(f"100% hộ {_LONG.lower()}.", f"Các hộ {_LONG.lower()}.", ("target", "task")) == [
        "Chỉ tiêu của Mục I và nhiệm vụ ở Mục II là một câu: mục tiêu được chép lại làm nhiệm vụ."
    ]


@pytest.mark.parametrize("kinds", [("task", "duty"), ("target", "task")])
def test_other_work_that_begins_alike_is_left_alone(kinds: tuple[str, str]) -> None:
    other = "Lắp hệ thống tưới nhỏ giọt cho vườn cam, tổ chức chợ phiên, mở lớp dạy may, trồng tre chắn sóng dọc đê và phát giống lúa"
    assert said(f"{_LONG}.", f"{other}.", kinds) == []
