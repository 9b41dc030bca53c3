"""Every write on a paper on its way in: upload, what the reading yielded, every act of reviewing, publication."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc import jobs
from dondoc.audit.actions import record
from dondoc.programme import model as format_
from dondoc.programme.json import FormatError, decode
from dondoc.programmes import actions as programmes
from dondoc.programmes.models import Programme
from dondoc.wards.access import require
from dondoc.wards.models import User, Ward

from . import composing, passages, rereading
from .models import Review, ReviewChange, ReviewItem, Upload

MAX_UPLOAD_BYTES = 50_000_000


class RefusedError(ValueError):
    """What was asked cannot be done; the message is one sentence for the person who asked."""


class ConflictError(RefusedError):
    """Somebody else changed the item in the meantime; `item` is how it stands now."""

    def __init__(self, item: ReviewItem) -> None:
        who = item.seen_by.full_name if item.seen_by else _("người khác")
        super().__init__(_("%(who)s vừa sửa mục này; hãy xem cả hai bản rồi chọn.") % {"who": who})
        self.item = item


# --- upload and reading ----------------------------------------------------------------------------------------


@transaction.atomic
def upload(
    user: User, ward: Ward, file: UploadedFile, replaces: Programme | None = None, *, queue: bool = True
) -> Upload:
    """Take a file in and queue its reading. Raises RefusedError on an empty or too large file."""
    require(user, "intake.upload", ward)
    if not file.size:
        raise RefusedError(_("Tệp rỗng, không có gì để đọc."))
    if file.size > MAX_UPLOAD_BYTES:
        raise RefusedError(_("Tệp lớn hơn 50 MB; hãy chia nhỏ hoặc quét ở độ phân giải thấp hơn."))
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    row = Upload(
        ward=ward,
        replaces=replaces,
        filename=format_name(file.name or ""),
        sha256=digest.hexdigest(),
        size=file.size,
        uploaded_by=user,
    )
    # The stored name tells nothing: a secret paper's name must not stay anywhere.
    row.file.save(f"{row.sha256[:24]}.bin", file, save=False)
    row.save()
    record(
        ward=ward,
        actor=user,
        verb="intake.upload",
        target=row,
        label=row.sha256[:16],
        data={"size": row.size, "sha256": row.sha256},
    )
    if queue:
        _queue_reading(row)
    return row


def bring_in(user: User, ward: Ward, file: UploadedFile) -> Upload:
    """Take in a paper, or JSON of the format, and bring it into review at once (the command line's way).

    Raises RefusedError where the JSON is not a programme; a paper that is not read says why in its row.
    """
    from .tasks import read_upload

    if not (file.name or "").lower().endswith(".json"):
        row = upload(user, ward, file)
        read_upload.func(row.pk)
        row.refresh_from_db()
        return row
    try:
        programme = decode(file.read())
    except FormatError as error:
        raise RefusedError(_("Tệp JSON không đúng định dạng: %(error)s") % {"error": error}) from error
    with transaction.atomic():
        row = upload(user, ward, file, queue=False)
        store_result(
            row,
            {
                "programme": programme,
                "media_type": "application/json",
                "notes": [],
                "layout": _plain_layout(programme.text),
            },
        )
    return row


def _plain_layout(text: str) -> dict[str, Any]:
    """Return the layout of a text without pages: its lines."""
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append([start, start + len(line), None, None, "p"])
        start += len(line) + 1
    return {"pages": [], "lines": lines, "tables": []}


def format_name(name: str) -> str:
    """Return a file's name in NFC without folders, at most 200 characters."""
    import unicodedata

    return unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])[-200:]


def _queue_reading(row: Upload) -> None:
    from .tasks import read_upload

    pk = row.pk
    transaction.on_commit(lambda: jobs.enqueue(read_upload, pk))


def store_result(row: Upload, result: dict[str, Any]) -> None:
    """Store what the reading process returned: a review with its items, a question, or the reason it failed."""
    error = result.get("error")
    if error:
        _store_error(row, error)
        return
    with transaction.atomic():
        reading = result["programme"]
        if not isinstance(reading, format_.Programme):  # straight from the process it is plain JSON
            reading = msgspec.convert(reading, format_.Programme, strict=False)
        row.media_type = result.get("media_type") or ""
        row.before_conversion = result.get("before_conversion") or ""
        asked = bool(row.before_conversion) and not row.accepted_conversion
        row.state = Upload.State.ASKED if asked else Upload.State.REVIEW
        row.code = "legacy_encoding" if asked else ""
        row.save()
        Review.objects.filter(upload=row).delete()
        review = Review.objects.create(
            ward_id=row.ward_id,
            upload=row,
            text=reading.text,
            header=msgspec.to_builtins(reading.document),
            layout=result["layout"],
            notes=result["notes"],
            number=reading.document.number or "",
            date=_full_date(reading.document.date),
        )
        ReviewItem.objects.bulk_create(composing.item_rows(review, reading))


def _full_date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text or "")
    except ValueError:
        return None


def _store_error(row: Upload, error: dict[str, Any]) -> None:
    """Store why a paper is not read; of a secret one neither file nor name is kept."""
    suspected = error["code"] == "secret_suspected"
    with transaction.atomic():
        row.code, row.message, row.message_en = error["code"], error["message"], error["message_en"]
        row.state = Upload.State.FAILED
        if error["secret"]:
            row.state = Upload.State.ASKED if suspected else Upload.State.REFUSED
        if row.state != Upload.State.ASKED:
            file, row.file = row.file.name, ""
            storage = row._meta.get_field("file").storage  # type: ignore[union-attr]
            transaction.on_commit(lambda: storage.delete(file))
        if row.state == Upload.State.REFUSED:
            row.filename = ""
        row.save()
        record(
            ward=row.ward,
            actor=row.uploaded_by,
            verb=f"intake.{row.state}",
            target=row,
            label=row.sha256[:16],
            data={"code": row.code},
        )


@transaction.atomic
def answer(user: User, row: Upload, *, yes: bool) -> None:
    """Answer what the reading asked: "the converted text is right", or "this scan bears no secrecy mark"."""
    require(user, "intake.upload", row)
    if row.state != Upload.State.ASKED:
        raise RefusedError(_("Câu hỏi này đã được trả lời."))
    if row.code == "legacy_encoding":
        row.accepted_conversion = yes
        row.state = Upload.State.REVIEW if yes else Upload.State.DROPPED
        row.save()
    elif yes:
        row.code, row.state = "secret_cleared", Upload.State.WAITING
        row.save()
        _queue_reading(row)
    else:
        _store_error(
            row,
            {"code": "secret", "message": _("Văn bản có dấu mật, không được lưu."), "message_en": "", "secret": True},
        )
    record(
        ward=row.ward,
        actor=user,
        verb="intake.answer",
        target=row,
        label=row.sha256[:16],
        data={"code": row.code, "yes": yes},
    )


@transaction.atomic
def drop_upload(user: User, row: Upload) -> None:
    """Take a paper out of review: its file goes, the log of what happened stays."""
    require(user, "intake.upload", row)
    if row.state == Upload.State.PUBLISHED:
        raise RefusedError(_("Văn bản đã công bố, không bỏ được."))
    file, storage = row.file.name, row.file.storage
    row.state, row.file = Upload.State.DROPPED, ""
    row.save()
    if file:
        transaction.on_commit(lambda: storage.delete(file))
    record(ward=row.ward, actor=user, verb="intake.drop", target=row, label=row.filename, data={})


# --- acts of reviewing -----------------------------------------------------------------------------------------


@contextlib.contextmanager
def _act(user: User, review: Review, verb: str, items: list[ReviewItem]) -> Iterator[list[ReviewItem]]:
    """Carry out one act on `items` (new ones may be appended): save, one undoable change, one audit entry.

    The review row is locked, so that two people's acts come one after the other.
    """
    require(user, "intake.review", review)
    with transaction.atomic():
        Review.objects.select_for_update().get(pk=review.pk)
        if review.upload.state != Upload.State.REVIEW:
            raise RefusedError(_("Bản này không còn trong rà soát."))
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

    Raises ConflictError when somebody changed one of its items since.
    """
    require(user, "intake.review", review)
    with transaction.atomic():
        Review.objects.select_for_update().get(pk=review.pk)
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


@transaction.atomic
def set_header(
    user: User,
    review: Review,
    *,
    number: str,
    no_number: bool,
    date: datetime.date | None,
    no_date: bool,
    header: dict[str, Any],
) -> None:
    """Record the paper's number and date (or that it has none yet) and the other fields of its head."""
    require(user, "intake.review", review)
    review.number, review.no_number = number.strip(), no_number and not number.strip()
    review.date, review.no_date = date, no_date and date is None
    review.header = {**review.header, **header}
    review.save()
    record(
        ward=review.ward,
        actor=user,
        verb="review.header",
        target=review,
        label=review.number or _("chưa có số"),
        data={},
    )


def missing_for_publication(review: Review) -> list[str]:
    """Return what still stands between the review and its publication, one sentence each; empty when nothing does."""
    reasons = []
    unseen = review.items.filter(doubtful=True, state=ReviewItem.State.UNSEEN).count()
    if unseen:
        reasons.append(_("Còn %(count)d mục cần xem kỹ chưa được xem.") % {"count": unseen})
    if not review.number and not review.no_number:
        reasons.append(_("Chưa ghi số văn bản, hoặc đánh dấu là chưa có số."))
    if not review.date and not review.no_date:
        reasons.append(_("Chưa ghi ngày ban hành, hoặc đánh dấu là chưa có ngày."))
    return reasons


@transaction.atomic
def publish(user: User, review: Review) -> Programme:
    """Publish the reviewed reading. Raises RefusedError while something is missing."""
    Review.objects.select_for_update().get(pk=review.pk)
    row = review.upload
    if row.state != Upload.State.REVIEW:
        raise RefusedError(_("Bản này không còn trong rà soát."))
    missing = missing_for_publication(review)
    if missing:
        raise RefusedError(" ".join(missing))
    items = list(review.items.all())
    paper = programmes.ReviewedPaper(
        reading=composing.compose(review, items),
        number=review.number,
        date=review.date,
        filename=row.filename,
        file=row.file if row.file else None,
        sha256=row.sha256,
        media_type=row.media_type,
        layout=review.layout,
        marks=composing.marks_of(items),
        decisions=composing.decisions_of(items),
    )
    programme = programmes.publish(user, row.ward, paper, replaces=row.replaces)
    review.programme = programme
    review.save(update_fields=["programme"])
    row.state = Upload.State.PUBLISHED
    row.save(update_fields=["state"])
    return programme


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
