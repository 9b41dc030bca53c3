from datetime import date
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.path import expected_at, points_of
from dondoc.measure.promise import Point, Promise, Term

TERM = Term(2025, 2030)


def made(**changes):
    return Promise(
        **{"direction": "at_least", "term": TERM, "low": D(90), "period": "by_year", "year_to": 2030, **changes}
    )


def test_the_path_begins_at_the_end_of_the_baseline_year_and_ends_at_the_target():
    path = made(baseline=Point(2025, D(40)))
    assert expected_at(path, date(2025, 12, 31)) == 40
    assert expected_at(path, date(2030, 12, 31)) == 90
    assert expected_at(path, date(2033, 1, 1)) == 90
    assert expected_at(path, date(2025, 12, 30)) is None


def test_a_baseline_from_the_target_year_or_later_draws_no_path():
    assert expected_at(made(baseline=Point(2030, D(40))), date(2030, 12, 31)) is None


def test_milestones_are_taken_in_their_order_and_within_the_path():
    path = made(baseline=Point(2025, D(40)), milestones=(Point(2028, D(70)), Point(2026, D(50)), Point(2031, D(1))))
    assert [point.year for point in points_of(path)] == [2025, 2026, 2028, 2030]


def test_without_a_level_there_is_no_path():
    assert points_of(made(low=None)) == ()


@given(st.dates(date(2025, 12, 31), date(2030, 12, 31)), st.decimals(min_value=0, max_value=100, places=2))
def test_the_expected_value_lies_between_the_ends(day, base):
    value = expected_at(made(baseline=Point(2025, base)), day)
    assert min(base, D(90)) <= value <= max(base, D(90))
