"""Know which letter strings can be one written Vietnamese syllable, and whether a text is Vietnamese at all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_WORD = re.compile(r"[^\W\d_]+")

_ONSETS = ("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnprstvx", "")
_FRONT_ONLY = frozenset({"k", "gh", "ngh"})  # written only before e, ê, i, y
_BACK_ONLY = frozenset({"c", "g", "ng"})  # never before e, ê, i, y
_RHYMES = frozenset(
    [
        "a",
        "ac",
        "ach",
        "ai",
        "am",
        "an",
        "ang",
        "anh",
        "ao",
        "ap",
        "at",
        "au",
        "ay",
        "ăc",
        "ăm",
        "ăn",
        "ăng",
        "ăp",
        "ăt",
        "âc",
        "âm",
        "ân",
        "âng",
        "âp",
        "ât",
        "âu",
        "ây",
        "e",
        "ec",
        "em",
        "en",
        "eng",
        "eo",
        "ep",
        "et",
        "ê",
        "êch",
        "êm",
        "ên",
        "ênh",
        "êp",
        "êt",
        "êu",
        "i",
        "ia",
        "ich",
        "im",
        "in",
        "inh",
        "ip",
        "it",
        "iu",
        "iêc",
        "iêm",
        "iên",
        "iêng",
        "iêp",
        "iêt",
        "iêu",
        "o",
        "oc",
        "oi",
        "om",
        "on",
        "ong",
        "op",
        "ot",
        "ooc",
        "oong",
        "oa",
        "oac",
        "oach",
        "oai",
        "oam",
        "oan",
        "oang",
        "oanh",
        "oao",
        "oap",
        "oat",
        "oay",
        "oăc",
        "oăm",
        "oăn",
        "oăng",
        "oăt",
        "oe",
        "oem",
        "oen",
        "oeo",
        "oet",
        "ô",
        "ôc",
        "ôi",
        "ôm",
        "ôn",
        "ông",
        "ôp",
        "ôt",
        "ơ",
        "ơi",
        "ơm",
        "ơn",
        "ơp",
        "ơt",
        "u",
        "ua",
        "uc",
        "ui",
        "um",
        "un",
        "ung",
        "up",
        "ut",
        "uân",
        "uâng",
        "uât",
        "uây",
        "uê",
        "uêch",
        "uênh",
        "uơ",
        "uôc",
        "uôi",
        "uôm",
        "uôn",
        "uông",
        "uôt",
        "uy",
        "uya",
        "uych",
        "uynh",
        "uyt",
        "uyp",
        "uyu",
        "uyên",
        "uyêt",
        "ư",
        "ưa",
        "ưc",
        "ưi",
        "ưm",
        "ưn",
        "ưng",
        "ưt",
        "ưu",
        "ươc",
        "ươi",
        "ươm",
        "ươn",
        "ương",
        "ươp",
        "ươt",
        "ươu",
        "y",
        "yêm",
        "yên",
        "yêng",
        "yêt",
        "yêu",
    ]
)
_AFTER_QU = frozenset(
    [
        "a",
        "ac",
        "ach",
        "ai",
        "an",
        "ang",
        "anh",
        "ao",
        "ap",
        "at",
        "au",
        "ay",
        "ăc",
        "ăm",
        "ăn",
        "ăng",
        "ăp",
        "ăt",
        "ân",
        "âng",
        "ât",
        "ây",
        "e",
        "en",
        "eng",
        "eo",
        "et",
        "ê",
        "êch",
        "ên",
        "ênh",
        "êt",
        "i",
        "ich",
        "in",
        "it",
        "y",
        "ych",
        "yn",
        "ynh",
        "yt",
        "yên",
        "yêt",
        "ôc",
        "ơ",
        "ơi",
    ]
)
_AFTER_GI = frozenset({"", "n", "êc", "êm", "ên", "êng", "êt", "êu"}) | frozenset(
    rhyme for rhyme in _RHYMES if rhyme[0] in "aăâeoôơuư" and not rhyme.startswith(("oa", "oă", "oe", "uâ", "uê", "uy"))
)
_WHOLE_WITH_Y = frozenset({"y", "yêm", "yên", "yêng", "yêt", "yêu"})


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Say whether `word` can be one syllable of Vietnamese writing, tone and spelling rules included."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(decomposed)
    if len(tones) > 1:
        return False
    letters = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
    if not any(_fits(onset, letters[len(onset) :]) for onset in _ONSETS if letters.startswith(onset)):
        return False
    return not letters.endswith(("c", "ch", "p", "t")) or not tones or tones[0] in _SHARP_OR_HEAVY


def _fits(onset: str, rhyme: str) -> bool:
    if onset == "qu":
        return rhyme in _AFTER_QU
    if onset == "gi":
        return rhyme in _AFTER_GI
    if rhyme not in _RHYMES:
        return False
    front = rhyme[0] in "eêiy"
    if (onset in _FRONT_ONLY and not front) or (onset in _BACK_ONLY and front):
        return False
    return rhyme not in _WHOLE_WITH_Y or onset == "" or rhyme == "y"


def is_marked(word: str) -> bool:
    """Say whether `word` bears a letter or tone mark of Vietnamese."""
    return not word.isascii() and any(letter > "\x7f" for letter in word)


@lru_cache(maxsize=50_000)
def _is_marked_syllable(word: str) -> bool:
    return is_marked(word) and is_syllable(word)


def vietnamese_share(text: str, sample: int = 20_000) -> float | None:
    """Return which share of the words of `text` are syllables with a Vietnamese mark; None without any word.

    Vietnamese prose has 0.6 to 0.8; English 0, French and Portuguese below 0.1. Only the first `sample`
    characters and as many from the middle are looked at.
    """
    if len(text) > 2 * sample:
        middle = len(text) // 2
        text = text[:sample] + " " + text[middle : middle + sample]
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if not words:
        return None
    return sum(map(_is_marked_syllable, words)) / len(words)


def marked_syllables(text: str) -> int:
    """Count the words of two letters and more that are syllables with a Vietnamese mark."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return sum(len(word) > 1 and _is_marked_syllable(word) for word in words)


def looks_vietnamese(text: str, least: float = 0.2) -> bool:
    """Say whether `text` is accented Vietnamese; names, abbreviations and faults of OCR are allowed for."""
    share = vietnamese_share(text)
    return share is not None and share >= least
