"""Where words stand in the text, and the few words around a place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .paper import Paper


def places_of(paper: Paper, words: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Return where each of `words` (lower case, blanks for any white space) stands in the text."""
    text = paper.text.lower()
    if len(text) != len(paper.text):  # a letter that grows when lowered: places would shift
        text = paper.text
    found: dict[str, list[tuple[int, int]]] = {}
    for word in words:
        pattern = re.compile(r"\s+".join(map(re.escape, word.split())))
        places = [match.span() for match in pattern.finditer(text) if not _within_word(text, *match.span())]
        if places:
            found[word] = places
    return found


def _within_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def around(paper: Paper, start: int, end: int) -> str:
    """Return the few words around a place, whole words only."""
    text = paper.text
    left = max(0, start - 30)
    left = text.find(" ", left, start) + 1 if left else 0
    right = text.rfind(" ", end, end + 32)
    return paper.quote(left or start, right if right > end else min(len(text), end + 12))
