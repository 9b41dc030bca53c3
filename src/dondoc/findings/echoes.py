"""Duplicates word for word: one sentence twice in a section, and a task that an assignment repeats."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ..programme.model import Finding, Indicator
from .figures import capital
from .paper import Entry, Paper, shorten, times
from .stock import fresh
from .words import grams

_LEAST = 6  # syllables of a sentence that is no heading and no name
_LONG = 20  # syllables of a task that an assignment repeats
_SAME = 0.8  # share of its pairs of syllables that the repetition holds
_HALF = 0.4  # share of the repetition that it makes up at least
_GRAM = 6  # syllables in a row by which a repetition is first noticed


def find(paper: Paper) -> list[Finding]:
    """Return the findings about sentences that stand twice."""
    return [*_in_one_section(paper), *_task_and_assignment(paper)]


def _in_one_section(paper: Paper) -> list[Finding]:
    """Find a sentence that one section gives twice, word for word."""
    groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in paper.of("indicator", "body", "assignment"):
        words = entry.said()
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
    """Find a task of the body that the closing part gives out again, and targets that tasks repeat, word for word."""
    findings = []
    for twin, entry in _repeated(paper.of("body"), paper.of("assignment")):
        why = f"{capital(paper.name(twin))} và {paper.name(entry)} trùng nhau gần như nguyên văn."
        findings.append(paper.point("duplicate", "note", why, [(e, shorten(e.text)) for e in (twin, entry)]))
    copied = list(_repeated(paper.of("indicator"), paper.of("body")))
    if copied:
        where = " và ".join(paper.name(entry) for entry in copied[0])
        why = f"{capital(where)} là một câu{times(copied)}: mục tiêu được chép lại làm nhiệm vụ."
        places: list[tuple[Entry | None, str]] = [(e, shorten(e.text)) for pair in copied for e in pair]
        findings.append(paper.point("duplicate", "note", why, places))
    return findings


def _repeated(first: list[Entry], second: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield an entry of `first` with one of `second` that says it again in nearly the same words."""
    known: list[tuple[list[str], Entry]] = []
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for entry in first:
        words = entry.said()
        if len(words) >= _LONG:
            for gram in grams(words, _GRAM):
                index[gram].append(len(known))
            known.append((words, entry))
    for entry in second if known else []:
        words = entry.said()
        met = Counter([number for gram in grams(words, _GRAM) if gram in index for number in index[gram]])
        for number, _ in met.most_common(1):
            theirs, twin = known[number]
            pairs, said = set(itertools.pairwise(theirs)), set(itertools.pairwise(words))
            near = len(pairs & said) >= _SAME * len(pairs) and len(pairs) >= _HALF * len(said)
            if near and fresh(theirs) >= _LONG // 2:
                yield twin, entry
