"""The two axes of a task: its state, and how it stands in time (design: rules of state)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dondoc.measure.arithmetic import gettext_noop as _


class State(StrEnum):
    """What is being done about a task."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    AWAITING = "awaiting"
    DONE = "done"
    SUSPENDED = "suspended"
    DROPPED = "dropped"


class Timing(StrEnum):
    """How a task stands against its deadline; the last three of a task that is done."""

    IN_TIME = "in_time"
    SOON = "soon"
    OVERDUE = "overdue"
    UNDATED = "undated"
    UPDATED = "updated"
    NOT_UPDATED = "not_updated"
    EARLY = "early"
    PUNCTUAL = "punctual"
    LATE = "late"


STATE_LABELS: dict[State, str] = {
    State.NOT_STARTED: _("chưa thực hiện"),
    State.IN_PROGRESS: _("đang thực hiện"),
    State.AWAITING: _("chờ xác nhận"),
    State.DONE: _("hoàn thành"),
    State.SUSPENDED: _("tạm dừng"),
    State.DROPPED: _("không còn phù hợp"),
}
TIMING_LABELS: dict[Timing, str] = {
    Timing.IN_TIME: _("trong hạn"),
    Timing.SOON: _("sắp đến hạn"),
    Timing.OVERDUE: _("quá hạn"),
    Timing.UNDATED: _("chưa định thời hạn"),
    Timing.UPDATED: _("đã cập nhật trong kỳ"),
    Timing.NOT_UPDATED: _("chưa cập nhật trong kỳ"),
    Timing.EARLY: _("trước hạn"),
    Timing.PUNCTUAL: _("đúng hạn"),
    Timing.LATE: _("trễ hạn"),
}
# States on which no clock runs.
RESTING = frozenset({State.SUSPENDED, State.DROPPED})


@dataclass(frozen=True)
class TimeStanding:
    """How a task stands in time, and by how many days: left, overdue, early or late (0 when on the day)."""

    timing: Timing
    days: int = 0


def time_standing(
    state: str,
    original: date | None,
    on: date,
    *,
    extended: date | None = None,
    finished: date | None = None,
    soon_days: int = 30,
) -> TimeStanding:
    """Tell how a task stands at the day `on`; an open task by the extended deadline, a finished one by the original.

    The original deadline never moves and is the one the on-time rate counts.
    """
    if original is None:
        return TimeStanding(Timing.UNDATED)
    if state == State.DONE:
        return finished_standing(original, finished or on)
    if state in RESTING:
        return TimeStanding(Timing.IN_TIME)
    left = ((extended or original) - on).days
    if left < 0:
        return TimeStanding(Timing.OVERDUE, -left)
    return TimeStanding(Timing.SOON if left <= soon_days else Timing.IN_TIME, left)


def finished_standing(deadline: date, finished: date) -> TimeStanding:
    """Tell by how many days a finished task was early or late."""
    days = (finished - deadline).days
    if days > 0:
        return TimeStanding(Timing.LATE, days)
    return TimeStanding(Timing.EARLY, -days) if days < 0 else TimeStanding(Timing.PUNCTUAL)


@dataclass(frozen=True)
class OnTimeRate:
    """How many finished or overdue tasks kept their original deadline; `share` is None while none has come due."""

    kept: int
    late: int
    share: Decimal | None


def on_time_rate(standings: list[TimeStanding]) -> OnTimeRate:
    """Count the tasks that kept their original deadline among those finished or past it."""
    kept = sum(one.timing in (Timing.EARLY, Timing.PUNCTUAL) for one in standings)
    late = sum(one.timing in (Timing.LATE, Timing.OVERDUE) for one in standings)
    whole = kept + late
    return OnTimeRate(kept, late, Decimal(kept) / Decimal(whole) if whole else None)
