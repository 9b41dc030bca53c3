"""Reading who does what in an assignment paragraph (conventions 21 and 22)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class AssignmentUnits:
    """The units of one assignment paragraph, by their part in it."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    advisory: list[str] = field(default_factory=list)
    reports_to: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_assignment(text: str) -> AssignmentUnits:
    """Read the units of an assignment paragraph."""
    return AssignmentUnits()
