"""The page that Tesseract writes: words with boxes and confidence, and the other letters it thought of."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from dondoc.language.unicode import clean_line

LEAST_LETTER = 5.0  # confidence, 0..100, below which another letter was not thought of in earnest
MOST_OTHERS = 12
ODDS = 0.3  # of another letter in which the recogniser trusts as much; they fall with the square of its trust
_DASHES = re.compile(r"^(?=.*[-–—~])[-–—~_=.]{2,3}$")  # a lone dash with dust
_LINE = re.compile(r"<span class='ocr_(?:line|header|caption|textfloat)'")
_WORD = re.compile(
    r"<span class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)[^']*'[^>]*>([^\n]*)"
)
_CHOICE = re.compile(r"<span class='ocrx_cinfo' id='choice_[^>]*title='x_confs ([^']*)'>([^<]*)</span>")
_MARKUP = re.compile(r"<[^>]*>")

Letters = list[tuple[str, float]]  # what one place in a word may be, with confidences 0..100
Others = list[tuple[str, float]]  # words that may stand there instead, with their odds, 0..1


@dataclass(slots=True)
class Seen:
    """One recognised word: box in pixels, confidence 0..1, and the number of its line in the picture.

    `others` are the words that it would be with one or two other letters which the recogniser thought of, the
    likeliest first.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: int
    settled: bool = False  # read more than once already
    unsure: bool = False  # a person must look at it
    others: Others = field(default_factory=list)


def words_of(page: str) -> list[Seen]:
    """Read the words of a page in hOCR, in its order; their lines are numbered from 0."""
    words: list[Seen] = []
    line = -1
    for head, *body in _blocks(page):
        if _LINE.search(head):
            line += 1
            continue
        found = _WORD.search(head)
        printed = html.unescape(_MARKUP.sub("", found[6])).strip() if found else ""
        text = _DASHES.sub("-", clean_line(printed))
        if found is None or not text:
            continue
        left, top, right, bottom, sure = (int(found[number]) for number in range(1, 6))
        words.append(Seen(text, left, top, right, bottom, sure / 100, line, others=_others(printed, _letters(body))))
    return words


def _blocks(page: str) -> Iterator[list[str]]:
    """Yield the rows of the page in groups: the head of a line alone, or the head of a word with what belongs to it."""
    block: list[str] = []
    for row in page.split("\n"):
        if "ocr_" in row or "ocrx_word" in row:
            if block:
                yield block
            block = [row]
        elif block:
            block.append(row)
    if block:
        yield block


def _letters(rows: list[str]) -> list[Letters]:
    """Return what each place of a word may be, the surest first; blanks before the word are left out."""
    places: list[Letters] = []
    for row in rows:
        if "lstm_choices_" in row:
            places.append([])
        found = _CHOICE.search(row)
        if found and places and float(found[1]) >= LEAST_LETTER:
            places[-1].append((html.unescape(found[2]), float(found[1])))
    while places and (not places[0] or not places[0][0][0].strip()):
        del places[0]
    return places


def _others(printed: str, places: list[Letters]) -> Others:
    """Return the words that differ from the one printed in one or two letters; nothing where letters do not fit.

    The odds were counted on 52,000 words of scans: of words with another letter half as sure as the one seen, one in
    twelve had it; with one as sure, one in four.
    """
    if len(places) != len(printed):
        return []
    swaps: list[tuple[int, str, float]] = []
    for at, (letter, choices) in enumerate(zip(printed, places, strict=True)):
        best = next((sure for other, sure in choices if other == letter), 0.0)
        swaps += [(at, other, min(1.0, sure / best)) for other, sure in choices if best and other != letter]
    found = {_swapped(printed, [swap]): swap[2] for swap in swaps}
    for one, other in combinations(swaps, 2):
        if one[0] != other[0]:
            found.setdefault(_swapped(printed, [one, other]), one[2] * other[2])
    told = {clean_line(word): ODDS * share * share for word, share in found.items()}
    return sorted(told.items(), key=lambda one: -one[1])[:MOST_OTHERS]


def _swapped(word: str, swaps: list[tuple[int, str, float]]) -> str:
    letters = list(word)
    for at, other, _share in swaps:
        letters[at] = other
    return "".join(letters)
