"""What the clause of a number says of it: that it acts, aims, or only tells what the work is for."""

from __future__ import annotations

from .claims import starts_with
from .quantities import Quantity, measures_amount
from .sentence import Sentence
from .vocabulary import ACTION_VERBS, GOAL_WORDS

_AIMS = frozenset(("phấn đấu", "duy trì", "bảo đảm", "đảm bảo", "hoàn thành"))
_REACHES = frozenset(
    (
        "thí điểm",
        "khắc phục",
        "phủ sóng",
        "thành lập",
        "lắp đặt",
        "xây dựng",
        "triển khai thí điểm",
        "xóa",
        "xử lý",
        "tổ chức",
        "hình thành",
    )
)
_LAYS_OUT = frozenset(("hình thành", "phát triển", "mở rộng", "xây dựng", "duy trì", "ổn định"))
_NEAR = 8  # words between the aim and its number
PLACES = frozenset(
    ("tại", "ở", "của", "giữa", "với", "theo", "về", "trong", "thuộc", "cả", "các", "những", "hơn", "từ", "đến", "để")
)


def clause_acts(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether the clause of the number begins with a verb of work ("Đào tạo nghề cho 80 lao động")."""
    at = quantity.lead
    while at > 0 and sentence.tokens[at - 1].low not in {",", ";", ".", ":", "("}:
        at -= 1
    while at < quantity.lead and (sentence.marks[at] == "time" or not sentence.tokens[at].low[0].isalnum()):
        at += 1
    return starts_with(sentence, at, quantity.lead, ACTION_VERBS) > 0


def clause_aims(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether the clause is a goal ("Năm 2026, phấn đấu đón và phục vụ 12 triệu lượt khách"; "Duy trì hoạt động 5 đội")."""
    if quantity.unit is None:
        return False
    at = quantity.lead
    while at > 0 and sentence.tokens[at - 1].low not in {",", ";", ".", ":", "("}:
        at -= 1
    while at < quantity.lead and (sentence.marks[at] == "time" or not sentence.tokens[at].low[0].isalnum()):
        at += 1
    between = sentence.words(at, quantity.lead).split()
    if between[:2] == ["duy", "trì"] and between[-1:] == ["của"]:
        between = between[:-1]  # "Duy trì hoạt động của 22 tổ công nghệ số"
    area = (quantity.unit or "").lower().split()[:1] == ["ha"] and sentence.words(at, at + 2) in _LAYS_OUT
    if area and quantity.tail < len(sentence.tokens) and sentence.tokens[quantity.tail].low in {",", ".", ";"}:
        return between[-1:] not in (["dài"], ["rộng"], ["tích"]) and len(between) <= _NEAR
    thing = " ".join(quantity.unit.lower().split()[:2]) not in ACTION_VERBS and not measures_amount(quantity)
    works = thing and starts_with(sentence, at, quantity.lead, ACTION_VERBS) > 0
    return (works or sentence.words(at, at + 2) in _AIMS) and len(between) <= _NEAR and not set(between) & PLACES


def works_at(sentence: Sentence, quantity: Quantity, before: Quantity | None) -> bool:
    """Say whether a clause of work counts only the places it reaches ("phủ sóng 4G tại 05 thôn").

    A count before it in the same clause is what is promised, and the places only tell where; a document to be drafted
    is no work there.
    """
    lead = quantity.lead
    at = lead - 1
    if lead == 0 or sentence.tokens[at].low != "tại" or quantity.tags or quantity.unit is None:
        return False
    while at > 0 and sentence.tokens[at - 1].low not in {",", ";", ".", ":", "("}:
        at -= 1
    while at < lead and (sentence.marks[at] == "time" or not sentence.tokens[at].low[0].isalnum()):
        at += 1
    counted = before is not None and before.first >= at
    drafted = any(paper in sentence.words(at, lead) for paper in ("đề án", "kế hoạch", "phương án", "quy chế"))
    quoted = any(sentence.marks[place] == "quote" for place in range(at, lead))
    return not (counted or drafted or quoted) and starts_with(sentence, at, lead, _REACHES) > 0


def serves(sentence: Sentence, verb: int) -> bool:
    """Say whether the verb at token `verb` only tells what the work is for."""
    return sentence.words(verb - 2, verb) == "phục vụ"


def stands_for_each(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether the count is what each of a kind has: "mỗi lớp 30 học viên"."""
    clause = sentence.words(max(0, quantity.lead - 4), quantity.lead).rpartition("mỗi ")
    return (
        bool(clause[1])
        and bool(clause[2])
        and all(word.isalpha() for word in clause[2].split())
        and quantity.unit is not None
    )


def each_so_many(sentence: Sentence, at: int) -> bool:
    """Say whether the number at token `at` is what others are counted by: "cứ 10.000 dân có 35 giường bệnh"."""
    return at > 0 and sentence.tokens[at - 1].low == "cứ"


def after_goal(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a goal word stands right before the number's bound."""
    at = quantity.lead
    while at > 0 and sentence.marks[at - 1] == "time":
        at -= 1
    return any(at >= n and sentence.words(at - n, at) in GOAL_WORDS for n in (1, 2, 3))
