"""Finding the names of units in Vietnamese text: a catalogue of general names, and a grammar for the others.

A name matches a catalogue name when their keys are alike (see `dondoc.language.tokens`): tone placement, case,
dashes and white space do not count; abbreviations must be in capitals, names of one or two syllables must begin as
they are written in the catalogue. The longest name wins. Everything is linear in the length of the text.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from dondoc.language.stale_units import stale as stale
from dondoc.language.tokens import LOWER, Token, token_key, tokens_of
from dondoc.language.unit_grammar import ALL_LEVELS, RELATED, unit_at
from dondoc.language.unit_lexicon import THE_MANY, lexicon
from dondoc.language.unit_lexicon import catalogue as catalogue
from dondoc.language.unit_lists import acting_sort, longer, members
from dondoc.language.unit_qualifiers import Core, place_at

_HEADS = [token_key("lãnh"), token_key("đạo")]


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
        UnitMention(
            tokens[a].start, tokens[core.end - 1].end, text[tokens[a].start : tokens[core.end - 1].end], *core[1:]
        )
        for a, core in units_at_tokens(tokens)
    ]


def units_at_tokens(tokens: list[Token]) -> list[tuple[int, Core]]:
    """Find the units named in a row of tokens: (first token, what was found)."""
    lex = lexicon()
    out, at, count = [], 0, len(tokens)
    while at < count:
        key = tokens[at].key
        if key in lex.opening and (core := longer(unit_at(tokens, at), acting_sort(tokens, at))):
            out += members(tokens, at, core)
            at = _over_verb(tokens, out[-1][1].end)
        elif key in lex.places and (after := place_at(tokens, at)):
            at = after
        else:
            at += 1
    return out


def _over_verb(tokens: list[Token], at: int) -> int:
    """Pass over "lãnh đạo" right behind a unit: there it is what the unit does, not the office of the next one."""
    heads = [token.key for token in tokens[at : at + 2]] == _HEADS and tokens[at].shape == LOWER
    return at + 2 if heads else at


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    """Load which catalogue units a collective name may stand for."""
    text = resources.files("dondoc.language").joinpath("data", "unit_groups.json").read_text("utf-8")
    return {unit: tuple(members) for unit, members in json.loads(text)["members"].items()}


def group_members(unit: str) -> tuple[str, ...]:
    """Give the catalogue ids that a collective's id may be expanded to, for a person to confirm; empty if never."""
    return _groups().get(unit, ())


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
