from decimal import Decimal as D

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from dondoc.measurement.figures import read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1.000", "1000"),
        ("0,5", "0.5"),
        (" 95% ", "95"),
        ("-3,2", "-3.2"),
        ("−3,2", "-3.2"),
        ("33.230.000.000", "33230000000"),
    ],
)
def test_a_figure_is_read_as_vietnam_writes_it(text, value):
    assert read_figure(text) == D(value)


@pytest.mark.parametrize(
    "text", ["abc", "", "%", "1,2,3", "10.5", "1e5", "--3", "1" * 30, "0,1234567", "năm mươi", "½"]
)
def test_what_is_no_figure_or_can_be_read_two_ways_is_refused_in_one_sentence(text):
    with pytest.raises(ValidationError) as refusal:
        read_figure(text)
    assert len(refusal.value.messages) == 1


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    try:
        value = read_figure(text)
    except ValidationError:
        return
    assert value.is_finite()
    assert abs(value) < 10**16
