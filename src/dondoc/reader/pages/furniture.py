"""Running heads, feet and page numbers, which are not part of the paper's text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dondoc.reader.pages.marks import PageMarks, PrintedLine, Word, middle
from dondoc.reader.pages.rows import rows_of
from dondoc.reader.secrecy import is_mark

MARGIN = 0.11  # share of the page's height, at its top and bottom, where such lines stand
LEAST_PAGES = 3  # a line must stand at the same place on so many pages to be a running head
LEAST_SHARE = 0.4
MISREAD_LENGTH = 4  # characters that a misread page number may have
SAME_PLACE = 9.0  # points
_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*|page\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—.\s]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Furniture:
    """What was taken off: the number of page numbers, and the texts of running heads."""

    numbers: int
    heads: list[str]

    def add(self, other: Furniture) -> None:
        """Take in what was taken off at another time."""
        self.numbers += other.numbers
        self.heads += [head for head in other.heads if head not in self.heads]


def strip_edges(pages: list[PageMarks]) -> Furniture:
    """Take page numbers and running heads out of the words of `pages`, in place, where they fill a row at the edge."""
    lines = [[PrintedLine(row, page.number) for row in rows_of(_edge_words(page))] for page in pages]
    before = [{id(word) for line in listed for word in line.words} for listed in lines]
    furniture = strip_furniture(pages, lines)
    for page, listed, words in zip(pages, lines, before, strict=True):
        gone = words - {id(word) for line in listed for word in line.words}
        if gone:
            page.words = [word for word in page.words if id(word) not in gone]
    return furniture


def _edge_words(page: PageMarks) -> list[Word]:
    """Return the words near the upper and lower edge of a page, outside its ruled tables."""
    upper, lower = page.height * MARGIN, page.height * (1 - MARGIN)
    boxes = [grid.box for grid in page.grids]
    return [
        word
        for word in page.words
        if (word.bottom < upper or word.top > lower)
        and not any(b[0] <= word.left <= b[2] and b[1] <= (word.top + word.bottom) / 2 <= b[3] for b in boxes)
    ]


def strip_furniture(pages: list[PageMarks], lines: list[list[PrintedLine]]) -> Furniture:
    """Take page numbers and running heads out of `lines` (one list a page, in place) and say what they were."""
    edges = [_edge_lines(page, listed) for page, listed in zip(pages, lines, strict=True)]
    repeated = _repeated(edges, pages)
    numbered = _numbered(edges, pages)
    numbered |= _misread(edges, pages, numbered)
    numbers, heads = 0, []
    for index, listed in enumerate(lines):
        dropped = set()
        for line in edges[index]:
            key = _key(line, pages[index])
            if id(line) in numbered:
                numbers += 1
                dropped.add(id(line))
            elif key in repeated and not is_mark(line.text):  # the door must see a secrecy mark
                heads.append(line.text)
                dropped.add(id(line))
        lines[index] = [line for line in listed if id(line) not in dropped]
    return Furniture(numbers, list(dict.fromkeys(heads)))


def _edge_lines(page: PageMarks, lines: list[PrintedLine]) -> list[PrintedLine]:
    return [line for line in lines if line.bottom < page.height * MARGIN or line.top > page.height * (1 - MARGIN)]


def _misread(edges: list[list[PrintedLine]], pages: list[PageMarks], numbered: set[int]) -> set[int]:
    """Return the ids of short lines of scanned pages that stand where the other pages have their number."""
    known = [line for lines in edges for line in lines if id(line) in numbered]
    if len(known) < LEAST_PAGES:
        return set()
    top = middle((line.top for line in known), 0.0)
    centre = middle(((line.left + line.right) / 2 for line in known), 0.0)
    return {
        id(line)
        for page, lines in zip(pages, edges, strict=True)
        for line in lines
        if page.recognised
        and len(line.text) <= MISREAD_LENGTH
        and abs(line.top - top) <= SAME_PLACE
        and abs((line.left + line.right) / 2 - centre) <= 2 * SAME_PLACE
    }


def _key(line: PrintedLine, page: PageMarks) -> tuple[str, int, bool]:
    """Return what running heads have in common: the text without its figures, the height, top or bottom."""
    at_top = line.top < page.height / 2
    return (_DIGITS.sub("#", line.text.casefold()), round(line.top / 12), at_top)


def _repeated(edges: list[list[PrintedLine]], pages: list[PageMarks]) -> set[tuple[str, int, bool]]:
    counts = Counter(
        key for page, lines in zip(pages, edges, strict=True) for key in {_key(line, page) for line in lines}
    )
    least = max(LEAST_PAGES, LEAST_SHARE * len(pages))
    return {key for key, count in counts.items() if count >= least and any(c.isalpha() for c in key[0])}


def _numbered(edges: list[list[PrintedLine]], pages: list[PageMarks]) -> set[int]:
    """Return the ids of lines that are page numbers: alone at the edge, and counting with the pages.

    Few pages may be a part of a paper: there a number alone in the middle of the edge will do.
    """
    candidates: list[tuple[int, int, PrintedLine]] = []
    for index, lines in enumerate(edges):
        for line in lines:
            match = _NUMBER.fullmatch(line.text)
            if match:
                candidates.append((index, int(match.group(1)), line))
    steps = Counter(number - index for index, number, _ in candidates)
    few = len(edges) <= LEAST_PAGES
    return {
        id(line)
        for index, number, line in candidates
        if steps[number - index] >= 2 or number == index + 1 or (few and _in_middle(line, pages[index]))
    }


def _in_middle(line: PrintedLine, page: PageMarks) -> bool:
    return abs((line.left + line.right) / 2 - page.width / 2) < page.width * 0.08
