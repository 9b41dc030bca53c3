"""Reads the measures of one indicator or task (programme-format, conventions 6-12 and 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.language.periods import Phrase, phrases_in
from dondoc.programme.model import Direction, Measure

from .claims import Claim
from .commitment import Kind, committed
from .directions import bearing_of
from .dividing import claims_in
from .doubts import BEFORE_TERM, CARRIED, LEFT_OVER, MISREAD, UNREAD_FIGURE, doubts_of
from .naming import base_before, each_of, name_of, number_tokens, subject_of, turned_each, without_doer
from .parts import mark_parts, mark_sums
from .promises import none_left_in
from .quantities import Quantity, quantities_in
from .sentence import MOST, Sentence, cleaned, parse, sentence_spans
from .sharing import (
    exceeds_plan,
    goes_on,
    on_same_base,
    share_moves,
    share_predicates,
    share_tails,
    share_things,
    share_verbs,
    shared_each,
    shared_per,
    speaks_of_next_years,
    subject_before_colon,
    with_subject,
    without_move,
)
from .states import Measured, one_state, plain_timing, state_broken_down, states_beside, without_numbers
from .timing import Timing, live_phrases, timing_of

_PACE = re.compile(r"bình quân|tốc độ tăng|tăng trưởng")
_OWN_FIGURE = re.compile(r"\d\s?%|(?:ít nhất|tối thiểu|tối đa|không quá|trên|dưới|đạt|thêm|còn)\s+\d")
_MISREAD_DIGITS = re.compile(r"\d[lIO]|[lI]\d")


@dataclass(slots=True)
class _Whole:
    """The figure that later sentences or bullets may break down."""

    name: str | None = None
    timing: Timing = field(default_factory=Timing)
    direction: Direction | None = None
    open: bool = False


# A task without a figure, a number word or the term promises no measure: more than half of them are spared the reading.
_MAY_PROMISE = re.compile(
    r"\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|trăm|nghìn|không|nhiệm kỳ|đôi|nửa)(?!\w)"
)


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
    if kind == "task" and not _MAY_PROMISE.search(text.lower()):
        return []
    clean = cleaned(text)
    found: list[Measured] = []
    whole = _Whole()
    for start, end in sentence_spans(clean):
        sentence = parse(clean, start, end)
        if not sentence.tokens:
            continue
        found += _measures_of_sentence(sentence, kind, default_years, whole)
    for measured in found:
        measured.measure.name = without_doer(measured.measure.name, kind)
    if kind == "indicator":
        found = one_state(clean, found)
    for measured in found:
        if measured.measure.direction == "qualitative" and _OWN_FIGURE.search(measured.measure.name):
            measured.doubts.append(UNREAD_FIGURE.format(name=measured.measure.name))
        printed = text[measured.start : measured.end]
        if measured.measure.direction != "qualitative" and _MISREAD_DIGITS.search(printed):
            measured.doubts.append(MISREAD.format(printed=printed))
        if _is_over(measured, default_years):
            measured.doubts.append(BEFORE_TERM.format(year=measured.measure.year_to))
    if context is not None:
        _apply_context(found, context, clean.lower())
    return found


def _is_over(measured: Measured, term: tuple[int, int] | None) -> bool:
    year = measured.measure.year_to
    return term is not None and year is not None and year < term[0]


def _measures_of_sentence(
    sentence: Sentence, kind: Kind, term: tuple[int, int] | None, whole: _Whole
) -> list[Measured]:
    quantities = _with_none_left(sentence, quantities_in(sentence), kind)[:MOST]
    kept, unclear = committed(sentence, quantities, kind, term)
    phrases = live_phrases(sentence)
    if not kept:
        whole.open = whole.open and sentence.bullet
        states = without_numbers(sentence, kind, phrases)
        if states and kind == "indicator":
            last = _as_whole(states[-1].measure)
            whole.name, whole.timing, whole.direction = last.name, last.timing, None
        for state in states:
            state.doubts += [LEFT_OVER] * any(quantity.percent for quantity in quantities)
        return states
    claims = claims_in(sentence, kept)
    mark_parts(sentence, claims)
    mark_sums(sentence, claims)
    broken = state_broken_down(sentence, claims[0], phrases) if kind == "indicator" else None
    if broken is not None:
        last = _as_whole(broken.measure)
        whole.name, whole.timing, whole.direction = last.name, last.timing, None
    found = [m for m in _numbers(sentence, claims, phrases, whole) if kind == "indicator" or not _is_over(m, term)]
    if unclear:
        for measured in found:
            measured.doubts.append(LEFT_OVER)
    found += states_beside(sentence, kind, claims, phrases, found)
    if broken is not None:
        found.append(broken)
    return sorted(found, key=lambda measured: measured.start)


def _with_none_left(sentence: Sentence, quantities: list[Quantity], kind: Kind) -> list[Quantity]:
    for none in none_left_in(sentence, kind):
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
    share_moves(sentence, claims)
    for claim in claims:
        claim.part = claim.part or continues
        above = whole
        if claim.parent is not None:
            above = _as_whole(found[claim.parent].measure)
        bearing = bearing_of(sentence, claim, above.direction if claim.part else None)
        keeps_move = bearing.direction == "range" and claim.quantity.has("inc")
        said = name_of(sentence, claim, claims, timed, gaps, keeps_move=keeps_move)
        name = _whole_name(sentence, claim, said, found)
        inherited = above.timing if claim.part else Timing()
        timing = timing_of(sentence, claim, claims, phrases, inherited, bearing.moves or keeps_move)
        measure = Measure(
            name=name, direction=bearing.direction, low=bearing.low, high=bearing.high, unit=claim.quantity.unit,
            per=_per(sentence, claim, claims, timed, timing), period=timing.period, year_from=timing.year_from,
            year_to=timing.year_to, parent_measure=above.name if claim.part else None,
        )  # fmt: skip
        begin, stop = sentence.tokens[claim.quantity.first].start, sentence.tokens[claim.quantity.last - 1].end
        doubts = bearing.doubts + doubts_of(sentence, claim, measure)
        if timing.carried or speaks_of_next_years(said):
            doubts.append(CARRIED.format(name=name))
        found.append(Measured(measure, sentence.offset + begin, sentence.offset + stop, doubts))
    share_predicates(sentence, claims, found)
    share_things(claims, found)
    share_tails(claims, found)
    share_verbs(sentence, claims, found)
    if not continues:
        _remember(sentence, claims, found, whole)
    return found


def _whole_name(sentence: Sentence, claim: Claim, name: str, found: list[Measured]) -> str:
    """Return the name of a figure with what the sentence says only once, before it or for several."""
    if claim.shared_head and found and found[-1].measure.unit:
        # "2 tầng 8 phòng": storeys are no part of the rooms' name.
        name = name.removesuffix(f" {found[-1].measure.unit}")
    if found and goes_on(claim, name):
        # "… đạt 1.250 tỷ đồng, tăng bình quân 3,5%/năm": the subject is said once.
        name = without_move(found[-1].measure.name, claim)
    elif claim.behind and found and exceeds_plan(claim, name):
        # "… đạt 850 tỷ đồng; hằng năm vượt ít nhất 5% dự toán được giao"
        name = f"{without_move(found[-1].measure.name, claim)} vượt"
    elif claim.behind and found and claim.quantity.lead_words[-1:] == ["chiếm"]:
        name = with_subject(found[-1].measure.name, name)
    elif found:
        name = on_same_base(found[-1].measure.name, name)
    shared = subject_before_colon(sentence, claim)
    return f"{shared} {name}" if shared else name


def _as_whole(measure: Measure) -> _Whole:
    return _Whole(measure.name, Timing(measure.period, measure.year_from, measure.year_to), measure.direction)


def _per(sentence: Sentence, claim: Claim, claims: list[Claim], timed: set[int], timing: Timing) -> str | None:
    """Return what one is counted by: "/X", the counted thing of the outer number, or "mỗi X" (convention 9)."""
    if claim.quantity.per is not None:
        return claim.quantity.per
    turn = turned_each(sentence, claim)
    if turn is not None:
        return turn
    if claim.nested_in is not None:
        return subject_of(sentence, claims[claim.nested_in], timed) or None
    shared = shared_per(sentence, claims, claims.index(claim)) or shared_each(sentence, claims, claims.index(claim))
    base = base_before(sentence, claim.quantity.first) if "cứ" in sentence.low else None
    return base or each_of(sentence, claim) or shared or ("năm" if timing.each else None)


def _remember(sentence: Sentence, claims: list[Claim], found: list[Measured], whole: _Whole) -> None:
    wholes = [i for i, claim in enumerate(claims) if not claim.part and claim.nested_in is None]
    if wholes:
        last = _as_whole(found[wholes[-1]].measure)
        whole.name, whole.timing, whole.direction = last.name, last.timing, last.direction
    tail = sentence.words(max(0, len(sentence.tokens) - 40), len(sentence.tokens))
    whole.open = "trong đó :" in tail or "bao gồm :" in tail


def _is_income(measure: Measure) -> bool:
    per = (measure.per or "").lower().split("/")
    return per[-1] == "năm" and "đồng" in (measure.unit or "") and measure.direction != "increase"


def _yearly(text: str, at: int) -> bool:
    """Say whether the clause around offset `at` says "hằng năm"."""
    begin, end = text.rfind(";", 0, at) + 1, text.find(";", at)
    return any(phrase.kind == "annual" for phrase in phrases_in(text[begin : end if end >= 0 else len(text)]))


def _apply_context(found: list[Measured], context: str, text: str) -> None:
    """Give the time of an introducing line ("Đến năm 2030:") to the figures that name none."""
    phrases = list(phrases_in(context)) if context.rstrip().endswith(":") else []
    if not phrases:
        return
    timing = plain_timing(phrases)
    for measured in found:
        period = measured.measure.period
        income = period == "annual" and timing.period == "by_year" and _is_income(measured.measure)
        if income and not _yearly(text, measured.start):
            period = "unspecified"  # "/năm" is only what an income is counted by
        if period == "average_over" and measured.measure.year_to is None and timing.period == "whole_term":
            measured.measure.year_from, measured.measure.year_to = timing.year_from, timing.year_to
        elif period == "unspecified":
            grows = measured.measure.direction in {"increase", "decrease"} or _PACE.search(
                measured.measure.name.lower()
            )
            measured.measure.period = (
                "average_over" if grows and timing.period == "whole_term" and timing.year_to else timing.period
            )
            measured.measure.year_from, measured.measure.year_to = timing.year_from, timing.year_to
