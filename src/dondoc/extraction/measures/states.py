"""States that a text promises without a number, alone or beside figures (conventions 6 and 14)."""

from __future__ import annotations

from dataclasses import dataclass, field

from dondoc.language.periods import Phrase, phrases_in
from dondoc.programme.model import Measure

from .claims import Claim
from .commitment import Kind
from .doubts import SEVERAL_YEARS, STATE_BESIDE
from .parts import part_marker
from .promises import coordinate_clause, dated_state, plain_name
from .sentence import Sentence, lowered
from .timing import Timing
from .vocabulary import ACTION_VERBS, GOAL_WORDS

_AGENTS = ("cơ quan", "đơn vị", "tổ chức", "chi bộ", "đảng bộ", "thôn", "xã", "phường", "hộ", "cán bộ", "đảng viên", "trường",
           "doanh nghiệp", "các cơ quan", "các đơn vị", "người", "công chức", "khu dân cư", "tổ dân phố")  # fmt: skip
_DOES = frozenset(
    ("ứng dụng", "tiếp nhận", "thực hiện", "sử dụng", "tham gia", "áp dụng", "triển khai", "cập nhật", "công khai", "xây dựng",
     "tổ chức", "đăng ký", "chấp hành", "phản hồi", "kết nối", "chia sẻ", "ban hành")
)  # fmt: skip
_PROMISED = frozenset(
    (*ACTION_VERBS, *GOAL_WORDS, "không có", "không để", "không còn", "không phát", "nâng cao", "tăng cường")
)
_SEVERAL = 2
_FEWEST_TOKENS = 5  # of a state that is broken down; fewer only lead in ("Phấn đấu, trong đó …")


@dataclass(slots=True)
class Measured:
    """One measure read, the offsets [start, end) of its number or clause, and what is doubtful about it."""

    measure: Measure
    start: int
    end: int
    doubts: list[str] = field(default_factory=list)


def without_numbers(sentence: Sentence, kind: Kind, phrases: list[Phrase]) -> list[Measured]:
    """Return the states that a sentence without a promised number commits to."""
    if kind == "task":
        return _dated_states(sentence, phrases, [])
    if sentence.text.rstrip().endswith(":") or len(sentence.tokens) < 3:
        return []
    spans = [(phrase.start, phrase.end) for phrase in phrases]
    name = plain_name(sentence.text, spans)
    if not any(c.isalpha() for c in name):
        return []
    timing = plain_timing(phrases)
    years = {phrase.year_to for phrase in phrases if phrase.kind == "by_year"}
    doubts = [SEVERAL_YEARS.format(name=name)] if len(years) > 1 else []
    return [_state(sentence, name, timing, 0, len(sentence.text), doubts)]


def one_state(text: str, found: list[Measured]) -> list[Measured]:
    """Return the one qualitative measure of an indicator without a number, however many sentences say it (convention 6)."""
    times = {(m.measure.period, m.measure.year_from, m.measure.year_to) for m in found}
    told = times - {("unspecified", None, None)}
    if len(found) < _SEVERAL or len(told) > 1 or any(m.measure.direction != "qualitative" for m in found):
        return found
    first, start, end = found[0], found[0].start, found[-1].end
    stretch = lowered(text[start:end])
    first.measure.name = plain_name(text[start:end], [(p.start, p.end) for p in phrases_in(stretch)] if told else [])
    if told:
        first.measure.period, first.measure.year_from, first.measure.year_to = told.pop()
    first.end = end
    first.doubts = list(dict.fromkeys(doubt for measured in found for doubt in measured.doubts))
    return [first]


def state_broken_down(sentence: Sentence, first: Claim, phrases: list[Phrase]) -> Measured | None:
    """Return the state before "trong đó" that has no number, but whose parts have ("Hình thành hệ sinh thái …, trong đó …")."""
    marker = part_marker(sentence, first)
    if marker < _FEWEST_TOKENS:
        return None
    end = sentence.tokens[marker].start
    inside = [p for p in phrases if p.end <= end]
    name = plain_name(sentence.text[:end], [(p.start, p.end) for p in inside])
    return _state(sentence, name, plain_timing(inside), 0, end) if name else None


def plain_timing(phrases: list[Phrase]) -> Timing:
    """Return the time that the first telling phrase gives."""
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
                    found.append(_state(sentence, name, plain_timing([phrase]), begin, stop))
        start = end + 1
    return found


def states_beside(
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
    return found + _clauses_without_numbers(sentence, claims, phrases, found, numbers)


def _goes_on_acting(measure: Measure, clause: str) -> bool:
    """Say whether a clause only says what else the counted bodies do ("100% cơ quan ban hành kế hoạch; ứng dụng …")."""
    return measure.unit == "%" and measure.name.lower().startswith(_AGENTS) and _begins(clause, _DOES)


def _begins(text: str, words: frozenset[str]) -> bool:
    said = text.lower().split()
    return any(" ".join(said[:count]) in words for count in (1, 2))


def _clauses_without_numbers(
    sentence: Sentence, claims: list[Claim], phrases: list[Phrase], done: list[Measured], figures: list[Measured]
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
            timing = plain_timing(inside or opening)
            before = next((m for m in reversed(figures) if m.end - sentence.offset <= start), None)
            if before is not None and _goes_on_acting(before.measure, name):
                before.measure.name += f"; {name}"
            else:
                plain = _begins(name, _PROMISED) and (before is None or before.measure.unit == "%")
                doubts = [] if plain else [STATE_BESIDE.format(name=name)]
                found.append(_state(sentence, name, timing, start, end, doubts))
        start = end + 1
    return found
