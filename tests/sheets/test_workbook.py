import io
from datetime import date, datetime
from decimal import Decimal

from openpyxl import load_workbook

from dondoc import sheets


def opened(rows):
    made = sheets.write("Nhật ký", "In lúc 22/11/2026", [("Ai", 20), ("Gì", 40), ("Khi", 12)], rows)
    return load_workbook(io.BytesIO(made)).active


def test_the_table_stands_under_its_title_with_a_head_that_repeats():
    sheet = opened([("Lan", "báo cáo", date(2026, 11, 22))])
    assert sheet["A1"].value == "Nhật ký"
    assert [c.value for c in sheet[4]] == ["Ai", "Gì", "Khi"]
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"


def test_numbers_and_dates_stay_numbers_and_dates():
    sheet = opened([(Decimal("1234.5"), 7, date(2026, 11, 22)), (None, True, datetime(2026, 11, 22, 14, 5))])
    assert sheet["A5"].value == 1234.5
    assert sheet["C5"].number_format == "dd/mm/yyyy"
    assert sheet["C6"].number_format == "dd/mm/yyyy hh:mm"
    assert sheet["A6"].value is None


def test_text_never_runs_as_a_formula_and_loses_what_excel_refuses():
    sheet = opened([("=1+1", "a\x0bb\nc", "x" * 40_000)])
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("=1+1", "s")
    assert sheet["B5"].value == "ab\nc"
    assert len(sheet["C5"].value) == 32_767
