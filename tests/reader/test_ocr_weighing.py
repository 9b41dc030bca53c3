"""Words of a scan are told from those beside them; what stays unsure is marked, and nothing unseen is written."""

from __future__ import annotations

import pytest

from dondoc.reader.ocr.hocr import Others, Seen
from dondoc.reader.ocr.weighing import beside, runs_of, settle, with_look
from dondoc.reader.ocr.wording import Wording, common_wording, key


def words(text: str, others: dict[str, Others] | None = None) -> list[Seen]:
    """Return the words of a line, read surely unless others are told for them."""
    told = others or {}
    return [
        Seen(word, 0, 0, 10, 10, 0.85 if word in told else 0.96, 0, others=told.get(word, [])) for word in text.split()
    ]


def settled(line: list[Seen], wording: Wording | None = None) -> tuple[str, list[str]]:
    settle(line, wording or common_wording(), counted=False)
    return " ".join(word.text for word in line), [word.text for word in line if word.unsure]


@pytest.mark.parametrize(
    ("read", "printed", "other"),
    [
        ("phát huy tỉnh thần đoàn kết", "phát huy tinh thần đoàn kết", ("tỉnh", "tinh")),
        ("các tố chức đoàn thể", "các tổ chức đoàn thể", ("tố", "tổ")),
        ("tiếp tục đối mới phương thức", "tiếp tục đổi mới phương thức", ("đối", "đổi")),
        ("phát triển đồ thị thông minh", "phát triển đô thị thông minh", ("đồ", "đô")),
        ("giảm nghèo bần vững", "giảm nghèo bền vững", ("bần", "bền")),
    ],
)
def test_of_two_letters_thought_of_the_one_that_makes_a_word_wins(
    read: str, printed: str, other: tuple[str, str]
) -> None:
    assert settled(words(read, {other[0]: [(other[1], 0.1)]})) == (printed, [])


@pytest.mark.parametrize("read", ["lãnh đạo tỉnh giao", "công tác đối ngoại", "các chỉ tiêu", "khiếu nại tố cáo"])
def test_a_word_that_stands_well_where_it_was_read_stays(read: str) -> None:
    confused = {"tỉnh": "tinh", "đối": "đổi", "chỉ": "chi", "tố": "tổ"}
    line = words(read, {was: [(other, 0.1)] for was, other in confused.items()})
    assert settled(line) == (read, [])


def test_a_word_that_was_never_thought_of_is_not_written_but_the_one_read_is_unsure() -> None:
    line = words("ngăn chặn và khăng định", {"khăng": []})
    assert settled(line) == ("ngăn chặn và khăng định", ["khăng"])


def test_an_abbreviation_with_small_letters_does_not_become_a_syllable() -> None:
    assert settled(words("mạng IoT tại", {"IoT": [("loT", 0.1)]}))[0] == "mạng IoT tại"


def test_two_misread_words_side_by_side_are_both_told() -> None:
    line = words("phát huy tỉnh thân yêu nước", {"tỉnh": [("tinh", 0.2)], "thân": [("thần", 0.2)]})
    assert settled(line)[0] == "phát huy tinh thần yêu nước"


def test_words_that_fit_alike_are_unsure() -> None:
    assert settled(words("ông Thăng", {"Thăng": [("Thắng", 0.3)]}))[1] == ["Thăng"]


def test_a_figure_that_may_be_another_is_unsure_and_is_never_changed() -> None:
    assert settled(words("tăng 15% năm", {"15%": [("16%", 0.28)]})) == ("tăng 15% năm", ["15%"])
    assert settled(words("tăng 15% năm", {"15%": [("15%.", 0.28)]})) == ("tăng 15% năm", [])


def test_symbols_of_document_numbers_are_known_from_what_is_none() -> None:
    assert settled(words("số 496/QĐ-TTg", {"496/QĐ-TTg": [("496/QĐ-TTE", 0.28)]}))[1] == []
    assert settled(words("số 496/QĐ-TTg", {"496/QĐ-TTg": [("496/QH-TTg", 0.28)]}))[1] == ["496/QĐ-TTg"]
    assert settled(words("số 496/QĐ-TTg", {"496/QĐ-TTg": [("498/QĐ-TTg", 0.28)]}))[1] == ["496/QĐ-TTg"]


def test_a_stray_sign_is_unsure_and_a_wave_that_may_be_a_dash_is_one() -> None:
    assert settled(words("văn hóa :")) == ("văn hóa :", [":"])
    assert settled(words("≥ 97%")) == ("≥ 97%", [])
    assert settled(words("~ Thủy sản", {"~": [("-", 0.1)]})) == ("- Thủy sản", [])


def test_a_committee_symbol_whose_letter_was_seen_twice_is_unsure() -> None:
    assert settled(words("số 01-NQ/ĐĐU ngày"))[1] == ["01-NQ/ĐĐU"]


def test_quotation_marks_drawn_otherwise_are_no_doubt() -> None:
    assert settled(words('học vụ số".', {'số".': [("số”.", 0.28)]}))[1] == []


def test_a_second_look_makes_likelier_what_both_looks_thought_of() -> None:
    word = Seen("tỉnh", 0, 0, 10, 10, 0.9, 0, others=[("tinh", 0.1), ("tình", 0.1)])
    with_look(word, "tinh", [("tỉnh", 0.05)])
    odds = dict(word.others)
    assert word.text == "tinh"
    assert odds["tỉnh"] > odds["tình"]


def test_what_a_paper_says_often_tells_what_it_says_once_more() -> None:
    plain = words("thôn Mỏ Sét " * 6)
    paper = common_wording().with_paper(runs_of(plain))
    line = words("ngã ba Mồ Sét", {"Mồ": [("Mỏ", 0.1)]})
    assert settled(line, paper)[0] == "ngã ba Mỏ Sét"


def test_the_odd_one_of_a_paper_counts_for_nothing() -> None:
    paper = common_wording().with_paper(runs_of(words("các tổ chức " * 10 + "tố chức")))
    assert paper.chance_after("tố", "chức") < 0.2 * paper.chance_after("tổ", "chức")


def test_signs_part_the_runs_and_the_words_beside() -> None:
    line = words("phòng, chống (dịch bệnh) lây")
    assert list(runs_of(line)) == [["phòng"], ["chống"], ["dịch", "bệnh"], ["lây"]]
    assert [(near.before, near.after) for near in beside([word.text for word in line])] == [
        ("", ""), ("", ""), ("", "bệnh"), ("dịch", ""), ("", "")
    ]  # fmt: skip


def test_both_ways_to_set_a_tone_are_one() -> None:
    assert [key(word) for word in ("Uỷ", "hoá", "khoẻ", "quý", "hoàn")] == ["ủy", "hóa", "khỏe", "quý", "hoàn"]
