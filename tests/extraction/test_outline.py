"""The tree of sections."""

from __future__ import annotations

from dondoc.extraction.outline import build, first_words
from dondoc.extraction.paragraphs import paragraphs_of
from dondoc.extraction.tree import Block, Node
from extraction.papers import document_of


def _sections(text: str) -> list[Node]:
    document = document_of(text, begins=True)
    return build([Block(paragraph=p) for p in paragraphs_of(document, document.lines)]).order


def _tree(text: str) -> list[tuple[str | None, str | None, str | None, str]]:
    """Return (label, title, parent's label, kind) of each section."""
    return [
        (
            node.label.printed if node.label else None,
            node.title_text or None,
            node.parent.label.printed if node.parent and node.parent.label else None,
            node.kind,
        )
        for node in _sections(text)
    ]


PAPER = """A. MỤC ĐÍCH, YÊU CẦU
1. Cụ thể hóa Nghị quyết Đại hội thành các nhiệm vụ có địa chỉ, có thời hạn rõ ràng.
B. NỘI DUNG CHƯƠNG TRÌNH
I. VỀ KINH TẾ
1. Mục tiêu: Phát triển kinh tế nhanh, bền vững.
Một số chỉ tiêu cụ thể:
(1) Thu ngân sách tăng trên 10%.
2. Các nhiệm vụ, giải pháp chủ yếu
2.1. Phát triển thương mại, dịch vụ
- Nâng cấp chợ trung tâm.
3. Phân công thực hiện:
Giao Ủy ban nhân dân phường xây dựng kế hoạch.
I. VỀ VĂN HÓA
- Bảo tồn di tích.
C. TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Chương trình hành động này."""


def test_the_tree_follows_the_labels_and_their_words() -> None:
    assert _tree(PAPER) == [
        ("A", "MỤC ĐÍCH, YÊU CẦU", None, "purpose"),
        ("1", None, "A", "purpose"),
        ("B", "NỘI DUNG CHƯƠNG TRÌNH", None, "group"),
        ("I", "VỀ KINH TẾ", "B", "group"),
        ("1", "Mục tiêu", "I", "objective"),
        (None, "Một số chỉ tiêu cụ thể", "1", "indicators"),
        ("2", "Các nhiệm vụ, giải pháp chủ yếu", "I", "tasks"),
        ("2.1", "Phát triển thương mại, dịch vụ", "2", "tasks"),
        ("3", "Phân công thực hiện", "I", "assignment"),
        ("I", "VỀ VĂN HÓA", "B", "tasks"),
        ("C", "TỔ CHỨC THỰC HIỆN", None, "organisation"),
        ("1", None, "C", "organisation"),
    ]


def test_the_first_words_run_into_what_follows_a_short_heading() -> None:
    sections = _sections(PAPER)
    assert first_words(sections[0]) == "A. MỤC ĐÍCH, YÊU CẦU 1. Cụ thể"
    assert first_words(sections[2]) == "B. NỘI DUNG CHƯƠNG TRÌNH I. VỀ KINH"


def test_a_heading_of_two_sentences_is_one_title() -> None:
    text = "2.1. Kết hợp kinh tế với quốc phòng. Xây dựng thế trận an ninh nhân dân vững chắc\n- Tuyên truyền."
    assert _tree(text)[0][1] == "Kết hợp kinh tế với quốc phòng. Xây dựng thế trận an ninh nhân dân vững chắc"


def test_a_subsection_without_its_heading_does_not_hang_under_another_number() -> None:
    text = "I. NHIỆM VỤ\n1. Công tác tư tưởng\n- Tuyên truyền.\n2.1. Công tác tổ chức\n- Kiện toàn."
    assert _tree(text)[2][2] == "I"


def test_articles_chapters_and_parts_are_sections() -> None:
    text = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\n1. Quy định này áp dụng cho các đơn vị.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký."
    assert [(label, title, parent) for label, title, parent, _ in _tree(text)] == [
        ("Chương I", "QUY ĐỊNH CHUNG", None),
        ("Điều 1", "Phạm vi điều chỉnh", "Chương I"),
        ("1", None, "Điều 1"),
        ("Điều 2", None, "Chương I"),
    ]


def test_a_list_of_figures_under_an_aim_is_a_list_of_targets() -> None:
    text = "II. MỤC TIÊU\n1. Mục tiêu chung\nPhát triển bền vững.\n2. Mục tiêu đến năm 2030\n- 100% hộ dân có nước sạch.\n- Tỷ lệ hộ nghèo dưới 1%."
    assert [kind for *_, kind in _tree(text)] == ["objective", "objective", "indicators"]


def test_headings_of_a_plan_have_their_kinds() -> None:
    text = "I. MỤC ĐÍCH, YÊU CẦU\n- Cụ thể hóa.\nII. NỘI DUNG\n1. Hạ tầng\n- Đầu tư.\nIII. KINH PHÍ\nNgân sách.\nIV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Chủ trì."
    assert [kind for *_, kind in _tree(text)] == [
        "purpose",
        "tasks",
        "tasks",
        "organisation",
        "organisation",
        "organisation",
    ]


def test_a_heading_that_the_format_marks_is_a_section_without_a_label() -> None:
    document = document_of("I. NHIỆM VỤ\nCông tác dân vận\n- Nắm tình hình Nhân dân.", begins=True)
    document.lines[1].heading = 3
    sections = build([Block(paragraph=p) for p in paragraphs_of(document, document.lines)]).order
    assert [(node.title_text, node.kind, node.parent and node.parent.title_text) for node in sections] == [
        ("NHIỆM VỤ", "tasks", None),
        ("Công tác dân vận", "tasks", "NHIỆM VỤ"),
    ]


def test_a_numbered_task_with_only_its_responsible_line_below_is_itself_the_sentence() -> None:
    text = "I. NHIỆM VỤ\n1. Năm 2026\n1.1. Nghị quyết về phát triển du lịch cộng đồng của xã\nĐảng uỷ UBND xã chủ trì tham mưu, trình trong tháng 3/2026"
    assert [row[:2] for row in _tree(text)] == [("I", "NHIỆM VỤ"), ("1", "Năm 2026"), ("1.1", None)]


def test_a_division_of_duties_is_the_work_of_a_paper_that_lists_none_elsewhere() -> None:
    text = "I. MỤC ĐÍCH\n- Nâng cao nhận thức.\nII. PHÂN CÔNG NHIỆM VỤ\n1. Tuyên truyền\n- Tổ chức hội nghị quán triệt."
    assert [row[3] for row in _tree(text)] == ["purpose", "tasks", "tasks"]
    with_work = text.replace("I. MỤC ĐÍCH\n- Nâng cao nhận thức.", "I. NHIỆM VỤ\n- Rà soát quy hoạch.")
    assert [row[3] for row in _tree(with_work)] == ["tasks", "assignment", "assignment"]


def test_bullets_of_fields_make_a_heading_of_the_line_above_and_undashed_fields_do_not() -> None:
    bullets = (
        "I. NHIỆM VỤ\n1. Năm 2026\n1.1. Xây dựng kế hoạch chuyển đổi số của xã.\n- Cơ quan chủ trì: Văn phòng Đảng ủy."
    )
    assert _tree(bullets)[-1][:2] == ("1.1", "Xây dựng kế hoạch chuyển đổi số của xã")
    assert _tree(bullets.replace("- Cơ quan", "Cơ quan"))[-1][:2] == ("1.1", None)


LETTERS_BELOW = """I. MỤC TIÊU, CHỈ TIÊU
1. Mục tiêu
Xây dựng xã giàu đẹp, văn minh.
2. Các chỉ tiêu chủ yếu
- Thu ngân sách đạt trên 40 tỷ đồng.
II. NHIỆM VỤ TRỌNG TÂM
A. LĨNH VỰC KINH TẾ
1. Mở rộng vùng trồng chè theo hướng hữu cơ, gắn với chế biến sâu và tiêu thụ qua sàn thương mại điện tử.
B. LĨNH VỰC XÃ HỘI
2. Sửa chữa nhà văn hóa các thôn đã xuống cấp, bảo đảm nơi sinh hoạt cộng đồng cho Nhân dân.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi, tổng hợp kết quả thực hiện Kế hoạch của các đơn vị.
"""


def test_letters_after_romans_stand_below_them() -> None:
    tree = [(label, parent, kind) for label, _, parent, kind in _tree(LETTERS_BELOW)]
    assert ("A", "II", "tasks") in tree
    assert ("B", "II", "tasks") in tree
    assert ("III", None, "organisation") in tree


def test_letters_over_romans_that_begin_anew_stand_above_them() -> None:
    text = "I. ĐẶT VẤN ĐỀ\nTình hình chung.\nA. MỤC TIÊU\nI. MỤC TIÊU CHUNG\nXã giàu.\nB. NHIỆM VỤ\nI. VỀ KINH TẾ\n- Làm đường."
    tree = [(label, parent) for label, _, parent, _ in _tree(text)]
    assert tree == [("I", None), ("A", None), ("I", "A"), ("B", None), ("I", "B")]


def test_a_heading_over_an_aim_and_its_targets_groups_them() -> None:
    assert _tree(LETTERS_BELOW)[:3] == [
        ("I", "MỤC TIÊU, CHỈ TIÊU", None, "group"),
        ("1", "Mục tiêu", "I", "objective"),
        ("2", "Các chỉ tiêu chủ yếu", "I", "indicators"),
    ]


def test_numbered_sentences_with_figures_below_a_year_are_targets() -> None:
    text = (
        "I. MỤC TIÊU CỤ THỂ\n1. Đến năm 2030\n1.1. Có 6 trường đạt chuẩn quốc gia.\n1.2. Huy động 99% trẻ ra lớp.\n"
        "2. Tầm nhìn đến năm 2040\n2.1. 100% trường đạt chuẩn quốc gia.\nII. NHIỆM VỤ\n- Xây trường."
    )
    assert [(label, kind) for label, _, _, kind in _tree(text)][1:6] == [
        ("1", "indicators"),
        ("1.1", "indicators"),
        ("1.2", "indicators"),
        ("2", "indicators"),
        ("2.1", "indicators"),
    ]


def test_numbered_sentences_below_an_aim_are_targets_unless_their_figures_only_cite() -> None:
    targets = "I. MỤC TIÊU\n1. Xã đạt 19/19 tiêu chí.\n2. Tỷ lệ hộ nghèo giảm 3%/năm.\nII. NHIỆM VỤ\n- Làm đường."
    aims = (
        "I. MỤC TIÊU\n1. Thực hiện Nghị quyết số 57-NQ/TW.\n2. Tạo chuyển biến từ năm 2026.\nII. NHIỆM VỤ\n- Làm đường."
    )
    assert [kind for _, _, _, kind in _tree(targets)][:3] == ["indicators"] * 3
    assert [kind for _, _, _, kind in _tree(aims)][:3] == ["objective"] * 3
