"""Tables that plain text lays out by blanks."""

from __future__ import annotations

from dondoc.reader.formats.blank_columns import cut
from dondoc.reader.formats.blank_heads import head_columns
from dondoc.reader.formats.blank_rows import Laid, row_starts
from dondoc.reader.formats.blank_tables import laid_out
from dondoc.reader.formats.text import read_text
from dondoc.reader.limits import DEFAULT


def _rows(text: str) -> list[list[str]]:
    """Return the cells of the only table of a text, row by row."""
    document = read_text(text, DEFAULT)
    assert len(document.tables) == 1
    rows: dict[int, list[str]] = {}
    for cell in document.tables[0].cells:
        rows.setdefault(cell.row, []).append(" ".join(document.cell_text(cell).split()))
    return [rows[at] for at in sorted(rows)]


IN_FRONT = """
                               PHỤ LỤC
                     DANH MỤC NHIỆM VỤ TRỌNG TÂM

STT   Nhiệm vụ                              Cơ quan chủ trì    Thời hạn

1     Rà soát, bổ sung quy hoạch các điểm   Phòng Kinh tế      Quý I/2026
      dân cư nông thôn của xã
2     Xây dựng Đề án phát triển du lịch     Phòng Văn hóa -    Tháng 12/2026
      cộng đồng gắn với làng nghề           Xã hội
3     Tổng kết phong trào thi đua           UBND xã            Hằng năm
"""


def test_numbers_in_front_begin_rows_and_wrapped_cells_are_whole() -> None:
    assert _rows(IN_FRONT) == [
        ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        ["1", "Rà soát, bổ sung quy hoạch các điểm dân cư nông thôn của xã", "Phòng Kinh tế", "Quý I/2026"],
        [
            "2",
            "Xây dựng Đề án phát triển du lịch cộng đồng gắn với làng nghề",
            "Phòng Văn hóa - Xã hội",
            "Tháng 12/2026",
        ],
        ["3", "Tổng kết phong trào thi đua", "UBND xã", "Hằng năm"],
    ]


IN_THE_MIDDLE = """
                                              Cơ quan     Thời hạn
TT              Nhiệm vụ cụ thể              chủ trì    hoàn thành
I    Kinh tế
     Rà soát, hoàn thiện cơ chế quản lý
 1   đất công, quỹ nhà của Nhà nước trên      UBND xã     Quý I/2026
     địa bàn xã
                                              Phòng
     Lập danh mục dự án kêu gọi đầu tư        Kinh tế
 2                                                       Trước ngày
     giai đoạn 2026 - 2030                    và Hạ tầng 30/6/2026
                                                 7

                                              Cơ quan     Thời hạn
TT              Nhiệm vụ cụ thể              chủ trì    hoàn thành
     của xã
     Tuyên truyền, vận động Nhân dân tham
 3   gia phong trào Tết trồng cây đời đời Đoàn Thanh niên Hằng năm
     nhớ ơn Bác                                 xã
II   Quốc phòng
 4   Tuyển quân                               Ban CHQS xã Tháng 2/2027
"""


def test_numbers_in_the_middle_heads_printed_again_and_groups_over_all_columns() -> None:
    assert _rows(IN_THE_MIDDLE) == [
        ["STT", "Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Thời hạn hoàn thành"],
        ["I", "Kinh tế"],
        [
            "1",
            "Rà soát, hoàn thiện cơ chế quản lý đất công, quỹ nhà của Nhà nước trên địa bàn xã",
            "UBND xã",
            "Quý I/2026",
        ],
        [
            "2",
            "Lập danh mục dự án kêu gọi đầu tư giai đoạn 2026 - 2030 của xã",
            "Phòng Kinh tế và Hạ tầng",
            "Trước ngày 30/6/2026",
        ],
        [
            "3",
            "Tuyên truyền, vận động Nhân dân tham gia phong trào Tết trồng cây đời đời nhớ ơn Bác",
            "Đoàn Thanh niên xã",
            "Hằng năm",
        ],
        ["II", "Quốc phòng"],
        ["4", "Tuyển quân", "Ban CHQS xã", "Tháng 2/2027"],
    ]


def test_a_head_over_two_columns_spans_them() -> None:
    text = """
TT   Nội dung                          Thời gian trình       Cơ quan chủ trì
                                       BTV        BCH

1    Nghị quyết về công tác cán bộ     Quý I      Quý II     Ban Xây dựng Đảng
     của xã                            2026       2026
2    Chỉ thị về kỷ luật hành chính                2027       Văn phòng Đảng ủy
"""
    table = read_text(text, DEFAULT).tables[0]
    assert [(cell.row, cell.column, cell.column_span) for cell in table.cells if cell.column_span > 1] == [(0, 2, 2)]
    assert _rows(text)[2:] == [
        ["1", "Nghị quyết về công tác cán bộ của xã", "Quý I 2026", "Quý II 2026", "Ban Xây dựng Đảng"],
        ["2", "Chỉ thị về kỷ luật hành chính", "", "2027", "Văn phòng Đảng ủy"],
    ]


def test_the_text_about_a_table_stays_lines() -> None:
    after = "Trên đây là Kế hoạch của Ủy ban nhân dân xã; các cơ quan, đơn vị nghiêm túc triển khai thực hiện, báo cáo kết quả."
    document = read_text(
        f"I. MỤC ĐÍCH\n1. Cụ thể hóa Nghị quyết Đại hội.{IN_FRONT}\n{after}\nNơi nhận:\n- Như trên;", DEFAULT
    )
    lines = [document.text[line.start : line.end] for line in document.lines if line.table is None]
    assert lines[:4] == [
        "I. MỤC ĐÍCH",
        "1. Cụ thể hóa Nghị quyết Đại hội.",
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ TRỌNG TÂM",
    ]
    assert lines[4:] == [after, "Nơi nhận:", "- Như trên;"]


def test_a_table_goes_on_over_pages_without_its_head() -> None:
    lines = IN_FRONT.split("\n")
    text = "\n".join(lines[:9]) + "\f\n" + "\n".join(f" {line}" for line in lines[9:])
    assert [row[0] for row in _rows(text)] == ["STT", "1", "2", "3"]
    assert _rows(text)[2][1:3] == [
        "Xây dựng Đề án phát triển du lịch cộng đồng gắn với làng nghề",
        "Phòng Văn hóa - Xã hội",
    ]


def test_words_of_a_head_in_running_text_make_no_table() -> None:
    assert laid_out([["TT  Nội dung  Ghi chú", "Các cơ quan, đơn vị báo cáo kết quả thực hiện."]]) == []
    assert laid_out([["STT", "Nội dung", "1", "Rà soát quy hoạch."]]) == []


def test_a_gutter_squeezes_through_a_single_blank_where_the_cells_leave_no_more() -> None:
    head = ["Nhiệm vụ                            Đơn vị           Thời gian"]
    body = [
        "Xây dựng kế hoạch bảo vệ môi        Đảng ủy UBND     2026 - 2027",
        "trường của tỉnh                     tỉnh",
        "Xây dựng kế hoạch quản lý chất thải rắn Đảng ủy UBND 2027 - 2030",
        "đến năm 2035                        tỉnh",
    ]
    assert [line.cells for line in cut([(body, head_columns(head))])[0]] == [
        ["Xây dựng kế hoạch bảo vệ môi", "Đảng ủy UBND", "2026 - 2027"],
        ["trường của tỉnh", "tỉnh", ""],
        ["Xây dựng kế hoạch quản lý chất thải rắn", "Đảng ủy UBND", "2027 - 2030"],
        ["đến năm 2035", "tỉnh", ""],
    ]


def test_rows_are_parted_between_their_numbers_by_where_these_stand() -> None:
    def laid(*marks: str) -> list[Laid]:
        return [Laid(["Việc" if mark != "-" else "tiếp"], mark if mark.isdigit() else None) for mark in marks]

    assert row_starts(laid("1", "-", "-", "2", "-")) == [0, 3]
    assert row_starts(laid("+", "1", "-", "+", "2", "-")) == [0, 3]


def test_a_heading_of_two_lines_beside_the_gutter_spans_both_columns_and_a_broken_stt_is_one() -> None:
    text = """
                                                         Thời gian
ST                                       Cơ quan
              Nhiệm vụ                                Thực     Hoàn
T                                        chủ trì
                                                      hiện     thành
      Duy trì, nhân rộng mô hình camera   Công an     Hằng
1     an ninh trên địa bàn xã             xã          năm
      giai đoạn 2026 - 2030.
                                          Công an
2     Lắp đặt đèn chiếu sáng các ngõ.                 2026     2027
                                          xã
"""
    assert _rows(text) == [
        ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
        ["Thực hiện", "Hoàn thành"],
        ["1", "Duy trì, nhân rộng mô hình camera an ninh trên địa bàn xã giai đoạn 2026 - 2030.", "Công an xã", "Hằng năm", ""],
        ["2", "Lắp đặt đèn chiếu sáng các ngõ.", "Công an xã", "2026", "2027"],
    ]  # fmt: skip


def test_numbers_of_pages_between_the_lines_are_no_cells() -> None:
    lines = ["STT   Nhiệm vụ                              Cơ quan chủ trì    Thời hạn"]
    for number in range(1, 31):
        lines.append(f"{number:<6}Rà soát công việc thứ {number:<16}Phòng Kinh tế      Quý I/2026")
        lines.append("      theo kế hoạch đã giao")
        lines += [f"{' ' * 36}{20 + number // 8}"] if number % 8 == 0 else []
    rows = _rows("\n".join(lines))
    assert [cells[0] for cells in rows] == ["STT", *(str(number) for number in range(1, 31))]
    assert {cells[1].partition(" theo ")[2] for cells in rows[1:]} == {"kế hoạch đã giao"}


def test_headings_one_blank_apart_are_columns_of_their_own_and_a_heading_without_rows_ends_the_table() -> None:
    text = """
STT Nhiệm vụ                      Đơn vị chủ trì      Thời hạn
A   Cải cách thể chế
1   Rà soát văn bản của xã        Văn phòng           Quý I/2026
2   Kiểm tra việc thực hiện       Phòng Nội vụ        Quý II/2026

III. KINH PHÍ THỰC HIỆN

Từ nguồn ngân sách xã.
"""
    assert [row[0] for row in _rows(text)] == ["STT", "A", "1", "2"]
    document = read_text(text, DEFAULT)
    outside = [document.text[line.start : line.end] for line in document.lines if line.table is None]
    assert outside == ["III. KINH PHÍ THỰC HIỆN", "Từ nguồn ngân sách xã."]


def test_cells_whose_borders_are_guessed_are_unsure() -> None:
    text = """
TT   Nội dung                            Chủ trì          Phối hợp        Thời hạn
1    Rà soát quy hoạch của xã            Phòng Kinh tế    Các thôn        2026
2    Trang bị máy tính cho Trung tâm xã Văn phòng HĐND Phòng Nội vụ       2027
"""
    table = read_text(text, DEFAULT).tables[0]
    assert {cell.row for cell in table.cells if cell.unsure} == {2}


def test_a_head_printed_again_as_the_first_line_of_a_page_is_no_new_table() -> None:
    lines = IN_FRONT.split("\n")
    head = lines[4]
    text = "\n".join([*lines[:9], f"{' ' * 36}7", "", head, *lines[9:]])
    assert [row[0] for row in _rows(text)] == ["STT", "1", "2", "3"]
    paged = "\n".join(lines[:9]) + "\f" + "\n".join([head, *lines[9:]])
    assert [row[0] for row in _rows(paged)] == ["STT", "1", "2", "3"]


def test_heads_without_rows_are_passed_over_quickly() -> None:
    assert laid_out([["STT   Nhiệm vụ          Chủ trì          Thời hạn"] * 2_000]) == []
