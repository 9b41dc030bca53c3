"""Report periods as addresses and commands write them: "2026-Q3", "2026-H1", "2026-9M", "2026", "2026-M09". Pure."""

from __future__ import annotations

import datetime
import re

from dondoc.measure.cadence import ReportPeriod, report_period

FORM = re.compile(r"^(\d{4})(?:-(?:Q([1-4])|H([12])|(9)M|M(0[1-9]|1[0-2])))?$")


def parse(text: str) -> ReportPeriod | None:
    """Return the period that `text` names, or None when it names none."""
    found = FORM.match(text)
    if not found:
        return None
    year, quarter, half, nine, month = found.groups()
    if quarter:
        return report_period("quarter", int(year), int(quarter))
    if half:
        return report_period("half_year", int(year), int(half))
    if nine:
        return report_period("nine_months", int(year))
    if month:
        return report_period("month", int(year), int(month))
    return report_period("year", int(year))


def choices(today: datetime.date, first_year: int) -> list[tuple[str, str]]:
    """Return the periods that are over, newest first, as (key, label); at most the last two years."""
    keys = []
    for year in range(today.year, max(first_year, today.year - 2) - 1, -1):
        for tail in ("", "-Q4", "-9M", "-Q3", "-H1", "-Q2", "-Q1"):
            keys.append(f"{year}{tail}")
    found = [(key, period) for key in keys if (period := parse(key)) is not None and period.end <= today]
    found.sort(key=lambda pair: (pair[1].end, pair[1].start), reverse=True)
    return [(key, period.label) for key, period in found]
