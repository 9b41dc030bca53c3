"""Searching ignores accents, matching ignores only where the tone mark stands, sorting follows the alphabet."""

import unicodedata

import pytest

from dondoc.language.folding import fold, match_key, person_sort_key, sort_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban", "ủy ban"),
        ("HOÁ", "hóa"),
        ("kỹ thuật", "kĩ thuật"),
        ("Đảng", "dang"),
        ("Công ty", "công ti"),
        ("quý", "quí"),
        ("chất lượng", unicodedata.normalize("NFD", "CHẤT LƯỢNG")),
    ],
)
def test_search_finds_either_spelling(one, other):
    assert fold(one) == fold(other)


def test_search_keeps_other_vowels_apart():
    assert fold("tuy") != fold("tui")
    assert fold("huy động") != fold("hui động")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban Kiểm tra", "Uỷ ban  kiểm tra"),
        ("văn hoá - xã hội", "Văn hóa – xã hội"),
        ("HĐND-UBND", "HĐND \u2013 UBND"),
        ("“Dân vận khéo”", '"dân vận khéo"'),
        ("Phòng Kinh tế,\nHạ tầng", "phòng kinh tế, hạ tầng"),
        ("khoẻ", "khỏe"),
        ("thuở", unicodedata.normalize("NFD", "thuở")),
    ],
)
def test_names_match_across_case_dashes_quotes_and_tone_placement(one, other):
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Phòng Kinh tế", "Phong Kinh te"), ("ủy", "ùy"), ("ban", "bàn"), ("tổ", "tô")]
)
def test_names_with_other_accents_do_not_match(one, other):
    assert match_key(one) != match_key(other)


def test_words_sort_by_the_vietnamese_alphabet():
    words = [
        "đá",
        "dê",
        "ca",
        "cá",
        "ăn",
        "an",
        "âm",
        "bờ",
        "uốn",
        "ưng",
        "ung",
        "ôm",
        "ơn",
        "om",
        "ê",
        "em",
        "xa",
        "yêu",
    ]
    assert sorted(words, key=sort_key) == [
        "an", "ăn", "âm", "bờ", "ca", "cá", "dê", "đá", "em", "ê", "om", "ôm", "ơn", "ung", "uốn", "ưng", "xa", "yêu",
    ]  # fmt: skip


def test_tones_sort_second_in_dictionary_order():
    words = ["bạ", "bá", "bã", "bả", "bà", "ba", "bac"]
    assert sorted(words, key=sort_key) == ["ba", "bà", "bả", "bã", "bá", "bạ", "bac"]


def test_numbers_sort_by_value_before_letters():
    assert sorted(["Tổ 10", "Tổ 2", "Tổ A", "Tổ 1"], key=sort_key) == ["Tổ 1", "Tổ 2", "Tổ 10", "Tổ A"]


def test_persons_sort_by_given_name_and_titles_are_passed_over():
    names = ["Đồng chí Nguyễn Văn Bình", "Trần Thị Ánh", "Lê An", "Phạm Văn An", "Ông Đỗ Đạt", "Cao Dũng"]
    assert sorted(names, key=person_sort_key) == [
        "Lê An", "Phạm Văn An", "Trần Thị Ánh", "Đồng chí Nguyễn Văn Bình", "Cao Dũng", "Ông Đỗ Đạt",
    ]  # fmt: skip


def test_an_empty_name_sorts_without_failing():
    assert sorted(["Lê An", ""], key=person_sort_key) == ["", "Lê An"]
