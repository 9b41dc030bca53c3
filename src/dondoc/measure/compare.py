"""Comparing a figure with what was wanted: the ratio r, whether the target is met, and by how much it is exceeded."""

from __future__ import annotations

from decimal import Decimal

from dondoc.measure.promise import HUNDRED, Promise

ONE = Decimal(1)
INFINITE = Decimal("Infinity")


def direct_ratio(observed: Decimal, wanted: Decimal, *, less_is_better: bool) -> Decimal | None:
    """Return r = observed / wanted, for a ceiling wanted / observed; None where the wanted value is 0.

    Below zero the two swap places, so that r never falls when the figure gets better.
    """
    if wanted == 0:
        return None
    if wanted < 0:
        observed, wanted, less_is_better = -observed, -wanted, not less_is_better
    if not less_is_better:
        return observed / wanted
    return INFINITE if observed <= 0 else wanted / observed


def path_ratio(observed: Decimal, baseline: Decimal, expected: Decimal) -> Decimal | None:
    """Return r = (observed − baseline) / (expected − baseline), None where no movement is expected yet."""
    if expected == baseline:
        return None
    return (observed - baseline) / (expected - baseline)


def not_worse(observed: Decimal, wanted: Decimal, *, less_is_better: bool) -> bool:
    """Tell whether a figure is as good as the wanted one, or better."""
    return observed <= wanted if less_is_better else observed >= wanted


def reaches(promise: Promise, value: Decimal) -> bool:
    """Tell whether a value meets the target, with the strictness of its words."""
    target = promise.target
    if target is None:
        return False
    if promise.strict:
        return value < target if promise.less_is_better else value > target
    return not_worse(value, target, less_is_better=promise.less_is_better) and not over_ceiling(promise, value)


def over_ceiling(promise: Promise, value: Decimal) -> bool:
    """Tell whether a range that is also a ceiling is overshot."""
    return promise.direction == "range" and promise.ceiling and promise.high is not None and value > promise.high


def exceeds(promise: Promise, value: Decimal, by: Decimal) -> bool:
    """Tell whether a value is better than the target by more than the share `by` of it.

    Never where 100 % is the ceiling, for an exact number, or for a fall (beyond its upper bound a person is asked).
    """
    target = promise.target
    if target is None or not reaches(promise, value) or promise.direction in ("equal", "decrease"):
        return False
    if promise.direction == "range":
        return promise.high is not None and value > promise.high
    if promise.is_share and target >= HUNDRED:
        return False
    margin = abs(target) * by
    if margin == 0:
        return False
    return value < target - margin if promise.less_is_better else value > target + margin
