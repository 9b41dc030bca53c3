"""One sentence as tokens, with the stretches that are no measure's number marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from dondoc.language.dates import moments_in
from dondoc.language.periods import Phrase, phrases_in
from dondoc.language.spacing import lost_spaces

LONGEST = 3000
"""Code points after which a sentence is cut by force: no promise is longer, and the work stays linear."""
MOST = 60
"""Numbers and phrases of time that are read of one sentence; no sentence of a paper has so many."""

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    # A space lost before a figure ("đạt95%") is a fault of print, not a code such as "VR360".
    r"|(?:đạt|trên|dưới|từ|đến|có|là|còn|tăng|giảm|khoảng|nhất|thiểu|quá|đa|lên|xuống|mới|ngày|tháng|năm|trồng|cho|ước|hơn|được)(?=\d)"
    r"|[^\W\d_][^\W_]*|\S",
    re.UNICODE,
)
_MEAN_OF_STAGE = re.compile(
    r"(?:bình\squân|trung\sbình)\s(?:chung\s)?(?P<stage>(?:(?:trong|cả|của)\s)?(?:0?5\snăm|năm\snăm|giai\sđoạn|nhiệm\skỳ))(?!\w)(?!\s?(?:\(|từ\s)?\d)"
    r"|(?<!\d\s)(?<!\w)(?P<whole>(?:trong\s|cả\s)?0?5\snăm)(?=\s(?:đạt|là|ước|khoảng|phấn\sđấu|tối\sthiểu|ít\snhất)\s)"
)
_WORD = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_SAID_TWICE = re.compile(
    rf"(?P<digits>\d)(?P<words>\s?\((?:{_WORD})\))|(?<!\w)(?P<word>(?:{_WORD})\s?\()(?P<figure>\d{{1,3}})\)"
)
_LOOKALIKE = re.compile(r"(?<![\w.,/-])(?:\d+[lIO]+|[lI]\d+)(?=\s[^\W\d_]|\s?%)")
_SEEN_AS = str.maketrans("lIO", "110")
_LATEX = re.compile(r"\\(?:geqslant|leqslant|geq|leq|ge|le)(?![a-z])")
_MINUS = str.maketrans("−‑", "--")
_PAIRS = (">=", "<=")
_DOCUMENT_NUMBER = re.compile(
    r"(?<![\w%])\d{1,5}\s?[-–/]\s?(?:\d{4}\s?/\s?)?[A-ZĐ]{2,}[\w\-/&Đđ.]*|(?<!\w)\d{1,4}/\d{4}/[A-ZĐ]\w*|\bISO\s?[\d:\-./]+|\bTCVN\s?[\d:\-./]+"
)
_JOINT = re.compile(r"[-–/]|ISO|TCVN")  # no number of a document and no day is without one of these
_DAY_MONTH = re.compile(r"(?:ngày|ngày\s|\bmùng\s)\s?\d{1,2}\s?[/-]\s?\d{1,2}(?!\d)", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)0\d{2,3}[.\s]?\d{3,4}[.\s]?\d{3,4}(?!\d)")
_STOP = re.compile(r"(?:(?<=[^\W_])|(?<=[%)\"”’.]))[.!?…]+(?=[\"”’)]?\s)")
_OPEN, _CLOSE = "“‘«", "”’»"


class Token(NamedTuple):
    """A word, number or sign: its lower-case form and its offsets in the sentence."""

    low: str
    start: int
    end: int


def _start(token: Token) -> int:
    return token.start


@dataclass(slots=True)
class Sentence:
    """A sentence: offset in the whole text, printed form, tokens, phrases of time, and marks per token.

    `marks[i]` is "time", "date", "document", "quote" or "" for token i.
    """

    offset: int
    text: str
    tokens: list[Token]
    phrases: list[Phrase]
    marks: list[str]
    bullet: bool = False
    low: str = field(default="")

    def index_at(self, offset: int) -> int:
        """Return the index of the first token that starts at or behind `offset`."""
        return bisect_left(self.tokens, offset, key=_start)

    def words(self, first: int, last: int) -> str:
        """Return tokens [first, last) joined by single spaces, in lower case."""
        return " ".join([token.low for token in self.tokens[first:last]])


def cleaned(text: str) -> str:
    """Return `text` at the same length without markup: "$\\geq 85\\%$" keeps only "≥" and "85%"."""
    if "\\" in text or "$" in text:
        text = _LATEX.sub(lambda m: ("≥" if "g" in m[0] else "≤") + " " * (len(m[0]) - 1), text)
        text = re.sub(r"[$\\{}]", " ", text)
    for pair in _PAIRS:
        if pair in text:
            text = text.replace(pair, ("≥ " if pair == ">=" else "≤ "))
    if "l" in text or "I" in text or "O" in text:
        text = _LOOKALIKE.sub(lambda m: m[0].translate(_SEEN_AS), text)
    if "(" in text:
        text = _SAID_TWICE.sub(_said_once, text)
    return re.sub(r"[\s\u200b\ufeff*_]", " ", text).translate(_MINUS)


def _said_once(found: re.Match[str]) -> str:
    """Blank the spelled number of "02 (hai)" and of "hai (02)"."""
    if found["digits"]:
        return found["digits"] + " " * len(found["words"])
    return " " * len(found["word"]) + found["figure"] + " "


def lowered(text: str) -> str:
    """Return `text` in lower case at the same length."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return offsets of the sentences of a cleaned text; a bullet " - " after a full stop begins one."""
    spans, start = [], 0
    for stop in _STOP.finditer(text):
        after = text[stop.end() : stop.end() + 6].lstrip(' "”’)')
        starts_new = bool(after) and (after[0].isupper() or after[0] in '-–+“"•(' or after[0].isdigit())
        if starts_new and not _is_abbreviation(text, stop.start()):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, len(text)))
    return [piece for span in spans for piece in _forced(*span)]


def _is_abbreviation(text: str, stop: int) -> bool:
    word = re.search(r"[^\W_]{1,6}$", text[max(0, stop - 6) : stop])
    return word is not None and (
        word[0] in {"TP", "Tp", "tp", "TS", "ThS", "PGS", "GS", "BS", "Th", "P", "Q", "đ", "v"}
    )


def _forced(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + LONGEST, end)) for at in range(start, end, LONGEST)]


def parse(text: str, start: int, end: int) -> Sentence:
    """Return the sentence at [start, end) of the cleaned `text`."""
    printed = text[start:end]
    low = lowered(printed)
    glued = lost_spaces(printed)
    tokens = _tokens_of(low)
    if glued:
        tokens = [piece for token in tokens for piece in _syllables(token, low, glued)]
    phrases = _with_means(low, list(islice(phrases_in(low), MOST)))
    marks = _marks(printed, tokens, phrases)
    head = printed.lstrip()
    return Sentence(start, printed, tokens, phrases, marks, head[:1] in "-–+•" and bool(head), low)


def _tokens_of(low: str) -> list[Token]:
    """Return the tokens of a text in lower case; none of them holds a blank."""
    tokens: list[Token] = []
    at = 0
    for stretch in low.split(" "):
        tokens += [Token(word, at + start, at + end) for word, start, end in _tokens_within(stretch)]
        at += len(stretch) + 1
    return tokens


@lru_cache(maxsize=65_536)
def _tokens_within(stretch: str) -> tuple[tuple[str, int, int], ...]:
    """Return the tokens (word, start, end) of what stands between two blanks, nearly always a word seen before."""
    return tuple((found[0], found.start(), found.end()) for found in _TOKEN.finditer(stretch))


def _syllables(token: Token, low: str, glued: list[int]) -> list[Token]:
    """Return a token as it is, or as several where the reader glued syllables together ("bịtối thiểu")."""
    cuts = [cut for cut in glued if token.start < cut < token.end]
    if not cuts or not token.low.isalpha():
        return [token]
    return [Token(low[a:b], a, b) for a, b in pairwise([token.start, *cuts, token.end])]


def _with_means(low: str, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases of time with "bình quân 5 năm", which names a stage without its years."""
    if "bình" not in low and "5" not in low:
        return phrases
    means = [
        Phrase(m.start(said), m.end(said), "stage", None, None, False)
        for m in islice(_MEAN_OF_STAGE.finditer(low), MOST)
        for said in ("stage" if m["stage"] else "whole",)
        if not any(p.start < m.end(said) and m.start(said) < p.end for p in phrases)
    ]
    return sorted([*phrases, *means]) if means else phrases


def _marks(printed: str, tokens: list[Token], phrases: list[Phrase]) -> list[str]:
    marks = [""] * len(tokens)
    spans: list[tuple[int, int, str]] = []
    if any(c in printed for c in '“"‘«'):
        spans += [(a, b, "quote") for a, b in _quotes(printed)]
    if _JOINT.search(printed):
        spans += [(m.start(), m.end(), "document") for m in _DOCUMENT_NUMBER.finditer(printed)]
        spans += [(m.start(), m.end(), "date") for m in _DAY_MONTH.finditer(printed)]
    spans += [(m.start(), m.end(), "date") for m in _PHONE.finditer(printed)]
    spans += [
        (m.start, m.end, "date") for m in moments_in(printed) if "/" in printed[m.start : m.end] or m.end - m.start > 9
    ]
    spans += [(p.start, p.end, "time") for p in phrases]
    for begin, end, mark in spans:
        for at in _between(tokens, begin, end):
            marks[at] = mark
    return marks


def _between(tokens: list[Token], begin: int, end: int) -> range:
    first = bisect_left(tokens, begin, key=_start)
    last = bisect_left(tokens, end, key=_start)
    return range(first, last)


def _quotes(printed: str) -> list[tuple[int, int]]:
    spans, opened = [], -1
    for at, sign in enumerate(printed):
        if sign in _OPEN or (sign == '"' and opened < 0):
            opened = at if opened < 0 else opened
        elif opened >= 0 and (sign in _CLOSE or sign == '"'):
            spans.append((opened, at + 1))
            opened = -1
    return spans
