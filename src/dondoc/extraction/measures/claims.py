"""A number with its share of the sentence, and the words by which shares are told apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from .quantities import Quantity
from .sentence import Sentence
from .vocabulary import ACTION_VERBS, EMPTY_VERBS, SUBJECT_STARTS

_ADVERBS = frozenset(
    ("mới", "thêm", "được", "và", ",", "cho", "dứt điểm", "kịp thời", "triệt để", "toàn bộ", "vững chắc")
)
_NOT_SUBJECT = frozenset(
    ("số hóa", "số hoá", "thu hút", "thu gom", "thu hồi", "tổng hợp", "tổng kết", "độ tuổi", "mức độ", "số ,", "thu thập", "thu hoạch")
)  # fmt: skip
_OWN_VERBS = frozenset(("nâng cấp", "đưa vào"))  # no goal words, though their first word is one
_EACH_TIME = frozenset(("mỗi tuần", "mỗi tháng", "mỗi quý", "mỗi ngày", "mỗi năm"))


@dataclass(slots=True)
class Claim:
    """A number with its share of the sentence (token indexes) and its place among the other numbers."""

    quantity: Quantity
    head_start: int
    post_end: int
    first: bool = False
    shared_head: bool = False
    behind: bool = False
    verb: tuple[int, int] | None = None
    nested_in: int | None = None
    parent: int | None = None
    part: bool = False
    adjacent: bool = False
    doubts: list[str] = field(default_factory=list)


def brackets(sentence: Sentence) -> dict[int, int]:
    """Return the partner of every matched round bracket, both ways."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for at, token in enumerate(sentence.tokens):
        if token.low == "(":
            opened.append(at)
        elif token.low == ")" and opened:
            pairs[at] = opened.pop()
            pairs[pairs[at]] = at
    return pairs


def starts_with(sentence: Sentence, at: int, end: int, words: tuple[str, ...] | frozenset[str]) -> int:
    """Return how many tokens of [at, end) the longest of `words` covers that begins at `at`, or 0."""
    for count in (4, 3, 2, 1):
        if at + count <= end and sentence.words(at, at + count) in words:
            return 0 if count == 1 and sentence.words(at, at + 2) in _OWN_VERBS else count
    return 0


def begins_subject(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether the subject of a figure begins at token `at`."""
    pair = sentence.words(at, at + 2)
    if pair in _NOT_SUBJECT or pair in _EACH_TIME or (pair == "quy mô" and at + 2 == end and at > 0):
        return False
    return starts_with(sentence, at, end, SUBJECT_STARTS) > 0


def skip_time(sentence: Sentence, at: int, end: int) -> int:
    """Return the first token from `at` on that is neither time nor a comma after it."""
    while at < end and (
        sentence.marks[at] == "time" or (sentence.tokens[at].low in {",", ":"} and sentence.marks[at - 1] == "time")
    ):
        at += 1
    return at


def verb_tail(sentence: Sentence, start: int, end: int) -> int:
    """Return where the run of verbs begins that ends at token `end` (== end where there is none)."""
    at, real = end, False
    while at > start:
        if sentence.marks[at - 1] == "time":
            at -= 1
            continue
        for count in (4, 3, 2, 1):
            words = sentence.words(at - count, at) if at - count >= start else ""
            if words and (words in ACTION_VERBS or words in EMPTY_VERBS):
                if at - count > start + 1 and sentence.tokens[at - count - 1].low in {"-", "–"}:
                    # "công nghiệp - xây dựng" is a branch, not a verb.
                    return end
                real = real or words not in _ADVERBS
                at -= count
                break
        else:
            break
    while at < end and (sentence.tokens[at].low in {",", "và", "cho", "được"} or sentence.marks[at] == "time"):
        at += 1
    return at if real else end
