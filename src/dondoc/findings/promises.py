"""Every number the paper commits to, with the clause it stands in and the words that tell what is measured."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from ..programme.model import Measure, Task
from .paper import Entry, Paper, shorten
from .words import content, core, expand, fold, syllables

# Qualities that make another measure of the same noun: never compared with the plain one.
_QUALIFIER = re.compile(
    r"muc do \d|nang cao|kieu mau|thong minh|thoi gian thuc|tu nguyen|bat buoc|thanh thi|nong thon|cap toc|cap tinh|"
    r"cap xa|mam non|tieu hoc|trung hoc|\d sao|bang cap|chung chi|toan trinh|mot phan|truoc han|dung han|qua han|"
    r"hang 4|hang 5|chan nuoi|trong trot|thuy san|lam nghiep|cong nghiep|dich vu|\bnu\b|\btre\b|dan toc|can ngheo|"
    r"lan 2|loai [1-4]|duoi \d+ tuoi|tren \d+ tuoi|tu \d+ tuoi|xuat sac|tieu bieu|dot xuat|dinh ky|\bmoi\b|"
    r"sinh hoat|nguy hai|y te|cong nghiep|hai long|suc khoe|dien tu|so hoa"
)
# Populations and areas over which a number can be taken; the longest form wins.
_SCOPE = re.compile(
    r"\b(?:ngoai cong lap|ngoai nha nuoc|cong lap|tu thuc|luc luong lao dong|dan so|ho gia dinh|ho dan|ho ngheo|"
    r"co so giao duc|truong cong lap|truong hoc|cap uy|ban chap hanh|ban thuong vu|toan dang bo|to chuc co so dang|"
    r"to chuc dang|chi bo|co so san xuat|doanh nghiep|hop tac xa|thon|to dan pho|khu dan cu|can bo|cong chuc|"
    r"vien chuc|dang vien|nguoi lao dong|do thi|nong thon|moi truong|moi cap hoc|cap hoc|moi truong hoc)\b"
)
_PRINTED = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(slots=True, eq=False)
class Promise:
    """One measure at one place of the paper."""

    entry: Entry
    measure: Measure
    clause: str
    words: tuple[str, ...]  # syllables that say what is measured
    context: frozenset[str]  # pairs of syllables of the clause
    held: frozenset[str]  # syllables of the clause
    scope: frozenset[str]  # populations named in the clause
    qualities: frozenset[str]
    named: frozenset[str]  # `words` as a set
    links: list[tuple[str, list[str]]]  # each of `words` with its pairs: with the word before it, with that after it

    @property
    def rate(self) -> bool:
        """Whether the number is a share."""
        return self.measure.unit == "%"


def promises(paper: Paper) -> list[Promise]:
    """Return every measure of the paper's targets, tasks and rows, in reading order."""
    found = []
    for entry in paper.entries:
        for measure in entry.measures:
            clause = clause_of(entry, measure)
            context, words = content(clause), core(measure.name)
            found.append(
                Promise(
                    entry=entry,
                    measure=measure,
                    clause=clause,
                    words=words,
                    context=context,
                    held=frozenset(word for pair in context for word in pair.split()),
                    scope=frozenset(_SCOPE.findall(" ".join(expand(syllables(clause))))),
                    qualities=frozenset(_QUALIFIER.findall(" ".join(expand(syllables(measure.name))))),
                    named=frozenset(words),
                    links=_links(words),
                )
            )
    return found


def _links(words: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(words)]
    return [(word, pairs[max(0, at - 1) : at + 1]) for at, word in enumerate(words)]


def clause_of(entry: Entry, measure: Measure) -> str:
    """Return the clause of the entry that states the measure: it holds the number and most words of the name."""
    clauses = entry.split()
    if len(clauses) == 1:
        return shorten(clauses[0])
    wanted = set(syllables(measure.name))
    numbers = {value for value in (measure.low, measure.high) if value is not None}

    def weight(clause: str) -> float:
        printed = {_value(text) for text in _PRINTED.findall(clause)}
        return len(wanted & set(syllables(clause))) + (2.5 if numbers and numbers <= printed else 0)

    return shorten(max(clauses, key=weight))


def _value(printed: str) -> Decimal:
    whole, comma, part = printed.partition(",")
    if not comma and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole):
        return Decimal(whole.replace(".", ""))
    return Decimal(re.sub(r"[^\d]", "", whole) + ("." + re.sub(r"[^\d]", "", part) if part.strip(".,") else ""))


def same_thing(a: Promise, b: Promise) -> bool:
    """Say whether two promises measure the same thing, by their names and, for a short name, by its clause."""
    if a.entry is b.entry or not (_covered(a, b) and _covered(b, a)):
        return False
    if not a.words or not b.words:
        return _named_by_clause(a, b) or _named_by_clause(b, a)
    ours, theirs = a.named, b.named
    shared = ours & theirs
    if len(shared) < 2:
        return False
    only_ours, only_theirs = _missing(a, b), _missing(b, a)
    if (only_ours or only_theirs) and a.entry.kind == b.entry.kind != "body" and a.entry.section == b.entry.section:
        return False  # two items of one list are two things unless they bear one name
    if "dong" in fold(a.measure.unit or "").split() and ours != theirs:
        return False  # sums of money: another word is another fund
    if not only_ours and not only_theirs:
        return _ordered(a.words, b.words)
    odd = len(only_ours) + len(only_theirs)
    return (len(shared) >= 4 and odd <= 0.4 * len(shared)) or (len(shared) >= 3 and _opening(a, b) >= 3 and odd <= 9)


def _named_by_clause(head: Promise, full: Promise) -> bool:
    """Say whether the clause of a bare head ("tỷ lệ bao phủ") names what the other promise measures."""
    if head.words or len(full.words) < 3:
        return False
    return all(f"{one} {other}" in head.context for one, other in zip(full.words, full.words[1:], strict=False))


def _covered(a: Promise, b: Promise) -> bool:
    """Say whether `b` has every quality of `a`: in its name, or in its clause where the name is only a head."""
    odd = a.qualities - b.qualities
    return not odd or (len(b.words) <= 3 and all(quality in " ".join(b.context) for quality in odd))


def _missing(a: Promise, b: Promise) -> list[str]:
    """Words of `a` that the name of `b` lacks and whose pairs the clause of `b` does not hold either."""
    return [
        word
        for word, pairs in a.links
        if word not in b.named and (word not in b.held or (pairs and b.context.isdisjoint(pairs)))
    ]


def _ordered(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    pairs = set(itertools.pairwise(a))
    return bool(pairs & set(itertools.pairwise(b)))


def _opening(a: Promise, b: Promise) -> int:
    count = 0
    for one, other in zip(a.words, b.words, strict=False):
        if one != other:
            break
        count += 1
    return count


def pairs(found: list[Promise]) -> list[tuple[Promise, Promise]]:
    """Return the pairs of promises that measure the same thing; candidates share a pair of syllables."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, promise in enumerate(found):
        named = set(zip(promise.words, promise.words[1:], strict=False))
        for pair in named or {(one, other) for one, other in map(str.split, promise.context)}:
            index[pair].append(number)
    candidates: set[tuple[int, int]] = set()
    for numbers in index.values():
        if len(numbers) > 40:
            continue
        candidates.update((one, other) for place, one in enumerate(numbers) for other in numbers[place + 1 :])
    return [(found[one], found[other]) for one, other in sorted(candidates) if same_thing(found[one], found[other])]


def figure(measure: Measure) -> str:
    """Return the figure of a measure as a clerk writes it: "ít nhất 95%", "trên 85%", "từ 3 đến 5%"."""
    unit = measure.unit or ""
    joint = "" if unit == "%" else " "

    def shown(value: Decimal | None) -> str:
        text = f"{value.normalize():f}" if value is not None else ""
        return f"{text.replace('.', ',')}{joint}{unit}".strip()

    if measure.direction == "range":
        return f"từ {shown(measure.low)} đến {shown(measure.high)}"
    if measure.direction == "at_most" and measure.high == 0:
        return f"không còn {unit}".strip()
    if measure.direction in ("at_most", "below"):
        return f"{'không quá' if measure.direction == 'at_most' else 'dưới'} {shown(measure.high)}"
    if measure.direction == "at_least" and unit == "%" and measure.low == 100:
        return shown(measure.low)
    words = {"above": "trên ", "at_least": "ít nhất ", "increase": "tăng ", "decrease": "giảm "}
    return words.get(measure.direction, "") + shown(measure.low if measure.low is not None else measure.high)


def time_of(promise: Promise) -> str:
    """Return the time of a promise in words, empty when the paper gives none."""
    measure = promise.measure
    if measure.period == "annual":
        return "hằng năm"
    if measure.period == "by_year" and measure.year_to:
        return f"đến năm {measure.year_to}"
    if measure.year_from and measure.year_to:
        return f"giai đoạn {measure.year_from}-{measure.year_to}"
    return "cả nhiệm kỳ" if measure.period == "whole_term" else ""


def timed(promise: Promise) -> bool:
    """Say whether the promise is bound to a time: by its own words, or by the dates of its appendix row."""
    if promise.measure.period != "unspecified":
        return True
    item = promise.entry.item
    return isinstance(item, Task) and bool(item.start or item.finish or item.recurrence)


def about(promise: Promise) -> str:
    """Return the folded clause of a promise."""
    return fold(promise.clause)
