"""Pages become a `Document`: running heads off, tables joined over pages, lines with their places and beginnings."""

from __future__ import annotations

from dondoc.reader.document import Cell, Document, Line, Note, Page, Table
from dondoc.reader.limits import Limits
from dondoc.reader.pages.aligned import Found
from dondoc.reader.pages.footnotes import Footnote, strip_footnotes
from dondoc.reader.pages.furniture import Furniture, strip_edges, strip_furniture
from dondoc.reader.pages.marks import PageMarks, PrintedLine, Word
from dondoc.reader.pages.paragraphs import judge_beginnings
from dondoc.reader.pages.rows import reading_order
from dondoc.reader.pages.tables import FilledTable, append, continues, fill
from dondoc.reader.refusals import EmptyFileError, TooLargeError

Block = PrintedLine | FilledTable


def document_of(pages: list[PageMarks], limits: Limits) -> Document:
    """Return the document that stands on `pages`.

    Raises EmptyFileError when no page holds a word, TooLargeError when the text exceeds the limits.
    """
    furniture = strip_edges(pages)
    footnotes = strip_footnotes(pages)
    filled: list[tuple[list[FilledTable], list[Word]]] = []
    ending: Found | None = None
    for page in pages:
        above = filled[-1][0] if filled else []
        tables, words, ending = fill(page, ending, above[-1] if above else None)
        filled.append((tables, words))
    lines = [reading_order(words, page.number) for page, (_, words) in zip(pages, filled, strict=True)]
    furniture.add(strip_furniture(pages, lines))
    judge_beginnings(
        pages, lines, {page.number: _reach(tables) for page, (tables, _) in zip(pages, filled, strict=True) if tables}
    )
    blocks = _joined([_in_order(listed, tables) for listed, (tables, _) in zip(lines, filled, strict=True)])
    writer = _Writer(limits, pages)
    for block in [*blocks, *_at_end(footnotes)]:
        writer.add(block)
    if not writer.lines:
        raise EmptyFileError
    return Document(
        text="".join(writer.parts),
        lines=writer.lines,
        tables=writer.tables,
        pages=[Page(number=p.number, width=p.shown_size[0], height=p.shown_size[1]) for p in pages],
        notes=_notes(furniture, blocks, len(footnotes)),
    )


def _reach(tables: list[FilledTable]) -> tuple[float, float]:
    return min(table.left for table in tables), max(table.left + sum(table.widths) for table in tables)


def _in_order(lines: list[PrintedLine], tables: list[FilledTable]) -> list[Block]:
    """Put the tables of a page between its lines, which keep their order."""
    blocks: list[Block] = []
    waiting = sorted(tables, key=lambda table: table.top)
    for line in lines:
        while waiting and waiting[0].top < line.top:
            blocks.append(waiting.pop(0))
        blocks.append(line)
    return [*blocks, *waiting]


def _joined(pages: list[list[Block]]) -> list[Block]:
    """Return the blocks of all pages, a table that goes on over a page break being one."""
    blocks: list[Block] = []
    for page in pages:
        for position, block in enumerate(page):
            last = blocks[-1] if blocks else None
            if (
                position == 0
                and isinstance(block, FilledTable)
                and isinstance(last, FilledTable)
                and continues(last, block)
            ):
                append(last, block)
            else:
                blocks.append(block)
    return blocks


def _at_end(footnotes: list[Footnote]) -> list[PrintedLine]:
    """Return the lines of all footnotes, the first of each beginning a paragraph."""
    for note in footnotes:
        for number, line in enumerate(note.lines):
            line.begins = number == 0
    return [line for note in footnotes for line in note.lines]


def _notes(furniture: Furniture, blocks: list[Block], footnotes: int) -> list[Note]:
    notes = []
    if footnotes:
        notes.append(Note(code="footnotes", message="Chú thích cuối trang được đặt ở cuối văn bản."))
    if furniture.heads:
        quoted = "; ".join(f"“{head}”" for head in furniture.heads[:3])
        notes.append(Note(code="running_head", message=f"Đã bỏ dòng lặp lại ở đầu hoặc cuối các trang: {quoted}."))
    if furniture.numbers:
        notes.append(Note(code="page_numbers", message=f"Đã bỏ {furniture.numbers} số trang."))
    repeated = sum(block.repeated_heads for block in blocks if isinstance(block, FilledTable))
    if repeated:
        notes.append(Note(code="table_heads", message=f"Đã bỏ {repeated} hàng đầu bảng lặp lại ở đầu trang sau."))
    return notes


class _Writer:
    """Writes blocks one after another into one text."""

    def __init__(self, limits: Limits, pages: list[PageMarks]) -> None:
        self.limits = limits
        self.pages = {page.number: page for page in pages}
        self.parts: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self.tables: list[Table] = []

    def add(self, block: Block) -> None:
        """Write a line or a whole table."""
        if isinstance(block, FilledTable):
            self._add_table(block)
        else:
            self._add_line(block, None)

    def _add_line(self, printed: PrintedLine, table: int | None) -> Line:
        text = printed.text
        if self.length + len(text) > self.limits.max_characters:
            most = self.limits.max_characters
            raise TooLargeError(f"quá {most} ký tự", f"more than {most} characters")
        told = [word.confidence for word in printed.words if word.confidence is not None]
        letters = [word for word in printed.words if any(c.isalnum() for c in word.text)] or printed.words
        line = Line(
            start=self.length, end=self.length + len(text), page=printed.page, box=self.pages[printed.page].shown(printed.box), begins=printed.begins,
            bold=all(word.bold for word in letters), italic=all(word.italic for word in letters),
            centred=printed.centred, size=round(printed.size, 1), table=table,
            confidence=round(sum(told) / len(told), 3) if told else None, unsure=_unsure(printed, self.length),
        )  # fmt: skip
        self.parts.append(text + "\n")
        self.length = line.end + 1
        self.lines.append(line)
        return line

    def _add_table(self, filled: FilledTable) -> None:
        """Write a table row by row; the two parts of a cut row follow each other part by part, as on paper."""
        number, start = len(self.tables), self.length
        cells = sorted(filled.cells, key=lambda cell: (cell.row, cell.column))
        pieces: list[list[tuple[int, int]]] = [[] for _ in cells]
        for row in range(filled.rows):
            mine = [index for index, cell in enumerate(cells) if cell.row == row]
            for part in range(max((len(cells[index].stretches) for index in mine), default=0)):
                for index in mine:
                    if part < len(cells[index].stretches):
                        written = [self._add_line(line, number) for line in cells[index].stretches[part]]
                        pieces[index].append((written[0].start, written[-1].end))
        page = next((line.page for cell in cells for part in cell.stretches for line in part), filled.page)
        made = [
            Cell(row=c.row, column=c.column, row_span=c.row_span, column_span=c.column_span, pieces=told)
            for c, told in zip(cells, pieces, strict=True)
        ]
        table = Table(
            start=start, end=self.length - 1, page=page, rows=filled.rows, columns=len(filled.widths), cells=made
        )
        self.tables.append(table)


def _unsure(printed: PrintedLine, start: int) -> list[tuple[int, int]]:
    """Return where the unsure words of a line stand in the text, the line beginning at `start`."""
    found = []
    for word in printed.words:
        if word.unsure:
            found.append((start, start + len(word.text)))
        start += len(word.text) + 1
    return found
