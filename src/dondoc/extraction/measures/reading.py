"""Reads the measures of one indicator or task."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dondoc.programme.model import Measure


@dataclass(slots=True)
class Measured:
    """One measure read, the offsets [start, end) of its number or clause, and what is doubtful about it."""

    measure: Measure
    start: int
    end: int
    doubts: list[str] = field(default_factory=list)


def measures_of(
    text: str,
    *,
    kind: Literal["indicator", "task"],
    default_years: tuple[int, int] | None = None,
    context: str | None = None,
) -> list[Measured]:
    """Return the measures that `text` commits to, in the order of the text."""
    return []
