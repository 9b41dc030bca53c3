"""Rooms and storeys of building works (programme-format, convention 7)."""

from __future__ import annotations

from .quantities import Quantity
from .sentence import Sentence
from .vocabulary import BUILDING_VERBS, ROOM_WORDS


def _unit(quantity: Quantity) -> str:
    return " ".join((quantity.unit or "").lower().split()[:1])


def is_building_room(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether rooms or storeys of a building work are counted: they are what is built (convention 7, equal).

    Storeys of a house that is only repaired describe it; rooms that are repaired are the work itself.
    """
    unit = _unit(quantity)
    if unit not in ROOM_WORDS or quantity.percent or quantity.has("ge", "gt", "le", "lt"):
        return False
    if "mỗi" in sentence.words(max(0, quantity.lead - 6), quantity.lead).split():
        return False
    before = sentence.words(max(0, quantity.lead - 30), quantity.lead)
    if unit == "tầng":
        return "xây" in before
    return any(verb in before for verb in BUILDING_VERBS)


def is_room_of_repair(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether storeys of a house that is only repaired are counted."""
    return _unit(quantity) == "tầng" and not quantity.tags
