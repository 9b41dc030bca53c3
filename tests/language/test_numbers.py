"""Numbers as Vietnamese papers print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.language.numbers import is_unusual, parse_number, parse_roman, words_value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0,5", "0.5"), ("1.000", "1000"), ("33.230.000.000", "33230000000"), ("02", "2"), ("10", "10"),
        ("1.234,56", "1234.56"), ("10.5", "10.5"), ("1 000", "1000"), ("0,125", "0.125"), ("1,234,567", "1234567"),
    ],
)  # fmt: skip
def test_a_printed_number_has_its_value(printed: str, value: str) -> None:
    assert parse_number(printed) == Decimal(value)


@pytest.mark.parametrize("printed", ["", "a", "1..2", "1,", "%", "1.2.3", "12-15"])
def test_what_is_no_number_has_no_value(printed: str) -> None:
    assert parse_number(printed) is None


@pytest.mark.parametrize("printed", ["10.5", "1,000", "1,234,567"])
def test_a_foreign_mark_is_unusual(printed: str) -> None:
    assert is_unusual(printed)


@pytest.mark.parametrize("printed", ["1.000", "0,125", "10,5", "12"])
def test_a_vietnamese_mark_is_usual(printed: str) -> None:
    assert not is_unusual(printed)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_grouped_integer_comes_back(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", ".")) == value


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("hai", 2, 1), ("mười", 10, 1), ("mười hai", 12, 2), ("hai mươi", 20, 2), ("ba mươi lăm", 35, 3),
        ("một trăm", 100, 2), ("một trăm linh năm", 105, 4), ("một mô hình", 1, 1),
    ],
)  # fmt: skip
def test_number_words_have_their_value(words: str, value: int, used: int) -> None:
    assert words_value(words.split()) == (Decimal(value), used)


def test_other_words_have_no_value() -> None:
    assert words_value(["mô", "hình"]) is None


@pytest.mark.parametrize(("printed", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XVI", 16), ("XL", 40)])
def test_a_roman_numeral_has_its_value(printed: str, value: int) -> None:
    assert parse_roman(printed) == value


@pytest.mark.parametrize("printed", ["", "IIII", "VX", "A", "IC"])
def test_a_malformed_roman_numeral_has_none(printed: str) -> None:
    assert parse_roman(printed) is None
