"""Fold Vietnamese text for searching, matching and sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_MARKS = re.compile("[\u0300-\u036f]")
_TONE = re.compile("[" + "".join(_TONES) + "]")
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+\s*")
_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟′″«»‹›＂＇]")
_WORD = re.compile(r"[^\W\d_]+")
# A lone final y after these is the same sound as i: kỹ/kĩ, lý/lí, quý/quí.
_FINAL_Y = re.compile(r"\b(h|k|l|m|s|t|v|qu)y\b")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1000)}
_NUMBER_OR_CHARACTER = re.compile(r"\d+|\D")
_TITLES = re.compile(r"^(?:(?:đồng chí|đ/c|ông|bà|anh|chị|ts|ths|bs|pgs|gs)\.?\s+)+", re.IGNORECASE)

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


def fold(text: str) -> str:
    """Return `text` for search: lower case, no marks, đ as d, and i for a final y that sounds like it."""
    lowered = unicodedata.normalize("NFD", text.lower())
    bare = _MARKS.sub("", lowered).replace("đ", "d")
    return _FINAL_Y.sub(r"\1i", bare)


def match_key(text: str) -> str:
    """Return the key under which names are compared: case, dashes, quotes, spaces and tone placement unified.

    Source: `match_rule` of the catalogue of units. The tone mark stands at the end of its syllable, so
    "uỷ" and "ủy", "hoá" and "hóa" are one; accents themselves still count.
    """
    text = unicodedata.normalize("NFC", text).lower()
    text = _QUOTES.sub('"', _DASHES.sub("-", text))
    return _WORD.sub(lambda match: _tone_last(match.group()), " ".join(text.split()))


@lru_cache(maxsize=20_000)
def _tone_last(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(_TONE.findall(decomposed))
    return unicodedata.normalize("NFC", _TONE.sub("", decomposed)) + tones


def sort_key(text: str) -> SortKey:
    """Return the key of Vietnamese order: letters first (a ă â b c d đ …), tones second, capitals last.

    Numbers sort by value ("Tổ 2" before "Tổ 10") and before letters.
    """
    letters: list[int] = []
    tones: list[int] = []
    for piece in _NUMBER_OR_CHARACTER.findall(unicodedata.normalize("NFC", text.lower())):
        if piece[0].isdecimal():
            letters += (2, len(piece.lstrip("0")), int(piece))
            tones.append(0)
            continue
        decomposed = unicodedata.normalize("NFD", piece)
        tone = _TONE.search(decomposed)
        letter = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
        letters.append(_RANK.get(letter, 1 if letter.isspace() else 100_000 + ord(letter[0]) if letter else 0))
        tones.append(_TONES[tone.group()] if tone else 0)
    return tuple(letters), tuple(tones), text.swapcase()


def person_sort_key(name: str) -> tuple[SortKey, SortKey]:
    """Return the key of a list of persons: the given name (last word) first, then the rest; titles ignored."""
    words = _TITLES.sub("", name.strip()).split()
    if not words:
        return sort_key(""), sort_key("")
    return sort_key(words[-1]), sort_key(" ".join(words[:-1]))
