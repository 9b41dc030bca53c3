"""Find the page numbers that text out of a PDF or OCR leaves standing alone between its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dondoc.reader.assembly import Block, Draft, TableDraft
from dondoc.reader.document import Note

_ALONE = re.compile(r"^(?:trang\s)?[-–—]?\s?(\d{1,3})\s?(?:/\s?\d{1,3}\s?)?[-–—]?$", re.IGNORECASE)
_LEAST_NUMBERS = 3
_LEAST_PAGE = 800  # characters between two numbers: a page has more, a row of a table that fell apart has fewer
_LONGEST = 20


def page_numbers(blocks: Sequence[Block]) -> set[int]:
    """Return the positions in `blocks` of lone numbers that are page numbers; empty in any doubt.

    They must be all the lone numbers there are, count up by one, and stand at least a page's text apart.
    """
    found: list[tuple[int, int, int]] = []  # position, number, characters before it
    characters = 0
    for position, block in enumerate(blocks):
        if isinstance(block, TableDraft):
            characters += sum(len(line.text) for line in block.flattened())
            continue
        number = _lone_number(block)
        if number is not None:
            found.append((position, number, characters))
        characters += len(block.text)
    if len(found) < _LEAST_NUMBERS:
        return set()
    for (_, number, before), (_, following, until) in pairwise(found):
        if following != number + 1 or until - before < _LEAST_PAGE:
            return set()
    return {position for position, _, _ in found}


def note(dropped: int) -> Note:
    """Return the note that page numbers were dropped."""
    return Note(code="running_head", message=f"Đã bỏ {dropped} số trang đứng riêng ở đầu hoặc cuối trang.")


def _lone_number(line: Draft) -> int | None:
    text = line.text.strip()
    match = _ALONE.match(text) if len(text) <= _LONGEST else None
    return int(match.group(1)) if match else None
