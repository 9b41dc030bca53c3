from datetime import date

import pytest

from dondoc.measure.workdays import holidays, is_working_day, next_working_day, working_days_between


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 1, 27),
        date(2025, 1, 31),
        date(2026, 2, 16),
        date(2026, 2, 20),
        date(2030, 2, 1),
        date(2026, 9, 1),
        date(2026, 9, 2),
        date(2026, 4, 30),
        date(2026, 5, 1),
        date(2026, 11, 24),
    ],
)
def test_public_holidays_are_not_worked(day):
    assert not is_working_day(day)


def test_the_culture_day_was_still_worked_before_2026():
    assert is_working_day(date(2025, 11, 24))


def test_a_holiday_on_a_weekend_is_made_up_on_the_next_working_day():
    assert date(2026, 4, 26).weekday() == 6
    assert date(2026, 4, 27) in holidays(2026)


def test_reminders_skip_weekends_and_holidays():
    assert next_working_day(date(2026, 2, 14)) == date(2026, 2, 23)
    assert next_working_day(date(2026, 11, 23)) == date(2026, 11, 23)
    assert next_working_day(date(2026, 11, 24)) == date(2026, 11, 25)


def test_working_days_are_counted_after_the_first_day():
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 25)) == 2
    assert working_days_between(date(2026, 11, 25), date(2026, 11, 20)) == -2
    assert working_days_between(date(2026, 11, 20), date(2026, 11, 20)) == 0


@pytest.mark.parametrize("year", range(2025, 2032))
def test_every_year_of_the_table_has_its_eleven_days_and_those_made_up(year):
    days = [day for day in holidays(year) if day.weekday() < 5]
    assert len(days) >= 11 + (year >= 2026) - 1  # two holidays may fall on one day (30/4 to 1/5 do not)
    assert all(day.year == year for day in days)
