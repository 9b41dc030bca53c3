"""Footnotes of a page: small lines at its foot that begin with a number raised in the text above.

They go to the end of the document, as those of a Word file do, so that a sentence runs on over the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from dondoc.reader.pages.marks import PageMarks, PrintedLine, Word, middle
from dondoc.reader.pages.rows import rows_of

SMALLER = 0.93  # of the size of the text: footnotes are set at most so large
TOUCHING = 0.15  # sizes between a raised number and the mark of punctuation behind it
_UNITS = {"m", "km", "cm", "dm", "mm", "hm"}  # "m2" is no word with a footnote
_PUNCTUATION = tuple('.,;:)!?”"')


@dataclass(slots=True)
class Footnote:
    """One footnote: its number and its printed lines."""

    number: str
    lines: list[PrintedLine]


def strip_footnotes(pages: list[PageMarks]) -> list[Footnote]:
    """Take the footnotes out of the words of all pages, in place."""
    if not any(word.raised for page in pages for word in page.words):
        return []
    usual = middle((word.size for page in pages for word in page.words if not word.raised), 13.0)
    return [note for page in pages for note in _stripped(page, usual)]


def _stripped(page: PageMarks, usual: float) -> list[Footnote]:
    """Take the footnotes out of the words of a page, in place, with their numbers in the text.

    A raised number without a footnote goes back to its word.
    """
    raised = {word.text for word in page.words if word.raised}
    if not raised:
        return []
    notes = _at_foot(page, raised, usual)
    told = {note.number for note in notes}
    inside = {id(word) for note in notes for line in note.lines for word in line.words}
    kept: list[Word] = []
    dropped: Word | None = None
    for word in page.words:
        if id(word) in inside:
            continue
        last = kept[-1] if kept else None
        if word.raised and last is not None:
            if word.text in told and last.text.lower() not in _UNITS:
                dropped = word
            else:
                last.text, last.right = last.text + word.text, word.right
            continue
        if (
            dropped
            and last
            and word.text.startswith(_PUNCTUATION)
            and abs(word.left - dropped.right) < TOUCHING * word.size
        ):
            last.text, last.right = last.text + word.text, word.right
        else:
            kept.append(word)
        dropped = None
    page.words = kept
    for note in notes:
        first = note.lines[0].words[0]
        first.text, first.raised = f"[{note.number}]", False
    return notes


def _at_foot(page: PageMarks, raised: set[str], usual: float) -> list[Footnote]:
    """Return the footnotes at the foot of a page, their numbers still before them."""
    notes: list[Footnote] = []
    waiting: list[PrintedLine] = []
    for row in reversed(rows_of(page.words)):
        text = [word for word in row if not word.raised]
        if not text or max(word.size for word in text) > SMALLER * usual:
            break
        waiting.insert(0, PrintedLine(row, page.number))
        if row[0].text in raised and len(row) > 1:
            notes.insert(0, Footnote(row[0].text, waiting))
            waiting = []
    return notes
