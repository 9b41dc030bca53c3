"""Read the text of one Word paragraph: runs, fields, breaks, symbols, tracked changes, text boxes set aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dondoc.language import legacy
from dondoc.reader.formats.docx.names import ALTERNATE, CHOICE, FALLBACK, WORD_ART, child, value, w
from dondoc.reader.formats.docx.styles import Look, Style, Styles, read_look

if TYPE_CHECKING:
    from lxml.etree import _Element

PAGE_BREAK = "\f"
_BEFORE_CHARACTERS = 2_000
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULAS, _FORMULA_TEXT = (_MATH + "oMath", _MATH + "oMathPara"), _MATH + "t"
_THROUGH = frozenset(
    map(
        w,
        [
            "hyperlink",
            "smartTag",
            "sdt",
            "sdtContent",
            "customXml",
            "ins",
            "moveTo",
            "fldSimple",
            "dir",
            "bdo",
            "subDoc",
            "ruby",
            "rubyBase",
        ],
    )
)
_DELETED = frozenset(map(w, ("del", "moveFrom")))
_RUN, _TEXT, _TAB, _BREAK, _RETURN = w("r"), w("t"), w("tab"), w("br"), w("cr")
_RENDERED, _SYMBOL, _NO_BREAK_HYPHEN, _SOFT_HYPHEN = (
    w("lastRenderedPageBreak"), w("sym"), w("noBreakHyphen"), w("softHyphen")
)  # fmt: skip
_SIGNS = {_TAB: "\t", w("ptab"): "\t", _RETURN: "\n", _NO_BREAK_HYPHEN: "-", _SOFT_HYPHEN: "\u00ad"}
_FIELD, _DRAWING, _PICTURE, _OBJECT = w("fldChar"), w("drawing"), w("pict"), w("object")
_TEXT_BOX = w("txbxContent")
_PRIVATE = {code: code - 0xF000 for code in range(0xF0A1, 0xF0FF)}
_DASH_FONTS = ("wingdings", "symbol", "webdings")
_SYMBOL_SIGNS = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×"}


@dataclass(slots=True)
class Piece:
    """Text with one look; "\\n" is a line break, `PAGE_BREAK` a page break that Word drew."""

    text: str
    look: Look


@dataclass(slots=True)
class Runs:
    """What a paragraph holds: pieces of text, text boxes anchored in it, and what a person should know."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    word_art: list[str] = field(default_factory=list)
    tracked: bool = False
    hidden: bool = False
    legacy: set[str] = field(default_factory=set)


class RunReader:
    """Reads the runs of paragraphs; keeps the nesting of fields, which may run over several paragraphs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.before_conversion = ""  # the beginning of the text as it stood in its fonts
        self._fields: list[bool] = []  # for each open field: whether its result has begun

    def read(self, paragraph: _Element, style: Style) -> Runs:
        """Return the runs of `paragraph`, legacy fonts converted, deleted and hidden text left out."""
        runs = Runs()
        self._walk(paragraph, style.look.over(self._styles.default_look), runs)
        if len(self.before_conversion) < _BEFORE_CHARACTERS:
            self.before_conversion += "".join(piece.text for piece in runs.pieces) + "\n"
        runs.pieces = list(_converted(runs.pieces, runs.legacy))
        return runs

    def _walk(self, element: _Element, base: Look, runs: Runs) -> None:
        for item in element:
            tag = item.tag
            if tag == _RUN:
                self._run(item, base, runs)
            elif tag in _THROUGH:
                runs.tracked = runs.tracked or tag == w("ins")
                self._walk(item, base, runs)
            elif tag in _DELETED:
                runs.tracked = True
            elif tag == ALTERNATE:
                self._walk(_chosen(item), base, runs)
            elif tag in _FORMULAS:
                runs.pieces.append(Piece("".join(part.text or "" for part in item.iter(_FORMULA_TEXT)), base))

    def _run(self, run: _Element, base: Look, runs: Runs) -> None:
        properties = child(run, "rPr")
        look = read_look(properties)
        style_id = value(properties, "rStyle")
        if style_id:
            look = look.over(self._styles.style(style_id).look)
        look = look.over(base)
        text = "".join(self._content(run, runs))
        if not text:
            return
        if look.hidden:
            runs.hidden = runs.hidden or bool(text.strip())
            text = PAGE_BREAK * text.count(PAGE_BREAK)
        if text:
            runs.pieces.append(Piece(text, look))

    def _content(self, run: _Element, runs: Runs) -> Iterator[str]:
        for item in run:
            tag = item.tag
            if tag == _FIELD:
                self._field(item)
            elif tag == _RENDERED:
                yield PAGE_BREAK
            elif tag in (_DRAWING, _PICTURE, _OBJECT):
                _boxes(item, runs)
            elif tag == ALTERNATE:
                _boxes(_chosen(item), runs)
            elif all(self._fields):  # otherwise inside the instruction of a field
                yield _character(item)

    def _field(self, mark: _Element) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _character(item: _Element) -> str:
    """Return the text that one element of a run stands for."""
    tag = item.tag
    if tag == _TEXT:
        return item.text or ""
    if tag == _SYMBOL:
        return _symbol(item)
    if tag == _BREAK:
        return "\n" if item.get(w("type"), "textWrapping") == "textWrapping" else ""
    return _SIGNS.get(tag, "")


def _symbol(item: _Element) -> str:
    font = (item.get(w("font")) or "").lower()
    try:
        code = int(item.get(w("char")) or "", 16)
    except ValueError:
        return ""
    if font.startswith(_DASH_FONTS) or 0xF000 <= code <= 0xF0FF:
        return _SYMBOL_SIGNS.get(code & 0xFF, "-") if font.startswith("symbol") or not font else "-"
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _chosen(alternate: _Element) -> _Element:
    """Return the branch of an AlternateContent that holds the text box, so that it is read once."""
    choice, fallback = alternate.find(CHOICE), alternate.find(FALLBACK)
    if choice is not None and (fallback is None or next(choice.iter(_TEXT_BOX, _TEXT), None) is not None):
        return choice
    return fallback if fallback is not None else alternate


def _boxes(drawing: _Element, runs: Runs) -> None:
    """Set aside the text boxes in a drawing, outermost first, each once."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        if element.tag == _TEXT_BOX:
            runs.boxes.append(element)
        elif element.tag == ALTERNATE:
            stack.append(_chosen(element))
        else:
            if element.tag == WORD_ART:
                runs.word_art.append(element.get("string") or "")
            stack.extend(reversed(element))


def _converted(pieces: list[Piece], seen: set[str]) -> Iterator[Piece]:
    """Join neighbouring pieces of one legacy font, since VNI parts a letter from its mark, and convert them."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        encoding = legacy.font_encoding(piece.look.font)
        at += 1
        if encoding is None:
            yield _capitals(piece)
            continue
        while at < len(pieces) and pieces[at].look.font == piece.look.font and pieces[at].look.bold == piece.look.bold:
            piece = Piece(piece.text + pieces[at].text, piece.look)
            at += 1
        text = legacy.convert_run(piece.text.translate(_PRIVATE), piece.look.font)
        if text != piece.text:
            seen.add(encoding)
        yield _capitals(Piece(text, piece.look))


def _capitals(piece: Piece) -> Piece:
    return Piece(piece.text.upper(), piece.look) if piece.look.caps else piece
