"""Which of the words that a recogniser thought of stands there: what it saw, weighed with the words on both sides.

The marks over Vietnamese letters are few pixels in a scan, and the recogniser is often surer of them than it should
be ("tỉnh thần"). A word that it did not think of at any look is never put in place of one it saw; where such a word
fits far better, the word seen is unsure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dondoc.language.syllables import is_syllable
from dondoc.reader.ocr.hocr import Others, Seen
from dondoc.reader.ocr.wording import Wording, key

LOOK = 0.95  # chance below which a word is looked at again
UNSURE = 0.9  # chance below which a person must look at it
PLAIN, SECOND_THOUGHT = 0.96, 0.01  # confidence and odds of others of a word that is counted in a paper
OVERSEEN = ((0.95, 5e-5), (0.9, 5e-4), (0.8, 3e-3), (0.0, 3e-2))  # odds of a mark not thought of, from a confidence on
NO_SYLLABLE, NO_SYLLABLE_IN_CAPITALS = 1e-3, 0.1  # foreign words and abbreviations are rarer than syllables
FARTHER = 0.3  # power of what the less close neighbour tells
APART = 0.1  # of what chance would give: the least that two syllables never met side by side count for
NOT_AGAIN = 0.05  # odds of a word that another look did not think of
ALIKE = 0.7  # power of the odds of two looks: at the same print they err alike
TWICE = "ĐĐU"  # the symbol of a Party committee whose first letter was seen twice
SYMBOLS = frozenset((  # of document numbers
    "BC", "BCA", "BCT", "BGDĐT", "BKHCN", "BNN", "BNNMT", "BNV", "BQP", "BTC", "BTNMT", "BTP", "BTTTT",
    "BVHTTDL", "BXD", "BYT", "CP", "CT", "CTHĐ", "CTr", "CV", "HD", "HĐND", "HU", "KH", "KL", "L", "LT",
    "MTTQ", "NQ", "NĐ", "PL", "QC", "QH", "QU", "QĐ", "TB", "TTg", "TTr", "TU", "TW", "UBND", "UBTVQH", "VBHN",
    "VPCP", "ĐA", "ĐU",
))  # fmt: skip
LONE_SIGNS = frozenset("-–+*/=%&•…<>≤≥") | {"..."}
_DRAWN_ALIKE = str.maketrans("“”‘’", "\"\"''")
_ALL_BUT_LETTERS = re.compile(r"[^\w%]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[-.,;:…()\[\]\"'“”‘’/?!%&+]*")


@dataclass(slots=True, frozen=True)
class Parts:
    """A word of letters, with the signs before and after it."""

    before: str
    letters: str
    after: str

    @property
    def syllable(self) -> str:
        """Return the letters as they are counted."""
        return key(self.letters)


@dataclass(slots=True)
class Beside:
    """The syllables that stand before and after a word with no sign between; "" where there is none."""

    before: str = ""
    after: str = ""


def parts_of(text: str) -> Parts | None:
    """Return the parts of a word that has letters in one piece and only common signs around them."""
    found = list(_LETTERS.finditer(text))
    if len(found) != 1:
        return None
    parts = Parts(text[: found[0].start()], found[0].group(), text[found[0].end() :])
    return parts if _SIGNS.fullmatch(parts.before) and _SIGNS.fullmatch(parts.after) else None


def beside(texts: list[str]) -> Iterator[Beside]:
    """Yield for each word of a page, in its order, what stands beside it."""
    parts = [None, *(parts_of(text) for text in texts), None]
    for last, own, following in zip(parts, parts[1:], parts[2:], strict=False):
        found = Beside()
        if own and last and not last.after and not own.before:
            found.before = last.syllable
        if own and following and not own.after and not following.before:
            found.after = following.syllable
        yield found


def runs_of(words: Iterable[Seen]) -> Iterator[list[str]]:
    """Yield the runs of syllables, read without a second thought, that no sign parts."""
    run: list[str] = []
    for word in words:
        parts = parts_of(word.text) if is_plain(word) else None
        if run and (parts is None or parts.before):
            yield run
            run = []
        if parts:
            run.append(parts.syllable)
            if parts.after:
                yield run
                run = []
    if run:
        yield run


def is_plain(word: Seen) -> bool:
    """Say whether the recogniser was sure of a word and thought of no other."""
    return word.confidence >= PLAIN and all(odds < SECOND_THOUGHT for _text, odds in word.others)


def weigh(word: Seen, near: Beside, wording: Wording, *, counted: bool = False) -> tuple[str, float]:
    """Return the likeliest of what was thought of for a word, and its chance, 0..1.

    `counted` says that `wording` has counted this word where it stands. Words with figures are returned as they are:
    the words beside them tell nothing.
    """
    own = parts_of(word.text)
    if own is None:
        return _alone(word)
    fits = {own.syllable: _fit(own, near, wording, fewer=int(counted))}
    chances = {word.text: fits[own.syllable]}
    for text, odds in word.others:
        parts = parts_of(text)
        if parts and text not in chances and (len(parts.letters) > 1 or len(own.letters) > 1):
            chances[text] = odds * fits.setdefault(parts.syllable, _fit(parts, near, wording))
    overseen = _overseen(word, own, near, wording, set(fits))
    best = max(chances, key=lambda text: chances[text])
    like = sum(chance for text, chance in chances.items() if _shape(text) == _shape(best))
    chosen = word.text if _shape(best) == _shape(word.text) else best
    return chosen, like / (sum(chances.values()) + overseen)


def _shape(text: str) -> str:
    """Return a word without what is told from its size or the drawing of its quotation marks."""
    return text.casefold().translate(_DRAWN_ALIKE)


def _odds_overseen(word: Seen) -> float:
    """Return the odds of a mark that no look at a word thought of."""
    return next(odds for least, odds in OVERSEEN if word.confidence >= least)


def _alone(word: Seen) -> tuple[str, float]:
    """Return the likeliest of what was thought of for a word with figures or a lone sign; stray marks are unsure."""
    if TWICE in word.text:
        return word.text, 0.0
    if any(c.isalnum() for c in word.text):
        return word.text, 1 / (1 + sum(odds for text, odds in word.others if _differs(text, word.text)))
    usual = next((text for text in (word.text, *(text for text, _odds in word.others)) if text in LONE_SIGNS), "")
    return usual or word.text, float(bool(usual))


def _differs(other: str, own: str) -> bool:
    """Say whether a word with figures may be another one.

    Not where they differ in signs only, nor where all letters of the own one are symbols of document numbers and
    those of the other are not.
    """
    if _ALL_BUT_LETTERS.sub("", other) == _ALL_BUT_LETTERS.sub("", own):
        return False
    symbols = _LETTERS.findall(own)
    return not symbols or not SYMBOLS.issuperset(symbols) or SYMBOLS.issuperset(_LETTERS.findall(other))


def _overseen(word: Seen, own: Parts, near: Beside, wording: Wording, told: set[str]) -> float:
    """Return the weight of the syllables with another mark that no look thought of; of a lone letter there are none."""
    if len(own.letters) == 1:
        return 0.0
    odds = _odds_overseen(word)
    others = (Parts(own.before, syllable, own.after) for syllable in wording.near(own.syllable))
    return odds * sum(_fit(other, near, wording) for other in others if other.syllable not in told)


def _fit(parts: Parts, near: Beside, wording: Wording, fewer: int = 0) -> float:
    """Return how well a word stands between those beside it.

    A syllable makes a word with one of its neighbours: the closer tells most.
    """
    syllable = parts.syllable
    fit = wording.chance(syllable, fewer=fewer)
    before = after = 1.0
    if near.before and not parts.before:
        before = max(APART, wording.chance_after(near.before, syllable, fewer=fewer) / fit)
    if near.after and not parts.after:
        after = max(APART, wording.chance_after(syllable, near.after, fewer=fewer) / wording.chance(near.after))
    fit *= max(before, after) * math.pow(min(before, after), FARTHER)
    mixed = parts.letters[1:] not in (parts.letters[1:].lower(), parts.letters[1:].upper())
    if mixed or not is_syllable(parts.letters):
        fit *= NO_SYLLABLE_IN_CAPITALS if parts.letters.isupper() else NO_SYLLABLE
    return fit


def with_look(word: Seen, text: str, others: Others) -> None:
    """Add to a word, in place, what another look saw there: of both looks, what neither doubts is likeliest."""
    first, second = {word.text: 1.0, **dict(word.others)}, {text: 1.0, **dict(others)}
    lost = _odds_overseen(word)
    odds = {told: first.get(told, lost) * second.get(told, NOT_AGAIN) for told in [*first, *second]}
    best = max(odds, key=lambda told: odds[told])
    word.text = best
    others = [(told, math.pow(share / odds[best], ALIKE)) for told, share in odds.items() if told != best]
    word.others = sorted(others, key=_last)


def _last(one: tuple[str, float]) -> float:
    return -one[1]


def settle(words: list[Seen], wording: Wording, *, counted: bool) -> None:
    """Give each word of a page, in place, the likeliest text, and mark those that stay unsure.

    Where two words side by side are in question, the plainer one is settled first and tells the other.
    """
    first = _weighed(words, [word.text for word in words], wording, counted)
    texts = [text if chance >= UNSURE else word.text for word, (text, chance) in zip(words, first, strict=True)]
    for word, (text, chance) in zip(words, _weighed(words, texts, wording, counted), strict=True):
        word.text = text
        word.unsure = word.unsure or chance < UNSURE


def _weighed(words: list[Seen], texts: list[str], wording: Wording, counted: bool) -> list[tuple[str, float]]:
    """Weigh each word between `texts`, what is held to stand on both sides."""
    return [
        weigh(word, near, wording, counted=counted and is_plain(word))
        for word, near in zip(words, beside(texts), strict=True)
    ]
