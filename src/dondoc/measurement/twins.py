"""The same thing promised twice in a paper with another number: found by its words, or by an open finding."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dondoc.language.folding import fold
from dondoc.language.numbers import parse_number
from dondoc.programmes.models import Finding, Measure

PRINTED = re.compile(r"\d[\d.,]*")
SILENT = frozenset(fold(word) for word in ("tỷ", "lệ", "số", "các", "đạt"))


def words_of(measure: Measure) -> frozenset[str]:
    """Return the telling words of a measure's name, without accents."""
    return frozenset(fold(measure.name).split()) - SILENT


def twins_of(measure: Measure) -> list[Measure]:
    """Return the measures that promise the same with another number, period or scope (2 or 3 queries)."""
    others = Measure.objects.filter(programme_id=measure.programme_id, version_to=None, unit=measure.unit)
    others = others.exclude(pk=measure.pk).select_related("indicator", "task").prefetch_related("milestones")
    differing = [
        one for one in others if (one.low, one.high, one.period) != (measure.low, measure.high, measure.period)
    ]
    found = [one for one in differing if words_of(one) == words_of(measure)]
    for place, quote in _disputed(measure):
        there = [one for one in differing if stands_at(one, place) and is_printed_in(one, quote)]
        # A row may promise several things: the one nearest in words is meant.
        if there:
            nearest = max(there, key=lambda one: len(words_of(one) & words_of(measure)))
            found += [nearest] if nearest not in found else []
    return found


def _disputed(measure: Measure) -> list[tuple[int, str]]:
    """Return the other sides of open contradictions about this measure: where they stand, and their words (1 query)."""
    findings = Finding.objects.filter(programme_id=measure.programme_id, kind="contradiction")
    sides: list[tuple[int, str]] = []
    for finding in findings.filter(state__in=[Finding.State.OPEN, Finding.State.AWAITING]):
        quotes = [(span[1], quote) for span, quote in zip(finding.spans, finding.where, strict=False)]
        if any(stands_at(measure, place) and is_printed_in(measure, quote) for place, quote in quotes):
            sides += [(place, quote) for place, quote in quotes if not stands_at(measure, place)]
    return sides


def binding_decisions(programmes: Iterable[int]) -> dict[int, list[Finding]]:
    """Return, by programme, the decisions about which of two numbers binds (1 query)."""
    decided = Finding.objects.filter(programme__in=programmes, kind="contradiction", binding__isnull=False)
    found: dict[int, list[Finding]] = {}
    for finding in decided.filter(state=Finding.State.DECIDED).select_related("decided_by"):
        found.setdefault(finding.programme_id, []).append(finding)
    return found


def overruled_by(measure: Measure, decided: Iterable[Finding]) -> Finding | None:
    """Return the decision by which another number than this one binds, if there is one (no query)."""
    for finding in decided:
        sides = list(zip(finding.spans, finding.where, strict=False))
        ours = {
            number
            for number, (span, quote) in enumerate(sides)
            if stands_at(measure, span[1]) and is_printed_in(measure, quote)
        }
        if ours and finding.binding not in ours:
            return finding
    return None


def stands_at(measure: Measure, place: int) -> bool:
    """Say whether the target or task of a measure is printed at a place of the text."""
    owner = measure.indicator or measure.task
    return owner is not None and any(start <= place < end for _page, start, end in owner.spans)


def is_printed_in(measure: Measure, quote: str) -> bool:
    """Say whether the number of a measure stands in a quote; numbers in words cannot be told apart and count."""
    printed = [parse_number(one.strip(".,")) for one in PRINTED.findall(quote)]
    wanted = {one for one in (measure.low, measure.high) if one is not None}
    if wanted == {0}:
        return "khong" in fold(quote)
    return not printed or bool(wanted & set(printed))
