"""Who leads: another unit in the appendix, partners left out, plans that name nobody."""

from __future__ import annotations

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft

_WORK = "Khảo sát, lập bản đồ các điểm sạt lở ven sông và cắm biển cảnh báo cho người dân"


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def led_twice(said: str, lead: str, rows_lead: str, partners: tuple[str, ...] = ()) -> list[Finding]:
    """Return what is said of work that the closing part gives to one unit and a row to another."""
    draft = Draft()
    part = draft.section("organisation", "III", "TỔ CHỨC THỰC HIỆN (phụ lục kèm theo)")
    draft.duty(part, said, [lead], "1. ")
    rows = draft.appendix("01", "DANH MỤC")
    draft.row(rows, "01", "1", _WORK, leads=[rows_lead], coordinating=list(partners))
    return found(draft, "chủ trì cùng một việc")


def test_another_lead_in_the_appendix_is_found() -> None:
    faults = led_twice(f"Công an xã: {_WORK}.", "Công an xã", "Phòng Kinh tế")
    assert [(f.kind, f.severity) for f in faults] == [("contradiction", "warning")]
    assert "giao Công an xã, dòng 1 Phụ lục số 01 lại ghi Phòng Kinh tế chủ trì" in faults[0].why


@pytest.mark.parametrize(
    ("said", "lead", "rows_lead", "partners"),
    [
        (f"Phòng Kinh tế: {_WORK}.", "Phòng Kinh tế", "Phòng Kinh tế xã", ()),
        (f"Công an xã: {_WORK}.", "Công an xã", "Phòng Kinh tế", ("Công an xã",)),
        (f"Công an xã phối hợp {_WORK.lower()}.", "Công an xã", "Phòng Kinh tế", ()),
        (f"Các thôn: {_WORK}.", "Các thôn", "Phòng Kinh tế", ()),
        ("Công an xã: Khảo sát các điểm sạt lở.", "Công an xã", "Phòng Kinh tế", ()),
    ],
)
def test_the_same_lead_a_partner_and_other_work_are_left_alone(
    said: str, lead: str, rows_lead: str, partners: tuple[str, ...]
) -> None:
    assert led_twice(said, lead, rows_lead, partners) == []


def test_partners_left_out_are_told_once_with_their_places() -> None:
    draft = Draft()
    draft.text("Phòng Kinh tế chủ trì, phối hợp tham mưu, trình trong tháng 5/2026.")
    draft.text("Công an xã chủ trì, phối hợp xây dựng phương án.")
    draft.text("Trạm Y tế chủ trì, phối hợp với trường học khám mắt cho học sinh.")
    draft.text("Hội Nông dân chủ trì, phối hợp thực hiện cùng các thôn.")
    faults = found(draft, "không nêu phối hợp với đơn vị nào")
    assert [f.why for f in faults] == ["Ghi “chủ trì, phối hợp” nhưng không nêu phối hợp với đơn vị nào (2 chỗ)."]
    assert [where.split(" chủ trì")[0] for where in faults[0].where] == ["Phòng Kinh tế", "Công an xã"]


def plan(**header: object) -> Draft:
    """Draft a short plan that says what is to be done and not by whom."""
    draft = Draft(**{"title": "Kế hoạch", "about": "Tập huấn nghề đan lát", **header})
    part = draft.section("tasks", "I", "NỘI DUNG")
    for text in ("Mở hai lớp đan lát cho phụ nữ.", "Mời nghệ nhân dạy nghề.", "Trưng bày sản phẩm tại chợ phiên."):
        draft.task(part, text)
    return draft


def test_a_plan_that_names_nobody_is_found() -> None:
    faults = found(plan(), "Không phân công đơn vị nào")
    assert [(f.kind, f.severity, f.where[:2]) for f in faults] == [
        ("missing", "warning", ["I. NỘI DUNG", "Mở hai lớp đan lát cho phụ nữ."])
    ]


def test_a_lead_or_a_closing_part_is_enough() -> None:
    led = plan()
    led.programme.tasks[0].leads = ["Hội Phụ nữ xã"]
    closed = plan()
    closed.section("organisation", "II", "TỔ CHỨC THỰC HIỆN")
    assert found(led, "Không phân công đơn vị nào") == []
    assert found(closed, "Không phân công đơn vị nào") == []


def test_an_excerpt_and_a_resolution_are_not_asked_who_does_it() -> None:
    assert found(plan(number=None, issuer=None), "Không phân công đơn vị nào") == []
    assert found(plan(title="Nghị quyết", about="về nghề đan lát"), "Không phân công đơn vị nào") == []


def table(*partners: tuple[str, ...]) -> list[Finding]:
    """Return what is said of the cells for partners of a table."""
    draft = Draft()
    rows = draft.appendix("01", "DANH MỤC (kèm theo)")
    for place, units in enumerate(partners, start=1):
        draft.row(rows, "01", str(place), f"Sửa cống số {place}", coordinating=list(units))
    return found(draft, "để trống cơ quan phối hợp")


def test_a_few_empty_cells_are_told_once_for_the_table() -> None:
    filled = [("Công an xã",)] * 5
    assert [(f.why, len(f.where)) for f in table(*filled, (), ())] == [
        ("Phụ lục số 01: 2 dòng để trống cơ quan phối hợp trong khi các dòng khác có ghi.", 2)
    ]
    assert table(*filled) == []
    assert table(*filled, (), (), (), ()) == []


def told(*recipients: str) -> list[Finding]:
    """Return what is said of a ministry that is reported to."""
    draft = Draft()
    part = draft.section("organisation", "III", "TỔ CHỨC THỰC HIỆN")
    text = "Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh và Bộ Y tế trước ngày 15/12 hằng năm."
    draft.duty(part, text, ["Sở Y tế"], "1. ")
    draft.recipients(*recipients)
    return found(draft, "nhận báo cáo")


def test_a_ministry_reported_to_is_a_recipient() -> None:
    assert [f.why for f in told("Thường trực Tỉnh ủy", "Các sở, ban, ngành", "Lưu: VT")] == [
        "Bộ Y tế nhận báo cáo nhưng không có tên trong “Nơi nhận”."
    ]
    assert told("Bộ YT (b/c)", "Các sở, ban, ngành", "Lưu: VT") == []
