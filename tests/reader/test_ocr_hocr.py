"""The page that Tesseract writes is read with the other letters that it thought of."""

from __future__ import annotations

from dondoc.reader.ocr.hocr import ODDS, words_of


def letter(*choices: tuple[str, float]) -> str:
    rows = "".join(
        f"\n        <span class='ocrx_cinfo' id='choice_1_1_{i}' title='x_confs {sure}'>{text}</span>"
        for i, (text, sure) in enumerate(choices)
    )
    return f"\n       <span class='ocrx_cinfo' id='lstm_choices_1_1_1'>{rows}</span>"


def word(text: str, sure: int, *letters: str) -> str:
    head = f"      <span class='ocrx_word' id='word_1_1' title='bbox 10 20 60 50; x_wconf {sure}'>{text}"
    return head + "".join(letters) + "\n      </span>\n"


def page(*lines: str) -> str:
    head = "     <span class='ocr_line' id='line_1_1' title=\"bbox 1 2 3 4\">\n"
    return "".join(head + line + "     </span>\n" for line in lines)


def test_words_come_with_box_confidence_and_line() -> None:
    seen = words_of(page(word("Tổ", 96) + word("&quot;số&quot;", 88), word("chức", 90)))
    assert [(w.text, w.confidence, w.line) for w in seen] == [("Tổ", 0.96, 0), ('"số"', 0.88, 0), ("chức", 0.9, 1)]
    assert (seen[0].left, seen[0].top, seen[0].right, seen[0].bottom) == (10, 20, 60, 50)


def test_other_letters_make_other_words_with_odds() -> None:
    letters = [
        letter((" ", 95.0)),
        letter(("c", 90.0)),
        letter(("h", 90.0)),
        letter(("ỉ", 80.0), ("i", 40.0), ("í", 0.0)),
    ]
    seen = words_of(page(word("chỉ", 85, *letters)))
    assert seen[0].others == [("chi", ODDS * 0.25)]


def test_two_letters_may_both_be_others() -> None:
    seen = words_of(page(word("tâ", 85, letter(("t", 90.0), ("đ", 90.0)), letter(("â", 80.0), ("ầ", 40.0)))))
    assert {text for text, _odds in seen[0].others} == {"đâ", "tầ", "đầ"}
    assert seen[0].others[0] == ("đâ", ODDS)


def test_letters_that_do_not_fit_the_word_tell_nothing() -> None:
    assert words_of(page(word("năm", 85, letter(("n", 90.0), ("m", 50.0)))))[0].others == []


def test_a_dash_with_dust_is_a_dash_and_blank_words_are_left_out() -> None:
    assert [w.text for w in words_of(page(word("-_", 50) + word(" ", 95)))] == ["-"]
