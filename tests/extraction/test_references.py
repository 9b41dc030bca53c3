"""The documents a paper cites."""

from __future__ import annotations

import time

import msgspec
import pytest
from tests.extraction.gold_units import CORPUS, f1, seed_text
from tests.scores.agreement import SEEDS, gold, scorer

from dondoc.extraction.references import references_in


def test_the_references_of_the_seeds_are_found_and_no_others() -> None:
    score = scorer().Score()
    for seed in SEEDS:
        expected = gold(seed)["references"]
        found = [msgspec.to_builtins(reference) for reference in references_in(seed_text(seed))]
        numbers = [{r["number"].upper() for r in group if r["number"]} for group in (expected, found)]
        score.f1("numbered", len(numbers[0] & numbers[1]), len(numbers[0]), len(numbers[1]))
        named = [[r for r in group if not r["number"]] for group in (expected, found)]
        scorer().lists(score, "named", *named, lambda r: f"{r['kind']} {r['title']}", floor=0.6)
        by_number = {r["number"]: r for r in found if r["number"]}
        for reference in expected:
            if reference["number"]:
                read = by_number[reference["number"]]
                assert (read["kind"], read["date"], read["mentions"]) == tuple(
                    reference[k] for k in ("kind", "date", "mentions")
                )
    assert f1(score, "numbered") >= 0.98
    assert f1(score, "named") >= 0.95


@pytest.mark.parametrize(
    ("text", "number", "kind", "date", "issuer", "title"),
    [
        ("theo Nghị quyết số 28-\n\nNQ/TU của Ban Thường vụ Thành ủy.", "28-NQ/TU", "Nghị quyết", None, "Ban Thường vụ Thành ủy", None),
        ("Chỉthịsố50-CT/TW ngày 23/7/2025 của Ban Bí thư về sinh hoạt chi bộ", "50-CT/TW", "Chỉ thị", "2025-07-23", "Ban Bí thư", "sinh hoạt chi bộ"),
        ("Kế hoạch số 75/KH- UBND ngày 09/7/2018 của UBND tỉnh Sóc Trăng", "75/KH-UBND", "Kế hoạch", "2018-07-09", "UBND tỉnh Sóc Trăng", None),
        ("Nghị quyết số 71/NQ -CP ngày 01 tháng 4 năm 2025 của Chính phủ", "71/NQ-CP", "Nghị quyết", "2025-04-01", "Chính phủ", None),
        ("Công văn số 6676/BYT-CDS ngày 29 tháng 10 năm 2024 của Bộ Y tế", "6676/BYT-CDS", "Công văn", "2024-10-29", "Bộ Y tế", None),
        ("Nghị định số 30/2020/NĐ-CP về công tác văn thư;", "30/2020/NĐ-CP", "Nghị định", None, None, "công tác văn thư"),
        ("Luật Mặt trận Tổ quốc Việt Nam số 75/2015/QH13, ngày 09/6/2015", "75/2015/QH13", "Luật", "2015-06-09", None, "Luật Mặt trận Tổ quốc Việt Nam"),
        ("Đề án số 05 ngày 11/6/2025 của UBND thành phố Hải Phòng", "05", "Đề án", "2025-06-11", "UBND thành phố Hải Phòng", None),
        ("theo quy trình ISO 9001-2015.", "ISO 9001-2015", "Tiêu chuẩn", None, None, None),
        ("theo TCVN ISO 9001:2015", "TCVN ISO 9001:2015", "Tiêu chuẩn", None, None, None),
        ("thực hiện Đề án 06 trên địa bàn", "06", "Đề án", None, None, None),
        (
            "Quy định số 205-QĐ/TW của Ban Chấp hành Trung ương (khóa XII) “Về việc kiểm soát quyền lực”.",
            "205-QĐ/TW", "Quy định", None, "Ban Chấp hành Trung ương (khóa XII)", "việc kiểm soát quyền lực",
        ),
    ],
)  # fmt: skip
def test_a_number_is_read_with_what_is_printed_about_it(
    text: str, number: str, kind: str, date: str | None, issuer: str | None, title: str | None
) -> None:
    (read,) = references_in(text)
    assert (read.number, read.kind, read.date, read.issuer, read.title) == (number, kind, date, issuer, title)


def test_a_short_mention_counts_for_the_full_number() -> None:
    (read,) = references_in(
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị; Ban Chỉ đạo thực hiện Nghị quyết 57 và Tổ công tác."
    )
    assert (read.number, read.mentions) == ("57-NQ/TW", 2)


def test_documents_listed_after_one_kind_are_all_read() -> None:
    found = references_in("tại các Quyết định: số 36/QĐ-TTg ngày 11/01/2024; số 1569/QĐ-TTg và số 1668/QĐ-TTg.")
    assert [(r.number, r.kind) for r in found] == [
        (n, "Quyết định") for n in ("36/QĐ-TTg", "1569/QĐ-TTg", "1668/QĐ-TTg")
    ]


def test_the_papers_own_number_is_no_reference() -> None:
    text = "ĐẢNG ỦY PHƯỜNG\nSố 03-CTr/ĐU\nthực hiện Nghị quyết số 45-NQ/TW\n(Kèm theo Chương trình số 03-CTr/ĐU)"
    assert [r.number for r in references_in(text)] == ["45-NQ/TW"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Thực hiện hiệu quả Luật Thực hiện dân chủ ở cơ sở; tiếp tục củng cố.", ["Luật Thực hiện dân chủ ở cơ sở"]),
        ("hướng dẫn Luật Viễn thông theo hướng tạo điều kiện", ["Luật Viễn thông"]),
        ("đạt Bộ tiêu chí Quốc gia về y tế xã. Theo Bộ tiêu chí về y tế xã.", ["Bộ tiêu chí Quốc gia về y tế xã"]),
        ("triển khai quyết liệt Đề án “Xây dựng phường không ma túy”, góp phần", ["Xây dựng phường không ma túy"]),
        ("Xây dựng Đề án “Đổi mới tổ chức Mặt trận”.", []),
        ("theo Nghị quyết Đại hội Đảng các cấp và nghị quyết đại hội chi bộ", []),
        ("các nghị quyết, chỉ thị của Trung ương; theo quy định về bảo vệ môi trường", []),
        (
            "Nghị quyết Trung ương 4 (khóa XI, XII, XIII) gắn với học tập",
            ["Nghị quyết Trung ương 4 (khóa XI, XII, XIII)"],
        ),
    ],
)
def test_named_documents_count_where_they_are_carried_out(text: str, titles: list[str]) -> None:
    assert [r.title for r in references_in(text)] == titles


@pytest.mark.parametrize(
    "text",
    [
        "từ 3-5%/năm, 24/01/2019, 01-02 HTX, 15/4/2026",
        "hạ tầng 5G/IoT, mức độ 2, 150 triệu đồng/ha",
        "Phụ lục số 05 và tháng 11/2025",
        "",
    ],
)
def test_other_numbers_are_no_documents(text: str) -> None:
    assert references_in(text) == []


def test_time_grows_with_the_length_of_the_text() -> None:
    text = seed_text("do-son")
    references_in(text)

    def cost(times: int) -> float:
        runs = []
        for _ in range(3):
            began = time.process_time()
            references_in(text * times)
            runs.append(time.process_time() - began)
        return min(runs)

    assert cost(8) < 16 * cost(1) + 0.05


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of other papers is not here")
def test_the_laws_of_an_election_plan_are_read_by_number() -> None:
    text = next(CORPUS.glob("20-*")).read_text("utf-8")
    numbers = {r.number for r in references_in(text)}
    assert {
        "85/2015/QH13",
        "83/2025/QH15",
        "75/2015/QH13",
        "97/2025/QH15",
        "46-CT/TW",
        "06/KH-MTTW-BTT",
        "33/KH-MTTQ-BTT",
        "21-KH/ĐU",
    } == numbers


def test_a_committee_symbol_whose_first_letter_was_seen_twice_is_that_committee() -> None:
    assert [r.number for r in references_in("theo Nghị quyết số 01-NQ/ĐĐU ngày 05/9/2025 của Đảng ủy")] == ["01-NQ/ĐU"]
    assert [r.number for r in references_in("Báo cáo số 12/BC-ĐĐBQH ngày 05/9/2025")] == ["12/BC-ĐĐBQH"]


def test_a_number_in_the_title_after_its_kind_is_not_the_papers_own() -> None:
    found = references_in(
        "PHỤ LỤC I\nTHỰC HIỆN NGHỊ QUYẾT SỐ 21-NQ/TW NGÀY 25/10/2017\n1. Rà soát theo Nghị quyết 21-NQ/TW."
    )
    assert [(each.number, each.mentions) for each in found] == [("21-NQ/TW", 2)]


def test_the_grounds_of_a_decision_end_the_title_above_them() -> None:
    found = references_in(
        "Thực hiện Nghị quyết số 28-NQ/TU về phát triển kinh tế biển\nCHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;"
    )
    assert [each.title for each in found] == ["phát triển kinh tế biển", "Luật Tổ chức Chính phủ"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Sớm ban hành Luật Đường sắt, Luật Nhà giáo; triển khai Luật Đất đai.", ["Luật Đất đai"]),
        ("Thi hành Luật Đầu tư, Luật Đầu tư công, Luật Đầu tư năm 2020.", ["Luật Đầu tư", "Luật Đầu tư công"]),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai ngày 22/11/2019;",
            ["Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai"],
        ),
        ("Kế hoạch tuyên truyền phải có bộ tiêu chí đánh giá cụ thể.", []),
    ],
)
def test_laws_are_told_apart_and_bills_are_none(text: str, titles: list[str]) -> None:
    assert [each.title for each in references_in(text)] == titles


def test_a_symbol_printed_otherwise_is_the_same_document() -> None:
    found = references_in(
        "Chỉ thị số 27/CT-TTg ngày 15/8/2024 về việc tăng cường công tác dân số trong tình hình mới. "
        "Chỉ thị số 27/CTTg ngày 15/8/2024 về tăng cường công tác dân số trong tình hình mới."
    )
    assert [(each.number, each.mentions) for each in found] == [("27/CT-TTg", 2)]


def test_who_is_charged_in_brackets_ends_a_title() -> None:
    found = references_in(
        "Giám sát Quy định số 339-QĐ/TW về sử dụng Sổ tay đảng viên (Giao Ban Xây dựng Đảng chủ trì)."
    )
    assert [each.title for each in found] == ["sử dụng Sổ tay đảng viên"]
    (rule,) = references_in("Triển khai Quy định 338-QĐ/TW về thủ tục của Đảng.")
    assert rule.number == "338-QĐ/TW"


@pytest.mark.parametrize("printed", ["ngày 16 tháng 6 năm 2025", "ngày 16/6/2025"])
def test_a_law_has_the_day_printed_behind_its_name(printed: str) -> None:
    found = references_in(f"Căn cứ Luật Tổ chức chính quyền địa phương {printed};")
    assert [(r.title, r.date) for r in found] == [("Luật Tổ chức chính quyền địa phương", "2025-06-16")]


def test_the_resolution_of_the_own_congress_is_the_one_cited_by_number() -> None:
    text = (
        "Đại hội đã thông qua Nghị quyết số 02-NQ/ĐH ngày 05/8/2025. Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã "
        "lần thứ I, nhiệm kỳ 2025 - 2030 và Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025 - 2030."
    )
    found = [(one.number, one.title) for one in references_in(text)]
    assert found[0][0] == "02-NQ/ĐH"
    assert [title for number, title in found if number is None] == [
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025 - 2030"
    ]


def test_a_line_drawn_under_the_title_ends_the_title_of_the_last_paper() -> None:
    text = "CHƯƠNG TRÌNH\nthực hiện Nghị quyết số 71-NQ/TW về phát triển giáo dục\n-----\nBan Chấp hành Đảng bộ xã ban hành."
    assert [one.title for one in references_in(text)] == ["phát triển giáo dục"]


def test_the_heading_below_is_no_place_of_a_congress() -> None:
    found = references_in("thực hiện Nghị quyết Đại hội Đảng bộ tỉnh\n\nPhần thứ nhất\n\nMỤC TIÊU")
    assert [reference.title for reference in found] == ["Nghị quyết Đại hội Đảng bộ tỉnh"]


def test_resolutions_of_congresses_of_mass_organisations_are_named() -> None:
    found = references_in("Thực hiện Nghị quyết Đại hội đại biểu Hội Nông dân tỉnh lần thứ II, nhiệm kỳ 2025 - 2030.")
    assert [one.title for one in found] == [
        "Nghị quyết Đại hội đại biểu Hội Nông dân tỉnh lần thứ II, nhiệm kỳ 2025 - 2030"
    ]


def test_a_congress_named_within_the_title_of_another_paper_is_cited_too() -> None:
    found = references_in(
        "Căn cứ Chương trình hành động số 06-CTr/TU của Tỉnh ủy về thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ II; "
        "thực hiện nhiệm vụ năm 2026."
    )
    assert [one.number for one in found] == ["06-CTr/TU", None]
    assert found[1].title == "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ II"
