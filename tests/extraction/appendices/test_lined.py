"""Tables printed one cell a line."""

from __future__ import annotations

from decimal import Decimal

from dondoc.extraction import extract
from dondoc.programme.model import Task
from extraction.papers import document_of

ABOVE = ["KẾ HOẠCH", "I. NHIỆM VỤ", "- Làm đường.", "PHỤ LỤC", "BẢNG PHÂN KỲ"]


def _rows(*lines: str) -> list[Task]:
    programme = extract(document_of("\n".join([*ABOVE, *lines]), begins=True))
    return [task for task in programme.tasks if task.source == "appendix"]


def test_figures_of_years_one_cell_a_line_are_the_measures_of_their_row() -> None:
    rows = _rows(
        *("TT", "Chỉ tiêu", "ĐVT", "2026", "2027", "Đơn vị theo dõi"),
        *("1", "Thôn thông minh", "Thôn", "2", "3", "Phòng Văn hóa - Xã hội"),
        *("2", "Tỷ lệ hồ sơ trực tuyến", "%", "70", "75", "Công an xã"),
    )
    assert [(row.text, row.leads) for row in rows] == [
        ("Thôn thông minh", ["Phòng Văn hóa - Xã hội"]),
        ("Tỷ lệ hồ sơ trực tuyến", ["Công an xã"]),
    ]
    assert [(m.low, m.unit, m.year_to) for m in rows[0].measures] == [
        (Decimal(2), "Thôn", 2026),
        (Decimal(3), "Thôn", 2027),
    ]


def test_a_row_that_lacks_a_cell_gives_its_lines_to_the_columns_they_fit() -> None:
    rows = _rows(
        *("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Ghi chú"),
        *("I", "Lĩnh vực kinh tế"),
        *("1", "Xây chợ Bàu Sen", "Phòng Kinh tế", "Công an xã", "2027", "Vốn tỉnh"),
        *("2", "Mở phiên chợ quê", "Hội Nông dân xã", "Đoàn Thanh niên xã", "Hằng năm"),
        *("3", "Dọn bến sông", "Công an xã", "Quý II/2026"),
    )
    assert [(row.row, row.leads, row.coordinating, row.time_text) for row in rows] == [
        ("1", ["Phòng Kinh tế"], ["Công an xã"], "2027"),
        ("2", ["Hội Nông dân xã"], ["Đoàn Thanh niên xã"], "Hằng năm"),
        ("3", ["Công an xã"], [], "Quý II/2026"),
    ]
    assert [row.group for row in rows] == ["I", "I", "I"]
    assert rows[2].doubts


def test_cells_over_several_lines_are_left_to_the_fallen_table() -> None:
    rows = _rows(
        *("STT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"),
        *("1", "Sửa chữa, nâng cấp các tuyến đường", "liên thôn đã xuống cấp", "Phòng Kinh tế", "2027"),
        *("2", "Vận động Nhân dân hiến đất mở rộng", "đường ngõ, hẻm trong thôn", "Công an xã", "2026"),
    )
    assert [row.text for row in rows] == [
        "Sửa chữa, nâng cấp các tuyến đường liên thôn đã xuống cấp",
        "Vận động Nhân dân hiến đất mở rộng đường ngõ, hẻm trong thôn",
    ]
