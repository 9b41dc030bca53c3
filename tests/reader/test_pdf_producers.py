"""Papers printed by Chromium, LibreOffice and reportlab are read as they were typed, cell by cell."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dondoc import reader
from dondoc.reader.document import Document, SecretError
from dondoc.reader.formats import pdf
from dondoc.reader.limits import DEFAULT
from fixtures.comparison import compare
from reader.pdf_files import drawn, ruled
from reader.printed import canvas
from reader.printed.model import Paper
from reader.printed.papers import BROWSER, DRAWN, OFFICE

PRINTED = Path(__file__).resolve().parent / "printed"
PAPERS = [*BROWSER, *OFFICE, *DRAWN]


@pytest.fixture(scope="module", params=PAPERS, ids=lambda paper: paper.name)
def paper(request: pytest.FixtureRequest) -> tuple[Paper, Document]:
    typed: Paper = request.param
    if typed in DRAWN and not canvas.is_possible():
        pytest.skip("needs the fonts DejaVu")
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


HEAD = [(60, 100, "STT"), (180, 100, "Nhiem vu"), (370, 100, "Don vi chu tri"), (480, 100, "Thoi gian")]


def row(
    number: int, height: float, work: str = "Xay dung ke hoach phat trien kinh te"
) -> list[tuple[float, float, str]]:
    cells = [(95, work), (370, "UBND phuong"), (490, f"20{25 + number}")]
    return [(66, height, str(number)), *((left, height, text) for left, text in cells)]


def cells_of(document: Document, table: int = 0) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): document.cell_text(cell) for cell in document.tables[table].cells}


def test_a_table_without_rules_goes_on_without_its_head_on_the_next_page() -> None:
    first = HEAD + [word for n in (1, 2, 3) for word in row(n, 100 + 25 * n)]
    second = [(95, 60, "cua phuong trong nam")] + [word for n in (4, 5) for word in row(n, 85 + 25 * (n - 4))]
    document = pdf.read(drawn([first, second], size=12), DEFAULT)
    cells = cells_of(document)
    assert len(document.tables) == 1
    assert cells[3, 1] == "Xay dung ke hoach phat trien kinh te\ncua phuong trong nam"
    assert (cells[5, 0], cells[5, 3]) == ("5", "2030")


def test_text_under_a_table_without_rules_is_no_row_of_it() -> None:
    words = HEAD + [word for n in (1, 2) for word in row(n, 100 + 20 * n)]
    after = (60, 165, "Can cu chuong trinh nay, cac don vi xay dung ke hoach thuc hien cua minh trong nam nay.")
    document = pdf.read(drawn([[*words, after]], size=12), DEFAULT)
    assert document.tables[0].rows == 3
    assert document.text.rstrip().endswith(after[2])


def test_group_rows_reach_over_the_columns_and_number_their_works_anew() -> None:
    words = [*HEAD, (64, 125, "I"), (95, 125, "LINH VUC KINH TE, DO THI, TAI NGUYEN VA MOI TRUONG"), *row(1, 150)]
    words += [(64, 175, "II"), (95, 175, "LINH VUC VAN HOA, XA HOI, GIAO DUC VA DAO TAO"), *row(1, 200), *row(2, 225)]
    document = pdf.read(drawn([words], size=12), DEFAULT)
    spans = {(cell.row, cell.column): cell.column_span for cell in document.tables[0].cells}
    assert [cells_of(document)[n, 0] for n in range(6)] == ["STT", "I", "1", "II", "1", "2"]
    assert spans[1, 1] == spans[3, 1] == 3


@pytest.mark.skipif(not canvas.is_possible(), reason="needs the fonts DejaVu")
def test_a_signature_only_a_space_away_from_the_recipients_comes_after_them() -> None:
    left = [
        "Nơi nhận:",
        "- Thường trực Thành ủy, các ban xây dựng Đảng,",
        "- Các chi bộ trực thuộc,",
        "- Lưu Văn phòng.",
    ]
    right = ["T/M BAN CHẤP HÀNH", "BÍ THƯ", "Đoàn Văn Khải"]
    from reportlab.pdfbase.pdfmetrics import stringWidth

    canvas.register("DejaVu Serif")
    words = [(85, 300 + 15 * n, text) for n, text in enumerate(left)]
    edge = 85 + max(stringWidth(text, "DejaVu Serif", 11) for text in left) + 4
    words += [(edge + x, y, text) for (x, y), text in zip(((0, 300), (20, 315), (10, 400)), right, strict=True)]
    document = pdf.read(drawn([words], size=11, font="DejaVu Serif"), DEFAULT)
    assert document.text.split("\n")[:7] == [*left, *right]


def test_a_date_that_a_narrow_cell_broke_is_one_word_again() -> None:
    columns, rows = [60.0, 90.0, 300.0, 420.0, 480.0], [100.0, 130.0, 180.0]
    words = [(64, 120, "TT"), (95, 120, "Noi dung"), (305, 120, "Don vi"), (425, 120, "Han")]
    words += [(64, 150, "1"), (95, 150, "Lap ke hoach"), (305, 150, "UBND"), (425, 150, "31/12/202"), (425, 166, "6")]
    assert cells_of(pdf.read(drawn([words], [ruled(columns, rows)]), DEFAULT))[1, 3] == "31/12/2026"


def slanted(text: str) -> bytes:
    """Return a page of plain text with a large one across it."""
    from reportlab.pdfgen import canvas as paint

    buffer = io.BytesIO()
    canvas.register("DejaVu Serif")
    made = paint.Canvas(buffer, invariant=1)
    made.setFont("DejaVu Serif", 12)
    for n in range(10):
        made.drawString(85, 700 - 20 * n, f"{n}. Các cơ quan, đơn vị xây dựng kế hoạch thực hiện.")
    made.translate(300, 500)
    made.rotate(45)
    made.setFont("DejaVu Serif", 70)
    made.drawCentredString(0, 0, text)
    made.save()
    return buffer.getvalue()


@pytest.mark.skipif(not canvas.is_possible(), reason="needs the fonts DejaVu")
def test_a_secrecy_mark_across_the_page_is_refused() -> None:
    with pytest.raises(SecretError):
        reader.read(slanted("TỐI MẬT"), "ke-hoach.pdf")
    assert "DỰ THẢO" not in reader.read(slanted("DỰ THẢO"), "ke-hoach.pdf").text


@pytest.mark.skipif(not canvas.is_possible(), reason="needs the fonts DejaVu")
def test_a_head_turned_by_a_quarter_is_one_line() -> None:
    from reportlab.pdfgen import canvas as paint

    buffer = io.BytesIO()
    canvas.register("DejaVu Serif")
    made = paint.Canvas(buffer, pagesize=(595, 842), invariant=1)
    made.setFont("DejaVu Serif", 11)
    for left, top, right, bottom in ruled([60.0, 100.0, 400.0, 520.0], [100.0, 200.0, 240.0]):
        made.line(left, 842 - top, right, 842 - bottom)
    for left, height, text in [(110, 150, "Nhiệm vụ trọng tâm của năm"), (410, 150, "Đơn vị chủ trì"), (70, 220, "1"), (110, 220, "Lập kế hoạch phát triển kinh tế"), (410, 220, "UBND phường")]:  # fmt: skip
        made.drawString(left, 842 - height, text)
    made.translate(85, 842 - 190)
    made.rotate(90)
    made.drawString(0, 0, "Số thứ tự")
    made.save()
    assert cells_of(pdf.read(buffer.getvalue(), DEFAULT))[0, 0] == "Số thứ tự"


@pytest.mark.skipif(not canvas.is_possible(), reason="needs the fonts DejaVu")
def test_a_secrecy_mark_at_the_head_of_every_page_is_no_running_head() -> None:
    pages = [[(280, 40, "MẬT"), (85, 120, f"Đoạn văn thứ {word} của chương trình")] for word in ("nhất", "hai", "ba")]
    canvas.register("DejaVu Serif")
    with pytest.raises(SecretError):
        reader.read(drawn(pages, font="DejaVu Serif"), "ke-hoach.pdf")
