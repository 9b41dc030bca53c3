"""Words of the programme's pages: targets, periods, states."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext as _

from dondoc.language.figures import NONE, number
from dondoc.web.statuses import look_of

from ..models import Finding, Measure, Task
from ..words import FINDING_KINDS, PERIODS, RECURRENCES, SEVERITIES

register = template.Library()
SIGNS = {"at_least": "≥ ", "above": "> ", "at_most": "≤ ", "below": "< ", "equal": "", "increase": "+", "decrease": "−"}


@register.filter
def target_figure(measure: Measure) -> str:
    """Return the promised number as a cell shows it, without its unit unless that is per cent: "≥ 90%", "10–12%"."""
    if measure.direction == "qualitative":
        return _("định tính")
    low, high = measure.low, measure.high
    if low is not None and high is not None and low != high:
        printed = f"{number(low)}–{number(high)}"
    else:
        printed = SIGNS.get(measure.direction, "") + number(low if low is not None else high)
    return f"{printed}%" if measure.unit == "%" else printed


@register.filter
def target(measure: Measure) -> str:
    """Return the promise with its unit, as a sentence or a paper shows it: "≥ 2 tổ chức cơ sở đảng"."""
    unit = "" if measure.unit == "%" else measure.unit
    per = f"/{measure.per}" if measure.per else ""
    return f"{target_figure(measure)} {unit}{per}".strip()


@register.filter
def figure(value: Decimal | None, measure: Measure) -> str:
    """Return a figure as a cell shows it, "—" for none."""
    if value is None or value == "":
        return NONE
    return f"{number(value)}%" if measure.unit == "%" else number(value)


@register.filter
def counted(measure: Measure) -> str:
    """Return what is counted, for the second line of a cell, with the dot that follows it; nothing for rates."""
    if not measure.unit or measure.unit == "%":
        return f"{_('trên mỗi')} {measure.per} · " if measure.per else ""
    per = f"/{measure.per}" if measure.per else ""
    return f"{measure.unit}{per} · "


@register.filter
def period(measure: Measure) -> str:
    """Return the period of a target: "hằng năm", "đến năm 2030"."""
    if measure.period == "by_year" and measure.year_to:
        return f"{PERIODS['by_year']} {measure.year_to}"
    if measure.year_from and measure.year_to:
        return f"{measure.year_from}-{measure.year_to}"
    return str(PERIODS[measure.period])


@register.filter
def measure_status(measure: Measure) -> str:
    """Return the verdict that stands, "no_data" before the first one."""
    standing = getattr(measure, "standing", None)
    return standing.status if standing is not None else "no_data"


def status_word(value: str, kind: str) -> str:
    """Return the word of a state as its chip shows it."""
    return str(look_of(value, kind).word)


@register.filter
def recurrence_words(task: Task) -> str:
    """Return how a task without a date recurs, or that it has no date yet."""
    return str(RECURRENCES[task.recurrence]) if task.recurrence else _("chưa định thời hạn")


@register.filter
def finding_kind(kind: str) -> str:
    """Return the word for a kind of finding."""
    return str(FINDING_KINDS.get(kind, kind))


@register.filter
def binding_quote(finding: Finding) -> str:
    """Return the quote that a decision made binding."""
    chosen = finding.binding
    return str(finding.where[chosen]) if chosen is not None and chosen < len(finding.where) else ""


@register.filter
def severity_word(severity: str) -> str:
    """Return the word for how grave a finding is."""
    return str(SEVERITIES.get(severity, severity))


@register.filter
def time_cells(text: str) -> str:
    """Return the time of a row as printed; start and end out of two cells ("Quý I/2026 | Quý IV/2026") with a word between."""
    cells = list(dict.fromkeys(cell.strip() for cell in text.split(" | ") if cell.strip()))
    return _("%(start)s đến %(end)s") % {"start": cells[0], "end": cells[1]} if len(cells) == 2 else ", ".join(cells)


@register.filter
def change_word(change: str) -> str:
    """Return the word for what became of an item in a new version."""
    return {"added": _("bổ sung"), "changed": _("sửa đổi"), "removed": _("bãi bỏ")}.get(change, change)


@register.filter
def plain(value: Any) -> str:
    """Return a number for machines: no dot between thousands."""
    return str(value)


@register.filter
def line_class(flags: str) -> str:
    """Return the classes of a printed line: "b c" for bold and centred."""
    return " ".join(flags)
