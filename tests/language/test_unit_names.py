"""Finding units' names, telling collectives, and naming units that no longer exist."""

from __future__ import annotations

import re
import time

import pytest
from tests.extraction.gold_units import SAMPLE, seed_text

from dondoc.extraction.assignments import read_assignment
from dondoc.extraction.deliverables import deliverables_in
from dondoc.extraction.leads import leads_of_task
from dondoc.extraction.references import references_in
from dondoc.extraction.units import unit_cell
from dondoc.language.unit_names import catalogue, find_units, group_members, is_collective, stale


def names(text: str) -> list[str]:
    return [mention.printed for mention in find_units(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao UỶ BAN NHÂN DÂN phường", ["UỶ BAN NHÂN DÂN phường"]),
        ("Đảng uỷ và Đảng ủy", ["Đảng uỷ", "Đảng ủy"]),
        ("Sở Văn hoá, Thể thao và Du lịch, Sở KH&CN", ["Sở Văn hoá, Thể thao và Du lịch", "Sở KH&CN"]),
        ("Phòng Văn hóa-Xã hội; Phòng Văn hóa –\nXã hội", ["Phòng Văn hóa-Xã hội", "Phòng Văn hóa –\nXã hội"]),
        ("Ban Bảo tồn di tích phường tổ chức lễ hội", ["Ban Bảo tồn di tích phường"]),
        ("Hợp tác xã Nông nghiệp Đồng Tiến chủ động", ["Hợp tác xã Nông nghiệp Đồng Tiến"]),
        ("Giám đốc Sở Y tế, Thủ trưởng các cơ quan, đơn vị", ["Giám đốc Sở Y tế", "Thủ trưởng các cơ quan, đơn vị"]),
        ("Thành ủy Hải Phòng và Đề án số 05", ["Thành ủy Hải Phòng"]),
        ("Uỷban MTTQVN xã, Thường trực HĐND xã", ["Uỷban MTTQVN xã", "Thường trực HĐND xã"]),
        ("nghĩa vụ công an nhân dân; mật độ dân cư", []),
        ("Báo cáo, Hội nghị, Phòng ngừa, Tổ chức, Ban hành, Bộ tiêu chí", []),
        (
            "phối hợp Hợp tác xã chè Tân Cương, Trường mầm non Sao Mai",
            ["Hợp tác xã chè Tân Cương", "Trường mầm non Sao Mai"],
        ),
        (
            "Quỹ tín dụng nhân dân Vạn An và Tổ hợp tác nuôi tôm Ba Lai",
            ["Quỹ tín dụng nhân dân Vạn An", "Tổ hợp tác nuôi tôm Ba Lai"],
        ),
        ("Thuế cơ sở 7 và Đội Thuế liên huyện số 2", ["Thuế cơ sở 7", "Đội Thuế liên huyện số 2"]),
        ("Hạt Kiểm lâm, Công an xã", ["Hạt Kiểm lâm", "Công an xã"]),
        (
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã đôn đốc",
            ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"],
        ),
        ("chỉ đạo các hợp tác xã bao tiêu sản phẩm", ["các hợp tác xã"]),
        ("cử các đồng chí Đảng ủy viên phụ trách từng lĩnh vực", ["các đồng chí Đảng ủy viên"]),
        ("các đồng chí Đảng ủy viên phụ trách thôn theo dõi", ["các đồng chí Đảng ủy viên phụ trách thôn"]),
        ("cùng già làng, trưởng bản, người có uy tín", ["già làng", "trưởng bản", "người có uy tín"]),
        ("", []),
    ],
)
def test_units_are_found_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_mentions_carry_their_place_and_catalogue_unit() -> None:
    (mention,) = find_units("- Công an phường tuần tra")
    assert (mention.start, mention.end, mention.id) == (2, 16, "cong-an")


@pytest.mark.parametrize(
    "name",
    [
        "các đơn vị liên quan",
        "UBND các xã, phường",
        "Ủy ban kiểm tra các cấp",
        "cơ quan, đơn vị liên quan",
        "Các chi bộ, đảng bộ trực thuộc",
        "sở, ban, ngành",
    ],
)
def test_names_of_many_are_collective(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize(
    "name",
    ["Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị", "Sở Văn hóa, Thể thao và Du lịch", "Ban Quản lý dự án", ""],
)
def test_one_unit_is_not_collective(name: str) -> None:
    assert not is_collective(name)


@pytest.mark.parametrize(
    ("name", "became"),
    [
        ("Ban Tổ chức Huyện ủy", "Ban Xây dựng Đảng"),
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở LĐ-TB&XH", "Sở Nội vụ"),
        ("Bộ Giao thông vận tải", "Bộ Xây dựng"),
        ("UBND quận Hải An", "UBND phường"),
        ("Phòng Giáo dục và Đào tạo", "Phòng Văn hóa - Xã hội"),
        ("Ban Tuyên giáo Thành uỷ", "Ban Tuyên giáo và Dân vận"),
        ("Công an huyện", "Công an phường"),
    ],
)
def test_a_unit_that_no_longer_exists_says_what_it_became(name: str, became: str) -> None:
    reason = stale(name)
    assert reason
    assert became in reason
    assert reason.endswith(".")


@pytest.mark.parametrize(
    "name",
    ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Sở Giáo dục và Đào tạo", "Phòng Kinh tế", "Công an phường", "Ban Xây dựng Đảng",
     "Kho bạc Nhà nước khu vực", "Sở Nông nghiệp và Môi trường", "Ủy ban MTTQ Việt Nam xã"],
)  # fmt: skip
def test_a_unit_that_stands_is_not_stale(name: str) -> None:
    assert stale(name) is None


def test_no_unit_of_the_catalogue_is_stale() -> None:
    assert [unit["name_vi"] for unit in catalogue() if stale(unit["name_vi"])] == []


def test_the_catalogue_names_no_ward_of_the_samples() -> None:
    seeds = seed_text("bach-dang") + seed_text("do-son")
    places = set(re.findall(r"(?:phường|TDP|Tổ dân phố) ([A-ZĐ]\w+ [A-ZĐ]\w+)", seeds))
    assert len(places) >= 4
    product = "".join(path.read_text("utf-8") for path in (SAMPLE.parent / "src/dondoc/language/data").glob("*.json"))
    assert [place for place in places if place in product] == []


def test_ids_are_unique_and_groups_name_units_of_the_catalogue() -> None:
    ids = [unit["id"] for unit in catalogue()]
    assert len(ids) == len(set(ids))
    assert set(group_members("phong-ban-ubnd")) <= set(ids)
    assert group_members("don-vi-lien-quan") == ()


def test_a_paper_is_searched_in_linear_time() -> None:
    text = seed_text("do-son")
    find_units(text)

    def once(times: int) -> float:
        began = time.process_time()
        find_units(text * times)
        return time.process_time() - began

    def cost(times: int) -> float:
        return min(once(times) for _ in range(3))  # what others do on the machine only ever adds

    assert cost(8) < 16 * cost(1) + 0.1


@pytest.mark.parametrize(
    "piece",
    ["các ", "sở, ", "Sở Y tế và ", "đồng chí ", "Đảng ủy UBND ", "UBND phường ", "thuộc HĐND, UBND ", "Sở Y tế. ", "Chủ tịch ",
     "Đồng chí Nguyễn Văn An - Bí thư, ", "1", "\n", "(", "Chủ trì: ", "xây dựng kế hoạch, ", "Nghị quyết Đại hội "],
)  # fmt: skip
def test_no_text_however_odd_takes_long(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    find_units(text)
    leads_of_task(text)
    read_assignment(text)
    unit_cell(text, "Cơ quan thực hiện")
    references_in(text)
    deliverables_in(text, "s1", None, row_start=False)
    assert time.process_time() - began < 3
