"""The header of Party and State papers."""

from __future__ import annotations

from dondoc.extraction.header import Head, header_of

PARTY = """ĐẢNG BỘ TỈNH AN HẢI
ĐẢNG ỦY XÃ TÂN PHONG
*
Số 12-CTr/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Phong, ngày 05 tháng 10 năm 2025
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I,
nhiệm kỳ 2025 - 2030
-----
Ban Chấp hành Đảng bộ xã xây dựng Chương trình hành động như sau:"""
STATE = """ỦY BAN NHÂN DÂN
THÀNH PHỐ AN HẢI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 310/KH-UBND
An Hải, ngày
24 tháng 11 năm 2025
KẾ HOẠCH
PHÁT TRIỂN HẠ TẦNG SỐ ĐẾN NĂM 2030
Triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"""


def test_a_party_letterhead_gives_every_field() -> None:
    header = header_of(Head(PARTY.split("\n"), ["T/M BAN CHẤP HÀNH", "BÍ THƯ", "Nguyễn Văn Bình"]))
    assert (header.number, header.date, header.place) == ("12-CTr/ĐU", "2025-10-05", "Tân Phong")
    assert (header.issuer, header.title) == ("ĐẢNG ỦY XÃ TÂN PHONG", "CHƯƠNG TRÌNH HÀNH ĐỘNG")
    assert header.about == "thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030"
    assert (header.term, header.signer, header.signer_role) == ("2025-2030", "Nguyễn Văn Bình", "BÍ THƯ")


def test_a_blank_day_is_that_of_the_stamped_signature_of_the_same_month() -> None:
    blank = PARTY.replace("ngày 05 tháng", "ngày tháng").split("\n")
    signature = ["T/M BAN CHẤP HÀNH", "BÍ THƯ", "Nguyễn Văn Bình", "ĐẢNG ỦY XÃ TÂN PHONG", "07-10-2025 15:21:37 +07:00"]
    assert header_of(Head(blank, signature)).date == "2025-10-07"
    assert header_of(Head(blank, [*signature[:-1], "07-11-2025 15:21:37 +07:00"])).date is None
    assert header_of(Head(blank, signature[:-1])).date is None
    assert header_of(Head(PARTY.split("\n"), signature)).date == "2025-10-05"


def test_a_state_letterhead_gives_its_issuer_on_two_lines() -> None:
    signature = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Quốc Huy"]
    header = header_of(Head(STATE.split("\n"), signature))
    assert (header.number, header.date, header.place) == ("310/KH-UBND", "2025-11-24", "An Hải")
    assert header.issuer == "ỦY BAN NHÂN DÂN THÀNH PHỐ AN HẢI"
    assert (header.title, header.about) == ("KẾ HOẠCH", "PHÁT TRIỂN HẠ TẦNG SỐ ĐẾN NĂM 2030")
    assert (header.signer, header.signer_role) == ("Trần Quốc Huy", "PHÓ CHỦ TỊCH")


def test_a_number_and_date_left_blank_are_null() -> None:
    head = "ĐẢNG ỦY XÃ LONG HẢI\n*\nSố -CTr/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nLong Hải, ngày tháng 11 năm 2025\nCHƯƠNG TRÌNH\nCông tác toàn khóa"
    header = header_of(Head(head.split("\n"), []))
    assert (header.number, header.date, header.place) == (None, None, "Long Hải")


def test_without_a_title_block_the_preamble_gives_issuer_title_and_subject() -> None:
    preamble = (
        "Quán triệt mục tiêu của Nghị quyết đề ra, Ban Chấp hành Đảng bộ phường xây dựng Chương trình hành động "
        "thực hiện Nghị quyết Đại hội Đảng bộ phường lần thứ I, cụ thể như sau:"
    )
    header = header_of(Head([preamble], []))
    assert header.issuer == "Ban Chấp hành Đảng bộ phường"
    assert (header.title, header.about) == (
        "Chương trình hành động",
        "thực hiện Nghị quyết Đại hội Đảng bộ phường lần thứ I",
    )
    assert (header.number, header.date, header.place) == (None, None, None)


def test_the_number_of_a_cited_paper_is_not_the_papers_own() -> None:
    header = header_of(Head(["Thực hiện Nghị quyết số 57-NQ/TW, Đảng ủy xã xây dựng Kế hoạch thực hiện như sau:"], []))
    assert header.number is None


def test_a_title_and_its_subject_on_one_line_are_parted() -> None:
    state = header_of(Head(["UBND XÃ TÂN PHONG", "Số: 38/KH-UBND", "KẾ HOẠCH HỖ TRỢ ĐÀO TẠO NGHỀ NĂM 2026"], []))
    assert (state.title, state.about) == ("KẾ HOẠCH", "HỖ TRỢ ĐÀO TẠO NGHỀ NĂM 2026")
    party = header_of(
        Head(
            ["ĐẢNG ỦY XÃ TÂN PHONG", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ THỰC HIỆN NGHỊ QUYẾT SỐ 5"],
            [],
        )
    )
    assert party.title == "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ"
    assert party.about == "THỰC HIỆN NGHỊ QUYẾT SỐ 5"


def test_the_body_on_a_line_of_its_own_under_the_title_issues_the_paper() -> None:
    header = header_of(Head(["NGHỊ QUYẾT", "Về kế hoạch năm 2026", "QUỐC HỘI", "Căn cứ Hiến pháp;"], []))
    assert (header.title, header.about, header.issuer) == ("NGHỊ QUYẾT", "Về kế hoạch năm 2026", "QUỐC HỘI")


def test_the_term_of_an_elected_body_is_not_the_papers() -> None:
    head = ["KẾ HOẠCH", "Thực hiện công tác bầu cử đại biểu Quốc hội khóa XVI, nhiệm kỳ 2026-2031"]
    assert header_of(Head(head, [])).term is None
    rules = ["KẾ HOẠCH", "về giảm nghèo", "Căn cứ Quy chế làm việc của Đảng ủy khóa I, nhiệm kỳ 2025 - 2030;"]
    assert header_of(Head(rules, [])).term is None


def test_a_line_that_names_the_body_belongs_to_the_title() -> None:
    head = Head(
        [
            "ĐẢNG ỦY XÃ TÂN LẬP",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG",
            "của Ban Chấp hành Đảng bộ xã",
            "thực hiện Nghị quyết Đại hội",
        ],
        [],
    )
    header = header_of(head)
    assert header.title == "CHƯƠNG TRÌNH HÀNH ĐỘNG của Ban Chấp hành Đảng bộ xã"
    assert header.about == "thực hiện Nghị quyết Đại hội"


def test_whose_paper_it_is_and_what_it_is_about_on_one_line_are_parted() -> None:
    head = Head(
        [
            "ĐẢNG ỦY XÃ TÂN LẬP",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG",
            "của Ban Chấp hành Đảng bộ xã thực hiện Nghị quyết Đại hội Đảng bộ",
        ],
        [],
    )
    header = header_of(head)
    assert (header.title, header.about) == (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG của Ban Chấp hành Đảng bộ xã",
        "thực hiện Nghị quyết Đại hội Đảng bộ",
    )


def test_the_body_above_joined_with_the_issuer_is_cut_off() -> None:
    head = Head(
        ["ĐẢNG BỘ TỈNH CÀ MAU ĐẢNG ỦY XÃ ĐẦM DƠI", "Số 02-CTr/ĐU", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "về chuyển đổi số"], []
    )
    assert header_of(head).issuer == "ĐẢNG ỦY XÃ ĐẦM DƠI"


def test_a_letterhead_whose_columns_ran_into_one_line_names_the_issuer_behind_the_motto() -> None:
    lines = [
        "ĐẢNG BỘ TỈNH AN HẢI ĐẢNG CỘNG SẢN VIỆT NAM ĐẢNG ỦY XÃ ĐẠ PHONG",
        "Số 09 - CTr/ĐU Đạ Phong, ngày 12 tháng 9 năm 2025",
        "CHƯƠNG TRÌNH HÀNH ĐỘNG",
        "thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030",
    ]
    header = header_of(Head(lines, ["T/M BAN CHẤP HÀNH", "BÍ THƯ", "K' Tơi"]))
    assert (header.number, header.issuer, header.signer) == ("09-CTr/ĐU", "ĐẢNG ỦY XÃ ĐẠ PHONG", "K' Tơi")


def test_an_organ_joined_with_its_body_is_named_first() -> None:
    head = Head(["HỘI NÔNG DÂN TỈNH CÀ MAU BAN THƯỜNG VỤ", "Số: 12/KH-BTV", "KẾ HOẠCH", "về phong trào thi đua"], [])
    assert header_of(head).issuer == "BAN THƯỜNG VỤ HỘI NÔNG DÂN TỈNH CÀ MAU"
