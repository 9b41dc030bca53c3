"""A roll-up: how many measures it rests on, how many have no data, and the share that is in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dondoc.measure.status import JUDGED, Status

GOOD = frozenset({Status.EXCEEDED, Status.MET, Status.ON_TRACK})
OUTSIDE = frozenset({Status.NOT_APPLIED, Status.NO_LEVEL, Status.OVERRULED})


@dataclass(frozen=True)
class RollUp:
    """Counts by status; `share` (0 to 1) is the weight in time among the measures that rest on a figure."""

    counts: dict[Status, int]
    total: int
    rests_on: int
    without_data: int
    outside: int
    share: Decimal | None


def roll_up(items: Iterable[tuple[str, Decimal]]) -> RollUp:
    """Roll up (status, weight) pairs; weights are 1 unless a person set them, a status without a figure weighs nothing."""
    counts: Counter[Status] = Counter()
    good = weight_of_judged = Decimal(0)
    for name, weight in items:
        status = Status(name)
        counts[status] += 1
        if status in JUDGED:
            weight_of_judged += weight
            good += weight if status in GOOD else 0
    total = sum(counts.values())
    rests_on = sum(counts[status] for status in JUDGED)
    outside = sum(counts[status] for status in OUTSIDE)
    share = good / weight_of_judged if weight_of_judged else None
    return RollUp(dict(counts), total, rests_on, total - rests_on - outside, outside, share)
