"""Who does what in an assignment paragraph."""

from __future__ import annotations

import pytest
from tests.extraction.gold_units import f1
from tests.scores.agreement import SEEDS, gold, scorer

from dondoc.extraction.assignments import read_assignment


def test_the_assignments_of_the_seeds_get_the_units_a_careful_reader_gave_them() -> None:
    score = scorer().Score()
    for seed in SEEDS:
        for assignment in gold(seed)["assignments"]:
            read = read_assignment(assignment["text"])
            assert read.doubts == []
            for part in ("leads", "coordinating", "advisory", "reports_to"):
                scorer().units(score, part, [(assignment[part], getattr(read, part), 0)])
    for part in ("leads", "coordinating", "advisory", "reports_to"):
        assert f1(score, part) >= 0.97, part


def test_assigned_units_lead_and_partners_coordinate() -> None:
    read = read_assignment(
        "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, các đơn vị liên quan tham mưu UBND tỉnh ban hành kế hoạch."
    )
    assert (read.leads, read.coordinating, read.advisory) == (
        ["Sở Y tế"],
        ["Sở Tài chính", "các đơn vị liên quan"],
        ["Sở Y tế"],
    )


def test_a_unit_that_only_advises_does_not_lead() -> None:
    read = read_assignment(
        "Giao Ban Xây dựng Đảng phối hợp với Văn phòng Đảng ủy tham mưu Ban Thường vụ Đảng ủy kiểm tra."
    )
    assert (read.leads, read.coordinating, read.advisory) == ([], ["Văn phòng Đảng ủy"], ["Ban Xây dựng Đảng"])


@pytest.mark.parametrize(
    "text",
    [
        "Tham mưu bố trí kinh phí thực hiện.",
        "Tổng hợp, tham mưu, báo cáo UBND tỉnh các nội dung cần sửa đổi.",
        "Căn cứ khả năng cân đối ngân sách, tham mưu cấp có thẩm quyền bố trí vốn.",
        "Trên cơ sở đề xuất của Sở Y tế và các đơn vị, cân đối, tham mưu UBND tỉnh xem xét.",
    ],
)
def test_a_heading_s_unit_that_is_only_told_to_advise_does_not_lead(text: str) -> None:
    read = read_assignment(text, "4. Sở Tài chính")
    assert (read.leads, read.advisory) == ([], ["Sở Tài chính"])


@pytest.mark.parametrize(
    ("text", "advisory"),
    [
        ("Hướng dẫn các xã lập dự toán; kịp thời tham mưu UBND tỉnh phân bổ vốn.", ["Sở Tài chính"]),
        ("Hướng dẫn các xã lập dự toán, tham mưu UBND tỉnh phân bổ vốn.", ["Sở Tài chính"]),
        ("Chủ trì tổng hợp, tham mưu bố trí kinh phí.", ["Sở Tài chính"]),
        ("Theo dõi tiến độ. Định kỳ tổng hợp, đánh giá kết quả và tham mưu báo cáo UBND tỉnh.", ["Sở Tài chính"]),
        ("Nâng cao chất lượng công tác tham mưu; rà soát quy trình.", []),
        ("Theo dõi, đôn đốc các cơ quan tham mưu, giúp việc.", []),
    ],
)
def test_a_heading_s_unit_leads_and_advises_where_advice_is_one_of_its_duties(text: str, advisory: list[str]) -> None:
    read = read_assignment(text, "4. Sở Tài chính")
    assert (read.leads, read.advisory) == (["Sở Tài chính"], advisory)


def test_a_subject_leads_and_a_later_clause_of_it_may_be_advice() -> None:
    read = read_assignment("Sở Y tế là cơ quan thường trực, chủ trì theo dõi; kịp thời tổng hợp, tham mưu UBND tỉnh.")
    assert (read.leads, read.advisory) == (["Sở Y tế"], ["Sở Y tế"])


def test_a_subject_after_a_semicolon_is_parted_from_the_units_of_the_adverbial() -> None:
    read = read_assignment(
        "Trên cơ sở nhu cầu của các sở, ngành và đơn vị liên quan; Sở Tài chính tham mưu UBND tỉnh bố trí vốn."
    )
    assert (read.leads, read.advisory) == ([], ["Sở Tài chính"])


def test_who_receives_a_report_in_order_to_advise_advises() -> None:
    read = read_assignment(
        "Các đơn vị và địa phương phản ánh về Sở Y tế trước ngày 20/11 để tổng hợp, tham mưu UBND tỉnh."
    )
    assert (read.leads, read.advisory, read.reports_to) == (["Các đơn vị", "địa phương"], ["Sở Y tế"], ["Sở Y tế"])


def test_bodies_named_by_their_sort_lead_as_subjects() -> None:
    read = read_assignment("Doanh nghiệp viễn thông, bưu chính ưu tiên đầu tư hạ tầng.", "9. Các doanh nghiệp")
    assert read.leads == ["Doanh nghiệp viễn thông, bưu chính"]
    assert read_assignment("Hợp tác xã nông nghiệp chủ động tham gia.").leads == ["Hợp tác xã nông nghiệp"]
    assert read_assignment("Mỗi ngành, lĩnh vực cần chọn một bài toán lớn.").leads == ["Mỗi ngành, lĩnh vực"]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Sở Y tế, trên cơ sở đề xuất của các phường, tổng hợp nhu cầu vốn.", ["Sở Y tế"]),
        (
            "Các Ban của HĐND, trong phạm vi nhiệm vụ, quyền hạn của mình, giám sát việc thực hiện.",
            ["Các Ban của HĐND"],
        ),
        (
            "Trên cơ sở Chương trình hành động của Chính phủ, các bộ, UBND các tỉnh theo chức năng, nhiệm vụ xây dựng kế hoạch.",
            ["các bộ", "UBND các tỉnh"],
        ),
        ("HĐND tán thành các giải pháp, đồng thời, đề nghị UBND tỉnh tập trung thực hiện.", ["UBND tỉnh"]),
        (
            "Các nhà đầu tư trong các khu công nghệ cao, khu công nghiệp chủ động bố trí vốn.",
            ["Các nhà đầu tư trong các khu công nghệ cao, khu công nghiệp"],
        ),
        ("Nếu có khó khăn, vướng mắc đề nghị các xã, phường phản ánh về Sở Y tế.", ["các xã, phường"]),
        ("Sở Nội vụ tổng hợp, đề nghị UBND tỉnh khen thưởng.", ["Sở Nội vụ"]),
        (
            "Trên đây là Kế hoạch chuyển đổi số của xã năm 2026, đề nghị các cơ quan, đơn vị nghiêm túc triển khai.",
            ["các cơ quan, đơn vị"],
        ),
        (
            "Căn cứ nhiệm vụ của Đảng bộ, hằng năm Ban Thường vụ Đảng ủy ban hành chương trình.",
            ["Ban Thường vụ Đảng ủy"],
        ),
        ("Các Ban của HĐND trong phạm vi nhiệm vụ và quyền hạn của mình tổ chức giám sát.", ["Các Ban của HĐND"]),
        ("UBND các xã, phường căn cứ điều kiện của địa phương mình xây dựng kế hoạch.", ["UBND các xã, phường"]),
        (
            "Các Đoàn đại biểu Quốc hội, các đại biểu Quốc hội giám sát.",
            ["Các Đoàn đại biểu Quốc hội", "các đại biểu Quốc hội"],
        ),
        ("Các địa phương có thực hiện dự án chủ trì, phối hợp với Sở Tài chính.", ["Các địa phương"]),
        ("Đảng đoàn Quốc hội phối hợp với Đảng ủy cơ quan Văn phòng Quốc hội tổ chức.", ["Đảng đoàn Quốc hội"]),
        ("Cấp ủy, chính quyền, trước hết là người đứng đầu chính quyền xã phải gương mẫu.", ["Cấp ủy, chính quyền"]),
    ],
)
def test_asides_adverbials_and_requests_hide_no_subject(text: str, leads: list[str]) -> None:
    assert read_assignment(text).leads == leads


def test_who_gives_the_order_does_not_lead() -> None:
    read = read_assignment("Ban Thường vụ Đảng ủy giao Đảng ủy UBND phường lãnh đạo xây dựng kế hoạch.")
    assert read.leads == ["Đảng ủy UBND phường"]


def test_the_asked_units_lead() -> None:
    read = read_assignment(
        "UBND Thành phố yêu cầu các Sở, ban, ngành, UBND phường, xã nghiêm túc triển khai thực hiện."
    )
    assert read.leads == ["các Sở, ban, ngành", "UBND phường, xã"]


def test_bodies_after_bao_cao_are_reported_to() -> None:
    read = read_assignment(
        "Các chi bộ trực thuộc quán triệt đến đảng viên; định kỳ báo cáo kết quả về Đảng ủy (qua Ban Xây dựng Đảng)."
    )
    assert (read.leads, read.reports_to) == (["Các chi bộ trực thuộc"], ["Đảng ủy"])


def test_a_full_stop_inside_a_list_reads_as_a_comma() -> None:
    read = read_assignment(
        "Giao Văn phòng Đảng ủy chủ trì phối hợp với Công an xã. Ban Xây dựng Đảng theo dõi, đôn đốc."
    )
    assert (read.leads, read.coordinating) == (["Văn phòng Đảng ủy"], ["Công an xã", "Ban Xây dựng Đảng"])


def test_the_adverbial_before_the_subject_lends_no_unit() -> None:
    read = read_assignment(
        "Căn cứ Chương trình hành động của Ban Chấp hành Đảng bộ xã, các cấp ủy chủ động xây dựng kế hoạch."
    )
    assert read.leads == ["các cấp ủy"]


def test_units_ordered_to_act_are_bound_by_their_duty() -> None:
    read = read_assignment(
        "Các cơ quan, đơn vị được giao nhiệm vụ trong Kế hoạch có trách nhiệm chủ động tổ chức thực hiện."
    )
    assert read.leads == ["Các cơ quan, đơn vị"]


def test_a_unit_heading_leads_its_items_and_advises_where_they_advise() -> None:
    read = read_assignment("a) Chủ trì, tham mưu hoàn thiện thể chế.", "1. Sở Khoa học và Công nghệ")
    assert (read.leads, read.advisory) == (["Sở Khoa học và Công nghệ"], ["Sở Khoa học và Công nghệ"])


def test_a_labelled_unit_that_advises_is_advisory() -> None:
    read = read_assignment(
        "Văn phòng HĐND và UBND xã: tham mưu UBND xã ban hành văn bản; theo dõi, đôn đốc các đơn vị."
    )
    assert (read.leads, read.advisory) == ([], ["Văn phòng HĐND và UBND xã"])


def test_a_new_clause_after_a_semicolon_has_its_own_subject() -> None:
    read = read_assignment("Nâng cao vai trò của cấp ủy, chính quyền; Bí thư chi bộ phải gương mẫu đi đầu.")
    assert read.leads == ["Bí thư chi bộ"]


def test_a_paragraph_that_assigns_nobody_is_doubted() -> None:
    assert read_assignment("Quyết định này có hiệu lực kể từ ngày ký ban hành.").doubts


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (
            "Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND phường trực tiếp phụ trách.",
            ["Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND phường"],
        ),
        ("Chủ tịch UBND các xã, phường chịu trách nhiệm trước Chủ tịch UBND tỉnh.", ["Chủ tịch UBND các xã, phường"]),
    ],
)
def test_a_person_in_office_may_lead(text: str, leads: list[str]) -> None:
    assert read_assignment(text).leads == leads


def test_who_received_the_report_reports_on_not_the_subject() -> None:
    read = read_assignment("Các chi bộ báo cáo về Ban Thường vụ Đảng ủy trước ngày 15/11 để tổng hợp, báo cáo Tỉnh ủy.")
    assert (read.leads, read.reports_to) == (["Các chi bộ"], ["Ban Thường vụ Đảng ủy"])


def test_a_heading_gives_its_partner_to_the_items_that_name_none() -> None:
    heading = "1. Sở Tài chính chủ trì, phối hợp với các sở, ngành và địa phương:"
    read = read_assignment("Xây dựng khung theo dõi.", heading)
    assert (read.leads, read.coordinating) == (["Sở Tài chính"], ["các sở, ngành", "địa phương"])
    assert read_assignment("Phối hợp với Sở Y tế lập khung số liệu.", heading).coordinating == ["Sở Y tế"]


def test_who_carries_out_beside_who_is_in_charge_coordinates() -> None:
    read = read_assignment("Rà soát hồ sơ. Cơ quan chủ trì: Văn phòng Đảng ủy. Cơ quan thực hiện: Các chi bộ.")
    assert (read.leads, read.coordinating) == (["Văn phòng Đảng ủy"], ["Các chi bộ"])
    assert read_assignment("Rà soát. Cơ quan thực hiện: Các chi bộ.").leads == ["Các chi bộ"]


def test_who_receives_a_report_and_goes_on_is_the_one_who_advises() -> None:
    read = read_assignment("Các xã phản ánh về Sở Y tế tổng hợp, báo cáo, tham mưu trình UBND tỉnh.")
    assert (read.leads, read.advisory) == (["Các xã"], ["Sở Y tế"])


def test_a_body_that_is_led_by_the_subject_works_with_it() -> None:
    read = read_assignment("Đảng ủy Ủy ban nhân dân xã lãnh đạo Ủy ban nhân dân xã lập dự toán kinh phí.")
    assert (read.leads, read.coordinating) == (["Đảng ủy Ủy ban nhân dân xã"], ["Ủy ban nhân dân xã"])


def test_advice_after_a_semicolon_is_the_subjects() -> None:
    read = read_assignment(
        "Giao Văn phòng Đảng ủy chủ trì theo dõi việc thực hiện; tham mưu Đảng ủy sơ kết vào năm 2028."
    )
    assert (read.leads, read.advisory) == (["Văn phòng Đảng ủy"], ["Văn phòng Đảng ủy"])


def test_who_reports_in_the_closing_paragraph_is_charged() -> None:
    read = read_assignment(
        "Trên đây là Kế hoạch của Đảng ủy xã; trong quá trình thực hiện nếu có vướng mắc, các chi bộ báo cáo Đảng ủy xã."
    )
    assert (read.leads, read.reports_to) == (["các chi bộ"], ["Đảng ủy xã"])
