"""Words of a text PDF from the positions of its glyphs.

Spaces are judged by the gaps between glyphs, since some programs write no spaces and others write spaces that are
not seen; a combining mark belongs to the glyph before it.
"""

from __future__ import annotations

import ctypes
import unicodedata
from typing import Any

from dondoc.language.legacy import convert_run, font_encoding
from dondoc.language.unicode import clean_line
from dondoc.reader.document import Box
from dondoc.reader.pages.aside import OBLIQUE, AsideRuns, PageText, Style
from dondoc.reader.pages.marks import Word

GAP_WITHOUT_SPACE = 0.18  # of the size: a gap this wide parts words though no space is written
GAP_GUESSED = 0.12  # a gap this much wider than those between the letters parts words where PDFium sees a space
GAP_WITH_SPACE = 0.07  # a written space narrower than this is not seen
BACKWARD = 0.6  # a glyph this far to the left of the last one starts elsewhere
BOLD_WEIGHT = 600
FORCED_BOLD = 1 << 18  # PDF 32000-1, table 123: font flags
ITALIC = 1 << 6
RAISED_SIZE, RAISED_BY = 0.87, 0.2  # of the size of the word under a raised figure
LINE_END_HYPHEN = 2  # PDFium's stand-in for a hyphen at the end of a line
INVISIBLE = 3  # text rendering mode of a text layer under a scan
ANGLE_SAMPLES = 24
QUARTER = 1.5707963  # radians
STRAIGHT = 0.14  # radians by which a run may miss the upright: eight degrees
ASCENT, DESCENT = 0.9, 0.22  # of the size: the box of a word, whichever letters it has


class GlyphReader:
    """Reads the words of one page; `turn` is set to the clockwise quarter turns at which its text stands upright."""

    def __init__(self, page: Any, crop: Box, turn: int) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        self.page = page
        self.crop = crop
        self.turn = turn
        self.styles: dict[int, Style] = {}
        self.found = PageText([], [], set(), "")
        self.aside = AsideRuns(self.found)

    def read(self) -> PageText:
        """Return the words of the page in the order of its content."""
        text_page = self.page.get_textpage()
        try:
            self._walk(text_page.raw, text_page.count_chars())
        finally:
            text_page.close()
        return self.found

    def _walk(self, handle: Any, count: int) -> None:
        raw, box = self.raw, self.raw.FS_RECTF()
        turn = self.turn = self._upright(handle, count)
        get_code, get_box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        get_object = raw.FPDFText_GetTextObject
        run, spaced, guessed, style, last = _Run(), False, False, None, 0
        for index in range(count):
            code = get_code(handle, index)
            if code in (9, 10, 13, 32, 160):
                written = not raw.FPDFText_IsGenerated(handle, index)
                spaced, guessed = spaced or written, guessed or not written
                continue
            run_object = get_object(handle, index)
            if not run_object:
                continue
            self.found.glyphs += 1
            if code in (0, 0xFFFD, 0xFFFE, 0xFFFF):
                self.found.unknown += 1
                continue
            address = ctypes.addressof(run_object.contents)
            if address != last or style is None:
                last, style = address, self._style(handle, index, address, run_object)
            if not get_box(handle, index, box):
                continue
            shown = turned((box.left, box.bottom, box.right, box.top), self.crop, turn)
            letter = "-" if code in (LINE_END_HYPHEN, 0xAD) else chr(code)
            if style.lean:
                self.aside.add(letter, shown, style, spaced or guessed)
                spaced = guessed = False
                continue
            raised = run.is_under(letter, shown, style)
            if run.letters and (raised or run.parts_from(letter, shown, style, spaced, guessed)):
                self._keep(run)
                run = _Run(raised)
            if not run.letters:
                run.baseline = self._baseline(handle, index)
            run.add(letter, shown, style)
            spaced = guessed = False
        self._keep(run)
        self.aside.close()

    def _baseline(self, handle: Any, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.raw.FPDFText_GetCharOrigin(handle, index, ctypes.byref(x), ctypes.byref(y))
        return turned((x.value, y.value, x.value, y.value), self.crop, self.turn)[1]

    def _upright(self, handle: Any, count: int) -> int:
        """Return the quarter turns by which most of the text is upright, whatever turn the page is shown at."""
        step = max(1, count // ANGLE_SAMPLES)
        quarters = [round(self.raw.FPDFText_GetCharAngle(handle, i) / QUARTER) % 4 for i in range(0, count, step)]
        usual = max(set(quarters), key=quarters.count, default=self.turn)
        return usual if quarters.count(usual) > len(quarters) * 0.6 else self.turn

    def _style(self, handle: Any, index: int, address: int, run_object: Any) -> Style:
        if address in self.styles:
            return self.styles[address]
        raw = self.raw
        name, flags, matrix = ctypes.create_string_buffer(128), ctypes.c_int(), raw.FS_MATRIX()
        length = raw.FPDFText_GetFontInfo(handle, index, name, 128, ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace") if 0 < length <= 128 else ""
        font = font.split("+", 1)[-1]
        size = raw.FPDFText_GetFontSize(handle, index)
        if raw.FPDFPageObj_GetMatrix(run_object, ctypes.byref(matrix)):
            size *= (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
        weight = raw.FPDFText_GetFontWeight(handle, index)
        style = Style(
            font=font,
            size=round(size, 1) or 1.0,
            bold=weight >= BOLD_WEIGHT or "bold" in font.lower() or bool(flags.value & FORCED_BOLD),
            italic=bool(flags.value & ITALIC) or "italic" in font.lower() or "oblique" in font.lower(),
            invisible=raw.FPDFTextObj_GetTextRenderMode(run_object) == INVISIBLE,
            legacy=font_encoding(font) is not None,
            lean=self._lean(handle, index),
        )
        self.styles[address] = style
        return style

    def _lean(self, handle: Any, index: int) -> int:
        away = self.raw.FPDFText_GetCharAngle(handle, index) - self.turn * QUARTER
        quarters = round(away / QUARTER)
        return quarters % 4 if abs(away - quarters * QUARTER) <= STRAIGHT else OBLIQUE

    def _keep(self, run: _Run) -> None:
        if not run.letters:
            return
        style = run.style
        text = "".join(run.letters)
        if style.legacy:
            converted = convert_run(text, style.font)
            if converted != text:
                self.found.legacy_fonts.add(style.font)
            if len(self.found.before_conversion) < 2_000:
                self.found.before_conversion += text + " "
            text = converted
        for part in clean_line(text).split():
            top, bottom = run.baseline - ASCENT * style.size, run.baseline + DESCENT * style.size
            word = Word(part, run.left, top, run.right, bottom, style.size, style.bold, style.italic)
            word.raised = run.raised
            (self.found.hidden if style.invisible else self.found.words).append(word)


class _Run:
    """Glyphs that belong to one word."""

    __slots__ = ("baseline", "bottom", "left", "letters", "raised", "right", "style", "top", "widths")

    style: Style

    def __init__(self, raised: bool = False) -> None:
        self.letters: list[str] = []
        self.raised = raised
        self.left = self.top = self.right = self.bottom = self.baseline = self.widths = 0.0

    def is_under(self, letter: str, box: Box, style: Style) -> bool:
        """Say whether a small figure is raised over the end of this run."""
        if not self.letters or not letter.isdigit() or self.raised or style.size > RAISED_SIZE * self.style.size:
            return False
        size = self.style.size
        return self.bottom - box[3] > RAISED_BY * size and abs(box[0] - self.right) < GAP_WITHOUT_SPACE * size

    def parts_from(self, letter: str, box: Box, style: Style, spaced: bool, guessed: bool) -> bool:
        """Say whether a glyph at `box` begins another word."""
        left, top, _, bottom = box
        if self.raised and style.size * RAISED_SIZE > self.style.size:
            return True
        if unicodedata.combining(letter) and not spaced:
            return False
        size = max(self.style.size, style.size)
        overlap = min(bottom, self.bottom) - max(top, self.top)
        if overlap < 0.4 * min(bottom - top, self.bottom - self.top):
            return True
        gap = left - self.right
        least = GAP_WITH_SPACE if spaced else GAP_WITHOUT_SPACE
        if guessed and not spaced and len(self.letters) > 1:
            usual = (self.right - self.left - self.widths) / (len(self.letters) - 1)
            least = min(least, GAP_GUESSED + max(0.0, usual) / size)
        return gap > least * size or gap < -BACKWARD * size

    def add(self, letter: str, box: Box, style: Style) -> None:
        """Take a glyph in."""
        if not self.letters:
            self.left, self.top, self.right, self.bottom = box
            self.style = style
        else:
            self.left, self.right = min(self.left, box[0]), max(self.right, box[2])
            if not unicodedata.combining(letter):
                self.top, self.bottom = min(self.top, box[1]), max(self.bottom, box[3])
        self.letters.append(letter)
        self.widths += 0.0 if unicodedata.combining(letter) else box[2] - box[0]


def turned(box: Box, crop: Box, turn: int) -> Box:
    """Return a box of PDF space (left, bottom, right, top) in points from the top left corner of the page as shown."""
    left, bottom, right, top = box[0] - crop[0], box[1] - crop[1], box[2] - crop[0], box[3] - crop[1]
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    if turn == 0:
        return (left, height - top, right, height - bottom)
    if turn == 1:
        return (bottom, left, top, right)
    if turn == 2:
        return (width - right, bottom, width - left, top)
    return (height - top, width - right, height - bottom, width - left)
