"""Time cells of appendix rows and deadlines written out (programme-format, conventions 20 and 26)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dondoc.extraction.times import deadline_in, read_times

TWO = ["Thời gian Thực hiện", "Thời gian Hoàn thành"]
GOLD = sorted((Path(__file__).resolve().parents[2] / "sample" / "gold").glob("*.json"))


def test_every_row_of_the_readings_has_the_times_that_its_cells_say() -> None:
    rows = [t for paper in GOLD for t in json.loads(paper.read_text(encoding="utf8"))["tasks"] if t["time_text"]]
    assert len(rows) > 60
    for row in rows:
        cells = row["time_text"].split(" | ")
        found = read_times([*cells, *[""] * (2 - len(cells))], TWO)
        assert (found.start, found.finish, found.recurrence) == (row["start"], row["finish"], row["recurrence"])
        assert found.time_text == row["time_text"]
        assert found.doubts == []


@pytest.mark.parametrize(
    ("cells", "headings", "start", "finish", "recurrence"),
    [
        (["2026", "2027"], TWO, "2026", "2027", None),
        (["2026", ""], TWO, "2026", None, None),
        (["", "2027"], TWO, None, "2027", None),
        (["Quý IV/2025", "Quý I/2026"], TWO, "Q4/2025", "Q1/2026", None),
        (["2025-2030", "2025-2030"], TWO, "2025", "2030", None),
        (["Hằng năm", "Hằng năm"], TWO, None, None, "annual"),
        (["2026"], ["Thời gian"], None, "2026", None),
        (["Quý III năm 2026"], ["Thời gian hoàn thành"], None, "Q3/2026", None),
        (["Tháng 12/2025"], ["Thời hạn"], None, "2025-12", None),
        (["15/11/2025"], ["Hoàn thành"], None, "2025-11-15", None),
        (["Trước 30/6/2026"], ["Thời hạn"], None, "2026-06-30", None),
        (["Chậm nhất ngày 20/02/2026"], ["Thời gian"], None, "2026-02-20", None),
        (["Giai đoạn 2026 - 2030"], ["Thời gian"], "2026", "2030", None),
        (["2026-30"], ["Thời gian"], "2026", "2030", None),
        (["Quý III, IV/2025"], ["Thời gian"], "Q3/2025", "Q4/2025", None),
        (["Từ tháng 3 đến tháng 12/2026"], ["Thời gian"], "2026-03", "2026-12", None),
        (["15/3 - 20/4/2026"], ["Thời gian"], "2026-03-15", "2026-04-20", None),
        (["Từ tháng 12/2025 đến quý I/2026"], ["Thời gian"], "2025-12", "Q1/2026", None),
        (["Năm 2026 và các năm tiếp theo"], ["Thời gian"], "2026", None, None),
        (["6 tháng đầu năm 2026"], ["Thời gian"], None, "2026-06", None),
        (["Tháng 12 hằng năm"], ["Thời gian"], None, None, "annual"),
        (["Hàng quý"], ["Thời gian"], None, None, "quarterly"),
        (["Thường xuyên"], ["Thời gian"], None, None, "continuous"),
        (["-"], ["Thời gian"], None, None, None),
    ],
)
def test_cells_are_read_by_their_headings(
    cells: list[str], headings: list[str], start: str | None, finish: str | None, recurrence: str | None
) -> None:
    found = read_times(cells, headings)
    assert (found.start, found.finish, found.recurrence) == (start, finish, recurrence)
    assert found.doubts == []


def test_a_cell_without_a_date_is_kept_as_printed_and_asked_about() -> None:
    found = read_times(["Khi có hướng dẫn của cấp trên"], ["Thời gian"])
    assert (found.start, found.finish, found.time_text) == (None, None, "Khi có hướng dẫn của cấp trên")
    assert found.doubts


def test_a_finish_before_its_start_is_asked_about() -> None:
    assert read_times(["2028", "2026"], TWO).doubts


def test_two_moments_joined_by_and_are_asked_about() -> None:
    found = read_times(["Quý IV/2025 và Quý I/2026"], ["Thời gian"])
    assert found.finish == "Q1/2026"
    assert found.doubts


@pytest.mark.parametrize(
    ("text", "start", "finish", "time_text"),
    [
        ("Quý IV, năm 2025", None, "Q4/2025", "Quý IV, năm 2025"),
        ("1. Quý IV, năm 2025", None, "Q4/2025", "Quý IV, năm 2025"),
        ("Tháng 12/2025", None, "2025-12", "Tháng 12/2025"),
        ("Năm 2026", None, "2026", "Năm 2026"),
        ("tháng 11/2025 đến tháng 4/2026", "2025-11", "2026-04", "tháng 11/2025 đến tháng 4/2026"),
        ("Gửi báo cáo chậm nhất ngày 15/12/2025.", None, "2025-12-15", "chậm nhất ngày 15/12/2025"),
        ("Báo cáo kết quả trước ngày 30/11/2025 để tổng hợp.", None, "2025-11-30", "trước ngày 30/11/2025"),
        ("Rà soát quy hoạch, hoàn thành trong quý I/2026.", None, "Q1/2026", "hoàn thành trong quý I/2026"),
        ("- Thời gian hoàn thành: Tháng 11/2025 (sau khi có hướng dẫn).", None, "2025-11", "Tháng 11/2025"),
        ("- Thời gian thực hiện: Từ tháng 12/2025 đến quý I/2026.", "2025-12", "Q1/2026",
         "Từ tháng 12/2025 đến quý I/2026"),
        ("Chậm nhất là trước 17 giờ ngày 20/11/2025", None, "2025-11-20", "Chậm nhất là trước 17 giờ ngày 20/11/2025"),
    ],
)  # fmt: skip
def test_a_deadline_written_out_is_read(text: str, start: str | None, finish: str, time_text: str) -> None:
    found = deadline_in(text)
    assert found is not None
    assert (found.start, found.finish, found.time_text) == (start, finish, time_text)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Xử lý các dự án được phê duyệt trước ngày 01/7/2025.",
        "Xây dựng kế hoạch năm 2026.",
        "Tổ chức bầu cử đại biểu Quốc hội khóa XVI.",
        "",
    ],
)
def test_a_date_that_is_no_deadline_gives_none(text: str) -> None:
    assert deadline_in(text) is None


def test_a_yearly_deadline_is_a_recurrence_without_a_date() -> None:
    found = deadline_in("Báo cáo kết quả trước ngày 15/11 hằng năm về Sở.")
    assert found is not None
    assert (found.finish, found.recurrence) == (None, "annual")


def test_the_time_to_submit_is_when_it_is_finished() -> None:
    headings = ["Thời gian trình BTV", "Thời gian trình BCH"]
    assert read_times(["Quý I/2026", ""], headings).finish == "Q1/2026"
    both = read_times(["Quý I/2026", "Quý II/2026"], headings)
    assert (both.start, both.finish) == (None, "Q2/2026")


@pytest.mark.parametrize(
    "cell", ["6 tháng một lần", "Định kỳ 6 tháng, năm", "06 tháng 01 lần", "Định kỳ 6 tháng và một năm"]
)
def test_twice_a_year_is_annual(cell: str) -> None:
    times = read_times([cell], ["Thời gian"])
    assert (times.recurrence, times.doubts) == ("annual", [])
