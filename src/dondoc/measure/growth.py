"""Growth: from absolute values, its geometric mean over the years, and what the remaining years still need."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dondoc.measure.promise import HUNDRED

ONE = Decimal(1)


def growth(now: Decimal, before: Decimal) -> Decimal | None:
    """Return the growth in per cent from one year's value to the next; None where the base is not above 0."""
    return (now - before) / before * HUNDRED if before > 0 else None


def fall(now: Decimal, before: Decimal) -> Decimal | None:
    """Return the size of the fall in per cent (8 means fell by 8 %); None where the base is not above 0."""
    grown = growth(now, before)
    return None if grown is None else -grown


def product(growths: Sequence[Decimal]) -> Decimal:
    """Return Π(1 + g) of growths in per cent."""
    result = ONE
    for one in growths:
        result *= ONE + one / HUNDRED
    return result


def geometric_mean(growths: Sequence[Decimal]) -> Decimal:
    """Return the growth a year, in per cent, that gives the same end as the growths given; they may not be empty."""
    whole = product(growths)
    if whole <= 0:
        return -HUNDRED
    return (whole ** (ONE / Decimal(len(growths))) - ONE) * HUNDRED


def growth_needed(target: Decimal, years: int, growths: Sequence[Decimal]) -> Decimal | None:
    """Return ((1+T)^n / Π(1+g))^(1/(n−k)) − 1 in per cent; None when no year is left or nothing is left to grow."""
    left = years - len(growths)
    whole = product(growths)
    if left <= 0 or whole <= 0:
        return None
    ratio = (ONE + target / HUNDRED) ** years / whole
    return (ratio ** (ONE / Decimal(left)) - ONE) * HUNDRED
