"""Find the spaces that a PDF's fonts lost between two Vietnamese syllables ("Đảng bộxã", "thứI").

Only for matching: the stored text is never repaired.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from dondoc.language.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONED_VOWEL_END = re.compile("[aeiouy][\u0302\u0306\u031b]*[\u0300\u0301\u0303\u0309\u0323][\u0302\u0306]*$")
_LONGEST = 7  # letters of a syllable ("nghiêng")
_LONGEST_WORD = 60  # letters of a run of glued syllables that is still looked at
_PIECE_COST = 6.0
_UNKNOWN_RANK = 12_000
_TONED_END_BONUS = 1.5  # fonts that lose spaces lose them after a letter that bears a tone mark


@cache
def _ranks() -> dict[str, int]:
    text = resources.files("dondoc.language").joinpath("frequent_syllables.txt").read_text(encoding="utf-8")
    return {syllable: rank for rank, syllable in enumerate(text.split(), start=1)}


def split_lost_spaces(text: str) -> str:
    """Return `text` with a space where two syllables stand glued together and cannot be one."""
    offsets = lost_spaces(text)
    if not offsets:
        return text
    bounds = [0, *offsets, len(text)]
    return " ".join(text[start:end] for start, end in pairwise(bounds))


def lost_spaces(text: str) -> list[int]:
    """Return the offsets in `text` (NFC) where a space is missing, in order."""
    if text.isascii() or not any(map(_lost_in, text.split())):
        return []
    return [match.start() + offset for match in re.finditer(r"\S+", text) for offset in _lost_in(match[0])]


@lru_cache(maxsize=50_000)
def _lost_in(printed: str) -> tuple[int, ...]:
    """Return the offsets inside one stretch without white space; nearly always none."""
    return tuple(match.start() + offset for match in _WORD.finditer(printed) for offset in _inside(match[0]))


@lru_cache(maxsize=20_000)
def _inside(word: str) -> tuple[int, ...]:
    """Return the offsets inside one word of letters; none when it is a syllable or cannot be taken apart."""
    if len(word) > _LONGEST_WORD or not _TONE.search(unicodedata.normalize("NFD", word)):
        return ()
    parts = _case_parts(word)
    if len(parts) == 1 and is_syllable(word):
        return ()
    offsets: list[int] = []
    start = 0
    for part in parts:
        cuts = _cheapest_cuts(part)
        if cuts is None:
            return ()
        offsets += [start + cut for cut in cuts]
        start += len(part)
        offsets.append(start)
    return tuple(offsets[:-1])


def _case_parts(word: str) -> list[str]:
    """Part a word where a small letter meets a capital: "vụĐảng" is vụ, Đảng."""
    parts = [""]
    for letter in word:
        if letter.isupper() and parts[-1] and parts[-1][-1].islower():
            parts.append("")
        parts[-1] += letter
    return parts


def _cheapest_cuts(part: str) -> list[int] | None:
    """Return where to cut `part` into syllables at least cost; None when that cannot be done.

    An abbreviation in capitals (UBND, II) that follows a syllable stays whole.
    """
    if is_syllable(part) or (part.isupper() and not _TONE.search(unicodedata.normalize("NFD", part))):
        return []
    best: list[tuple[float, list[int]] | None] = [(0.0, [])] + [None] * len(part)
    for end in range(1, len(part) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            if before is None or not is_syllable(part[start:end]):
                continue
            cost = before[0] + _cost(part[start:end], last=end == len(part))
            known = best[end]
            if known is None or cost < known[0]:
                best[end] = (cost, [*before[1], end])
    found = best[-1]
    return None if found is None else found[1][:-1]


def _cost(piece: str, *, last: bool) -> float:
    cost = _PIECE_COST + math.log(_ranks().get(piece.lower(), _UNKNOWN_RANK))
    if len(piece) == 1 and piece.lower() not in _ranks():
        cost += _PIECE_COST
    if not last and _TONED_VOWEL_END.search(unicodedata.normalize("NFD", piece.lower())):
        cost -= _TONED_END_BONUS
    return cost
