"""Where the noun phrase behind a number ends, and which digits are only part of a name (convention 8)."""

from __future__ import annotations

from .sentence import Sentence
from .vocabulary import INSIDE_NOUN_PHRASE, MULTIPLIER_WORDS, NOUN_PHRASE_END, PHYSICAL_UNITS, QUALIFYING_VERBS, THINGS

_UNIT_SIGNS = frozenset("/\"“”‘’'.,;:()[]%‰-–—+=<>≥≤…!?*&|~")
_LONGEST_NOUN_PHRASE = 24
_PERCENT = frozenset(("%", "‰"))
_SPELLED = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"))


def is_label(sentence: Sentence, at: int) -> bool:
    """Say whether the digits are glued to letters or signs that make a code: "5G", "3.0", "COVID-19", "2025/QH"."""
    tokens, token = sentence.tokens, sentence.tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and before.end == token.start and before.low in {"/", "-", "–", ".", "\\"}:
        earlier = tokens[at - 2] if at >= 2 else None
        if earlier is not None and earlier.end == before.start and before.low != "-" and before.low != "–":
            return True
        if (
            earlier is not None
            and earlier.end == before.start
            and not earlier.low[0].isdigit()
            and earlier.low not in _PERCENT
        ):
            return True
    if after is not None and after.start == token.end:
        glued = after.low
        if (
            glued.isalpha()
            and glued.isascii()
            and len(glued) <= 2
            and glued not in PHYSICAL_UNITS
            and glued not in MULTIPLIER_WORDS
        ):
            return True
    return token.low in {"3.0", "4.0", "2.0", "5.0", "1.0"}


def _ends_phrase(sentence: Sentence, at: int, start: int) -> bool:
    tokens = sentence.tokens
    low = tokens[at].low
    if at > start and (_is_code(sentence, at) or _is_inner_dash(sentence, at, start)):
        return False
    if sentence.marks[at] in {"time", "date", "document", "quote"} or low in _UNIT_SIGNS or low[0].isdigit():
        return True
    if low in _SPELLED and at + 1 < len(tokens) and low in {"một", "hai", "ba"}:
        return True
    pair = sentence.words(at, at + 2)
    if low in NOUN_PHRASE_END:
        return not (pair in INSIDE_NOUN_PHRASE or (at > 0 and sentence.words(at - 1, at + 1) in INSIDE_NOUN_PHRASE))
    if at > start and (
        sentence.words(at - 1, at + 2) == "mới nâng cao" or sentence.words(at, at + 3) == "chuyển đổi số"
    ):
        return False  # "nông thôn mới nâng cao", "tổ chuyển đổi số"
    if (pair == "sử dụng" and tokens[at - 1].low == "quyền") or (pair == "hoạt động" and tokens[at - 1].low == "đang"):
        return False
    if pair == "chuyển đổi" and sentence.words(at + 2, at + 3) in {"lên", "thành", "sang"}:
        return at > start
    return at > start and pair in NOUN_PHRASE_END and not (pair in QUALIFYING_VERBS and _is_thing(sentence, start))


def _is_thing(sentence: Sentence, start: int) -> bool:
    """Say whether the counted noun does nothing itself: a verb behind it only tells which ("kịch bản ứng dụng …")."""
    return any(sentence.words(start, start + count) in THINGS for count in (1, 2, 3))


def _is_code(sentence: Sentence, at: int) -> bool:
    """Say whether digits within a noun phrase are a name ("trạm phát sóng 5G", "công nghệ 4.0")."""
    tokens = sentence.tokens
    return tokens[at].low[0].isdigit() and not sentence.marks[at] and is_label(sentence, at)


def _is_inner_dash(sentence: Sentence, at: int, start: int) -> bool:
    """Say whether a dash joins two words of one noun ("tổ chức chính trị - xã hội")."""
    tokens = sentence.tokens
    if tokens[at].low not in {"-", "–"} or at + 1 >= len(tokens):
        return False
    after, before = sentence.text[tokens[at + 1].start], sentence.text[tokens[at - 1].start]
    proper = any(sentence.text[token.start].isupper() for token in tokens[start:at])  # "Lễ hội Cầu ngư - Du lịch biển"
    return before.islower() and (after.islower() or (proper and after.isupper()))


def phrase_end(sentence: Sentence, at: int) -> int:
    """Return the token after the noun phrase that begins at token `at` (convention 8)."""
    start, last = at, min(at + _LONGEST_NOUN_PHRASE, len(sentence.tokens))
    while at < last and not _ends_phrase(sentence, at, start):
        at += 1
    return at
