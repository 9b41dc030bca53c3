"""Finding the names of units in Vietnamese text: a catalogue of general names, and a grammar for the others.

A name matches a catalogue name when their keys are alike (see `dondoc.language.tokens`): tone placement, case,
dashes and white space do not count; abbreviations must be in capitals, names of one or two syllables must begin as
they are written in the catalogue. The longest name wins. Everything is linear in the length of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from dondoc.language.stale_units import stale as stale
from dondoc.language.tokens import Token, tokens_of
from dondoc.language.unit_grammar import ALL_LEVELS, RELATED, THE_MANY, Core, place_at, unit_at
from dondoc.language.unit_grammar import AND as AND
from dondoc.language.unit_grammar import catalogue as catalogue


class UnitMention(NamedTuple):
    """A unit named in a text: code points [start, end), as printed, its catalogue id and kind."""

    start: int
    end: int
    printed: str
    id: str | None
    kind: str


def find_units(text: str) -> list[UnitMention]:
    """Find every unit named in NFC text, in order, without overlaps."""
    tokens = tokens_of(text)
    return [
        UnitMention(tokens[a].start, tokens[core.end - 1].end, text[tokens[a].start : tokens[core.end - 1].end], *core[1:])
        for a, core in units_at_tokens(tokens)
    ]


def units_at_tokens(tokens: list[Token]) -> list[tuple[int, Core]]:
    """Find the units named in a row of tokens: (first token, what was found)."""
    out, at = [], 0
    while at < len(tokens):
        core = unit_at(tokens, at)
        if core:
            out.append((at, core))
        place = None if core else place_at(tokens, at)
        at = core.end if core else place or at + 1
    return out


def is_collective(name: str) -> bool:
    """Tell whether a name stands for several units ("các đơn vị liên quan", "UBND các xã, phường")."""
    tokens = tokens_of(name)
    if not tokens:
        return False
    keys = [token.key for token in tokens]
    if keys[0] in THE_MANY or keys[-2:] in (RELATED, ALL_LEVELS) or ALL_LEVELS[0] in keys[1:-1]:
        return True
    core = unit_at(tokens, 0)
    return bool(core and core.end == len(tokens) and core.kind == "group")
