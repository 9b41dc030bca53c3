"""Splitting a list of units, and reading a unit cell of an appendix table (conventions 17 to 19)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class UnitCell:
    """What the unit column of one appendix row says."""

    leads: list[str] = field(default_factory=list)
    coordinating: list[str] = field(default_factory=list)
    resource: str | None = None
    doubts: list[str] = field(default_factory=list)


def split_units(text: str) -> list[str]:
    """Split a printed list of units into the units as printed."""
    return [part.strip(" .") for part in re.split(r"[;,]|\bvà\b", text) if part.strip(" .")]


def unit_cell(text: str, heading: str | None) -> UnitCell:
    """Read the unit cell of an appendix row under its column heading."""
    return UnitCell(leads=split_units(text))
