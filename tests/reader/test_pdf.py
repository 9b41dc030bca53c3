"""PDFs with text become lines in reading order, with their tables, paragraphs and places."""

from __future__ import annotations

import io
import random
import time
import unicodedata

import pytest

from dondoc.reader.document import Document, UnreadableError
from dondoc.reader.formats import pdf
from dondoc.reader.limits import DEFAULT, Limits
from fixtures.comparison import HERE, compare, truth
from reader.pdf_files import SERIF, drawn, part_of, ruled, turned


def read(data: bytes, limits: Limits = DEFAULT) -> Document:
    return pdf.read(data, limits)


def texts(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


@pytest.fixture(scope="module", params=["bach-dang", "do-son"])
def paper(request: pytest.FixtureRequest) -> tuple[str, Document]:
    return request.param, read((HERE / f"{request.param}.pdf").read_bytes())


def test_the_text_of_the_printed_papers_is_what_was_typed(paper: tuple[str, Document]) -> None:
    agreement = compare(paper[1], truth(paper[0]))
    assert agreement.error_rate <= 0.001
    assert agreement.cell_share >= 0.995, agreement.wrong_cells


def test_beginnings_of_paragraphs_are_never_wrong_and_mostly_known(paper: tuple[str, Document]) -> None:
    agreement = compare(paper[1], truth(paper[0]))
    assert agreement.wrong_beginnings == []
    assert agreement.lines > 400
    assert agreement.unknown_beginnings <= 0.05 * agreement.lines


def test_lines_and_cells_are_stretches_of_the_text(paper: tuple[str, Document]) -> None:
    document = paper[1]
    assert document.text == unicodedata.normalize("NFC", document.text)
    end = 0
    for line in document.lines:
        assert line.start >= end
        assert document.text[line.start : line.end].strip() == document.text[line.start : line.end] != ""
        assert line.box is not None
        assert 0 <= line.box[0] < line.box[2] <= 620
        assert 0 <= line.box[1] < line.box[3] <= 850
        end = line.end
    for number, table in enumerate(document.tables):
        inside = [line for line in document.lines if line.table == number]
        assert (inside[0].start, inside[-1].end) == (table.start, table.end)
        assert all(table.start <= start < end <= table.end for cell in table.cells for start, end in cell.pieces)


def test_page_numbers_and_repeated_table_heads_are_dropped_with_a_note() -> None:
    document = read((HERE / "bach-dang.pdf").read_bytes())
    assert {"page_numbers", "table_heads"} <= {note.code for note in document.notes}
    assert "27" not in texts(document)
    assert sum(text == "Nhiệm vụ" for text in texts(document)) == 11


def test_a_row_cut_by_a_page_has_cells_of_two_pieces_on_two_pages() -> None:
    document = read((HERE / "bach-dang.pdf").read_bytes())
    cut = [cell for table in document.tables for cell in table.cells if len(cell.pieces) > 1]
    assert cut
    pages = {line.start: line.page for line in document.lines}
    for cell in cut:
        assert pages[cell.pieces[1][0]] == pages[cell.pieces[0][0]] + 1  # type: ignore[operator]


def test_bold_headings_and_centred_titles_are_marked() -> None:
    document = read((HERE / "do-son.pdf").read_bytes())
    marked = {document.text[line.start : line.end]: line for line in document.lines}
    assert marked["A- MỤC ĐÍCH YÊU CẦU"].bold
    assert marked["A- MỤC ĐÍCH YÊU CẦU"].centred
    assert marked["CHƯƠNG TRÌNH HÀNH ĐỘNG"].centred
    assert not marked["phường về nội dung Nghị quyết Đại hội đại biểu Đảng bộ phường lần thứ I, nhiệm"].bold


def test_a_letterhead_is_read_one_column_after_the_other() -> None:
    left = [
        (70, 60, "DANG BO THANH PHO HAI PHONG"),
        (90, 76, "DANG UY PHUONG AN BIEN"),
        (150, 92, "*"),
        (120, 110, "So 03-CTr/DU"),
    ]
    right = [(360, 60, "DANG CONG SAN VIET NAM"), (330, 102, "An Bien, ngay 26 thang 9 nam 2025")]
    title = [
        (200, 150, "CHUONG TRINH HANH DONG"),
        (85, 180, "Thuc hien Nghi quyet Dai hoi Dang bo phuong lan thu nhat nhiem ky nay, xay dung"),
    ]
    lines = texts(read(drawn([left + right + title])))
    assert lines[:6] == [text for _, _, text in left] + [text for _, _, text in right]
    assert lines[6] == "CHUONG TRINH HANH DONG"


def test_recipients_come_before_the_signature_even_where_their_lines_fall_between() -> None:
    body = [
        (85, 300, "5. Giao Van phong Dang uy chu tri phoi hop voi Uy ban Kiem tra Dang uy theo doi"),
        (85, 318, "viec thuc hien."),
    ]
    left = [
        (85, 360 + 13 * i, text)
        for i, text in enumerate(["Noi nhan:", "- Thuong truc Thanh uy,", "- Cac chi bo,", "- Luu Van phong."])
    ]
    right = [(360, 366, "T/M BAN CHAP HANH"), (400, 383, "BI THU"), (380, 470, "Tran Van An")]
    lines = texts(read(drawn([body + left + right])))
    assert lines == [text for _, _, text in body + left + right]


def test_lost_and_surplus_spaces_are_judged_by_the_gaps() -> None:
    halves = drawn([[(85, 100, "chi"), (108, 100, "thi"), (85, 130, "kinh te xa hoi cua phuong trong nhiem ky")]])
    assert texts(read(halves)) == ["chi thi", "kinh te xa hoi cua phuong trong nhiem ky"]


def test_letters_set_apart_stay_one_word() -> None:
    spaced = drawn([[(85, 100, "CHUONG TRINH")]], spacing=1.5)
    assert texts(read(spaced)) == ["CHUONG TRINH"]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_text_that_lies_on_its_side_is_read_upright_and_placed_as_shown(degrees: int) -> None:
    plain = [(100, 100, "dong thu nhat cua trang"), (100, 120, "dong thu hai cua trang"), (100, 140, "dong thu ba")]
    document = read(turned(drawn([plain]), degrees))
    assert texts(document) == [text for _, _, text in plain]
    page, box = document.pages[0], document.lines[0].box
    assert (page.width, page.height) == ((842, 595) if degrees != 180 else (595, 842))
    assert box is not None
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    expected = {90: (746, 165), 180: (430, 746), 270: (96, 430)}[degrees]
    assert middle == pytest.approx(expected, abs=12)


@pytest.mark.skipif(not SERIF.exists(), reason="needs the font DejaVu Serif")
def test_marks_written_apart_from_their_letters_are_composed() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Serif", str(SERIF)))
    sentence = "Đẩy mạnh chuyển đổi số, nghị quyết của Đảng ủy"
    document = read(drawn([[(85, 100, unicodedata.normalize("NFD", sentence))]], font="Serif"))
    assert texts(document) == [sentence]


def test_text_in_a_legacy_font_is_converted_and_shown_as_it_stood() -> None:
    typed = "Ngh\u00de quy\u00d5t c\u00f1a \u00a7\u00b6ng b\u00e9"
    data = drawn([[(85, 100, typed)]]).replace(b"/BaseFont /Times-Roman", b"/BaseFont /.VnTimeXXXX")
    document = read(data)
    assert texts(document) == ["Nghị quyết của Đảng bộ"]
    assert "legacy_encoding" in {note.code for note in document.notes}
    assert document.before_conversion is not None
    assert "Ngh\u00de" in document.before_conversion


COLUMNS, ROWS = [60.0, 100.0, 340.0, 440.0, 540.0], [100.0, 140.0, 180.0, 220.0]


def test_merged_cells_of_a_ruled_table_have_spans() -> None:
    lines = [line for line in ruled(COLUMNS, ROWS) if line != (60, 140, 540, 140) and line != (440, 100, 440, 220)]
    lines += [(340, 140, 540, 140), (440, 140, 440, 220)]
    words = [
        (64, 140, "STT"),
        (110, 140, "Nhiem vu"),
        (360, 125, "Thoi gian"),
        (345, 165, "Bat dau"),
        (445, 165, "Ket thuc"),
        (64, 205, "1"),
        (110, 205, "Xay dung nha van hoa"),
        (345, 205, "2026"),
        (445, 205, "2027"),
    ]
    document = read(drawn([words], [lines]))
    spans = {document.cell_text(c): (c.row, c.column, c.row_span, c.column_span) for c in document.tables[0].cells}
    assert spans["STT"] == (0, 0, 2, 1)
    assert spans["Thoi gian"] == (0, 2, 1, 2)
    assert spans["Ket thuc"] == (1, 3, 1, 1)
    assert spans["2027"] == (2, 3, 1, 1)


def test_a_table_open_at_its_sides_is_a_table() -> None:
    lines = [line for line in ruled(COLUMNS, ROWS) if line[0] != line[2] or line[0] in COLUMNS[1:-1]]
    words = [
        (64, 125, "TT"),
        (110, 125, "Noi dung"),
        (345, 125, "Don vi"),
        (445, 125, "Han"),
        (64, 165, "1"),
        (110, 165, "Lap ke hoach"),
        (345, 165, "UBND"),
        (445, 165, "2026"),
    ]
    table = read(drawn([words], [lines])).tables[0]
    assert (table.rows, table.columns) == (3, 4)


def test_a_table_without_rules_is_found_by_its_head_and_its_gaps() -> None:
    head = [(60, 100, "STT"), (180, 100, "Nhiem vu"), (370, 100, "Don vi chu tri"), (480, 100, "Thoi gian")]
    first = [(66, 120, "1"), (95, 120, "Xay dung ke hoach phat trien kinh te cua phuong"), (370, 120, "UBND phuong")]
    first += [(490, 120, "2026"), (95, 136, "trong nam 2026 va nhung nam tiep theo")]
    second = [
        (66, 160, "2"),
        (95, 160, "Cai tao tuyen duong lien to dan pho"),
        (370, 160, "Phong Kinh te"),
        (490, 160, "2027"),
    ]
    after = [(60, 230, "Can cu chuong trinh nay, cac don vi xay dung ke hoach thuc hien cua minh trong nam nay.")]
    document = read(drawn([head + first + second + after], size=12))
    table = document.tables[0]
    assert (table.rows, table.columns) == (3, 4)
    cells = {(cell.row, cell.column): document.cell_text(cell) for cell in table.cells}
    assert cells[0, 3] == "Thoi gian"
    assert cells[1, 1] == "Xay dung ke hoach phat trien kinh te cua phuong\ntrong nam 2026 va nhung nam tiep theo"
    assert cells[2, 2] == "Phong Kinh te"
    assert texts(document)[-1].startswith("Can cu chuong trinh nay")


def test_a_sentence_that_begins_with_tt_is_no_table() -> None:
    lines = [
        (85, 100 + 18 * i, f"TT Dang uy chi dao thuc hien nhiem vu {word}")
        for i, word in enumerate(("mot", "hai", "ba"))
    ]
    assert read(drawn([lines])).tables == []


def test_an_underline_or_a_frame_is_no_table() -> None:
    lines = [(200, 122, 400, 122), *ruled([60, 540], [300, 400])]
    words = [(200, 118, "CHUONG TRINH HANH DONG"), (80, 340, "Trong khung nay la mot doan van")]
    document = read(drawn([words], [lines]))
    assert document.tables == []
    assert texts(document) == ["CHUONG TRINH HANH DONG", "Trong khung nay la mot doan van"]


def test_a_running_head_is_dropped_and_named() -> None:
    pages = [
        [(200, 40, "Chuong trinh hanh dong 2025"), (85, 120, f"Doan van thu {word} cua chuong trinh")]
        for word in ("nhat", "hai", "ba", "tu")
    ]
    document = read(drawn(pages))
    assert len(document.lines) == 4
    assert any(note.code == "running_head" and "Chuong trinh hanh dong 2025" in note.message for note in document.notes)


def test_a_year_alone_at_the_top_of_a_page_is_no_page_number() -> None:
    pages = [
        [(85, 60, "Doan van thu nhat cua chuong trinh hanh dong")],
        [(85, 60, "2030"), (85, 90, "va nhung nam tiep theo")],
    ]
    assert "2030" in texts(read(drawn(pages)))


def refusal(data: bytes, limits: Limits = DEFAULT) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(data, limits)
    assert caught.value.message.endswith(".")
    return caught.value


def test_an_encrypted_file_is_refused_as_such() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas

    buffer = io.BytesIO()
    made = canvas.Canvas(buffer, encrypt=StandardEncryption("khoa", ownerPassword="chu"))
    made.drawString(100, 700, "bi khoa")
    made.save()
    assert refusal(buffer.getvalue()).code == "encrypted"


def test_damaged_files_are_refused_as_such() -> None:
    whole = (HERE / "do-son.pdf").read_bytes()
    assert refusal(b"%PDF-1.7\n" + bytes(2_000)).code == "damaged"
    assert refusal(whole[:600]).code == "damaged"


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_file_without_its_end_is_read_or_refused_in_words(share: float) -> None:
    whole = (HERE / "do-son.pdf").read_bytes()
    outcome = "read"
    try:
        document = read(whole[: int(len(whole) * share)])
    except UnreadableError as error:
        outcome = error.code
    else:
        assert document.lines
    assert outcome in ("read", "damaged", "empty")


def test_too_many_pages_are_refused_before_any_is_read() -> None:
    data = part_of("do-son.pdf", [0], times=30)
    assert refusal(data, Limits(max_pages=29)).code == "too_large"


def test_an_empty_page_holds_no_text() -> None:
    assert refusal(drawn([[]])).code == "empty"


def test_a_page_beyond_all_sizes_is_refused() -> None:
    huge = drawn([[(100, 100, "x")]], paper=(595, 842)).replace(b"[ 0 0 595 842 ]", b"[ 0 0 99000 99000 ]")
    assert refusal(huge).code in ("too_large", "damaged", "empty")


def test_too_much_text_is_refused() -> None:
    assert refusal((HERE / "do-son.pdf").read_bytes(), Limits(max_characters=1_000)).code == "too_large"


def test_a_hundred_pages_take_less_than_ten_seconds() -> None:
    data = part_of("bach-dang.pdf", list(range(29)), times=4)
    began = time.process_time()
    document = read(data)
    assert len(document.pages) == 116
    assert time.process_time() - began < 10


def test_the_format_is_known_by_its_mark() -> None:
    assert pdf.matches(b"%PDF-1.4\n", "x.bin") == 1.0
    assert pdf.matches(b"\r\n\r\n%PDF-1.4\n", "x.pdf") == 0.9
    assert pdf.matches(b"PK\x03\x04", "x.docx") == 0.0


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return `data` with some bytes changed, dropped or repeated."""
    changed = bytearray(data)
    for _ in range(rng.choice([1, 5, 40, 300])):
        at = rng.randrange(len(changed))
        if rng.random() < 0.6:
            changed[at] = rng.randrange(256)
        elif rng.random() < 0.5:
            del changed[at : at + rng.randrange(60)]
        else:
            changed[at:at] = changed[rng.randrange(len(changed)) :][: rng.randrange(80)]
    return bytes(changed)


@pytest.mark.parametrize("seed", range(6))
def test_mutated_files_are_read_or_refused_and_never_break_the_reader(seed: int) -> None:
    rng = random.Random(seed)
    whole = part_of("bach-dang.pdf", [0, 20])
    outcomes = set()
    for _ in range(8):
        try:
            document = read(mutated(whole, rng), Limits(ocr=False))
        except UnreadableError as error:
            outcomes.add(error.code)
        else:
            outcomes.add("read")
            assert all(0 <= line.start < line.end <= len(document.text) for line in document.lines)
    assert outcomes <= {"read", "damaged", "empty", "too_large", "encrypted", "ocr_missing"}
