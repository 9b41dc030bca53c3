"""Plain text keeps its printed lines; blank lines, form feeds and lone page numbers are understood, not kept."""

import time
from pathlib import Path

import pytest

from dondoc.language import legacy
from dondoc.reader import read
from dondoc.reader.document import Document

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FIRST = "Nâng cao năng lực lãnh đạo của tổ chức đảng và chất lượng đội ngũ"
LAST = "đảng viên trong toàn Đảng bộ phường."


def lines(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def from_text(text: str) -> Document:
    return read(text.encode(), "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_by_their_content(encoding):
    assert lines(read(f"{FIRST}\r\n{LAST}\r\n".encode(encoding), "a.txt")) == [FIRST, LAST]


def test_windows_1258_is_decoded_and_noted():
    parted = {
        "ế": "ê\u0301",
        "ạ": "a\u0323",
        "ả": "a\u0309",
        "ộ": "ô\u0323",
        "ũ": "u\u0303",
        "ổ": "ô\u0309",
        "ứ": "ư\u0301",
    }
    parted |= {
        "ự": "ư\u0323",
        "ấ": "â\u0301",
        "ủ": "u\u0309",
        "ã": "a\u0303",
        "ờ": "ơ\u0300",
        "ò": "o\u0300",
        "ị": "i\u0323",
    }
    text = "Tổ chức cơ sở đảng thực hiện chỉ tiêu đến năm 2030 của toàn Đảng bộ phường"
    for letter in set(text) - set(parted):
        base = __import__("unicodedata").normalize("NFD", letter)
        if len(base) == 3:
            parted[letter] = __import__("unicodedata").normalize("NFC", base[0] + base[2]) + base[1]
    old = "".join(parted.get(letter, letter) for letter in text)
    document = read(old.encode("cp1258", errors="replace"), "a.txt")
    assert "Đảng bộ" in document.text
    assert [note.code for note in document.notes] == ["legacy_encoding"]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("stored", ["cp1252", "utf-8"])
def test_legacy_fonts_text_is_converted_and_its_beginning_kept(encoding, stored):
    table = legacy.TCVN3 if encoding == "tcvn3" else legacy.VNI
    back = {letter: code for code, letter in table.items()}
    text = FIRST.lower()
    old = "".join(back.get(letter, letter) for letter in text)
    document = read(old.encode(stored), "a.txt")
    assert document.text == text + "\n"
    assert document.before_conversion == old
    assert [note.code for note in document.notes] == ["legacy_encoding"]


def test_a_few_damaged_bytes_do_not_spoil_a_file():
    data = (f"{FIRST} {LAST}\n" * 20).encode()
    document = read(data[:700] + b"\xff" + data[701:], "a.txt")
    assert document.text.count("Nâng cao") >= 19


def test_a_blank_line_begins_a_paragraph_where_lines_are_single_spaced():
    document = from_text(f"{FIRST}\n{LAST}\n\n{FIRST}\n{LAST}\n")
    assert [line.begins for line in document.lines] == [True, None, True, None]


def test_blank_lines_tell_nothing_where_every_line_has_one():
    document = from_text(f"{FIRST}\n\n{LAST}\n\n" * 4)
    assert len(document.lines) == 8
    assert [line.begins for line in document.lines[1:]] == [None] * 7


def test_a_line_after_a_whole_paragraph_on_one_line_begins_another():
    long = f"{FIRST} {LAST} " * 3
    document = from_text(f"{long}\n\n{long}\nKẾ HOẠCH\n\ncủa phường\n")
    assert [line.begins for line in document.lines] == [True, True, True, None]


def test_form_feeds_count_pages_and_numbers_alone_at_their_edges_go():
    pages = [f"{FIRST}\n{LAST}\n{number}\n" for number in (1, 2, 3)]
    document = from_text("\f".join(pages))
    assert [line.page for line in document.lines] == [1, 1, 2, 2, 3, 3]
    assert lines(document) == [FIRST, LAST] * 3
    assert [note.code for note in document.notes] == ["running_head"]


def test_numbers_that_do_not_count_with_the_pages_stay():
    document = from_text("\f".join(f"{FIRST}\n{number}\n" for number in (2026, 2025, 2030)))
    assert lines(document)[1::2] == ["2026", "2025", "2030"]


def test_lone_row_numbers_of_a_table_without_page_breaks_stay():
    assert "\n1\n" in from_text(f"{FIRST}\n\n1\n\n{LAST}\n\n2\n\n{FIRST}\n").text


def test_page_numbers_between_pages_of_text_go_where_they_count_up_a_page_apart():
    leaf = f"{FIRST}\n{LAST}\n" * 12
    document = from_text(f"{leaf}2\n{leaf}- 3 -\n{leaf}4\n{leaf}")
    assert set(lines(document)) == {FIRST, LAST}
    assert [note.code for note in document.notes] == ["running_head"]
    kept = from_text(f"{leaf}2\n{leaf}4\n{leaf}5\n{leaf}")
    assert [line for line in lines(kept) if line.isdecimal()] == ["2", "4", "5"]


def test_the_two_columns_of_a_letterhead_are_parted():
    document = from_text(
        "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG              ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "  Số 03-CTr/ĐU                            Phường, ngày 26 tháng 9 năm 2025\n" + f"{FIRST}\n" * 9
    )
    assert lines(document)[:4] == [
        "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 03-CTr/ĐU", "Phường, ngày 26 tháng 9 năm 2025",
    ]  # fmt: skip


def test_every_printed_line_of_a_double_spaced_sample_is_kept():
    text = (SAMPLE / "bach-dang.txt").read_text(encoding="utf-8")
    document = read(text.encode(), "bach-dang.txt")
    assert lines(document) == [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    assert {line.begins for line in document.lines[1:]} == {None}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the papers of ../shared/corpus are not here")
def test_a_paper_of_paragraphs_on_single_lines_begins_them():
    document = read((CORPUS / "20-mttq-xa-luong-minh-16-kh.txt").read_bytes(), "20.txt")
    begun = sum(line.begins is True for line in document.lines)
    assert begun > len(document.lines) * 0.4


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_rows_whose_cells_are_parted_by_bars_or_tabs_are_a_table(mark: str) -> None:
    rows = [
        ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Hạ tầng"],
        ["1", "Làm cầu dân sinh", "Phòng Kinh tế", "2026"],
        ["2", "Sửa trạm bơm", "Các thôn", ""],
    ]
    text = "\n".join(["I. NHIỆM VỤ", *(mark.join(row) for row in rows), "II. TỔ CHỨC THỰC HIỆN"])
    document = from_text(text)
    (table,) = document.tables
    assert (table.rows, table.columns) == (4, 4)
    assert [document.cell_text(cell) for cell in table.cells if cell.row == 2] == rows[2]
    outside = [document.text[line.start : line.end] for line in document.lines if line.table is None]
    assert outside == ["I. NHIỆM VỤ", "II. TỔ CHỨC THỰC HIỆN"]


def test_bars_in_running_text_make_no_table() -> None:
    text = "Chọn A | B | C hoặc D.\nChọn E | G | H hoặc I.\nKết thúc."
    assert from_text(text).tables == []


def test_many_lines_of_bars_without_a_head_take_no_long_time() -> None:
    began = time.process_time()
    assert from_text("Nhiệm vụ của xã | Đường thôn | Cầu ấp Bình Hòa\n" * 10_000).tables == []
    assert time.process_time() - began < 3
