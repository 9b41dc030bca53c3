"""Background work of intake: reading one uploaded paper in a process of its own."""

from __future__ import annotations

import time
from pathlib import Path

from django.utils import timezone
from django_scopes import scopes_disabled

from dondoc.jobs import enqueue, periodic, task

from . import actions, pictures, process
from .models import Review, Upload

SECONDS_BETWEEN_NEWS = 0.7


@periodic(hours=1 / 12)
@task
def take_up_again() -> None:
    """Read again, or fail, the papers whose reader died."""
    with scopes_disabled():  # the job serves all wards
        actions.take_up_again()


@task
def read_upload(pk: int) -> None:
    """Read the paper of upload `pk` and store the outcome; doing it twice does no harm."""
    with scopes_disabled():  # the job serves all wards
        row = actions.claim(pk)
        if row is None:
            return
        last = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last > SECONDS_BETWEEN_NEWS or done == total:
                last = time.monotonic()
                Upload.objects.filter(pk=pk).update(pages_done=done, pages_total=total, alive_at=timezone.now())

        cleared = row.code == "secret_cleared"
        actions.store_result(row, process.read_paper(Path(row.file.path), row.filename, progress, secrecy=not cleared))
        if pictures.has_pages(row) and Review.objects.filter(upload=row).exists():
            enqueue(draw_pages, pk)


@task
def draw_pages(pk: int) -> None:
    """Draw the pages of upload `pk` while the person reads the first ones; doing it twice does no harm."""
    with scopes_disabled():  # the job serves all wards
        row = Review.objects.select_related("upload").filter(upload_id=pk, upload__state=Upload.State.REVIEW).first()
        if row is not None:
            pictures.draw(row.upload, 1, pictures.page_count(row))
