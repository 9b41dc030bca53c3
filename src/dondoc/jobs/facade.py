"""The facade over django-tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django_tasks import task

__all__ = ["PERIODIC", "enqueue", "is_queued", "periodic", "task"]

# name of the job -> (job, how often)
PERIODIC: dict[str, tuple[Any, timedelta]] = {}


def enqueue(job: Any, *args: Any, **kwargs: Any) -> str:
    """Queue `job` (a function under `@task`) with plain JSON arguments; return the id of the run."""
    return str(job.enqueue(*args, **kwargs).id)


def is_queued(job: Any, *args: Any) -> bool:
    """Say whether a run of `job` with these arguments waits or goes on (1 query)."""
    from django_tasks_db.models import DBTaskResult

    found = DBTaskResult.objects.filter(task_path=job.module_path, status__in=["READY", "RUNNING"])
    return found.filter(args_kwargs={"args": list(args), "kwargs": {}}).exists()


def periodic(*, hours: float) -> Callable[[Any], Any]:
    """Have `tick` enqueue the job (a function under `@task`, without arguments) every so many hours."""

    def register(job: Any) -> Any:
        PERIODIC[job.module_path] = (job, timedelta(hours=hours))
        return job

    return register
