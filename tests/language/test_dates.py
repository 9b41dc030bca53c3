"""Moments in Vietnamese text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.language.dates import moments_in, parse_moment, year_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ngày 26 tháng 9 năm 2025", "2025-09-26"), ("26/9/2025", "2025-09-26"), ("26-09-2025", "2025-09-26"),
        ("05.3.2026", "2026-03-05"), ("tháng 3/2026", "2026-03"), ("Tháng 3 năm 2026", "2026-03"), ("03/2026", "2026-03"),
        ("Quý IV/2025", "Q4/2025"), ("quý 4 năm 2025", "Q4/2025"), ("Quý IV, năm 2025", "Q4/2025"), ("Quý I - 2026", "Q1/2026"),
        ("6 tháng đầu năm 2026", "2026-06"), ("6 tháng cuối năm 2026", "2026-12"), ("9 tháng đầu năm 2026", "2026-09"),
        ("năm 2026", "2026"), ("2026", "2026"), ("2026-03-15", "2026-03-15"), ("cuối năm 2030", "2030"),
    ],
)  # fmt: skip
def test_a_moment_has_its_code(text: str, code: str) -> None:
    assert parse_moment(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2025",
        "tháng 13/2025",
        "00/5/2025",
        "30.2.2025",
        "226/2025/QH15",
        "quý V/2025",
        "26/9",
        "1.2025,5",
        "20255",
    ],
)
def test_an_impossible_or_foreign_form_is_no_moment(text: str) -> None:
    assert parse_moment(text) is None


def test_an_impossible_day_leaves_no_month_behind() -> None:
    assert list(moments_in("họp ngày 31/02/2025 tại phường")) == []


def test_moments_of_a_range_come_in_order() -> None:
    assert [moment.code for moment in moments_in("Từ tháng 12/2025 đến quý I/2026")] == ["2025-12", "Q1/2026"]
    assert [moment.code for moment in moments_in("2025 - 2030")] == ["2025", "2030"]


@pytest.mark.parametrize(("code", "year"), [("2026", 2026), ("Q4/2025", 2025), ("2026-03", 2026), ("2026-03-15", 2026)])
def test_a_code_has_its_year(code: str, year: int) -> None:
    assert year_of(code) == year


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31)))
def test_every_possible_day_is_read(day: date) -> None:
    printed = f"{day:%d/%m/%Y}"
    assert parse_moment(printed) == f"{day:%Y-%m-%d}"
