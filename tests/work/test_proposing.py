import pytest

from dondoc.programmes.models import Clause, Section, Task
from dondoc.wards.models import Unit
from dondoc.work.proposing import Proposer

NAMES = [
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an phường",
    "Văn phòng Đảng ủy",
    "Ủy ban nhân dân phường",
    "Ban Xây dựng Đảng",
    "Ban Văn hóa - Xã hội Hội đồng nhân dân phường",
]
UNITS = [Unit(pk=number, name=name) for number, name in enumerate(NAMES, 1)] + [
    Unit(pk=90, name="Các cơ quan, đơn vị liên quan", collective=True),
    Unit(pk=91, name="Phòng Tư pháp", active=False),
]
SECTIONS = [
    Section(pk=1, title="CHƯƠNG TRÌNH PHÁT TRIỂN KINH TẾ"),
    Section(pk=2, title="Công tác an ninh, tạo môi trường cho phát triển kinh tế - xã hội của phường", parent_id=3),
    Section(pk=3, title="QUỐC PHÒNG - AN NINH"),
    Section(pk=4, title="Phát triển văn hóa - xã hội"),
    Section(pk=5, title="Những việc khác"),
]
CLAUSES = [
    Clause(
        section_id=3, leads=["Công an phường"], text="Giao Công an phường xây dựng kế hoạch thực hiện Chương trình này."
    ),
    Clause(section_id=9, leads=["Văn phòng Đảng ủy"], text="Văn phòng Đảng ủy theo dõi kết nạp đảng viên mới ở chi bộ"),
]


def task(text="", section=None, leads=(), coordinating=()):
    return Task(text=text, section_id=section, leads_printed=list(leads), coordinating_printed=list(coordinating))


def proposal(wanted, *others):
    return Proposer(UNITS, CLAUSES, SECTIONS, [wanted, *others]).propose(wanted)


def test_the_unit_a_task_names_leads_and_the_others_coordinate():
    found = proposal(task(leads=["Công an phường", "phòng kinh tế"], coordinating=["Văn phòng Đảng uỷ"]))
    assert found.lead.name == "Công an phường"
    assert [unit.name for unit in found.coordinating] == ["Phòng Kinh tế", "Văn phòng Đảng ủy"]
    assert not found.sure
    assert proposal(task(leads=["Công an phường"])).sure


@pytest.mark.parametrize("name", ["các cơ quan, đơn vị liên quan", "Phòng Tư pháp", "Sở Xây dựng", ""])
def test_collectives_retired_and_foreign_units_are_not_proposed(name):
    assert proposal(task(leads=[name])).lead is None


def test_a_heading_names_the_unit_whose_field_it_is():
    assert proposal(task(section=4)).lead.name == "Phòng Văn hóa - Xã hội"


def test_a_body_over_all_fields_is_not_meant_by_the_words_of_its_name():
    sections = [Section(pk=8, title="VỀ XÂY DỰNG ĐẢNG VÀ VẬN ĐỘNG NHÂN DÂN")]
    found = Proposer(UNITS, [], sections, []).propose(task(section=8))
    assert found.lead.name == "Ban Xây dựng Đảng"


def test_the_division_of_a_phuong_is_another_than_that_of_a_xa():
    wanted = task(section=1)
    assert Proposer(UNITS, [], SECTIONS, [wanted]).propose(wanted).lead.name == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert Proposer(UNITS, [], SECTIONS, [wanted], urban=False).propose(wanted).lead.name == "Phòng Kinh tế"


def test_of_two_units_of_a_field_the_one_the_paper_names_is_proposed():
    named = task(leads=["Phòng Kinh tế"])
    assert proposal(task(section=1), named).lead.name == "Phòng Kinh tế"


def test_a_heading_that_only_mentions_a_field_in_passing_names_nobody_and_the_clause_over_the_chapter_does():
    found = proposal(task(section=2))
    assert found.lead.name == "Công an phường"
    assert found.why.startswith("Câu phân công")
    assert found.sure


def test_a_clause_alike_in_words_is_proposed_but_not_sure():
    found = proposal(task("Chú trọng kết nạp đảng viên mới trong doanh nghiệp", section=5))
    assert found.lead.name == "Văn phòng Đảng ủy"
    assert not found.sure


def test_where_nothing_tells_there_is_no_proposal():
    assert proposal(task("Trồng cây xanh", section=5)).lead is None
