"""Finds which figures break down which: the parts after "trong đó" and "bao gồm" (programme-format, convention 11)."""

from __future__ import annotations

from .claims import Claim, begins_subject, brackets, skip_time, starts_with
from .sentence import Sentence
from .vocabulary import ACTION_VERBS, GOAL_WORDS, PART_MARKERS


def mark_parts(sentence: Sentence, claims: list[Claim]) -> None:
    """Give every part after "trong đó" or "bao gồm" the whole it breaks down."""
    pairs = brackets(sentence)
    whole, open_until = -1, -1
    for index, claim in enumerate(claims):
        begin = claims[index - 1].quantity.tail if index else 0
        marker = _marker(sentence, begin, claim.quantity.lead)
        if marker >= 0 and index and claim.nested_in is None:
            whole = next(
                (i for i in range(index - 1, -1, -1) if not claims[i].part and claims[i].nested_in is None), -1
            )
            open_until = min(_scope_end(sentence, pairs, marker), _other_form(sentence, claims, index))
        elif marker >= 0 and not index:
            claim.part, open_until, whole = True, _scope_end(sentence, pairs, marker), -1
            continue
        if whole >= 0 and _exceeds(sentence, claims[whole], claim):
            open_until = -1
        if claim.quantity.first < open_until and (index or claim.part):
            claim.part = True
            claim.parent = whole if whole >= 0 else None


def mark_sums(sentence: Sentence, claims: list[Claim]) -> None:
    """Mark the counts of a bracket as parts where they add up to the count before it ("35 người (25 nam, 10 nữ)")."""
    pairs = brackets(sentence)
    for index, claim in enumerate(claims):
        opened = next(
            (at for at in range(claim.quantity.tail, claim.post_end + 1) if at in pairs and pairs[at] > at), -1
        )
        if opened < 0 or claim.part or claim.nested_in is not None:
            continue
        inside = [other for other in claims[index + 1 :] if opened < other.quantity.first < pairs[opened]]
        if len(inside) > 1 and sum(other.quantity.low for other in inside) == claim.quantity.low:
            for other in inside:
                other.part, other.parent, other.adjacent = True, index, False


def _exceeds(sentence: Sentence, whole: Claim, claim: Claim) -> bool:
    """Say whether a share after a semicolon is greater than the whole, and so no part of it."""
    after = claim.quantity.lead > 0 and sentence.tokens[claim.quantity.lead - 1].low == ";"
    return after and whole.quantity.percent and claim.quantity.percent and claim.quantity.low > whole.quantity.low


def part_marker(sentence: Sentence, first: Claim) -> int:
    """Return the token of "trong đó" before a sentence's first number, -1 where there is none."""
    at = _marker(sentence, 1, first.quantity.lead)
    return at if at >= 0 and sentence.words(at, at + 2) == "trong đó" and first.part else -1


def _other_form(sentence: Sentence, claims: list[Claim], index: int) -> int:
    """Return the token from which the clauses no longer have the form of the first part.

    "…, trong đó án đặc biệt nghiêm trọng đạt trên 95%; 100% tin báo được giải quyết": the last is no part.
    """
    listed = any(t.low == ":" for t in sentence.tokens[claims[index - 1].quantity.tail : claims[index].quantity.lead])
    if claims[index].behind or listed:
        return len(sentence.tokens)
    for later in claims[index + 1 :]:
        before = sentence.tokens[later.quantity.lead - 1].low if later.quantity.lead else ""
        if later.behind and before == ";":
            return later.quantity.lead
    return len(sentence.tokens)


def _marker(sentence: Sentence, begin: int, end: int) -> int:
    for at in range(begin, end):
        if sentence.words(at, at + 2) in PART_MARKERS or (sentence.tokens[at].low == "gồm" and at and begin):
            return at
    return -1


def _scope_end(sentence: Sentence, pairs: dict[int, int], marker: int) -> int:
    """Return the token at which the parts announced at `marker` end."""
    tokens = sentence.tokens
    listed = any(token.low == ":" for token in tokens[marker : marker + 4])
    opening = next((o for o in range(marker, -1, -1) if tokens[o].low == "(" and pairs.get(o, -1) > marker), None)
    end = pairs[opening] if opening is not None else len(tokens)
    if listed:
        return end
    for at in range(marker, end):
        if tokens[at].low == ";" and _ends_parts(sentence, at + 1, end):
            return at
    return end


def _ends_parts(sentence: Sentence, at: int, end: int) -> bool:
    return (
        sentence.words(at, at + 2) in {"không có", "không còn", "không để"}
        or (sentence.words(at, at + 1) == "có" and at + 1 < end and sentence.tokens[at + 1].low[0].isdigit())
        or skip_time(sentence, at, end) > at
        or begins_subject(sentence, at, end)
        or bool(starts_with(sentence, at, end, GOAL_WORDS) or starts_with(sentence, at, end, ACTION_VERBS))
    )
