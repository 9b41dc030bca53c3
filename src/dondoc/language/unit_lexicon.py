"""The words by which units' names are found: the catalogue, and the words of the grammar, as tries built once."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from dondoc.language.stale_units import stale_names
from dondoc.language.tokens import LOWER, UPPER, Token, Trie, insert, phrase_trie, token_key, tokens_of


def keys_of(words: str) -> frozenset[str]:
    """Fold words to the keys under which tokens are compared."""
    return frozenset(token_key(word) for word in words.split())


THE_MANY = keys_of("các những mọi mỗi từng")
"""Words that make a name stand for several units."""


class Name(NamedTuple):
    """One catalogue name: its unit, and how it must be written to be meant."""

    unit: str | None
    kind: str
    capitals: tuple[int, ...]
    proper: bool


def _name(unit: dict[str, Any], tokens: list[Token]) -> Name:
    """Note which tokens of a name must be capitals, and whether it must begin with one."""
    capitals = tuple(i for i, token in enumerate(tokens) if token.shape == UPPER)
    return Name(unit["id"], unit["kind"], capitals, len(tokens) <= 2 and tokens[0].shape != LOWER)


@lru_cache(maxsize=1)
def catalogue() -> list[dict[str, Any]]:
    """Load the general catalogue of units: ids, names, kinds, aliases, parents."""
    return json.loads(_data("units.json"))  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def words() -> dict[str, list[str]]:
    """Load the words by which names of units and clauses are told apart."""
    return json.loads(_data("unit_words.json"))  # type: ignore[no-any-return]


def _data(name: str) -> str:
    """Read one data file of this package."""
    return resources.files("dondoc.language").joinpath("data", name).read_text("utf-8")


class Lexicon:
    """The tries of the catalogue and of the grammar's words, built once."""

    def __init__(self) -> None:
        lists = words()
        self.names: Trie = {}
        for unit in catalogue():
            for name in (unit["name_vi"], *unit["aliases"]):
                tokens = tokens_of(name)
                if unit["id"] != "hdnd-ubnd":
                    insert(self.names, tokens, _name(unit, tokens))
        for stale in stale_names():
            tokens = tokens_of(stale)
            insert(self.names, tokens, _name({"id": None, "kind": "unit"}, tokens))
        self.verbs = phrase_trie(lists["verbs"])
        self.soft = phrase_trie(lists["soft_verbs"])
        self.stops = phrase_trie(lists["stops"])
        self.heads = phrase_trie(lists["heads"])
        self.generic = phrase_trie(lists["generic"])
        self.independent = phrase_trie(lists["independent"])
        self.positions = phrase_trie(lists["positions"])
        self.qualifiers = phrase_trie(lists["qualifiers"])
        self.places = phrase_trie(lists["places"])
        self.not_units = phrase_trie(lists["not_units"])
        self.strong = phrase_trie(lists["strong_verbs"])
        self.purposeful = frozenset(lists["purposeful_heads"])
        self.sorted = frozenset(lists["sorted_heads"])
        self.whole = frozenset(lists["whole_heads"])
        self.composite = phrase_trie(lists["composite"])
        self.opening = frozenset((*self.names, *self.heads, *self.generic, *self.positions, *THE_MANY))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Build the lexicon at first use."""
    return Lexicon()
