"""Finds the numbers of a sentence with what is printed around them: range, per cent, unit, "per", bound and move."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.language.numbers import is_unusual, parse_number, words_value

from .noun_phrases import is_label, phrase_end
from .sentence import Sentence
from .vocabulary import INSIDE_NOUN_PHRASE, LEAD, MULTIPLIER_WORDS, PHYSICAL_UNITS, TURNS, Tag

_DASHES = frozenset(("-", "–", "—", "÷", "~"))
_TO = frozenset(("đến", "tới"))
_PERCENT = frozenset(("%", "‰"))
_SPELLED = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"))
_PACES = frozenset(("tốc độ", "nhịp độ"))  # "tốc độ tăng trưởng đạt 10%" is a level of its own name
_MAKING = frozenset(("xây dựng", "thành lập", "hình thành", "ra mắt"))
_BEFORE_NOUN = frozenset(("vào", "của", "cho", "về"))
_TIME_UNITS = frozenset(("năm", "tháng", "quý", "tuần", "ngày", "ha", "người", "hộ", "m2", "lần", "vạn", "đơn"))


@dataclass(slots=True)
class Quantity:
    """One number or range: token indexes of the number [first, last), its unit and tail, and the lead before it."""

    first: int
    last: int
    low: Decimal
    high: Decimal | None = None
    percent: bool = False
    spelled: bool = False
    fraction: bool = False
    unusual: bool = False
    none_left: bool = False
    article: bool = False
    unit: str | None = None
    unit_end: int = 0
    per: str | None = None
    tail: int = 0
    upward: bool = False
    downward: bool = False
    lead: int = 0
    tags: list[Tag] = field(default_factory=list)
    lead_words: list[str] = field(default_factory=list)

    def has(self, *tags: Tag) -> bool:
        """Say whether one of `tags` stands in the lead."""
        return any(tag in self.tags for tag in tags)


def quantities_in(sentence: Sentence) -> list[Quantity]:
    """Return the numbers of `sentence` that are no date, document number, code or part of a "per", in order."""
    found: list[Quantity] = []
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        quantity = _quantity_at(sentence, at)
        if quantity is None:
            at += 1
            continue
        _read_tail(sentence, quantity)
        _take_far_end(sentence, quantity)
        floor = found[-1].last if found else 0
        _read_lead(sentence, quantity, floor)
        _take_subject_unit(sentence, quantity, floor)
        joined = bool(found) and _joins_count(sentence, found[-1], quantity)
        if quantity.spelled and not (joined or _counts_as_word(sentence, quantity)):
            at += 1
            continue
        found.append(quantity)
        at = max(quantity.last, _end_of_per(sentence, quantity))
    return found


def _end_of_per(sentence: Sentence, quantity: Quantity) -> int:
    """Return the token after the tail where it holds a number of its own ("/1.000 dân")."""
    return quantity.tail if quantity.per else quantity.last


def _quantity_at(sentence: Sentence, at: int) -> Quantity | None:
    token, mark = sentence.tokens[at], sentence.marks[at]
    if mark:
        return None
    if token.low == "đôi" and at and sentence.tokens[at - 1].low == "gấp":
        return Quantity(at, at + 1, Decimal(2), unit="lần")
    if token.low in _SPELLED:
        words = [t.low for t in sentence.tokens[at : at + 5]]
        value = words_value(words)
        if value is None:
            return None
        number, used = value
        if used > 1 and words[used - 1] == "năm":
            number, used = words_value(words[: used - 1]) or (number, used)
        return Quantity(at, at + used, number, spelled=True)
    if not token.low[0].isdigit():
        return None
    return _printed_number(sentence, at)


def _printed_number(sentence: Sentence, at: int) -> Quantity | None:
    tokens = sentence.tokens
    low = parse_number(tokens[at].low)
    if low is None or is_label(sentence, at):
        return None
    quantity = Quantity(at, at + 1, low, unusual=is_unusual(tokens[at].low))
    _take_percent(sentence, quantity)
    _take_range(sentence, quantity)
    if quantity.high is None and not quantity.percent:
        _take_fraction(sentence, quantity)
    return quantity


def _take_percent(sentence: Sentence, quantity: Quantity) -> None:
    tokens, at = sentence.tokens, quantity.last
    if at < len(tokens) and tokens[at].low in _PERCENT:
        quantity.percent, quantity.unit, quantity.last = True, tokens[at].low, at + 1
    elif sentence.words(at, at + 2) == "phần trăm":
        quantity.percent, quantity.unit, quantity.last = True, "%", at + 2


def _take_range(sentence: Sentence, quantity: Quantity) -> None:
    """Extend to "A - B", "A% - B%", "từ A đến B" where B is the larger number."""
    tokens, at = sentence.tokens, quantity.last
    if at + 1 >= len(tokens) or tokens[at].low not in _DASHES | _TO:
        return
    after = at + 1
    while after < len(tokens) and tokens[after].low in {"dưới", "trên", "khoảng", "dấu"}:
        after += 1
    if after >= len(tokens) or sentence.marks[after] or not tokens[after].low[0].isdigit():
        return
    high = parse_number(tokens[after].low)
    if high is None or high <= quantity.low:
        return
    spaced_dash = (
        tokens[at].low in _DASHES and tokens[at].start > tokens[at - 1].end and tokens[after].start > tokens[at].end
    )
    upper = Quantity(after, after + 1, high)
    _take_percent(sentence, upper)
    if spaced_dash and quantity.percent != upper.percent and not upper.percent:
        return
    quantity.high, quantity.last = high, upper.last
    quantity.percent, quantity.unit = quantity.percent or upper.percent, upper.unit or quantity.unit


def _take_far_end(sentence: Sentence, quantity: Quantity) -> None:
    """Extend to the far end of a range whose unit is printed twice: "từ 6 m2 đến 7 m2"."""
    at, tokens = quantity.tail, sentence.tokens
    units = sentence.words(quantity.last, quantity.unit_end)
    if quantity.high is not None or quantity.percent or not units or quantity.per or at + 1 >= len(tokens):
        return
    if tokens[at].low not in _TO or sentence.marks[at + 1] or not tokens[at + 1].low[0].isdigit():
        return
    high, width = parse_number(tokens[at + 1].low), quantity.unit_end - quantity.last
    if high is None or high <= quantity.low or sentence.words(at + 2, at + 2 + width) != units:
        return
    quantity.high, quantity.last = high, at + 2
    quantity.unit_end = quantity.tail = at + 2 + width
    _read_upward(sentence, quantity)


def _take_fraction(sentence: Sentence, quantity: Quantity) -> None:
    """Read "2/5 trường" as 2 of the 5: the numerator counts, the denominator only says of how many."""
    tokens, at = sentence.tokens, quantity.last
    if at + 1 >= len(tokens) or tokens[at].low != "/" or not tokens[at + 1].low.isdigit():
        return
    whole = parse_number(tokens[at + 1].low)
    if whole is None or whole < quantity.low or tokens[at].start != tokens[at - 1].end:
        return
    quantity.fraction, quantity.last = True, at + 2
    if whole <= 10 and sentence.words(at + 2, at + 3) in {"số", "tổng", "diện", "dân"}:
        quantity.low, quantity.percent, quantity.unit = round(quantity.low * 100 / whole, 2), True, "%"
    if tokens[at + 1].start != tokens[at].end:
        quantity.unusual = True


def _read_tail(sentence: Sentence, quantity: Quantity) -> None:
    """Read unit, "per" and "trở lên" behind the number."""
    at = quantity.last
    if not quantity.percent and quantity.unit is None:
        at = _read_unit(sentence, quantity)
    quantity.unit_end = quantity.tail = at
    _read_upward(sentence, quantity)
    if at < len(sentence.tokens) and sentence.tokens[at].low == "/":
        _read_per(sentence, quantity, at + 1)
        _read_upward(sentence, quantity)


def _read_unit(sentence: Sentence, quantity: Quantity) -> int:
    tokens, at = sentence.tokens, quantity.last
    while at < len(tokens) and tokens[at].low in MULTIPLIER_WORDS and not sentence.marks[at]:
        at += 1
    if at < len(tokens) and tokens[at].low == "đồng" and sentence.words(at + 1, at + 2) not in {"chí", "bào"}:
        at += 1
    elif sentence.words(at, at + 2) in {"héc ta", "cây số", "điểm %"}:
        at += 2
    elif sentence.words(at, at + 3) == "điểm phần trăm":
        at += 3
    elif at < len(tokens) and _is_physical(sentence, at):
        end = phrase_end(sentence, at + 1)
        slash = end < len(tokens) and tokens[end].low == "/" and end - at <= 5
        at = end if slash else at + 1
        if tokens[at - 1].low == "gb" and sentence.words(at, at + 2) == "/ s":
            at += 2
    else:
        at = phrase_end(sentence, at)
    if at > quantity.last:
        quantity.unit = sentence.text[tokens[quantity.last].start : tokens[at - 1].end]
        quantity.unit = " ".join(quantity.unit.split())
    return at


def _is_physical(sentence: Sentence, at: int) -> bool:
    """Say whether a physical unit stands at token `at`; "điểm" is one only as a score, not as a place."""
    if sentence.tokens[at].low not in PHYSICAL_UNITS or sentence.marks[at]:
        return False
    return sentence.tokens[at].low != "điểm" or phrase_end(sentence, at + 1) == at + 1


def _read_per(sentence: Sentence, quantity: Quantity, at: int) -> None:
    tokens, begin = sentence.tokens, at
    if at < len(tokens) and tokens[at].low[0].isdigit() and parse_number(tokens[at].low) is not None:
        at += 1
    if at < len(tokens) and tokens[at].low in _SPELLED and tokens[at].low != "năm":
        at += 1
    numbered = at > begin
    while at < len(tokens):
        first = tokens[at].low
        if not first[0].isalpha() or (sentence.marks[at] and first not in _TIME_UNITS):
            break
        plain = first in _TIME_UNITS and first not in {"vạn", "đơn", "người", "hộ"}
        born = sentence.words(at + 1, at + 3) in {"đẻ sống", "sinh sống"}
        longest = at + (3 if born else 2) if numbered else at + 8
        at = at + 1 if plain else max(at + 1, min(longest, phrase_end(sentence, at)))
        if at < len(tokens) and tokens[at].low == "/" and at + 1 < len(tokens):
            at += 1
            continue
        break
    if at > begin:
        quantity.per = " ".join(sentence.text[tokens[begin].start : tokens[at - 1].end].split())
        quantity.tail = at


def _read_upward(sentence: Sentence, quantity: Quantity) -> None:
    at = quantity.tail
    if sentence.words(at, at + 1) == "(" and sentence.words(at + 1, at + 3) == "trở lên":
        at += 1
    following = sentence.words(at, at + 2)
    if following in {"trở lên", "trở xuống"}:
        quantity.upward, quantity.downward = following == "trở lên", following == "trở xuống"
        quantity.tail = at + 2


def _read_lead(sentence: Sentence, quantity: Quantity, floor: int) -> None:
    """Walk left from the number over bounds, moves, predicates and phrases of time, not past token `floor`."""
    at = quantity.first
    while at > floor:
        if sentence.marks[at - 1] == "time":
            at -= 1
            continue
        taken = _lead_words(sentence, at, floor)
        if taken is None:
            break
        count, tag = taken
        if tag == "soft" and not quantity.tags:
            break
        at -= count
        quantity.tags.append(tag)
        quantity.lead_words.append(sentence.words(at, at + count))
    quantity.lead = at


def _lead_words(sentence: Sentence, at: int, floor: int) -> tuple[int, Tag] | None:
    for count in (4, 3, 2, 1):
        if at - count < floor:
            continue
        tag = LEAD.get(sentence.words(at - count, at))
        if tag == "up" and at - count > floor and sentence.tokens[at - count - 1].low == "trở":
            return None
        if tag in {"inc", "dec"} and sentence.words(at - count - 2, at - count) in _PACES:
            return None
        if tag == "inc" and at - count > floor and sentence.tokens[at - count - 1].low in _BEFORE_NOUN:
            return None  # "đóng góp … vào tăng trưởng đạt 45%"
        if tag is not None and sentence.words(at - 2, at) not in INSIDE_NOUN_PHRASE:
            return count, tag
    return None


def _take_subject_unit(sentence: Sentence, quantity: Quantity, floor: int) -> None:
    """Give a level without a unit that of its subject: "nâng tổng số hợp tác xã lên 15" counts co-operatives."""
    if quantity.unit is not None or not quantity.has("reach", "up", "down"):
        return
    at = quantity.lead
    while at > floor and sentence.tokens[at - 1].low not in {",", ";", ":", ".", "(", "và"}:
        at -= 1
        if sentence.tokens[at].low == "số" and sentence.words(at + 1, at + 2) not in {"hóa", "hoá"}:
            begin = at + (2 if sentence.words(at + 1, at + 2) == "lượng" else 1)
            end = min(phrase_end(sentence, begin), quantity.lead)
            if end > begin:
                quantity.unit = sentence.text[sentence.tokens[begin].start : sentence.tokens[end - 1].end]
            return


def _joins_count(sentence: Sentence, before: Quantity, quantity: Quantity) -> bool:
    """Say whether a number word goes on with a count ("có 12 bác sĩ/1.000 dân và hai công viên được đưa vào sử dụng")."""
    joint = sentence.words(before.tail, quantity.first)
    counts = before.unit is not None and not before.percent and bool(before.tags or before.per)
    return joint == "và" and counts and quantity.unit is not None and 1 < quantity.low <= 10


def _counts_as_word(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a number word is a count: only after a bound, "mỗi …", or before "/năm" (convention 6)."""
    following = sentence.words(quantity.last, quantity.last + 1)
    if following in {"số", "cách", "bộ", "trong", "cửa", "chiều", "phần", "là"} or not following[:1].isalpha():
        return quantity.per is not None
    if quantity.has("ge", "le") or quantity.per is not None:
        return True
    if quantity.unit is not None and quantity.unit.lower() in TURNS:  # "mỗi quý một lần"
        return quantity.first > 0 and sentence.marks[quantity.first - 1] == "time"
    if quantity.has("gt", "lt", "from") and quantity.low > 1:
        return quantity.upward or quantity.has("reach", "has")
    if sentence.words(quantity.first - 2, quantity.first) in _MAKING and not quantity.tags:
        quantity.article = quantity.low == 1
        return True
    return quantity.has("has") and "mỗi" in sentence.words(max(0, quantity.lead - 6), quantity.lead).split()


def measures_amount(quantity: Quantity) -> bool:
    """Say whether the unit is money or a physical unit, which is no part of the thing's name."""
    words = (quantity.unit or "").lower().split()
    places = words[:1] == ["điểm"] and (words[1:2] not in ([], ["phần"], ["%"]) or not (words[1:] or quantity.tags))
    if not words or places:
        return False  # "05 điểm ngập" are places
    if words[0] in PHYSICAL_UNITS - MULTIPLIER_WORDS or words == ["đồng"]:
        return True
    return words[0] in MULTIPLIER_WORDS and (words[-1] == "đồng" or words[-1] in PHYSICAL_UNITS)
