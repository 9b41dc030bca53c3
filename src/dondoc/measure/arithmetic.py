"""The arithmetic of a verdict, step by step, so that a page can unfold it in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

Figure = Decimal | int | date | str


def gettext_noop(text: str) -> str:
    """Mark a Vietnamese sentence for the catalogue; the page that shows it translates it."""
    return text


@dataclass(frozen=True)
class Number:
    """One number of a step: what it is (a sentence of the catalogue), its value and its unit."""

    name: str
    value: Figure
    unit: str = ""


@dataclass(frozen=True)
class Step:
    """One step: what it finds, the formula in words, the numbers put in, and what came out."""

    label: str
    words: str
    numbers: tuple[Number, ...] = ()
    result: Number | None = None


@dataclass
class Working:
    """The steps and remarks gathered while a verdict is found, in order."""

    steps: list[Step] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def step(self, label: str, words: str, *numbers: Number, result: Number | None = None) -> None:
        """Add a step."""
        self.steps.append(Step(label, words, numbers, result))

    def note(self, text: str) -> None:
        """Add a remark once."""
        if text not in self.notes:
            self.notes.append(text)


def rounded(value: Decimal, places: int = 6) -> Decimal:
    """Round half up to `places` decimals, without trailing zeros."""
    if not value.is_finite():
        return value
    quantum = Decimal(1).scaleb(-places)
    trimmed = value.quantize(quantum, rounding="ROUND_HALF_UP").normalize()
    return trimmed.quantize(Decimal(1)) if trimmed == trimmed.to_integral_value() else trimmed


def _plain(value: Figure) -> str:
    if isinstance(value, Decimal):
        return str(rounded(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _kind(value: Figure) -> str:
    if isinstance(value, Decimal | int):
        return "number"
    return "date" if isinstance(value, date) else "text"


def number_as_data(number: Number) -> dict[str, str]:
    """Turn a number into JSON data: name, kind (number, date, text), value, unit."""
    return {"name": number.name, "kind": _kind(number.value), "value": _plain(number.value), "unit": number.unit}


def step_as_data(step: Step) -> dict[str, Any]:
    """Turn a step into JSON data that can be stored with the verdict and shown again as it was."""
    return {
        "label": step.label,
        "words": step.words,
        "numbers": [number_as_data(number) for number in step.numbers],
        "result": number_as_data(step.result) if step.result else None,
    }
