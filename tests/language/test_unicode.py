"""Text is cleaned once, before any position in it is fixed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.language.unicode import clean, clean_line, nfc


def test_decomposed_vietnamese_is_composed():
    assert clean(unicodedata.normalize("NFD", "Đảng uỷ phường thực hiện")) == "Đảng uỷ phường thực hiện"


def test_a_tone_typed_before_its_circumflex_is_put_right():
    assert nfc("mo\u0301\u0302t") == nfc("mốt")
    assert nfc("th\u01b0\u0323c a\u0301\u0306n") == "thực ắn"


def test_invisible_characters_go_and_spaces_become_plain():
    assert clean("chỉ\u00a0tiêu\u200b\ufeff nh\u00adiệm\u2009vụ\u0007") == "chỉ tiêu nhiệm vụ"


def test_symbol_font_bullets_become_dashes_and_other_private_characters_go():
    assert clean("\uf0b7 Nhiệm vụ \uf0b3 85%\ue123") == "- Nhiệm vụ ≥ 85%"


def test_eth_typed_for_the_letter_d_with_stroke_is_that_letter():
    assert clean("Ðảng bộ") == "Đảng bộ"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\u000b", "\u0085"])
def test_every_kind_of_line_break_becomes_one(newline):
    assert clean(f"một{newline}hai") == "một\nhai"


def test_form_feeds_stay_because_they_are_page_breaks():
    assert clean("một\fhai") == "một\fhai"


def test_a_line_is_trimmed_and_its_white_space_collapsed():
    assert clean_line("  Nơi \t nhận:\n ") == "Nơi nhận:"


@pytest.mark.parametrize("bullet", ["•", "●", "▪", "\uf0b7", "➢"])
def test_a_bullet_drawn_before_a_line_is_a_dash(bullet):
    assert clean_line(f" {bullet}\tNhiệm vụ •") == "- Nhiệm vụ •"


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_gives_nfc(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
