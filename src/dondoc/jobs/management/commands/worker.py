"""Runs queued jobs, and every minute the schedule, until it is stopped."""

from __future__ import annotations

import logging
import threading
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connections

from dondoc.jobs.schedule import recover, tick

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """The worker: one or more of them beside the web server."""

    help = "Runs background jobs until it is stopped (Ctrl-C finishes the running job first)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", action="store_true", help="run what is queued, then end")
        parser.add_argument("--interval", type=float, default=0.5, help="seconds between two looks at the queue")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the queue in this thread and the schedule in another."""
        stop = threading.Event()
        if options["batch"]:
            one_round()
        else:
            threading.Thread(target=keep_ticking, args=(stop,), daemon=True).start()
        try:
            call_command(
                "db_worker",
                batch=options["batch"],
                interval=options["interval"],
                startup_delay=False,
                reload=False,
                queue_name="*",
            )
        finally:
            stop.set()


def one_round() -> None:
    """Start what is due; a busy database is not worth dying for."""
    try:
        recover()
        tick()
    except DatabaseError:
        logger.exception("the schedule could not be read; the next minute tries again")


def keep_ticking(stop: threading.Event, every: float = 60.0) -> None:
    """Call `one_round` every minute until `stop` is set."""
    while True:
        one_round()
        connections.close_all()
        if stop.wait(every):
            return
