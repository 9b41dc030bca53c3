"""Read a saved web page: headings, paragraphs, lists with their labels, tables with merged cells. No network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dondoc.reader.assembly import Assembly, Block, CellDraft, Draft, TableDraft
from dondoc.reader.continued import join_continued
from dondoc.reader.decoding import Decoded, decode
from dondoc.reader.document import Document
from dondoc.reader.layout import placed
from dondoc.reader.limits import Limits
from dondoc.reader.refusals import EmptyFileError, UnsafeFileError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPES = ("text/html", "application/xhtml+xml", "multipart/related")
SUFFIXES = (".html", ".htm", ".xhtml", ".mht", ".mhtml")

_OPENING = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ANY_BLOCK = re.compile(rb"<(?:p|div|table|span|br|h[1-6])\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DROPPED = frozenset(
    [
        "script",
        "style",
        "nav",
        "head",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "aside",
        "footer",
        "video",
        "audio",
        "canvas",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "body",
        "html",
        "blockquote",
        "center",
        "address",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "pre",
        "fieldset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "hr",
        "details",
        "summary",
    ]
)
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ARCHIVE = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart/related", re.IGNORECASE
)
_MOST_SPAN = 200
_MOST_CELLS = 100_000
_DEEPEST = 200


def matches(head: bytes, filename: str) -> float:
    """Return 0.9 for a page that opens as one, 0.6 for a name of this format with some markup inside."""
    if _ARCHIVE.search(head.replace(b"\r", b"")):
        return 0.9
    if _OPENING.search(head[:2_048].replace(b"\0", b"")):
        return 0.9
    return 0.6 if filename.lower().endswith(SUFFIXES) and _ANY_BLOCK.search(head.replace(b"\0", b"")) else 0.0


def read(data: bytes, limits: Limits) -> Document:
    """Read a page; the main part only, when it says which that is."""
    decoded = _decode(_page_of_archive(data) if _ARCHIVE.search(data[:8_192].replace(b"\r", b"")) else data)
    assembly = Assembly(limits)
    for block in join_continued(blocks(decoded.text)):
        assembly.add(block)
    document = assembly.finish()
    document.origin, document.media_type = "html", MEDIA_TYPES[0]
    return decoded.mark(document)


def _page_of_archive(data: bytes) -> bytes:
    """Return the first page of a web archive (.mht), as Word saves it."""
    import email

    for part in email.message_from_bytes(data).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            return content
    raise EmptyFileError


def blocks(markup: str) -> Iterator[Block]:
    """Yield the lines and tables of HTML, which may be a whole page or a fragment."""
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        root: Any = html.document_fromstring(markup, parser=parser)
    except etree.ParserError as error:
        raise EmptyFileError from error
    mains = root.xpath("//main | //article")
    if len(mains) == 1 and len(mains[0].text_content()) > 0.5 * len(root.text_content()):
        root = mains[0]
    yield from _Walk().blocks(root)


def _decode(data: bytes) -> Decoded:
    declared = _CHARSET.search(data[:2_048])
    if declared:
        name = declared.group(1).decode("ascii").lower()
        if name in {"windows-1258", "cp1258"}:
            return Decoded(data.decode("cp1258", errors="replace"))
    return decode(data)


class _Walk:
    """Walk a tree once, gathering inline text into lines and closing a line at every block."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._bold: list[bool] = []
        self._italic: list[bool] = []
        self._label = ""
        self._continues = False
        self._heading: int | None = None
        self._centred = False
        self._preformatted = 0

    def blocks(self, element: HtmlElement, depth: int = 0) -> Iterator[Block]:
        """Yield the blocks of `element`, which lies `depth` elements deep, in reading order."""
        yield from self._enter(element, bold=False, italic=False, depth=depth)
        yield from self._close()

    def _enter(self, element: HtmlElement, *, bold: bool, italic: bool, depth: int) -> Iterator[Block]:
        if depth > _DEEPEST:
            raise UnsafeFileError("các thẻ lồng quá sâu", "elements nested too deeply")
        tag = element.tag if isinstance(element.tag, str) else ""
        style = element.get("style") or ""
        if tag in _DROPPED or tag == "" or _HIDDEN.search(style) or element.get("hidden") is not None:
            return
        if tag == "table":
            yield from self._close()
            yield from placed(read_table(element, depth))
            return
        if tag == "br":
            yield from self._close()
            self._continues = True
            return
        if tag in _BLOCKS:
            yield from self._close()
            self._open(element, tag, style)
        bold = bold or tag in _BOLD or tag == "th" or bool(_BOLD_STYLE.search(style))
        italic = italic or tag in _ITALIC
        self._preformatted += tag == "pre"
        yield from self._text_of(element.text, bold=bold, italic=italic)
        for child in element:
            yield from self._enter(child, bold=bold, italic=italic, depth=depth + 1)
            yield from self._text_of(child.tail, bold=bold, italic=italic)
        self._preformatted -= tag == "pre"
        if tag in _BLOCKS:
            yield from self._close()
            self._heading, self._centred = None, False

    def _open(self, element: HtmlElement, tag: str, style: str) -> None:
        self._continues = False
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])
        self._centred = tag == "center" or element.get("align") == "center" or bool(_CENTRED.search(style))
        if tag == "li":
            self._label = _item_label(element)

    def _text_of(self, text: str | None, *, bold: bool, italic: bool) -> Iterator[Draft]:
        """Gather text; inside `pre` every line of it is a printed line."""
        if not text:
            return
        parts = text.split("\n") if self._preformatted else [text]
        for number, part in enumerate(parts):
            if number:
                yield from self._close()
                self._continues = True
            self._add(part, bold=bold, italic=italic)

    def _add(self, text: str, *, bold: bool, italic: bool) -> None:
        if text:
            self._text.append(text)
            if text.strip():
                self._bold.append(bold)
                self._italic.append(italic)

    def _close(self) -> Iterator[Draft]:
        text = " ".join("".join(self._text).split())
        if text:
            yield Draft(
                text=self._label + text, begins=None if self._continues else True, heading=self._heading,
                bold=all(self._bold), italic=all(self._italic), centred=self._centred,
            )  # fmt: skip
            self._label = ""
        self._text, self._bold, self._italic = [], [], []
        self._continues = False


def _item_label(item: HtmlElement) -> str:
    """Return what a browser draws before a list item: "1. ", "a. ", "II. " or "- "."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    number = _integer(parent.get("start"), 1)
    for sibling in parent.iterchildren("li"):
        number = _integer(sibling.get("value"), number)
        if sibling is item:
            break
        number += 1
    kind = parent.get("type") or "1"
    if kind in "aA" and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"{letter.upper() if kind == 'A' else letter}. "
    if kind in "iI" and 1 <= number < 4000:
        numeral = roman(number)
        return f"{numeral if kind == 'I' else numeral.lower()}. "
    return f"{number}. "


def roman(number: int) -> str:
    """Return `number` (1 to 3999) in Roman numerals."""
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    result = ""
    for value, sign in zip(values, signs, strict=True):
        result += sign * (number // value)
        number %= value
    return result


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text else default
    except ValueError:
        return default


def read_table(element: HtmlElement, depth: int = 0) -> TableDraft:
    """Read a `<table>` into a grid: row and column spans place each cell once; nested tables become lines."""
    taken: set[tuple[int, int]] = set()
    cells: list[CellDraft] = []
    row_number = 0
    for row in _rows(element):
        column = 0
        for item in row.iterchildren("td", "th"):
            while (row_number, column) in taken:
                column += 1
            across = min(max(_integer(item.get("colspan"), 1), 1), _MOST_SPAN)
            down = min(max(_integer(item.get("rowspan"), 1), 1), _MOST_SPAN)
            taken.update((row_number + y, column + x) for y in range(down) for x in range(across))
            if len(taken) > _MOST_CELLS:
                raise UnsafeFileError("bảng quá lớn", "a table that is too large")
            cells.append(CellDraft(row_number, column, _cell_lines(item, depth), down, across))
            column += across
        row_number += 1
    columns = max((cell.column + cell.column_span for cell in cells), default=0)
    for cell in cells:
        cell.row_span = min(cell.row_span, row_number - cell.row)
    return TableDraft(rows=row_number, columns=columns, cells=cells)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cell_lines(item: HtmlElement, depth: int) -> list[Draft]:
    lines: list[Draft] = []
    for block in _Walk().blocks(item, depth + 3):
        lines += block.flattened() if isinstance(block, TableDraft) else [block]
    return lines
