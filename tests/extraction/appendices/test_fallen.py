"""Tables whose columns fell apart into lines."""

from __future__ import annotations

from dondoc.extraction.appendices.fallen import FallenReader, columns_of, head_at
from dondoc.extraction.appendices.rows import Row
from extraction.papers import document_of

TWO_TIMES = "STT Nhiệm vụ\nCơ quan\nthực hiện\nThời gian\nThực\nhiện\nHoàn\nthành"


def _rows(head: str, body: str) -> list[Row]:
    document = document_of(f"{head}\n{body}")
    length = head_at(document, document.lines, 0)
    assert length == len(head.split("\n"))
    return FallenReader(document, columns_of(head.replace("\n", " "))).read(document.lines[length:]).rows


def _cells(row: Row) -> tuple[str | None, str, list[str], list[str]]:
    return row.number, row.text_or_empty, [cell.text for _, cell in row.lead], [cell for _, cell in row.times]


def test_the_words_of_the_head_name_the_columns() -> None:
    assert [column.role for column in columns_of("STT Nhiệm vụ Nguồn lực thực hiện Thời gian Thực hiện Hoàn thành")] == [
        "number", "text", "resource", "time", "time",
    ]  # fmt: skip
    assert [column.role for column in columns_of("Stt Nhiệm vụ trọng tâm Đơn vị chủ trì và tham mưu Thời gian thực hiện")] == [
        "number", "text", "lead", "time",
    ]  # fmt: skip


def test_cells_on_lines_of_their_own_are_put_in_their_columns() -> None:
    body = "1\nHoàn thành việc rà soát các trường hợp vi phạm trong\nquản lý đất đai.\nUBND\nphường\n2025 2028\n2\nTổ chức tuyên truyền.\nUBND\nphường\nHằng\nnăm"
    rows = _rows(TWO_TIMES, body)
    assert _cells(rows[0]) == (
        "1",
        "Hoàn thành việc rà soát các trường hợp vi phạm trong quản lý đất đai.",
        ["UBND phường"],
        ["2025", "2028"],
    )
    assert _cells(rows[1]) == ("2", "Tổ chức tuyên truyền.", ["UBND phường"], ["Hằng năm", ""])


def test_a_cell_left_empty_stays_empty() -> None:
    body = "1\nCải tạo các tuyến đường nội thị trên địa bàn phường.\n2026 2026\n2\nXây dựng nhà văn hóa tổ dân phố.\nUBND\nphường\n2026\n2027"
    rows = _rows(TWO_TIMES, body)
    assert [_cells(row)[2:] for row in rows] == [([], ["2026", "2026"]), (["UBND phường"], ["2026", "2027"])]


def test_a_row_cut_by_a_page_gets_the_rest_of_each_cell() -> None:
    head = "STT Nhiệm vụ\nĐơn vị chủ trì\nThời gian"
    body = (
        "1\nKế hoạch xây dựng tổ chức cơ sở đảng trong sạch.\nBan Xây dựng\nĐảng và các đơn\nvị liên quan\n2025 - 2030\n"
        "2 Kế hoạch tuyên truyền các chủ trương, Ban Xây dựng 2025 - 2030\nnghị quyết của Đảng, chính sách, pháp luật.\nĐảng và các đơn\nvị liên quan"
    )
    rows = _rows(head, body)
    assert _cells(rows[1]) == (
        "2",
        "Kế hoạch tuyên truyền các chủ trương, nghị quyết của Đảng, chính sách, pháp luật.",
        ["Ban Xây dựng Đảng và các đơn vị liên quan"],
        ["2025 - 2030"],
    )


def test_a_year_that_ends_the_text_is_no_time_cell() -> None:
    body = "1\nXây dựng Kế hoạch đầu tư công trung hạn giai đoạn 2025 - 2030\nUBND\nphường\n2025 2030"
    assert _cells(_rows(TWO_TIMES, body)[0])[1] == "Xây dựng Kế hoạch đầu tư công trung hạn giai đoạn 2025 - 2030"


def test_a_unit_named_at_the_end_of_the_text_stays_in_it() -> None:
    body = "1\nXây dựng chương trình công tác toàn khóa của\nĐảng ủy.\nVăn phòng Đảng\nủy\n2025 2030"
    assert _cells(_rows(TWO_TIMES, body)[0])[1:3] == (
        "Xây dựng chương trình công tác toàn khóa của Đảng ủy.",
        ["Văn phòng Đảng ủy"],
    )


def test_roman_lines_are_groups_and_numbers_begin_anew_below_them() -> None:
    body = "I\nQuản lý đất đai\n1\nRà soát.\nUBND\nphường\n2025 2026\nII Trật tự đô thị\n1\nKiểm tra.\nUBND\nphường\n2025 2027"
    assert [(row.number, row.group) for row in _rows(TWO_TIMES, body)] == [
        ("I", True),
        ("1", False),
        ("II", True),
        ("1", False),
    ]


def test_lines_without_a_head_are_no_table() -> None:
    document = document_of("Tổ chức thực hiện\n1. Giao Ủy ban nhân dân phường.")
    assert head_at(document, document.lines, 0) is None


HEAD = "STT Nhiệm vụ\nĐơn vị chủ trì\nThời gian"


def test_a_number_left_out_begins_a_row_and_totals_are_none() -> None:
    body = (
        "1\nRà soát quy hoạch chung của xã.\nUBND xã\n2026\n2\nLập danh mục dự án.\nUBND xã\n2026\n"
        "4\nTổng kết mô hình điểm của xã.\nUBND xã\n2027\nTổng cộng: 3 nhiệm vụ"
    )
    rows = _rows(HEAD, body)
    assert [_cells(row) for row in rows[1:]] == [
        ("2", "Lập danh mục dự án.", ["UBND xã"], ["2026"]),
        ("4", "Tổng kết mô hình điểm của xã.", ["UBND xã"], ["2027"]),
    ]


def test_a_number_of_the_text_begins_no_row() -> None:
    body = (
        "1\nXây dựng các trường chuẩn quốc gia gồm\n3 Trường tiểu học.\nUBND xã\n2026\n2\nLập danh mục.\nUBND xã\n2026"
    )
    assert [row.number for row in _rows(HEAD, body)] == ["1", "2"]


def test_rows_numbered_on_through_the_groups_are_found() -> None:
    body = (
        "I\nKinh tế\n1\nRà soát quy hoạch.\nUBND xã\n2026\n2\nLập danh mục.\nUBND xã\n2026\n"
        "II\nXã hội\n3\nGiảm nghèo bền vững.\nUBND xã\n2027"
    )
    assert [(row.number, row.group) for row in _rows(HEAD, body)] == [
        ("I", True), ("1", False), ("2", False), ("II", True), ("3", False),
    ]  # fmt: skip


def test_two_narrow_unit_columns_are_told_from_the_text_and_from_each_other() -> None:
    head = "STT\nNội dung\nCơ quan\nchủ trì\nCơ quan\nphối hợp\nThời gian\nhoàn thành"
    body = (
        "1\nĐề án tạo nguồn phát triển đảng viên trong\nhọc sinh và công nhân các khu trọ\nBan Xây dựng\nĐảng\n"
        "Các tổ chức chính trị -\nxã hội phường\nQuý I/2026\n"
        "2\nThành lập 03 chi bộ trong doanh nghiệp, hợp\ntác xã\nBan Xây dựng\nĐảng\nPhòng Kinh tế, Hạ tầng\nvà Đô thị; Hội Nông\ndân phường\n2027\n"
        "3\nKè chống sạt lở rạch Ông Cò, chiều dài\n2,4 km\nỦy ban nhân\ndân phường\nTrung tâm Cung ứng\ndịch vụ sự nghiệp công\n2026 - 2028\n5\n"
        "4\nLắp đặt 80 camera an ninh\nCông an phường\nỦy ban Mặt trận Tổ\nquốc Việt Nam phường\n2026"
    )
    rows = _rows(head, body)
    assert [(row.text_or_empty, row.lead[0][1].text, row.coordinating[0].text, row.doubts) for row in rows] == [
        (
            "Đề án tạo nguồn phát triển đảng viên trong học sinh và công nhân các khu trọ",
            "Ban Xây dựng Đảng",
            "Các tổ chức chính trị - xã hội phường",
            [],
        ),
        (
            "Thành lập 03 chi bộ trong doanh nghiệp, hợp tác xã",
            "Ban Xây dựng Đảng",
            "Phòng Kinh tế, Hạ tầng và Đô thị; Hội Nông dân phường",
            [],
        ),
        (
            "Kè chống sạt lở rạch Ông Cò, chiều dài 2,4 km",
            "Ủy ban nhân dân phường",
            "Trung tâm Cung ứng dịch vụ sự nghiệp công",
            [],
        ),
        ("Lắp đặt 80 camera an ninh", "Công an phường", "Ủy ban Mặt trận Tổ quốc Việt Nam phường", []),
    ]
