"""What a sentence says once for several numbers: a move, a predicate, a subject (convention 12)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from .claims import Claim, begins_subject
from .doubts import NO_NAME
from .naming import each_of
from .sentence import Sentence
from .vocabulary import Tag

if TYPE_CHECKING:
    from .states import Measured

_JOINING_VERBS = ("đóng góp", "đạt", "chiếm", "tạo ra", "có", "thu hút")
_PREDICATE = re.compile(
    r"\s(?:được|có|đạt|hoàn thành|sử dụng|tham gia|biết|giữ vững|ứng dụng|áp dụng|thực hiện|đăng ký)\s.*$"
)
_NEXT_YEARS = re.compile(
    r"(?:và )?(?:(?:các|những|mỗi)? ?năm (?:tiếp theo|sau|còn lại|kế tiếp)|từ năm \d{4}(?: trở đi)?)"
)
_MOVE_AT_END = re.compile(r"(?:\s(?:tăng|giảm)(?:\strưởng)?)(?:\sbình quân)?$")
_TAILS = (" trong ", " tại ", " được ", " trên địa bàn")
_EVERYWHERE = frozenset(("toàn xã", "toàn phường", "cả xã", "toàn đảng bộ", "toàn tỉnh", "toàn thành phố"))
_PLANS = ("dự toán", "kế hoạch", "chỉ tiêu", "mức", "so với")
_BASE = re.compile(r"trên (?:một|0?1|\d[\d.]*) ?(?:ha|hecta|héc ta|km2|m2|người|dân)(?!\w)")
_LONGEST_BARE = 8  # words of a thing that has no predicate of its own
_LONGEST_SUBJECT = 30  # tokens


def share_moves(sentence: Sentence, claims: list[Claim]) -> None:
    """Give "cắt giảm 30% thời gian, 30% chi phí" the move that is printed once, before the first."""
    for left, right in pairwise(claims):
        between = sentence.words(left.post_end, right.quantity.first)
        if (
            left.behind
            and right.behind
            and not right.quantity.tags
            and right.quantity.percent
            and between in {",", "và"}
        ):
            moves: list[Tag] = [tag for tag in left.quantity.tags if tag in {"inc", "dec"}]
            right.quantity.tags = moves[:1]


def share_predicates(sentence: Sentence, claims: list[Claim], found: list[Measured]) -> None:
    """Give "75% số hộ, 70% số thôn và 100% cơ quan đạt chuẩn" the predicate that is printed once, behind the last."""
    for (left, right), (first, second) in reversed(list(zip(pairwise(claims), pairwise(found), strict=True))):
        joint = sentence.words(right.quantity.lead - 1, right.quantity.lead) if right.quantity.lead else ""
        if not (left.behind and right.behind and left.quantity.percent and right.quantity.percent):
            continue
        predicate = _PREDICATE.search(second.measure.name)
        bare = predicate and not _PREDICATE.search(first.measure.name) and left.verb is None
        close = left.post_end >= right.quantity.lead - 1 and len(first.measure.name.split()) <= _LONGEST_BARE
        same = first.measure.name.split()[:1] == second.measure.name.split()[:1]
        if first.measure.name and predicate and bare and ((joint == "và" and same) or (joint in {"và", ","} and close)):
            first.measure.name += predicate[0]


def share_tails(claims: list[Claim], found: list[Measured]) -> None:
    """Give "15 chi bộ và 30 công đoàn cơ sở trong doanh nghiệp" what the last says of where both are."""
    for (left, right), (first, second) in zip(pairwise(claims), pairwise(found), strict=True):
        thing, other = first.measure.unit or "", second.measure.unit or ""
        if not (left.behind and right.behind) or right.part or first.measure.name != thing:
            continue
        tail = second.measure.name.removeprefix(other)
        joined = left.post_end + 1 == right.quantity.lead and not second.measure.per and first.measure.unit != "%"
        if joined and tail != second.measure.name and tail.lower().startswith(_TAILS):
            first.measure.name += tail


def share_verbs(sentence: Sentence, claims: list[Claim], found: list[Measured]) -> None:
    """Give "làm mới 18 km đường giao thông, 09 cây cầu" the verb that is printed once, before the first."""
    for (left, right), (first, second) in zip(pairwise(claims), pairwise(found), strict=True):
        if not (left.behind and left.verb and right.behind and right.verb is None and not right.quantity.tags):
            continue
        joint = sentence.words(left.post_end, right.quantity.lead)
        verb = sentence.text[sentence.tokens[left.verb[0]].start : sentence.tokens[left.verb[1] - 1].end]
        counted = not (left.quantity.percent or right.quantity.percent or right.part or second.measure.per)
        if counted and joint in {"và", ","} and first.measure.name.startswith(f"{verb} "):
            second.measure.name = f"{verb} {second.measure.name}"
            right.verb = left.verb


def share_things(claims: list[Claim], found: list[Measured]) -> None:
    """Give "đến năm 2027 có 50%, đến năm 2030 có 80% số thôn …" the thing that is printed once, after the last."""
    for (left, right), (first, second) in reversed(list(zip(pairwise(claims), pairwise(found), strict=True))):
        if first.measure.name or not second.measure.name or not right.behind:
            continue
        if left.quantity.percent == right.quantity.percent:
            first.measure.name = second.measure.name
            number = NO_NAME.split("{number}")[0]
            first.doubts = [doubt for doubt in first.doubts if not doubt.startswith(number)]


def shared_per(sentence: Sentence, claims: list[Claim], index: int) -> str | None:
    """Return the base of "10 bác sĩ và 30 giường bệnh/1 vạn dân", printed once behind the last."""
    if index + 1 >= len(claims):
        return None
    claim, following = claims[index], claims[index + 1]
    joined = sentence.words(claim.quantity.tail, following.quantity.lead) == "và"
    base = following.quantity.per or ""
    return base if joined and "dân" in base.split() and not claim.quantity.percent else None


def shared_each(sentence: Sentence, claims: list[Claim], index: int) -> str | None:
    """Return X of "mỗi X có 01 … và có ít nhất 02 …", printed once before the first."""
    claim = claims[index]
    joined = (
        index > 0 and claim.behind and sentence.words(claims[index - 1].post_end, claim.quantity.lead) in {"và", ","}
    )
    return each_of(sentence, claims[index - 1]) if joined and not claim.quantity.percent else None


def with_subject(before: str, name: str) -> str:
    """Give "…, chiếm 40% tổng thu" the subject of the figure before it, its verb left out."""
    subject = before
    for verb in _JOINING_VERBS:
        subject = subject.removesuffix(f" {verb}")
    return f"{subject} chiếm {name}" if subject != before else name


def on_same_base(before: str, name: str) -> str:
    """Give "giá trị sản xuất trên 1 ha canh tác đạt …, trên 1 ha mặt nước đạt …" the subject that is said once."""
    base = _BASE.match(name)
    at = before.find(f" {base[0]}") if base else -1
    return f"{before[:at]} {name}" if at > 0 else name


def goes_on(claim: Claim, name: str) -> bool:
    """Say whether a figure only goes on with the one before it: no name, its bare unit, "các năm tiếp theo"."""
    if not name or speaks_of_next_years(name) or name.lower() in _EVERYWHERE:
        return True
    unit = (claim.quantity.unit or "").lower()
    moved = claim.quantity.has("inc", "dec") and unit.startswith(("điểm", "lần"))
    return claim.behind and (claim.quantity.has("reach") or moved) and name.lower() == unit


def exceeds_plan(claim: Claim, name: str) -> bool:
    """Say whether a share only tells by how much a plan is exceeded, and so has the subject before it."""
    return claim.quantity.lead_words[-1:] == ["vượt"] and name.lower().startswith(_PLANS)


def without_move(name: str, claim: Claim) -> str:
    """Return a name taken from a growth for a level: "giá trị sản xuất tăng bình quân 12%, … đạt 3.500 tỷ đồng"."""
    return name if claim.quantity.has("inc", "dec") else _MOVE_AT_END.sub("", name)


def speaks_of_next_years(name: str) -> bool:
    """Say whether what stands for a name only says when: "duy trì 99% các năm tiếp theo"."""
    return bool(_NEXT_YEARS.fullmatch(name.lower()))


def subject_before_colon(sentence: Sentence, claim: Claim) -> str:
    """Return the subject that a list after a colon shares: "Tỷ lệ chất thải được thu gom: đô thị đạt 98%, …"."""
    colon = next((at for at in range(claim.head_start - 1, 0, -1) if sentence.tokens[at].low in {":", ";"}), -1)
    if claim.behind or claim.part or colon <= 0 or sentence.tokens[colon].low != ":":
        return ""
    start = colon
    while start > 0 and sentence.tokens[start - 1].low not in {";", ":", ".", "+"}:
        start -= 1
    while start < colon and (sentence.marks[start] == "time" or not sentence.tokens[start].low[0].isalpha()):
        start += 1
    told = range(start, colon)
    if len(told) > _LONGEST_SUBJECT or not begins_subject(sentence, start, colon):
        return ""
    if sentence.tokens[start].low == "chỉ" or any(sentence.tokens[at].low[0].isdigit() for at in told):
        return ""
    if begins_subject(sentence, claim.head_start, claim.quantity.lead):
        return ""
    return sentence.text[sentence.tokens[start].start : sentence.tokens[colon - 1].end]
