"""Between the reading and its rows: items out of a programme of the format, and a programme out of reviewed items."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from dondoc.programme import model as format_
from dondoc.programmes.rows import Marks

from .models import Review, ReviewItem

LETTERS = {"assignment": "a", "reference": "r", "recipient": "n", "deliverable": "d", "finding": "f"}
MODELS: dict[str, type[format_.Item]] = {
    "section": format_.Section,
    "indicator": format_.Indicator,
    "task": format_.Task,
    "assignment": format_.Assignment,
    "reference": format_.Reference,
    "deliverable": format_.Deliverable,
    "finding": format_.Finding,
}


def item_rows(review: Review, reading: format_.Programme) -> list[ReviewItem]:
    """Return the unsaved rows of every item of `reading`, in the order of the paper."""
    lists: list[tuple[str, list[Any]]] = [
        ("section", reading.sections),
        ("indicator", reading.indicators),
        ("task", reading.tasks),
        ("assignment", reading.assignments),
        ("reference", reading.references),
        ("recipient", reading.recipients),
        ("deliverable", reading.deliverables),
        ("finding", reading.findings),
    ]
    rows = []
    for kind, items in lists:
        for place, item in enumerate(items):
            rows.append(_item_row(review, kind, place, item))
    return rows


def _item_row(review: Review, kind: str, place: int, item: Any) -> ReviewItem:
    spans = getattr(item, "spans", [])
    return ReviewItem(
        ward_id=review.ward_id,
        review=review,
        kind=kind,
        ref=getattr(item, "id", None) or f"{LETTERS[kind]}{place + 1}",
        order=Decimal(place + 1),
        data={"text": item} if kind == "recipient" else msgspec.to_builtins(item),
        start=spans[0].start if spans else None,
        doubtful=getattr(item, "confidence", "sure") == "doubtful",
    )


def as_item(kind: str, data: dict[str, Any]) -> Any:
    """Return the format's object in `data`; raises msgspec.ValidationError where it is not one."""
    return msgspec.convert(data, MODELS[kind], strict=False)


def compose(review: Review, items: list[ReviewItem]) -> format_.Programme:
    """Return the reviewed reading as a programme of the format: dropped items left out, ids as they are."""
    kept: dict[str, list[Any]] = {kind: [] for kind in (*MODELS, "recipient")}
    for item in sorted(items, key=lambda i: (i.order, i.pk)):
        if item.state != ReviewItem.State.DROPPED:
            kept[item.kind].append(item.data["text"] if item.kind == "recipient" else as_item(item.kind, item.data))
    header = msgspec.convert(review.header, format_.Header)
    header.number = review.number or None
    header.date = review.date.isoformat() if review.date else None
    return format_.Programme(
        text=review.text,
        document=header,
        sections=_with_parents(kept["section"]),
        indicators=kept["indicator"],
        tasks=kept["task"],
        assignments=kept["assignment"],
        references=kept["reference"],
        recipients=kept["recipient"],
        deliverables=kept["deliverable"],
        findings=kept["finding"],
    )


def _with_parents(sections: list[format_.Section]) -> list[format_.Section]:
    """Hang the children of a dropped section on nothing, so that no parent is missing."""
    ids = {s.id for s in sections}
    for section in sections:
        if section.parent not in ids:
            section.parent = None
    return sections


def marks_of(items: list[ReviewItem]) -> Marks:
    """Return what was marked as focus and as breakthrough."""
    return Marks(
        focus={i.ref for i in items if i.focus},
        breakthrough={i.ref for i in items if i.breakthrough},
    )


def decisions_of(items: list[ReviewItem]) -> dict[int, dict[str, Any]]:
    """Return the decisions on findings by their place among the findings that are kept."""
    findings = [i for i in items if i.kind == "finding" and i.state != ReviewItem.State.DROPPED]
    findings.sort(key=lambda i: (i.order, i.pk))
    return {place: item.decision for place, item in enumerate(findings) if item.decision}
