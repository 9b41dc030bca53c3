"""Moments in Vietnamese text: days, months, quarters, parts of a year and years.

A moment is written as the programme format writes it: "2026", "Q4/2025", "2026-03" or "2026-03-15".
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1930, 2100

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?:19[3-9]\d|20\d\d|2100)(?![\d.,]?\d)"
_JOIN = r"(?:\s?[/-]\s?|\s?,?\s?năm\s|,?\s)"
_SOME_YEAR = re.compile(r"19\d\d|2[01]\d\d")
_MOMENT = re.compile(
    rf"""
    (?<![\w/])(?<!\d[.,])(?<!\D\d-)(?<!\D\d\d-)
    (?:
      (?:ngày\s{{1,3}})?(?P<day>\d{{1,2}})\s{{1,3}}tháng\s{{1,3}}(?P<day_month>\d{{1,2}})(?:\s{{1,3}}|,\s{{0,2}})
      năm\s{{1,3}}(?P<day_year>{_YEAR})
    | (?:ngày\s{{1,3}})?(?P<d>\d{{1,2}})(?P<sep>\s?[/.-]\s?)(?P<m>\d{{1,2}})(?P=sep)(?P<y>{_YEAR})
    | (?P<iso>{_YEAR})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?![\d/-])
    | (?P<part>0?6|sáu|0?9|chín)\s{{1,3}}tháng\s{{1,3}}(?P<which>đầu|cuối)\s{{1,3}}(?:của\s)?năm\s{{1,3}}(?P<part_year>{_YEAR})
    | (?:quý|quí|q\.?)\s?(?P<quarter>iv|i{{1,3}}|0?[1-4])(?![\w]){_JOIN}(?P<quarter_year>{_YEAR})
    | (?:tháng\s{{0,2}}|t\.?)(?P<month>\d{{1,2}})(?:{_JOIN})(?P<month_year>{_YEAR})
    | (?P<bare_month>\d{{1,2}})/(?P<bare_year>{_YEAR})
    | (?P<edge>(?:đầu|giữa|cuối|hết)\s)?(?:năm\s{{1,3}})?(?P<year>{_YEAR})(?!\s?[/%]\s?\w)(?!-(?:[a-zđ]|\d\d?(?!\d)))
    )
    (?![\w/]*[a-zđ]*/[a-zđ])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Moment(NamedTuple):
    """A moment found in a text: offsets [start, end), and its `code` in the form of the programme format."""

    start: int
    end: int
    code: str


def year_of(code: str) -> int:
    """Return the year of a moment's code."""
    return int(code[-4:]) if code.startswith("Q") else int(code[:4])


def is_year(value: int) -> bool:
    """Say whether `value` can be the year of something a programme speaks of."""
    return FIRST_YEAR <= value <= LAST_YEAR


def _day_code(year: str, month: str, day: str) -> str | None:
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12 or not 1 <= d <= calendar.monthrange(y, m)[1]:
        return None
    return f"{y:04d}-{m:02d}-{d:02d}"


def _month_code(year: str, month: str) -> str | None:
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else None


def _quarter_code(year: str, quarter: str) -> str:
    number = _ROMAN.get(quarter.lower()) or int(quarter)
    return f"Q{number}/{year}"


def _part_code(year: str, part: str, which: str) -> str:
    if which.lower() == "cuối":
        return f"{year}-12"
    return f"{year}-09" if part.lower() in {"9", "09", "chín"} else f"{year}-06"


def _code(found: re.Match[str]) -> str | None:
    group = found.groupdict()
    if group["day_year"]:
        return _day_code(group["day_year"], group["day_month"], group["day"])
    if group["y"]:
        return _day_code(group["y"], group["m"], group["d"])
    if group["iso"]:
        return _day_code(group["iso"], group["iso_m"], group["iso_d"])
    if group["part_year"]:
        return _part_code(group["part_year"], group["part"], group["which"])
    if group["quarter_year"]:
        return _quarter_code(group["quarter_year"], group["quarter"])
    if group["month_year"]:
        return _month_code(group["month_year"], group["month"])
    if group["bare_year"]:
        return _month_code(group["bare_year"], group["bare_month"])
    return str(group["year"])


def moments_in(text: str) -> Iterator[Moment]:
    """Yield the moments of `text` in order; impossible dates (31/02, tháng 13) are left out."""
    if not _SOME_YEAR.search(text):
        return  # every moment has its year: most texts are spared the pattern
    for found in _MOMENT.finditer(text):
        code = _code(found)
        if code is not None:
            yield Moment(found.start(), found.end(), code)


def parse_moment(text: str) -> str | None:
    """Return the code of a text that is one moment and nothing else ("Quý IV/2025." -> "Q4/2025"), or None."""
    stripped = text.strip().rstrip(".;,").strip()
    found = next(moments_in(stripped), None)
    if found is None or found.start != 0 or found.end != len(stripped):
        return None
    return found.code
