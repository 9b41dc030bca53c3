"""Real tables of an appendix."""

from __future__ import annotations

from dondoc.extraction import extract
from dondoc.extraction.appendices.columns import settle
from dondoc.extraction.appendices.rows import task_of
from dondoc.extraction.appendices.tables import UNSURE_BORDERS, Reading, TableReader, is_frame
from extraction.papers import table_document


def _read(rows: list[list[str]], merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Reading:
    document = table_document(rows, merged=merged)
    reading = TableReader(document, document.tables[0]).read()
    assert reading is not None
    return reading


def test_columns_are_known_by_their_headings_in_any_order() -> None:
    reading = _read(
        [
            ["TT", "Thời hạn", "Phối hợp", "Nội dung công việc", "Chủ trì", "Kinh phí"],
            ["1", "2026", "Các thôn", "Làm đường", "UBND xã", "2 tỷ đồng"],
        ]
    )
    assert [column.role for column in reading.columns] == ["number", "time", "coordinating", "text", "lead", "resource"]
    row = reading.rows[0]
    assert (row.number, row.text_or_empty, row.times) == ("1", "Làm đường", [("Thời hạn", "2026")])
    assert [(heading, cell.text) for heading, cell in row.lead] == [("Chủ trì", "UBND xã"), ("Kinh phí", "2 tỷ đồng")]
    assert [cell.text for cell in row.coordinating] == ["Các thôn"]


def test_a_heading_over_two_rows_names_both_columns_below_it() -> None:
    rows = [
        ["STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời gian", ""],
        ["", "", "", "Thực hiện", "Hoàn thành"],
        ["1", "Làm đường", "UBND xã", "2025", "2030"],
    ]
    reading = _read(rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2)})
    assert [column.heading for column in reading.columns][3:] == ["Thời gian Thực hiện", "Thời gian Hoàn thành"]
    assert [cell for _, cell in reading.rows[0].times] == ["2025", "2030"]


def test_a_roman_row_without_unit_and_time_is_a_group() -> None:
    reading = _read(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
            ["I", "Hạ tầng số", "", ""],
            ["1", "Làm đường", "UBND xã", "2026"],
        ]
    )
    assert [(row.number, row.group) for row in reading.rows] == [("I", True), ("1", False)]


def test_an_arabic_row_heads_the_rows_numbered_below_it() -> None:
    reading = _read(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
            ["1", "Hạ tầng", "", ""],
            ["1.1", "Làm đường", "UBND xã", "2026"],
            ["2", "Dọn vệ sinh", "", ""],
        ]
    )
    assert [row.group for row in reading.rows] == [True, False, False]


def test_a_row_cut_by_a_page_is_one_row() -> None:
    reading = _read(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
            ["1", "Làm đường từ thôn", "Ủy ban", "2026"],
            ["", "Đoài đến thôn Đông", "nhân dân xã", ""],
            ["2", "Dọn vệ sinh", "Hội Phụ nữ", ""],
        ]
    )
    # A capital letter begins a row of its own; a small one continues the row above.
    assert len(reading.rows) == 3
    reading = _read(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
            ["1", "Làm đường từ", "Ủy ban", "2026"],
            ["", "thôn Đoài", "nhân dân xã", ""],
        ]
    )
    assert [row.text_or_empty for row in reading.rows] == ["Làm đường từ thôn Đoài"]
    assert reading.rows[0].lead[0][1].text == "Ủy ban nhân dân xã"


def test_a_repeated_head_and_the_numbers_of_columns_are_no_rows() -> None:
    head = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
    reading = _read(
        [
            head,
            ["(1)", "(2)", "(3)", "(4)"],
            ["1", "Làm đường", "UBND xã", "2026"],
            head,
            ["2", "Dọn vệ sinh", "UBND xã", "2027"],
        ]
    )
    assert [row.number for row in reading.rows] == ["1", "2"]


def test_a_doubled_row_number_is_dropped_from_the_text() -> None:
    reading = _read([["STT", "Nhiệm vụ", "Chủ trì"], ["1", "1 Khu công nghiệp", "UBND xã"]])
    assert reading.rows[0].text_or_empty == "Khu công nghiệp"


def test_figures_by_year_keep_their_year() -> None:
    reading = _read(
        [
            ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Năm 2026", "Đến năm 2030"],
            ["1", "Thu ngân sách", "tỷ đồng", "80", "92", "135,5"],
        ]
    )
    assert [column.role for column in reading.columns][2:] == ["measure_unit", "baseline", "figure", "figure"]
    assert reading.rows[0].figures == [(2026, "92"), (2030, "135,5")]


def test_letterhead_and_signature_tables_are_no_data() -> None:
    for rows in (
        [["ỦY BAN NHÂN DÂN\nXÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
        [["Nơi nhận:\n- Lưu VT.", "CHỦ TỊCH\nLê Văn A"]],
    ):
        document = table_document(rows)
        assert is_frame(document, document.tables[0])
    document = table_document([["STT", "Nhiệm vụ"], ["1", "Làm đường"]])
    assert not is_frame(document, document.tables[0])


def test_a_row_that_only_counts_the_rows_above_is_none() -> None:
    reading = _read(
        [
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            ["1", "Tổng kết mô hình điểm", "UBND xã", "2026"],
            ["2", "Tổng số trường đạt chuẩn là 3", "UBND xã", "2026"],
            ["", "Tổng cộng: 2 nhiệm vụ", "", ""],
            ["Tổng", "", "", "2"],
        ]
    )
    assert [row.number for row in reading.rows] == ["1", "2"]


def test_beside_who_is_in_charge_a_source_of_money_is_no_lead() -> None:
    rows = [
        ["TT", "Dự án", "Tổng mức đầu tư", "Nguồn vốn", "Cơ quan chủ trì"],
        ["1", "Nâng cấp đường điện", "12,5", "Tập đoàn Điện lực Việt Nam", "Phòng Kinh tế"],
    ]
    row = _read(rows).rows[0]
    task = task_of(row, "x" * 500, section="s1", appendix=None, group=None)
    assert (task.leads, task.resource) == (["Phòng Kinh tế"], "Tập đoàn Điện lực Việt Nam")


def test_persons_who_oversee_are_no_leads_beside_who_is_in_charge_but_are_alone() -> None:
    beside = ["TT", "Nhiệm vụ", "Cơ quan, tổ chức chủ trì", "Đồng chí phụ trách, theo dõi", "Thời hạn"]
    assert [column.role for column in settle(beside)] == ["number", "text", "lead", "other", "time"]
    assert [column.role for column in settle(["TT", "Nhiệm vụ", "Người phụ trách", "Thời hạn"])][2] == "lead"
    assert [column.role for column in settle(["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Người thực hiện"])][3] == "lead"


def test_a_roman_number_with_a_point_heads_the_rows_below_it_in_its_roman_group() -> None:
    rows = [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["II", "Nhiệm vụ đến năm 2030", "", ""],
        ["II.1", "Thể chế", "", ""],
        ["1", "Rà soát quy chế", "UBND xã", "2026"],
        ["II.2", "Nguồn lực", "", ""],
        ["2", "Lập danh mục", "UBND xã", "2027"],
    ]
    document = table_document(rows, above="CHƯƠNG TRÌNH\nI. NHIỆM VỤ\n- Rà soát.\nPhụ lục I\nDANH MỤC NHIỆM VỤ")
    programme = extract(document)
    labels = {section.id: section.label for section in programme.sections}
    assert [(s.label, labels.get(s.parent or "")) for s in programme.sections if s.kind == "group"] == [
        ("II", "Phụ lục I"), ("II.1", "II"), ("II.2", "II"),
    ]  # fmt: skip
    assert [(task.group, task.row) for task in programme.tasks if task.source == "appendix"] == [
        ("II.1", "1"),
        ("II.2", "2"),
    ]


def test_a_row_whose_borders_the_reader_guessed_is_doubted() -> None:
    rows = [["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["1", "Làm đường", "UBND xã", "2026"]]
    document = table_document(rows)
    document.tables[0].cells[-1].unsure = True
    reading = TableReader(document, document.tables[0]).read()
    assert reading is not None
    assert reading.rows[0].doubts == [UNSURE_BORDERS]
