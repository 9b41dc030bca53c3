"""Finding who leads and who coordinates a body task (conventions 15 and 26)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TaskUnits:
    """The units that a task's text puts to work."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def leads_of_task(text: str, heading: str | None = None) -> TaskUnits:
    """Find the units that lead and coordinate a task; `heading` is the title of the section it stands in."""
    return TaskUnits()
