from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dondoc.jobs import enqueue
from dondoc.jobs.tasks import sweep

pytestmark = pytest.mark.django_db


def test_old_sessions_and_long_finished_jobs_are_forgotten(settings):
    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="", expire_date=now + timedelta(days=1))
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
    for days in (20, 1):
        enqueue(sweep)
        waiting = DBTaskResult.objects.filter(status="READY")
        waiting.update(status="SUCCESSFUL", finished_at=now - timedelta(days=days))
    sweep.func()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert DBTaskResult.objects.count() == 1
