"""Every read of intake; each says how many queries it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from dondoc.wards.models import Ward

from .models import Review, ReviewItem, Upload

LISTED = ("indicator", "task", "assignment")  # shown under their sections; the rest in groups of their own
TAILS = ("reference", "deliverable", "recipient")


def uploads(ward: Ward) -> QuerySet[Upload]:
    """Return the ward's uploads, newest first, with who brought them and how far the review is (1 query)."""
    unseen = Count("review__items", filter=Q(review__items__state="unseen", review__items__doubtful=True))
    return (
        Upload.objects.filter(ward=ward)
        .select_related("uploaded_by", "review", "review__programme")
        .annotate(doubts_left=unseen)
    )


@dataclass
class Group:
    """A section of the review with its items."""

    section: ReviewItem
    depth: int
    items: list[ReviewItem] = field(default_factory=list)

    @property
    def ready(self) -> int:
        """How many sure items one act would accept."""
        return sum(not i.doubtful and i.state == "unseen" for i in self.items)


@dataclass
class ReviewPage:
    """Everything the review shows beside the source."""

    careful: list[ReviewItem]
    groups: list[Group]
    findings: list[ReviewItem]
    tails: dict[str, list[ReviewItem]]
    total: int
    seen: int

    @property
    def careful_left(self) -> int:
        """How many items still ask for a close look."""
        return sum(i.state == "unseen" for i in self.careful)


def review_page(review: Review) -> ReviewPage:
    """Return the items of a review in their groups (1 query)."""
    items = list(review.items.all())
    findings = [i for i in items if i.kind == "finding"]
    doubtful = [i for i in items if i.doubtful]
    errors = [i for i in findings if i.data["severity"] == "error"]
    careful = sorted(doubtful + errors, key=lambda i: (_first_place(i), i.pk))
    counted = [i for i in items if i.kind in LISTED]
    return ReviewPage(
        careful=careful,
        groups=_groups(items),
        findings=[i for i in findings if i.data["severity"] != "error"],
        tails={kind: [i for i in items if i.kind == kind] for kind in TAILS},
        total=len(counted),
        seen=sum(i.state != "unseen" for i in counted),
    )


def _first_place(item: ReviewItem) -> int:
    return item.start if item.start is not None else 1 << 30


def _groups(items: Iterable[ReviewItem]) -> list[Group]:
    depths: dict[str, int] = {}
    groups: dict[str, Group] = {}
    for item in items:
        if item.kind == "section" and item.state != "dropped":
            depth = depths.get(item.data.get("parent") or "", -1) + 1
            depths[item.ref] = depth
            groups[item.ref] = Group(item, min(depth, 3))
    for item in items:
        if item.kind in LISTED and item.data["section"] in groups:
            groups[item.data["section"]].items.append(item)
    for group in groups.values():
        group.items.sort(key=lambda i: (_first_place(i), i.order))
    return list(groups.values())


@dataclass
class Block:
    """One paragraph or table of the source as text, with its place."""

    page: int | None
    start: int
    end: int
    flags: str = ""
    rows: list[list[dict[str, Any]]] | None = None
    new_page: bool = False


def source_blocks(text: str, layout: dict[str, Any]) -> list[Block]:
    """Return the paper as paragraphs and tables in reading order (no query)."""
    blocks: list[Block] = []
    tables = layout.get("tables", [])
    shown: set[int] = set()
    page: int | None = None
    for start, end, number, _box, flags in layout.get("lines", []):
        table = int(flags.split("t", 1)[1]) if "t" in flags else None
        if table is not None and table in shown:
            continue
        block = Block(number, start, end, flags, new_page=number is not None and number != page)
        if table is not None:
            shown.add(table)
            block.rows = _table_rows(text, tables[table])
        blocks.append(block)
        page = number
    return blocks


def _table_rows(text: str, table: dict[str, Any]) -> list[list[dict[str, Any]]]:
    rows: dict[int, list[dict[str, Any]]] = {}
    for row, column, row_span, column_span, pieces in table["cells"]:
        cell = {"column": column, "rows": row_span, "columns": column_span, "pieces": pieces}
        rows.setdefault(row, []).append(cell)
    return [sorted(rows[row], key=lambda c: c["column"]) for row in sorted(rows)]
