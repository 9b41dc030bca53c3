"""Stretches of the paper's text: what an item prints, and where in the paper a place of that text stands. Pure."""

from __future__ import annotations

Stretch = tuple[int, int]


def printed(text: str, stretches: list[Stretch]) -> str:
    """Return the stretches as one line of text: joined by a space, white space collapsed, nothing corrected."""
    return " ".join(" ".join(text[start:end] for start, end in stretches).split())


def cut(text: str, stretches: list[Stretch], offset: int) -> tuple[list[Stretch], list[Stretch]]:
    """Return the stretches before and after place `offset` of the printed line; either may be empty."""
    before: list[Stretch] = []
    seen = 0  # printed characters so far, the joining space included
    for number, (start, end) in enumerate(stretches):
        length = len(printed(text, [(start, end)]))
        if seen + length >= offset:
            place = _place(text, start, end, offset - seen)
            first = [*before, (start, place)] if text[start:place].strip() else before
            last = [(place, end)] if text[place:end].strip() else []
            return _trimmed(text, first), _trimmed(text, last + stretches[number + 1 :])
        before.append((start, end))
        seen += length + 1
    return _trimmed(text, before), []


def _place(text: str, start: int, end: int, offset: int) -> int:
    """Return the place in `text` of character `offset` of the printed form of text[start:end]."""
    count, blank = 0, True
    for place in range(start, end):
        if text[place].isspace():
            if not blank:
                count += 1
            blank = True
        else:
            if count >= offset:
                return place
            count += 1
            blank = False
    return end


def _trimmed(text: str, stretches: list[Stretch]) -> list[Stretch]:
    trimmed = []
    for start, end in stretches:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            trimmed.append((start, end))
    return trimmed


def trim(text: str, start: int, end: int) -> Stretch | None:
    """Return text[start:end] without the blanks at its ends, or None where only blanks are left."""
    kept = _trimmed(text, [(max(0, start), min(len(text), end))])
    return kept[0] if kept else None
