"""How the tasks of a programme stand: told by the app that follows them, which registers itself here.

So the programme's page shows lead, state and time, and this app imports none of those above it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from dondoc.measure.task_state import TimeStanding, Timing
from dondoc.wards.models import Unit

from .models import Programme


@dataclass(frozen=True)
class TaskStanding:
    """How one task stands; `state` is "no_lead" as long as nobody has decided who leads."""

    lead: Unit | None = None
    state: str = "no_lead"
    time: TimeStanding = field(default_factory=lambda: TimeStanding(Timing.UNDATED))
    original_deadline: datetime.date | None = None
    extended_deadline: datetime.date | None = None
    result: str = ""  # the last report, in words


Source = Callable[[Programme, datetime.date], dict[int, TaskStanding]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Have `source` tell how tasks stand: {pk of the task: its standing} at a day; called once at start."""
    _sources[:] = [source]


def of_tasks(programme: Programme, on: datetime.date) -> dict[int, TaskStanding]:
    """Return how the tasks of `programme` stand at the day `on`, by their keys."""
    return _sources[0](programme, on) if _sources else {}
