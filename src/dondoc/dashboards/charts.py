"""Geometry of the bars on the dashboards; templates draw them as SVG with attributes only (look 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from dondoc.measure.arithmetic import gettext_noop as _
from dondoc.measure.status import LABELS
from dondoc.measure.task_state import STATE_LABELS, TIMING_LABELS

OWN_WORDS = {
    "open": _("đang làm"),
    "resting": _("tạm dừng, không còn phù hợp"),
    "late": _("xong trễ hạn"),
    "kept": _("xong đúng hạn"),
}
WORDS: dict[str, str] = {
    **{state.value: word for state, word in TIMING_LABELS.items()},
    **{state.value: word for state, word in STATE_LABELS.items()},
    **{status.value: word for status, word in LABELS.items()},
    **OWN_WORDS,
}


@dataclass(frozen=True)
class Segment:
    """A stretch of a stacked bar: the state it stands for, its count, and where it lies, in per cent of the bar."""

    state: str
    count: int
    x: str
    width: str

    @property
    def word(self) -> str:
        """Return the state in the reader's language."""
        return gettext(WORDS.get(self.state, self.state))


@dataclass(frozen=True)
class StackedBar:
    """A bar of counts, worst first, with their sum."""

    segments: tuple[Segment, ...]
    total: int


def stacked(counts: Mapping[str, int], order: Sequence[str], full: int | None = None) -> StackedBar:
    """Stack counts in an order, from 0; `full` is the sum that would fill the bar, by default their own."""
    total = sum(counts.get(state, 0) for state in order)
    whole = full or total or 1
    segments, begin = [], 0
    for state in order:
        count = counts.get(state, 0)
        if count:
            segments.append(Segment(state, count, f"{begin / whole * 100:.2f}", f"{count / whole * 100:.2f}"))
            begin += count
    return StackedBar(tuple(segments), total)


def counted(states: Iterable[str]) -> dict[str, int]:
    """Count states."""
    counts: dict[str, int] = {}
    for state in states:
        counts[state] = counts.get(state, 0) + 1
    return counts
