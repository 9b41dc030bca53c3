"""What a measure promises, what has been observed of it, and the ward's settings that judge it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from dondoc.programme.model import Direction, Period

Nature = Literal["rate", "flow", "level"]

HUNDRED = Decimal(100)
LESS_IS_BETTER = frozenset({"at_most", "below"})
GROWTH = frozenset({"increase", "decrease"})
GROWTH_WORDS = re.compile(r"\b(?:tăng|tốc độ)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """The programme's term: 2025-2030 runs to 31/12/2030; `since` is the day from which figures are owed."""

    first_year: int
    last_year: int
    since: date | None = None

    @property
    def start(self) -> date:
        """Return the first day of the term."""
        return self.since or date(self.first_year, 1, 1)

    @property
    def end(self) -> date:
        """Return the last day of the term."""
        return date(self.last_year, 12, 31)


@dataclass(frozen=True)
class Point:
    """A value at the end of a year: a baseline or a milestone."""

    year: int
    value: Decimal

    @property
    def day(self) -> date:
        """Return 31 December of the year, the day the value holds for."""
        return date(self.year, 12, 31)


@dataclass(frozen=True)
class Promise:
    """One number the paper commits to, with what people have decided about it.

    `ceiling` tells that a range may not be overshot; `not_applied` is the reason for which it does not apply yet.
    """

    direction: Direction
    term: Term
    name: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    nature: Nature = "level"
    unit: str = ""
    per: str = ""
    period: Period = "unspecified"
    year_from: int | None = None
    year_to: int | None = None
    baseline: Point | None = None
    milestones: tuple[Point, ...] = ()
    ceiling: bool = False
    not_applied: str = ""
    not_applied_from: date | None = None

    @property
    def target(self) -> Decimal | None:
        """Return the number that is compared: the upper bound where less is better, otherwise the lower."""
        if self.direction in LESS_IS_BETTER:
            return self.high if self.high is not None else self.low
        return self.low if self.low is not None else self.high

    @property
    def less_is_better(self) -> bool:
        """Tell whether the direction turns every comparison."""
        return self.direction in LESS_IS_BETTER

    @property
    def strict(self) -> bool:
        """Tell whether reaching the number exactly is not enough ("trên X", "dưới X")."""
        return self.direction in ("above", "below")

    @property
    def last_year(self) -> int:
        """Return the year at whose end the promise falls due."""
        return self.year_to or self.term.last_year

    @property
    def first_year(self) -> int:
        """Return the first year the promise covers."""
        return self.year_from or self.term.first_year

    @property
    def is_share(self) -> bool:
        """Tell whether it is a share of a whole, for which 100 % is the ceiling."""
        return self.unit.strip() == "%" and self.nature == "rate" and not self.grows

    @property
    def grows(self) -> bool:
        """Tell whether its figures are growth rates: an increase, a decrease, or a share of which the name says so."""
        return self.direction in GROWTH or (self.unit.strip() == "%" and bool(GROWTH_WORDS.search(self.name)))

    @property
    def is_outright(self) -> bool:
        """Tell whether it is a state without a year ("không còn hộ nghèo", "100% trạm y tế đạt chuẩn")."""
        if self.period != "unspecified" or self.target is None:
            return False
        return self.target == 0 if self.less_is_better else self.is_share and self.target == HUNDRED

    @property
    def accumulates(self) -> bool:
        """Tell whether the figures of the years are added up towards the target."""
        return self.nature == "flow" and self.period not in ("annual", "average_over") and not self.grows


@dataclass(frozen=True)
class Observed:
    """One figure as of the end of its period; a flow is counted from 1 January of its year to that day.

    `assessed` is what the lead says of a qualitative measure: met, on_track, at_risk or behind.
    """

    day: date
    value: Decimal | None = None
    assessed: str = ""
    confirmed: bool = True


@dataclass(frozen=True)
class Rules:
    """The settings of a ward that judge a measure."""

    risk_ratio: Decimal = Decimal("0.9")
    exceed_by: Decimal = Decimal("0.05")
    figures_due_day: int = 10
    cutoff_day: int = 0
    followed_since: date | None = None  # before it no report can have been late
