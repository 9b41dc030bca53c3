"""A paper taken apart."""

from __future__ import annotations

from dondoc.extraction.parts import Part, take_apart
from dondoc.reader.document import Document
from extraction.papers import document_of


def _printed(document: Document, part: Part) -> list[str]:
    return [document.text[line.start : line.end] for line in part.lines]


PAPER = """I. NHIỆM VỤ
- Thực hiện các công việc nêu tại
Phụ lục số 01 kèm theo Chương trình này.
Nơi nhận:
- Các chi bộ,
- Lưu VPĐU.
T/M BAN CHẤP HÀNH
BÍ THƯ
Lê Văn Nam
Phụ lục số 01
CÔNG TRÌNH
PHỤ LỤC II: CHỈ TIÊU"""


def test_body_recipients_signature_and_appendices_are_told_apart() -> None:
    document = document_of(PAPER)
    parts = take_apart(document)
    assert len(parts.body.lines) == 3
    assert _printed(document, parts.recipients) == ["Nơi nhận:", "- Các chi bộ,", "- Lưu VPĐU."]
    assert _printed(document, parts.signature)[-1] == "Lê Văn Nam"
    assert [_printed(document, part)[0] for part in parts.appendices] == ["Phụ lục số 01", "PHỤ LỤC II: CHỈ TIÊU"]


def test_a_signature_beside_the_recipients_is_told_by_its_place() -> None:
    document = document_of(
        "I. NHIỆM VỤ\n- Kiện toàn.\n- Rà soát.\nNơi nhận:\nT/M BAN CHẤP HÀNH\n- Các chi bộ,\nLê Văn Nam\n- Lưu VPĐU."
    )
    for line in document.lines:
        text = document.text[line.start : line.end]
        left = 350.0 if text.startswith(("T/M", "Lê")) else 90.0
        line.box, line.page = (left, 100.0, left + 100, 110.0), 1
    parts = take_apart(document)
    assert _printed(document, parts.recipients) == ["Nơi nhận:", "- Các chi bộ,", "- Lưu VPĐU."]
    assert _printed(document, parts.signature) == ["T/M BAN CHẤP HÀNH", "Lê Văn Nam"]


def test_footnotes_that_a_page_of_the_web_puts_last_are_notes_of_the_paper() -> None:
    document = document_of(
        PAPER.replace(
            "Phụ lục số 01\nCÔNG", "[1]\nNghị quyết số 28-NQ/TU ngày 02/3/2021.\n[2] Luật Dân số\nPhụ lục số 01\nCÔNG"
        )
    )
    parts = take_apart(document)
    assert _printed(document, parts.notes) == ["[1]", "Nghị quyết số 28-NQ/TU ngày 02/3/2021.", "[2] Luật Dân số"]
    assert _printed(document, parts.signature)[-1] == "Lê Văn Nam"
    assert len(parts.appendices) == 2


def test_a_ground_that_names_the_state_is_no_motto() -> None:
    document = document_of(
        "NGHỊ QUYẾT\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nI. NHIỆM VỤ\n- Rà soát."
    )
    assert len(take_apart(document).body.lines) == 4


DECISION = """ỦY BAN NHÂN DÂN XÃ AN HÒA
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển kinh tế số của xã.
Nơi nhận:
- Các thôn;
- Lưu VT.
KT. CHỦ TỊCH
Trần Văn Bình
KẾ HOẠCH
Phát triển kinh tế số của xã
(Kèm theo Quyết định số 12/QĐ-UBND
ngày 05 tháng 01 năm 2026)
I. MỤC TIÊU
- Kinh tế số chiếm 20%.
Nơi nhận:
- Các ban;"""


def test_a_plan_printed_behind_the_signature_is_the_papers_own_without_its_title() -> None:
    document = document_of(DECISION)
    parts = take_apart(document)
    assert _printed(document, parts.attached) == ["I. MỤC TIÊU", "- Kinh tế số chiếm 20%."]
    assert len(parts.prose) == 2
    assert _printed(document, parts.recipients)[-1] == "- Các ban;"


def test_a_table_attached_in_the_same_place_stays_an_appendix() -> None:
    document = document_of(DECISION.replace("I. MỤC TIÊU\n- Kinh tế số chiếm 20%.", "Rà soát hạ tầng số của xã."))
    parts = take_apart(document)
    assert not parts.attached.lines
    assert len(parts.prose) == 1


def test_a_sentence_that_names_the_state_is_no_letterhead() -> None:
    last = (
        "Nghị quyết này được Hội đồng nhân dân xã thông qua, gửi Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam "
        "và có hiệu lực từ ngày 01 tháng 01 năm 2026."
    )
    document = document_of(f"NGHỊ QUYẾT\nI. NHIỆM VỤ\n- Rà soát quy hoạch.\n{last}")
    assert len(take_apart(document).body.lines) == 4


def test_a_name_beside_the_last_recipients_is_the_signers() -> None:
    lines = [
        "KẾ HOẠCH", "I. NHIỆM VỤ", "- Làm đường.", "- Trồng cây.", "- Dọn rác.", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "- UBND tỉnh;", "CHỦ TỊCH",
        "- Các thôn;", "(Đã ký)", "- Lưu: VT.", "Trần Thị Hồng Gấm",
    ]  # fmt: skip
    document = document_of("\n".join(lines), begins=True)
    parts = take_apart(document)
    signed = [document.text[line.start : line.end] for line in parts.signature.lines]
    assert signed == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Trần Thị Hồng Gấm"]


def test_recipients_below_an_appendix_end_the_paper() -> None:
    lines = [
        "KẾ HOẠCH",
        "I. NHIỆM VỤ",
        "- Làm đường.",
        "Phụ lục I",
        "DANH MỤC",
        "Nơi nhận:",
        "- Các thôn;",
        "CHỦ TỊCH",
        "Lò Thị Ban",
    ]
    document = document_of("\n".join(lines), begins=True)
    parts = take_apart(document)
    assert [document.text[line.start : line.end] for line in parts.recipients.lines] == ["Nơi nhận:", "- Các thôn;"]
    assert [document.text[line.start : line.end] for line in parts.signature.lines] == ["CHỦ TỊCH", "Lò Thị Ban"]
