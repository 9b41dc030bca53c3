"""Splitting of unit lists and reading of unit cells."""

from __future__ import annotations

import pytest
from tests.extraction.gold_units import CELLS, f1
from tests.scores.agreement import gold, scorer

from dondoc.extraction.units import UnitCell, split_units, unit_cell


def test_the_unit_cells_of_the_appendices_are_read_as_a_careful_reader_read_them() -> None:
    rows = [task for task in gold("bach-dang")["tasks"] if task["source"] == "appendix"]
    assert len(rows) == len(CELLS)
    score = scorer().Score()
    for row, (cell, heading) in zip(rows, CELLS, strict=True):
        read = unit_cell(cell, heading)
        scorer().units(score, "leads", [(row["leads"], read.leads, 0)])
        scorer().units(score, "coordinating", [(row["coordinating"], read.coordinating, 0)])
        assert read.resource == row["resource"]
        assert read.doubts == []
    assert f1(score, "leads") >= 0.99
    assert f1(score, "coordinating") >= 0.99


@pytest.mark.parametrize(
    ("printed", "units"),
    [
        ("HĐND, UBND phường", ["HĐND", "UBND phường"]),
        ("các sở, ngành và địa phương", ["các sở, ngành", "địa phương"]),
        ("các ngành, các cấp", ["các ngành", "các cấp"]),
        ("các cơ quan, đơn vị và nhà trường", ["các cơ quan, đơn vị", "nhà trường"]),
        ("doanh nghiệp, viện nghiên cứu, trường đại học", ["doanh nghiệp", "viện nghiên cứu", "trường đại học"]),
        ("Hợp tác xã, Sở, ban, ngành có liên quan", ["Hợp tác xã", "Sở, ban, ngành có liên quan"]),
        ("Nhà cung cấp dịch vụ Internet, nhà đầu tư", ["Nhà cung cấp dịch vụ Internet", "nhà đầu tư"]),
        ("cơ quan, tổ chức, cá nhân liên quan", ["cơ quan, tổ chức, cá nhân liên quan"]),
        ("các doanh nghiệp, hợp tác xã", ["các doanh nghiệp, hợp tác xã"]),
        ("cấp ủy, chính quyền các cấp", ["cấp ủy, chính quyền các cấp"]),
        ("các sở, ngành; VTV, VOV, TTXVN", ["các sở, ngành", "VTV", "VOV", "TTXVN"]),
        (
            "Các đ/c Phó chủ tich, Trưởng đoàn thể xã, các Chuyên viên",
            ["Các đ/c Phó chủ tich, Trưởng đoàn thể xã", "các Chuyên viên"],
        ),
        ("Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ", ["Các Bộ trưởng", "Thủ trưởng cơ quan ngang bộ"]),
        (
            "Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam xã; Công an xã",
            ["Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Công an xã"],
        ),
        ("Các chi bộ trực thuộc Đảng ủy, BCH BĐBP tỉnh", ["Các chi bộ trực thuộc Đảng ủy", "BCH BĐBP tỉnh"]),
        ("UBND các huyện, thành phố Tân An; Sở Y tế", ["UBND các huyện, thành phố Tân An", "Sở Y tế"]),
        ("các Ban của HĐND và đại biểu HĐND", ["các Ban của HĐND", "đại biểu HĐND"]),
        ("Thường trực, Ban Thường vụ Đảng ủy", ["Thường trực", "Ban Thường vụ Đảng ủy"]),
        ("Thường trực HĐND, UBND phường", ["Thường trực HĐND", "UBND phường"]),
        ("Sở Khoa học và Công nghệ; Sở Công Thương", ["Sở Khoa học và Công nghệ", "Sở Công Thương"]),
        ("Sở Khoa học và Công nghệ Sở Công Thương", ["Sở Khoa học và Công nghệ", "Sở Công Thương"]),
        ("Sở Văn hóa, Thể thao và Du lịch và Sở Nội vụ", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường"]),
        ("các sở, ban, ngành, UBND các xã, phường", ["các sở, ban, ngành", "UBND các xã, phường"]),
        ("các phòng, ban, ngành, đoàn thể phường", ["các phòng, ban, ngành, đoàn thể phường"]),
        ("các sở, ngành, các tổ chức xã hội, doanh nghiệp", ["các sở, ngành", "các tổ chức xã hội, doanh nghiệp"]),
        ("các chi bộ, đảng bộ trực thuộc và Công an phường", ["các chi bộ, đảng bộ trực thuộc", "Công an phường"]),
        ("Văn phòng HĐND - UBND, Ban QLDA", ["Văn phòng HĐND - UBND", "Ban QLDA"]),
        ("Văn phòng HĐND và UBND phường", ["Văn phòng HĐND và UBND phường"]),
        (
            "Cơ quan tham mưu, giúp việc Đảng ủy và đơn vị liên quan.",
            ["Cơ quan tham mưu, giúp việc Đảng ủy", "đơn vị liên quan"],
        ),
        ("- Công an xã;\n- Trạm Y tế xã.", ["Công an xã", "Trạm Y tế xã"]),
        ("Đảng uỷUBND xã, Chi bộCông an xã", ["Đảng uỷUBND xã", "Chi bộCông an xã"]),
        (
            "các phòng, ban, đơn vị sự nghiệp thuộc HĐND, UBND phường",
            ["các phòng, ban, đơn vị sự nghiệp thuộc HĐND, UBND phường"],
        ),
        (
            "Trường Mầm non Hoa Mai, Trường TH Lê Lợi và Trường THCS Kim Đồng",
            ["Trường Mầm non Hoa Mai", "Trường TH Lê Lợi", "Trường THCS Kim Đồng"],
        ),
        ("", []),
    ],
)
def test_a_list_is_split_where_a_new_unit_begins(printed: str, units: list[str]) -> None:
    assert split_units(printed) == units


def test_money_under_any_heading_is_the_resource() -> None:
    for money in (
        "Ngân sách phường",
        "NSNN và xã hội hóa",
        "Vốn đầu tư công trung hạn",
        "1.250 triệu đồng",
        "Nguồn xã hội hóa",
    ):
        assert unit_cell(money, "Cơ quan thực hiện") == UnitCell(resource=money)


def test_a_unit_under_a_resource_heading_leads() -> None:
    assert unit_cell("Công an phường", "Nguồn lực thực hiện").leads == ["Công an phường"]


def test_a_column_headed_phoi_hop_coordinates() -> None:
    read = unit_cell("Sở Tài chính, các đơn vị liên quan", "CƠ QUAN PHỐI HỢP")
    assert read == UnitCell(coordinating=["Sở Tài chính", "các đơn vị liên quan"])


def test_related_units_after_a_named_one_coordinate() -> None:
    read = unit_cell("Sở Y tế và các sở, ngành có liên quan", "Cơ quan chủ trì")
    assert read == UnitCell(leads=["Sở Y tế"], coordinating=["các sở, ngành có liên quan"])


def test_related_units_alone_lead() -> None:
    assert unit_cell("Các đơn vị liên quan", "Cơ quan chủ trì").leads == ["Các đơn vị liên quan"]


def test_a_cell_that_is_a_sentence_gives_each_unit_its_part() -> None:
    read = unit_cell("Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an phường, Đoàn Thanh niên", "Đơn vị thực hiện")
    assert read == UnitCell(leads=["Phòng Văn hóa - Xã hội"], coordinating=["Công an phường", "Đoàn Thanh niên"])


@pytest.mark.parametrize(
    "cell",
    [
        "- Chủ trì: Công an phường\n- Phối hợp: Ban CHQS phường, các TDP",
        "Công an phường (chủ trì); Ban CHQS phường, các TDP (phối hợp)",
    ],
)
def test_parts_are_read_from_lines_and_from_brackets(cell: str) -> None:
    assert unit_cell(cell, "Phân công") == UnitCell(
        leads=["Công an phường"], coordinating=["Ban CHQS phường", "các TDP"]
    )


def test_labels_inside_a_cell_give_the_parts() -> None:
    read = unit_cell("Chủ trì: Sở Y tế; phối hợp: các sở, ngành, UBND các xã, phường", None)
    assert read == UnitCell(leads=["Sở Y tế"], coordinating=["các sở, ngành", "UBND các xã, phường"])


@pytest.mark.parametrize(
    ("cell", "heading"),
    [
        ("nt", "Cơ quan thực hiện"),
        ("Như trên", "Cơ quan thực hiện"),
        ("Bà con nhân sĩ", "Cơ quan thực hiện"),
        ("Sở Y tế thúc đẩy, theo dõi, báo cáo chỉ tiêu", "Chủ trì"),
        ("Sở Y tế, Sở Nội vụ", "Đơn vị chủ trì, phối hợp"),
    ],
)
def test_what_is_uncertain_is_said(cell: str, heading: str) -> None:
    assert unit_cell(cell, heading).doubts


def test_an_empty_cell_says_nothing() -> None:
    assert unit_cell(" \n ", "Cơ quan thực hiện") == UnitCell()


def test_a_name_behind_phoi_hop_that_is_in_no_list_asks_a_person() -> None:
    read = unit_cell("UBND xã chủ trì, phối hợp Lực lượng xung kích", "Cơ quan thực hiện")
    assert (read.leads, len(read.doubts)) == (["UBND xã"], 1)
    assert unit_cell("Sở Y tế chủ trì, phối hợp Sở Nội vụ", "Cơ quan thực hiện").doubts == []
