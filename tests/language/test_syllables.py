"""Vietnamese is told by its syllables: their letters, their spelling rules, their tones."""

import re
import unicodedata
from pathlib import Path

import pytest

from dondoc.language.syllables import is_syllable, looks_vietnamese, vietnamese_share

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyền",
        "giường",
        "khuỷu",
        "ngoằn",
        "oanh",
        "uỷ",
        "Đảng",
        "giữ",
        "gì",
        "quốc",
        "yếu",
        "thuở",
        "khuếch",
        "huỳnh",
        "xoong",
    ],
)
def test_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["bộxã", "chủtrì", "sởchương", "ngiêng", "cê", "kà", "toàc", "được̀", "Lênin", "UBND", "đ", "xyz", "thựct"]
)
def test_what_cannot_be_one_syllable_is_not(word):
    assert not is_syllable(word)


def test_nearly_every_small_word_of_a_printed_paper_is_a_syllable():
    text = unicodedata.normalize("NFC", (SAMPLE / "do-son.md").read_text(encoding="utf-8"))
    words = [word for word in re.findall(r"[^\W\d_]+", text) if word.islower()]
    known = sum(map(is_syllable, words))
    assert known / len(words) > 0.995


def test_vietnamese_is_told_from_other_languages():
    assert looks_vietnamese("Nâng cao năng lực lãnh đạo của tổ chức đảng")
    assert not looks_vietnamese("The committee shall report every quarter on the targets")
    assert not looks_vietnamese("La commune a déjà réalisé les travaux prévus à l'école, où l'été fut très sec")
    assert not looks_vietnamese("Nang cao nang luc lanh dao cua to chuc dang")
    assert vietnamese_share("2025 - 2030: 85%") is None
