"""Says for which time a figure holds (programme-format, conventions 10 and 11)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dondoc.language.periods import Phrase
from dondoc.programme.model import Period

from .claims import Claim
from .sentence import Sentence
from .vocabulary import LEAD

_DOCUMENTS = tuple(
    f" {word} "
    for word in (
        "kế hoạch", "đề án", "chương trình", "nghị quyết", "quy hoạch", "chiến lược", "đại hội", "quyết định", "luật",
        "định hướng", "tầm nhìn", "so với", "chỉ thị", "đề cương",
    )
)  # fmt: skip
_STANDARDS = tuple(
    f" {word} "
    for word in ("chuẩn nghèo", "chuẩn hộ nghèo", "bộ tiêu chí", "tiêu chuẩn", "theo chuẩn", "phong trào", "dự án", "cuộc vận động")
)  # fmt: skip

_UNIT_WORDS = 5
_PREDICATES = frozenset((*(words.split()[0] for words in LEAD), ":"))  # what follows a year that says when


@dataclass(slots=True, frozen=True)
class Timing:
    """The period of a figure and the years the sentence names for it.

    `carried` is true where the phrase belongs to an earlier clause and may not hold for this one, `each` where it is
    "mỗi năm", which also says what one is counted by (convention 9).
    """

    period: Period = "unspecified"
    year_from: int | None = None
    year_to: int | None = None
    carried: bool = False
    each: bool = False


def live_phrases(sentence: Sentence) -> list[Phrase]:
    """Return the phrases that say when, leaving out those that only belong to a name or to a comparison."""
    return [phrase for phrase in sentence.phrases if not in_name(sentence, phrase)]


def in_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether the phrase belongs to the name of a plan or standard, to a quotation, or to a comparison."""
    at = sentence.index_at(phrase.start)
    if _quoted(sentence, at) or _compared(sentence, phrase, at):
        return True
    if not phrase.weak:
        return False
    start = _clause_start(sentence, at)
    if start == at:
        return False
    before = f" {sentence.words(start, at)} "
    naming = _DOCUMENTS + _STANDARDS if phrase.kind == "stage" else _DOCUMENTS
    return any(word in before for word in naming) or (
        phrase.kind == "by_year" and _bare_year_in_text(sentence, phrase, at)
    )


def _compared(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Say whether the year is only what is compared with: "gấp 1,8 lần năm 2025"."""
    return at > 0 and sentence.tokens[at - 1].low == "lần" and sentence.low.startswith("năm", phrase.start)


def _quoted(sentence: Sentence, at: int) -> bool:
    """Say whether token `at` stands between quotation marks (time overrides the quote mark, so look around)."""
    before = next((m for m in reversed(sentence.marks[:at]) if m != "time"), "")
    end = at
    while end < len(sentence.marks) and sentence.marks[end] == "time":
        end += 1
    after = sentence.marks[end] if end < len(sentence.marks) else ""
    opened = at > 0 and sentence.tokens[at - 1].low in "”’»"
    return before == "quote" and after == "quote" and not opened


def _clause_start(sentence: Sentence, at: int) -> int:
    start = at
    while start > 0:
        low = sentence.tokens[start - 1].low
        if (
            low in {",", ";", ":", "(", ".", "%", ")"}
            or (low == "và" and start == at)
            or (low[0].isdigit() and sentence.marks[start - 1] == "")
        ):
            break
        start -= 1
    return start


def _bare_year_in_text(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Say whether "năm 2022" without a preposition only dates the thing before it ("Luật … năm 2022")."""
    if not sentence.low[phrase.start :].startswith("năm"):
        return False
    start = _clause_start(sentence, at)
    if start and sentence.tokens[start - 1].low[0].isdigit() and at - start <= _UNIT_WORDS:
        return False  # right behind a figure and its unit: "5 m2/người năm 2030"
    end = at
    while end < len(sentence.tokens) and sentence.tokens[end].start < phrase.end:
        end += 1
    following = sentence.tokens[end].low if end < len(sentence.tokens) else ""
    return not (following in _PREDICATES or following[:1].isdigit())


def timing_of(
    sentence: Sentence, claim: Claim, claims: list[Claim], phrases: list[Phrase], inherited: Timing, growth: bool
) -> Timing:
    """Return the time of one figure: its own phrase, else the nearest before it, else the one that ends the sentence."""
    tokens, quantity = sentence.tokens, claim.quantity
    number_at = tokens[quantity.first].start
    following = [c for c in claims if c.quantity.first > quantity.first]
    own_end = _own_end(sentence, claim, following)
    own = [p for p in phrases if number_at < p.start < own_end]
    before = [p for p in phrases if p.start < number_at and not _taken(sentence, p, claims, claim)]
    if claim.part and inherited.period != "unspecified":
        before = [p for p in before if p.start > _whole_at(sentence, claim, claims)]
    before = [p for p in before if not _spent(sentence, p, before, claims, number_at)]
    chosen = own or before
    closes = bool(phrases) and _closes(sentence, phrases[-1], number_at)
    each = closes and phrases[-1].kind == "annual"  # a closing "mỗi năm" also says what one is counted by
    if not chosen and claim.part and inherited.period != "unspecified" and not each:
        return inherited
    if not chosen and closes:
        if _flows_on(claim, following):
            return Timing("annual")
        chosen = [phrases[-1]]
    timing = _resolve(chosen, bool(own), claim, growth, _mentions_average(sentence, claim))
    counts = not quantity.percent or growth
    if counts and timing.period in {"annual", "average_over"} and _says_each(sentence, chosen):
        timing = replace(timing, each=True)
    per_year = "năm" in (quantity.per or "").lower().split("/")
    if before and not own and not per_year and chosen is before and _is_carried(sentence, before, number_at):
        return replace(timing, carried=True)
    return timing


def _spent(sentence: Sentence, phrase: Phrase, before: list[Phrase], claims: list[Claim], number_at: int) -> bool:
    """Say whether "mỗi năm" was of an earlier number, and a time of its own stands before this one."""
    if phrase.kind != "annual":
        return False
    numbers = [sentence.tokens[claim.quantity.first].start for claim in claims]
    earlier = [at for at in numbers if phrase.start < at < number_at]
    return bool(earlier) and any(other.start > earlier[-1] for other in before)


def _flows_on(claim: Claim, following: list[Claim]) -> bool:
    """Say whether a yearly count leads up to a level that the closing year is of ("mỗi năm …/năm, nâng tổng số lên …")."""
    per = (claim.quantity.per or "").lower().split("/")
    return "năm" in per and bool(following) and following[-1].quantity.per is None and following[-1].quantity.has("up")


def _says_each(sentence: Sentence, chosen: list[Phrase]) -> bool:
    return any(p.kind == "annual" and "mỗi" in sentence.low[p.start : p.end] for p in chosen)


def _is_carried(sentence: Sentence, before: list[Phrase], number_at: int) -> bool:
    """Say whether the nearest phrase stands inside an earlier clause, or against the one that opens the sentence."""
    nearest, low = before[-1], sentence.low
    if ";" not in low[nearest.end : number_at]:
        return False
    opens_sentence = not low[: nearest.start].strip(" -–+•*(0123456789).")
    if opens_sentence:
        return False
    clause = low[: nearest.start].rsplit(";", 1)[-1].strip(" ,-–")
    inside = clause not in {"", "phấn đấu", "phân đấu", "phân đầu", "phấn đầu"}
    return inside or any(other.kind != nearest.kind for other in before[:-1])


def _whole_at(sentence: Sentence, claim: Claim, claims: list[Claim]) -> int:
    """Return the offset of the number that a part breaks down (-1 where it stands in an earlier sentence)."""
    if claim.parent is None:
        return -1
    return sentence.tokens[claims[claim.parent].quantity.first].start


def _own_end(sentence: Sentence, claim: Claim, following: list[Claim]) -> int:
    """Return the offset up to which a phrase of time behind the number is the number's own."""
    clause = _clause_end(sentence, claim.quantity.tail)
    limit = clause
    if following:
        limit = claim.post_end if claim.behind else min(claim.post_end, clause)
    return sentence.tokens[limit].start if limit < len(sentence.tokens) else len(sentence.text)


def _clause_end(sentence: Sentence, at: int) -> int:
    while at < len(sentence.tokens) and sentence.tokens[at].low not in {";", "."}:
        if sentence.tokens[at].low in {",", "("} and not _only_time_follows(sentence, at + 1):
            break
        at += 1
    return at


def _only_time_follows(sentence: Sentence, at: int) -> bool:
    """Say whether a phrase of time and nothing else stands between a comma or bracket and the next sign."""
    begin = at
    while at < len(sentence.tokens) and sentence.marks[at] == "time":
        at += 1
    return at > begin and (at == len(sentence.tokens) or sentence.tokens[at].low in {")", ",", ";", "."})


def _taken(sentence: Sentence, phrase: Phrase, claims: list[Claim], claim: Claim) -> bool:
    """Say whether a phrase stands behind an earlier number of another clause, and so is that number's own."""
    for other in claims:
        if other is claim or other.quantity.first >= claim.quantity.first:
            break
        begin = sentence.tokens[other.quantity.first].start
        limit = other.post_end
        stop = sentence.tokens[limit].start if limit < len(sentence.tokens) else len(sentence.text)
        if begin < phrase.start < stop and claim.nested_in is None:
            return True
    return False


def _closes(sentence: Sentence, phrase: Phrase, number_at: int) -> bool:
    """Say whether a phrase at the very end holds for the number too: a year and "mỗi năm" only within its clause (convention 11)."""
    rest = sentence.text[phrase.end :].strip(' .;,)”"’')
    each = phrase.kind == "annual" and sentence.low.startswith("mỗi", phrase.start)
    within = phrase.kind == "by_year" or each
    return not rest and not (within and ";" in sentence.low[number_at : phrase.start])


def _mentions_average(sentence: Sentence, claim: Claim) -> bool:
    if claim.quantity.has("avg") or any("bình quân" in words for words in claim.quantity.lead_words):
        return True
    head = sentence.words(claim.head_start, claim.quantity.lead)
    return "tốc độ tăng" in head or head.endswith("bình quân") or "tăng trưởng" in head


def _resolve(chosen: list[Phrase], own: bool, claim: Claim, growth: bool, average: bool) -> Timing:
    per_year = claim.quantity.per is not None and "năm" in claim.quantity.per.lower().split("/")
    yearly = [p for p in chosen if p.kind == "annual"]
    stages = [p for p in chosen if p.kind == "stage"]
    if not chosen:
        return Timing("annual") if per_year else Timing()
    firm = [p for p in chosen if not p.weak]
    last = (firm or chosen)[0] if own else chosen[-1]
    if stages and (last.kind in {"stage", "annual"} or per_year):
        stage = stages[-1]
        counted = claim.quantity.unit not in {None, "%", "‰", "lần"} and not per_year and not average
        if (growth and not counted) or average or (per_year and claim.quantity.percent):
            return Timing("average_over", stage.year_from, stage.year_to)
        if yearly or per_year:
            return Timing("annual", stage.year_from, stage.year_to)
        return Timing("whole_term", stage.year_from, stage.year_to)
    if last.kind == "by_year":
        if per_year and claim.quantity.percent:
            return Timing("annual")
        return Timing("by_year", None, last.year_to)
    if last.kind == "term":
        return Timing("annual") if per_year or yearly else Timing("whole_term", last.year_from, last.year_to)
    return Timing("annual") if last.kind == "annual" or per_year else Timing()
