"""Which items a person must look at: an item is doubtful with its reasons, each one Vietnamese sentence."""

from __future__ import annotations

from dondoc.programme.model import Indicator, Programme, Task
from dondoc.reader.document import Document


def mark(programme: Programme, document: Document) -> None:
    """Set the confidence of every item from its doubts."""
    items: list[Indicator | Task] = [*programme.indicators, *programme.tasks]
    for item in items:
        item.doubts = list(dict.fromkeys(item.doubts))
        item.confidence = "doubtful" if item.doubts else "sure"
