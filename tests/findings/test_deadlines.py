"""Deadlines that are none, deadlines that come at once, papers without any."""

from __future__ import annotations

from typing import Any

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def row(date: str = "2026-03-02", **time: Any) -> Draft:
    """Draft a paper with one appendix row of the given time."""
    draft = Draft(date=date)
    rows = draft.appendix("01", "DANH MỤC (kèm theo)")
    values = {"start": None, "finish": None, **time}
    draft.row(rows, "01", "1", "Kiểm kê tài sản của các trạm bơm", **values)
    return draft


@pytest.mark.parametrize("time", ["Sau khi có hướng dẫn của tỉnh", "Theo yêu cầu của cấp trên", "Khi có dịch"])
def test_a_time_that_hangs_on_something_else_is_found(time: str) -> None:
    faults = found(row(time_text=time), "phụ thuộc việc khác")
    assert [(f.kind, f.severity, f.where) for f in faults] == [("missing", "note", [time])]


@pytest.mark.parametrize(
    "time",
    [
        {"time_text": "Thường xuyên"},
        {"time_text": "Sau khi thu hoạch, năm 2027"},
        {"finish": "2026", "time_text": "2026"},
    ],
)
def test_a_time_that_lasts_or_has_a_date_is_left_alone(time: dict[str, str]) -> None:
    assert found(row(**time), "phụ thuộc việc khác") == []


@pytest.mark.parametrize(("finish", "count"), [("2026-03-04", 1), ("2026-03-02", 1), ("2026-03-06", 0), ("2026-03", 0)])
def test_a_deadline_that_leaves_no_time_is_found(finish: str, count: int) -> None:
    assert len(found(row(finish=finish), "sát ngày ký")) == count


def undated(title: str, tasks: int = 8, dated: int = 0) -> list[Finding]:
    """Return what is said of a plan whose tasks have leads and no dates."""
    draft = Draft(title="Kế hoạch", about=title, term=None)
    part = draft.section("tasks", "I", "NHIỆM VỤ")
    for place in range(tasks):
        finish = "2026" if place < dated else None
        draft.task(part, f"Sửa cống số {place} của kênh tiêu", leads=["Phòng Kinh tế"], finish=finish)
    return found(draft, "không đặt mốc chung")


def test_a_paper_without_any_date_is_told_once() -> None:
    faults = undated("về phòng, chống ngập úng")
    assert [f.why for f in faults] == [
        "Hầu hết nhiệm vụ (8 trên 8) không có thời hạn và cả văn bản không đặt mốc chung."
    ]


@pytest.mark.parametrize("title", ["về phòng, chống ngập úng năm 2026", "về phòng, chống ngập úng đến năm 2030"])
def test_a_title_may_date_all_tasks(title: str) -> None:
    assert undated(title) == []


def test_the_date_of_a_paper_that_is_carried_out_binds_nothing() -> None:
    assert len(undated("thực hiện Chỉ thị số 03/CT-UBND ngày 05 tháng 01 năm 2026 về phòng, chống ngập úng")) == 1


def test_few_tasks_and_papers_with_dates_are_left_alone() -> None:
    assert undated("về phòng, chống ngập úng", tasks=5) == []
    assert undated("về phòng, chống ngập úng", dated=3) == []


def drafted(text: str, **more: Any) -> list[Finding]:
    """Return what is said of a task that has a paper drafted."""
    draft = Draft()
    draft.task(draft.section("tasks", "I", "NHIỆM VỤ"), text, **more)
    return found(draft, "không phải là thời hạn")


def test_soon_is_no_deadline_for_a_paper() -> None:
    faults = drafted("Sớm ban hành Quy chế quản lý chợ; khẩn trương hoàn thiện Đề án cấp nước.")
    assert [(f.severity, f.where) for f in faults] == [
        ("note", ["Sớm ban hành Quy chế quản lý chợ;", "khẩn trương hoàn thiện Đề án cấp nước."])
    ]


def test_soon_beside_a_date_and_soon_of_other_work_are_left_alone() -> None:
    assert drafted("Sớm ban hành Quy chế quản lý chợ trong quý II/2026.") == []
    assert drafted("Sớm ban hành Quy chế quản lý chợ.", finish="2026") == []
    assert drafted("Sớm ổn định chỗ ở cho các hộ tái định cư.") == []
