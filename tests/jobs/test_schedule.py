from datetime import timedelta

import pytest
from django.utils import timezone

from dondoc.jobs import enqueue, periodic, schedule, task
from dondoc.jobs.facade import PERIODIC

pytestmark = pytest.mark.django_db
DONE: list[object] = []


@task
def note(what: str) -> None:
    DONE.append(what)


@task
def sweep() -> None:
    DONE.append("swept")


@pytest.fixture(autouse=True)
def nothing_done():
    DONE.clear()
    others = dict(PERIODIC)
    PERIODIC.clear()
    yield
    PERIODIC.clear()
    PERIODIC.update(others)


def test_a_job_runs_at_once_in_tests():
    assert enqueue(note, "a")
    assert DONE == ["a"]


def test_a_periodic_job_starts_when_it_is_due_and_not_before():
    periodic(hours=24)(sweep)
    now = timezone.now()
    assert sweep.module_path in schedule.tick(now)
    assert sweep.module_path not in schedule.tick(now + timedelta(hours=23))
    assert sweep.module_path in schedule.tick(now + timedelta(hours=24))
    assert DONE == ["swept", "swept"]


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}


def test_the_queue_keeps_a_job_until_a_worker_takes_it(queue, monkeypatch):
    from django.core.management import call_command
    from django_tasks_db.models import DBTaskResult

    # The worker shares the test's one connection, which it would close between two jobs.
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    enqueue(note, "later")
    assert DONE == []
    assert DBTaskResult.objects.get().status == "READY"
    call_command("worker", batch=True, verbosity=0)
    assert DONE == ["later"]
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}


def test_what_a_dead_worker_left_behind_is_taken_up_again_but_not_for_ever(queue):
    from django_tasks_db.models import DBTaskResult

    enqueue(note, "again")
    long_ago = timezone.now() - timedelta(hours=2)
    DBTaskResult.objects.update(status="RUNNING", started_at=long_ago, worker_ids=["w1"])
    assert schedule.recover() == 1
    assert DBTaskResult.objects.get().status == "READY"
    DBTaskResult.objects.update(status="RUNNING", started_at=long_ago, worker_ids=["w1", "w2", "w3"])
    assert schedule.recover() == 0
    assert DBTaskResult.objects.get().status == "FAILED"


def test_a_job_that_runs_is_left_alone(queue):
    from django_tasks_db.models import DBTaskResult

    enqueue(note, "now")
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now(), worker_ids=["w1"])
    assert schedule.recover() == 0
    assert DBTaskResult.objects.get().status == "RUNNING"


def test_the_command_tick_names_what_it_started(capsys):
    from django.core.management import call_command

    periodic(hours=1)(sweep)
    call_command("tick")
    assert sweep.module_path in capsys.readouterr().out
