"""Reads the measures of one indicator or task (programme-format, conventions 6-12 and 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from dondoc.language.periods import Phrase, phrases_in
from dondoc.programme.model import Direction, Measure

from .claims import Claim, claims_in
from .commitment import Kind, committed
from .directions import bearing_of
from .naming import each_of, name_of, number_tokens, subject_of
from .parts import mark_parts
from .promises import coordinate_clause, dated_state, none_left_in, plain_name
from .quantities import Quantity, quantities_in
from .sentence import MOST, Sentence, cleaned, parse, sentence_spans
from .timing import Timing, live_phrases, timing_of
from .vocabulary import Tag

NO_NAME = "Chưa xác định được con số {number} đo nội dung gì."
TWO_NUMBERS = "Hai con số đứng liền nhau, cần xác nhận con số {number} thuộc nội dung nào."
FRACTION = "Văn bản ghi dạng phân số; chưa rõ mức là số lượng hay tỷ lệ."
UNUSUAL = "Cách viết số “{printed}” có thể hiểu theo hai cách."
LEFT_OVER = "Câu còn con số chưa đọc được thành thước đo."
NO_SUBJECT = "Câu không nói rõ {number} là của đối tượng nào."
STATE_BESIDE = "Vế “{name}” không có con số, cần xác nhận là một chỉ tiêu riêng."
SEVERAL_YEARS = "“{name}” có nhiều mốc năm, cần xác nhận từng mốc."
NEXT_YEAR = "“Năm sau cao hơn năm trước” là mức tăng hằng năm; cần xác nhận cách tính."
BEFORE_TERM = "Năm {year} ở trước nhiệm kỳ, có thể là kết quả đã qua chứ không phải chỉ tiêu."
MISREAD = "Con số in là “{printed}”, có lẽ nhận dạng nhầm chữ số."
UNCLEAR_NAME = "Tên chỉ tiêu “{name}” có thể chưa trọn, cần xem lại."
UNREAD_FIGURE = "“{name}” có con số chưa đọc được thành mức."
IN_TURN = "“Lần lượt”: cần xác nhận từng con số thuộc nội dung nào."
CARRIED = "Thời gian của “{name}” lấy từ vế trước, cần xác nhận."
NO_UNIT = "Con số {number} không có đơn vị tính."

_BARE_NAMES = frozenset(
    ("chỉ tiêu", "kế hoạch", "chỉ tiêu được giao", "kế hoạch được giao", "chỉ tiêu giao", "kế hoạch giao")
)
_JOINING_VERBS = ("đóng góp", "đạt", "chiếm", "tạo ra", "có", "thu hút")
_PREDICATE = re.compile(r"\s(?:được|có|đạt|sử dụng|tham gia|biết)\s.*$")
_PACE = re.compile(r"bình quân|tốc độ tăng|tăng trưởng")
_ODD_NAME = re.compile(
    r"^[/,;]|^(?:mỗi|và|hoặc|với|của|trong|từ)\s|\s(?:hoặc|với|của|từ|công suất|đạt|xong)$|^[^\W\d]+$", re.IGNORECASE
)
_OWN_FIGURE = re.compile(r"\d\s?%|(?:ít nhất|tối thiểu|tối đa|không quá|trên|dưới|đạt|thêm|còn)\s+\d")
_MISREAD_DIGITS = re.compile(r"\d[lIO]|[lI]\d")
_VERB_FIRST = ("đạt ", "được ", "tham gia ", "sử dụng ", "hoàn thành ", "có ")


@dataclass(slots=True)
class Measured:
    """One measure read, the offsets [start, end) of its number or clause, and what is doubtful about it."""

    measure: Measure
    start: int
    end: int
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Whole:
    """The figure that later sentences or bullets may break down."""

    name: str | None = None
    timing: Timing = field(default_factory=Timing)
    direction: Direction | None = None
    open: bool = False


def measures_of(
    text: str,
    *,
    kind: Kind,
    default_years: tuple[int, int] | None = None,
    context: str | None = None,
) -> list[Measured]:
    """Return the measures that `text` commits to, in the order of the text.

    `kind` "indicator" reads an item of a list of targets (without a number it is one qualitative measure), "task"
    only what a task promises. `default_years` is the term; figures of years before it are results, not promises.
    `context` is the line that introduces the item ("Đến năm 2030:"): its time holds where the item names none.
    """
    clean = cleaned(text)
    found: list[Measured] = []
    whole = _Whole()
    for start, end in sentence_spans(clean):
        sentence = parse(clean, start, end)
        if not sentence.tokens:
            continue
        found += _measures_of_sentence(sentence, kind, default_years, whole)
    for measured in found:
        if measured.measure.direction == "qualitative" and _OWN_FIGURE.search(measured.measure.name):
            measured.doubts.append(UNREAD_FIGURE.format(name=measured.measure.name))
        printed = text[measured.start : measured.end]
        if measured.measure.direction != "qualitative" and _MISREAD_DIGITS.search(printed):
            measured.doubts.append(MISREAD.format(printed=printed))
        if _is_over(measured, default_years):
            measured.doubts.append(BEFORE_TERM.format(year=measured.measure.year_to))
    if context is not None:
        _apply_context(found, context)
    return found


def _is_over(measured: Measured, term: tuple[int, int] | None) -> bool:
    year = measured.measure.year_to
    return term is not None and year is not None and year < term[0]


def _measures_of_sentence(
    sentence: Sentence, kind: Kind, term: tuple[int, int] | None, whole: _Whole
) -> list[Measured]:
    quantities = _with_none_left(sentence, quantities_in(sentence))[:MOST]
    kept, unclear = committed(sentence, quantities, kind, term)
    phrases = live_phrases(sentence)
    if not kept:
        whole.open = whole.open and sentence.bullet
        states = _without_numbers(sentence, kind, phrases)
        for state in states:
            state.doubts += [LEFT_OVER] * any(quantity.percent for quantity in quantities)
        return states
    claims = claims_in(sentence, kept)
    mark_parts(sentence, claims)
    found = [m for m in _numbers(sentence, claims, phrases, whole) if kind == "indicator" or not _is_over(m, term)]
    if unclear:
        for measured in found:
            measured.doubts.append(LEFT_OVER)
    found += _beside(sentence, kind, claims, phrases, found)
    return sorted(found, key=lambda measured: measured.start)


def _with_none_left(sentence: Sentence, quantities: list[Quantity]) -> list[Quantity]:
    for none in none_left_in(sentence):
        first, last = sentence.index_at(none.start), sentence.index_at(none.name_start)
        quantity = Quantity(
            first, last, Decimal(0), none_left=True, unit=none.unit, unit_end=last, tail=last, lead=first
        )
        quantity.tags = ["reach"]
        quantities = [*quantities, quantity]
    return sorted(quantities, key=lambda quantity: quantity.first)


def _numbers(sentence: Sentence, claims: list[Claim], phrases: list[Phrase], whole: _Whole) -> list[Measured]:
    timed = {at for p in phrases for at in range(sentence.index_at(p.start), sentence.index_at(p.end))}
    gaps = number_tokens(claims)
    continues = whole.open and sentence.bullet
    found: list[Measured] = []
    _share_moves(sentence, claims)
    for claim in claims:
        claim.part = claim.part or continues
        above = whole
        if claim.parent is not None:
            above = _as_whole(found[claim.parent].measure)
        bearing = bearing_of(sentence, claim, above.direction if claim.part else None)
        keeps_move = bearing.direction == "range" and claim.quantity.has("inc")
        name = name_of(sentence, claim, claims, timed, gaps, keeps_move=keeps_move)
        if claim.shared_head and found and found[-1].measure.unit:
            name = name.removesuffix(
                f" {found[-1].measure.unit}"
            )  # "2 tầng 8 phòng": storeys are no part of the rooms' name
        if not name and found:
            # "… đạt 1.250 tỷ đồng, tăng bình quân 3,5%/năm": the subject is said once.
            name = found[-1].measure.name
        elif claim.behind and found and claim.quantity.lead_words[-1:] == ["chiếm"]:
            name = _with_subject(found[-1].measure.name, name)
        inherited = above.timing if claim.part else Timing()
        timing = timing_of(sentence, claim, claims, phrases, inherited, bearing.moves or keeps_move)
        measure = Measure(
            name=name, direction=bearing.direction, low=bearing.low, high=bearing.high, unit=claim.quantity.unit,
            per=_per(sentence, claim, claims, timed), period=timing.period, year_from=timing.year_from,
            year_to=timing.year_to, parent_measure=above.name if claim.part else None,
        )  # fmt: skip
        begin, stop = sentence.tokens[claim.quantity.first].start, sentence.tokens[claim.quantity.last - 1].end
        doubts = bearing.doubts + _doubts(sentence, claim, measure)
        if timing.carried:
            doubts.append(CARRIED.format(name=name))
        found.append(Measured(measure, sentence.offset + begin, sentence.offset + stop, doubts))
    _share_predicates(sentence, claims, found)
    if not continues:
        _remember(sentence, claims, found, whole)
    return found


def _share_moves(sentence: Sentence, claims: list[Claim]) -> None:
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


def _share_predicates(sentence: Sentence, claims: list[Claim], found: list[Measured]) -> None:
    """Give "85% dân đô thị và 40% dân nông thôn được cấp nước" the predicate that is printed once, after the last."""
    for (left, right), (first, second) in zip(pairwise(claims), pairwise(found), strict=True):
        joint = sentence.words(right.quantity.lead - 1, right.quantity.lead) if right.quantity.lead else ""
        if not (left.behind and right.behind and left.quantity.percent and right.quantity.percent and joint == "và"):
            continue
        predicate = _PREDICATE.search(second.measure.name)
        same = first.measure.name.split()[:1] == second.measure.name.split()[:1]
        if predicate and same and not _PREDICATE.search(first.measure.name):
            first.measure.name += predicate[0]


def _as_whole(measure: Measure) -> _Whole:
    return _Whole(measure.name, Timing(measure.period, measure.year_from, measure.year_to), measure.direction)


def _per(sentence: Sentence, claim: Claim, claims: list[Claim], timed: set[int]) -> str | None:
    """Return what one is counted by: "/X", the counted thing of the outer number, or "mỗi X" (convention 9)."""
    if claim.quantity.per is not None:
        return claim.quantity.per
    if claim.nested_in is not None:
        return subject_of(sentence, claims[claim.nested_in], timed) or None
    return each_of(sentence, claim)


def _remember(sentence: Sentence, claims: list[Claim], found: list[Measured], whole: _Whole) -> None:
    wholes = [i for i, claim in enumerate(claims) if not claim.part and claim.nested_in is None]
    if wholes:
        last = _as_whole(found[wholes[-1]].measure)
        whole.name, whole.timing, whole.direction = last.name, last.timing, last.direction
    tail = sentence.words(max(0, len(sentence.tokens) - 40), len(sentence.tokens))
    whole.open = "trong đó :" in tail or "bao gồm :" in tail


def _doubts(sentence: Sentence, claim: Claim, measure: Measure) -> list[str]:
    quantity, doubts = claim.quantity, []
    number = sentence.text[sentence.tokens[quantity.first].start : sentence.tokens[quantity.last - 1].end]
    if not measure.name:
        doubts.append(NO_NAME.format(number=number))
    elif claim.behind and (_lacks_subject(claim, measure.name.lower()) or _starts_share(claim, measure)):
        doubts.append(NO_SUBJECT.format(number=number))
    if claim.adjacent and measure.direction != "equal":
        doubts.append(TWO_NUMBERS.format(number=number))
    elif _ODD_NAME.search(measure.name):
        doubts.append(UNCLEAR_NAME.format(name=measure.name))
    if "năm sau" in measure.name.lower():
        doubts.append(NEXT_YEAR)
    if "lần lượt" in measure.name.lower():
        doubts.append(IN_TURN)
    if quantity.fraction:
        doubts.append(FRACTION)
    if quantity.unusual and not (measure.unit or "").startswith(("tỷ", "tỉ", "triệu", "nghìn")):
        doubts.append(UNUSUAL.format(printed=number))
    if measure.unit is None and not quantity.none_left:
        doubts.append(NO_UNIT.format(number=number))
    return doubts


def _with_subject(before: str, name: str) -> str:
    """Give "…, chiếm 40% tổng thu" the subject of the figure before it, its verb left out."""
    subject = before
    for verb in _JOINING_VERBS:
        subject = subject.removesuffix(f" {verb}")
    return f"{subject} chiếm {name}" if subject != before else name


def _starts_share(claim: Claim, measure: Measure) -> bool:
    return claim.quantity.lead_words[-1:] == ["chiếm"] and " chiếm " not in measure.name


def _lacks_subject(claim: Claim, name: str) -> bool:
    """Say whether a name behind its number begins with a verb or is only "chỉ tiêu": of what, the sentence says before."""
    return name in _BARE_NAMES or (name.startswith(_VERB_FIRST) and not claim.part and claim.verb is None)


def _without_numbers(sentence: Sentence, kind: Kind, phrases: list[Phrase]) -> list[Measured]:
    """Return the states that a sentence without a promised number commits to."""
    if kind == "task":
        return _dated_states(sentence, phrases, [])
    if sentence.text.rstrip().endswith(":") or len(sentence.tokens) < 3:
        return []
    spans = [(phrase.start, phrase.end) for phrase in phrases]
    name = plain_name(sentence.text, spans)
    if not any(c.isalpha() for c in name):
        return []
    timing = _plain_timing(phrases)
    years = {phrase.year_to for phrase in phrases if phrase.kind == "by_year"}
    doubts = [SEVERAL_YEARS.format(name=name)] if len(years) > 1 else []
    return [_state(sentence, name, timing, 0, len(sentence.text), doubts)]


def _plain_timing(phrases: list[Phrase]) -> Timing:
    for phrase in phrases:
        if phrase.kind == "by_year":
            return Timing("by_year", None, phrase.year_to)
        if phrase.kind in {"stage", "term"}:
            return Timing("whole_term", phrase.year_from, phrase.year_to)
        if phrase.kind == "annual":
            return Timing("annual")
    return Timing()


def _state(
    sentence: Sentence, name: str, timing: Timing, start: int, end: int, doubts: list[str] | None = None
) -> Measured:
    measure = Measure(
        name=name, direction="qualitative", period=timing.period, year_from=timing.year_from, year_to=timing.year_to
    )
    return Measured(measure, sentence.offset + start, sentence.offset + end, doubts or [])


def _dated_states(sentence: Sentence, phrases: list[Phrase], claims: list[Claim]) -> list[Measured]:
    found, start = [], 0
    numbers = [sentence.tokens[claim.quantity.first].start for claim in claims]
    for end in [*(token.start for token in sentence.tokens if token.low == ";"), len(sentence.text)]:
        if phrases and end - start > 5 and not any(start <= number < end for number in numbers):
            state = dated_state(sentence, start, end, phrases)
            if state is not None:
                begin, stop, phrase = state
                name = plain_name(sentence.text[begin:stop], [])
                if len(name.split()) >= 2:
                    found.append(_state(sentence, name, _plain_timing([phrase]), begin, stop))
        start = end + 1
    return found


def _beside(
    sentence: Sentence, kind: Kind, claims: list[Claim], phrases: list[Phrase], numbers: list[Measured]
) -> list[Measured]:
    """Return the states promised beside numbers: "… và có cán bộ nữ …", and clauses of an indicator between ";"."""
    found: list[Measured] = []
    spans = [(phrase.start, phrase.end) for phrase in phrases]
    for claim, measured in zip(claims, numbers, strict=len(claims) == len(numbers)):
        tail = sentence.tokens[claim.quantity.tail - 1].end
        clause = coordinate_clause(sentence, tail) if not claim.behind else None
        if clause is None or any(clause[0] <= n.start - sentence.offset < clause[1] for n in numbers):
            continue
        measure = measured.measure
        timing = Timing(measure.period, measure.year_from, measure.year_to)
        if kind == "task" and timing.period == "unspecified":
            continue
        start, end = clause
        name = plain_name(sentence.text[start:end], [(a - start, b - start) for a, b in spans if start <= a < end])
        found.append(_state(sentence, name, timing, start, end))
    if kind == "task":
        return found + _dated_states(sentence, phrases, claims)
    return found + _clauses_without_numbers(sentence, claims, phrases, found)


def _clauses_without_numbers(
    sentence: Sentence, claims: list[Claim], phrases: list[Phrase], done: list[Measured]
) -> list[Measured]:
    found, start = [], 0
    numbers = [sentence.tokens[claim.quantity.first].start for claim in claims]
    in_parts = any(claim.part for claim in claims)
    for end in [
        *(t.start for i, t in enumerate(sentence.tokens) if t.low == ";" and not sentence.marks[i]),
        len(sentence.text),
    ]:
        clause = sentence.text[start:end]
        taken = any(start <= n < end for n in numbers) or any(start <= d.start - sentence.offset < end for d in done)
        if not taken and len(clause.split()) >= 3 and not in_parts:
            inside = [p for p in phrases if start <= p.start < end]
            name = plain_name(clause, [(p.start - start, p.end - start) for p in inside])
            opening = [p for p in phrases if not sentence.text[: p.start].strip(" -–+")]
            timing = _plain_timing(inside or opening)
            found.append(_state(sentence, name, timing, start, end, [STATE_BESIDE.format(name=name)]))
        start = end + 1
    return found


def _apply_context(found: list[Measured], context: str) -> None:
    """Give the time of an introducing line ("Đến năm 2030:") to the figures that name none."""
    phrases = list(phrases_in(context)) if context.rstrip().endswith(":") else []
    if not phrases:
        return
    timing = _plain_timing(phrases)
    for measured in found:
        if measured.measure.period == "unspecified":
            grows = measured.measure.direction in {"increase", "decrease"} or _PACE.search(
                measured.measure.name.lower()
            )
            measured.measure.period = (
                "average_over" if grows and timing.period == "whole_term" and timing.year_to else timing.period
            )
            measured.measure.year_from, measured.measure.year_to = timing.year_from, timing.year_to
