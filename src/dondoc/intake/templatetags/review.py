"""Small words of the review page: labels, texts and places of items."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dondoc.programmes.words import FINDING_KINDS, SEVERITIES

from ..models import Review, ReviewItem
from ..rereading import KINDS

register = template.Library()


@register.filter
def item_label(item: ReviewItem) -> str:
    """Return how an item is called on the page: "Chỉ tiêu (1)", "Phụ lục 05, dòng 2"."""
    data = item.data
    if item.kind == "finding":
        return f"{str(FINDING_KINDS[data['kind']]).capitalize()} ({SEVERITIES[data['severity']]})"
    if item.kind == "task" and data.get("source") == "appendix":
        where = f"{_('Phụ lục')} {data.get('appendix') or ''}".strip()
        return f"{where}, {_('dòng')} {data['row']}" if data.get("row") else where
    name = str(ReviewItem.Kind(item.kind).label).capitalize()
    return f"{name} {data.get('label') or ''}".strip()


@register.filter
def item_text(item: ReviewItem) -> str:
    """Return the text that stands for an item in the list."""
    data = item.data
    if item.kind == "finding":
        return str(data["why"])
    if item.kind == "section":
        return (
            f"{data.get('label') or ''} {data['title']}".strip()
            if data.get("title")
            else str(data.get("first_words", ""))
        )
    if item.kind == "reference":
        return " ".join(filter(None, (data["kind"], data.get("number"), data.get("title"))))
    if item.kind == "deliverable":
        return f"{data['kind']} {data['title']}"
    return str(data["text"])


@register.filter
def state_word(item: ReviewItem) -> str:
    """Return what became of an item; a finding is not "right" or "changed" but left open or decided."""
    if item.kind == "finding" and item.state in (ReviewItem.State.ACCEPTED, ReviewItem.State.EDITED):
        return _("đã xem, để ngỏ") if item.state == ReviewItem.State.ACCEPTED else _("đã kết luận")
    return str(item.get_state_display())


@register.filter
def spans(item: ReviewItem) -> str:
    """Return the places of an item as "start-end start-end"."""
    return " ".join(f"{s['start']}-{s['end']}" for s in item.data.get("spans", []))


@register.filter
def edit_verb(item: ReviewItem) -> str:
    """Return the verb that the editor's save button calls."""
    return "quyet-dinh" if item.kind == "finding" else "sua"


@register.filter
def other_kinds(item: ReviewItem) -> list[tuple[str, Any]]:
    """Return the kinds that an item could be instead."""
    return [(kind, ReviewItem.Kind(kind).label) for kind in KINDS if kind != item.kind]


@register.filter
def kind_name(kind: str) -> str:
    """Return a kind's name as a heading."""
    return str(ReviewItem.Kind(kind).label).capitalize()


@register.simple_tag
def layout_json(review: Review, name: str) -> SafeString:
    """Return the lines with their boxes as a data block: [[start, end, page, [left, top, right, bottom]]]."""
    lines = [line[:4] for line in review.layout.get("lines", []) if line[3]]
    # "<" cannot close the block early: there is no text in it, only numbers.
    content = mark_safe(json.dumps(lines, separators=(",", ":")))
    return format_html('<script type="application/json" id="{}">{}</script>', name, content)
