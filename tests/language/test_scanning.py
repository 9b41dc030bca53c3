"""Patterns that are tried only where one of their first words stands find what the patterns alone find."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dondoc
from dondoc.findings.words import flatten
from dondoc.language.scanning import Opened

SEEDS = sorted((Path(__file__).resolve().parents[2] / "sample/seeds").iterdir())
PACKAGES = ("language", "extraction", "findings")


def _all_opened() -> Iterator[tuple[str, Opened]]:
    for package in PACKAGES:
        for found in pkgutil.walk_packages([f"{dondoc.__path__[0]}/{package}"], f"dondoc.{package}."):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, Opened):
                    yield f"{found.name}.{name}", value


@pytest.mark.parametrize(
    ("name", "opened"), list(_all_opened()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_first_words_of_a_pattern_lose_none_of_its_matches(name: str, opened: Opened) -> None:
    for path in SEEDS:
        text = path.read_text(encoding="utf-8")
        for form in (text, text.lower(), flatten(text), " ".join(text.split())):
            alone = [match.span() for match in opened.pattern.finditer(form)]
            assert [match.span() for match in opened.finditer(form)] == alone, (name, path.name)


def test_matches_do_not_overlap() -> None:
    opened = Opened(("a",), r"aba|a")
    assert [match[0] for match in opened.finditer("ababa")] == ["aba", "a"]


def test_heads_in_small_letters_stand_for_capitals_where_case_is_disregarded() -> None:
    opened = Opened(("luật",), r"\bluật \w+", re.IGNORECASE)
    assert [match[0] for match in opened.finditer("LUẬT GIÁ và Luật Thủ đô")] == ["LUẬT GIÁ", "Luật Thủ"]


def test_a_letter_that_grows_when_lowered_shifts_no_place() -> None:
    opened = Opened(("luật",), r"luật", re.IGNORECASE)
    assert [match.start() for match in opened.finditer("İİ Luật")] == [3]


def test_a_search_stays_between_its_ends_and_looks_back_over_the_first() -> None:
    opened = Opened(("năm",), r"(?<!\w)năm \d+")
    text = "năm 1, xnăm 2, năm 3"
    assert [match.start() for match in opened.finditer(text)] == [0, 15]
    assert [match.start() for match in opened.finditer(text, 8)] == [15]  # "năm 2" begins inside a word
    assert opened.search(text, 1, 18) is None
    assert opened.search(text, 0, 5) is not None
    assert opened.match(text, 8) is None


def test_a_match_at_the_border_of_two_stretches_is_found() -> None:
    opened = Opened(("kế hoạch",), r"\bkế hoạch \d+")
    for before in range(3_980, 4_010):
        assert [match.start() for match in opened.finditer(f"{' ' * before}kế hoạch 5")] == [before]
