"""The documents that a paper orders to be drafted."""

from __future__ import annotations

import msgspec
import pytest
from tests.extraction.gold_units import f1, seed_text
from tests.scores.agreement import SEEDS, gold, scorer

from dondoc.extraction.deliverables import deliverables_in


def test_the_deliverables_of_the_seeds_are_found() -> None:
    score = scorer().Score()
    for seed in SEEDS:
        reading = gold(seed)
        found = []
        for task in reading["tasks"]:
            found += deliverables_in(task["text"], task["section"], task["id"], row_start=task["source"] == "appendix")
        for item in (*reading["assignments"], *reading["indicators"]):
            found += deliverables_in(item["text"], item["section"], None, row_start=False)
        for line in seed_text(seed).split("\n"):
            if line.startswith("3. Xác định việc quán triệt"):
                found += deliverables_in(line, "s4", None, row_start=False)
        scorer().lists(
            score, "deliverables", reading["deliverables"], [msgspec.to_builtins(one) for one in found],
            lambda d: f"{d['kind']} {d['title']}", floor=0.7,
        )  # fmt: skip
    assert f1(score, "deliverables") >= 0.9


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Xây dựng và tổ chức thực hiện tốt Quy chế làm việc của cấp ủy đảm bảo nguyên tắc tập trung.",
            [("Quy chế", "Quy chế làm việc của cấp ủy")],
        ),
        (
            "Xây dựng Nghị quyết chuyên đề về phân loại rác tại nguồn. Xử lý các nguồn thải.",
            [("Nghị quyết chuyên đề", "Nghị quyết chuyên đề về phân loại rác tại nguồn")],
        ),
        (
            "ban hành các nghị quyết hằng năm và nghị quyết chuyên đề nhằm thể chế hóa",
            [("Nghị quyết", "các nghị quyết hằng năm"), ("Nghị quyết chuyên đề", "nghị quyết chuyên đề")],
        ),
        (
            "xây dựng chương trình, kế hoạch giám sát hằng năm",
            [("Chương trình, kế hoạch", "chương trình, kế hoạch giám sát hằng năm")],
        ),
        (
            "Rà soát, đề xuất phương án tổ chức giao thông, lắp đặt biển báo",
            [("Phương án", "phương án tổ chức giao thông")],
        ),
        (
            "Chủtrì xây dựng kếhoạch phòng, chống thiên tai; tổ chức diễn tập",
            [("Kế hoạch", "kế hoạch phòng, chống thiên tai")],
        ),
        ("Thực hiện nghiêm túc kế hoạch triển khai phong trào", []),
        ("Triển khai Kế hoạch đầu tư cơ sở vật chất, trang thiết bị", []),
        ("Lồng ghép quốc phòng trong xây dựng quy hoạch, kế hoạch phát triển", []),
        ("Đổi mới và nâng cao chất lượng ban hành nghị quyết.", []),
        ("Xây dựng trường đạt chuẩn quốc gia.", []),
    ],
)
def test_a_document_is_to_be_drafted_only_after_such_a_verb(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.title) for one in deliverables_in(sentence, "s1", "t1", row_start=False)] == expected


def test_a_row_that_begins_with_its_kind_is_a_deliverable() -> None:
    row = "Chương trình, kế hoạch giám sát và phản biện xã hội; đối thoại nhân dân và thực hiện dân chủ ở cơ sở."
    (one,) = deliverables_in(row, "s9", "t9", row_start=True)
    assert (one.kind, one.title, one.section, one.task) == ("Chương trình, kế hoạch", row[:-1], "s9", "t9")
    assert deliverables_in(row, "s9", None, row_start=False) == []


def test_a_task_of_a_work_programme_that_begins_with_its_kind_is_a_deliverable() -> None:
    (one,) = deliverables_in("Nghị quyết về xây dựng xã không ma túy", "s3", "t3", row_start=False)
    assert (one.kind, one.title) == ("Nghị quyết", "Nghị quyết về xây dựng xã không ma túy")


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 57-NQ/TW được quán triệt.",
        "Kế hoạch này có hiệu lực.",
        "Tham mưu ban hành Kế hoạch",
        "Hướng dẫn nông dân ứng dụng công nghệ",
    ],
)
def test_a_paper_cited_or_this_paper_itself_is_no_deliverable(text: str) -> None:
    assert deliverables_in(text, "s3", "t3", row_start=False) == []


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "Xây dựng kế hoạch triển khai phù hợp với đặc thù của từng thôn.",
            ["kế hoạch triển khai phù hợp với đặc thù của từng thôn"],
        ),
        ("Xây dựng kế hoạch giảm nghèo phù hợp với tình hình của xã.", ["kế hoạch giảm nghèo"]),
        ("Ban hành quy chế của đơn vị nhằm quản lý tài sản công.", ["quy chế của đơn vị nhằm quản lý tài sản công"]),
        ("Xây dựng kế hoạch của xã, gửi về Phòng Nội vụ trước ngày 20/4.", ["kế hoạch của xã"]),
        ("Xây dựng Quy hoạch cán bộ; Kế hoạch đào tạo cán bộ.", ["Quy hoạch cán bộ", "Kế hoạch đào tạo cán bộ"]),
        ("Thông qua Quy chế làm việc, Chương trình kiểm tra.", ["Quy chế làm việc", "Chương trình kiểm tra"]),
        ("Tuyên truyền thông qua chương trình phát thanh.", []),
        ("Rà soát, hoàn thiện các quy định về đất đai.", []),
        ("Tổng kết Quyết định số 217-QĐ/TW của Bộ Chính trị về Ban hành quy chế giám sát.", []),
        ("Giám sát tại các xã việc ban hành Kế hoạch chuyển đổi số.", []),
    ],
)
def test_titles_run_as_far_as_they_tell_the_document(sentence: str, titles: list[str]) -> None:
    assert [one.title for one in deliverables_in(sentence, "s1", None, row_start=False)] == titles


def _titles(text: str, *, row_start: bool = False) -> list[str]:
    return [found.title for found in deliverables_in(text, "s1", "t1", row_start=row_start)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Xây dựng Đề án trồng sâm dưới tán rừng gắn với du lịch, trình trong quý II/2026.",
            ["Đề án trồng sâm dưới tán rừng gắn với du lịch"],
        ),
        ("Các thôn căn cứ Phụ lục kèm theo xây dựng kế hoạch thực hiện, gửi về Đảng ủy.", ["kế hoạch thực hiện"]),
        ("Mặt trận xã xây dựng chương trình phối hợp, vận động hội viên tham gia.", ["chương trình phối hợp"]),
        ("Ủy ban nhân dân xã cụ thể hóa các chỉ tiêu thành kế hoạch 5 năm và hằng năm.", []),
        ("Lập kế hoạch và tổ chức ra quân dọn vệ sinh.", []),
        ("Quy hoạch lại khu giết mổ tập trung.", []),
        ("Xây dựng Đề án chợ đêm (Phòng Kinh tế chủ trì, phối hợp với Công an xã).", ["Đề án chợ đêm"]),
    ],
)
def test_a_title_ends_where_the_document_is_named(text: str, titles: list[str]) -> None:
    assert _titles(text) == titles


def test_an_item_under_a_heading_that_only_carries_out_is_not_drafted() -> None:
    text = "Kế hoạch thực hiện Chỉ thị về phòng, chống mua bán người."
    drafted = deliverables_in(text, "s1", "t1", row_start=False, heading="Ban hành các văn bản")
    carried = deliverables_in(text, "s1", "t1", row_start=False, heading="Tập trung lãnh đạo triển khai thực hiện")
    assert (len(drafted), carried) == (1, [])
