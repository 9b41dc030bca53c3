"""Background work of intake: reading one uploaded paper in a process of its own."""

from __future__ import annotations

import time
from pathlib import Path

from django_scopes import scopes_disabled

from dondoc.jobs import task

from . import actions, process
from .models import Upload

SECONDS_BETWEEN_NEWS = 0.7


@task
def read_upload(pk: int) -> None:
    """Read the paper of upload `pk` and store the outcome; doing it twice does no harm."""
    with scopes_disabled():  # the job serves all wards
        row = Upload.objects.select_related("ward", "uploaded_by").get(pk=pk)
        if row.state not in {Upload.State.WAITING, Upload.State.READING} or not row.file:
            return
        row.state = Upload.State.READING
        row.save(update_fields=["state"])
        last = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last > SECONDS_BETWEEN_NEWS or done == total:
                last = time.monotonic()
                Upload.objects.filter(pk=pk).update(pages_done=done, pages_total=total)

        cleared = row.code == "secret_cleared"
        actions.store_result(row, process.read_paper(Path(row.file.path), row.filename, progress, secrecy=not cleared))
