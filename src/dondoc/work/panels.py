"""What later apps show on "việc của tôi" beside the tasks: each registers one panel."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dondoc.wards.models import User


@dataclass(frozen=True)
class Panel:
    """A part of the page: its counts for the head of the page, its template and what that template shows."""

    counts: list[tuple[str, int, str]]  # words, number, anchor
    template: str
    context: dict[str, Any] = field(default_factory=dict)


PanelMaker = Callable[[User, datetime.date], Panel | None]
_makers: list[PanelMaker] = []


def register(maker: PanelMaker) -> None:
    """Add a panel to the page, once."""
    if maker not in _makers:
        _makers.append(maker)


def panels(user: User, on: datetime.date) -> list[Panel]:
    """Return the panels of a person; each states its own number of queries."""
    return [panel for maker in _makers if (panel := maker(user, on)) is not None]
