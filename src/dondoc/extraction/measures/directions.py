"""Says which way a figure binds (programme-format, convention 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.programme.model import Direction

from .claims import Claim
from .rooms import is_building_room
from .sentence import Sentence
from .vocabulary import LEFT_STRIP, LESS_IS_BETTER, MORE_IS_BETTER

APPROXIMATE = "Số liệu chỉ là ước chừng (“{words}”), cần xác nhận mức cụ thể."
LESS_BETTER = (
    "“{name}” là nội dung càng thấp càng tốt nhưng văn bản không ghi “không quá” hay “dưới”; cần xác nhận chiều."
)
FALL_LIMITED = "“{words}” vừa nói mức giảm vừa nói giới hạn; cần xác nhận."
RISE_LIMITED = "“{words}” đặt mức trần cho mức tăng; cần xác nhận."


@dataclass(slots=True)
class Bearing:
    """The direction of a figure, its bounds, and what is doubtful about them."""

    direction: Direction
    low: Decimal | None
    high: Decimal | None
    moves: bool = False
    doubts: list[str] = field(default_factory=list)


def bearing_of(sentence: Sentence, claim: Claim, inherited: Direction | None) -> Bearing:
    """Return the direction of a claim's number; `inherited` is that of the whole for a part without words of its own."""
    quantity = claim.quantity
    words = " ".join(reversed(quantity.lead_words))
    move = _move(sentence, claim, inherited)
    if quantity.none_left:
        return Bearing("at_most", None, quantity.low)
    bearing = _direction(sentence, claim, move, words)
    if quantity.has("approx"):
        bearing.doubts.append(APPROXIMATE.format(words=words))
    return bearing


def _direction(sentence: Sentence, claim: Claim, move: str, words: str) -> Bearing:
    quantity = claim.quantity
    low, high = quantity.low, quantity.high
    if move == "fall":
        doubts = [FALL_LIMITED.format(words=words)] if quantity.has("le", "lt") else []
        return Bearing("decrease", low, high, True, doubts)
    if move == "level_down":
        if high is not None:
            return Bearing("range", low, high)
        direction: Direction = "below" if quantity.has("lt") else "above" if quantity.has("gt") else "at_most"
        return Bearing(direction, *((low, None) if direction == "above" else (None, low)))
    if quantity.has("lt", "le") or quantity.downward:
        top = high if high is not None else low
        doubts = [RISE_LIMITED.format(words=words)] if move == "rise" else []
        return Bearing("below" if quantity.has("lt") else "at_most", None, top, False, doubts)
    if high is not None:
        return Bearing("range", low, high)
    if move == "rise":
        return Bearing("increase", low, None, True)
    if is_building_room(sentence, quantity):
        return Bearing("equal", low, None)
    exceeds = quantity.lead_words[-1:] == ["vượt"] and quantity.has("ge")  # "vượt ít nhất 5% dự toán"
    if quantity.has("gt") and not exceeds:
        return Bearing("above", low, None)
    if quantity.has("ge", "from") or quantity.upward:
        return Bearing("at_least", low, None)
    return _bare_figure(sentence, claim)


def _move(sentence: Sentence, claim: Claim, inherited: Direction | None) -> str:
    """Return "fall", "rise", "level_down", "level_up" or "" from the lead, or from the verb that opens the head."""
    quantity = claim.quantity
    if quantity.has("down"):
        return "level_down"
    if quantity.has("up"):
        return "level_up"
    if quantity.has("dec"):
        return "fall"
    if quantity.has("inc"):
        return "rise"
    if quantity.has("reach"):
        return ""
    if quantity.has("lt", "le"):
        return ""
    opening = _opening_verb(sentence, claim)
    if opening:
        return opening
    if claim.parent is not None and not quantity.tags and inherited in {"increase", "decrease"}:
        return "rise" if inherited == "increase" else "fall"
    return ""


def _opening_verb(sentence: Sentence, claim: Claim) -> str:
    at, end = claim.head_start, claim.quantity.lead
    while at < end:
        if sentence.marks[at] == "time" or not sentence.tokens[at].low[0].isalnum():
            at += 1
            continue
        low = sentence.tokens[at].low
        if low == "giảm" or sentence.words(at, at + 2) in {"kéo giảm", "cắt giảm", "mức giảm"}:
            return "fall"
        if low == "tăng" and sentence.words(at, at + 2) not in {"tăng cường", "tăng gia", "tăng tốc"}:
            return "rise"
        taken = next((n for n in (3, 2, 1) if at + n <= end and sentence.words(at, at + n) in LEFT_STRIP), 0)
        if not taken:
            return ""
        at += taken
    return ""


def _bare_figure(sentence: Sentence, claim: Claim) -> Bearing:
    quantity = claim.quantity
    head = sentence.words(claim.head_start, quantity.lead)
    subject = head if not claim.behind else sentence.words(quantity.last, claim.post_end)
    if quantity.low < 100 or not quantity.percent:
        opening = " ".join(subject.split()[:6])
        worse = any(f" {word}" in f" {opening}" for word in LESS_IS_BETTER) and (quantity.percent or not claim.behind)
        better = any(f" {word} " in f" {subject} " for word in MORE_IS_BETTER)
        if worse and not better:
            return Bearing("at_most", None, quantity.low, False, [LESS_BETTER.format(name=subject)])
    return Bearing("at_least", quantity.low, None)
