"""A paper arrives: upload, what its reading yielded, the answer to what the reading asked."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from typing import Any

import msgspec
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from dondoc import jobs
from dondoc.audit.actions import record
from dondoc.programme import model as format_
from dondoc.programme.json import FormatError, decode
from dondoc.programmes.models import Programme
from dondoc.reader.refusals import MarkedSecretError
from dondoc.wards.access import require
from dondoc.wards.models import User, Ward
from dondoc.wards.storage import forget_deleted, transaction_with_files

from .. import composing
from ..models import Review, ReviewItem, Upload
from .refusals import RefusedError

SECRET = MarkedSecretError()
PICTURES = "pages"  # folder of the drawn pages, one folder an upload
MAX_UPLOAD_BYTES = 50_000_000


@transaction_with_files()
def upload(user: User, ward: Ward, file: File[Any], replaces: Programme | None = None, *, queue: bool = True) -> Upload:
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
        queue_reading(row)
    return row


def bring_in(user: User, ward: Ward, file: File[Any]) -> Upload:
    """Take in a paper, or JSON of the format, and bring it into review at once (the command line's way).

    Raises RefusedError where the JSON is not a programme; a paper that is not read says why in its row.
    """
    from ..tasks import read_upload

    if not (file.name or "").lower().endswith(".json"):
        row = upload(user, ward, file)
        read_upload.func(row.pk)
        row.refresh_from_db()
        return row
    try:
        programme = decode(file.read())
    except FormatError as error:
        raise RefusedError(_("Tệp JSON không đúng định dạng: %(error)s") % {"error": error}) from error
    with transaction_with_files():
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
    """Return a file's name in NFC, without folders and signs that cannot be seen, at most 200 characters."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    return "".join(letter for letter in plain if letter.isprintable())[-200:].strip() or "van-ban"


def queue_reading(row: Upload) -> None:
    """Have the paper read once the transaction is committed."""
    from ..tasks import read_upload

    pk = row.pk
    transaction.on_commit(lambda: jobs.enqueue(read_upload, pk))


def store_result(row: Upload, result: dict[str, Any]) -> None:
    """Store what the reading process returned: a review with its items, a question, or the reason it failed.

    Nothing is stored of a paper that was taken out, or read by another worker, in the meantime.
    """
    with transaction.atomic():
        current = Upload.objects.select_for_update().get(pk=row.pk)
        if current.state not in (Upload.State.WAITING, Upload.State.READING):
            return
        if error := result.get("error"):
            _store_error(row, error)
            return
        reading = result["programme"]
        if not isinstance(reading, format_.Programme):  # straight from the process it is plain JSON
            reading = msgspec.convert(reading, format_.Programme, strict=False)
        row.media_type = result.get("media_type") or ""
        if "macro" in row.media_type:
            _keep_no_macros(row)
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


def _keep_no_macros(row: Upload) -> None:
    """Let go of a Word file with macros once its text is read, as the reader's note says."""
    name, storage = row.file.name or "", row.file.storage
    row.file = ""
    transaction.on_commit(lambda: storage.delete(name))


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
            # At once, not on commit: of a secret paper nothing may be left, whatever happens to this process next.
            row.file.delete(save=False)
        if row.state == Upload.State.REFUSED:
            row.filename = ""
            transaction.on_commit(forget_deleted)
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
        queue_reading(row)
    else:
        _store_error(
            row,
            {"code": "secret", "message": SECRET.message, "message_en": SECRET.message_en, "secret": True},
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
    """Take a paper out: its file, the pictures of its pages and its reading go, the log of what happened stays."""
    require(user, "intake.upload", row)
    row.refresh_from_db(from_queryset=Upload.objects.select_for_update())
    if row.state == Upload.State.PUBLISHED:
        raise RefusedError(_("Văn bản đã công bố, không bỏ được."))
    file, storage = row.file.name, row.file.storage
    if row.state != Upload.State.REVIEW:
        row.filename = ""  # never read to its end: it may have been a secret one
    row.state, row.file, row.before_conversion = Upload.State.DROPPED, "", ""
    row.save()
    Review.objects.filter(upload=row).delete()
    if file:
        transaction.on_commit(lambda: storage.delete(file))
    transaction.on_commit(lambda: _delete_pictures(row.pk))
    record(ward=row.ward, actor=user, verb="intake.drop", target=row, label=row.sha256[:16], data={})


def _delete_pictures(pk: int) -> None:
    folder = f"{PICTURES}/{pk}"
    if default_storage.exists(folder):
        for name in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{name}")
        default_storage.delete(folder)
