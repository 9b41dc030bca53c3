"""Saved web pages: the paper's headings, lists and tables, without the page round it."""

import pytest

from dondoc.reader import read
from dondoc.reader.document import Document, UnreadableError

FILLER = "Nâng cao năng lực lãnh đạo của tổ chức đảng và chất lượng đội ngũ đảng viên."


def page(body: str) -> Document:
    return read(
        f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}<p>{FILLER}</p></body></html>".encode(),
        "a.html",
    )


def lines(document: Document) -> list[str]:
    return [text for text in document.text.splitlines() if text != FILLER]


def test_paragraphs_headings_and_looks_are_kept():
    document = page("<h2>I. Mục tiêu</h2><p align=center><b>KẾ <i>HOẠCH</i></b></p><div>Một<p>Hai</p>Ba</div>")
    assert lines(document) == ["I. Mục tiêu", "KẾ HOẠCH", "Một", "Hai", "Ba"]
    assert document.lines[0].heading == 2
    assert document.lines[1].bold
    assert document.lines[1].centred
    assert not document.lines[1].italic


def test_the_page_round_the_paper_is_dropped():
    body = "<nav>Trang chủ</nav><script>var a='x'</script><style>p{}</style><p style='display:none'>ẩn</p><main><p>Nhiệm vụ một</p></main><footer>Liên hệ</footer>"
    assert lines(page(body)) == ["Nhiệm vụ một"]


def test_list_labels_are_drawn():
    body = "<ol start=3><li>Ba<li>Bốn</ol><ol type=a><li>Một</li></ol><ol type=I><li>Một</li><li value=4>Bốn</li></ol><ul><li><p>Gạch</p></li></ul>"
    assert lines(page(body)) == ["3. Ba", "4. Bốn", "a. Một", "I. Một", "IV. Bốn", "- Gạch"]


def test_a_break_parts_lines_and_wrapped_source_lines_are_joined():
    document = page("<p>BAN CHẤP HÀNH<br>ĐẢNG\n  BỘ PHƯỜNG</p>")
    assert lines(document) == ["BAN CHẤP HÀNH", "ĐẢNG BỘ PHƯỜNG"]
    assert [line.begins for line in document.lines[:2]] == [True, None]


def test_tables_keep_their_merged_cells():
    document = page(
        "<table><thead><tr><th rowspan=2>STT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Thời gian</th></tr>"
        "<tr><th>Bắt đầu</th><th>Hoàn thành</th></tr></thead><tr><td>1</td><td><p>Làm đường</p><p>nội thị</p></td><td>2026<td>2027</tr></table>"
    )
    table = document.tables[0]
    assert (table.rows, table.columns) == (3, 4)
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    assert (cells[0, 0].row_span, cells[0, 2].column_span) == (2, 2)
    assert document.cell_text(cells[1, 3]) == "Hoàn thành"
    assert document.cell_text(cells[2, 1]) == "Làm đường\nnội thị"


def test_the_letterhead_table_becomes_lines():
    document = page(
        "<table><tr><td>ỦY BAN NHÂN DÂN<br>PHƯỜNG</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>"
    )
    assert document.tables == []
    assert lines(document)[0:2] == ["ỦY BAN NHÂN DÂN", "PHƯỜNG"]


def test_the_declared_windows_charset_is_followed():
    data = "<html><head><meta charset='windows-1258'></head><body><p>Đa\u0309ng bô\u0323 phươ\u0300ng</p></body></html>"
    assert read(data.encode("cp1258"), "a.html").text == "Đảng bộ phường\n"


def test_deep_nesting_does_not_break_the_reader():
    assert "Nâng cao" in page("<div>" * 150 + "Nhiệm vụ" + "</div>" * 150).text
    with pytest.raises(UnreadableError):
        page("<div>" * 5000 + "Nhiệm vụ" + "</div>" * 5000)


def test_preformatted_lines_stay_lines():
    document = page("<pre>Số 03\n- Một;\n- Hai</pre>")
    assert lines(document) == ["Số 03", "- Một;", "- Hai"]
    assert [line.begins for line in document.lines[:3]] == [True, None, None]


def test_a_web_archive_of_word_is_read():
    archive = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n'
        f"Content-Transfer-Encoding: 8bit\n\n<html><body><p>{FILLER}</p></body></html>\n--b--\n"
    )
    document = read(archive.encode(), "a.doc")
    assert (document.origin, document.text) == ("html", FILLER + "\n")
