"""What keeps the tables of sessions and finished jobs small."""

from __future__ import annotations

from django.core.management import call_command

from .facade import periodic, task

KEEP_FINISHED_DAYS = 14


@periodic(hours=24)
@task
def sweep() -> None:
    """Forget sessions that have ended and jobs that finished two weeks ago; what they did stands in the audit log."""
    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=KEEP_FINISHED_DAYS, queue_name="*", verbosity=0)
