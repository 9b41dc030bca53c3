"""Numbers as Vietnamese papers print them, always as `Decimal`.

The dot groups thousands and the comma is the decimal mark: "1.000" is 1000, "0,5" is 0.5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_POINTED = re.compile(r"\d+\.\d+")
_COMMA_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")

MULTIPLIERS = {
    "chục": Decimal(10), "trăm": Decimal(100), "nghìn": Decimal(1000), "ngàn": Decimal(1000), "vạn": Decimal(10000),
    "triệu": Decimal(1000000), "tỷ": Decimal(1000000000), "tỉ": Decimal(1000000000),
}  # fmt: skip
"""Words after a number that belong to its unit ("triệu đồng"), with what they multiply by."""


def parse_number(printed: str) -> Decimal | None:
    """Return the value of a printed number ("33.230.000.000", "0,5", "02", "10.5"), or None."""
    text = printed.strip()
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _SPACED.fullmatch(text):
        return Decimal(text.replace(" ", "").replace(",", "."))
    if _POINTED.fullmatch(text):
        return Decimal(text)
    if _COMMA_GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return None


def is_unusual(printed: str) -> bool:
    """Say whether a printed number can be read two ways: "10.5" (a foreign point) or "1,000" (a foreign comma)."""
    if _GROUPED.fullmatch(printed):
        return False
    head, comma, tail = printed.partition(",")
    return "." in printed or (bool(comma) and (("," in tail) or (len(tail) == 3 and head != "0")))


def parse_roman(printed: str) -> int | None:
    """Return the value of a Roman numeral ("XVI" -> 16), or None where it is not a well-formed one."""
    text = printed.strip().lower()
    if not text or len(text) > 15 or not _ROMAN_FORM.fullmatch(text):
        return None
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total


def words_value(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """Return (value, words used) of the number that `words` (lower case) begin with, up to 999; None if none does.

    "hai" is 2, "mười hai" 12, "ba mươi lăm" 35, "một trăm" 100.
    """
    value, used = 0, 0
    if len(words) >= 2 and words[0] in _DIGITS and words[1] == "trăm":
        value, used = _DIGITS[words[0]] * 100, 2
        if words[used : used + 1] in (["linh"], ["lẻ"]):
            used += 1
    rest = list(words[used : used + 3])
    tens, taken = _below_hundred(rest)
    if used + taken == 0:
        return None
    return Decimal(value + tens), used + taken


def _below_hundred(words: list[str]) -> tuple[int, int]:
    if not words:
        return 0, 0
    if words[0] == "mười":
        value, taken = 10, 1
    elif words[0] in _DIGITS and words[1:2] == ["mươi"]:
        value, taken = _DIGITS[words[0]] * 10, 2
    elif words[0] in _DIGITS:
        return _DIGITS[words[0]], 1
    else:
        return 0, 0
    if len(words) > taken and words[taken] in _DIGITS and words[taken] != "không":
        # "mười năm 2030" is ten and a year: the caller checks what follows "năm".
        return value + _DIGITS[words[taken]], taken + 1
    return value, taken
