"""Duplicates word for word: one sentence twice in a section, and a task that an assignment repeats."""

from __future__ import annotations

import re
from collections import defaultdict

from ..programme.model import Finding, Indicator
from .figures import capital
from .paper import Entry, Paper, shorten
from .stock import fresh
from .words import fold

_WORD = re.compile(r"[a-z0-9]+")
_LEAST = 6  # syllables of a sentence that is no heading and no name
_LONG = 20  # syllables of a task that an assignment repeats


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
    """Find a task of the body that the closing part gives out again in the same words."""
    tasks: list[tuple[str, list[str], Entry]] = []
    for entry in paper.of("body"):
        words = _WORD.findall(fold(entry.text))
        if len(words) >= _LONG:
            tasks.append((" ".join(words[2:_LONG]), words, entry))
    findings = []
    for entry in paper.of("assignment"):
        said = " ".join(_WORD.findall(fold(entry.text)))
        twin = next((task for key, words, task in tasks if key in said and fresh(words) >= _LONG // 2), None)
        if twin is not None:
            why = f"{capital(paper.name(twin))} và {paper.name(entry)} trùng nhau gần như nguyên văn."
            places: list[tuple[Entry | None, str]] = [(twin, shorten(twin.text)), (entry, shorten(entry.text))]
            findings.append(paper.point("duplicate", "note", why, places))
    return findings
