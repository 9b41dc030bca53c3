"""The fixture papers hold what the sample programmes say, word for word."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from fixtures.comparison import HERE, squeeze, truth
from fixtures.seed_text import PAPERS, SAMPLE, Grid, fold, gold, without_markup

NAMES = sorted(PAPERS)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_of_the_gold_reading_is_a_paragraph_or_a_cell(name: str) -> None:
    reading, typed = gold(name), truth(name)
    paragraphs = [squeeze(p) for p in typed["paragraphs"]]
    cells = [squeeze(cell) for table in typed["tables"] for row in table["rows"] for cell in row]
    items = [*reading["indicators"], *reading["tasks"], *reading["assignments"]]
    for item in items:
        text = squeeze(without_markup(item["text"]))
        among = cells if item.get("source") == "appendix" else paragraphs
        assert any(found.endswith(text) for found in among), item["text"]


@pytest.mark.parametrize("name", NAMES)
def test_the_paragraphs_are_the_seed_in_its_order(name: str) -> None:
    suffix = {"bach-dang": "txt", "do-son": "md"}[name]
    seed = squeeze(without_markup((SAMPLE / "seeds" / f"{name}.{suffix}").read_text("utf-8")))
    at = 0
    for paragraph in truth(name)["paragraphs"]:
        if paragraph.startswith("[table") or paragraph == "ĐẢNG CỘNG SẢN VIỆT NAM":
            continue
        text = squeeze(paragraph)
        found = seed.find(text, at)
        assert found >= 0, paragraph
        at = found + len(text)


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_has_headings_lists_tables_and_a_page_field(name: str) -> None:
    word = docx.Document(str(HERE / f"{name}.docx"))
    styles = [p.style.name for p in word.paragraphs]
    assert styles.count("Heading 1") == 3
    assert {"Heading 2", "Heading 3", "Heading 4"} <= set(styles)
    listed = [p for p in word.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert len(listed) > 50
    assert not any(p.text.startswith(("- ", "(1)")) for p in listed)
    assert "PAGE" in word.sections[0].header._element.xml
    grids = [block for block in PAPERS[name]().blocks if isinstance(block, Grid)]
    assert len(word.tables) == len(grids) + 1 + bool(PAPERS[name]().letterhead)


def test_doubled_row_number_of_the_seed_is_kept_as_printed() -> None:
    rows = truth("bach-dang")["tables"][2]["rows"]
    assert rows == [["1", "1 Khu công nghiệp Thuỷ Nguyên", "Ngân sách nhà nước", "2026", ""]]


def test_folding_joins_printed_lines() -> None:
    assert fold(" 2025 \n\n - 2030. ") == "2025 - 2030."


def test_the_built_files_stay_small() -> None:
    built = [path for path in Path(HERE).iterdir() if path.suffix in (".pdf", ".docx", ".json")]
    assert len([path for path in built if "-scan-" in path.name]) == 4
    assert sum(path.stat().st_size for path in built) <= 15_000_000
