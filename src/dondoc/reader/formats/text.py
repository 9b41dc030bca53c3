"""Read plain text: out of a PDF, out of OCR, out of an editor.

Blank lines are not kept as lines; they only tell paragraphs where the file is not double-spaced throughout.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dondoc.reader import secrecy
from dondoc.reader.assembly import Assembly, Block, Draft
from dondoc.reader.decoding import decode, looks_like_text
from dondoc.reader.document import Document, Page
from dondoc.reader.formats.blank_tables import laid_out
from dondoc.reader.formats.plain_tables import is_row, with_tables
from dondoc.reader.layout import columns_of, opens_recipients
from dondoc.reader.limits import Limits
from dondoc.reader.refusals import TooLargeError
from dondoc.reader.running import note, page_numbers

MEDIA_TYPES = ("text/plain",)
SUFFIXES = (".txt", ".text")

_TABLE_MARK = "\x00"  # no text holds one
_PRINTED_WIDTH = 130  # characters: no printed line of A4 is longer
_DOUBLE_SPACED = 0.75  # share of neighbouring lines with a blank line between them
_CLAUSE_END = re.compile(r"[.;:]\s*$")
_LONGEST_NUMBER = 24  # characters
_LETTERHEAD_LINES, _SIGNATURE_LINES = 10, 30
_PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–—]?\s*(\d{1,4})\s*(?:/\s*\d{1,4})?\s*[-–—]?$", re.IGNORECASE)


def matches(head: bytes, filename: str) -> float:
    """Return 0.5 for text with a name of this format, 0.3 for any other text."""
    if not head or not looks_like_text(head):
        return 0.0
    return 0.5 if filename.lower().endswith(SUFFIXES) else 0.3


def read(data: bytes, limits: Limits) -> Document:
    """Read a text file; form feeds are page breaks, and page numbers standing alone at them are dropped."""
    decoded = decode(data)
    document = read_text(decoded.text, limits)
    document.origin, document.media_type = "text", MEDIA_TYPES[0]
    return decoded.mark(document)


def read_text(text: str, limits: Limits) -> Document:
    """Read decoded plain text into lines."""
    pages = [_normal_breaks(page) for page in text.split("\f")]
    while len(pages) > 1 and not any(line.strip() for line in pages[-1]):
        pages.pop()
    if len(pages) > limits.max_pages:
        raise TooLargeError(f"quá {limits.max_pages} trang", f"more than {limits.max_pages} pages")
    if limits.check_secrecy:
        most = secrecy.MOST_LINES_OF_A_PAGE if len(pages) > 1 else secrecy.FIRST_PAGE_LINES
        secrecy.check_lines([line for line in pages[0] if line.strip()][:most])
    dropped = _drop_page_numbers(pages)
    assembly = Assembly(limits)
    found = _with_laid_out(pages)
    numbers = page_numbers(found) if len(pages) == 1 else set()
    for position, block in enumerate(found):
        if position not in numbers:
            assembly.add(block)
    dropped += len(numbers)
    paged = len(pages) > 1
    document = assembly.finish(Page(number=number) for number in range(1, len(pages) + 1) if paged)
    if dropped:
        document.notes.append(note(dropped))
    return document


def _with_laid_out(pages: list[list[str]]) -> list[Block]:
    """Return the lines and tables in order; a mark stands for a table laid out by blanks until the lines are parted."""
    laid = laid_out(pages)
    for number, placed in enumerate(laid):
        for page in range(placed.first[0], placed.last[0] + 1):
            first = placed.first[1] if page == placed.first[0] else 0
            last = placed.last[1] if page == placed.last[0] else len(pages[page]) - 1
            pages[page][first : last + 1] = [""] * (last + 1 - first)
        pages[placed.first[0]][placed.first[1]] = f"{_TABLE_MARK}{number}"
    marks = {f"{_TABLE_MARK}{number}": placed.table for number, placed in enumerate(laid)}
    blocks: list[Block] = []
    for block in with_tables(drafts(pages)):
        table = marks.get(block.text) if isinstance(block, Draft) else None
        blocks.append(table or block)
    return blocks


def drafts(pages: list[list[str]]) -> list[Draft]:
    """Return the lines that hold text, with what the blank lines between them tell about paragraphs."""
    paged = len(pages) > 1
    found: list[tuple[str, int, int | None]] = []  # text, blank lines above, page
    under_until = -1  # the last place at which a line still stands beside the recipients
    for number, page_lines in enumerate(pages, start=1):
        blanks = 0
        for line in page_lines:
            if not line.strip():
                blanks += 1
                continue
            for part in _parts(line, found, under_until):
                if opens_recipients(part):
                    under_until = len(found) + _SIGNATURE_LINES
                found.append((part, blanks, number if paged else None))
                blanks = 0
    double_spaced = _share_after_blank(found) >= _DOUBLE_SPACED
    whole_paragraphs = sum(len(line.strip()) > _PRINTED_WIDTH for line, _, _ in found) > 0.05 * len(found)
    result = []
    for position, (line, blanks, page) in enumerate(found):
        above = found[position - 1] if position else None
        same_page = above is not None and above[2] == page
        if above is None:
            begins: bool | None = True
        elif whole_paragraphs:
            ended = len(above[0].strip()) > _PRINTED_WIDTH or (blanks and _CLAUSE_END.search(above[0][-40:]))
            begins = True if same_page and ended else None
        else:
            begins = True if blanks and same_page and not double_spaced else None
        result.append(Draft(text=line, begins=begins, page=page))
    return result


def _parts(line: str, above: list[tuple[str, int, int | None]], under_until: int) -> list[str]:
    """Part the two columns of a letterhead or signature that stand on one line with a wide gap between them."""
    if len(above) >= _LETTERHEAD_LINES:
        if is_row(line) and not opens_recipients(line):
            return [line]
        under = len(above) <= under_until or opens_recipients(line)
        return columns_of(line, under_recipients=True) if under else [line]
    return columns_of(line, under_recipients=False)


def _normal_breaks(page: str) -> list[str]:
    return re.split("\r\n?|[\n\u000b\u0085\u2028\u2029]", page)


def _share_after_blank(found: list[tuple[str, int, int | None]]) -> float:
    gaps = [below[1] > 0 for above, below in pairwise(found) if above[2] == below[2]]
    return sum(gaps) / len(gaps) if gaps else 0.0


def _drop_page_numbers(pages: list[list[str]]) -> int:
    """Blank the page numbers that stand alone as the first or last line of pages and count up; return how many."""
    if len(pages) < 2:
        return 0
    best: list[tuple[int, int]] = []
    for edge in (1, -1):
        by_shift: dict[int, list[tuple[int, int]]] = {}
        for number, page in enumerate(pages):
            place = next((at for at in range(len(page))[::edge] if page[at].strip()), None)
            match = _PAGE_NUMBER.match(page[place].strip()[:_LONGEST_NUMBER]) if place is not None else None
            if place is not None and match:
                by_shift.setdefault(int(match.group(1)) - number, []).append((number, place))
        if by_shift:
            best += by_shift[max(by_shift, key=lambda shift: len(by_shift[shift]))]
    if len(best) < max(2, len(pages) // 2):
        return 0
    for number, place in best:
        pages[number][place] = ""
    return len(best)
