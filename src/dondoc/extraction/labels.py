"""What a line begins with: the label of a section, of an item, or a word that opens a part of a paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "part", "chapter", "division", "article", "letter", "roman", "group", "number", "appendix", "recipients"
]
ItemStyle = Literal["dash", "plus", "bracketed", "lettered"]

ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_WORD_LABEL = re.compile(
    rf"(?P<word>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:THỨ\s+|thứ\s+)?"
    rf"(?P<number>{ROMAN}|\d{{1,3}}[a-zđ]?|[A-ZĐ]|nhất|hai|ba|tư|năm|sáu|bảy|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY)"
    r"(?![\w/])\s*(?P<close>[.:\-–)]|$|(?=\s))"
)
_GROUP = re.compile(
    r"(?P<label>(?:NHÓM|Nhóm)\s+(?:NHIỆM VỤ|nhiệm vụ|GIẢI PHÁP|giải pháp)(?:,\s*(?:giải pháp|GIẢI PHÁP))?\s+(?:THỨ|thứ|SỐ|số)?\s*(?P<number>\d{1,2}|[^\W\d_]{2,4})"
    r"|(?:NHIỆM VỤ|Nhiệm vụ|GIẢI PHÁP|Giải pháp|(?:KHÂU )?ĐỘT PHÁ|(?:Khâu đ|Đ)ột phá)\s+(?:THỨ|thứ)\s+(?P<nth>[^\W\d_]{2,4}))\s*(?P<close>[.:\-–])\s*(?=\S)"
)
_LETTER = re.compile(r"(?P<number>[A-HĐ])\s*(?P<close>[.\-–)/]|:)(?!\w[.])\s*(?=\S)")
_ROMAN = re.compile(rf"(?P<number>{ROMAN})\s*(?P<close>[.\-–)/:])(?!\d)\s*(?=\S)")
_BARE_ROMAN = re.compile(
    rf"(?P<number>{ROMAN})\s+(?P<close>)(?=[A-ZĐÀ-Ỹ]{{2,}}\s+[A-ZĐÀ-Ỹ]{{2,}})"
)  # the dot lost in recognition
_LOOKALIKE = re.compile(
    r"[_~.,'‘]{0,2}(?P<number>[IVXHLl1|]{1,5})(?:\s?(?P<close>[.\-–])\s*|\s+)(?=[A-ZĐÀ-Ỹ]{2,}\s+[A-ZĐÀ-Ỹ]{2,})"
)
_LOWERED_ROMAN = re.compile(
    r"(?P<number>I[iv]{1,2}|Vi{1,3}|Ix|Xi{1,3})(?P<close>[.\-–])\s+(?=\S)"
)  # the file lost its capitals
_SEEN_AS = str.maketrans({"l": "I", "1": "I", "|": "I", "L": "I", "H": "II"})
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<close>\s?[.)/\-–:]\s?|\s)(?=\S)")
_APPENDIX = re.compile(
    rf"(?P<label>(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU(?=\s+(?:SỐ|\d))|Biểu(?=\s+(?:số|\d)))"
    rf"(?:\s+(?:số|SỐ))?(?:[\s:]+(?P<number>\d{{1,2}}[A-Za-z]?|{ROMAN}|[A-HĐ])(?![\w/]))?)\s*(?P<close>[.:\-–]?)\s*"
)
_RECIPIENTS = re.compile(r"[-*/\s]*(?P<label>Nơi\s+(?:nhận|gửi|nh[ậâa]n)|NƠI\s+NHẬN)\s*(?P<close>:|$)", re.IGNORECASE)
_BRACKET = re.compile(r"\(\d{1,3}\)\s*")
_HALF_RECIPIENTS = re.compile(r"\W{0,3}nh[ậâạa]n\s*:\s*\w{0,3}$", re.IGNORECASE)  # "Nơi" lost in recognition
_ITEM = re.compile(
    r"(?P<dash>[~_.]?[-–—•▪●◦*‒−]\s*|[_~]\s+(?=[A-ZĐÀ-Ỹ]))(?=\S)|(?P<plus>[+]\s*)(?=\S)"
    r"|(?P<bracketed>\((?:\d{1,3}|[a-zđ]|[ivx]+)\)|\d{1,2}\)(?=\s))[.:]?\s*|(?P<lettered>(?P<l>[a-zđ])\s?[)]|(?P<d>[a-zđ])\.(?=\s))\s*"
)
RANK: dict[str, int] = {
    "part": 0, "chapter": 1, "division": 2, "article": 3, "letter": 4, "roman": 5, "number": 6,
}  # fmt: skip
_WORD_STYLE: dict[str, Style] = {"phần": "part", "chương": "chapter", "mục": "division", "điều": "article"}
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ALPHABET = "ABCDĐEFGH"


@dataclass(frozen=True)
class Label:
    """The label of a section: as printed without its dot or dash, where the text after it begins."""

    style: Style
    printed: str
    end: int
    number: tuple[int, ...] = ()
    close: str = ""
    name: str | None = None  # the number of an appendix as printed

    @property
    def rank(self) -> int:
        """Return how deep the label stands: 0 for a Phần, 6 for "1", 7 for "1.1"."""
        return RANK.get(self.style, 0) + (len(self.number) - 1 if self.style == "number" else 0)


@dataclass(frozen=True)
class ItemLabel:
    """The label of an item: a dash, a plus, "(1)" or "a)"; `printed` is None for dashes and pluses."""

    style: ItemStyle
    printed: str | None
    end: int


def roman_value(text: str) -> int:
    """Return the value of a roman number up to XXXIX."""
    total = 0
    for here, following in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total


def _word_number(text: str) -> tuple[int, ...]:
    if text.isdigit():
        return (int(text),)
    if text.lower() in _ORDINALS:
        return (_ORDINALS[text.lower()],)
    if re.fullmatch(ROMAN, text):
        return (roman_value(text),)
    return (_ALPHABET.find(text) + 1,)


def _dotted(text: str) -> Label | None:
    match = _NUMBER.match(text)
    if not match:
        return None
    parts = tuple(int(part) for part in match["number"].split("."))
    close = match["close"].strip()
    if (not close and len(parts) == 1) or (close and match["close"] == close and text[match.end()].isdigit()):
        return None  # "2026 …" or "100 hộ …": a number without a mark is no label
    if (
        parts[0] == 0
        or close == ":"
        or (close == "/" and not text[match.end()].isupper())
        or (close in {"-", "–"} and len(parts) == 1 and text[match.end()].isdigit())
    ):
        return None
    if close == ")" or (close in {"-", "–"} and text[match.end()].islower()):
        return None
    return Label("number", match["number"], match.end(), parts, close)


def section_labels(text: str) -> list[Label]:
    """Return what the start of `text` may be as a section's label; "C." and "I." may be letter or roman."""
    group = _GROUP.match(text) if text[:1] in "NGĐK" else None
    if group and (group["number"] or group["nth"]).lower() in {*_ORDINALS, *map(str, range(1, 30))}:
        nth = _word_number(group["number"] or group["nth"])
        return [Label("group", " ".join(group["label"].split()), group.end(), nth, group["close"])]
    if not text or not (text[0].isdigit() or text[0].isupper() or text[0] in "l|_~.,'‘"):
        return []
    misread = _misread_roman(text)
    if text[0].isdigit():
        dotted = _dotted(text)
        return [dotted] if dotted else misread
    found: list[Label] = []
    word = _WORD_LABEL.match(text)
    if word and not (not word["close"] and text[word.end() :].lstrip()[:1].islower()):
        style = _WORD_STYLE[word["word"].lower()]
        printed = text[: word.end("number")]
        return [Label(style, " ".join(printed.split()), word.end(), _word_number(word["number"]), word["close"] or "")]
    roman = _ROMAN.match(text) or _BARE_ROMAN.match(text) or _LOWERED_ROMAN.match(text)
    if roman and roman["number"]:
        value = roman_value(roman["number"].upper())
        found.append(Label("roman", roman["number"], roman.end(), (value,), roman["close"]))
    letter = _LETTER.match(text)
    if letter:
        found.append(
            Label("letter", letter["number"], letter.end(), (_ALPHABET.find(letter["number"]) + 1,), letter["close"])
        )
    return [*found, *misread]


def _misread_roman(text: str) -> list[Label]:
    """Return the label of "Il. VỀ …" or "H- CHƯƠNG …": a roman number before capitals that recognition misread."""
    match = _LOOKALIKE.match(text)
    if not match or match["number"].isdigit() or (match.start("number") == 0 and re.fullmatch(ROMAN, match["number"])):
        return []
    seen = match["number"].translate(_SEEN_AS)
    if not re.fullmatch(ROMAN, seen):
        return []
    return [Label("roman", match["number"], match.end(), (roman_value(seen),), match["close"] or "")]


def appendix_label(text: str) -> Label | None:
    """Return the label of an appendix ("Phụ lục số 01", "PHỤ LỤC I", "Phụ lục") when `text` opens one.

    A sentence that only speaks of an appendix ("Phụ lục kèm theo Quyết định này gồm …") opens none.
    """
    match = _APPENDIX.match(text)
    if not match:
        return None
    rest = text[match.end() :]
    if rest[:1].islower() or (
        rest and not match["number"] and not match["close"] and not rest[0].isupper() and rest[0] != "("
    ):
        return None
    return Label("appendix", " ".join(match["label"].split()), match.end(), (), match["close"], match["number"])


def recipients_label(text: str) -> Label | None:
    """Return the label of "Nơi nhận:" when `text` opens with it."""
    match = _RECIPIENTS.match(text) or _HALF_RECIPIENTS.match(text)
    return Label("recipients", "Nơi nhận", match.end()) if match else None


def item_label(text: str) -> ItemLabel | None:
    """Return the label of an item when `text` begins with one."""
    match = _ITEM.match(text)
    if not match or match.end() == len(text):
        return None
    if match["dash"]:
        bracket = _BRACKET.match(text, match.end())
        if bracket:  # "- (5) …": a list's dash before a printed number
            return ItemLabel("bracketed", bracket.group().strip(), bracket.end())
        return ItemLabel("dash", None, match.end())
    if match["plus"]:
        return ItemLabel("plus", None, match.end())
    if match["bracketed"]:
        return ItemLabel("bracketed", match["bracketed"], match.end())
    return ItemLabel("lettered", (match["l"] or match["d"]) + (")" if match["l"] else "."), match.end())
