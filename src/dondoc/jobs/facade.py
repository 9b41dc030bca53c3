"""The facade over django-tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django_tasks import task

__all__ = ["PERIODIC", "enqueue", "periodic", "task"]

# name of the job -> (job, how often)
PERIODIC: dict[str, tuple[Any, timedelta]] = {}


def enqueue(job: Any, *args: Any, **kwargs: Any) -> str:
    """Queue `job` (a function under `@task`) with plain JSON arguments; return the id of the run."""
    return str(job.enqueue(*args, **kwargs).id)


def periodic(*, hours: float) -> Callable[[Any], Any]:
    """Have `tick` enqueue the job (a function under `@task`, without arguments) every so many hours."""

    def register(job: Any) -> Any:
        PERIODIC[job.module_path] = (job, timedelta(hours=hours))
        return job

    return register
