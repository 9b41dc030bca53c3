"""Doubts about the text of an item."""

from __future__ import annotations

import pytest

from dondoc.extraction import confidence
from dondoc.programme.model import Header, Programme, Span, Task
from dondoc.reader.document import Document
from extraction.papers import document_of


def _marked(text: str, document: Document | None = None) -> Task:
    task = Task(id="t1", section="s1", text=text, spans=[Span(start=0, end=len(text))])
    confidence.mark(Programme(document=Header(), sections=[], tasks=[task]), document or document_of(text))
    return task


def test_a_whole_sentence_is_sure() -> None:
    assert _marked("Tăng cường kiểm tra, giám sát tổ chức đảng.").confidence == "sure"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("thông qua sản phẩm cụ thể, thực chất.", confidence.STARTS_INSIDE),
        ("Đổi mới nội dung, phương thức hoạt động của", confidence.ENDS_INSIDE),
        ("Kiện", confidence.SHORT),
        ("Tăng cường kiểm tra. " * 300, confidence.LONG),
    ],
)
def test_a_text_cut_off_or_of_an_odd_length_is_doubtful(text: str, doubt: str) -> None:
    task = _marked(text)
    assert task.confidence == "doubtful"
    assert doubt in task.doubts


def test_words_that_recognition_misread_are_named() -> None:
    document = document_of("Phát triếển hạ tầng giao thông nông thôn.")
    document.origin = "scan"
    assert confidence.MISREAD.format(words="“triếển”") in _marked(document.text, document).doubts


def test_a_faint_line_is_doubtful() -> None:
    document = document_of("Phát triển hạ tầng giao thông nông thôn.")
    document.origin = "scan"
    document.lines[0].confidence = 0.6
    assert _marked(document.text, document).doubts == [confidence.FAINT]


def test_words_that_recognition_is_unsure_of_are_named_where_they_stand_in_the_item() -> None:
    document = document_of("Điều hành tốt chỉ ngân sách.\nĐồng chí Thăng phụ trách.")
    for line, word in zip(document.lines, ("chỉ", "Thăng"), strict=True):
        start = document.text.index(word, line.start)
        line.confidence, line.unsure = 0.95, [(start, start + len(word))]
    first = document.text[: document.lines[0].end]
    assert _marked(first, document).doubts == [confidence.MISREAD.format(words="“chỉ”")]


def test_a_printed_page_beside_a_scanned_one_has_no_doubts_of_recognition() -> None:
    document = document_of("Triển khai Fintech.\nTriển khai Fintech.")
    document.lines[1].confidence = 0.95
    assert _marked(document.text[: document.lines[0].end], document).confidence == "sure"


def test_common_words_of_other_languages_are_no_misreading() -> None:
    document = document_of("Lắp camera, phủ sóng wifi và internet, tổ chức giải marathon.")
    document.origin = "scan"
    named = confidence.MISREAD.split("{")[0]
    assert not [doubt for doubt in _marked(document.text, document).doubts if doubt.startswith(named)]
