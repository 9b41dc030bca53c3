"""Starts the periodic jobs that are due, for cron or systemd where no worker keeps the time."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from dondoc.jobs.schedule import recover, tick


class Command(BaseCommand):
    """One round of the schedule."""

    help = "Starts the periodic jobs that are due and takes up abandoned ones."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run one round and name what was started."""
        recover()
        for name in tick():
            self.stdout.write(name)
