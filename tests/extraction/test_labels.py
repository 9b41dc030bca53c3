"""Labels at the head of a line."""

from __future__ import annotations

import pytest

from dondoc.extraction.labels import appendix_label, item_label, recipients_label, roman_value, section_labels


@pytest.mark.parametrize(
    ("line", "style", "printed", "rest"),
    [
        ("A. MỤC ĐÍCH, YÊU CẦU", "letter", "A", "MỤC ĐÍCH, YÊU CẦU"),
        ("A- MỤC ĐÍCH YÊU CẦU", "letter", "A", "MỤC ĐÍCH YÊU CẦU"),
        ("II. NHIỆM VỤ", "roman", "II", "NHIỆM VỤ"),
        ("II CHƯƠNG TRÌNH PHÁT TRIỂN", "roman", "II", "CHƯƠNG TRÌNH PHÁT TRIỂN"),
        ("2.1.Tập trung xây dựng", "number", "2.1", "Tập trung xây dựng"),
        ("7.1 Tổng kết công tác", "number", "7.1", "Tổng kết công tác"),
        ("2.1.1. Nông nghiệp", "number", "2.1.1", "Nông nghiệp"),
        ("Phần thứ nhất", "part", "Phần thứ nhất", ""),
        ("Điều 3. Các Bộ trưởng", "article", "Điều 3", "Các Bộ trưởng"),
        ("Chương II: QUY ĐỊNH CỤ THỂ", "chapter", "Chương II", "QUY ĐỊNH CỤ THỂ"),
    ],
)
def test_a_section_label_is_read_without_its_mark(line: str, style: str, printed: str, rest: str) -> None:
    label = section_labels(line)[0]
    assert (label.style, label.printed, line[label.end :].strip()) == (style, printed, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2026 - 2031 đề ra",
        "100% các tổ chức đảng",
        "16 phòng học của trường",
        "1) Tổ chức hội nghị",
        "30/4/2025 của Bộ Chính trị",
        "1.000 dân trên địa bàn",
        "NQ/TU của Ban Thường vụ",
        "a) Rà soát",
    ],
)
def test_a_number_in_a_sentence_is_no_section_label(line: str) -> None:
    assert section_labels(line) == []


def test_a_letter_that_is_also_roman_keeps_both_readings() -> None:
    assert [label.style for label in section_labels("C. TỔ CHỨC THỰC HIỆN")] == ["letter"]
    assert [label.style for label in section_labels("I. MỤC TIÊU")] == ["roman"]


@pytest.mark.parametrize(
    ("line", "style", "printed", "rest"),
    [
        ("- Đổi mới công tác", "dash", None, "Đổi mới công tác"),
        ("(12) Tỷ lệ hộ", "bracketed", "(12)", "Tỷ lệ hộ"),
        ("- (5) Thu hút khách", "bracketed", "(5)", "Thu hút khách"),
        ("đ) Tham mưu", "lettered", "đ)", "Tham mưu"),
        ("+ Xây dựng", "plus", None, "Xây dựng"),
        ("1) Tổ chức", "bracketed", "1)", "Tổ chức"),
    ],
)
def test_an_item_label_is_read(line: str, style: str, printed: str | None, rest: str) -> None:
    label = item_label(line)
    assert label is not None
    assert (label.style, label.printed, line[label.end :]) == (style, printed, rest)


@pytest.mark.parametrize(
    ("line", "label", "name"),
    [
        ("Phụ lục số 01", "Phụ lục số 01", "01"),
        ("PHỤ LỤC I", "PHỤ LỤC I", "I"),
        ("PHỤ LỤC 1: DANH MỤC", "PHỤ LỤC 1", "1"),
        ("PHỤ LỤC", "PHỤ LỤC", None),
        ("Phụ lục", "Phụ lục", None),
    ],
)
def test_every_form_of_an_appendix_is_known(line: str, label: str, name: str | None) -> None:
    found = appendix_label(line)
    assert found is not None
    assert (found.printed, found.name) == (label, name)


def test_a_sentence_about_an_appendix_opens_none() -> None:
    assert appendix_label("Phụ lục kèm theo Quyết định này gồm 12 nhiệm vụ") is None


def test_the_line_of_recipients_is_known_with_and_without_colon() -> None:
    assert recipients_label("Nơi nhận:") is not None
    assert recipients_label("Nơi nhận") is not None
    assert recipients_label("Nơi nhận hồ sơ của công dân là bộ phận một cửa") is None


def test_roman_numbers_have_their_value() -> None:
    assert [roman_value(text) for text in ("I", "IV", "IX", "XIV", "XXXIX")] == [1, 4, 9, 14, 39]


def test_the_line_of_recipients_is_known_when_recognition_lost_its_first_word() -> None:
    assert recipients_label("nhận: dã") is not None
    assert recipients_label("Nhận: 05 đồng chí về công tác") is None


def test_a_roman_number_that_lost_its_capitals_is_a_label() -> None:
    (label,) = section_labels("Ii. về nội dung kế hoạch")
    assert (label.style, label.printed, label.number) == ("roman", "Ii", (2,))
