"""An upload whose reader died is read again, and not for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from dondoc import jobs

from ..models import Upload
from .arriving import queue_reading, store_result

# A reader is killed after three minutes without news (see `process`): ten without any mean that its worker is gone.
ABANDONED_AFTER = timedelta(minutes=10)
MOST_ATTEMPTS = 3
ABANDONED = {
    "code": "abandoned",
    "message": "Việc đọc tệp bị ngắt nhiều lần nên đã dừng lại; hãy tải tệp lên lại hoặc báo người quản trị.",
    "message_en": "Reading the file was interrupted several times and was stopped; upload it again or tell the administrator.",
    "secret": False,
}


def claim(pk: int, now: datetime | None = None) -> Upload | None:
    """Take an upload for reading: one that waits, or whose reader is dead; None where nothing is to be read."""
    now = now or timezone.now()
    free = Q(state=Upload.State.WAITING) | _abandoned(now)
    taken = (
        Upload.objects.filter(free, pk=pk)
        .exclude(file="")
        .update(state=Upload.State.READING, alive_at=now, attempts=F("attempts") + 1, pages_done=0, pages_total=0)
    )
    return Upload.objects.select_related("ward", "uploaded_by").get(pk=pk) if taken else None


def take_up_again(now: datetime | None = None) -> int:
    """Queue anew what a dead worker left unread, at most twice a file, then fail it; return how many were touched."""
    now = now or timezone.now()
    from ..tasks import read_upload

    touched = 0
    for row in Upload.objects.filter(_abandoned(now)).select_related("ward", "uploaded_by"):
        touched += 1
        if row.attempts >= MOST_ATTEMPTS:
            store_result(row, {"error": ABANDONED})
            continue
        with transaction.atomic():
            Upload.objects.filter(_abandoned(now), pk=row.pk).update(state=Upload.State.WAITING)
            queue_reading(row)
    for row in Upload.objects.filter(state=Upload.State.WAITING, uploaded_at__lt=now - ABANDONED_AFTER):
        if not jobs.is_queued(read_upload, row.pk):
            touched += 1
            with transaction.atomic():
                queue_reading(row)
    return touched


def _abandoned(now: datetime) -> Q:
    silent = Q(alive_at=None) | Q(alive_at__lt=now - ABANDONED_AFTER)
    return Q(state=Upload.State.READING) & silent
