"""What must not be misread in a scan is read more than once, and disputed readings make a line unsure."""

from __future__ import annotations

import time

import numpy as np
import pytest
from numpy.typing import NDArray

from dondoc.reader.ocr import second
from dondoc.reader.ocr.hocr import Seen
from dondoc.reader.ocr.second import BESIDE, SETTLED, alike, look_again, pieces_of, settled
from dondoc.reader.ocr.tesseract import OcrFailedError

DPI = 200.0
HEIGHT = 30


def line_of(texts: str, line: int = 0, confidence: float = 0.95) -> list[Seen]:
    """Return words that stand side by side on a line, each 100 pixels wide with 20 between them."""
    return [
        Seen(text, 50 + 120 * i, 50 + 60 * line, 150 + 120 * i, 50 + 60 * line + HEIGHT, confidence, line)
        for i, text in enumerate(texts.split())
    ]


def page() -> NDArray[np.uint8]:
    return np.full((600, 2400), 255, dtype=np.uint8)


def looked_at(words: list[Seen]) -> list[str]:
    return [" ".join(word.text for word in piece.words) for piece in pieces_of(words, page(), DPI)]


class Recogniser:
    """Stands for Tesseract: answers each look with the words told for it, where the strip holds them."""

    def __init__(self, *looks: dict[str, tuple[str, float]]) -> None:
        self.looks = list(looks)
        self.asked = 0

    def answers_for(self, words: list[Seen]) -> Recogniser:
        self.words = words
        return self

    def __call__(self, strip: NDArray[np.uint8], dpi: float, layout: int, until: float) -> list[Seen]:
        told = self.looks[self.asked]
        self.asked += 1
        scale = dpi / DPI
        piece = pieces_of(self.words, page(), DPI)[0]
        margin, gap = round(second.MARGIN * DPI / 72), round(second.GAP * DPI / 72)
        seen = []
        for word in piece.words:
            text, confidence = told.get(word.text, (word.text, 0.95))
            left, right = word.left - piece.left + margin, word.right - piece.left + margin
            top = gap + word.top - piece.top
            box = [round(edge * scale) for edge in (left, top, right, top + HEIGHT)]
            if text:
                seen.append(Seen(text, box[0], box[1], box[2], box[3], confidence, 0))
        return seen


def look(monkeypatch: pytest.MonkeyPatch, words: list[Seen], *looks: dict[str, tuple[str, float]]) -> Recogniser:
    recogniser = Recogniser(*looks).answers_for([Seen(**{n: getattr(w, n) for n in Seen.__slots__}) for w in words])
    monkeypatch.setattr(second, "recognise", recogniser)
    look_again(page(), words, DPI, time.monotonic() + 60)
    return recogniser


def test_a_figure_is_looked_at_with_the_words_before_and_after_it() -> None:
    words = line_of("phấn đấu hằng năm tăng bình quân 15% số hộ dân thoát nghèo bền vững")
    assert looked_at(words) == ["bình quân 15% số hộ dân"]


def test_document_numbers_and_words_read_unsurely_are_looked_at_and_plain_words_are_not() -> None:
    assert looked_at(line_of("Ban Chấp hành Đảng bộ")) == []
    assert looked_at(line_of("số 01-NQ/ĐU ngày"))
    assert looked_at(line_of("theo NQ-TW khóa"))
    assert looked_at(line_of("nhà văn - hóa")) == []
    words = line_of("giao đồng chí Thăng phụ trách")
    words[3].others = [("Thắng", 0.2)]
    assert looked_at(words) == ["chí Thăng phụ"]
    assert BESIDE == 1


def test_the_sure_label_of_a_line_and_numbers_read_twice_already_are_not_looked_at() -> None:
    assert looked_at(line_of("(12) Đẩy mạnh tuyên truyền")) == []
    assert looked_at(line_of("(12) Đẩy mạnh tuyên truyền", confidence=0.85))
    row = line_of("12")
    row[0].settled = True
    assert looked_at(row) == []


def test_a_word_that_differs_in_its_commas_case_or_bar_only_is_the_same_word() -> None:
    assert alike("15%).", "15%)")
    assert alike("≥97%,", ">97%")
    assert alike("cơ", "Cơ")
    assert not alike("159%).", "15%).")
    assert not alike("1.500", "1,500")
    assert not alike("“hội", "hội")


def test_two_like_readings_of_three_win() -> None:
    assert settled([("159%", 0.9), ("15%", 0.8), ("15%", 0.7)])[0][0] == "15%"
    assert settled([("226", 0.9), ("26", 0.8), ("226", 0.9)])[0][0] == "226"


def test_one_sure_reading_wins_over_two_very_unsure_ones() -> None:
    assert settled([("TIỂU", 0.3), ("TIÊU", 0.92), ("TIỂU", 0.3)])[0][0] == "TIÊU"


def test_of_three_different_readings_the_surest_wins_and_nothing_is_never_chosen() -> None:
    assert settled([("10", 0.6), ("16", 0.9), ("18", 0.7)])[0][0] == "16"
    assert settled([("10", 0.1), ("", 0.0), ("", 0.0)])[0][0] == "10"


def test_of_like_readings_the_first_stands() -> None:
    assert settled([("(15%),", 0.5), ("20%", 0.6), ("15%.", 0.9)])[0] == ("(15%),", 0.5)


def test_a_figure_on_which_all_looks_agree_keeps_its_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    words = line_of("tăng 15% năm")
    recogniser = look(monkeypatch, words, {})
    assert recogniser.asked == 1
    assert [word.confidence for word in words] == [0.95] * 3


def test_a_disputed_figure_is_settled_and_it_alone_is_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    words = line_of("tăng 159% năm") + line_of("vững chắc", line=1)
    told = {"159%": ("15%", 0.9)}
    recogniser = look(monkeypatch, words, told, told)
    assert recogniser.asked == 2
    assert [word.text for word in words] == ["tăng", "15%", "năm", "vững", "chắc"]
    assert [word.unsure for word in words] == [False, True, False, False, False]


def test_a_word_that_another_look_sees_otherwise_is_not_replaced_but_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    words = line_of("tăng 15% năm")
    look(monkeypatch, words, {"năm": ("nắm", 0.95)})
    assert words[2].text == "năm"
    assert 0 < dict(words[2].others)["nắm"] < 1
    assert not words[2].unsure


def test_a_weak_document_number_is_looked_at_twice_more(monkeypatch: pytest.MonkeyPatch) -> None:
    words = line_of("số 01-NQ/ĐĐU ngày")
    words[1].confidence = 0.6
    right, same = {"01-NQ/ĐĐU": ("01-NQ/ĐU", 0.45)}, {"01-NQ/ĐĐU": ("01-NQ/ĐĐU", 0.45)}
    recogniser = look(monkeypatch, words, right, same, right, right)
    assert recogniser.asked == 4
    assert words[1].text == "01-NQ/ĐU"
    assert SETTLED > 0.6 + 0.45


def test_a_figure_that_is_not_found_again_stays_and_is_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    words = line_of("tăng 15% năm")
    look(monkeypatch, words, *[{"15%": ("", 0.0)}] * 4)
    assert words[1].text == "15%"
    assert words[1].unsure


def test_a_look_that_fails_leaves_the_first_reading_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> list[Seen]:
        raise OcrFailedError

    monkeypatch.setattr(second, "recognise", failing)
    words = line_of("tăng 15% năm")
    look_again(page(), words, DPI, time.monotonic())
    assert [word.text for word in words] == ["tăng", "15%", "năm"]
    assert [word.unsure for word in words] == [False, True, False]


def test_a_page_with_more_pieces_than_a_strip_can_hold_is_still_looked_at() -> None:
    grey = np.full((40_000, 400), 255, dtype=np.uint8)
    words = [Seen("15%", 50, 40 * i, 150, 40 * i + 30, 0.9, i) for i in range(990)]
    laid = second._laid(pieces_of(words, grey, DPI), DPI)
    assert 100 < len(laid) < 990
    assert second._strip(grey, laid, DPI).shape[0] * second.LARGEST <= second.TALLEST + 100


def test_a_ring_of_the_percent_sign_is_no_digit() -> None:
    assert settled([("159%).", 0.9), ("15%).", 0.6), ("159%).", 0.9)])[0][0] == "15%)."
    assert settled([("159%).", 0.9), ("15%.", 0.6)])[0][0] == "159%)."
    assert settled([("90%", 0.9), ("96%", 0.5)])[0][0] == "90%"
