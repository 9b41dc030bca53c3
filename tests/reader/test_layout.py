"""Tables that only place text are told from tables of data."""

import pytest

from dondoc.reader.assembly import CellDraft, Draft, TableDraft
from dondoc.reader.layout import columns_of, is_layout, opens_recipients


def made(*rows: list[str]) -> TableDraft:
    cells = [
        CellDraft(number, column, [Draft(text=line) for line in text.split("\n")])
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    return TableDraft(rows=len(rows), columns=max(map(len, rows)), cells=cells)


@pytest.mark.parametrize(
    "table",
    [
        made(["ỦY BAN NHÂN DÂN\nPHƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]),
        made(["ĐẢNG BỘ TỈNH", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 05-NQ/ĐU", "Xã, ngày tháng 11 năm 2025"]),
        made(["Số: /KH-UBND", "Tỉnh, ngày 5 tháng 01 năm 2026"]),
        made(["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"]),
        made(["", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ"]),
        made(["Cả văn bản nằm trong một ô"]),
        made(["Một cột"], ["nhiều hàng"]),
    ],
)
def test_letterheads_signatures_and_frames_place_text(table):
    assert is_layout(table)


@pytest.mark.parametrize(
    "table",
    [
        made(["STT", "Nhiệm vụ"], ["1", "Làm đường"]),
        made(["TT", "Nội dung", "Nơi nhận"], ["1", "Báo cáo", "Thường trực Thành ủy"]),
        made(["Năm 2026", "3%"], ["Năm 2027", "4%"]),
        made(["1", "Báo cáo trước ngày 20 tháng 11 năm 2026", "Văn phòng"], ["2", "Làm cầu", "Phòng Kinh tế"]),
        made(*[["Số 12", "a", "b"]] * 20),
    ],
)
def test_tables_of_data_stay_tables(table):
    assert not is_layout(table)


def test_lines_are_parted_in_columns_only_by_their_signs():
    assert columns_of("Số 03-CTr/ĐU\tHải An, ngày 2 tháng 9 năm 2025", under_recipients=False) == [
        "Số 03-CTr/ĐU", "Hải An, ngày 2 tháng 9 năm 2025",
    ]  # fmt: skip
    assert columns_of("Chỉ tiêu      95%", under_recipients=False) == ["Chỉ tiêu      95%"]
    assert columns_of("- Thành ủy;      BÍ THƯ", under_recipients=True) == ["- Thành ủy;", "BÍ THƯ"]
    assert columns_of("-\tThành ủy;\t\tBÍ THƯ", under_recipients=True) == ["- Thành ủy;", "BÍ THƯ"]
    assert opens_recipients("*Nơi nhận:*")
    assert not opens_recipients("Báo cáo gửi nơi nhận")
