from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.cadence import (
    cadence_of,
    cutoff_of,
    due_date,
    owed_figures,
    period_at,
    periods_between,
    report_period,
)


def test_annual_measures_owe_a_figure_each_quarter_and_the_others_each_half_year():
    assert cadence_of("annual") == "quarter"
    assert {cadence_of(one) for one in ("by_year", "average_over", "whole_term", "unspecified")} == {"half_year"}


def test_a_figure_is_due_on_the_tenth_after_its_period():
    assert due_date(report_period("quarter", 2026, 3)) == date(2026, 10, 10)
    assert due_date(report_period("half_year", 2026, 2)) == date(2027, 1, 10)
    assert due_date(report_period("quarter", 2026, 4), 31) == date(2027, 1, 31)
    assert due_date(report_period("month", 2027, 1), 31) == date(2027, 2, 28)


def test_the_cut_off_is_the_last_day_unless_the_ward_sets_another():
    period = report_period("quarter", 2026, 1)
    assert cutoff_of(period) == date(2026, 3, 31)
    assert cutoff_of(period, 14) == date(2026, 3, 14)
    assert cutoff_of(report_period("month", 2026, 2), 31) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        ("quarter", 4, "Quý IV/2025"),
        ("half_year", 1, "6 tháng đầu năm 2025"),
        ("year", 1, "Năm 2025"),
        ("month", 3, "Tháng 3/2025"),
        ("nine_months", 1, "9 tháng năm 2025"),
        ("half_year", 2, "6 tháng cuối năm 2025"),
    ],
)
def test_a_period_is_named_as_it_is_written(kind, number, label):
    assert report_period(kind, 2025, number).label == label


def test_a_year_has_no_fifth_quarter():
    with pytest.raises(ValueError, match="quarter 5"):
        report_period("quarter", 2026, 5)


def test_owed_figures_tell_the_reported_from_the_overdue():
    owed = owed_figures("annual", (date(2026, 1, 1), date(2030, 12, 31)), {date(2026, 3, 31)}, date(2026, 7, 5))
    assert [(one.period.label, one.reported, one.overdue) for one in owed] == [
        ("Quý I/2026", True, False),
        ("Quý II/2026", False, False),
    ]
    owed = owed_figures("annual", (date(2026, 1, 1), date(2030, 12, 31)), set(), date(2026, 7, 11))
    assert [one.overdue for one in owed] == [True, True]


def test_nothing_is_owed_after_the_promise_has_ended():
    window = (date(2026, 1, 1), date(2027, 12, 31))
    owed = owed_figures("by_year", window, set(), date(2029, 1, 1))
    assert owed[-1].period.label == "6 tháng cuối năm 2027"


@given(st.sampled_from(["month", "quarter", "half_year", "year"]), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_periods_follow_on_each_other_without_a_gap(kind, day):
    period = period_at(kind, day)
    assert period.start <= day <= period.end
    after = period_at(kind, period.end + timedelta(days=1))
    assert after.start == period.end + timedelta(days=1)
    assert list(periods_between(kind, period.start, after.end)) == [period, after]
