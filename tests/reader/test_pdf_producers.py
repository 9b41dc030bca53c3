"""Papers printed by Chromium, LibreOffice and reportlab are read as they were typed, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from dondoc.reader.document import Document
from dondoc.reader.formats import pdf
from dondoc.reader.limits import DEFAULT
from fixtures.comparison import compare
from reader.printed import canvas
from reader.printed.model import Paper
from reader.printed.papers import BROWSER, DRAWN, OFFICE

PRINTED = Path(__file__).resolve().parent / "printed"
PAPERS = [*BROWSER, *OFFICE, *DRAWN]


@pytest.fixture(scope="module", params=PAPERS, ids=lambda paper: paper.name)
def paper(request: pytest.FixtureRequest) -> tuple[Paper, Document]:
    typed: Paper = request.param
    data = canvas.drawn(typed) if typed in DRAWN else (PRINTED / f"{typed.name}.pdf").read_bytes()
    return typed, pdf.read(data, DEFAULT)


def test_the_text_stands_in_the_order_in_which_it_was_typed(paper: tuple[Paper, Document]) -> None:
    agreement = compare(paper[1], paper[0].truth)
    assert agreement.characters > 1_000
    assert agreement.errors == 0


def test_every_cell_holds_what_was_typed_into_it(paper: tuple[Paper, Document]) -> None:
    typed = paper[0].truth
    agreement = compare(paper[1], typed)
    assert agreement.wrong_cells == []
    assert [(table.rows, table.columns) for table in paper[1].tables] == [
        (len(table["rows"]) + table["head_rows"], table["columns"]) for table in typed["tables"]
    ]


def test_no_beginning_of_a_paragraph_is_wrong(paper: tuple[Paper, Document]) -> None:
    agreement = compare(paper[1], paper[0].truth)
    assert agreement.wrong_beginnings == []
    assert agreement.unknown_beginnings <= 0.3 * agreement.lines


def test_a_watermark_is_no_text_and_is_named() -> None:
    document = pdf.read((PRINTED / "browser-watermark.pdf").read_bytes(), DEFAULT)
    notes = {note.code: note.message for note in document.notes}
    assert "DỰ THẢO LẦN 2" in notes["watermark"]
    assert "DỰ THẢO" not in document.text
