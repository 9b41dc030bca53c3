"""Markdown of OCR and crawlers: markup off, facts kept, tables rebuilt, wrappers gone."""

from pathlib import Path

import pytest

from dondoc.reader import read, read_path
from dondoc.reader.document import Document
from dondoc.reader.formats.markup import is_bold, is_italic, plain

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILLER = "Nâng cao năng lực lãnh đạo của tổ chức đảng và chất lượng đội ngũ đảng viên."


def from_source(source: str) -> Document:
    return read(f"{source}\n\n{FILLER}\n".encode(), "a.md")


def lines(document: Document) -> list[str]:
    return [text for text in document.text.splitlines() if text != FILLER]


def cells(document: Document, table: int = 0) -> list[list[str]]:
    found = document.tables[table]
    rows: list[list[str]] = [[] for _ in range(found.rows)]
    for cell in found.cells:
        rows[cell.row].append(document.cell_text(cell))
    return rows


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**Đậm** và *nghiêng* và ***cả hai***", "Đậm và nghiêng và cả hai"),
        (r"1\. Mục \*tiêu\* \- \(1\)", "1. Mục *tiêu* - (1)"),
        (r"có  $\geq 85\%$  hồ sơ", "có ≥ 85% hồ sơ"),
        (r"diện tích $100 m^{2}$, $\leq 5^\circ$C", "diện tích 100 m², ≤ 5°C"),
        (r"$\frac{1}{2}$ số $\text{chi bộ}$", "1/2 số chi bộ"),
        ("từ $5 đến $10 triệu", "từ $5 đến $10 triệu"),
        ("![con dấu](img/1.png)Số 03 [tại đây](http://x.vn/a_(b))", "Số 03 tại đây"),
        ("`57-NQ/TW` và <span style='x'>chữ</span> &amp; &lt;5%", "57-NQ/TW và chữ & <5%"),
        ("m<sup>2</sup> và <u>gạch</u>", "m2 và gạch"),
        (r"\*", "*"),
        ("5*3 và a * b", "5*3 và a * b"),
        ("CHỦ YẾU ***(chi tiết kèm theo)*", "CHỦ YẾU (chi tiết kèm theo)"),
        ("tên_tệp_dài và _nghiêng_ và __đậm__", "tên_tệp_dài và nghiêng và đậm"),
        ("doanh thu < 5% và > 3%", "doanh thu < 5% và > 3%"),
        ("kế hoạch[^1] này", "kế hoạch[1] này"),
    ],
)
def test_markup_is_taken_out_of_the_text(source, shown):
    assert " ".join(plain(source).split()) == shown


def test_bold_and_italic_hold_for_a_whole_line_only():
    assert is_bold("**I. MỤC TIÊU**")
    assert is_bold("**1. Một** **hai:**")
    assert is_bold("***Nơi nhận:***")
    assert not is_bold("**Điều 1.** Phê duyệt")
    assert not is_bold("Phê duyệt")
    assert is_italic("*Nơi nhận:*")
    assert is_italic("***Nơi nhận:***")
    assert not is_italic("**I. MỤC TIÊU**")


def test_headings_keep_their_level():
    document = from_source("## **I- MỤC TIÊU**\n### 1. Chung ###\nĐến năm 2030")
    assert [(line.heading, line.bold) for line in document.lines[:3]] == [(2, True), (3, False), (None, False)]
    assert lines(document) == ["I- MỤC TIÊU", "1. Chung", "Đến năm 2030"]


def test_wrapped_lines_are_one_paragraph_and_hard_breaks_part_lines():
    document = from_source("Phát triển kinh tế\nvà xã hội.\n\n**BAN CHẤP HÀNH**  \n**ĐẢNG BỘ PHƯỜNG**\\\nkhóa I")
    assert lines(document) == ["Phát triển kinh tế và xã hội.", "BAN CHẤP HÀNH", "ĐẢNG BỘ PHƯỜNG", "khóa I"]
    assert [line.begins for line in document.lines[:4]] == [True, True, None, None]


def test_list_items_begin_lines_but_a_dash_in_mid_sentence_does_not():
    document = from_source("- Một;\n- Hai, từ sản xuất\n- quản lý - tiêu thụ.\n* Ba\n1. Bốn:\na) Năm")
    assert lines(document) == ["- Một;", "- Hai, từ sản xuất - quản lý - tiêu thụ.", "- Ba", "1. Bốn:", "a) Năm"]


def test_the_first_year_of_a_wrapped_line_is_no_list_number():
    assert lines(from_source("phấn đấu đến hết năm\n2030. Sau đó rà soát")) == [
        "phấn đấu đến hết năm 2030. Sau đó rà soát"
    ]


def test_pipe_tables_are_tables():
    document = from_source(
        "| STT | Nhiệm vụ | Thời gian |\n|---|:--:|---|\n| 1 | **Làm** đường<br>nội thị | 2026 |\n| 2 | Cầu \\| kè | |"
    )
    assert cells(document) == [
        ["STT", "Nhiệm vụ", "Thời gian"],
        ["1", "Làm đường\nnội thị", "2026"],
        ["2", "Cầu | kè", ""],
    ]


def test_html_tables_inside_markdown_are_tables():
    document = from_source(
        "Trước\n<table><tr><th>STT</th><th>Nhiệm vụ</th></tr>\n<tr><td>1</td><td>Làm đường</td></tr></table>\nSau"
    )
    assert cells(document) == [["STT", "Nhiệm vụ"], ["1", "Làm đường"]]
    assert lines(document)[0] == "Trước"
    assert lines(document)[-1] == "Sau"


def test_a_table_that_pages_cut_is_one_table_again():
    head = "| STT | Nhiệm vụ | Thời gian |\n|---|---|---|\n"
    document = from_source(
        f"{head}| 1 | Làm đường | 2026 |\n\n{head}| | nội thị | |\n| 2 | Làm cầu | 2027 |\n\n| 3 | Làm kè | 2028 |\n|---|---|---|\n"
    )
    assert cells(document) == [
        ["STT", "Nhiệm vụ", "Thời gian"], ["1", "Làm đường\nnội thị", "2026"], ["2", "Làm cầu", "2027"], ["3", "Làm kè", "2028"],
    ]  # fmt: skip


def test_page_marks_of_ocr_are_dropped_and_a_table_goes_on_across_them():
    leaf = f"{FILLER}\n\n" * 14
    above, below = (f"| {row} | Làm đường | {year} |\n|---|---|---|\n" for row, year in ((7, 2026), (8, 2027)))
    document = from_source(
        f"{leaf}2\n\n{leaf}{above}\n3\n\n{{1}}------------------------\n\n{below}\n{leaf}4\n\n{leaf}"
    )
    assert cells(document) == [["7", "Làm đường", "2026"], ["8", "Làm đường", "2027"]]
    assert lines(document) == ["7", "Làm đường", "2026", "8", "Làm đường", "2027"]


def test_tables_with_heads_of_their_own_stay_apart():
    document = from_source(
        "| STT | Nhiệm vụ |\n|---|---|\n| 1 | Làm đường |\n\n| TT | Chỉ tiêu |\n|---|---|\n| 1 | 95% |"
    )
    assert len(document.tables) == 2


FLAT = """|
**STT**
|
**Nhiệm vụ**
|
**Chủ trì**
|
|
**I**
|
**NHÓM
NHIỆM VỤ**
|
|
1
|
Làm đường
nội thị
|
Phòng Kinh tế
|
|
|
**II. Xã hội**
|
|
|
2
|
Làm cầu
|
** **
|

Hết."""


def test_tables_flattened_between_bars_are_rebuilt():
    document = from_source(FLAT)
    assert cells(document) == [
        ["STT", "Nhiệm vụ", "Chủ trì"], ["I", "NHÓM NHIỆM VỤ"], ["1", "Làm đường nội thị", "Phòng Kinh tế"],
        ["", "II. Xã hội", ""], ["2", "Làm cầu", ""],
    ]  # fmt: skip
    group = next(cell for cell in document.tables[0].cells if cell.row == 1 and cell.column == 1)
    assert group.column_span == 2
    assert lines(document)[-1] == "Hết."


def test_a_stray_bar_swallows_nothing():
    assert lines(from_source("Trước\n\n|\nSố 03\n\nSau")) == ["Trước", "Số 03", "Sau"]
    assert lines(from_source("|\nMột\n|\nHai và phần còn lại")) == ["Một", "Hai và phần còn lại"]


def test_an_empty_cell_may_be_a_blank_line_and_two_tables_with_one_between_stay_two():
    table = "|\nSTT\n|\nNhiệm vụ\n|\nChủ trì\n|\n|\n1\n|\n\n|\nPhòng Kinh tế\n|\n"
    document = from_source(table + "\n\n" + table.replace("Nhiệm vụ", "Chỉ tiêu"))
    assert len(document.tables) == 2
    assert cells(document) == [["STT", "Nhiệm vụ", "Chủ trì"], ["1", "", "Phòng Kinh tế"]]


def test_a_flattened_letterhead_becomes_lines():
    document = from_source(
        "|\n**ỦY BAN NHÂN\nDÂN**\n**TỈNH**\n--------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\n"
        "Số: 55/KH-UBND\n|\n*Tỉnh,\nngày 19 tháng 11 năm 2025*\n|\n\n**KẾ HOẠCH**"
    )
    assert document.tables == []
    assert lines(document) == [
        "ỦY BAN NHÂN DÂN", "TỈNH", "--------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 55/KH-UBND", "Tỉnh, ngày 19 tháng 11 năm 2025", "KẾ HOẠCH",
    ]  # fmt: skip


WRAPPED = """---
stt: 1
so_hieu: "22-CTr/ĐU"
---

# CHƯƠNG TRÌNH

**Số hiệu:** 22-CTr/ĐU | **Ngày ban hành:** 13/11/2025

### 1. Tóm tắt
Tóm lược của máy.

### 2. Toàn văn văn bản

"""


def test_a_fence_that_holds_the_paper_is_the_paper():
    document = read((WRAPPED + "```text\nĐẢNG BỘ TỈNH\n" + f"{FILLER}\n" * 6 + "```\n").encode(), "a.md")
    assert lines(document) == ["ĐẢNG BỘ TỈNH"]
    assert document.origin == "markdown"
    assert document.lines[1].begins is None


def test_what_stands_under_the_full_text_heading_is_the_paper():
    document = read((WRAPPED + "## I. MỤC TIÊU\n\n" + f"{FILLER}\n\n" * 6).encode(), "a.md")
    assert lines(document) == ["I. MỤC TIÊU"]


def test_front_matter_is_dropped_and_a_rule_at_the_top_is_not_taken_for_it():
    assert lines(from_source("---\ntitle: x\n---\n\nNhiệm vụ")) == ["Nhiệm vụ"]
    assert lines(from_source("---\n\nNhiệm vụ\n\n---\n\nGiải pháp")) == ["Nhiệm vụ", "Giải pháp"]


def test_an_archives_card_and_its_marks_before_headings_are_dropped():
    paper = (
        "# Nghị quyết về chuyển đổi số\n\n## Thông tin văn bản\n- Mã hồ sơ: B12.7\n- Số ký hiệu: 09-NQ/ĐU\n- Từ khóa: chuyển đổi số\n\n"
        "Đảng ủy xã ban hành Nghị quyết.\n\n### [B12.7-ĐU-0009] I. MỤC TIÊU\n\n- Đến năm 2030, 90% hồ sơ được nộp trực tuyến.\n"
    )
    shown = from_source(paper).text
    assert "Mã hồ sơ" not in shown
    assert "I. MỤC TIÊU" in shown
    assert "[B12.7" not in shown
    linked = "## [Phụ lục](a.html) 1\n\n- [x] Đã xong\n"
    assert "Phụ lục" in from_source(linked).text


def test_a_small_fence_inside_a_paper_only_loses_its_marks():
    assert lines(from_source(f"{FILLER}\n\n```\nSố 03\n```\n\n{FILLER}")) == ["Số 03"]


def test_no_markup_is_left_in_the_sample():
    document = read_path(SAMPLE / "do-son.md")
    assert [text for text in lines(document) if "**" in text or "##" in text or "$" in text or "\\" in text] == []
    assert any("≥ 85%" in text for text in lines(document))


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the papers of ../shared/corpus are not here")
def test_the_appendix_tables_of_the_corpus_are_whole():
    shapes = {
        path.name[:2]: [(t.rows, t.columns) for t in read_path(path).tables] for path in sorted(CORPUS.glob("*.md"))
    }
    assert shapes == {"07": [], "11": [(22, 3)], "14": [(7, 5)], "15": [], "17": [(33, 6)], "18": [(24, 5)]}
