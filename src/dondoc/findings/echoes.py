"""Duplicates word for word: one sentence twice in a section, and a task that an assignment repeats."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict

from ..programme.model import Finding, Indicator
from .figures import capital
from .paper import Entry, Paper, shorten
from .stock import fresh
from .words import fold

_WORD = re.compile(r"[a-z0-9]+")
_LEAST = 6  # syllables of a sentence that is no heading and no name
_LONG = 20  # syllables of a task that an assignment repeats
_SAME = 0.8  # share of its pairs of syllables that the repetition holds
_HALF = 0.4  # share of the repetition that it makes up at least
_COMMON = 12  # items that hold a pair of syllables, from which on the pair tells nothing


def find(paper: Paper) -> list[Finding]:
    """Return the findings about sentences that stand twice."""
    return [*_in_one_section(paper), *_task_and_assignment(paper)]


def _in_one_section(paper: Paper) -> list[Finding]:
    """Find a sentence that one section gives twice, word for word."""
    groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in paper.of("indicator", "body", "assignment"):
        words = _WORD.findall(fold(entry.text))
        if len(words) >= _LEAST and not _labels_a_cell(entry.text):
            groups[entry.section, _owners(entry), " ".join(words)].append(entry)
    findings = []
    for (section, _, _), group in groups.items():
        if len(group) < 2:
            continue
        count = "hai lần" if len(group) == 2 else f"{len(group)} lần"
        why = f"{capital(paper.section_name(section))}: một câu được ghi {count}, nguyên văn."
        findings.append(paper.point("duplicate", "warning", why, [(e, shorten(e.text)) for e in group]))
    return findings


def _owners(entry: Entry) -> str:
    """Return the units an item is given to: each may have the same duty."""
    item = entry.item
    return "" if isinstance(item, Indicator) else ", ".join(sorted(item.leads))


def _labels_a_cell(text: str) -> bool:
    """Say whether a line only fills in a form ("Đơn vị chủ trì: …"), as every item of a list does."""
    return bool(re.match(r"[^.;:]{4,30}:\s", text))


def _task_and_assignment(paper: Paper) -> list[Finding]:
    """Find a task of the body that the closing part gives out again, or a target that a task repeats, word for word."""
    return [
        *_repeated(paper, paper.of("body"), paper.of("assignment"), "trùng nhau gần như nguyên văn"),
        *_repeated(paper, paper.of("indicator"), paper.of("body"), "là một câu: mục tiêu được chép lại làm nhiệm vụ"),
    ]


def _repeated(paper: Paper, first: list[Entry], second: list[Entry], what: str) -> list[Finding]:
    """Return a finding for each entry of `second` that says again, in nearly the same words, one of `first`."""
    known: list[tuple[set[str], list[str], Entry]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for entry in first:
        words = _WORD.findall(fold(entry.text))
        if len(words) < _LONG:
            continue
        pairs = {f"{a} {b}" for a, b in itertools.pairwise(words)}
        for pair in pairs:
            index[pair].append(len(known))
        known.append((pairs, words, entry))
    findings = []
    for entry in second if known else []:
        words = _WORD.findall(fold(entry.text))
        said = {f"{a} {b}" for a, b in itertools.pairwise(words)}
        shared = Counter(number for pair in said for number in index.get(pair, ()) if len(index[pair]) < _COMMON)
        for number, count in shared.most_common(1):
            pairs, words, twin = known[number]
            if count < _SAME * len(pairs) or len(pairs) < _HALF * len(said) or fresh(words) < _LONG // 2:
                continue
            why = f"{capital(paper.name(twin))} và {paper.name(entry)} {what}."
            places: list[tuple[Entry | None, str]] = [(twin, shorten(twin.text)), (entry, shorten(entry.text))]
            findings.append(paper.point("duplicate", "note", why, places))
    return findings
