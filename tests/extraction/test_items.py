"""The entries of a section, and what qualifies them."""

from __future__ import annotations

from dondoc.extraction.assemble import extract
from dondoc.programme.model import Programme
from extraction.papers import document_of


def _programme(body: str) -> Programme:
    return extract(document_of(body, begins=True))


def _tasks(body: str) -> list[str]:
    return [task.text for task in _programme(f"I. NHIỆM VỤ, GIẢI PHÁP\n{body}").tasks]


def test_a_dash_and_an_undashed_paragraph_are_tasks_each() -> None:
    assert _tasks("- Tăng cường kiểm tra.\nPhát huy vai trò của Nhân dân.") == [
        "Tăng cường kiểm tra.",
        "Phát huy vai trò của Nhân dân.",
    ]


def test_a_bullet_that_ends_in_a_colon_is_a_task_and_so_is_each_paragraph_after_it() -> None:
    body = "- Phát huy tốt vai trò của từng tổ chức chính trị - xã hội:\nHội Nông dân: Hỗ trợ nông dân phát triển sản xuất.\nHội Phụ nữ: Hỗ trợ phụ nữ khởi nghiệp."
    assert len(_tasks(body)) == 3


def test_the_deepest_full_sentence_is_the_task_and_a_bare_heading_is_none() -> None:
    body = "a) Phát triển hạ tầng số\n- Phủ sóng mạng di động toàn phường.\n- Lắp đặt camera an ninh.\nb) Thông minh hóa hạ tầng truyền thống:\n- Tập trung vào giao thông."
    assert _tasks(body) == [
        "Phủ sóng mạng di động toàn phường.",
        "Lắp đặt camera an ninh.",
        "Thông minh hóa hạ tầng truyền thống:",
        "Tập trung vào giao thông.",
    ]


def test_a_line_that_only_announces_is_no_task() -> None:
    assert _tasks(
        "Ban Chấp hành xem xét các nội dung cụ thể như sau:\n- Sơ kết giữa nhiệm kỳ.\nTrọng tâm:\n- Kiện toàn tổ chức."
    ) == [
        "Sơ kết giữa nhiệm kỳ.",
        "Kiện toàn tổ chức.",
    ]


def test_a_pointer_to_an_appendix_and_a_closing_formula_are_no_tasks() -> None:
    assert _tasks(
        "Các nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.\n- Tăng cường kiểm tra.\nTrên đây là Kế hoạch của xã./."
    ) == ["Tăng cường kiểm tra."]


def test_a_numbered_sentence_with_nothing_below_it_is_the_task() -> None:
    programme = _programme("I. NHIỆM VỤ\n1. Rà soát, bổ sung quy hoạch cán bộ lãnh đạo giai đoạn 2026 - 2030.")
    assert [task.text for task in programme.tasks] == [
        "Rà soát, bổ sung quy hoạch cán bộ lãnh đạo giai đoạn 2026 - 2030."
    ]
    assert programme.sections[1].title is None


def test_lines_of_time_and_units_qualify_the_task_above_them() -> None:
    body = "1. Ban hành Kế hoạch tiếp công dân của Ủy ban nhân dân xã\n- Thời gian hoàn thành: Quý IV/2025;\n- Đơn vị chủ trì: Văn phòng Đảng ủy\n- Đơn vị phối hợp: Công an xã\n- Kết quả: Kế hoạch được ban hành."
    programme = _programme(f"I. NHIỆM VỤ\n{body}")
    [task] = programme.tasks
    assert task.text == "Ban hành Kế hoạch tiếp công dân của Ủy ban nhân dân xã"
    assert (task.leads, task.coordinating, task.finish) == (["Văn phòng Đảng ủy"], ["Công an xã"], "Q4/2025")
    assert len(task.spans) == 5


def test_a_line_of_responsibility_gives_the_lead_and_the_date() -> None:
    body = "1. Quý I/2026\n1.1. Nghị quyết về phát triển kinh tế - xã hội năm 2026\nVăn phòng Đảng ủy chủ trì, phối hợp các cơ quan liên quan tham mưu, trình trong tháng 01/2026."
    [task] = _programme(f"I. NHIỆM VỤ\n{body}").tasks
    assert task.text == "Nghị quyết về phát triển kinh tế - xã hội năm 2026"
    assert (task.leads, task.finish, task.time_text) == (["Văn phòng Đảng ủy"], "2026-01", "tháng 01/2026")


def test_a_heading_that_is_a_date_gives_the_deadline_of_its_tasks() -> None:
    [task] = _programme("I. NHIỆM VỤ\n1. Quý IV, năm 2025\n- Tổng kết công tác xây dựng Đảng.").tasks
    assert (task.finish, task.time_text) == ("Q4/2025", "Quý IV, năm 2025")


def test_a_heading_that_is_a_unit_gives_the_lead() -> None:
    tasks = _programme(
        "II. NỘI DUNG THỰC HIỆN\n1. Sở Y tế\na) Phối hợp với Sở Tài chính lập dự toán;\nb) Tổ chức truyền thông."
    ).tasks
    assert [task.leads for task in tasks] == [["Sở Y tế"], ["Sở Y tế"]]


def test_an_indicator_is_printed_without_its_number_and_keeps_it_as_label() -> None:
    [first, second] = _programme(
        "1. Chỉ tiêu chủ yếu\n(1) Tỷ lệ hộ nghèo dưới 1%.\n(2) 100% trạm y tế đạt chuẩn."
    ).indicators
    assert (first.label, first.text) == ("(1)", "Tỷ lệ hộ nghèo dưới 1%.")
    assert (second.label, second.text) == ("(2)", "100% trạm y tế đạt chuẩn.")


def test_the_dashes_that_break_a_target_down_belong_to_it() -> None:
    body = "1. Chỉ tiêu\n(1) Tổng giá trị sản phẩm tăng 15%/năm; trong đó:\n- Nông nghiệp tăng 2%/năm.\n- Dịch vụ tăng 19%/năm.\n(2) Thu ngân sách tăng 10%."
    indicators = _programme(body).indicators
    assert [item.text for item in indicators] == [
        "Tổng giá trị sản phẩm tăng 15%/năm; trong đó: - Nông nghiệp tăng 2%/năm. - Dịch vụ tăng 19%/năm.",
        "Thu ngân sách tăng 10%.",
    ]


def test_the_year_over_a_list_of_targets_holds_for_its_items() -> None:
    body = "1. Mục tiêu cụ thể\na) Đến năm 2027\n- 90% hồ sơ được xử lý trên môi trường số.\n- 70% hộ dân có nước sạch.\nb) Đến năm 2030\n- 100% hồ sơ được xử lý trên môi trường số."
    indicators = _programme(body).indicators
    assert [item.measures[0].year_to for item in indicators] == [2027, 2027, 2030]


def test_the_sentence_after_the_heading_is_an_unnumbered_indicator() -> None:
    [item] = _programme(
        "I. CHÍNH QUYỀN\n1. Mục tiêu: Nền hành chính hiệu quả.\nChỉ tiêu cụ thể: Hằng năm, tỷ lệ hồ sơ đúng hạn đạt 100%."
    ).indicators
    assert (item.label, item.text) == (None, "Hằng năm, tỷ lệ hồ sơ đúng hạn đạt 100%.")


def test_assignments_name_the_programme_they_cover() -> None:
    programme = _programme(
        "I. VỀ KINH TẾ\n1. Nhiệm vụ\n- Thu ngân sách.\n2. Phân công thực hiện\nGiao Ủy ban nhân dân xã xây dựng kế hoạch.\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Chương trình hành động này."
    )
    labels = {section.id: section.label for section in programme.sections}
    assert [labels[assignment.section] for assignment in programme.assignments] == ["I", "II"]


def test_money_gives_nobody_work() -> None:
    programme = _programme(
        "III. KINH PHÍ THỰC HIỆN\nKinh phí từ ngân sách xã.\nIV. TỔ CHỨC THỰC HIỆN\n- Giao Văn phòng theo dõi."
    )
    assert [assignment.text for assignment in programme.assignments] == ["Giao Văn phòng theo dõi."]


def test_a_heading_of_tasks_does_not_hide_the_subject_of_a_task() -> None:
    [task] = _programme(
        "I. VỀ AN NINH\n1. Các nhiệm vụ và giải pháp chủ yếu\n- Công an phường tổ chức tuần tra ban đêm."
    ).tasks
    assert task.leads == ["Công an phường"]


FIELDS = """1. Xây dựng văn bản
1.1. Xây dựng và ban hành hướng dẫn giám sát bầu cử
- Bảo đảm thống nhất với hướng dẫn của cấp trên.
- Ủy ban MTTQ xã phối hợp với Công an xã kiểm tra hồ sơ.
- Thời gian hoàn thành: Tháng 11/2025.
- Đơn vị chủ trì: Văn phòng Đảng ủy."""


def test_a_numbered_item_with_fields_below_it_is_work_and_its_dashes_take_its_fields() -> None:
    tasks = _programme(f"I. NHIỆM VỤ, GIẢI PHÁP\n{FIELDS}").tasks
    assert [task.text[:20] for task in tasks] == [
        "Xây dựng và ban hành",
        "Bảo đảm thống nhất v",
        "Ủy ban MTTQ xã phối ",
    ]
    assert [task.finish for task in tasks] == ["2025-11"] * 3
    assert [task.leads for task in tasks] == [["Văn phòng Đảng ủy"], ["Văn phòng Đảng ủy"], ["Ủy ban MTTQ xã"]]


def test_a_long_intro_says_itself_what_is_to_be_done() -> None:
    intro = (
        "Nhằm đạt được mục tiêu đề ra, trong thời gian tới, bên cạnh các nhiệm vụ thường xuyên, các phòng, ban của xã "
        "cần tổ chức triển khai thực hiện những nhiệm vụ sau đây:"
    )
    assert len(_tasks(f"{intro}\n- Rà soát hạ tầng số.\n- Tuyên truyền đến các thôn.")) == 3


def test_a_last_paragraph_that_orders_something_is_work_and_a_pointer_is_none() -> None:
    body = "- Tổ chức học tập nghị quyết.\nĐề nghị các cơ quan nghiêm túc triển khai thực hiện./.\n(Đính kèm Kế hoạch số 83-KH/TU của Tỉnh uỷ)./."
    assert _tasks(body) == ["Tổ chức học tập nghị quyết.", "Đề nghị các cơ quan nghiêm túc triển khai thực hiện./."]


def test_fields_of_the_whole_paper_are_no_work_but_work_said_in_a_field_is() -> None:
    body = "1. Nội dung thực hiện\n- Tiếp nhận hồ sơ lưu động.\n2. Thời gian: Từ ngày 05/9/2026, sáng thứ Bảy.\n3. Địa điểm: Tại nhà văn hóa các thôn."
    assert _tasks(body) == ["Tiếp nhận hồ sơ lưu động."]
    assert _tasks("- Thời gian: Tổ chức lớp từ ngày 16/7/2026.\n- Địa điểm: Nhà văn hóa thôn.") == [
        "Thời gian: Tổ chức lớp từ ngày 16/7/2026."
    ]


def test_a_lettered_heading_that_names_a_unit_gives_its_dashes_their_lead() -> None:
    tasks = _programme(
        "I. NHIỆM VỤ\na) Văn phòng Đảng ủy\n- Tổng hợp báo cáo hằng quý.\nb) Công an xã\n- Tuần tra ban đêm."
    ).tasks
    assert [task.leads for task in tasks] == [["Văn phòng Đảng ủy"], ["Công an xã"]]


def test_a_party_group_at_a_body_is_a_unit_where_it_heads_work() -> None:
    (task,) = _programme("I. NHIỆM VỤ\na) Tổ đảng ở Thường trực Ủy ban Pháp luật\n- Thẩm tra các dự án luật.\n").tasks
    assert task.leads == ["Tổ đảng ở Thường trực Ủy ban Pháp luật"]


WORK_BY_YEARS = """III. NỘI DUNG KIỂM TRA, GIÁM SÁT
* Năm 2027: (02 cuộc kiểm tra, 01 cuộc giám sát)
- Về kiểm tra: 02 cuộc
1. Kiểm tra việc thực hiện quy chế làm việc của các chi bộ trực thuộc Đảng bộ xã. (Giao Ban Xây dựng Đảng chủ trì, tham mưu trong quý I/2027).
2. Kiểm tra việc thu, nộp và quản lý đảng phí tại các chi bộ cơ quan. (Giao Ủy ban Kiểm tra Đảng ủy chủtrì, phối hợp với Văn phòng Đảng ủy tham mưu trong quý III/2027).
- Về giám sát: 01 cuộc
Giám sát việc lãnh đạo công tác tuyển quân của chi bộ Quân sự. (Giao Ủy ban Kiểm tra Đảng ủy chủ trì, tham mưu trong quý IV/2027).
"""


def test_lines_that_only_count_are_no_work_and_brackets_give_unit_and_time() -> None:
    programme = _programme(WORK_BY_YEARS)
    assert [(task.leads, task.coordinating, task.finish) for task in programme.tasks] == [
        (["Ban Xây dựng Đảng"], [], "Q1/2027"),
        (["Ủy ban Kiểm tra Đảng ủy"], ["Văn phòng Đảng ủy"], "Q3/2027"),
        (["Ủy ban Kiểm tra Đảng ủy"], [], "Q4/2027"),
    ]
    assert [section.title for section in programme.sections] == ["NỘI DUNG KIỂM TRA, GIÁM SÁT", None, None]
    assert programme.tasks[2].section == "s1"


def test_who_carries_out_helps_where_somebody_else_is_in_charge() -> None:
    programme = _programme(
        "II. NHIỆM VỤ, GIẢI PHÁP\n1.1. Xây dựng kế hoạch bồi dưỡng kỹ năng số cho cán bộ, đảng viên toàn xã.\n"
        "- Cơ quan chủ trì: Văn phòng Đảng ủy.\n- Cơ quan thực hiện: Các chi bộ trực thuộc; Ủy ban Mặt trận Tổ quốc xã.\n"
        "1.2. Tổ chức số hóa hồ sơ đảng viên của các chi bộ trực thuộc.\n- Cơ quan thực hiện: Ban Xây dựng Đảng.\n"
    )
    assert [(task.leads, task.coordinating) for task in programme.tasks] == [
        (["Văn phòng Đảng ủy"], ["Các chi bộ trực thuộc", "Ủy ban Mặt trận Tổ quốc xã"]),
        (["Ban Xây dựng Đảng"], []),
    ]


def test_a_heading_that_is_work_keeps_its_full_stop_above_a_line_of_responsibility() -> None:
    body = "1. Năm 2026\n1.1. Tổng kết công tác kiểm tra của Đảng bộ xã.\n- Uỷ ban Kiểm tra Đảng uỷ tham mưu, trình trong Quý II/2026."
    assert _tasks(body) == ["Tổng kết công tác kiểm tra của Đảng bộ xã."]


def test_a_heading_that_ends_in_so_hoa_is_no_reference_to_the_number_below() -> None:
    programme = _programme(
        "III. PHÁT TRIỂN VĂN HÓA, XÃ HỘI, CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ\n1. Nhiệm vụ, giải pháp\n"
        "- Duy trì 09 tổ công nghệ số cộng đồng tại các khu vực.\n2. Phân công thực hiện\nPhòng Văn hóa - Xã hội chủ trì.\n"
    )
    assert [section.label for section in programme.sections] == ["III", "1", "2"]
    assert len(programme.tasks) == 1
