"""Lines that only say by whom and when the work above them is done."""

from __future__ import annotations

import pytest

from dondoc.extraction.qualifiers import ATTRIBUTE, fields_in, is_responsible, says_who_or_when


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Thời gian hoàn thành: Quý I/2026", "time"),
        ("Đơn vị chủ trì: Công an xã", "lead"),
        ("Đơn vị phối hợp: các thôn", "coordinating"),
        ("Kết quả: Báo cáo", "product"),
        ("Địa điểm: Nhà văn hóa", "place"),
    ],
)
def test_a_field_is_told_by_its_name(line: str, kind: str) -> None:
    found = ATTRIBUTE.match(line)
    assert found is not None
    assert found.lastgroup == kind


def test_a_line_of_responsibility_or_an_expected_date_is_no_work() -> None:
    assert is_responsible("Đảng ủy UBND xã chủ trì tham mưu, trình trong tháng 01/2026")
    assert is_responsible(
        "Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng Đảng ủy tham mưu Ban Thường vụ Đảng ủy trong quý I và quý II/2026."
    )
    assert is_responsible(
        "Các cơ quan giúp việc Đảng ủy phối hợp chuẩn bị, trình Hội đồng nhân dân xã trước ngày 15/12/2026"
    )
    assert says_who_or_when("Dự kiến tổ chức trong tháng 8/2030.")
    assert not says_who_or_when("Rà soát quy hoạch sử dụng đất của xã.")


@pytest.mark.parametrize(
    "work",
    [
        "Công an xã chủ trì tham mưu cấp ủy, chính quyền bảo đảm an ninh trật tự; kéo giảm 10% số vụ vi phạm.",
        "Ban Chỉ huy Quân sự xã chủ trì, phối hợp với Công an xã thực hiện tốt công tác tuyển quân.",
        "Ban Xây dựng Đảng chủ trì tham mưu xây dựng Đề án nâng cao chất lượng chi bộ.",
        "Phòng Kinh tế chủ trì, phối hợp với các thôn triển khai thực hiện mô hình lúa hữu cơ.",
    ],
)
def test_who_does_what_is_work_and_no_line_of_responsibility(work: str) -> None:
    assert not is_responsible(work)


def test_one_line_may_hold_several_fields() -> None:
    text = "Chủ trì: Phòng Kinh tế. Phối hợp: các thôn; thời gian: Quý I/2026."
    assert [(name, text[start:end]) for name, start, end in fields_in(text)] == [
        ("lead", "Phòng Kinh tế"),
        ("coordinating", "các thôn"),
        ("time", "Quý I/2026."),
    ]


def test_a_comma_inside_a_units_name_parts_no_field() -> None:
    text = "Đơn vị chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị."
    assert [(name, text[start:end]) for name, start, end in fields_in(text)] == [
        ("lead", "Phòng Kinh tế, Hạ tầng và Đô thị.")
    ]
