"""A stretch of printed text that knows where in `Document.text` each of its characters stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dondoc.programme.model import Span
from dondoc.reader.document import Document, Line

Piece = tuple[int, int, int | None]  # start, end, page


class Passage:
    """Pieces of the document read as one text: joined by one space, white space collapsed (convention 1)."""

    __slots__ = ("_bases", "_source", "pieces", "text")

    def __init__(self, source: str, pieces: Iterable[Piece]) -> None:
        kept: list[Piece] = []
        words: list[str] = []
        self._bases: list[int] = []
        length = 0
        for start, end, page in pieces:
            words_here = " ".join(source[start:end].split())
            if not words_here:
                continue
            kept.append((start, end, page))
            self._bases.append(length)
            words.append(words_here)
            length += len(words_here) + 1
        self._source = source
        self.pieces: tuple[Piece, ...] = tuple(kept)
        self.text = " ".join(words)

    def __bool__(self) -> bool:
        return bool(self.text)

    def _locate(self, index: int, *, ending: bool) -> tuple[int, int]:
        """Return (piece number, code point in the document) of the character at `index` of the text."""
        number = max(0, bisect_right(self._bases, index - ending) - 1)
        start, end, _ = self.pieces[number]
        wanted = index - self._bases[number]
        if end - start == wanted:
            return number, end
        seen, position, in_gap = 0, start, True
        while position < end:
            if self._source[position].isspace():
                in_gap = True
            else:
                if in_gap and seen:
                    seen += 1
                in_gap = False
                if seen == wanted - ending:
                    return number, position + ending
                seen += 1
            position += 1
        return number, end

    def cut(self, start: int, end: int | None = None) -> Passage:
        """Return the passage of `text[start:end]`, without white space at its ends."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        if start >= stop:
            return Passage(self._source, ())
        if start == 0 and stop == len(self.text):
            return self
        first, begin = self._locate(start, ending=False)
        last, finish = self._locate(stop, ending=True)
        cut: list[Piece] = []
        for number in range(first, last + 1):
            low, high, page = self.pieces[number]
            cut.append((begin if number == first else low, finish if number == last else high, page))
        return Passage(self._source, cut)

    def plus(self, *others: Passage) -> Passage:
        """Return this passage with the pieces of `others` after it."""
        return Passage(self._source, [*self.pieces, *(piece for other in others for piece in other.pieces)])

    def spans(self) -> list[Span]:
        """Return the spans in the document, neighbours with nothing but white space between them made one."""
        return spans_of(self._source, self.pieces)


def spans_of(source: str, pieces: Iterable[Piece]) -> list[Span]:
    """Return `pieces` as spans: trimmed, and joined where only white space parts them on the same page."""
    spans: list[Span] = []
    for start, end, page in pieces:
        while start < end and source[start].isspace():
            start += 1
        while end > start and source[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        last = spans[-1] if spans else None
        if last and last.page == page and last.end <= start and not source[last.end : start].strip():
            last.end = end
        else:
            spans.append(Span(page=page, start=start, end=end))
    return spans


def of_lines(document: Document, lines: Iterable[Line]) -> Passage:
    """Return the passage of whole lines."""
    return Passage(document.text, ((line.start, line.end, line.page) for line in lines))


def join(passages: Iterable[Passage]) -> Passage | None:
    """Return the passages as one, None when there is none."""
    filled = [passage for passage in passages if passage]
    return filled[0].plus(*filled[1:]) if filled else None
