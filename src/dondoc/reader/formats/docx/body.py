"""Walk the body of a Word document: paragraphs with their list labels, tables with merged cells, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dondoc.reader.assembly import Block, CellDraft, Draft, TableDraft
from dondoc.reader.formats.docx.names import ALTERNATE, CHOICE, child, number, value, w
from dondoc.reader.formats.docx.numbering import Numbering
from dondoc.reader.formats.docx.paragraphs import PAGE_BREAK, Piece, RunReader, Runs
from dondoc.reader.formats.docx.styles import Style, Styles
from dondoc.reader.layout import columns_of, opens_recipients, placed

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_THROUGH = frozenset(map(w, ["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "txbxContent"]))
_MOST_SPAN = 500
_SIGNATURE_LINES = 30  # below "Nơi nhận"
_CONTENTS = ("toc ", "table of figures")


class BodyReader:
    """Yields the blocks of a body in reading order and remembers what a person should know about it."""

    def __init__(self, styles: Styles, numbering: Numbering, *, paged: bool) -> None:
        self._styles, self._numbering = styles, numbering
        self._runs = RunReader(styles)
        self._joined: list[Piece] = []  # of a paragraph whose mark was deleted under tracking
        self._lines_since_recipients = _SIGNATURE_LINES
        self.page: int | None = 1 if paged else None
        self.tracked = self.hidden = self.contents = False
        self.legacy: set[str] = set()
        self.word_art: list[str] = []

    @property
    def before_conversion(self) -> str | None:
        """The beginning of the text as it stood, where runs in legacy fonts were converted."""
        return self._runs.before_conversion if self.legacy else None

    def blocks(self, element: _Element) -> Iterator[Block]:
        """Yield the lines and tables of a body, cell or text box; tables that only place text as their lines."""
        for item in element:
            if item.tag == _PARAGRAPH:
                yield from self._paragraph(item)
            elif item.tag == _TABLE:
                yield from placed(self.table(item))
            elif item.tag in _THROUGH:
                yield from self.blocks(item)
            elif item.tag == ALTERNATE:
                branch = item.find(CHOICE)
                if branch is not None:
                    yield from self.blocks(branch)

    def table(self, element: _Element) -> TableDraft:
        """Read a table into its grid: `gridSpan` across, `vMerge` down; nested tables become lines of their cell."""
        page = self.page
        cells: list[CellDraft] = []
        open_below: dict[int, CellDraft] = {}  # column -> the merged cell that goes on downwards
        row_number = columns = 0
        for row in _inside(element, _ROW):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self.tracked = True
                continue
            column = min(number(properties, "gridBefore") or 0, _MOST_SPAN)
            for item in _inside(row, _CELL):
                column += self._cell(item, row_number, column, cells, open_below)
            columns = max(columns, column)
            row_number += 1
        return TableDraft(rows=row_number, columns=columns, cells=cells, page=page)

    def _cell(
        self, item: _Element, row: int, column: int, cells: list[CellDraft], open_below: dict[int, CellDraft]
    ) -> int:
        """Read one cell into `cells`; return how many columns it takes."""
        properties = child(item, "tcPr")
        across = min(max(number(properties, "gridSpan") or 1, 1), _MOST_SPAN)
        merge = child(properties, "vMerge")
        lines = self._cell_lines(item)
        above = open_below.get(column)
        if merge is not None and merge.get(w("val")) != "restart" and above is not None:
            above.row_span = row - above.row + 1
            above.lines += lines
            return across
        cell = CellDraft(row, column, lines, column_span=across)
        cells.append(cell)
        if merge is not None:
            open_below[column] = cell
        else:
            open_below.pop(column, None)
        return across

    def _cell_lines(self, item: _Element) -> list[Draft]:
        lines: list[Draft] = []
        for block in self.blocks(item):
            lines += block.flattened() if isinstance(block, TableDraft) else [block]
        return lines

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        properties = child(element, "pPr")
        style_id = value(properties, "pStyle")
        style = self._styles.paragraph(style_id)
        runs = self._runs.read(element, style)
        self._remember(runs)
        if child(properties, "rPr", "del") is not None:
            self._joined += runs.pieces
            self.tracked = True
            return
        if self._joined:
            runs.pieces, self._joined = self._joined + runs.pieces, []
        if style.name.startswith(_CONTENTS):
            self.contents = True
            return
        label = self._label(properties, style, style_id)
        yield from self._lines(runs.pieces, label, properties, style)
        for box in runs.boxes:
            yield from self.blocks(box)

    def _label(self, properties: _Element | None, style: Style, style_id: str | None) -> str:
        num_id = number(properties, "numPr", "numId")
        level = number(properties, "numPr", "ilvl")
        if num_id is None:
            num_id = style.num_id
            if num_id is not None and level is None:
                level = self._numbering.level_of_style(num_id, style_id)
                level = style.level if level is None else level
        if not num_id:
            return ""
        return self._numbering.label(num_id, level or 0)

    def _lines(self, pieces: list[Piece], label: str, properties: _Element | None, style: Style) -> Iterator[Draft]:
        """Yield one line for each stretch between line breaks; page breaks that Word drew count the page."""
        outline = number(properties, "outlineLvl")
        heading = outline + 1 if outline is not None and 0 <= outline < 9 else style.heading
        alignment = value(properties, "jc")
        centred = alignment == "center" if alignment else bool(style.centred)
        if label and not any(piece.text.strip() for piece in pieces):
            yield Draft(text=label, heading=heading, centred=centred, page=self.page)
        first = True
        for line in _split(pieces):
            page = self._page_of(line)
            text = "".join(piece.text for piece in line).replace(PAGE_BREAK, "")
            if not text.strip():
                continue
            solid = [piece.look for piece in line if piece.text.strip()]
            for part in self._columns(f"{label} {text}" if first and label else text):
                yield Draft(
                    text=part, begins=True if first else None, heading=heading if first else None,
                    bold=all(look.bold for look in solid), italic=all(look.italic for look in solid),
                    centred=centred, size=solid[0].size, page=page,
                )  # fmt: skip
                first = False

    def _columns(self, text: str) -> list[str]:
        """Part a line whose tabs set a letterhead or signature in two columns."""
        self._lines_since_recipients = 0 if opens_recipients(text) else self._lines_since_recipients + 1
        if "\t" not in text:
            return [text]
        return columns_of(text, under_recipients=self._lines_since_recipients < _SIGNATURE_LINES)

    def _page_of(self, line: list[Piece]) -> int | None:
        """Return the page on which the text of `line` begins, and count the page breaks in it."""
        text = "".join(piece.text for piece in line)
        if self.page is None:
            return None
        begins = self.page + text[: len(text) - len(text.lstrip())].count(PAGE_BREAK)
        self.page += text.count(PAGE_BREAK)
        return begins

    def _remember(self, runs: Runs) -> None:
        self.tracked = self.tracked or runs.tracked
        self.hidden = self.hidden or runs.hidden
        self.legacy |= runs.legacy
        self.word_art += runs.word_art


def _inside(element: _Element, wanted: str) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, through content controls and tracked insertions."""
    for item in element:
        if item.tag == wanted:
            yield item
        elif item.tag in _THROUGH:
            yield from _inside(item, wanted)


def _split(pieces: list[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in pieces:
        parts = piece.text.split("\n")
        for number_, part in enumerate(parts):
            if number_:
                yield line
                line = []
            if part:
                line.append(Piece(part, piece.look))
    yield line
