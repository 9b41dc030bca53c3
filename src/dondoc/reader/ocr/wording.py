"""How likely words follow each other in papers of the kind: counts of syllables and of neighbouring ones.

`word_pairs.txt` holds them for the language of administration; a paper adds its own, for what it says once it is
likely to say again. Nothing is corrected by these counts: they only weigh what a recogniser saw or may have missed.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources

RARE = 0.2  # times that a syllable never met is held to have been met
SYLLABLES = 2_000  # syllables of the language that are in use
UNMET = 4.0  # times that a pair's first syllable is held to have stood before any other
MANY = 5  # times as often
_MARKS = re.compile("[\u0300-\u036f]")
_TONE_ON_LAST = re.compile("(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$")

Counts = tuple[Counter[str], Counter[tuple[str, str]]]


class Wording:
    """Counts of syllables and pairs, in small letters; those of a paper are added to the common ones."""

    def __init__(self, syllables: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
        self._syllables, self._pairs = syllables, pairs
        self._firsts: Counter[str] = Counter()
        for (first, _second), count in pairs.items():
            self._firsts[first] += count
        self._total = syllables.total() + RARE * SYLLABLES
        self._near: dict[str, list[str]] = {}
        for syllable in syllables:
            self._near.setdefault(bare(syllable), []).append(syllable)

    def chance(self, syllable: str, *, fewer: int = 0) -> float:
        """Return the share of a syllable among all, its count lessened by `fewer`."""
        return (max(0, self._syllables[syllable] - fewer) + RARE) / self._total

    def chance_after(self, first: str, syllable: str, *, fewer: int = 0) -> float:
        """Return the share of a syllable among those that follow `first`, the count of the pair lessened by `fewer`."""
        met = max(0, self._pairs[first, syllable] - fewer)
        return (met + UNMET * self.chance(syllable, fewer=fewer)) / (max(0, self._firsts[first] - fewer) + UNMET)

    def near(self, syllable: str) -> list[str]:
        """Return the known syllables that differ from one in the marks of a single letter."""
        alike = self._near.get(bare(syllable), [])
        return [other for other in alike if sum(a != b for a, b in zip(syllable, other, strict=True)) == 1]

    def with_paper(self, texts: Iterable[list[str]]) -> Wording:
        """Return these counts and those of a paper, told as runs of syllables that no sign parts."""
        runs = list(texts)
        syllables, pairs = self._syllables.copy(), self._pairs.copy()
        for run in runs:
            syllables.update(run)
            pairs.update(itertools.pairwise(run))
        found = Wording(syllables.copy(), pairs.copy())
        for pair in {pair for run in runs for pair in itertools.pairwise(run)}:
            odd = found._odd_one(*pair)
            if odd:
                syllables[odd] -= pairs[pair] - self._pairs[pair]
                pairs[pair] = self._pairs[pair]
        return Wording(syllables, pairs)

    def _odd_one(self, first: str, second: str) -> str:
        """Return the syllable of a pair that stands there many times more often with another mark, or ""."""
        most = MANY * self._pairs[first, second]
        if any(self._pairs[other, second] >= most for other in self.near(first)):
            return first
        return second if any(self._pairs[first, other] >= most for other in self.near(second)) else ""


@cache
def common_wording() -> Wording:
    """Return the counts that the product knows."""
    syllables: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    text = resources.files("dondoc.reader.ocr").joinpath("word_pairs.txt").read_text(encoding="utf-8")
    for row in text.splitlines():
        if row.startswith("#"):
            continue
        first, met, *after = row.split()
        syllables[first] = int(met)
        for second, count in zip(after[::2], after[1::2], strict=True):
            pairs[first, second] = int(count)
    return Wording(syllables, pairs)


def key(letters: str) -> str:
    """Return a syllable in small letters with its tone where most papers set it ("uỷ" as "ủy", "hoá" as "hóa")."""
    small = letters.lower()
    if not _TONE_ON_LAST.search(small):
        return small
    decomposed = unicodedata.normalize("NFD", small)
    return unicodedata.normalize("NFC", decomposed[:-2] + decomposed[-1] + decomposed[-2])


def bare(syllable: str) -> str:
    """Return a syllable without its marks."""
    return _MARKS.sub("", unicodedata.normalize("NFD", syllable.replace("đ", "d")))
