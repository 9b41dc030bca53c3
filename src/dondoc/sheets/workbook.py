"""Writes one table into one .xlsx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767  # characters in a cell, Excel's limit


def write(title: str, subtitle: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return an .xlsx with a title, a line below it, a head that repeats, and `rows` in the order given.

    `columns` are `(head, width in characters)`. Dates and numbers (int, Decimal) stay dates and numbers; text is
    written as text even where it looks like a formula; moments must be local and without a zone.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "".join(c for c in title if c not in "[]:*?/\\")[:31] or "Sheet"
    sheet["A1"], sheet["A2"] = _plain(title), _plain(subtitle)
    sheet["A1"].font = Font(name="Times New Roman", size=14, bold=True)
    sheet["A2"].font = Font(name="Times New Roman", size=11, italic=True)
    line = Border(*[Side(style="thin", color="767676")] * 4)
    for index, (head, width) in enumerate(columns, start=1):
        cell = sheet.cell(4, index, head)
        cell.font, cell.border = Font(name="Times New Roman", size=11, bold=True), line
        cell.fill = PatternFill("solid", fgColor="E9EDF2")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(index)].width = width
    _fill(sheet, rows, line)
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, rows: Iterable[Sequence[Any]], line: Any) -> None:
    from openpyxl.styles import Alignment, Font

    for y, row in enumerate(rows, start=5):
        for x, value in enumerate(row, start=1):
            cell = sheet.cell(y, x, _plain(value))
            if isinstance(value, str):
                cell.data_type = "s"  # text that begins with "=" must never run as a formula
            cell.font, cell.border = Font(name="Times New Roman", size=11), line
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, datetime):
                cell.number_format = "dd/mm/yyyy hh:mm"
            elif isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return "".join(c for c in value if c >= " " or c in "\t\n")[:LONGEST]
    return value if value is None or isinstance(value, int | Decimal | date) else str(value)
