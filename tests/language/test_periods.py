"""Phrases that say for which time a figure holds."""

from __future__ import annotations

import pytest

from dondoc.language.periods import phrases_in


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("Hằng năm", "annual", None, None), ("hàng năm", "annual", None, None), ("mỗi năm", "annual", None, None),
        ("từng năm", "annual", None, None), ("bình quân hằng năm", "annual", None, None),
        ("hằng tháng", "monthly", None, None), ("hàng quý", "quarterly", None, None),
        ("đến năm 2030", "by_year", None, 2030), ("đến hết năm 2030", "by_year", None, 2030), ("đến 2030", "by_year", None, 2030),
        ("vào năm 2027", "by_year", None, 2027), ("vào cuối năm 2027", "by_year", None, 2027), ("năm 2026", "by_year", None, 2026),
        ("trước ngày 31/12/2025", "by_year", None, 2025), ("trong năm 2026", "by_year", None, 2026),
        ("giai đoạn 2026-2030", "stage", 2026, 2030), ("Giai đoạn 2026 - 2030", "stage", 2026, 2030),
        ("từ năm 2026 đến năm 2030", "stage", 2026, 2030), ("5 năm 2026-2030", "stage", 2026, 2030),
        ("trong nhiệm kỳ", "term", None, None), ("cả nhiệm kỳ", "term", None, None), ("trong suốt nhiệm kỳ", "term", None, None),
        ("trong nhiệm kỳ 2025-2030", "term", 2025, 2030),
    ],
)  # fmt: skip
def test_a_phrase_has_its_kind_and_years(text: str, kind: str, first: int | None, last: int | None) -> None:
    (phrase,) = phrases_in(text)
    assert (phrase.kind, phrase.year_from, phrase.year_to) == (kind, first, last)
    assert (phrase.start, phrase.end) == (0, len(text))


@pytest.mark.parametrize(
    "text", ["nhiệm kỳ 2025 - 2030", "năm mô hình", "2030 người", "từ năm 2026", "đến 20300", "bốn năm"]
)
def test_other_words_are_no_phrase_of_time(text: str) -> None:
    assert list(phrases_in(text)) == []


def test_phrases_come_in_order() -> None:
    text = "Đến năm 2030, mỗi năm kết nạp 50 đảng viên trong cả nhiệm kỳ"
    assert [phrase.kind for phrase in phrases_in(text)] == ["by_year", "annual", "term"]
