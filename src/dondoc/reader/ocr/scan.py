"""Scanned pages: rendered one at a time, recognised side by side, with rules, cells and lines in points.

Tesseract runs as a process of its own for each page, so threads suffice here and only the pages at work are in memory.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dondoc.reader.limits import Limits
from dondoc.reader.ocr.hocr import Seen
from dondoc.reader.ocr.picture import DARK, cleaned
from dondoc.reader.ocr.ruling import rules_in
from dondoc.reader.ocr.second import look_again
from dondoc.reader.ocr.signs import with_bars
from dondoc.reader.ocr.table import recognise_tables
from dondoc.reader.ocr.tesseract import PAGE, OcrMissingError, program, recognise
from dondoc.reader.ocr.weighing import runs_of, settle
from dondoc.reader.ocr.weight import bold_words
from dondoc.reader.ocr.wording import common_wording
from dondoc.reader.pages.grid import grids_of
from dondoc.reader.pages.marks import Grid, PageMarks, Word, middle
from dondoc.reader.refusals import TooLargeError

if TYPE_CHECKING:
    from dondoc.reader.ocr.picture import Grey

DPI = 200.0  # at which pages are rendered
LOWEST_DPI = 60.0
MOST_PIXELS = 9_000_000  # of a page at work: A3 at 200 dpi is 7.7 million
NEAR = 4.0  # points within which the edges of a scanned table are one
LEAST_INK = 50  # dark pixels that a page needs to be worth recognising
WORD_HEIGHT = 0.85  # of the size: the usual word has letters that rise or hang
SAME_SIZE = 0.2
READABLE = 0.6  # mean confidence below which a page may lie on its side
WRITTEN = 0.004  # share of dark pixels of a page with a few lines of writing
LOWEST_LETTER = 3.2  # points
UNSURE_LINE, SHORT_LINE = 0.35, 12  # mean confidence; letters
DASHES = ("-", "–", "+")
UNSURE = 0.15  # a lone mark less sure than this is dust

__all__ = ["OcrMissingError", "Picture", "recognise_pages", "rendered"]


@dataclass(slots=True)
class Picture:
    """The picture of one page, in grey."""

    grey: Grey
    dpi: float


@dataclass(slots=True)
class Recognised:
    """One page, and its words as they were seen, in the same order."""

    marks: PageMarks
    seen: list[Seen]


def rendered(pdf: Any, index: int, limits: Limits) -> Picture:
    """Render one page of an open PDF in grey; raise TooLargeError where it would exceed the limits."""
    page = pdf[index]
    try:
        width, height = page.get_size()
        dpi = DPI
        while width * height * (dpi / 72) ** 2 > min(MOST_PIXELS, limits.max_pixels):
            dpi *= 0.8
            if dpi < LOWEST_DPI:
                raise TooLargeError("khổ trang quá lớn", "a page is too large")
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        grey = bitmap.to_numpy()
        grey = (grey[:, :, 0] if grey.ndim == 3 else grey).copy()
        bitmap.close()
        return Picture(grey, dpi)
    finally:
        page.close()


def recognise_pages(pictures: Iterable[Picture], total: int, limits: Limits) -> list[PageMarks]:
    """Recognise the pages in order, as many at a time as there are processors.

    Raises OcrMissingError before the first page is drawn, OcrFailedError when a page takes too long.
    """
    if not limits.ocr:
        raise OcrMissingError
    program()
    workers = max(1, min(os.cpu_count() or 1, total))
    done: list[Recognised] = []
    waiting: list[Future[Recognised]] = []
    with ThreadPoolExecutor(workers, thread_name_prefix="ocr") as pool:
        try:
            for number, picture in enumerate(pictures, start=1):
                waiting.append(pool.submit(recognise_page, picture, number, limits))
                if len(waiting) > workers:
                    done.append(waiting.pop(0).result())
                    _report(limits, len(done), total)
            while waiting:
                done.append(waiting.pop(0).result())
                _report(limits, len(done), total)
        finally:
            for future in waiting:
                future.cancel()
    return _settled(done)


def _settled(pages: list[Recognised]) -> list[PageMarks]:
    """Settle the words of all pages by the wording of the whole paper, and return the pages."""
    wording = common_wording().with_paper(run for page in pages for run in runs_of(page.seen))
    for page in pages:
        settle(page.seen, wording, counted=True)
        for word, seen in zip(page.marks.words, page.seen, strict=True):
            word.text, word.unsure = seen.text, seen.unsure
    return [page.marks for page in pages]


def _report(limits: Limits, done: int, total: int) -> None:
    if limits.progress is not None:
        limits.progress(done, total)


def recognise_page(picture: Picture, number: int, limits: Limits) -> Recognised:
    """Recognise one page; one that reads badly is tried sideways and upside down as well."""
    grey = picture.grey
    picture.grey = grey[:0]  # the page is held here only
    best, quality = _as_it_lies(grey, picture.dpi, number, limits)
    if quality < READABLE and (grey < DARK).mean() > WRITTEN:
        import numpy as np

        for quarters in (1, 3, 2):
            turned = np.ascontiguousarray(np.rot90(grey, quarters))
            other, better = _as_it_lies(turned, picture.dpi, number, limits)
            if better > quality + 0.1:
                other.marks.turn = -quarters % 4  # numpy turns counter-clockwise
                best, quality = other, better
            if quality >= READABLE:
                break
    return best


def _as_it_lies(grey: Grey, dpi: float, number: int, limits: Limits) -> tuple[Recognised, float]:
    """Clean, measure and recognise one page; return it with the mean confidence of its letters, 0..1."""
    until = time.monotonic() + limits.ocr_seconds_per_page
    grey, _ = cleaned(grey, dpi)
    rules, bare = rules_in(grey, dpi)
    grids = grids_of(rules, NEAR)
    found = _first_look(bare, grids, dpi, until)
    letters = sum(len(word.text) for word in found)
    quality = sum(len(word.text) * word.confidence for word in found) / max(1, letters)
    if quality >= READABLE:
        look_again(bare, found, dpi, until)
    with_bars(bare, found)
    height, width = grey.shape
    words = _words(found, bare, dpi)
    marks = PageMarks(number, width * 72 / dpi, height * 72 / dpi, words, grids, recognised=True)
    return Recognised(marks, found), quality


def _first_look(bare: Grey, grids: list[Grid], dpi: float, until: float) -> list[Seen]:
    """Recognise the cells of the tables, then the rest of the page; leave out dust."""
    found: list[Seen] = []
    body = bare
    if grids:
        found = recognise_tables(bare, grids, dpi, until)
        body = _whitened(bare, grids, dpi)
    if (body < DARK).sum() > LEAST_INK:
        first = max((word.line for word in found), default=-1) + 1
        for word in recognise(body, dpi, PAGE, until):
            word.line += first
            found.append(word)
    return _without_dust_lines([word for word in found if not _is_dust(word, found, dpi)])


def _whitened(grey: Grey, grids: list[Grid], dpi: float) -> Grey:
    """Return the picture with its tables whitened."""
    bare = grey.copy()
    for grid in grids:
        left, top, right, bottom = (round(edge * dpi / 72) for edge in grid.box)
        bare[max(0, top - 2) : bottom + 3, max(0, left - 2) : right + 3] = 255
    return bare


def _words(seen: list[Seen], grey: Grey, dpi: float) -> list[Word]:
    """Return the words in points; size is judged by the heights of the words of a line."""
    scale = 72 / dpi
    heights: dict[int, list[float]] = {}
    for word in seen:
        heights.setdefault(word.line, []).append((word.bottom - word.top) * scale)
    by_line = _sizes(heights)
    sizes = [by_line[word.line] for word in seen]
    bold = bold_words(grey, seen, sizes)
    return [
        Word(
            w.text, w.left * scale, w.top * scale, w.right * scale, w.bottom * scale, size,
            bold=thick, confidence=w.confidence, row=w.line,
        )
        for w, size, thick in zip(seen, sizes, bold, strict=True)
    ]  # fmt: skip


def _without_dust_lines(seen: list[Seen]) -> list[Seen]:
    """Leave out short lines of which the recogniser is sure of nothing: stains and edges of the paper."""
    lines: dict[int, list[Seen]] = {}
    for word in seen:
        lines.setdefault(word.line, []).append(word)
    kept: list[Seen] = []
    for words in lines.values():
        letters = sum(len(word.text) for word in words)
        sure = sum(len(word.text) * word.confidence for word in words) / letters
        if sure >= UNSURE_LINE or letters > SHORT_LINE:
            kept += words
    return kept


def _is_dust(word: Seen, seen: list[Seen], dpi: float) -> bool:
    """Say whether a word is no writing: an unsure mark, letters too low to be any, or a ghost over a sure word."""
    if not any(c.isalnum() for c in word.text):
        return word.confidence < (UNSURE if word.text in DASHES else 3 * UNSURE)
    if word.bottom - word.top < LOWEST_LETTER * dpi / 72:
        return True
    return word.confidence < 2 * UNSURE and any(
        other.confidence > 4 * UNSURE
        and min(word.right, other.right) > max(word.left, other.left)
        and min(word.bottom, other.bottom) > max(word.top, other.top)
        for other in seen
    )


def _sizes(heights: dict[int, list[float]]) -> dict[int, float]:
    """Return the size in points of each line from the heights of its words; near ones are taken for the usual size."""
    sizes = {line: middle(values, 12.0) / WORD_HEIGHT for line, values in heights.items()}
    usual = middle(sizes.values(), 12.0)
    return {
        line: round((usual if abs(size - usual) < SAME_SIZE * usual else size) * 2) / 2 for line, size in sizes.items()
    }
