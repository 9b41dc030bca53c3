"""Tables of targets: name, unit of measure, figure, and who is in charge."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dondoc.extraction import extract
from dondoc.extraction.appendices.columns import settle
from dondoc.extraction.appendices.rows import Row
from dondoc.extraction.appendices.targets import measures_of_row
from dondoc.extraction.passage import Passage
from extraction.papers import table_document


def _row(name: str, unit: str, cell: str) -> Row:
    return Row(text=Passage(name, [(0, len(name), None)]), measure_unit=unit, figures=[(None, cell)])


def test_don_vi_beside_who_is_in_charge_is_the_unit_of_measure() -> None:
    roles = [column.role for column in settle(["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì"])]
    assert roles == ["number", "text", "measure_unit", "figure", "lead"]


def test_don_vi_alone_is_in_charge() -> None:
    roles = [column.role for column in settle(["TT", "Chỉ tiêu, nhiệm vụ", "Đơn vị", "Thời gian"])]
    assert roles == ["number", "text", "lead", "time"]


@pytest.mark.parametrize(
    ("name", "unit", "cell", "expected"),
    [
        ("Tỷ lệ hộ có nước sạch", "%", "≥ 95", ("Tỷ lệ hộ có nước sạch", "at_least", "95", None, "%", None)),
        ("Quy mô kinh tế số", "% GRDP", "> 30", ("Quy mô kinh tế số", "above", "30", None, "%", None)),
        ("Xếp hạng CCHC", "Thứ bậc", "10", ("Xếp hạng CCHC", "at_most", None, "10", "Thứ bậc", None)),
        ("Xếp hạng số", "Thứ bậc", "≤ 3 vùng", ("Xếp hạng số vùng", "at_most", None, "3", "Thứ bậc", None)),
        ("Tỷ lệ lao động", "%", "40 - 45%", ("Tỷ lệ lao động", "range", "40", "45", "%", None)),
        ("Nhân lực", "Người/vạn dân", "12", ("Nhân lực", "at_least", "12", None, "Người", "vạn dân")),
        ("Số bài báo tăng trung bình", "%/năm", "10", ("Số bài báo", "increase", "10", None, "%", "năm")),
        ("Chi khoa học", "%", "≥ 3% và tăng dần", ("Chi khoa học", "at_least", "3", None, "%", None)),
        ("Trình độ", "Mức", "Đạt khá", ("Trình độ Đạt khá", "qualitative", None, None, None, None)),
    ],
)
def test_a_cell_of_a_target_is_one_measure(name: str, unit: str, cell: str, expected: tuple[str | None, ...]) -> None:
    (measure,), doubts = measures_of_row(_row(name, unit, cell), 2030)
    low, high = (value if value is None else Decimal(value) for value in expected[2:4])
    assert (measure.name, measure.direction, measure.low, measure.high) == (*expected[:2], low, high)
    assert (measure.unit, measure.per, doubts) == (*expected[4:], [])
    assert measure.period == ("annual" if measure.per == "năm" else "by_year")


def test_a_figure_that_is_not_read_asks_a_person() -> None:
    measures, doubts = measures_of_row(_row("Thu ngân sách", "tỷ đồng", "x2 lần 2025"), 2030)
    assert measures == []
    assert len(doubts) == 1


def test_rows_with_who_is_in_charge_are_work_dated_by_their_group() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì"],
        ["I", "Đến năm 2030", "", "", ""],
        ["1", "Tỷ lệ hồ sơ trực tuyến", "%", "≥ 80", "Văn phòng UBND tỉnh"],
        ["2", "Các chỉ tiêu về hạ tầng", "", "", ""],
        ["2.1", "Phủ sóng 5G", "% dân số", "99", "Sở Khoa học và Công nghệ"],
        ["3", "Số sàn dữ liệu", "Sàn", "1", "Công an tỉnh"],
    ]
    document = table_document(rows, above="CHƯƠNG TRÌNH\nI. NHIỆM VỤ\n- Rà soát.\nPhụ lục I\nCHỈ TIÊU")
    tasks = [task for task in extract(document).tasks if task.source == "appendix"]
    assert [(task.leads, task.finish, len(task.measures)) for task in tasks] == [
        (["Văn phòng UBND tỉnh"], "2030", 1),
        (["Sở Khoa học và Công nghệ"], "2030", 1),
        (["Công an tỉnh"], "2030", 1),
    ]
    assert [task.group for task in tasks] == ["I", "2", "I"]
    assert {task.confidence for task in tasks} == {"sure"}


def test_figures_of_the_product_are_promised_too_but_documents_are_not_counted() -> None:
    rows = [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm", "Thời hạn"],
        ["1", "Triển khai học bạ số", "UBND xã", "100% trường học sử dụng học bạ số", "30/11/2026"],
        ["2", "Xây dựng kế hoạch năm", "UBND xã", "01 kế hoạch", "30/11/2026"],
    ]
    document = table_document(rows, above="KẾ HOẠCH\nI. NHIỆM VỤ\n- Rà soát.\nPhụ lục I\nNHIỆM VỤ")
    tasks = [task for task in extract(document).tasks if task.source == "appendix"]
    assert [[(m.low, m.unit) for m in task.measures] for task in tasks] == [[(Decimal(100), "%")], []]


def _years(name: str, unit: str, *cells: str) -> Row:
    figures: list[tuple[int | None, str]] = [(2026 + at, cell) for at, cell in enumerate(cells)]
    return Row(text=Passage(name, [(0, len(name), None)]), measure_unit=unit, figures=figures)


def test_figures_that_fall_where_less_is_better_are_ceilings() -> None:
    measures, doubts = measures_of_row(_years("Số hộ cận nghèo còn lại", "Hộ", "40", "25", "0"), None)
    assert [(m.direction, m.high, m.year_to) for m in measures] == [
        ("at_most", Decimal(40), 2026),
        ("at_most", Decimal(25), 2027),
        ("at_most", Decimal(0), 2028),
    ]
    assert doubts == []


def test_a_lone_figure_where_less_is_better_is_a_ceiling_that_a_person_confirms() -> None:
    (measure,), doubts = measures_of_row(_row("Tỷ lệ thất nghiệp", "%", "2,5"), 2030)
    assert (measure.direction, measure.high, len(doubts)) == ("at_most", Decimal("2.5"), 1)


@pytest.mark.parametrize("name", ["Tỷ lệ giảm hộ nghèo", "Mức giảm tai nạn giao thông", "Kéo giảm số vụ trộm cắp"])
def test_a_target_that_names_a_fall_is_a_decrease(name: str) -> None:
    measures, doubts = measures_of_row(_years(name, "%", "5", "5"), None)
    assert [(m.direction, m.low) for m in measures] == [("decrease", Decimal(5))] * 2
    assert doubts == []


def test_a_figure_a_year_under_its_year_is_of_that_year() -> None:
    measures, _ = measures_of_row(_years("Thu nhập bình quân đầu người", "Triệu đồng/năm", "60", "-", "72"), None)
    assert [(m.unit, m.per, m.period, m.year_to) for m in measures] == [
        ("Triệu đồng", "năm", "by_year", 2026),
        ("Triệu đồng", "năm", "by_year", 2028),
    ]


def test_words_alone_on_a_row_head_the_rows_below_and_are_no_target() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "2026", "2027"],
        ["", "Kinh tế, ngân sách", "", "", ""],
        ["1", "Thu ngân sách", "Tỷ đồng", "30", "35"],
        ["", "Môi trường", "", "", ""],
        ["2", "Tỷ lệ thu gom rác", "%", "90", "92"],
    ]
    programme = extract(table_document(rows, above="KẾ HOẠCH\nI. CÁC CHỈ TIÊU CHỦ YẾU"))
    assert [(item.label, item.text) for item in programme.indicators] == [
        ("1", "Thu ngân sách"),
        ("2", "Tỷ lệ thu gom rác"),
    ]
    assert [section.label for section in programme.sections] == ["I"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Phân kỳ thực hiện 2027", "figure"),
        ("Lộ trình các năm 2028", "figure"),
        ("Kế hoạch từng năm 2026", "figure"),
        ("Ước thực hiện 2025", "baseline"),
        ("Thực hiện 2025", "baseline"),
    ],
)
def test_a_year_under_a_schedule_is_a_figure_and_under_what_was_done_a_base(heading: str, role: str) -> None:
    assert settle(["TT", "Chỉ tiêu", heading])[2].role == role


GOALS = ["TT", "Nội dung", "Mục tiêu", "Cơ quan chủ trì", "Cá nhân phụ trách chỉ đạo, kiểm tra, đôn đốc"]


def test_a_column_of_aims_that_holds_figures_is_one_of_figures() -> None:
    rows = [
        GOALS,
        ["1", "Tỷ lệ hộ có nước sạch hằng năm", "Tối thiểu 95%", "UBND xã", "Đồng chí Lê Văn Bình - Phó Chủ tịch"],
        ["2", "Số khu dân cư kiểu mẫu", "02 khu", "UBND xã", "Đồng chí Lê Văn Bình - Phó Chủ tịch"],
        ["3", "Tỷ lệ rác chôn lấp", "<30%", "UBND xã", "Đồng chí Lê Văn Bình - Phó Chủ tịch"],
        ["4", "Tỷ trọng kinh tế số đạt tối thiểu", "12,5%", "UBND xã", "Đồng chí Lê Văn Bình - Phó Chủ tịch"],
        ["5", "Giảm tiêu hao điện năng/năm", "1,0-1,5%", "UBND xã", "Đồng chí Lê Văn Bình - Phó Chủ tịch"],
    ]
    tasks = extract(table_document(rows, above="CHƯƠNG TRÌNH\nI. NHIỆM VỤ\n- Rà soát.\nPhụ lục I\nCHỈ TIÊU")).tasks[1:]
    assert [task.leads for task in tasks] == [["UBND xã"]] * 5
    measures = [measure for task in tasks for measure in task.measures]
    assert [(m.name, m.direction, m.low, m.high, m.unit, m.per, m.period) for m in measures] == [
        ("Tỷ lệ hộ có nước sạch", "at_least", Decimal(95), None, "%", None, "annual"),
        ("Số khu dân cư kiểu mẫu", "at_least", Decimal(2), None, "khu", None, "unspecified"),
        ("Tỷ lệ rác chôn lấp", "below", None, Decimal(30), "%", None, "unspecified"),
        ("Tỷ trọng kinh tế số", "at_least", Decimal("12.5"), None, "%", None, "unspecified"),
        ("tiêu hao điện năng", "decrease", Decimal("1.0"), Decimal("1.5"), "%", "năm", "annual"),
    ]


def test_a_column_of_aims_in_words_is_none_of_figures() -> None:
    rows = [
        ["TT", "Nội dung", "Mục tiêu", "Cơ quan chủ trì"],
        ["1", "Làm đường", "Hoàn thành 3 km đường bê tông của thôn", "UBND xã"],
        ["2", "Dọn vệ sinh", "Sạch đẹp", "UBND xã"],
    ]
    document = table_document(rows, above="CHƯƠNG TRÌNH\nI. NHIỆM VỤ\n- Rà soát.\nPhụ lục I\nDANH MỤC")
    tasks = extract(document).tasks[1:]
    assert [task.text for task in tasks] == ["Làm đường", "Dọn vệ sinh"]
    assert tasks[1].measures == []
