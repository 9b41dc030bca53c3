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
