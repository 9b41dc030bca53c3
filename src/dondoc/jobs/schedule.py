"""Starts periodic jobs that are due, and takes up again what a dead worker has left behind."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks_db.models import DBTaskResult

from .facade import PERIODIC, enqueue
from .models import Tick

# A paper is read within minutes and its process is killed after that: an hour means that the worker died.
ABANDONED_AFTER = timedelta(hours=1)
ATTEMPTS = 3


def tick(now: datetime | None = None) -> list[str]:
    """Enqueue every periodic job that is due at `now`; return their names. Two ticks at once start a job once."""
    autodiscover_modules("tasks")
    now = now or timezone.now()
    started = []
    for name, (job, every) in sorted(PERIODIC.items()):
        with transaction.atomic():
            row, created = Tick.objects.select_for_update().get_or_create(name=name, defaults={"last": now})
            if not created and now - row.last < every:
                continue
            row.last = now
            row.save()
            enqueue(job)
            started.append(name)
    return started


def recover(now: datetime | None = None) -> int:
    """Put back into the queue what has been running for an hour, at most twice; return how many."""
    before = (now or timezone.now()) - ABANDONED_AFTER
    recovered = 0
    for result in DBTaskResult.objects.filter(status="RUNNING", started_at__lt=before):
        if len(result.worker_ids) >= ATTEMPTS:
            result.set_failed(TimeoutError(f"abandoned by {ATTEMPTS} workers"))
            continue
        recovered += DBTaskResult.objects.filter(pk=result.pk, status="RUNNING").update(status="READY", started_at=None)
    return recovered
