"""Sentences cut before their end, set phrases without their second half, "ít nhất" without a number."""

from __future__ import annotations

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def row(text: str) -> list[Finding]:
    """Return what is said of the end of an appendix row."""
    draft = Draft()
    rows = draft.appendix("01", "DANH MỤC (kèm theo)")
    draft.row(rows, "01", "1", text)
    return found(draft, "cắt giữa chừng")


@pytest.mark.parametrize(
    "text", ["Tập huấn kỹ thuật nuôi ong lấy mật cho các hộ,", "Xây dựng quy chế quản lý bến thuyền và các điểm đỗ của"]
)
def test_a_row_cut_before_its_end_is_found(text: str) -> None:
    assert [(f.kind, f.severity) for f in row(text)] == [("missing", "note")]


def test_a_whole_sentence_is_left_alone() -> None:
    assert row("Tập huấn kỹ thuật nuôi ong lấy mật cho các hộ ở vùng đệm") == []


def test_a_task_that_goes_on_in_the_next_line_is_left_alone() -> None:
    draft = Draft()
    part = draft.section("tasks", "I", "NHIỆM VỤ")
    draft.task(part, "Hướng dẫn người dân thu gom vỏ thuốc bảo vệ thực vật và")
    draft.text("chuyển về bể chứa của thôn.")
    assert found(draft, "cắt giữa chừng") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bảo đảm an toàn thông cho hệ thống camera.", 1),
        ("Đưa vào chạy nền tảng dùng của xã.", 1),
        ("Hỗ trợ doanh nghiệp nhỏ và kinh doanh cá thể.", 1),
        ("Bảo đảm an toàn thông tin cho hệ thống camera.", 0),
        ("Công khai thủ tục hành chínhtại nhà văn hóa.", 0),
        ("Đưa vào chạy nền tảng dùng chung của xã.", 0),
        ("Bảo đảm hệ thống chính trị vững mạnh.", 0),
    ],
)
def test_a_set_phrase_without_its_second_half_is_found(text: str, count: int) -> None:
    draft = Draft()
    draft.text(text)
    assert len(found(draft, "quen thuộc bị thiếu chữ")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tuyển ít nhất công chức có bằng công nghệ cho xã.", 1),
        ("Mở tối thiểu lớp dạy bơi cho trẻ em.", 1),
        ("Tuyển ít nhất 01 công chức có bằng công nghệ.", 0),
        ("Tuyển ít nhất một công chức có bằng công nghệ.", 0),
        ("Đây là điều ít nhất phải làm.", 0),
    ],
)
def test_a_least_number_without_a_number_is_found(text: str, count: int) -> None:
    draft = Draft()
    draft.text(text)
    assert len(found(draft, "thiếu con số")) == count
