"""Who leads and who coordinates a body task."""

from __future__ import annotations

import pytest
from tests.extraction.gold_units import f1
from tests.scores.agreement import SEEDS, gold, scorer

from dondoc.extraction.leads import leads_of_task, without_units


def test_the_body_tasks_of_the_seeds_get_the_units_a_careful_reader_gave_them() -> None:
    score = scorer().Score()
    for seed in SEEDS:
        reading = gold(seed)
        titles = {section["id"]: section["title"] for section in reading["sections"]}
        for task in reading["tasks"]:
            if task["source"] == "body":
                read = leads_of_task(task["text"], titles[task["section"]])
                scorer().units(score, "leads", [(task["leads"], read.leads, 0)])
                scorer().units(score, "coordinating", [(task["coordinating"], read.coordinating, 0)])
    assert f1(score, "leads") >= 0.97
    assert f1(score, "coordinating") >= 0.97


CASES: list[tuple[str, list[str], list[str]]] = [
    (
        "Công an phường: Chủ trì tuần tra; phối hợp Ban Chỉ huy Quân sự phường canh gác.",
        ["Công an phường"],
        ["Ban Chỉ huy Quân sự phường"],
    ),
    (
        "Trạm Y tế phường phối hợp với các trường học khám sức khỏe cho học sinh.",
        ["Trạm Y tế phường"],
        ["các trường học"],
    ),
    (
        "Đảng uỷUBND xã chủtrì, phối hợp Chi bộCông an xã tham mưu trình trong tháng 01/2026",
        ["Đảng uỷUBND xã"],
        ["Chi bộCông an xã"],
    ),
    ("Hằng năm, Ủy ban Kiểm tra Đảng ủy tham mưu xây dựng chương trình kiểm tra.", ["Ủy ban Kiểm tra Đảng ủy"], []),
    ("Sau khi được phê duyệt, Ban Quản lý dự án triển khai thi công đúng tiến độ.", ["Ban Quản lý dự án"], []),
    ("Phát huy vai trò của Hội Cựu chiến binh, Đoàn Thanh niên trong xây dựng Đảng.", [], []),
    ("Thực hiện tốt Quy chế phối hợp với Ủy ban MTTQ Việt Nam phường.", [], []),
    ("Tăng cường sự phối hợp giữa Công an phường với Ban Chỉ huy Quân sự phường.", [], []),
    ("Tạo điều kiện để các doanh nghiệp phát triển sản xuất.", [], []),
    ("Tổ chức tập huấn cho cán bộ, công chức về kỹ năng số.", [], []),
    ("Kiện toàn Ban Chỉ đạo, phân công nhiệm vụ cho các thành viên.", [], []),
    ("100% nhà đầu tư đang hoạt động được tư vấn.", [], []),
    (
        "Các trường Mầm non, Tiểu học trên địa bàn phường xây dựng kế hoạch chuyển đổi số.",
        ["Các trường Mầm non, Tiểu học trên địa bàn phường"],
        [],
    ),
    ("Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: các sở, ngành.", ["Sở Nội vụ"], ["các sở, ngành"]),
    (
        "Ban Xây dựng Đảng, Thường trực HĐND, UBND xã phối hợp tham mưu tổ chức thực hiện.",
        ["Ban Xây dựng Đảng", "Thường trực HĐND", "UBND xã"],
        [],
    ),
    ("Bí thư chi bộ, tổ trưởng tổ dân phố vận động nhân dân hiến đất.", ["Bí thư chi bộ", "tổ trưởng tổ dân phố"], []),
]


@pytest.mark.parametrize(("text", "leads", "coordinating"), CASES)
def test_a_unit_leads_only_as_subject_or_label(text: str, leads: list[str], coordinating: list[str]) -> None:
    read = leads_of_task(text)
    assert (read.leads, read.coordinating) == (leads, coordinating)


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("1. Sở Y tế", ["Sở Y tế"]),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", ["Ủy ban Mặt trận Tổ quốc Việt Nam thành phố"]),
        (
            "Sở, ban, ngành thành phố và Ủy ban nhân dân xã, phường",
            ["Sở, ban, ngành thành phố", "Ủy ban nhân dân xã, phường"],
        ),
        ("Ngân hàng nhà nước khu vực XII", ["Ngân hàng nhà nước khu vực XII"]),
        (
            "Ban Quản lý các khu công nghệ cao và khu công nghiệp",
            ["Ban Quản lý các khu công nghệ cao và khu công nghiệp"],
        ),
        ("Nâng cao hiệu quả hoạt động của Hội đồng nhân dân phường", []),
        ("Đẩy mạnh chuyển đổi số trong cơ quan Đảng", []),
    ],
)
def test_a_heading_that_is_a_unit_lends_it_to_a_task_without_subject(heading: str, leads: list[str]) -> None:
    assert leads_of_task("Chủ trì, phối hợp với Sở Tư pháp tổ chức tập huấn;", heading).leads == leads


def test_a_task_with_its_own_subject_does_not_take_the_heading() -> None:
    read = leads_of_task("UBND cấp xã chú trọng công bố dữ liệu mở.", "11. Các sở, ban, ngành")
    assert read.leads == ["UBND cấp xã"]


def test_a_lead_named_only_in_a_later_sentence_is_doubted() -> None:
    read = leads_of_task("Xây dựng cơ chế tiếp nhận phản ánh. UBND phường công bố đường dây nóng.")
    assert read.leads == ["UBND phường"]
    assert read.doubts


@pytest.mark.parametrize(
    "doing",
    ["kiểm soát tàu cá ra vào cảng", "truy quét các điểm nóng", "lắp đặt camera", "nạo vét kênh mương", "số hóa hồ sơ"],
)
def test_a_partner_ends_where_what_is_done_begins(doing: str) -> None:
    task = f"Phòng Kinh tế chủ trì, phối hợp với Đồn Biên phòng Gành Đá {doing}."
    assert leads_of_task(task).coordinating == ["Đồn Biên phòng Gành Đá"]


@pytest.mark.parametrize(
    ("text", "leads", "coordinating"),
    [
        ("Trồng mới 40 ha chè (Phòng Kinh tế; xong trong quý III/2026).", ["Phòng Kinh tế"], []),
        (
            "Canh gác bến bãi (Công an xã chủ trì; Ban Chỉ huy Quân sự xã, Hội Cựu chiến binh xã phối hợp).",
            ["Công an xã"],
            ["Ban Chỉ huy Quân sự xã", "Hội Cựu chiến binh xã"],
        ),
        (
            "Phân công mỗi cán bộ, đảng viên đỡ đầu một học sinh (Đoàn Thanh niên xã chủ trì, phối hợp với các trường học).",
            ["Đoàn Thanh niên xã"],
            ["các trường học"],
        ),
        ("Phòng Kinh tế mở lớp dạy nghề (Hội Nông dân xã phối hợp).", ["Phòng Kinh tế"], ["Hội Nông dân xã"]),
        ("Mở tuyến phố đi bộ (thời trang, ẩm thực).", [], []),
    ],
)
def test_brackets_at_the_end_say_who_does_it(text: str, leads: list[str], coordinating: list[str]) -> None:
    read = leads_of_task(text)
    assert (read.leads, read.coordinating) == (leads, coordinating)


def test_a_subject_beside_another_unit_in_brackets_asks_a_person() -> None:
    assert leads_of_task("Công an xã quản lý cư trú (Văn phòng Đảng ủy).").doubts


def test_labels_in_brackets_name_units_without_their_time() -> None:
    text = "Dựng 20 nhà tình nghĩa (Chủ trì: Ủy ban MTTQ Việt Nam xã; hoàn thành năm 2027)."
    assert leads_of_task(text).leads == ["Ủy ban MTTQ Việt Nam xã"]
    assert without_units(text) == "Dựng 20 nhà tình nghĩa"


def test_a_cadence_between_subject_and_verb_and_whole_names_of_bodies() -> None:
    told = leads_of_task("Ủy ban Kiểm tra Đảng ủy hằng năm xây dựng và thực hiện chương trình kiểm tra.")
    assert told.leads == ["Ủy ban Kiểm tra Đảng ủy"]
    told = leads_of_task("Hằng tháng, Ban Thường vụ Đảng ủy đi cơ sở, dự sinh hoạt với các chi bộ.")
    assert told.leads == ["Ban Thường vụ Đảng ủy"]
    told = leads_of_task(
        "Công an phường chủ trì, phối hợp với các tổ bảo vệ an ninh, trật tự ở cơ sở triển khai mô hình mới."
    )
    assert told.coordinating == ["các tổ bảo vệ an ninh, trật tự ở cơ sở"]
    told = leads_of_task("Phối hợp với Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên mở 20 lớp dạy nghề.")
    assert told.coordinating == ["Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên"]
    told = leads_of_task("Chủ động phương án sơ tán dân (Ban Chỉ huy Phòng thủ dân sự phường chủ trì).")
    assert told.leads == ["Ban Chỉ huy Phòng thủ dân sự phường"]
