"""Word files are read as Word prints them: list labels, merged cells, text boxes, tracked changes, symbols."""

import pytest

from dondoc.reader import read
from dondoc.reader.document import Document, UnreadableError
from reader.word_files import FILLER, cell, item, levels, p, package, table


def lines(document: Document) -> list[str]:
    return [text for text in document.text.splitlines() if text != FILLER]


def from_body(body: str, **parts) -> Document:
    return read(package(body, **parts), "chuong-trinh.docx")


def numbering(*abstracts: str, nums: str = "") -> str:
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{inside}</w:abstractNum>' for n, inside in enumerate(abstracts)
    )
    given = nums or "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(abstracts))
    )
    return made + given


def test_several_levels_of_a_list_are_drawn_and_restart_under_their_parent():
    outline = levels(("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"))
    body = "".join(
        item(text, 1, level)
        for text, level in [
            ("Mục tiêu", 0),
            ("Chung", 1),
            ("Riêng", 1),
            ("Nhỏ", 2),
            ("Ý", 3),
            ("Nhiệm vụ", 0),
            ("Một", 1),
        ]
    )
    assert lines(from_body(body, numbering=numbering(outline))) == [
        "I. Mục tiêu", "1. Chung", "2. Riêng", "2.1. Nhỏ", "a) Ý", "II. Nhiệm vụ", "1. Một",
    ]  # fmt: skip


def test_legal_numbering_draws_roman_parents_in_digits():
    outline = levels(("upperRoman", "%1."), ("decimal", "%1.%2.")).replace(
        '<w:lvlText w:val="%1.%2."/>', '<w:isLgl/><w:lvlText w:val="%1.%2."/>'
    )
    assert lines(from_body(item("Mục tiêu", 1) + item("Chung", 1, 1), numbering=numbering(outline))) == [
        "I. Mục tiêu", "1.1. Chung",
    ]  # fmt: skip


def test_bullets_of_symbol_fonts_are_dashes_and_a_printed_plus_stays():
    body = item("Một", 1) + item("Hai", 1, 1)
    assert lines(from_body(body, numbering=numbering(levels(("bullet", "\uf0b7"), ("bullet", "+"))))) == [
        "- Một",
        "+ Hai",
    ]


def test_a_list_goes_on_across_other_paragraphs_and_an_override_starts_afresh():
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("Một", 1) + p("Xen giữa") + item("Hai", 1) + item("Lại một", 2) + item("Lại hai", 2)
    assert lines(from_body(body, numbering=numbering(levels(("decimal", "(%1)")), nums=nums))) == [
        "(1) Một", "Xen giữa", "(2) Hai", "(1) Lại một", "(2) Lại hai",
    ]  # fmt: skip


def test_numbering_may_come_from_the_style_and_be_switched_off():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Tieu"><w:name w:val="heading 2"/><w:basedOn w:val="Muc"/></w:style>'
    )
    outline = levels(("upperLetter", "%1."), ("decimal", "%2.")).replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:pStyle w:val="Tieu"/>'
    )
    off = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("Mục đích", '<w:pStyle w:val="Muc"/>') + p("Yêu cầu", '<w:pStyle w:val="Tieu"/>') + p("Không số", off)
    document = from_body(body, styles=styles, numbering=numbering(outline))
    assert lines(document) == ["A. Mục đích", "1. Yêu cầu", "Không số"]
    assert [line.heading for line in document.lines[:3]] == [1, 2, 1]


def test_an_auto_numbered_empty_cell_prints_its_number():
    body = table(
        ["STT", "Nhiệm vụ", "Thời gian"],
        [cell(item("", 1)), "Làm đường", "2026"],
        [cell(item("", 1)), "Làm cầu", "2027"],
    )
    document = from_body(body, numbering=numbering(levels(("decimal", "%1"))))
    firsts = [document.cell_text(found) for found in document.tables[0].cells if found.column == 0]
    assert firsts == ["STT", "1", "2"]


def test_merged_cells_are_one_cell_with_its_span():
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        ["STT", "Nhiệm vụ", cell("Thời gian", properties='<w:gridSpan w:val="2"/>')],
        [cell("1", properties=down), "Làm đường", "2026", "2027"],
        [cell(properties=on), "Làm cầu", "2026", "2028"],
    )
    found = from_body(body).tables[0]
    assert (found.rows, found.columns) == (3, 4)
    spans = {(part.row, part.column): (part.row_span, part.column_span) for part in found.cells}
    assert spans[0, 2] == (1, 2)
    assert spans[1, 0] == (2, 1)
    assert (2, 0) not in spans


def test_a_nested_table_becomes_lines_of_its_cell():
    inner = table(["Quý I", "Quý II"])
    document = from_body(table(["STT", "Nhiệm vụ", "Thời gian"], ["1", "Làm đường", cell(inner, p())]))
    assert len(document.tables) == 1
    assert document.cell_text(document.tables[0].cells[-1]) == "Quý I\nQuý II"


def test_the_letterhead_and_the_signature_are_lines_not_data():
    head = table(
        [cell("ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG ỦY PHƯỜNG"), cell("ĐẢNG CỘNG SẢN VIỆT NAM")],
        [cell("Số 03-CTr/ĐU"), cell("Phường, ngày 26 tháng 9 năm 2025")],
    )
    foot = table([cell("Nơi nhận:", "- Thành ủy,", "- Lưu."), cell("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn A")])
    document = from_body(head + p("CHƯƠNG TRÌNH") + foot)
    assert document.tables == []
    assert lines(document) == [
        "ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG ỦY PHƯỜNG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 03-CTr/ĐU",
        "Phường, ngày 26 tháng 9 năm 2025", "CHƯƠNG TRÌNH", "Nơi nhận:", "- Thành ủy,", "- Lưu.",
        "T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn A",
    ]  # fmt: skip


def test_a_signature_grown_onto_a_data_table_is_parted_from_it():
    body = table(
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Làm đường", "Phòng Kinh tế"],
        [cell("Nơi nhận:", "- Lưu."), "T/M ĐẢNG ỦY", ""],
    )
    document = from_body(body)
    assert document.tables[0].rows == 2
    assert [line.table for line in document.lines][-4:] == [None] * 4


def test_tabs_that_set_letterhead_and_signature_in_columns_part_the_lines():
    def tabbed(left: str, right: str) -> str:
        return f"<w:p><w:r><w:t>{left}</w:t><w:tab/><w:tab/><w:t>{right}</w:t></w:r></w:p>"

    body = tabbed("ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG CỘNG SẢN VIỆT NAM") + tabbed(
        "Số 03-CTr/ĐU", "Phường, ngày 2 tháng 9 năm 2025"
    )
    body += tabbed("Một cột", "vẫn thế") + tabbed("Nơi nhận:", "T/M ĐẢNG ỦY") + tabbed("- Thành ủy,", "BÍ THƯ")
    assert lines(from_body(body)) == [
        "ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 03-CTr/ĐU", "Phường, ngày 2 tháng 9 năm 2025",
        "Một cột vẫn thế", "Nơi nhận:", "T/M ĐẢNG ỦY", "- Thành ủy,", "BÍ THƯ",
    ]  # fmt: skip


def test_formulas_of_word_keep_their_signs():
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = f"<w:p><w:r><w:t>đạt </w:t></w:r><m:oMath {math}><m:r><m:t>≥85%</m:t></m:r></m:oMath></w:p>"
    assert lines(from_body(body)) == ["đạt ≥85%"]


def test_a_file_of_pictures_only_says_what_to_upload_instead():
    with pytest.raises(UnreadableError) as refusal:
        read(package(p(), filler=False, extra={"word/media/image1.png": b"png"}), "quet.docx")
    assert refusal.value.code == "only_pictures"


def test_a_text_box_is_read_once_though_it_is_stored_twice():
    box = "<w:txbxContent>" + p("Trong khung") + "</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx>"
        f"{box}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Ngoài khung</w:t></w:r></w:p>"
    )
    assert lines(from_body(body)) == ["Ngoài khung", "Trong khung"]


def test_insertions_stay_deletions_go_and_a_note_says_so():
    body = (
        "<w:p><w:r><w:t>Đạt </w:t></w:r><w:del><w:r><w:delText>90%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>95%</w:t></w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Nối </w:t></w:r></w:p><w:p><w:r><w:t>liền</w:t></w:r></w:p>"
    )
    document = from_body(body)
    assert lines(document) == ["Đạt 95%", "Nối liền"]
    assert [note.code for note in document.notes] == ["tracked_changes"]


def test_fields_show_their_result_and_hyperlinks_their_text():
    body = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>ẩn</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>năm 2025</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:hyperlink r:id='rId1'><w:r><w:t> tại đây</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t> nhé</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert lines(from_body(body)) == ["năm 2025 tại đây nhé"]


def test_a_line_break_parts_lines_that_are_judged_later_and_tabs_are_spaces():
    body = "<w:p><w:r><w:t>BAN CHẤP HÀNH</w:t><w:br/><w:t>ĐẢNG BỘ</w:t><w:tab/><w:t>PHƯỜNG</w:t></w:r></w:p>"
    document = from_body(body)
    assert lines(document) == ["BAN CHẤP HÀNH", "ĐẢNG BỘ PHƯỜNG"]
    assert [line.begins for line in document.lines[:2]] == [True, None]


def test_symbols_of_wingdings_are_dashes_and_hyphens_without_break_are_hyphens():
    body = (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:t xml:space='preserve'> Nghị quyết số 57</w:t>"
        "<w:noBreakHyphen/><w:t>NQ/TW</w:t></w:r></w:p>"
    )
    assert lines(from_body(body)) == ["- Nghị quyết số 57-NQ/TW"]


def test_capitals_drawn_by_the_style_are_printed_and_hidden_text_is_not():
    body = (
        p("Mục tiêu", run="<w:caps/><w:b/>")
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu</w:t></w:r><w:r><w:t>Hiện</w:t></w:r></w:p>"
    )
    document = from_body(body)
    assert lines(document) == ["MỤC TIÊU", "Hiện"]
    assert document.lines[0].bold
    assert not document.lines[1].bold
    assert [note.code for note in document.notes] == ["hidden_text"]


def test_pages_are_counted_by_the_breaks_that_word_last_drew():
    body = (
        p("Trang một")
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Trang hai </w:t><w:lastRenderedPageBreak/><w:t>và ba</w:t></w:r></w:p>"
    )
    document = from_body(body)
    assert [line.page for line in document.lines] == [1, 2, 3]
    assert [page.number for page in document.pages] == [1, 2, 3]


def test_without_drawn_page_breaks_no_page_is_claimed():
    document = from_body(p("Một") + "<w:p><w:r><w:br w:type='page'/><w:t>Hai</w:t></w:r></w:p>")
    assert {line.page for line in document.lines} == {None}
    assert document.pages == []


def test_footnotes_stand_at_the_end():
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">'
        + p("Số liệu năm 2024.")
        + "</w:footnote>"
    )
    document = from_body(p("Thu ngân sách tăng 10%"), footnotes=notes)
    assert document.text.splitlines()[-1] == "[1] Số liệu năm 2024."
    assert [note.code for note in document.notes] == ["footnotes"]


def test_text_in_a_legacy_font_is_converted_even_when_a_letter_and_its_mark_are_in_two_runs():
    tcvn, vni = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="VNI-Times"/>'
    body = p("§¶ng uû ph­êng", run=tcvn) + (
        f"<w:p><w:r><w:rPr>{vni}</w:rPr><w:t>Toå chö</w:t></w:r><w:r><w:rPr>{vni}</w:rPr><w:t>ùc</w:t></w:r></w:p>"
    )
    document = from_body(body)
    assert lines(document) == ["Đảng uỷ phường", "Tổ chức"]
    assert document.before_conversion.startswith("§¶ng uû ph­êng\nToå chöùc")
    assert [note.code for note in document.notes] == ["legacy_encoding"]


def test_legacy_text_is_known_by_its_letters_where_the_font_does_not_tell():
    text = "Ch­¬ng tr×nh hµnh ®éng thùc hiÖn NghÞ quyÕt §¹i héi ®¶ng bé ph­êng lÇn thø nhÊt"
    document = read(package(p(text), filler=False), "cu.docx")
    assert document.text == "Chương trình hành động thực hiện Nghị quyết Đại hội đảng bộ phường lần thứ nhất\n"
    assert document.before_conversion == text


def test_headers_are_no_part_of_the_text():
    assert "Trang" not in from_body(p("Nhiệm vụ"), header1=p("Trang 1"), footer1=p("Trang 1")).text


def test_the_main_part_is_found_by_the_relationships():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    data = package(p("Nhiệm vụ"), main="word/document2.xml", extra={"_rels/.rels": relations})
    assert lines(read(data, "a.docx")) == ["Nhiệm vụ"]


def test_strict_files_are_read_like_transitional_ones():
    from reader.word_files import NAMESPACES

    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    xml = f"<w:document {strict}><w:body>{p('Nhiệm vụ')}{p(FILLER)}</w:body></w:document>"
    assert lines(read(package("", extra={"word/document.xml": xml}), "a.docx")) == ["Nhiệm vụ"]


def test_macros_are_not_read_and_a_note_names_them():
    document = from_body(p("Nhiệm vụ"), extra={"word/vbaProject.bin": b"\x00macro"})
    assert lines(document) == ["Nhiệm vụ"]
    assert [note.code for note in document.notes] == ["macros"]
