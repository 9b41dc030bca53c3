"""How the tasks of a programme stand: told by the app that follows them, which registers itself here.

So the programme's page shows lead, state and time, and this app imports none of those above it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from dondoc.measure.task_state import State, TimeStanding, Timing
from dondoc.wards.models import Unit

from .models import Programme

# The groups in which tasks are counted on every page and paper, each task in exactly one: what is late first. A task
# without a decided lead or without a date is counted apart, beside the group it is in (design: rules of state).
GROUPS = ("overdue", "soon", "awaiting", "in_progress", "not_started", "done", "suspended", "dropped")
CLOSED = frozenset({State.DONE, State.SUSPENDED, State.DROPPED})


def group_of(state: str, timing: str) -> str:
    """Return the one group in which a task is counted: by its time while it is open and late or soon due, else its state.

    A task that waits for confirmation is no longer in the hands of the one who would be late.
    """
    open_ = state in (State.NOT_STARTED, State.IN_PROGRESS)
    return str(timing if open_ and timing in (Timing.OVERDUE, Timing.SOON) else state)


@dataclass(frozen=True)
class TaskStanding:
    """How one task stands; `lead` is None as long as nobody has decided who leads."""

    lead: Unit | None = None
    state: str = "not_started"
    time: TimeStanding = field(default_factory=lambda: TimeStanding(Timing.UNDATED))
    original_deadline: datetime.date | None = None
    extended_deadline: datetime.date | None = None
    result: str = ""  # the last report, in words
    undated: bool = False  # open, and neither dated nor recurring nor continuous
    awaits_initial: bool = False  # fell due before it came here, and nobody has said what became of it

    @property
    def group(self) -> str:
        """Return the one group in which the task is counted."""
        return group_of(self.state, self.time.timing)

    @property
    def shown_timing(self) -> str:
        """Return the time that is said beside the state; nothing is late or due of a task that is not counted so."""
        timing = str(self.time.timing)
        return "" if timing in (Timing.OVERDUE, Timing.SOON) and self.group != timing else timing


Source = Callable[[Programme, datetime.date], dict[int, TaskStanding]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Have `source` tell how tasks stand: {pk of the task: its standing} at a day; called once at start."""
    _sources[:] = [source]


def of_tasks(programme: Programme, on: datetime.date) -> dict[int, TaskStanding]:
    """Return how the tasks of `programme` stand at the day `on`, by their keys."""
    return _sources[0](programme, on) if _sources else {}
