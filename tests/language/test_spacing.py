"""Spaces that a PDF lost are found for matching, and nothing that is whole is taken apart."""

from pathlib import Path

import pytest

from dondoc.language.spacing import lost_spaces, split_lost_spaces

SAMPLE = Path(__file__).parents[2] / "sample" / "seeds"


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("chỉthịsố 27", "chỉ thị số 27"),
        ("Đảng bộxã lần thứI", "Đảng bộ xã lần thứ I"),
        ("Hội nghịtháng 3", "Hội nghị tháng 3"),
        ("Đảng uỷUBND xã chủtrì", "Đảng uỷ UBND xã chủ trì"),
        ("trên cơ sởChương trình", "trên cơ sở Chương trình"),
        ("sốđủphẩm chất", "số đủ phẩm chất"),
        ("NGHỊQUYẾT ĐẠI HỘI", "NGHỊ QUYẾT ĐẠI HỘI"),
        ("Ban Thường vụĐảng uỷ chủđộng", "Ban Thường vụ Đảng uỷ chủ động"),
    ],
)
def test_glued_syllables_are_parted(glued, parted):
    assert split_lost_spaces(glued) == parted


@pytest.mark.parametrize(
    "text", ["HĐND, QĐ-TTg, VPĐU", "Lênin", "MTTQVN", "khuyến khích nghiêng ngả", "BCHTƯ", "Internet vạn vật", "cǜ"]
)
def test_whole_words_names_and_abbreviations_stay(text):
    assert split_lost_spaces(text) == text


@pytest.mark.parametrize("name", ["bach-dang.txt", "do-son.md"])
def test_text_with_its_spaces_is_not_touched(name):
    text = (SAMPLE / name).read_text(encoding="utf-8")
    assert lost_spaces(text) == []


def test_offsets_point_into_the_text_as_it_stands():
    assert lost_spaces("Đảng bộxã, nghịBan") == [7, 15]
