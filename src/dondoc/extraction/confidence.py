"""Which items a person must look at: an item is doubtful with its reasons, each one Vietnamese sentence.

Doubts about figures, units and times come from where they are read; here those about the text itself are added:
a beginning or an end in mid-sentence, an odd length, characters that recognition may have misread, what is unlike
the work of such papers.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from dondoc.extraction import unfamiliar
from dondoc.extraction.paragraphs import dangles
from dondoc.language.syllables import is_syllable
from dondoc.programme.model import Indicator, Programme, Task
from dondoc.reader.document import Document, Line

LEAST_LENGTH, MOST_LENGTH = 8, 4_000  # characters of an item that needs no second look
LEAST_CONFIDENCE = 0.8  # mean of a line's words, from recognition
_SHOWN_WORDS = 3
_LOAN_WORDS = frozenset((  # no syllables, but printed as they stand in papers of the kind
    "app", "axit", "blockchain", "blog", "bus", "camera", "casino", "chatbot", "chip", "clip", "cloud",
    "container", "email", "facebook", "fanpage", "farmstay", "fax", "festival", "game", "gas", "golf",
    "google", "gym", "homestay", "hotline", "internet", "karaoke", "kg", "km", "km²", "led", "livestream",
    "logistics", "lênin", "marathon", "marketing", "mini", "module", "online", "oxy", "pano", "panô",
    "podcast", "resort", "robot", "selfie", "shop", "show", "smart", "spa", "sport", "startup", "taxi",
    "tiktok", "tour", "vaccine", "video", "villa", "vneid", "web", "website", "wifi", "yoga", "youtube",
    "zalo",
))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
STARTS_INSIDE = "Nội dung bắt đầu bằng chữ thường, có thể bị cắt mất phần đầu câu."
ENDS_INSIDE = "Nội dung dừng giữa câu, có thể bị cắt mất phần cuối."
SHORT = "Nội dung quá ngắn, cần xem có đúng là một mục riêng."
LONG = "Nội dung dài bất thường, có thể gồm nhiều mục nối vào nhau."
MISREAD = "Chữ nhận dạng từ ảnh có thể sai: {words}."
FAINT = "Ảnh mờ, chữ nhận dạng ở đoạn này chưa chắc chắn."


def mark(programme: Programme, document: Document) -> None:
    """Set the confidence of every item from its doubts."""
    seen = document.origin == "scan" or any(line.confidence is not None for line in document.lines)
    scanned = _Scan(document) if seen else None
    items: list[Indicator | Task] = [*programme.indicators, *programme.tasks]
    working = unfamiliar.sections_of_work(programme)
    for item in items:
        doubts = [*item.doubts, *_text_doubts(item)]
        if isinstance(item, Task) and item.source == "body":
            doubts += unfamiliar.doubts(item, says_work=item.section in working)
        elif isinstance(item, Indicator):
            doubts += unfamiliar.doubts_of_target(item)
        if scanned:
            doubts += scanned.doubts(item)
        item.doubts = list(dict.fromkeys(doubts))
        item.confidence = "doubtful" if item.doubts else "sure"


def _text_doubts(item: Indicator | Task) -> list[str]:
    text = item.text
    found = []
    listed = isinstance(item, Indicator) and item.label is not None  # "(2) tỷ lệ …; (3) số …" within a sentence
    if text[:1].islower() and not listed:
        found.append(STARTS_INSIDE)
    if dangles(text, 0):
        found.append(ENDS_INSIDE)
    if len(text) < LEAST_LENGTH:
        found.append(SHORT)
    elif len(text) > MOST_LENGTH:
        found.append(LONG)
    return found


class _Scan:
    """The lines of a paper with scanned pages, by where they stand in the text."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._all = document.origin == "scan"
        self._lines: list[Line] = sorted(document.lines, key=lambda line: line.start)
        self._starts = [line.start for line in self._lines]

    def doubts(self, item: Indicator | Task) -> list[str]:
        """Return what recognition makes doubtful about an item."""
        under = self._under(item)
        if not self._all and all(line.confidence is None for line in under):
            return []
        odd = [word for word in _WORD.findall(item.text) if _is_odd(word)]
        unsure = [
            self._text[start:end]
            for line in under
            for start, end in line.unsure
            if any(start < span.end and span.start < end for span in item.spans)
        ]
        found = []
        if odd or unsure:
            words = list(dict.fromkeys([*unsure, *odd]))[:_SHOWN_WORDS]
            found.append(MISREAD.format(words=", ".join(f"“{word}”" for word in words)))
        if any(line.confidence is not None and line.confidence < LEAST_CONFIDENCE for line in under):
            found.append(FAINT)
        return found

    def _under(self, item: Indicator | Task) -> list[Line]:
        under: list[Line] = []
        for span in item.spans:
            number = max(0, bisect_right(self._starts, span.start) - 1)
            while number < len(self._lines) and self._lines[number].start < span.end:
                under.append(self._lines[number])
                number += 1
        return under


def _is_odd(word: str) -> bool:
    """Say whether a word is neither a syllable nor an abbreviation nor a common word of other languages."""
    return not word.isupper() and not is_syllable(word) and word.lower() not in _LOAN_WORDS
