"""Chooses where the thing promised begins, and whether its name stands before the number or behind it."""

from __future__ import annotations

from .claims import Claim, begins_subject, skip_time, starts_with, verb_tail
from .quantities import Quantity, measures_amount
from .sentence import Sentence
from .vocabulary import GOAL_WORDS, LEFT_STRIP, LOCATIVES

_JOINTS = frozenset((",", "và", "-", "–", "+", "*", "•", "cùng"))
_LEADS_TO_THING = frozenset(("tại", "cho", "ở", "với", "của", "trong", "trên"))
_KEPT_GOALS = frozenset(("bảo đảm", "đảm bảo", "duy trì"))  # "tỷ lệ đường được cứng hóa, bảo đảm đi lại … đạt 98%"
_EXCEEDS = frozenset(("hoàn thành và vượt", "hoàn thành , vượt"))
_SHORT_VERB = 2  # words
_AFTER_COMMA = frozenset(("công", "thu", "độ", "lượng", "vốn", "tuổi"))  # behind "và" they may go on with a noun
_STRONG_GOALS = frozenset(("phấn đấu", "phân đấu", "phân đầu", "phấn đầu", "phần đấu", "với mục tiêu"))


def place_name(sentence: Sentence, claim: Claim) -> None:
    """Choose where the head begins, and whether the name stands before the number or behind it."""
    quantity = claim.quantity
    start, end = claim.head_start, quantity.lead
    if claim.nested_in is not None or quantity.none_left:
        claim.behind = True
        return
    has_post = _has_post(sentence, claim)
    chosen = _choose_start(sentence, start, end, claim)
    if has_post or not _is_empty(sentence, chosen, end):
        start = claim.head_start = chosen
    tail = verb_tail(sentence, start, end)
    titled = quantity.lead_words == [":"] and quantity.percent and not begins_subject(sentence, start, end)
    owned = bool(quantity.tags) and quantity.tags[-1] == "has"
    if (
        _is_empty(sentence, start, end)
        or ((titled or owned) and has_post)
        or (quantity.tags and quantity.tags[-1] in {"inc", "dec"} and has_post and sentence.tokens[end - 1].low == ",")
    ):
        claim.behind = True
    elif quantity.has("reach", "inc", "dec", "down", "up") or not has_post:
        return
    elif sentence.tokens[end - 1].low in _LEADS_TO_THING and not (quantity.tags and quantity.percent):
        claim.behind, claim.verb = True, (start, end)
    elif tail < end and not _is_subject(sentence, start, end):
        claim.behind, claim.verb = True, (tail, end)
    elif claim.first and quantity.percent and not quantity.tags and sentence.tokens[end - 1].low == "và":
        claim.behind, claim.verb = True, (start, end)  # "Duy trì Đảng bộ xã và 100% chi bộ hoàn thành tốt …"
    elif _only_locative(sentence, start, end):
        claim.behind = True
    elif _is_short_verb(sentence, start, end, quantity) and not _is_subject(sentence, start, end):
        # "củng cố 10 hợp tác xã": a verb no list knows.
        claim.behind, claim.verb = True, None if sentence.tokens[start].low == "mỗi" else (start, end)


def _is_short_verb(sentence: Sentence, start: int, end: int, quantity: Quantity) -> bool:
    """Tell whether a short head may be a verb no list knows: "củng cố 10 hợp tác xã", "tích tụ thêm 60 ha đất"."""
    more = sentence.tokens[end - 1].low == "thêm" and measures_amount(quantity) and end - start <= _SHORT_VERB * 3
    return more or (end - start <= _SHORT_VERB and _counts_thing(quantity))


def _counts_thing(quantity: Quantity) -> bool:
    named = len((quantity.unit or "").split()) > 1
    return named and set(quantity.tags) <= {"ge", "le"} and not quantity.percent and not measures_amount(quantity)


def _is_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether the head is a subject such as "tổng mức đầu tư", whose last verb is part of the noun."""
    return begins_subject(sentence, start, end) and sentence.tokens[start].low not in {
        "mỗi",
        "mọi",
        "công",
        "thu",
        "chỉ",
    }


def _has_post(sentence: Sentence, claim: Claim) -> bool:
    """Say whether the counted thing can stand behind the number: words that no comma cuts off."""
    quantity = claim.quantity
    start = quantity.tail if quantity.percent or measures_amount(quantity) else quantity.last
    if start < claim.post_end and sentence.tokens[start].low in {",", "và", "-", "–"}:
        return False
    return _has_noun(sentence, start, claim.post_end)


def _has_noun(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.tokens[at].low[0].isalpha() and sentence.marks[at] != "time" for at in range(start, end))


def _is_empty(sentence: Sentence, start: int, end: int) -> bool:
    at = start
    while at < end:
        if sentence.marks[at] == "time" or not sentence.tokens[at].low[0].isalnum():
            at += 1
            continue
        taken = starts_with(sentence, at, end, LEFT_STRIP)
        if not taken and sentence.tokens[at].low not in {"giảm", "tăng"}:
            return False
        at += taken or 1
    return True


def _only_locative(sentence: Sentence, start: int, end: int) -> bool:
    at = start
    while at < end and (sentence.marks[at] == "time" or not sentence.tokens[at].low[0].isalnum()):
        at += 1
    return sentence.words(at, end).startswith(LOCATIVES) and end - at <= 8


def _choose_start(sentence: Sentence, start: int, end: int, claim: Claim) -> int:
    """Return the token at which the thing promised begins in the head [start, end)."""
    goal, goal_subject, first_subject, last_part, fresh = -1, -1, -1, start, True
    at, opens = start, True
    before_time = end
    while before_time > start and sentence.marks[before_time - 1] == "time":
        before_time -= 1
    while at < end:
        low, mark = sentence.tokens[at].low, sentence.marks[at]
        if mark == "quote":
            at, fresh, opens = at + 1, False, False
            continue
        if low in _JOINTS and not mark:
            opens = opens or low == ","
            fresh = low not in {"-", "–"} or at == start
            if low == ",":
                last_part = at + 1
            at += 1
            continue
        if mark == "time":
            at, fresh = at + 1, True
            continue
        taken = starts_with(sentence, at, end, GOAL_WORDS)
        if taken and _goes_on(sentence, claim, at, first_subject, closes=at + taken >= before_time and not opens):
            break
        if taken and (fresh or first_subject < 0 or sentence.words(at, at + taken) in _STRONG_GOALS):
            goal, goal_subject, fresh, opens = at, -1, True, False
            at += taken
            continue
        if begins_subject(sentence, at, end) and _is_fresh(sentence, at, start, fresh or at == goal, opens):
            goal_subject = _later_subject(sentence, goal_subject, at)
            first_subject = _later_subject(sentence, first_subject, at)
        fresh = opens = False
        at += 1
    if goal >= 0 and not (goal_subject < 0 and _keeps_subject(sentence, claim, goal, first_subject)):
        return goal_subject if goal_subject >= 0 else goal
    if first_subject >= 0:
        return first_subject
    return _last_part(sentence, start, end, last_part, claim)


def _later_subject(sentence: Sentence, before: int, at: int) -> int:
    """Return where the subject begins: at `at` where none did before, or a figure of its own lies between the two.

    "chiều dài 2,4 km, tổng mức đầu tư 186 tỷ đồng": the length says nothing of the sum.
    """
    told = before >= 0 and sentence.tokens[at - 1].low == "," and _tells_figure(sentence, before, at)
    return at if before < 0 or told else before


def _tells_figure(sentence: Sentence, begin: int, end: int) -> bool:
    return any(sentence.tokens[at].low[0].isdigit() and not sentence.marks[at] for at in range(begin, end))


def _goes_on(sentence: Sentence, claim: Claim, at: int, subject: int, *, closes: bool) -> bool:
    """Tell whether the goal word at token `at` only goes on with the subject before it.

    "Số doanh nghiệp … phấn đấu đạt": it stands between subject and number (`closes`); "Thu ngân sách hằng năm hoàn
    thành và vượt dự toán giao từ 5%": what is exceeded is no subject.
    """
    if closes and sentence.tokens[at].low != "nhằm" and claim.quantity.tags:
        return True
    return subject >= 0 and sentence.words(at, at + 4) in _EXCEEDS


def _is_fresh(sentence: Sentence, at: int, start: int, fresh: bool, after_comma: bool) -> bool:
    """Tell whether a subject may begin at token `at`: behind a joint or "giữ", not where "và" goes on with a noun."""
    if at == start:
        return fresh
    before, low = sentence.tokens[at - 1].low, sentence.tokens[at].low
    if before == "và" and low in _AFTER_COMMA and at > start + 1 and not after_comma:
        return False
    return fresh or before == "giữ"


def _keeps_subject(sentence: Sentence, claim: Claim, goal: int, subject: int) -> bool:
    """Tell whether "bảo đảm" only goes on with the subject before it, and names nothing that is promised itself."""
    return goal > subject >= 0 and sentence.words(goal, goal + 2) in _KEPT_GOALS and claim.quantity.has("reach")


def _last_part(sentence: Sentence, start: int, end: int, last_part: int, claim: Claim) -> int:
    if last_part <= start or claim.quantity.has("reach", "inc", "dec", "down", "up"):
        return start
    if verb_tail(sentence, start, last_part - 1) == skip_time(sentence, start, end):
        return start
    return last_part if verb_tail(sentence, last_part, end) < end else start
