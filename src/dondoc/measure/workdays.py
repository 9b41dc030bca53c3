"""Working days and public holidays of Viet Nam, for reminders and for counting in working days.

Bộ luật Lao động 2019, Điều 112: Tết Dương lịch 1 day, Tết Âm lịch 5, Giỗ Tổ Hùng Vương 1 (10/3 of the lunar year),
30/4 1, 1/5 1, Quốc khánh 2; Điều 111.3: a holiday on a weekly day of rest is made up on the next working day.
Nghị quyết 80-NQ/TW (07/01/2026) adds Ngày Văn hóa Việt Nam, 24/11, from 2026.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

# First day of the lunar year and 10/3 of the lunar year at UTC+7, computed from the new moons and the sun's longitude
# (2030: 2/2 in Viet Nam, 3/2 in China).
LUNAR_NEW_YEAR = {
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 2),
    2031: date(2031, 1, 23),
}
HUNG_KINGS = {
    2025: date(2025, 4, 7),
    2026: date(2026, 4, 26),
    2027: date(2027, 4, 16),
    2028: date(2028, 4, 4),
    2029: date(2029, 4, 23),
    2030: date(2030, 4, 12),
    2031: date(2031, 4, 1),
}
# Which five days are free is announced each year; without an announcement the eve and the first four days.
# 2025: Thông báo 6150/TB-BLĐTBXH (two days before, three from the first on).
TET_BEFORE = {2025: 2}
TET_DAYS = 5
CULTURE_DAY_SINCE = 2026
WEEKEND = (5, 6)


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year with the days that make them up; the lunar ones from 2025 to 2031."""
    days = {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2), _second_national_day(year)}
    if year >= CULTURE_DAY_SINCE:
        days.add(date(year, 11, 24))
    if year in LUNAR_NEW_YEAR:
        first = LUNAR_NEW_YEAR[year] - timedelta(days=TET_BEFORE.get(year, 1))
        days |= {first + timedelta(days=number) for number in range(TET_DAYS)}
        days.add(HUNG_KINGS[year])
    return frozenset(days | _made_up(days))


def _second_national_day(year: int) -> date:
    """Choose the day before or after 2/9 that joins it to a weekend, otherwise the day before."""
    return date(year, 9, 3) if date(year, 9, 2).weekday() in (3, 6) else date(year, 9, 1)


def _made_up(days: set[date]) -> set[date]:
    extra: set[date] = set()
    for day in sorted(days):
        if day.weekday() in WEEKEND:
            free = day
            while free.weekday() in WEEKEND or free in days or free in extra:
                free += timedelta(days=1)
            extra.add(free)
    return extra


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither a weekend nor a public holiday."""
    return day.weekday() not in WEEKEND and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself if it is worked, otherwise the next one that is."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days_between(start: date, end: date) -> int:
    """Count the working days after `start` up to `end` included; negative when `end` lies before `start`."""
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + timedelta(days=number + 1)) for number in range((end - start).days))
