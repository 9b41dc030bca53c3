"""Items numbered within one paragraph: "Về kinh tế: (1) … ; (2) … ." lists targets as lines of their own would."""

from __future__ import annotations

import itertools
import re

from dondoc.extraction.passage import Passage

HEADS_LIST = re.compile(r"[^:;.()]{2,120}:\s*(?=\(\d{1,3}\)\s)")
"""A heading whose list begins behind its colon, on the same line."""
_NUMBER = re.compile(r"(?:^|(?<=[;:.,]\s))\((?P<number>\d{1,3})\)\s+(?=\S)")
_LEAST_ITEMS, _SKIPPED = 2, 2


def inline_items(passage: Passage) -> list[tuple[str | None, Passage]]:
    """Return the items that a paragraph numbers "(1) …; (2) …", each with its label; the whole where it lists none.

    The numbers must count up from the paragraph's head on, one left out at most.
    """
    found = list(_NUMBER.finditer(passage.text))
    numbers = [int(match["number"]) for match in found]
    counted = all(0 < after - before <= _SKIPPED for before, after in itertools.pairwise(numbers))
    if len(found) < _LEAST_ITEMS or found[0].start() or not counted:
        return [(None, passage)]
    ends = [*(match.start() for match in found[1:]), len(passage.text)]
    return [(f"({match['number']})", passage.cut(match.end(), end)) for match, end in zip(found, ends, strict=True)]
