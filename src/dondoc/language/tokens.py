"""Cutting Vietnamese text into syllables that compare alike however tone, case and spacing were typed.

A token's key is lower case with the tone mark moved to the end (uỷ = ủy, hoá = hóa); "&" is "và". Syllables that a
reader glued together ("chủtrì", "uỷUBND") are cut apart again. White space is dropped, so line breaks do not count.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from dondoc.language.spacing import lost_spaces

LOWER, CAPITAL, UPPER = 0, 1, 2
"""Shapes of a token: small letters or no letters, a leading capital, capitals throughout."""

_TONES = {"\u0300": "1", "\u0301": "2", "\u0303": "3", "\u0309": "4", "\u0323": "5"}
_DASHES = "-‐‑‒–—−"
_QUOTES = "\"“”„«»'‘’"
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LEAF = ""

Trie = dict[str, Any]


class Token(NamedTuple):
    """One syllable, number or mark: code points [start, end) of the text, its key and its shape."""

    start: int
    end: int
    key: str
    shape: int


@lru_cache(maxsize=65536)
def token_key(word: str) -> str:
    """Fold one syllable to lower case with its tone mark at the end ("Ủy" and "Uỷ" give "uy3" alike)."""
    if word.isascii():
        return word.lower()
    letters, tone = [], ""
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone += _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


def tokens_of(text: str) -> list[Token]:
    """Cut NFC text into tokens; linear in the length of the text."""
    out: list[Token] = []
    new, add = tuple.__new__, out.append  # half the time of Token(…); this is the innermost loop of extraction
    at = 0
    for stretch in text.split(" "):
        for start, end, key, shape in _tokens_within(stretch):
            add(new(Token, (at + start, at + end, key, shape)))
        at += len(stretch) + 1
    return out


@lru_cache(maxsize=65536)
def _tokens_within(stretch: str) -> tuple[tuple[int, int, str, int], ...]:
    """Cut what stands between two blanks, nearly always a word seen before, into (start, end, key, shape)."""
    return tuple(
        (match.start() + offset, match.start() + offset + length, key, shape)
        for match in _WORD.finditer(stretch)
        for offset, length, key, shape in _pieces(match[0])
    )


def _pieces(word: str) -> tuple[tuple[int, int, str, int], ...]:
    """Cut one run of letters into (offset, length, key, shape), lost spaces mended."""
    if not word[0].isalnum():
        key = "-" if word in _DASHES else '"' if word in _QUOTES else "va1" if word == "&" else word
        return ((0, 1, key, LOWER),)
    bounds = [0, *lost_spaces(word), len(word)]
    parts = [(a, word[a:b]) for a, b in itertools.pairwise(bounds)]
    return tuple((offset, len(part), token_key(part), _shape(part)) for offset, part in parts)


def _shape(word: str) -> int:
    """Tell a word of capitals from one with a leading capital and from one in small letters."""
    if not word[0].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else CAPITAL


def phrase_trie(phrases: Iterable[str]) -> Trie:
    """Build a trie over the tokens of phrases; each phrase is its own value."""
    root: Trie = {}
    for phrase in phrases:
        insert(root, tokens_of(phrase), phrase)
    return root


def insert(root: Trie, tokens: list[Token], value: Any) -> None:
    """Insert a value under a row of tokens; the first value stands."""
    node = root
    for token in tokens:
        node = node.setdefault(token.key, {})
    node.setdefault(_LEAF, value)


def leaf(node: Trie) -> Any | None:
    """Give the value that ends at a node of a trie."""
    return node.get(_LEAF)


def longest(root: Trie, tokens: list[Token], at: int) -> tuple[int, Any] | None:
    """Find the longest phrase of the trie that begins at a token: (index of the token after it, its value)."""
    node, best, count = root, None, len(tokens)
    while at < count and (nxt := node.get(tokens[at].key)) is not None:
        node, at = nxt, at + 1
        if _LEAF in node:
            best = (at, node[_LEAF])
    return best
