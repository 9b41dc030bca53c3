"""The grammar of figures on texts nobody would write: no exception, and time that grows with the length."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.extraction.measures import measures_of

WORDS = st.sampled_from(
    [
        "tỷ lệ", "đạt", "từ", "đến", "trên", "dưới", "trở lên", "100%", "1.000", "0,5", "%", "/", "năm", "2030", "hằng năm",
        "giai đoạn 2026-2030", "trong đó", ":", ";", ",", ".", "(", ")", "“", "”", "-", "mỗi", "có", "ít nhất", "một", "hai",
        "không còn", "hộ nghèo", "tăng", "giảm", "còn", "triệu đồng", "ha", "phòng học", "xây", "và", "phấn đấu", "gồm",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["indicator", "task"]))
def test_any_order_of_the_words_of_the_genre_is_read_without_an_exception(text: str, kind: str) -> None:
    for found in measures_of(text, kind=kind, default_years=(2025, 2030)):  # type: ignore[arg-type]
        assert 0 <= found.start <= found.end <= len(text)
        assert found.measure.low is None or isinstance(found.measure.low, Decimal)
        assert found.measure.name or found.doubts


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    for found in measures_of(text, kind="indicator"):
        assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["100% a ", "tỷ lệ ", "từ 1 đến 2% ", "(", '"100% ', "không còn hộ nghèo ", "đến năm 2030 ", "1.000.", " ", "năm ",
     "trong đó: 5% ", ";", "mỗi ", "một ", "đạt ", "và ", "1/2/", "giai đoạn 2026-", "a. A"],
)  # fmt: skip
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (12_000, 96_000))
    began = time.process_time()
    measures_of(short, kind="indicator")
    middle = time.process_time()
    measures_of(long, kind="indicator")
    spent, baseline = time.process_time() - middle, middle - began
    # Eight times the text; a quadratic reading would take sixty-four times as long.
    assert spent < 30 * baseline + 0.2
