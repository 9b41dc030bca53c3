"""Finding the documents that a sentence orders to be drafted (convention 24)."""

from __future__ import annotations

from dondoc.programme.model import Deliverable


def deliverables_in(sentence: str, section: str, task: str | None, *, row_start: bool) -> list[Deliverable]:
    """Find the documents to be drafted in one sentence; `row_start` is true where it opens an appendix row."""
    return []
