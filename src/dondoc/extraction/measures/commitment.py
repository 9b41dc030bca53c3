"""Tells the numbers that are promised from those that only describe (programme-format, conventions 6 and 14)."""

from __future__ import annotations

import re
from typing import Literal

from .claims import brackets, verb_tail
from .clauses import PLACES, after_goal, clause_acts, clause_aims, each_so_many, serves, stands_for_each, works_at
from .quantities import Quantity
from .rooms import is_building_room, is_room_of_repair
from .sentence import Sentence
from .vocabulary import (
    ACTION_VERBS,
    AREA_WORDS,
    DESCRIBING,
    DURATION_UNITS,
    GOAL_WORDS,
    LABEL_BEFORE,
    MULTIPLIER_WORDS,
    PART_MARKERS,
    PAST_OPENINGS,
    PAST_WORDS,
    PHYSICAL_UNITS,
    RANK_WORDS,
    STRUCTURE_UNITS,
    SUBJECT_STARTS,
    TURNS,
)

Kind = Literal["indicator", "task"]
Verdict = Literal["committed", "describes", "unread"]

_DIMENSIONS = frozenset(("công suất", "chiều dài", "chiều rộng", "dung tích", "dung lượng", "sức chứa", "diện tích"))
_REPEATS = frozenset(("annual", "monthly", "quarterly", "half_yearly"))
_RATE_BASE = re.compile(r"1(?:\.?0){2,}\s\w|(?:1\s)?vạn\s")
_CARRIES_OUT = frozenset(("thực hiện", "triển khai"))  # "sơ kết 03, 05 năm thực hiện Chỉ thị": no counted thing
_TOTALS = re.compile(r"(?:tổng (?:kinh phí|vốn|số tiền|trị giá|giá trị|mức đầu tư|mức vốn|nguồn vốn)|kinh phí dự kiến)")
_BASES = frozenset((1, 10, 100, 1_000, 10_000, 100_000))
_SIZES = frozenset(("mét", "m", "m2", "ha", "km", "tuổi", "tháng", "tầng", "chỗ", "cv"))
_BOUNDS = ("ge", "le", "reach", "inc", "dec", "down", "up", "from", "has")


def committed(
    sentence: Sentence, quantities: list[Quantity], kind: Kind, term: tuple[int, int] | None
) -> tuple[list[Quantity], bool]:
    """Return the numbers that are promised, and whether one was left out whose part in the sentence is unclear."""
    pairs = brackets(sentence)
    if _reports(sentence, term):
        return [], False
    kept: list[Quantity] = []
    unclear = False
    for index, quantity in enumerate(quantities):
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        if _describes(sentence, quantity, following, pairs, term) or (
            kept and (_sizes_subject(sentence, kept[-1], quantity) or _sizes_thing(sentence, quantity))
        ):
            continue
        verdict = _bare(sentence, quantity, kind) if not quantity.percent else "committed"
        listed = kept and (_continues_list(sentence, kept[-1], quantity) or _is_part(sentence, quantity))
        if verdict == "describes" and (listed or works_at(sentence, quantity, kept[-1] if kept else None)):
            verdict = "committed"
        if verdict == "committed":
            kept.append(quantity)
        unclear = unclear or verdict == "unread"
    return kept, unclear


def _reports(sentence: Sentence, term: tuple[int, int] | None) -> bool:
    """Say whether the whole sentence reports results ("Hiện nay, …", "Giai đoạn 2021-2024, …")."""
    if any(goal in sentence.low for goal in ("phấn đấu", "mục tiêu", "đến năm 20")):
        return False
    opening = sentence.low.lstrip(" -–+*•")
    if opening.startswith(PAST_OPENINGS):
        return True
    first = sentence.phrases[0] if sentence.phrases else None
    begins = first is not None and not sentence.low[: first.start].strip(" -–+*•")
    return bool(
        term
        and first
        and begins
        and first.kind == "stage"
        and first.year_to is not None
        and first.year_to < term[0] + 1
    )


def _describes(
    sentence: Sentence,
    quantity: Quantity,
    following: Quantity | None,
    pairs: dict[int, int],
    term: tuple[int, int] | None,
) -> bool:
    return (
        _labelled(sentence, quantity)
        or _counts_time_or_age(quantity)
        or _counts_own_parts(sentence, quantity)
        or _is_base(sentence, quantity, following)
        or _inside_subject(sentence, quantity, following)
        or _is_past(sentence, quantity, following, pairs, term)
        or _is_rank(sentence, quantity)
        or _in_describing_bracket(sentence, quantity)
    )


def _in_describing_bracket(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bracket only tells what the thing before it is like ("(cho phép truyền dữ liệu với tốc độ 10 Gbps)")."""
    at = quantity.first
    while at > 0 and sentence.tokens[at - 1].low not in {"(", ")", ";", "."}:
        at -= 1
    opened = at > 0 and sentence.tokens[at - 1].low == "("
    return opened and sentence.words(at, quantity.first).startswith(DESCRIBING)


def _continues_list(sentence: Sentence, previous: Quantity, quantity: Quantity) -> bool:
    """Say whether a bare count only goes on with the list of the one before ("03 tổ chức đảng và 05 đảng viên")."""
    if quantity.tags or quantity.unit is None or quantity.lead == 0 or previous.percent:
        return False
    return sentence.tokens[quantity.lead - 1].low in {",", "và"} and quantity.lead - 1 == previous.tail


def _is_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare count is a part right behind "trong đó" ("600 lao động, trong đó 150 hướng dẫn viên")."""
    named = quantity.unit is not None and not quantity.tags
    return named and sentence.words(quantity.lead - 2, quantity.lead) in PART_MARKERS


def _sizes_subject(sentence: Sentence, previous: Quantity, quantity: Quantity) -> bool:
    """Say whether a size only tells which things a share is of ("100% tàu cá từ 15 mét trở lên lắp …")."""
    tags = set(quantity.tags)
    bounded = tags <= {"from", "gt", "lt", "le", "ge"} and tags and (quantity.upward or tags != {"from"})
    counts = previous.percent or not _is_money(previous)
    if not bounded or not counts or _first_words(quantity, 1) not in _SIZES or quantity.per is not None:
        return False
    return not any(sentence.tokens[at].low in {",", ";", "và", ":"} for at in range(previous.tail, quantity.lead))


def _sizes_thing(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare size tells of the thing counted before it ("02 vườn ươm, công suất 1 triệu cây/năm")."""
    sized = sentence.words(quantity.lead - 2, quantity.lead)
    if sized == "quy mô":
        return _first_words(quantity, 1) in _SIZES
    return not quantity.tags and not quantity.percent and sized in _DIMENSIONS


def _first_words(quantity: Quantity, count: int) -> str:
    return " ".join((quantity.unit or "").lower().split()[:count])


def _labelled(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a noun before the number makes it a label or an ordinal ("lớp 10", "Nghị quyết 57"), or it is a year."""
    if quantity.percent:
        return False
    year = quantity.low == quantity.low.to_integral_value() and 1930 <= quantity.low <= 2100
    if year and "." not in sentence.tokens[quantity.first].low and (quantity.unit is None or not quantity.tags):
        return True
    at = quantity.first if not quantity.tags else quantity.lead
    if at and sentence.marks[at - 1] == "time":
        return False
    if quantity.tags and not (quantity.tags == ["from"] and quantity.high is None and not quantity.upward):
        return False
    if quantity.tags == ["from"]:
        return _first_words(quantity, 1) in {"", "đến"}
    if sentence.words(at - 2, at) in ACTION_VERBS:
        return False
    if (quantity.per is not None and sentence.words(at - 2, at) == "định kỳ") or sentence.words(
        at - 2, at - 1
    ) == "mỗi":
        return False
    return any(sentence.words(at - n, at) in LABEL_BEFORE for n in (1, 2) if at >= n)


def _counts_time_or_age(quantity: Quantity) -> bool:
    unit = _first_words(quantity, 1)
    if unit in {"sao", "gb", "mb", "gbps", "mbps", "gigabit", "megabit"} or (
        unit == "ngôi" and _first_words(quantity, 2) in {"ngôi", "ngôi sao"}
    ):
        return True
    if unit == "buổi" and quantity.per == "ngày":  # "dạy học 2 buổi/ngày": how, not how much
        return True
    if unit in {"tuổi", "uổi", "giờ", "phút", "h"} and not quantity.percent:
        return not (quantity.has("reach") if unit == "tuổi" else quantity.has("le", "dec", "down"))
    if unit not in DURATION_UNITS:
        return False
    return not (quantity.has("le", "ge", "dec", "down") or (quantity.has("reach") and quantity.per is not None))


def _counts_own_parts(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether papers' own parts or a slogan are counted ("04 khâu đột phá", "cả 3 tiêu chí", "2 cấp")."""
    if quantity.percent or quantity.fraction or quantity.unit is None:
        return False
    words = quantity.unit.lower().split()
    if quantity.has("ge", "le") or quantity.upward:
        return False
    if words[0] in {"nhà", "có", "không", "tại", "an", "khối", "bên", "phần", "cuộc", "thứ", "ngành", "văn", "đẩy"}:
        return " ".join(words) in STRUCTURE_UNITS and quantity.low <= 10
    if words[0] == "tiêu" and quantity.has("reach"):
        return False
    return words[0] in STRUCTURE_UNITS or " ".join(words[:2]) in STRUCTURE_UNITS


def _is_base(sentence: Sentence, quantity: Quantity, following: Quantity | None) -> bool:
    """Say whether the number is what another is counted on: "giá trị trên 1 ha …", "số bác sĩ trên 10.000 dân"."""
    if not quantity.percent and each_so_many(sentence, quantity.first):
        return True
    if quantity.percent or quantity.tags not in (["gt"], ["gt", "avg"]):
        return False
    if _first_words(quantity, 1) in {"dân", "vạn"} and quantity.low in _BASES:
        return True
    if following is None:
        return False
    round_number = str(quantity.low.normalize()).replace("E+", "0").strip("0") in {"1", "10"} or quantity.low == 1
    return (round_number or _first_words(quantity, 1) == "dân") and _first_words(quantity, 1) in AREA_WORDS


def _inside_subject(sentence: Sentence, quantity: Quantity, following: Quantity | None) -> bool:
    """Say whether the number stands within the name of the figure that follows ("tỷ lệ hộ có 02 nguồn thu … đạt 50%")."""
    if following is None or quantity.percent or not following.has("reach", "down", "inc", "dec", "up", "le", "lt"):
        return False
    if not following.percent and following.unit != quantity.unit:
        return False
    between = [t.low for t in sentence.tokens[quantity.tail : following.lead]]
    if any(sign in {",", ";", ".", ":", "(", "và"} for sign in between):
        return False
    start = quantity.lead
    while start > 0 and sentence.tokens[start - 1].low not in {",", ";", ".", ":", "("}:
        start -= 1
    while start < quantity.lead and sentence.marks[start] == "time":
        start += 1
    head = sentence.words(start, quantity.lead)
    subject = head.startswith(SUBJECT_STARTS[:14]) or any(f" {s} " in f" {head} " for s in ("tỷ lệ", "tỉ lệ"))
    return subject and not quantity.has("reach", "inc", "dec", "up", "down")


def _is_past(
    sentence: Sentence,
    quantity: Quantity,
    following: Quantity | None,
    pairs: dict[int, int],
    term: tuple[int, int] | None,
) -> bool:
    """Say whether the number is a result or a base: "so với …", "năm 2024 đạt 85%", "từ 85% … lên 95%"."""
    start = quantity.first
    while start > 0 and sentence.tokens[start - 1].low not in {",", ";", ".", ":", "(", ")"}:
        start -= 1
    before = sentence.words(start, quantity.first)
    if any(f" {word} " in f" {before} " for word in PAST_WORDS) and not any(
        goal in before for goal in ("phấn đấu", "mục tiêu")
    ):
        return True
    clause = sentence.low[max(0, sentence.tokens[quantity.first].start - 200) : sentence.tokens[quantity.first].start]
    clause = clause.rsplit(";", 1)[-1]
    if " đã " in clause and not any(goal in clause for goal in ("phấn đấu", "mục tiêu", "bảo đảm", "đảm bảo", "mỗi")):
        return True
    if following is not None and _leads_up(sentence, quantity, following):
        following.lead = quantity.lead  # the base belongs to the words that lead up to the target
        return True
    if start and sentence.tokens[start - 1].low == "(" and "so với" in sentence.words(max(0, start - 8), start):
        return True  # "giảm 50% so với năm 2025 (12 điểm)"
    first_year = term[0] if term else None
    near = [p for p in sentence.phrases if p.year_to and _near(sentence, p.start, p.end, quantity, start)]
    if first_year and any(p.year_to is not None and p.year_to < first_year for p in near):
        return True
    opening = next((o for o in pairs if o < quantity.first and pairs[o] > quantity.first and o < pairs[o]), None)
    return opening is not None and any(
        p.kind == "by_year" and p.weak and sentence.low[p.start :].startswith("năm") for p in near
    )


def _leads_up(sentence: Sentence, quantity: Quantity, following: Quantity) -> bool:
    """Say whether a number is where a move begins: "từ 85% năm 2025 lên 95%", not a move of its own.

    "giảm bình quân 0,25%/năm, đến cuối năm 2030 còn dưới 0,8%" promises twice.
    """
    moves = quantity.has("inc", "dec") and not quantity.has("from")
    return not moves and following.has("up", "down") and _only_time(sentence, quantity.tail, following.lead)


def _near(sentence: Sentence, begin: int, end: int, quantity: Quantity, clause: int) -> bool:
    """Say whether the phrase at [begin, end) stands beside the number, in its clause."""
    number = sentence.tokens[quantity.first].start
    tail_at = sentence.tokens[quantity.tail - 1].end
    if sentence.tokens[clause].start <= begin < number:
        return True
    bracketed = "(" in sentence.text[tail_at:begin]
    return 0 <= begin - tail_at <= 3 and (not bracketed or sentence.text[end : end + 1] == ")")


def _only_time(sentence: Sentence, start: int, end: int) -> bool:
    return all(sentence.marks[at] == "time" or sentence.tokens[at].low in "()," for at in range(start, end))


def _is_rank(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether the number is a place among others ("nhóm 30 đơn vị dẫn đầu", "tốp 10", "xếp thứ 5")."""
    if quantity.percent:
        return False
    before = sentence.words(max(0, quantity.first - 5), quantity.first)
    if any(f" {word} " in f" {before} " for word in ("tốp", "top", "thứ hạng", "xếp thứ", "đứng thứ", "vị trí thứ")):
        return True
    if " xếp hạng " in f" {before} " and quantity.unit is None:
        return True
    if not any(f" {word} " in f" {before} " for word in ("nhóm", "thuộc", "trong", "vào", "một trong")):
        return False
    return any(word in sentence.words(quantity.last, quantity.last + 10) for word in RANK_WORDS)


def _bare(sentence: Sentence, quantity: Quantity, kind: Kind) -> Verdict:
    """Judge a count without per cent by what binds it."""
    before = sentence.words(quantity.lead - 1, quantity.lead) if quantity.lead else ""
    if quantity.article and kind == "task":
        return "describes"
    if is_building_room(sentence, quantity):
        return "committed"
    if is_room_of_repair(sentence, quantity) or _first_words(quantity, 2) in _CARRIES_OUT:
        return "describes"
    if not quantity.tags and before in PLACES and not (quantity.fraction and clause_acts(sentence, quantity)):
        return "describes"
    rate = quantity.per is not None and _RATE_BASE.match(quantity.per) is not None  # "40/100.000 trẻ đẻ sống"
    if quantity.unit is None and not rate and not quantity.has("reach", "ge", "le"):
        return "unread" if quantity.tags or kind == "indicator" else "describes"
    if any(tag in quantity.tags for tag in _BOUNDS) or quantity.fraction or quantity.upward or quantity.per:
        return _bound(sentence, quantity, kind)
    if quantity.tags and quantity.tags[0] in {"gt", "lt", "approx"}:
        return "committed" if _compares(sentence, quantity, kind) else "describes"
    verb = verb_tail(sentence, max(0, quantity.lead - 12), quantity.lead)
    if kind == "task" and verb < quantity.lead and serves(sentence, verb):
        return "describes"  # "làm sạch dữ liệu phục vụ hoàn thiện 12 cơ sở dữ liệu"
    if after_goal(sentence, quantity) or verb < quantity.lead or _says_how_often(sentence, quantity):
        return "committed"
    given = before == "cho" or (before == "và" and kind == "task")  # "nâng cấp đập Ia Rơ và 06 km kênh"
    if (given and clause_acts(sentence, quantity)) or stands_for_each(sentence, quantity):
        return "committed"
    if kind == "task":
        yearly = any(phrase.kind == "annual" for phrase in sentence.phrases)
        totals = _TOTALS.search(sentence.words(max(0, quantity.lead - 5), quantity.lead)) is not None
        promised = _is_money(quantity) and (quantity.tags or totals or (yearly and clause_acts(sentence, quantity)))
        return "committed" if promised or clause_aims(sentence, quantity) else "describes"
    return "committed"


def _says_how_often(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether turns are counted right behind the time in which they fall ("đối thoại mỗi năm 02 lần")."""
    ends = (sentence.index_at(phrase.end) for phrase in sentence.phrases if phrase.kind in _REPEATS)
    return _first_words(quantity, 2) in TURNS and quantity.first in ends


def _bound(sentence: Sentence, quantity: Quantity, kind: Kind) -> Verdict:
    if quantity.tags in (["has"], ["from", "has"]) and kind == "task":
        # "xã có 5 thôn" tells, "phấn đấu có 5 mô hình" and "mỗi trường có 1 phòng" promise.
        window = sentence.words(max(0, quantity.lead - 14), quantity.lead)
        promised = (
            any(goal in window for goal in (*GOAL_WORDS, *PART_MARKERS, "mỗi", "phải", "cần")) or quantity.fraction
        )
        at_head = quantity.lead == 0 or any(
            mark == "time" for mark in sentence.marks[max(0, quantity.lead - 3) : quantity.lead]
        )
        return "committed" if promised or at_head or quantity.per else "describes"
    if quantity.tags == ["from"] and quantity.high is None and not quantity.upward:
        promised = verb_tail(sentence, max(0, quantity.lead - 12), quantity.lead) < quantity.lead or after_goal(
            sentence, quantity
        )
        return "committed" if promised else "describes"
    return "committed"


def _compares(sentence: Sentence, quantity: Quantity, kind: Kind) -> bool:
    """Say whether "trên", "dưới" or "khoảng" binds a promise rather than a place or a description."""
    if _is_money(quantity) or after_goal(sentence, quantity):
        return True
    start = max(0, quantity.lead - 12)
    if verb_tail(sentence, start, quantity.lead) < quantity.lead:
        return quantity.tags[0] != "gt" or sentence.words(quantity.lead - 2, quantity.lead) != "triển khai"
    clause = quantity.lead
    while clause > 0 and sentence.tokens[clause - 1].low not in {",", ";", ".", ":", "("}:
        clause -= 1
    while clause < quantity.lead and sentence.marks[clause] == "time":
        clause += 1
    head = sentence.words(clause, quantity.lead)
    return not head or head.startswith(("số ", "tổng ", "thu hút", "diện tích", "sản lượng", "giá trị", "đạt"))


def _is_money(quantity: Quantity) -> bool:
    words = (quantity.unit or "").lower().split()
    return bool(words) and (words[0] in MULTIPLIER_WORDS or words[0] in PHYSICAL_UNITS or words[0] in {"đồng", "usd"})
