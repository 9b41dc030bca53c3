from datetime import date
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.forecast import forecast

TARGET_DAY = date(2030, 12, 31)


def test_there_is_no_forecast_from_fewer_than_three_figures():
    assert forecast([(date(2026, 6, 30), D(1)), (date(2026, 12, 31), D(2))], TARGET_DAY) is None
    same_day = [(date(2026, 6, 30), D(1))] * 3
    assert forecast(same_day, TARGET_DAY) is None


def test_figures_on_a_line_are_carried_on_along_it():
    points = [(date(2025 + number, 12, 31), D(40 + 10 * number)) for number in range(4)]
    found = forecast(points, TARGET_DAY)
    assert round(found.value, 0) == 90
    assert found.rests_on == 4
    assert found.high - found.low < D("0.5")


def test_one_odd_figure_does_not_turn_the_line():
    points = [(date(2022 + number, 12, 31), D(10 * number)) for number in range(7)]
    points[3] = (points[3][0], D(500))
    assert 70 <= forecast(points, TARGET_DAY).value <= 90


def test_there_is_no_forecast_for_a_day_gone_by():
    points = [(date(2025 + number, 12, 31), D(number)) for number in range(4)]
    assert forecast(points, date(2028, 12, 31)) is None


@given(st.lists(st.decimals(min_value=-1000, max_value=1000, places=2), min_size=3, max_size=8))
def test_the_interval_holds_the_forecast(values):
    points = [(date(2018 + number, 12, 31), value) for number, value in enumerate(values)]
    found = forecast(points, TARGET_DAY)
    assert found.low <= found.value <= found.high
