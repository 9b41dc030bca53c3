"""Tables whose columns fell apart into lines."""

from __future__ import annotations

from dondoc.extraction.appendices.fallen import FallenReader
from dondoc.extraction.appendices.fallen_head import columns_of, head_at
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


SUBMITTED = "Stt\nNội dung\nThời gian trình BTV, BCH\nCơ quan\nchủ trì\nthực hiện\nNguồn lực\nthực hiện\nBTV\nBCH"


def test_a_time_column_of_two_bodies_is_two() -> None:
    columns = columns_of(SUBMITTED.replace("\n", " "))
    assert [column.role for column in columns] == ["number", "text", "time", "time", "lead", "resource"]
    assert [column.heading for column in columns[2:4]] == ["thời gian trình btv", "thời gian trình bch"]


def test_rows_that_lost_their_numbers_are_told_by_their_times_and_units() -> None:
    body = (
        "I\nLĩnh vực văn hóa -\nxã hội\n"
        "Nghị quyết về bảo tồn nghề dệt\nthổ cẩm giai đoạn\n2026 - 2030.\nQuý I/2026\nQuý I/2026\nĐảng ủy\nUBND xã\n"
        "Kế hoạch tổ chức ngày hội văn hóa\ncác dân tộc hằng năm\nQuý IV hàng\nnăm\nBan Chỉ\nđạo 35 xã\n"
        "II\nQuốc phòng\nHướng dẫn diễn tập phòng thủ dân sự\ncho các thôn,\nThực hiện theo\nchỉ đạo của\nTỉnh ủy\nĐảng ủy\nUBND xã\n"
        "chủ trì,\nphối hợp\nCông an\nxã\nbản trong năm.\nKế hoạch tuyển quân\nTháng 10/2026\nBan CHQS\nxã"
    )
    rows = _rows(SUBMITTED, body)
    assert [(row.number, row.text_or_empty) for row in rows if row.group] == [
        ("I", "Lĩnh vực văn hóa - xã hội"),
        ("II", "Quốc phòng"),
    ]
    assert [_cells(row)[1:] for row in rows if not row.group] == [
        ("Nghị quyết về bảo tồn nghề dệt thổ cẩm giai đoạn 2026 - 2030.", ["Đảng ủy UBND xã"], ["Quý I/2026", "Quý I/2026"]),
        ("Kế hoạch tổ chức ngày hội văn hóa các dân tộc hằng năm", ["Ban Chỉ đạo 35 xã"], ["Quý IV hàng năm", ""]),
        (
            "Hướng dẫn diễn tập phòng thủ dân sự cho các thôn, bản trong năm.",
            ["Đảng ủy UBND xã chủ trì, phối hợp Công an xã"],
            ["Thực hiện theo chỉ đạo của Tỉnh ủy", ""],
        ),
        ("Kế hoạch tuyển quân", ["Ban CHQS xã"], ["Tháng 10/2026", ""]),
    ]  # fmt: skip
    assert not any(row.doubts for row in rows)


def test_a_row_without_numbers_or_time_is_doubted_and_not_lost() -> None:
    body = "I\nKinh tế\nĐề án du lịch làng nghề\ncủa xã.\nQuý I/2026\nĐảng ủy\nUBND xã\nKế hoạch nạo vét kênh mương\nUBND\nxã"
    last = _rows(SUBMITTED, body)[-1]
    assert last.text_or_empty.startswith("Kế hoạch nạo vét kênh mương")
    assert last.doubts


def test_a_head_ends_before_the_text_of_rows_without_numbers() -> None:
    head = "TT\nNhiệm vụ\nĐơn vị\nchủ trì\nThời gian\nhoàn thành"
    body = (
        "Xây dựng kế hoạch chuyển đổi số\ncủa xã giai đoạn 2026 - 2030.\nUBND xã\nQuý IV/2025\n"
        "Tổ chức tập huấn kỹ năng số\nBan Xây dựng\nĐảng\nHằng năm"
    )
    assert [_cells(row)[1:] for row in _rows(head, body)] == [
        ("Xây dựng kế hoạch chuyển đổi số của xã giai đoạn 2026 - 2030.", ["UBND xã"], ["Quý IV/2025"]),
        ("Tổ chức tập huấn kỹ năng số", ["Ban Xây dựng Đảng"], ["Hằng năm"]),
    ]


def test_units_behind_the_time_are_parted_into_their_columns() -> None:
    head = "STT\nNội dung công việc\nThời gian\nhoàn thành\nCơ quan chủ\ntrì\nCơ quan\nphối hợp"
    body = (
        "1\nRà soát quy hoạch các điểm dân cư\nTháng 12/2025\nPhòng Kinh tế\nCác thôn\n"
        "2\nTổng kết phong trào thi đua.\n2026\nVăn phòng\nĐảng ủy"
    )
    first, second = _rows(head, body)
    assert (first.lead[0][1].text, first.coordinating[0].text, first.doubts) == ("Phòng Kinh tế", "Các thôn", [])
    assert (second.lead[0][1].text, second.coordinating) == ("Văn phòng Đảng ủy", [])
    assert second.doubts  # the second cell may be empty, or "Đảng ủy" may be it


def test_resources_beside_units_begin_where_words_of_money_do() -> None:
    head = "STT\nNội dung\nThời gian\nCơ quan\nchủ trì\nNguồn lực\nthực hiện"
    body = "1\nXây dựng nhà văn hóa thôn Thượng\n2026\nĐảng ủy\nUBND xã\nNgân sách\nxã\n2\nTrồng cây đầu xuân\nHằng năm\nĐoàn Thanh\nniên xã"
    rows = _rows(head, body)
    assert [_cells(row)[2] for row in rows] == [["Đảng ủy UBND xã", "Ngân sách xã"], ["Đoàn Thanh niên xã"]]
    assert not any(row.doubts for row in rows)


def test_numbers_of_columns_under_the_head_are_no_rows() -> None:
    for numbers in ("1\n2\n3\n4", "(1) (2) (3) (4)"):
        rows = FallenReader(
            document := document_of(f"{numbers}\n1\nLập danh mục dự án.\nUBND xã\n2026"), columns_of(HEAD)
        ).read(document.lines)
        assert [_cells(row) for row in rows.rows] == [("1", "Lập danh mục dự án.", ["UBND xã"], ["2026"])]


def test_crosses_under_the_bodies_are_no_text() -> None:
    head = "STT\nNội dung\nThời gian\nCấp trình\nBTV\nBCH\nĐơn vị\nchủ trì"
    body = "I\nXây dựng Đảng\nNghị quyết về công tác cán bộ\nnhiệm kỳ mới\nQuý II/2026\nx\nBan Xây\ndựng Đảng"
    assert _cells(_rows(head, body)[1])[1:] == (
        "Nghị quyết về công tác cán bộ nhiệm kỳ mới", ["Ban Xây dựng Đảng"], ["Quý II/2026"],
    )  # fmt: skip


def test_letters_head_groups_of_romans_and_comrades_are_cells_where_rows_lost_their_numbers() -> None:
    body = (
        "A\nKinh tế\nI\nNông nghiệp\nĐề án phát triển cây dược liệu\ncủa xã\n2026\nĐồng chí\nPhó Bí thư\nĐảng ủy\n"
        "Báo cáo tổng kết năm\nTháng 12 hằng\nnăm\nVăn phòng\nĐảng ủy\nB\nXã hội\nI\nGiáo dục\n"
        "Kế hoạch phổ cập giáo dục\nmầm non\nQuý II/2026\nPhòng Văn hóa -\nXã hội"
    )
    rows = _rows(SUBMITTED.replace("\nNguồn lực\nthực hiện", ""), body)
    assert [(row.number, row.text_or_empty) for row in rows if row.group] == [
        ("A", "Kinh tế"), ("I", "Nông nghiệp"), ("B", "Xã hội"), ("I", "Giáo dục"),
    ]  # fmt: skip
    assert [_cells(row)[1:] for row in rows if not row.group] == [
        ("Đề án phát triển cây dược liệu của xã", ["Đồng chí Phó Bí thư Đảng ủy"], ["2026", ""]),
        ("Báo cáo tổng kết năm", ["Văn phòng Đảng ủy"], ["Tháng 12 hằng năm", ""]),
        ("Kế hoạch phổ cập giáo dục mầm non", ["Phòng Văn hóa - Xã hội"], ["Quý II/2026", ""]),
    ]


def test_a_time_as_told_by_others_is_a_time_cell_of_numbered_rows_too() -> None:
    body = "1\nKiểm tra việc thi hành Điều lệ Đảng.\nUBKT Đảng\nủy\nTheo kế hoạch\nnăm\n2\nLập quy hoạch các nghĩa trang của xã.\nPhòng Kinh tế\nTrong quý\nIV/2025"
    assert [_cells(row)[2:] for row in _rows(HEAD, body)] == [
        (["UBKT Đảng ủy"], ["Theo kế hoạch năm"]),
        (["Phòng Kinh tế"], ["Trong quý IV/2025"]),
    ]


def test_where_columns_are_alike_in_width_the_units_names_tell_where_their_cell_begins() -> None:
    head = "STT\nTên công trình, nhiệm vụ\nCơ quan chủ trì\nNguồn vốn\nThời gian\nbắt đầu\nThời gian\nhoàn thành"
    body = (
        "1\nKè chống sạt lở bờ biển đoạn\nCửa Đông - Cửa Nam (4 km)\nBan Quản lý dự án đầu tư\nxây dựng phường\nNgân sách tỉnh\n2026\n2027\n"
        "2\nCải tạo hai chợ truyền thống\nPhòng Kinh tế, Hạ tầng và\nĐô thị\nNgân sách phường, xã hội hóa\n2027\n2030"
    )
    rows = _rows(head, body)
    assert [_cells(row) for row in rows] == [
        ("1", "Kè chống sạt lở bờ biển đoạn Cửa Đông - Cửa Nam (4 km)",
         ["Ban Quản lý dự án đầu tư xây dựng phường", "Ngân sách tỉnh"], ["2026", "2027"]),
        ("2", "Cải tạo hai chợ truyền thống",
         ["Phòng Kinh tế, Hạ tầng và Đô thị", "Ngân sách phường, xã hội hóa"], ["2027", "2030"]),
    ]  # fmt: skip


def test_a_source_of_money_behind_the_units_goes_on_over_its_lines() -> None:
    head = "STT\nNội dung\nThời gian bắt đầu\nThời gian hoàn thành\nĐơn vị thực hiện\nNguồn lực"
    body = "1\nTrồng mới 300 ha rừng\n2026\n2030\nUBND xã, Hạt\nKiểm lâm khu vực\nChương trình mục\ntiêu quốc gia\n2\nLàm đường bê tông liên thôn\n2026\n2028\nUBND xã\nNgân sách nhà nước,\nNhân dân đóng góp"
    assert [_cells(row) for row in _rows(head, body)] == [
        ("1", "Trồng mới 300 ha rừng",
         ["UBND xã, Hạt Kiểm lâm khu vực", "Chương trình mục tiêu quốc gia"], ["2026", "2030"]),
        ("2", "Làm đường bê tông liên thôn", ["UBND xã", "Ngân sách nhà nước, Nhân dân đóng góp"], ["2026", "2028"]),
    ]  # fmt: skip
