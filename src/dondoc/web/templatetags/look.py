"""The tags and filters that every template has without loading them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dondoc.web import figures
from dondoc.web.statuses import look_of

register = template.Library()


@register.simple_tag
def icon(name: str, label: object = "") -> SafeString:
    """Draw an icon of the sprite (`name-f` is filled): decoration, or with `label` an image that is read out."""
    address = f"{static('web/vendor/tabler-icons/icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', str(label), address
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', address)


@register.simple_tag
def status(value: object, kind: str = "", text: object = "") -> SafeString:
    """Show a state as colour, icon and word; `text` says more than the word ("Quá hạn 12 ngày")."""
    look = look_of(value, kind)
    sign = icon(look.icon) if look.icon else ""
    return format_html('<span class="st {} {}">{}{}</span>', look.tone, look.weight, sign, str(text or look.word))


@register.filter
def tone(value: object, kind: str = "") -> str:
    """Return the tone of a state, for the bar at the left of its row: `<tr class="row {{ s|tone }}">`."""
    return look_of(value, kind).tone


@register.filter
def weight(value: object, kind: str = "") -> str:
    """Return how loud a state is: strong, soft, quiet or word."""
    return look_of(value, kind).weight


@register.filter
def vn_number(value: Any, places: int | None = None) -> str:
    """Show 1234.5 as "1.234,5" and nothing as "—"."""
    return figures.number(value, places)


@register.filter
def percent(value: Any, places: int | None = None) -> str:
    """Show 95 as "95%"."""
    return figures.percent(value, places)


@register.filter
def vn_date(value: date | None) -> str:
    """Show a date as dd/mm/yyyy."""
    return figures.day(value)


@register.filter
def vn_datetime(value: datetime | None) -> str:
    """Show a moment as "22/11/2026 14:05"."""
    return figures.moment(value)


@register.filter
def shorten(value: object, width: int = 80) -> str:
    """Cut a long text between words; the full one must stand one step away."""
    return figures.shorten(str(value), int(width))


@register.inclusion_tag("web/_full.html")
def full(text: object, width: int = 130) -> dict[str, Any]:
    """Show a long text verbatim, clamped at two lines, with "Xem đủ" that opens it in place, also without JavaScript."""
    return {"text": text, "long": len(str(text)) > width}


@register.simple_tag
def bullet(value: Any, target: Any, expected: Any = None, top: Any = None, tone: str = "blue") -> SafeString:
    """Draw a value against its target and its path."""
    return figures.bullet(value, target, expected, top, tone)


@register.simple_tag
def sparkline(values: Sequence[Any], path: Sequence[Any] = (), tone: str = "blue") -> SafeString:
    """Draw a short line of values."""
    return figures.sparkline(values, path, tone)


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: Any) -> str:
    """Return the page's query with some values changed (None removes one), for filters, sorting and pages."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else request.path


@register.inclusion_tag("web/_sort.html", takes_context=True)
def sort_head(context: template.Context, name: str, label: str, class_: str = "") -> dict[str, Any]:
    """Write the head of a column that sorts: a link, up and then down, that keeps the rest of the query."""
    now = context["request"].GET.get("xep", "")
    return {
        "label": label,
        "class": class_,
        "direction": "ascending" if now == name else "descending" if now == f"-{name}" else "",
        "address": with_query(context, xep=f"-{name}" if now == name else name, trang=None),
    }
