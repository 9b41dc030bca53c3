"""Words of the measure page: the numbers of an arithmetic step, and how far a figure is from its path."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils.translation import gettext

from dondoc.measure.arithmetic import rounded
from dondoc.programmes.models import Measure
from dondoc.programmes.templatetags.programme import figure

register = template.Library()
SHOWN_DECIMALS = 3


@register.filter
def translated(text: str) -> str:
    """Translate a sentence that was stored in Vietnamese."""
    return gettext(text) if text else ""


@register.filter
def short(value: Any) -> Any:
    """Round a number for reading; None stays None, what has no end is "∞"."""
    if value in (None, ""):
        return None
    number = rounded(Decimal(str(value)), SHOWN_DECIMALS)
    return number if number.is_finite() else "∞"


@register.filter
def like_target(value: Any, measure: Measure) -> Any:
    """Round what is expected to one place more than the target has: more would pretend to a precision it has not."""
    if value in (None, ""):
        return None
    targets = [one.normalize().as_tuple().exponent for one in (measure.low, measure.high) if one is not None]
    places = max((-one for one in targets if isinstance(one, int) and one < 0), default=0)
    return rounded(Decimal(str(value)), places + 1)


@register.filter
def with_unit(value: Any, measure: Measure) -> str:
    """Return a figure with its unit, "—" for none."""
    if value in (None, ""):
        return figure(None, measure)
    per = f"/{measure.per}" if measure.per else ""
    unit = "" if measure.unit == "%" else f"{measure.unit}{per}"
    return f"{figure(value, measure)} {unit}".strip()


@register.filter
def iso_day(text: str) -> datetime.date:
    """Return the day of an ISO date."""
    return datetime.date.fromisoformat(text)


@register.filter
def size(value: Decimal | None) -> Decimal | None:
    """Return a number without its sign, rounded for reading."""
    return None if value is None else rounded(abs(value), 2)


@register.filter
def worse(standing: Any, promise: Any) -> bool:
    """Say whether the figure lies on the bad side of its path."""
    gap = standing.gap
    return gap is not None and (gap > 0 if promise.less_is_better else gap < 0)


@register.filter
def one_step_of(unit: str) -> str:
    """Return the unit of a difference: rates differ by points."""
    return gettext("điểm phần trăm") if unit == "%" else unit
