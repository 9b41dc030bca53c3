"""Numbers, dates and moments as Vietnamese pages and papers show them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NONE = "—"
Number = Decimal | int | float | None


def number(value: Number, places: int | None = None) -> str:
    """Return `value` with dots between thousands and a decimal comma; without `places`, no closing zeros."""
    if value is None or value == "":
        return NONE
    exact = Decimal(str(value))
    text = f"{exact:,.{places}f}" if places is not None else f"{exact:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.translate(str.maketrans(",.", ".,"))
    return "−" + text[1:] if text.startswith("-") else text


def percent(value: Number, places: int | None = None) -> str:
    """Return `value` (95 for 95 %) with its sign, without a space: "95%"."""
    text = number(value, places)
    return text if text == NONE else f"{text}%"


def day(value: date | None) -> str:
    """Return a date, or the date of a moment in Vietnam, as dd/mm/yyyy."""
    if not value:
        return NONE
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(VIETNAM)
    return f"{value:%d/%m/%Y}"


def moment(value: datetime | None) -> str:
    """Return a moment, in the time of Vietnam, as "22/11/2026 14:05"."""
    if not value:
        return NONE
    local = value.astimezone(VIETNAM) if value.tzinfo is not None else value
    return f"{local:%d/%m/%Y %H:%M}"


def shorten(text: str, width: int = 80) -> str:
    """Return at most `width` characters of `text`, cut between words and marked with "…"."""
    text = " ".join(str(text).split())
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:.-–") + "…"
