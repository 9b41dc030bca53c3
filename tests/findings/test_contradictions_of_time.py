"""Contradictions in time and number between places: rows later than the text, years that go back, papers renumbered."""

from __future__ import annotations

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft, number, rate

_WORK = "Lập bản đồ các điểm sạt lở ven sông và cắm biển cảnh báo"


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def work_and_row(due: str, said: str, row: str) -> list[Finding]:
    """Return what is said of a task due at `due` and the appendix row that ends at `row`."""
    draft = Draft()
    part = draft.section("tasks", "II", "NHIỆM VỤ (phụ lục kèm theo)")
    draft.task(part, f"{_WORK}; hoàn thành trong {said}.", finish=due, time_text=said, leads=["Công an xã"])
    rows = draft.appendix("01", "DANH MỤC")
    draft.row(rows, "01", "1", _WORK, start=None, finish=row)
    return found(draft, "mới xong cùng một việc")


def test_a_row_that_ends_after_the_day_of_the_text_is_found() -> None:
    faults = work_and_row("Q4/2026", "quý IV/2026", "Q2/2027")
    assert [f.severity for f in faults] == ["error"]
    assert faults[0].why == "Mục II hẹn đến năm 2026, dòng 1 Phụ lục số 01 đến năm 2027 mới xong cùng một việc."
    assert faults[0].where[1] == "hoàn thành trong quý IV/2026."


def test_days_of_one_year_are_told_as_days() -> None:
    faults = work_and_row("2026-06", "tháng 6/2026", "Q4/2026")
    assert "hẹn đến 30/06/2026, dòng 1 Phụ lục số 01 đến 31/12/2026" in faults[0].why


def test_a_row_that_ends_earlier_keeps_the_promise() -> None:
    assert work_and_row("Q4/2026", "quý IV/2026", "Q3/2026") == []


def shares(early: str, late: str, name: str = "tỷ lệ hồ sơ nộp trực tuyến") -> list[Finding]:
    """Return what is said of a share of 2028 in a task and of 2030 in a target."""
    draft = Draft()
    aims = draft.section("indicators", "I", "Chỉ tiêu")
    draft.target(aims, "(1)", f"Đến năm 2030, {name} đạt {late}%.", rate(name, late))
    part = draft.section("tasks", "II", "Nhiệm vụ")
    draft.task(part, f"Hướng dẫn người dân; đến năm 2028, {name} đạt {early}%.", rate(name, early, year=2028))
    return found(draft, "năm muộn hơn")


def test_an_earlier_year_that_asks_for_more_is_found() -> None:
    faults = shares("85", "80")
    assert [(f.kind, f.severity) for f in faults] == [("contradiction", "error")]
    assert "đặt ít nhất 85% đến năm 2028, cao hơn mức của năm muộn hơn" in faults[0].why


def test_a_path_that_rises_and_a_rate_that_may_fall_are_left_alone() -> None:
    assert shares("70", "80") == []
    assert shares("12", "10", "tốc độ tăng thu ngân sách xã") == []


def goal_and_row(finish: str) -> list[Finding]:
    """Return what is said of a target of 2028 and a row of the same level that ends at `finish`."""
    draft = Draft()
    aims = draft.section("indicators", "I", "Chỉ tiêu (phụ lục kèm theo)")
    goal = number("hợp tác xã nuôi cá lồng", "3", "hợp tác xã nuôi cá lồng", year=2028)
    draft.target(aims, "(1)", "Đến năm 2028, có 03 hợp tác xã nuôi cá lồng.", goal)
    rows = draft.appendix("01", "DANH MỤC")
    level = number("hợp tác xã nuôi cá lồng", "3", "hợp tác xã nuôi cá lồng", "unspecified")
    draft.row(rows, "01", "1", "Thành lập 03 hợp tác xã nuôi cá lồng", level, start=None, finish=finish)
    return found(draft, "cho cùng mức")


def test_a_row_contradicts_a_target_only_when_it_ends_later() -> None:
    assert len(goal_and_row("2029")) == 1
    assert goal_and_row("2027") == []


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Nghị quyết số 75-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ", 1),
        ("Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ", 0),
        ("Nghị quyết số 58-NQ/TW ngày 22/12/2024 về bảo vệ rừng đầu nguồn và nguồn nước", 0),
    ],
)
def test_one_paper_under_two_numbers_is_found(second: str, count: int) -> None:
    draft = Draft()
    draft.text("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ.")
    draft.text(f"Quán triệt {second}.")
    assert len(found(draft, "hai số khác nhau")) == count
