"""Finding the documents that a paper cites (convention 23)."""

from __future__ import annotations

from dondoc.programme.model import Reference


def references_in(text: str) -> list[Reference]:
    """Find every document that the paper cites, once each, in order of first mention."""
    return []
