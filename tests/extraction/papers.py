"""Documents made from text lines, without the reader, so that a rule is tested alone."""

from __future__ import annotations

from dondoc.reader.document import Cell, Document, Line, Table


def document_of(text: str, *, begins: bool | None = None) -> Document:
    """Return a document whose lines are those of `text`; `begins` is what every line says of its paragraph."""
    lines: list[Line] = []
    position = 0
    for raw in text.split("\n"):
        if raw.strip():
            start = position + len(raw) - len(raw.lstrip())
            lines.append(Line(start=start, end=position + len(raw.rstrip()), begins=begins))
        position += len(raw) + 1
    return Document(text=text, lines=lines, origin="text")


def table_document(
    rows: list[list[str]], *, above: str = "", merged: dict[tuple[int, int], tuple[int, int]] | None = None
) -> Document:
    """Return a document of one table under the lines `above`; `merged` gives (row span, column span) of cells."""
    document = document_of(above, begins=True) if above else Document(text="", lines=[])
    text = document.text + ("\n" if document.text else "")
    table = Table(start=len(text), end=0, rows=len(rows), columns=max(len(row) for row in rows))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            row_span, column_span = (merged or {}).get((number, column), (1, 1))
            pieces = []
            if cell:
                pieces = [(len(text), len(text) + len(cell))]
                document.lines.append(Line(start=len(text), end=len(text) + len(cell), begins=True, table=0))
                text += cell + "\n"
            if cell or (number, column) in (merged or {}):
                table.cells.append(
                    Cell(row=number, column=column, row_span=row_span, column_span=column_span, pieces=pieces)
                )
    table.end = len(text)
    document.text, document.tables = text, [table]
    return document
