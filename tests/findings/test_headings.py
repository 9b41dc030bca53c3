"""The head of a paper, its signature, and the appendices it speaks of."""

from __future__ import annotations

import pytest

from dondoc.findings import find
from dondoc.programme.model import Finding

from .drafting import Draft

_ABOUT = "Thực hiện Nghị quyết Đại hội Đảng bộ xã, Ban Chấp hành Đảng bộ xã ban hành Chương trình hành động như sau:"


def found(draft: Draft, words: str) -> list[Finding]:
    """Return the findings of a paper whose sentence holds `words`."""
    return [finding for finding in find(draft.programme) if words in finding.why]


def headed(*lines: str, **header: object) -> Draft:
    """Draft a paper that opens with the given lines."""
    draft = Draft(**header)
    for line in (*lines, _ABOUT):
        draft.text(line)
    draft.section("purpose", "I", "MỤC ĐÍCH")
    return draft


def test_a_head_left_blank_is_quoted_where_it_is_blank() -> None:
    draft = headed("Số   -CTr/ĐU", "Tân Lập, ngày … tháng 11 năm 2025", number=None, date=None)
    assert [(f.severity, f.why, f.where) for f in found(draft, "Văn bản thiếu")] == [
        ("warning", "Văn bản thiếu số, ký hiệu, ngày ban hành.", ["Số -CTr/ĐU", "Tân Lập, ngày … tháng 11 năm 2025"])
    ]


def test_a_blank_day_is_told_though_another_date_was_found() -> None:
    draft = headed("Số 12-CTr/ĐU", "Tân Lập, ngày tháng 11 năm 2025", date="2025-11-13")
    assert [f.why for f in found(draft, "Văn bản thiếu")] == ["Văn bản thiếu ngày ban hành."]


def test_an_attachment_bears_the_number_of_its_paper() -> None:
    draft = headed("(Kèm theo Quyết định số 45/QĐ-UBND ngày 02/3/2026 của Ủy ban nhân dân xã)", number=None)
    assert found(draft, "Văn bản thiếu") == []


def test_a_paper_without_its_end_is_told_once_with_the_recipients() -> None:
    draft = headed(number=None, signer=None)
    assert [f.why for f in found(draft, "Văn bản thiếu")] == ["Văn bản thiếu số, ký hiệu, người ký, nơi nhận."]


def test_a_text_cut_before_its_end_is_not_asked_for_a_signature() -> None:
    draft = headed(signer=None)
    assert found(draft, "Văn bản thiếu") == []
    draft.recipients("Thường trực Tỉnh ủy", "Lưu Văn phòng")
    assert [f.why for f in found(draft, "Văn bản thiếu")] == ["Văn bản thiếu người ký."]


def test_a_date_and_a_name_at_the_end_are_enough() -> None:
    draft = headed(date=None, signer=None)
    for line in ("Tân Lập, ngày 12 tháng 5 năm 2026", "TRƯỞNG THÔN ĐỒNG CẠN", "Lò Văn Minh"):
        draft.text(line)
    assert found(draft, "Văn bản thiếu") == []


@pytest.mark.parametrize(("stamp", "count"), [("03-09-2025 15:15:14", 1), ("28/08/2025 07:01", 0), ("03-09-2025", 0)])
def test_a_signature_of_another_month_is_found(stamp: str, count: int) -> None:
    draft = headed("Tân Lập, ngày tháng 8 năm 2025")
    draft.text(stamp)
    assert len(found(draft, "dấu ký số")) == count


def test_every_reference_to_an_appendix_that_is_not_there_is_quoted() -> None:
    draft = headed()
    draft.text("Giao chỉ tiêu cho các thôn (chi tiết tại phụ lục 01).")
    draft.text("Giao vốn cho các thôn (chi tiết tại phụ lục 02).")
    faults = found(draft, "không có phụ lục nào")
    assert [f.where for f in faults] == [
        ["Giao chỉ tiêu cho các thôn (chi tiết tại phụ lục 01).", "Giao vốn cho các thôn (chi tiết tại phụ lục 02)."]
    ]


def test_the_paper_that_a_list_goes_with_is_no_field_of_the_list() -> None:
    def listed(title: str) -> list[Finding]:
        draft = headed("CHƯƠNG TRÌNH HÀNH ĐỘNG")
        section = draft.section("appendix", "Phụ lục", title)
        for number, work in enumerate(
            ("Rà soát quỹ đất nông nghiệp", "Nâng cấp đường giao thông", "Đo đạc đất nông nghiệp")
        ):
            draft.row(section, "01", str(number + 1), work)
        return found(draft, "không dòng nào nói đến")

    fields = "DANH MỤC ĐẤT ĐAI NÔNG NGHIỆP, HẠ TẦNG GIAO THÔNG NÔNG THÔN"
    attached = "(Kèm theo Chương trình hành động số 12-CTr/ĐU, ngày 05/11/2025 của Ban Chấp hành Đảng bộ xã)"
    assert not listed(f"{fields} {attached}")
    assert listed(f"{fields}, PHÒNG CHỐNG THIÊN TAI LŨ LỤT {attached}")
