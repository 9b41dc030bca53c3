"""Divides a sentence among its numbers: which words before and behind belong to which number."""

from __future__ import annotations

from dataclasses import dataclass, field

from .quantities import Quantity, measures_amount
from .sentence import Sentence
from .vocabulary import (
    ACTION_VERBS,
    CLAUSE_STARTS,
    EMPTY_VERBS,
    GOAL_WORDS,
    LEFT_STRIP,
    LOCATIVES,
    PART_MARKERS,
    SUBJECT_STARTS,
)

_HARD = frozenset((";", ":", ".", "…", "!", "?", "+"))
_PAPERS = ("tinh thần", "quy định", "nghị quyết", "chỉ thị", "kế hoạch", "quyết định", "chỉ đạo", "hướng dẫn")
_AFTER_THEO = frozenset(_PAPERS)
_JOINTS = frozenset((",", "và", "-", "–", "+", "*", "•", "cùng"))
_ADVERBS = frozenset(("mới", "thêm", "được", "và", ",", "cho", "dứt điểm", "kịp thời", "triệt để"))
_LEADS_TO_THING = frozenset(("tại", "cho", "ở", "với", "của", "trong", "trên"))
_NOT_SUBJECT = frozenset(
    ("số hóa", "số hoá", "thu hút", "thu gom", "thu hồi", "tổng hợp", "tổng kết", "độ tuổi", "mức độ", "số ,", "thu thập", "thu hoạch")
)  # fmt: skip
_KEPT_GOALS = frozenset(("bảo đảm", "đảm bảo", "duy trì"))  # "tỷ lệ đường được cứng hóa, bảo đảm đi lại … đạt 98%"
_EXCEEDS = frozenset(("hoàn thành và vượt", "hoàn thành , vượt"))
_SHORT_VERB = 2  # words
_AFTER_COMMA = frozenset(("công", "thu", "độ", "lượng", "vốn", "tuổi"))  # behind "và" they may go on with a noun
_TOTALS = ("tổng", "kinh phí", "quy mô", "diện tích", "số vốn", "mức vốn")
_EACH_TIME = frozenset(("mỗi tuần", "mỗi tháng", "mỗi quý", "mỗi ngày", "mỗi năm"))
_STRONG_GOALS = frozenset(("phấn đấu", "phân đấu", "phân đầu", "phấn đầu", "phần đấu", "với mục tiêu"))


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
            return 0 if sentence.words(at, at + 2) == "nâng cấp" and count == 1 else count
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


def _right_limit(sentence: Sentence, pairs: dict[int, int], at: int, ceiling: int, leads: frozenset[int]) -> int:
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
        claim.post_end = _right_limit(sentence, pairs, quantity.tail, max(ceiling, quantity.tail), leads)
        _place_name(sentence, claim)
        claims.append(claim)
    for claim in claims:
        if claim.nested_in is not None:
            claims[claim.nested_in].post_end = _with_quote(sentence, claim.quantity.unit_end)
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


def _place_name(sentence: Sentence, claim: Claim) -> None:
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
    elif end - start <= _SHORT_VERB and _counts_thing(quantity) and not _is_subject(sentence, start, end):
        # "củng cố 10 hợp tác xã": a verb no list knows.
        claim.behind, claim.verb = True, None if sentence.tokens[start].low == "mỗi" else (start, end)


def _counts_thing(quantity: Quantity) -> bool:
    named = len((quantity.unit or "").split()) > 1
    return named and not quantity.tags and not quantity.percent and not measures_amount(quantity)


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
        if taken and first_subject >= 0 and sentence.words(at, at + 4) in _EXCEEDS:
            break  # "Thu ngân sách hằng năm hoàn thành và vượt dự toán giao từ 5%": what is exceeded is no subject
        if taken and low != "nhằm" and at + taken >= before_time and not opens and claim.quantity.tags:
            # "Số doanh nghiệp … phấn đấu đạt": the goal word stands between subject and number.
            break
        if taken and (fresh or first_subject < 0 or sentence.words(at, at + taken) in _STRONG_GOALS):
            goal, goal_subject, fresh, opens = at, -1, True, False
            at += taken
            continue
        fresh = fresh or (at > start and sentence.tokens[at - 1].low == "giữ")
        goes_on = low in _AFTER_COMMA and at > start + 1 and sentence.tokens[at - 1].low == "và" and not opens
        if begins_subject(sentence, at, end) and (fresh or at == goal) and not goes_on:
            goal_subject = at if goal_subject < 0 else goal_subject
            first_subject = at if first_subject < 0 else first_subject
        fresh = opens = False
        at += 1
    if goal >= 0 and not (goal_subject < 0 and _keeps_subject(sentence, claim, goal, first_subject)):
        return goal_subject if goal_subject >= 0 else goal
    if first_subject >= 0:
        return first_subject
    return _last_part(sentence, start, end, last_part, claim)


def _keeps_subject(sentence: Sentence, claim: Claim, goal: int, subject: int) -> bool:
    """Tell whether "bảo đảm" only goes on with the subject before it, and names nothing that is promised itself."""
    return goal > subject >= 0 and sentence.words(goal, goal + 2) in _KEPT_GOALS and claim.quantity.has("reach")


def _last_part(sentence: Sentence, start: int, end: int, last_part: int, claim: Claim) -> int:
    if last_part <= start or claim.quantity.has("reach", "inc", "dec", "down", "up"):
        return start
    if verb_tail(sentence, start, last_part - 1) == skip_time(sentence, start, end):
        return start
    return last_part if verb_tail(sentence, last_part, end) < end else start
