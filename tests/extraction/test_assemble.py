"""A whole document read into a programme."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.extraction import extract
from dondoc.programme import json as programme_json
from dondoc.reader.document import Document
from extraction.papers import document_of, table_document

PAPER = """ĐẢNG ỦY XÃ TÂN PHONG
*
Số 12-CTr/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Phong, ngày 05 tháng 10 năm 2025
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết Đại hội Đảng bộ xã, nhiệm kỳ 2025 - 2030
-----
I. NHIỆM VỤ
- Hằng năm kết nạp ít nhất 20 đảng viên.
II. TỔ CHỨC THỰC HIỆN
1. Giao Ủy ban nhân dân xã xây dựng kế hoạch thực hiện Chương trình hành động của Đảng ủy.
Nơi nhận:
- Lưu Văn phòng.
T/M BAN CHẤP HÀNH
BÍ THƯ
Nguyễn Văn Bình
Phụ lục số 01
CÔNG TRÌNH
STT Nhiệm vụ
Cơ quan
thực hiện
Thời gian
1
Làm đường trục xã.
UBND xã
2026"""


def test_every_part_of_a_paper_finds_its_place() -> None:
    programme = extract(document_of(PAPER))
    assert [(section.id, section.label, section.kind) for section in programme.sections] == [
        ("s1", "I", "tasks"),
        ("s2", "II", "organisation"),
        ("s3", "1", "organisation"),
        ("s4", None, "recipients"),
        ("s5", "Phụ lục số 01", "appendix"),
    ]
    assert [(task.id, task.section, task.source, task.appendix) for task in programme.tasks] == [
        ("t1", "s1", "body", None),
        ("t2", "s5", "appendix", "01"),
    ]
    assert (programme.document.number, programme.document.signer) == ("12-CTr/ĐU", "Nguyễn Văn Bình")


def test_the_programme_is_of_the_format() -> None:
    programme = extract(document_of(PAPER))
    assert programme_json.decode(programme_json.encode(programme)) == programme


def test_a_wrapper_before_the_letterhead_gives_no_field() -> None:
    wrapper = '---\nso_hieu: "99-CTr/ĐU"\nnam: "2024"\n---\n# Tóm tắt\n1. Vấn đề trọng tâm\nToàn văn\n```text\n'
    programme = extract(document_of(wrapper + PAPER))
    assert programme.document.number == "12-CTr/ĐU"
    assert programme.sections[0].label == "I"


def test_a_table_of_figures_by_year_yields_indicators() -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2030"],
        ["1", "Thu ngân sách", "tỷ đồng", "92", "135,5"],
    ]
    programme = extract(table_document(rows, above="Phụ lục số 2\nHỆ THỐNG CHỈ TIÊU"))
    [indicator] = programme.indicators
    assert [(measure.year_to, str(measure.low), measure.unit) for measure in indicator.measures] == [
        (2026, "92", "tỷ đồng"),
        (2030, "135.5", "tỷ đồng"),
    ]
    assert programme.tasks == []


def test_a_table_in_the_body_gives_rows_without_an_appendix() -> None:
    rows = [["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["1", "Rà soát văn bản", "Văn phòng Đảng ủy", "Quý II/2026"]]
    programme = extract(table_document(rows, above="II. NHIỆM VỤ CỤ THỂ"))
    [task] = programme.tasks
    assert (task.section, task.source, task.appendix, task.finish) == ("s1", "appendix", None, "Q2/2026")


@pytest.mark.parametrize(
    "text", ["", "Không có gì để đọc.", "Phụ lục số 01", "Nơi nhận:", "I.", "-", "STT Nhiệm vụ\n1", "Điều 1."]
)
def test_a_paper_with_almost_nothing_is_read_without_complaint(text: str) -> None:
    assert extract(document_of(text) if text else Document(text="", lines=[])).findings == []


def test_the_time_grows_with_the_length_and_no_faster() -> None:
    section = (
        "1. Công tác chuyên môn trên địa bàn xã\n- Tăng cường kiểm tra, giám sát việc thực hiện nhiệm vụ được giao.\n"
        * 200
    )
    durations = []
    for times in (1, 4):
        document = document_of("I. NHIỆM VỤ\n" + section * times)
        extract(document)
        start = time.process_time()
        extract(document)
        durations.append(time.process_time() - start)
    assert durations[1] < 9 * durations[0] + 0.1


def test_a_list_attached_without_the_word_appendix_is_one() -> None:
    rows = [
        ["TT", "Tên văn bản", "Cơ quan tham mưu", "Thời gian"],
        ["1", "Đề án nâng cao chất lượng cán bộ", "Ban Xây dựng Đảng", "2027"],
    ]
    above = "I. NHIỆM VỤ\n- Kiện toàn tổ chức.\nNơi nhận:\n- Lưu VPĐU.\nT/M BAN CHẤP HÀNH\nBÍ THƯ\nLê Văn Nam\nDANH MỤC ĐỀ ÁN TRỌNG TÂM\n(Kèm theo Chương trình hành động)"
    programme = extract(table_document(rows, above=above))
    assert (programme.sections[-1].label, programme.sections[-1].title) == (None, "DANH MỤC ĐỀ ÁN TRỌNG TÂM")
    assert [(task.section, task.source) for task in programme.tasks] == [("s1", "body"), ("s3", "appendix")]


def test_crosses_under_years_are_the_time_of_a_row() -> None:
    rows = [
        ["STT", "Nhiệm vụ", "Chủ trì", "2026", "2027", "2028"],
        ["1", "Làm đường", "UBND xã", "x", "x", ""],
        ["2", "Xây chợ", "UBND xã", "", "", "x"],
    ]
    programme = extract(table_document(rows, above="Phụ lục số 3\nLỘ TRÌNH"))
    assert [(task.start, task.finish) for task in programme.tasks] == [("2026", "2027"), (None, "2028")]
    assert programme.indicators == []


def test_page_numbers_alone_on_a_line_are_not_of_the_sentence() -> None:
    first, rest = (
        "- Đổi mới công tác quán triệt Nghị quyết, tạo sự nhất trí cao trong nhận thức và",
        "hành động của toàn Đảng bộ.",
    )
    programme = extract(document_of(f"I. NHIỆM VỤ\n{first}\n2\n{rest}\n{first}\n3\n{rest}"))
    assert [task.text for task in programme.tasks] == [f"{first[2:]} {rest}"] * 2


def test_a_fallen_table_of_the_body_ends_at_the_next_heading() -> None:
    text = (
        "I. NHIỆM VỤ CỤ THỂ\nSTT Nhiệm vụ\nCơ quan\nthực hiện\nThời gian\n1\nLàm đường trục xã.\nUBND xã\n2026\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Chương trình hành động này."
    )
    programme = extract(document_of(text))
    assert [(task.text, task.leads) for task in programme.tasks] == [("Làm đường trục xã.", ["UBND xã"])]
    assert [section.kind for section in programme.sections] == ["tasks", "organisation", "organisation"]
    assert len(programme.assignments) == 1


FRAGMENTS = [
    "A. MỤC ĐÍCH", "II. NHIỆM VỤ", "2.1. Công tác dân vận", "(1) Tỷ lệ đạt 90%.", "- Tăng cường kiểm tra,", "hành động của Nhân dân.",
    "a) Rà soát;", "Một số chỉ tiêu cụ thể:", "STT Nhiệm vụ", "Cơ quan", "thực hiện", "Thời gian", "1", "2 Làm đường", "UBND xã",
    "2026 2027", "Phụ lục số 01", "Nơi nhận:", "- Lưu VT.", "T/M BAN CHẤP HÀNH", "Điều 3. Giao Ủy ban", "Phần thứ hai", "(", "“", "100%", "III",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25), st.sampled_from([None, True, False]))
def test_no_order_of_lines_breaks_the_reading(lines: list[str], begins: bool | None) -> None:
    document = document_of("\n".join(lines), begins=begins) if lines else Document(text="", lines=[])
    programme = extract(document)
    known = {section.id for section in programme.sections}
    items = [*programme.indicators, *programme.tasks, *programme.assignments]
    assert {item.section for item in items} <= known
    assert all(0 <= span.start < span.end <= len(programme.text) for item in items for span in item.spans)
    assert programme_json.decode(programme_json.encode(programme)) == programme
