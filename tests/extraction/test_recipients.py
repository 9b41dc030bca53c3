"""The lines of Nơi nhận."""

from __future__ import annotations

from dondoc.extraction.recipients import recipients_of


def test_each_dash_is_one_recipient_without_dash_and_closing_mark() -> None:
    lines = [
        "Nơi nhận:",
        "- Thường trực Thành ủy (để báo cáo),",
        "- Đồng chí Lê Văn A - UVBTV,",
        "Chỉ huy trưởng;",
        "- Lưu VPĐU.",
    ]
    assert recipients_of(lines) == [
        "Thường trực Thành ủy (để báo cáo)",
        "Đồng chí Lê Văn A - UVBTV, Chỉ huy trưởng",
        "Lưu VPĐU",
    ]


def test_the_signature_is_no_recipient() -> None:
    assert recipients_of(["Nơi nhận:", "- Các chi bộ,", "- Lưu Văn phòng.", "T/M BAN CHẤP HÀNH", "BÍ THƯ"]) == [
        "Các chi bộ",
        "Lưu Văn phòng",
    ]


def test_a_recipient_may_stand_on_the_line_of_the_label() -> None:
    assert recipients_of(["Nơi nhận: - Như trên;", "- Lưu: VT."]) == ["Như trên", "Lưu: VT"]


def test_dashes_read_as_a_column_before_the_names_give_one_recipient_a_line() -> None:
    lines = ["Nơi nhận:", "-", "-", "-", "TT. Tỉnh ủy, TT. HĐND tỉnh;", "UBND các xã;", "Lưu: VT, KTN."]
    assert recipients_of(lines) == ["TT. Tỉnh ủy, TT. HĐND tỉnh", "UBND các xã", "Lưu: VT, KTN"]


def test_who_they_are_within_one_office_stands_with_its_dash() -> None:
    lines = ["Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Văn phòng UBND tỉnh:", "+ LĐVP, KGVX;", "+ Lưu: VT."]
    assert recipients_of(lines) == ["Thường trực Tỉnh ủy", "Văn phòng UBND tỉnh: + LĐVP, KGVX; + Lưu: VT"]
    assert recipients_of(["Nơi nhận:", "+ Các sở;", "+ Lưu: VT."]) == ["Các sở", "Lưu: VT"]
