"""A second look at what must not be misread: figures, document numbers, and words that another may well be.

Their pieces of a page are laid on one strip, softened and recognised again. What was seen of a word is weighed with
what was seen before; where the readings of a figure differ, a third look at the enlarged pieces decides, and the
figure is unsure. Nothing is corrected: what is kept was read by one of the looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dondoc.reader.ocr.hocr import Others, Seen
from dondoc.reader.ocr.tesseract import BLOCK, OcrFailedError, recognise
from dondoc.reader.ocr.weighing import LOOK, beside, parts_of, weigh, with_look
from dondoc.reader.ocr.wording import common_wording

if TYPE_CHECKING:
    from dondoc.reader.ocr.picture import Grey

UNSURE_WORD = 0.9  # confidence below which a word that is none of letters alone is looked at again
SURE_LABEL = 0.9
BEFORE, AFTER = 2, 3  # words around a figure that are looked at with it: what grows, and what is counted
BESIDE = 1  # word on each side of one read unsurely
SOFTER = 0.29  # points: radius of the blur; grain and the rims that JPEG draws vanish, marks over letters stay
LARGER, LARGEST = 1.25, 1.5
FLOOR = 0.4  # confidence that a reading counts for at least: of document numbers the recogniser is never sure
SETTLED = 1.3  # weight below which a figure is looked at twice more, softened and enlarged
MARGIN, GAP = 8.0, 8.5  # points of white beside and between the pieces
OVER, UNDER = 1.2, 1.5  # points around the boxes of the words
NEAR = 1.5  # points that a word may seem to have moved
NARROWEST = 40.0  # points; Tesseract finds no lines on a narrower strip
TALLEST = 30_000  # pixels of a strip; Tesseract takes 32,767

_FIGURE = re.compile(r"[\d%]|\w/\w")
_LABEL = re.compile(r"\(?(?:\d{1,2}|[IVX]+)(?:\.\d{1,2})*[.)]+|[IVX]+-")  # of a line: its neighbours tell the number
_PERCENT = re.compile(r"(\d)([0689])%")  # a last digit before the sign
_EDGES = ".,;:…()[]|"
_SAME_SIGN = str.maketrans("≥≤–—“”‘’", "><--\"\"''")

Reading = tuple[str, float]  # text and confidence; "" where nothing was seen


@dataclass(slots=True)
class Piece:
    """Words that stand together on a line, their box in pixels of the page and the top of its copy on the strip."""

    words: list[Seen]
    left: int
    top: int
    right: int
    bottom: int
    at: int = 0


def look_again(grey: Grey, seen: list[Seen], dpi: float, until: float) -> None:
    """Read the delicate words of a page anew and keep, in place, the reading that wins; `until` is a monotonic time."""
    pieces = _laid(pieces_of(seen, grey, dpi), dpi)
    if not pieces:
        return
    readings: dict[int, list[Reading]] = {}
    for word, second, others in _readings(_softened(_strip(grey, pieces, dpi), dpi), pieces, dpi, 1.0, until):
        if _is_figure(word.text) or _is_figure(second[0]) or parts_of(word.text) is None:
            if alike(word.text, second[0]):
                with_look(word, word.text, others)
            else:
                readings[id(word)] = [(word.text, word.confidence), second]
        elif second[0]:
            with_look(word, second[0], others)
    _read_on(grey, pieces, readings, dpi, LARGER, until)
    weak = {key: told for key, told in readings.items() if settled(told)[1] < SETTLED and _is_figure(told[0][0])}
    for scale in (LARGER, LARGEST) if weak else ():
        _read_on(grey, pieces, weak, dpi, scale, until, softened=True)
    for word in seen:
        if id(word) in readings:
            (word.text, word.confidence), _ = settled(readings[id(word)])
            word.unsure = True


def _read_on(
    grey: Grey, pieces: list[Piece], readings: dict[int, list[Reading]], dpi: float, scale: float, until: float,
    softened: bool = False,
) -> None:  # fmt: skip
    """Read the pieces with disputed words once more, enlarged, and add what is read to their readings."""
    again = _laid([piece for piece in pieces if any(id(word) in readings for word in piece.words)], dpi)
    if not again:
        return
    strip = _strip(grey, again, dpi)
    strip = _enlarged(_softened(strip, dpi) if softened else strip, scale)
    for word, reading, _others in _readings(strip, again, dpi, scale, until):
        if id(word) in readings:
            readings[id(word)].append(reading)


def pieces_of(seen: list[Seen], grey: Grey, dpi: float) -> list[Piece]:
    """Return the pieces of lines that deserve a second look, from top to bottom."""
    lines: dict[int, list[Seen]] = {}
    doubted: set[int] = set()
    for word, near in zip(seen, beside([word.text for word in seen]), strict=True):
        lines.setdefault(word.line, []).append(word)
        if weigh(word, near, common_wording())[1] < LOOK:
            doubted.add(id(word))
    height, width = grey.shape
    over, under = round(OVER * dpi / 72), round(UNDER * dpi / 72)
    return [
        Piece(
            words, max(0, min(word.left for word in words) - over), max(0, min(word.top for word in words) - over),
            min(width, max(word.right for word in words) + over), min(height, max(word.bottom for word in words) + under),
        )
        for line in lines.values()
        for words in _stretches(sorted(line, key=lambda word: word.left), doubted)
    ]  # fmt: skip


def _stretches(line: list[Seen], doubted: set[int]) -> list[list[Seen]]:
    """Cut from a line its delicate words, each with those around it; near ones together."""
    found: list[tuple[int, int]] = []
    for index, word in enumerate(line):
        if _bears_figure(word, first=index == 0):
            before, after = BEFORE, AFTER
        elif not word.settled and (id(word) in doubted or _is_odd(word)):
            before, after = BESIDE, BESIDE
        else:
            continue
        start, end = max(0, index - before), min(len(line), index + after + 1)
        if found and start <= found[-1][1] + 1:
            first, last = found.pop()
            start, end = min(first, start), max(last, end)
        found.append((start, end))
    return [line[start:end] for start, end in found]


def _bears_figure(word: Seen, first: bool) -> bool:
    """Say whether a word bears a figure or the signs of a document number; the sure label of a line is none."""
    if word.settled or (first and word.confidence >= SURE_LABEL and _LABEL.fullmatch(word.text)):
        return False
    return _is_figure(word.text)


def _is_odd(word: Seen) -> bool:
    """Say whether a word that cannot be weighed was read unsurely."""
    return word.confidence < UNSURE_WORD and any(c.isalnum() for c in word.text) and parts_of(word.text) is None


def _is_figure(text: str) -> bool:
    parts = text.split("-")
    return bool(_FIGURE.search(text)) or (len(parts) > 1 and any(len(part) > 1 and part.isupper() for part in parts))


def alike(one: str, other: str) -> bool:
    """Say whether two readings are the same word.

    Small and capital letters of one shape, commas and points at the edges are told from the whole line, not from
    a piece of it: there the first reading stands. The bar of ≥ is looked for apart.
    """
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return text.translate(_SAME_SIGN).strip(_EDGES).casefold()


def settled(readings: list[Reading]) -> tuple[Reading, float]:
    """Choose one of differing readings and return it with its weight: like ones add their confidence.

    So two of three win unless both are very unsure; of like ones the first stands, for it saw the whole line.
    """
    told = [reading for reading in readings if reading[0]]
    told = [one for one in told if not any(_rings(one[0], other[0]) for other in told)] or told
    weights = [sum(max(FLOOR, other[1]) for other in told if alike(reading[0], other[0])) for reading in told]
    best = told[weights.index(max(weights))]
    like = [reading for reading in told if alike(reading[0], best[0])]
    return readings[0] if readings[0] in like else max(like, key=lambda reading: reading[1]), max(weights)


def _rings(longer: str, shorter: str) -> bool:
    """Say whether a percentage is another one and a digit more: the upper ring of % read as a 9, 0, 6 or 8 ("159%").

    The opposite, a digit that vanishes into a %, does not happen: so the shorter reading is the right one.
    """
    found = _PERCENT.search(longer)
    return found is not None and longer[: found.start(2)] + longer[found.end(2) :] == shorter


def _laid(pieces: list[Piece], dpi: float) -> list[Piece]:
    """Give the pieces their places on a strip, one under another; those that find no room are left out."""
    gap = round(GAP * dpi / 72)
    at = gap
    for piece in pieces:
        piece.at = at
        at += piece.bottom - piece.top + gap
    return [piece for piece in pieces if (piece.at + piece.bottom - piece.top + gap) * LARGEST < TALLEST]


def _strip(grey: Grey, pieces: list[Piece], dpi: float) -> Grey:
    """Draw the strip."""
    import numpy as np

    margin, gap = round(MARGIN * dpi / 72), round(GAP * dpi / 72)
    widest = max(round(NARROWEST * dpi / 72), *(piece.right - piece.left for piece in pieces))
    last = pieces[-1]
    strip = np.full((last.at + last.bottom - last.top + gap, widest + 2 * margin), 255, dtype=np.uint8)
    for piece in pieces:
        copy = grey[piece.top : piece.bottom, piece.left : piece.right]
        strip[piece.at : piece.at + copy.shape[0], margin : margin + copy.shape[1]] = copy
    return strip


def _softened(strip: Grey, dpi: float) -> Grey:
    import numpy as np
    from PIL import Image, ImageFilter

    return np.asarray(Image.fromarray(strip).filter(ImageFilter.GaussianBlur(SOFTER * dpi / 72)), dtype=np.uint8)


def _enlarged(strip: Grey, scale: float) -> Grey:
    import numpy as np
    from PIL import Image

    image = Image.fromarray(strip)
    size = (round(image.width * scale), round(image.height * scale))
    return np.asarray(image.resize(size, Image.Resampling.LANCZOS), dtype=np.uint8)


def _readings(
    strip: Grey, pieces: list[Piece], dpi: float, scale: float, until: float
) -> list[tuple[Seen, Reading, Others]]:
    """Recognise a strip and return for each word of its pieces what stands in its place; nothing where it fails."""
    try:
        seen = recognise(strip, dpi * scale, BLOCK, until)
    except OcrFailedError:  # the first reading stands, unconfirmed
        seen = []
    margin, gap, near = round(MARGIN * dpi / 72), round(GAP * dpi / 72), NEAR * dpi / 72
    found: list[tuple[Seen, Reading, Others]] = []
    for piece in pieces:
        height = piece.bottom - piece.top
        here = [
            w for w in seen if piece.at - gap / 2 <= (w.top + w.bottom) / 2 / scale <= piece.at + height + gap / 2
        ]  # fmt: skip
        shift = margin - piece.left
        found += [(word, *_reading(word.left + shift, word.right + shift, here, scale, near)) for word in piece.words]
    return found


def _reading(left: int, right: int, seen: list[Seen], scale: float, near: float) -> tuple[Reading, Others]:
    """Return what was seen between two edges of a strip; "" where words ran into each other across them."""
    here = [w for w in seen if left - near <= (w.left + w.right) / 2 / scale <= right + near]
    inside = all(left - 3 * near <= w.left / scale and w.right / scale <= right + 3 * near for w in here)
    if not here or not inside:
        return ("", 0.0), []
    here.sort(key=lambda word: word.left)
    others = here[0].others if len(here) == 1 else []
    return ("".join(word.text for word in here), min(word.confidence for word in here)), others
