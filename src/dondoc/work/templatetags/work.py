"""Words of the work pages: time beside a date, and the place of a sentence in its paper."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dondoc.measure.task_state import TimeStanding, Timing

register = template.Library()


@register.filter
def time_words(time: TimeStanding) -> str:
    """Say how a task stands in time, with the days: "Quá hạn 12 ngày", "Còn 3 ngày"; empty for the plain word."""
    days = time.days
    if time.timing == Timing.OVERDUE:
        return ngettext("Quá hạn %(n)d ngày", "Quá hạn %(n)d ngày", days) % {"n": days}
    if time.timing == Timing.SOON:
        return ngettext("Còn %(n)d ngày", "Còn %(n)d ngày", days) % {"n": days} if days else _("Hạn hôm nay")
    if time.timing == Timing.LATE:
        return ngettext("Trễ hạn %(n)d ngày", "Trễ hạn %(n)d ngày", days) % {"n": days}
    if time.timing == Timing.EARLY:
        return ngettext("Trước hạn %(n)d ngày", "Trước hạn %(n)d ngày", days) % {"n": days}
    return ""


@register.simple_tag
def in_paper(item: Any) -> str:
    """Return the address of the sentence of a target or task in its paper."""
    address = reverse("programmes:paper", args=[item.programme_id])
    return f"{address}#c{item.spans[0][1]}" if item.spans else address
