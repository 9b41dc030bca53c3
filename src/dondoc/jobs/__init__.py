"""Background work: one facade, so that the queue behind it can be exchanged.

A job is a module-level function in an app's `tasks.py` under `@task`; its arguments are plain JSON (ids, not
rows). `enqueue` inside a transaction is kept or lost with it. `@periodic(hours=24)` lets `tick` call a job.
"""

from .facade import enqueue, is_queued, periodic, task

__all__ = ["enqueue", "is_queued", "periodic", "task"]
