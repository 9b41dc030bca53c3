"""Divides a sentence among its numbers: which words before and behind belong to which number."""

from __future__ import annotations

from .claims import Claim, begins_subject, brackets, skip_time, starts_with, verb_tail
from .placing import place_name
from .quantities import Quantity, measures_amount
from .sentence import Sentence
from .vocabulary import ACTION_VERBS, CLAUSE_STARTS, GOAL_WORDS, PART_MARKERS, TURNS

_HARD = frozenset((";", ":", ".", "…", "!", "?", "+"))
_PAPERS = ("tinh thần", "quy định", "nghị quyết", "chỉ thị", "kế hoạch", "quyết định", "chỉ đạo", "hướng dẫn")
_AFTER_THEO = frozenset(_PAPERS)
_TOTALS = ("tổng", "kinh phí", "quy mô", "diện tích", "số vốn", "mức vốn")


def _left_limit(sentence: Sentence, pairs: dict[int, int], at: int, floor: int) -> tuple[int, str]:
    """Return (first token of the clause that ends at `at`, the sign that bounds it), not left of `floor`."""
    while at > floor:
        low, mark = sentence.tokens[at - 1].low, sentence.marks[at - 1]
        if mark == "quote":
            at -= 1
            continue
        if low == ")" and at - 1 in pairs and pairs[at - 1] >= floor:
            at = pairs[at - 1]
            continue
        if low in _HARD or low in "()":
            return at, low
        if sentence.words(at - 2, at) in PART_MARKERS or low == "gồm":
            return at, "part"
        at -= 1
    return floor, "floor"


def _right_limit(
    sentence: Sentence, pairs: dict[int, int], at: int, ceiling: int, leads: frozenset[int], *, amount: bool
) -> int:
    """Return the token at which the clause that begins at `at` ends, not right of `ceiling`."""
    while at < ceiling:
        low, mark = sentence.tokens[at].low, sentence.marks[at]
        if mark == "quote":
            at += 1
            continue
        if low == "(" and at in pairs and not any(at < lead < pairs[at] for lead in leads):
            at = pairs[at] + 1
            continue
        if low in _HARD or low in "()":
            return at
        if sentence.words(at, at + 2) in PART_MARKERS or low == "gồm":
            return at
        if low == "," and starts_with(sentence, at + 1, ceiling, CLAUSE_STARTS):
            return at
        if mark == "time" and sentence.tokens[at - 1].low == "lần":
            return at  # "gấp 1,8 lần năm 2025"
        if low == "," and amount and starts_with(sentence, at + 1, ceiling, ACTION_VERBS) > 1:
            return at  # "cứng hóa 24 km đường trục thôn, nâng cấp đập"
        if low == "nhằm" or (low == "để" and sentence.marks[at - 1] == "time"):
            return at
        if low == "so" and sentence.words(at, at + 2) == "so với":
            return at
        if low == "theo" and sentence.words(at + 1, at + 3) in _AFTER_THEO:
            return at
        at += 1
    return min(at, ceiling)


def claims_in(sentence: Sentence, quantities: list[Quantity]) -> list[Claim]:
    """Return one claim for each quantity, in order, with heads, tails and nesting settled."""
    pairs = brackets(sentence)
    claims: list[Claim] = []
    leads = frozenset(quantity.first for quantity in quantities)
    for index, quantity in enumerate(quantities):
        previous = claims[-1] if claims else None
        claim = _claim(sentence, pairs, quantity, previous, index)
        ceiling = quantities[index + 1].lead if index + 1 < len(quantities) else len(sentence.tokens)
        claim.post_end = _right_limit(
            sentence, pairs, quantity.tail, max(ceiling, quantity.tail), leads, amount=measures_amount(quantity)
        )
        place_name(sentence, claim)
        claims.append(claim)
    for claim in claims:
        if claim.nested_in is not None:
            turns = (claim.quantity.unit or "").lower() in TURNS  # how often, not what: no part of the outer name
            end = claim.quantity.lead if turns else claim.quantity.unit_end
            claims[claim.nested_in].post_end = _with_quote(sentence, end)
    return claims


def _with_quote(sentence: Sentence, at: int) -> int:
    while at < len(sentence.tokens) and sentence.marks[at] == "quote":
        at += 1
    return at


def _claim(sentence: Sentence, pairs: dict[int, int], quantity: Quantity, previous: Claim | None, index: int) -> Claim:
    end = quantity.lead
    floor = previous.quantity.tail if previous else 0
    if end > floor and sentence.tokens[end - 1].low == "(":
        # "tỷ lệ … (đạt trên 85%)": the subject stands before the bracket.
        start, _ = _left_limit(sentence, pairs, end - 1, floor)
        return Claim(quantity, start, end, first=previous is None, adjacent=previous is not None and end - 1 == floor)
    start, bound = _left_limit(sentence, pairs, end, floor)
    claim = Claim(quantity, start, end, first=previous is None)
    if bound == "floor" and previous is not None:
        _split_gap(sentence, claim, previous, index)
    elif previous is not None and previous.post_end > start:
        previous.post_end = start
    return claim


def _split_gap(sentence: Sentence, claim: Claim, previous: Claim, index: int) -> None:
    """Find where, between two numbers of one clause, the words of the second begin."""
    floor, end = previous.quantity.tail, claim.quantity.lead
    joints = [
        at
        for at in range(floor, end)
        if sentence.tokens[at].low in {",", "và"} and not sentence.marks[at] and not _closes_time(sentence, at, floor)
    ]
    total = next((at for at in range(floor, end) if _brings_total(sentence, at, end)), None)
    if total is not None:
        _cut(claim, previous, total)
        return
    if not previous.behind:
        if joints:
            _cut(claim, previous, joints[0])
            return
        _without_joint(claim, previous)
        return
    for at in reversed(joints):
        if sentence.words(at - 2, at) in ACTION_VERBS and verb_tail(sentence, at + 1, end) == at + 1:
            continue  # "100% chi bộ xây dựng và thực hiện ít nhất 01 mô hình": one predicate of two verbs
        if _opens_clause(sentence, claim.quantity, at, end):
            _cut(claim, previous, at)
            return
    claim.head_start = claim.quantity.lead
    if previous.quantity.percent and not claim.quantity.percent:
        claim.nested_in = index - 1
    else:
        claim.adjacent = bool(joints)


def _brings_total(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether "với" at token `at` brings the amount that the thing before it comes to ("với tổng vốn …")."""
    return sentence.tokens[at].low == "với" and sentence.words(at + 1, at + 3).startswith(_TOTALS) and at + 1 < end


def _closes_time(sentence: Sentence, at: int, floor: int) -> bool:
    """Say whether the comma at token `at` only closes a phrase of time that opens a clause (", đến năm 2030, …")."""
    begin = at
    while begin > floor and sentence.marks[begin - 1] == "time":
        begin -= 1
    return begin < at and begin > floor and sentence.tokens[begin - 1].low in {",", "và", "đấu"}


def _cut(claim: Claim, previous: Claim, at: int) -> None:
    previous.post_end = min(previous.post_end, at)
    claim.head_start = at + 1


def _without_joint(claim: Claim, previous: Claim) -> None:
    """Two numbers without a sign between them: "từ 85% … lên 95%", "2 tầng 8 phòng", or something unclear."""
    claim.head_start, claim.shared_head = previous.head_start, True
    claim.adjacent = True


def _opens_clause(sentence: Sentence, quantity: Quantity, joint: int, end: int) -> bool:
    at = skip_time(sentence, joint + 1, end)
    if at >= end or at > joint + 1:
        return True
    if begins_subject(sentence, at, end) or starts_with(sentence, at, end, GOAL_WORDS):
        return True
    if sentence.tokens[joint].low == "," and quantity.has("reach", "inc", "dec", "down", "up"):
        return True
    amount = sentence.tokens[joint].low == "," and measures_amount(quantity) and not quantity.tags
    if amount and any(sentence.words(at, at + count) in ACTION_VERBS for count in (3, 2)):
        return True  # "trồng mới 200 ha rừng, khoanh nuôi tái sinh 500 ha"
    return verb_tail(sentence, at, end) == at
