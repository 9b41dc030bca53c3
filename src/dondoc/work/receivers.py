"""What this app does when a programme is published."""

from __future__ import annotations

from typing import Any

from dondoc.programmes.models import Programme

from .actions import propose_leads


def assign_published(sender: Any, programme: Programme, **kwargs: Any) -> None:
    """Give every task of a published version its assignment with a proposed lead."""
    propose_leads(programme)
