"""Acts of reviewing: each changes one or a few items, can be undone by who did it, and loses to nobody unseen."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.audit.actions import record
from dondoc.wards.access import require
from dondoc.wards.models import User

from .. import composing, passages, rereading
from ..models import Review, ReviewChange, ReviewItem
from .refusals import ConflictError, RefusedError, lock


@contextlib.contextmanager
def _act(user: User, review: Review, verb: str, items: list[ReviewItem]) -> Iterator[list[ReviewItem]]:
    """Carry out one act on `items` (new ones may be appended): save, one undoable change, one audit entry.

    The review row is locked, so that two people's acts come one after the other.
    """
    require(user, "intake.review", review)
    with transaction.atomic():
        lock(review)
        _unchanged(review, items)
        before = {str(i.pk): _snapshot(i) for i in items if i.pk}
        yield items
        for item in items:
            item.revision += 1 if item.pk else 0
            item.seen_by, item.seen_at = user, timezone.now()
            item.save()
        after = {str(i.pk): _snapshot(i) for i in items}
        ReviewChange.objects.create(
            ward_id=review.ward_id, review=review, verb=verb, before=before, after=after, by=user
        )
        record(
            ward=review.ward,
            actor=user,
            verb=f"review.{verb}",
            target=review,
            label=", ".join(i.ref for i in items[:8]) + ("…" if len(items) > 8 else ""),
            data={"count": len(items)},
        )


def _unchanged(review: Review, items: list[ReviewItem]) -> None:
    """Raise ConflictError where somebody changed one of `items` between its reading and the lock."""
    revisions = dict(review.items.filter(pk__in=[i.pk for i in items if i.pk]).values_list("pk", "revision"))
    for item in items:
        if item.pk and revisions[item.pk] != item.revision:
            raise ConflictError(ReviewItem.objects.select_related("seen_by").get(pk=item.pk))


COLUMNS = ("kind", "ref", "data", "start", "state", "focus", "breakthrough", "decision", "revision")


def _snapshot(item: ReviewItem) -> dict[str, Any]:
    return {"order": str(item.order), **{column: getattr(item, column) for column in COLUMNS}}


def fresh(item: ReviewItem, revision: int) -> ReviewItem:
    """Return `item` as it stands; raises ConflictError when it is no longer the revision that the person saw."""
    current = ReviewItem.objects.select_related("seen_by", "review__upload", "ward").get(pk=item.pk)
    if current.revision != revision:
        raise ConflictError(current)
    return current


def accept(user: User, item: ReviewItem, revision: int) -> ReviewItem:
    """Say that an item was read rightly."""
    with transaction.atomic():
        item = fresh(item, revision)
        with _act(user, item.review, "accept", [item]):
            item.state = ReviewItem.State.ACCEPTED
    return item


def accept_section(user: User, review: Review, section: str) -> int:
    """Accept all sure, unseen items of a section in one act; return how many. Doubtful ones stay to be seen."""
    with transaction.atomic():
        items = [
            i
            for i in review.items.filter(state=ReviewItem.State.UNSEEN, doubtful=False).exclude(kind="finding")
            if i.data.get("section", i.data.get("id", "")) == section
        ]
        if items:
            with _act(user, review, "accept_section", items):
                for item in items:
                    item.state = ReviewItem.State.ACCEPTED
    return len(items)


def edit(user: User, item: ReviewItem, revision: int, data: dict[str, Any]) -> ReviewItem:
    """Change fields of an item. Raises RefusedError where the result is no item of the format."""
    with transaction.atomic():
        item = fresh(item, revision)
        merged = {**item.data, **data}
        try:
            if item.kind != ReviewItem.Kind.RECIPIENT:
                composing.as_item(item.kind, merged)
        except msgspec.ValidationError as error:
            raise RefusedError(_("Chưa lưu: %(error)s") % {"error": error}) from error
        with _act(user, item.review, "edit", [item]):
            item.data, item.state = merged, ReviewItem.State.EDITED
    return item


def drop(user: User, item: ReviewItem, revision: int) -> ReviewItem:
    """Take an item out of the reading (it can be brought back)."""
    with transaction.atomic():
        item = fresh(item, revision)
        with _act(user, item.review, "drop", [item]):
            item.state = ReviewItem.State.DROPPED
    return item


def mark(user: User, item: ReviewItem, revision: int, *, focus: bool, breakthrough: bool) -> ReviewItem:
    """Mark a target or task as focus (trọng tâm) or breakthrough (khâu đột phá)."""
    with transaction.atomic():
        item = fresh(item, revision)
        with _act(user, item.review, "mark", [item]):
            item.focus, item.breakthrough = focus, breakthrough
    return item


def reclassify(user: User, item: ReviewItem, revision: int, kind: str) -> ReviewItem:
    """Make a task of a target, a target of a task, or an assignment of either; its fields are read anew."""
    with transaction.atomic():
        item = fresh(item, revision)
        if kind not in rereading.KINDS or item.kind not in rereading.KINDS:
            raise RefusedError(_("Chỉ đổi được giữa chỉ tiêu, nhiệm vụ và phân công."))
        with _act(user, item.review, "reclassify", [item]):
            item.ref = _next_ref(item.review, kind)
            item.data = rereading.read_item(kind, item.ref, item.data["section"], item.review.text, _stretches(item))
            item.kind, item.state = kind, ReviewItem.State.EDITED
    return item


def move(user: User, item: ReviewItem, revision: int, section: str) -> ReviewItem:
    """Hang an item under another section."""
    with transaction.atomic():
        item = fresh(item, revision)
        if not item.review.items.filter(kind="section", ref=section).exclude(state="dropped").exists():
            raise RefusedError(_("Mục này không còn trong bản rà soát."))
        key = "parent" if item.kind == "section" else "section"
        with _act(user, item.review, "move", [item]):
            item.data = {**item.data, key: section}
            item.state = ReviewItem.State.EDITED
    return item


def split(user: User, item: ReviewItem, revision: int, offset: int) -> list[ReviewItem]:
    """Cut an item in two at character `offset` of its text; both parts are read anew."""
    with transaction.atomic():
        item = fresh(item, revision)
        review = item.review
        first, second = passages.cut(review.text, _stretches(item), offset)
        if item.kind not in rereading.KINDS or not first or not second:
            raise RefusedError(_("Đặt con trỏ vào giữa câu, chỗ cần tách, rồi tách lại."))
        following = review.items.filter(kind=item.kind, order__gt=item.order).first()
        gap = (following.order - item.order) if following else Decimal(1)
        ref = _next_ref(review, item.kind)
        fresh_part = ReviewItem(
            ward_id=review.ward_id,
            review=review,
            kind=item.kind,
            ref=ref,
            order=item.order + gap / 2,
            data=rereading.read_item(item.kind, ref, item.data["section"], review.text, second),
            start=second[0][0],
            state=ReviewItem.State.EDITED,
        )
        with _act(user, review, "split", [item, fresh_part]) as parts:
            item.data = rereading.read_item(item.kind, item.ref, item.data["section"], review.text, first)
            item.state = ReviewItem.State.EDITED
    return parts


def join(user: User, item: ReviewItem, revision: int) -> ReviewItem:
    """Join an item with the next one of its kind; the joined text is read anew."""
    with transaction.atomic():
        item = fresh(item, revision)
        review = item.review
        following = review.items.filter(kind=item.kind, order__gt=item.order).exclude(state="dropped").first()
        if item.kind not in rereading.KINDS or following is None:
            raise RefusedError(_("Không có mục nào phía sau để ghép."))
        with _act(user, review, "join", [item, following]):
            stretches = _stretches(item) + _stretches(following)
            item.data = rereading.read_item(item.kind, item.ref, item.data["section"], review.text, stretches)
            item.state, following.state = ReviewItem.State.EDITED, ReviewItem.State.DROPPED
    return item


def add(user: User, review: Review, kind: str, section: str, start: int, end: int) -> ReviewItem:
    """Add an item from a selection [start, end) of the paper's text."""
    with transaction.atomic():
        stretch = passages.trim(review.text, start, end)
        if stretch is None or kind not in rereading.KINDS:
            raise RefusedError(_("Chọn một đoạn chữ trong văn bản rồi thêm lại."))
        before = review.items.filter(kind=kind, start__lt=stretch[0]).last()
        after = review.items.filter(kind=kind, start__gte=stretch[0]).first()
        low = before.order if before else Decimal(0)
        ref = _next_ref(review, kind)
        item = ReviewItem(
            ward_id=review.ward_id,
            review=review,
            kind=kind,
            ref=ref,
            order=(low + after.order) / 2 if after else low + 1,
            data=rereading.read_item(kind, ref, section, review.text, [stretch]),
            start=stretch[0],
            state=ReviewItem.State.EDITED,
        )
        with _act(user, review, "add", [item]):
            pass
    return item


def decide(user: User, item: ReviewItem, revision: int, decision: dict[str, Any]) -> ReviewItem:
    """Close a finding by a decision: which number binds, who decided, on what paper, or that a correction is awaited."""
    with transaction.atomic():
        item = fresh(item, revision)
        if item.kind != ReviewItem.Kind.FINDING:
            raise RefusedError(_("Chỉ điểm cần rà soát mới có quyết định."))
        if decision.get("state") == "decided" and not decision.get("decided_by_name"):
            raise RefusedError(_("Ghi rõ ai quyết định."))
        with _act(user, item.review, "decide", [item]):
            item.decision, item.state = decision, ReviewItem.State.ACCEPTED
    return item


def undo(user: User, review: Review) -> ReviewChange | None:
    """Take back this person's last act; return it, or None where there is none.

    Raises ConflictError when somebody changed one of its items since, RefusedError after the publication.
    """
    require(user, "intake.review", review)
    with transaction.atomic():
        lock(review)
        change = review.changes.filter(by=user, undone=False).first()
        if change is None:
            return None
        for pk, after in change.after.items():
            item = review.items.select_related("seen_by").get(pk=pk)
            if item.revision != after["revision"]:
                raise ConflictError(item)
            before = change.before.get(pk)
            if before is None:
                item.state = ReviewItem.State.DROPPED
            else:
                for column in COLUMNS:
                    setattr(item, column, before[column])
                item.order = Decimal(before["order"])
            item.revision = after["revision"] + 1
            item.save()
        change.undone = True
        change.save(update_fields=["undone"])
        record(
            ward=review.ward,
            actor=user,
            verb="review.undo",
            target=review,
            label=change.verb,
            data={"change": change.pk},
        )
    return change


def _stretches(item: ReviewItem) -> list[passages.Stretch]:
    return [(s["start"], s["end"]) for s in item.data.get("spans", [])]


def _next_ref(review: Review, kind: str) -> str:
    """Return an id that no item of the review bears yet."""
    letter = composing.LETTERS.get(kind, kind[0])
    numbers = [
        int(ref[1:])
        for ref in review.items.filter(ref__startswith=letter).values_list("ref", flat=True)
        if ref[1:].isdigit()
    ]
    return f"{letter}{max(numbers, default=0) + 1}"
