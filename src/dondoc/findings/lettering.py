"""Points lettered a), b), c) … within a part: a letter that repeats or is left out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ..programme.model import Finding
from .figures import capital
from .paper import Entry, Paper

_ALPHABET = "abcdđeghiklmnopqrstuvxy"  # the order of points in Decree 30/2020/NĐ-CP, Annex I
_POINT = re.compile(r"(?m)^[ \t]*(?:\*\*)?([a-zđ])\)[ \t]*(?=\S)")


def find(paper: Paper) -> list[Finding]:
    """Return the findings about lettered points."""
    points = [(match.start(), match[1]) for match in _POINT.finditer(paper.text) if match[1] in _ALPHABET]
    findings = []
    uses_d = sum(letter == "đ" for _, letter in points) > sum(letter == "d" for _, letter in points) / 2
    for (start, one), (place, other), fault in _faults(points, uses_d):
        here, there = paper.section_at(start), paper.section_at(place)
        if here is not there or here is None or _within_a_line(paper.text[start:place], one, other):
            continue
        what = "bị lặp" if fault == "lặp" else "bị nhảy"
        why = f"{capital(paper.section_name(here.id))}: sau điểm {one}) là điểm {other}), thứ tự chữ cái {what}."
        places: list[tuple[Entry | None, str]] = [(None, _opening(paper, start)), (None, _opening(paper, place))]
        findings.append(paper.point("numbering", "warning", why, places))
    return [*findings, *_without_d(paper, points, uses_d)]


def _without_d(paper: Paper, points: list[Point], uses_d: bool) -> list[Finding]:
    """Find lists that go from d) to e) in a paper that never writes đ)."""
    if uses_d:
        return []
    places: list[tuple[Entry | None, str]] = []
    for (start, one), (place, other) in itertools.pairwise(points):
        same = paper.section_at(start) is paper.section_at(place)
        if (one, other) == ("d", "e") and same and not _within_a_line(paper.text[start:place], one, other):
            places += [(None, _opening(paper, start)), (None, _opening(paper, place))]
    if not places:
        return []
    why = "Sau điểm d) là điểm e): thứ tự chữ cái tiếng Việt còn chữ đ ở giữa (Phụ lục I Nghị định 30/2020/NĐ-CP)."
    return [paper.point("numbering", "note", why, places)]


Point = tuple[int, str]


def _faults(points: list[Point], uses_d: bool) -> Iterator[tuple[Point, Point, str]]:
    """Yield neighbouring points whose letters repeat or jump ahead; a list that goes back has begun anew."""
    for one, other in itertools.pairwise(points):
        step = _ALPHABET.index(other[1]) - _ALPHABET.index(one[1])
        if step == 0:
            yield one, other, "lặp"
        elif step > 1 and not (step == 2 and one[1] == "d" and not uses_d):
            yield one, other, "nhảy"


def _within_a_line(between: str, one: str, other: str) -> bool:
    """Say whether a letter that seems left out stands in the middle of a line: lines may have run together."""
    skipped = _ALPHABET[_ALPHABET.index(one) + 1 : _ALPHABET.index(other)]
    return bool(skipped) and bool(re.search(rf"[.;:)]\s*[{skipped}]\)\s", between))


def _opening(paper: Paper, start: int) -> str:
    """Return the first words of the point that begins at `start`."""
    end = re.compile(r"[.;]\s|\n\s*\n").search(paper.text, start, start + 200)
    stop = end.start() if end else paper.text.rfind(" ", start, min(len(paper.text), start + 160))
    return paper.quote(start, stop if stop > start else start + 60)
