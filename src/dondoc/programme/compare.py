"""Compares two readings of a paper item by item, so that an amended paper carries over what was reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec
from rapidfuzz import fuzz, process

from .model import Indicator, Measure, Programme, Task

SAME_ITEM = 72.0  # likeness of two texts, 0..100, from which they are one item that was amended
SAME_MEASURE = 60.0

ItemKind = Literal["indicator", "task"]


class Change(msgspec.Struct, kw_only=True, frozen=True):
    """How one item stands in the new paper against the old one; refs are item ids ("t12")."""

    kind: ItemKind
    change: Literal["same", "changed", "added", "removed"]
    old: str | None = None
    new: str | None = None
    before: str | None = None
    after: str | None = None


def compare(old: Programme, new: Programme) -> list[Change]:
    """Return one `Change` for every target and task of either paper, in the order of the new one, removed ones last."""
    return [
        *_compare("indicator", old.indicators, new.indicators),
        *_compare("task", old.tasks, new.tasks),
    ]


def match_measures(old: Sequence[Measure], new: Sequence[Measure]) -> list[tuple[int, int]]:
    """Return pairs (index in `old`, index in `new`) of the measures that are the same thing, by name and unit."""
    candidates = [
        (fuzz.ratio(a.name, b.name) + (10 if a.unit == b.unit else 0), i, j)
        for i, a in enumerate(old)
        for j, b in enumerate(new)
    ]
    return _greedy([c for c in candidates if c[0] >= SAME_MEASURE])


def _compare(kind: ItemKind, old: Sequence[Indicator | Task], new: Sequence[Indicator | Task]) -> list[Change]:
    pairs = {j: i for i, j in _match_texts([x.text for x in old], [x.text for x in new])}
    changes = []
    for j, item in enumerate(new):
        if j not in pairs:
            changes.append(Change(kind=kind, change="added", new=item.id, after=item.text))
            continue
        before = old[pairs[j]]
        same = _content(before) == _content(item)
        changes.append(
            Change(
                kind=kind,
                change="same" if same else "changed",
                old=before.id,
                new=item.id,
                before=None if same else before.text,
                after=None if same else item.text,
            )
        )
    kept = set(pairs.values())
    changes += [
        Change(kind=kind, change="removed", old=x.id, before=x.text) for i, x in enumerate(old) if i not in kept
    ]
    return changes


def _content(item: Indicator | Task) -> dict[str, object]:
    """Return what an office would call the content of `item`: not its place, and not how sure the reading was."""
    content = msgspec.structs.asdict(item)
    for key in ("id", "section", "label", "row", "group", "spans", "confidence", "doubts"):
        content.pop(key, None)
    return content


def _match_texts(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    exact: dict[str, list[int]] = {}
    for i, text in enumerate(old):
        exact.setdefault(text, []).append(i)
    pairs = [(exact[text].pop(0), j) for j, text in enumerate(new) if exact.get(text)]
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_old = [i for i in range(len(old)) if i not in left]
    rest_new = [j for j in range(len(new)) if j not in right]
    if not rest_old or not rest_new:
        return pairs
    scores = process.cdist(
        [old[i] for i in rest_old], [new[j] for j in rest_new], scorer=fuzz.ratio, score_cutoff=SAME_ITEM
    )
    candidates = [
        (float(scores[a][b]), i, j) for a, i in enumerate(rest_old) for b, j in enumerate(rest_new) if scores[a][b] > 0
    ]
    return pairs + _greedy(candidates)


def _greedy(candidates: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Return one-to-one pairs, likest first, nearest in the paper where likeness is equal."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs = []
    for _score, i, j in sorted(candidates, key=lambda c: (-c[0], abs(c[1] - c[2]))):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return pairs
