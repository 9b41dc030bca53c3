"""Figures that must add up, and shares, ranges and bases that cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dondoc.findings import find
from dondoc.findings.sums import shown
from dondoc.programme.model import Finding

from .drafting import Draft, number, rate


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def listed(whole: str, *items: str, announces: str = "gồm") -> list[Finding]:
    """Return what is said of a sum and the items below it."""
    draft = Draft()
    draft.text(f"Kinh phí thực hiện là {whole} triệu đồng, {announces}:")
    for item in items:
        draft.text(f"- {item}")
    draft.text("Kinh phí do ngân sách xã bảo đảm.")
    return found(draft, "Cộng")


def test_items_that_make_another_sum_are_found() -> None:
    faults = listed("1.250", "Mua cây giống: 700 triệu đồng;", "Đào ao trữ nước: 500 triệu đồng.")
    assert [(f.kind, f.severity, f.why) for f in faults] == [
        ("contradiction", "error", "Cộng 2 khoản được 1.200, không bằng 1.250 triệu đồng đã nêu.")
    ]
    assert faults[0].where == [
        "Kinh phí thực hiện là 1.250 triệu đồng, gồm:",
        "Mua cây giống: 700 triệu đồng;",
        "Đào ao trữ nước: 500 triệu đồng.",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ("Mua cây giống: 750 triệu đồng;", "Đào ao trữ nước: 500 triệu đồng."),
        ("Mua cây giống: 700 triệu đồng, vốn dân góp 50 triệu đồng;", "Đào ao trữ nước: 500 triệu đồng."),
        ("Mua cây giống;", "Đào ao trữ nước: 500 triệu đồng."),
        ("Mua cây giống: 700 triệu đồng.",),
    ],
)
def test_a_right_sum_and_items_that_cannot_be_added_are_left_alone(items: tuple[str, ...]) -> None:
    assert listed("1.250", *items) == []


def test_a_part_named_among_others_may_stay_below_the_whole() -> None:
    assert listed("900", "Tập huấn: 100 triệu đồng;", "In tờ rơi: 60 triệu đồng.", announces="trong đó") == []
    assert len(listed("150", "Tập huấn: 100 triệu đồng;", "In tờ rơi: 60 triệu đồng.", announces="trong đó")) == 1


@pytest.mark.parametrize(("value", "text"), [("1234.50", "1.234,5"), ("640", "640"), ("1000000", "1.000.000")])
def test_figures_are_printed_as_in_vietnamese_papers(value: str, text: str) -> None:
    assert shown(Decimal(value)) == text


def years(*figures: str, whole: str = "300") -> list[Finding]:
    """Return what is said of a table of 2026-2028 against the target of the whole period."""
    draft = Draft()
    aims = draft.section("indicators", "I", "Chỉ tiêu")
    draft.target(
        aims,
        None,
        f"Trồng mới ít nhất {whole} ha quế trong giai đoạn 2026-2028.",
        number("Trồng mới quế", whole, "ha", "whole_term", year_from=2026),
    )
    draft.programme.indicators[0].measures[0].year_to = 2028
    table = draft.section("indicators", "II", "Bảng chỉ tiêu từng năm")
    measures = [number("Diện tích quế trồng mới", low, "ha", year=2026 + place) for place, low in enumerate(figures)]
    draft.target(table, "1", f"Diện tích quế trồng mới {' '.join(figures)}", *measures)
    return found(draft, "cộng các năm")


def test_years_that_stay_below_the_whole_period_are_found() -> None:
    faults = years("80", "100", "110")
    assert [(f.kind, f.severity) for f in faults] == [("contradiction", "error")]
    assert "cộng các năm 2026-2028 được 290 ha, thấp hơn ít nhất 300 ha của cả giai đoạn" in faults[0].why


@pytest.mark.parametrize("figures", [("90", "100", "110"), ("100", "110", "120"), ("80", "100")])
def test_years_that_reach_the_whole_or_leave_some_out_are_left_alone(figures: tuple[str, ...]) -> None:
    assert years(*figures) == []


def each_year(annual: str, whole: str) -> list[Finding]:
    """Return what is said of a number for each year and one for the term of five years."""
    draft = Draft()
    aims = draft.section("indicators", "I", "Chỉ tiêu")
    draft.target(
        aims,
        None,
        f"Hằng năm kết nạp {annual} hội viên; cả nhiệm kỳ kết nạp {whole} hội viên.",
        number("hội viên kết nạp", annual, "hội viên", "annual"),
        number("hội viên kết nạp", whole, "hội viên", "whole_term"),
    )
    return found(draft, "Mỗi năm")


def test_a_number_for_each_year_above_that_of_the_term_is_found() -> None:
    faults = each_year("10", "30")
    assert [f.why for f in faults] == [
        "Mỗi năm ít nhất 10 hội viên thì 5 năm là 50 hội viên, nhiều hơn mức ít nhất 30 hội viên của cả nhiệm kỳ."
    ]


def test_a_number_for_each_year_that_fits_the_term_is_left_alone() -> None:
    assert each_year("10", "50") == []


def share(text: str, name: str, low: str, **more: object) -> Draft:
    """Draft a paper with one share."""
    draft = Draft()
    draft.target(draft.section("indicators", "I", "Chỉ tiêu"), None, text, rate(name, low, **more))
    return draft


def test_a_share_of_more_than_the_whole_is_found() -> None:
    text = "Đến năm 2030, tỷ lệ thôn có nhà văn hóa đạt 120%."
    assert len(found(share(text, "tỷ lệ thôn có nhà văn hóa", "120"), "vượt quá 100%")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Đến năm 2030, thu tiền sử dụng đất đạt 120% dự toán giao.",
        "Đến năm 2030, số lượt khách bằng 120% so với năm 2025.",
        "Đến năm 2030, tỷ lệ thôn có nhà văn hóa đạt 100%.",
    ],
)
def test_a_share_of_a_plan_or_of_last_year_may_pass_the_whole(text: str) -> None:
    low = "100" if "100%" in text else "120"
    assert found(share(text, "mức thực hiện", low), "vượt quá 100%") == []


def test_a_range_turned_round_is_found() -> None:
    draft = share("Đến năm 2030, tỷ lệ hộ dùng nước máy đạt 90 - 85%.", "tỷ lệ hộ dùng nước máy", "90")
    measure = draft.programme.indicators[0].measures[0]
    measure.direction, measure.high = "range", Decimal(85)
    assert len(found(draft, "mức đầu lớn hơn mức cuối")) == 1
    measure.high = Decimal(95)
    assert found(draft, "mức đầu lớn hơn mức cuối") == []


@pytest.mark.parametrize(("base", "count"), [("2030", 1), ("2032", 1), ("2025", 0)])
def test_a_base_that_lies_ahead_is_found(base: str, count: int) -> None:
    text = f"Đến năm 2030, giảm 20% số vụ cháy so với năm {base}."
    draft = share(text, "số vụ cháy", "20", direction="decrease")
    assert len(found(draft, "Năm gốc")) == count
