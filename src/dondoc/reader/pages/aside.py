"""Text that does not stand upright on its page: what is turned by a quarter is read, what lies across is a watermark."""

from __future__ import annotations

from dataclasses import dataclass, field

from dondoc.language.unicode import clean_line
from dondoc.reader.document import Box
from dondoc.reader.pages.marks import Word
from dondoc.reader.secrecy import is_mark

OBLIQUE = -1
SAME_LINE = 0.4  # share of a turned glyph's width that lies over the glyphs before it


@dataclass(slots=True)
class Style:
    """How one run of text is set."""

    font: str
    size: float
    bold: bool
    italic: bool
    invisible: bool
    legacy: bool
    lean: int = 0  # quarter turns against the text of the page; OBLIQUE where it lies across


@dataclass(slots=True)
class PageText:
    """The words of one page, those of an invisible text layer apart, and the legacy fonts that were converted."""

    words: list[Word]
    hidden: list[Word]
    legacy_fonts: set[str]
    before_conversion: str
    glyphs: int = 0
    slanted: list[str] = field(default_factory=list)  # texts that lie across the page, as watermarks do
    unknown: int = 0  # glyphs for which the file names no letter


class AsideRuns:
    """Gathers the glyphs of turned and slanted text, line by line."""

    def __init__(self, found: PageText) -> None:
        self.found = found
        self.letters: list[str] = []
        self.style: Style | None = None
        self.box: Box = (0.0, 0.0, 0.0, 0.0)

    def add(self, letter: str, box: Box, style: Style, parted: bool) -> None:
        """Take a glyph in; `parted` says that a space stands before it."""
        if self.style is not None and self._ends_before(box, style):
            self.close()
        if self.letters:
            self.letters.append(" " if parted else "")
            old = self.box
            self.box = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
        else:
            self.box = box
        self.letters.append(letter)
        self.style = style

    def _ends_before(self, box: Box, style: Style) -> bool:
        assert self.style is not None
        if style.lean != self.style.lean:
            return True
        if style.lean == OBLIQUE:
            return False
        over = min(box[2], self.box[2]) - max(box[0], self.box[0])
        return style.lean % 2 == 1 and over < SAME_LINE * min(box[2] - box[0], self.box[2] - self.box[0])

    def close(self) -> None:
        """Keep the line gathered so far: a turned line is one word, a slanted one only where it is a secrecy mark."""
        style, text = self.style, clean_line("".join(self.letters)).strip()
        self.letters, self.style = [], None
        if style is None or not text:
            return
        if style.lean == OBLIQUE:
            self.found.slanted.append(text)
            if not is_mark(text):
                return
        left, top, right, bottom = self.box
        height = (top + bottom - style.size) / 2
        if style.lean == OBLIQUE:  # a line of its own above all others, whatever it lies across
            word = Word(text, left, 0.0, right, 1.0, style.size, style.bold, style.italic)
        else:
            word = Word(text, left, height, right, height + style.size, style.size, style.bold, style.italic)
        (self.found.hidden if style.invisible else self.found.words).append(word)
