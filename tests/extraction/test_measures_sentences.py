"""Sentences in the manner of provincial and communal programmes, each with the figures it promises."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from dondoc.extraction.measures import Measured, measures_of

TERM = (2025, 2030)
Row = tuple[str, ...]


def blocks() -> list[tuple[str, str, list[Row]]]:
    """Return (kind, sentence, expected rows) of every block of the file of sentences."""
    found: list[tuple[str, str, list[Row]]] = []
    for line in Path(__file__).with_name("measure_sentences.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("  "):
            cells = [cell.strip() for cell in f" {line.strip()} ".split("|")]
            found[-1][2].append(tuple(cells + [""] * (11 - len(cells))))
        elif line and not line.startswith("#"):
            kind, _, sentence = line.partition(": ")
            found.append((kind, sentence, []))
    return found


def row(measured: Measured) -> Row:
    measure = measured.measure
    values = (
        measure.name, measure.direction, measure.low, measure.high, measure.unit, measure.per, measure.period,
        measure.year_from, measure.year_to, measure.parent_measure, "?" if measured.doubts else "",
    )  # fmt: skip
    return tuple("" if value is None else str(value) for value in values)


@pytest.mark.parametrize(("kind", "sentence", "expected"), blocks(), ids=lambda value: str(value)[:50])
def test_a_sentence_yields_the_figures_it_promises(
    kind: Literal["indicator", "task"], sentence: str, expected: list[Row]
) -> None:
    assert [row(measured) for measured in measures_of(sentence, kind=kind, default_years=TERM)] == expected


def test_offsets_point_at_the_number_as_printed() -> None:
    text = "Hằng năm, tỷ lệ hồ sơ trực tuyến đạt từ 95% trở lên; có ít nhất 02 mô hình mới."
    first, second = measures_of(text, kind="indicator")
    assert text[first.start : first.end] == "95%"
    assert text[second.start : second.end] == "02"


def test_markup_of_a_formula_does_not_hide_the_bound() -> None:
    (found,) = measures_of(r"Đến năm 2030, có $\geq 85\%$ hồ sơ được số hóa.", kind="indicator")
    assert (found.measure.direction, found.measure.low, found.measure.unit) == ("at_least", 85, "%")


def test_the_line_that_introduces_an_item_gives_it_its_year() -> None:
    (found,) = measures_of("- Kinh tế số chiếm 45% GRDP.", kind="indicator", context="Phấn đấu đến năm 2030:")
    assert (found.measure.period, found.measure.year_to) == ("by_year", 2030)


def test_a_heading_that_introduces_nothing_gives_no_year() -> None:
    (found,) = measures_of("Kinh tế số chiếm 45% GRDP.", kind="indicator", context="Kế hoạch đến năm 2030")
    assert found.measure.period == "unspecified"


def test_a_task_that_reports_the_years_before_the_term_promises_nothing() -> None:
    text = "Năm 2024, tỷ lệ hộ nghèo còn 2,5%; thu ngân sách đạt 120 tỷ đồng."
    assert measures_of(text, kind="task", default_years=TERM) == []


def test_parts_listed_as_bullets_after_the_whole_keep_their_whole() -> None:
    text = "Tổng giá trị sản xuất tăng 15%/năm; trong đó: - Nông nghiệp tăng 3%/năm. - Công nghiệp tăng 17%/năm."
    whole, farming, industry = measures_of(text, kind="indicator")
    assert whole.measure.parent_measure is None
    assert farming.measure.parent_measure == industry.measure.parent_measure == whole.measure.name


def test_a_sentence_that_begins_with_trong_do_breaks_down_the_one_before() -> None:
    text = (
        "Tỷ lệ tham gia bảo hiểm xã hội đến năm 2030 là 60%. Trong đó 55% tham gia bắt buộc và 5% tham gia tự nguyện."
    )
    whole, *parts = measures_of(text, kind="indicator")
    assert [part.measure.parent_measure for part in parts] == [whole.measure.name] * 2
    assert [(part.measure.period, part.measure.year_to) for part in parts] == [("by_year", 2030)] * 2


def test_time_never_crosses_a_full_stop() -> None:
    text = "Số doanh nghiệp đến năm 2030 đạt trên 250 doanh nghiệp. Số cơ sở chuyển đổi thành doanh nghiệp: 50 cơ sở."
    first, second = measures_of(text, kind="indicator")
    assert first.measure.year_to == 2030
    assert second.measure.period == "unspecified"


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Đề án 06 của Chính phủ và Nghị quyết số 57-NQ/TW ngày 22/12/2024.",
        "Vận hành chính quyền địa phương 02 cấp; học sinh vào lớp 10, trẻ 3,4,5 tuổi.",
        "Triển khai phần mềm quản lý đảng viên 3.0, công nghệ 4.0, mạng 5G.",
        "Bầu cử đại biểu Quốc hội khóa XVI và Hội đồng nhân dân nhiệm kỳ 2026 - 2031 ngày 15/3/2026.",
        "Kiềm chế tai nạn giao thông trên cả 3 tiêu chí.",
        "Liên hệ số điện thoại 0225.3861.234, số nhà 12, tổ 5.",
        "Chuẩn hóa thủ tục theo ISO 9001-2015 và Luật số 83/2025/QH15.",
        "Xây dựng quy hoạch đến năm 2030, tầm nhìn đến năm 2050.",
        "Một số nhiệm vụ, một cửa, bốn tốt, hai chiều, ba nhà.",
    ],
)
def test_numbers_that_only_describe_are_no_promise_of_a_task(text: str) -> None:
    assert measures_of(text, kind="task", default_years=TERM) == []


def test_a_time_taken_from_inside_an_earlier_clause_is_asked_about() -> None:
    text = "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ hằng năm đạt 90%; tỷ lệ nữ trong cấp ủy đạt 15%."
    first, second = measures_of(text, kind="indicator")
    assert (first.measure.period, first.doubts) == ("annual", [])
    assert second.doubts
