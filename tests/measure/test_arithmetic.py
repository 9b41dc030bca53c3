from datetime import date
from decimal import Decimal as D

from dondoc.measure.arithmetic import Number, Step, rounded, step_as_data


def test_numbers_are_rounded_half_up_without_trailing_zeros():
    assert str(rounded(D("2.50000"))) == "2.5"
    assert str(rounded(D("1200"))) == "1200"
    assert str(rounded(D("0.0000005"))) == "0.000001"
    assert str(rounded(D("Infinity"))) == "Infinity"


def test_a_step_is_stored_with_the_kind_of_every_number():
    step = Step("a", "b", (Number("x", D("1.5"), "%"), Number("ngày", date(2026, 1, 1))), Number("r", "đạt"))
    assert step_as_data(step) == {
        "label": "a",
        "words": "b",
        "numbers": [
            {"name": "x", "kind": "number", "value": "1.5", "unit": "%"},
            {"name": "ngày", "kind": "date", "value": "2026-01-01", "unit": ""},
        ],
        "result": {"name": "r", "kind": "text", "value": "đạt", "unit": ""},
    }
