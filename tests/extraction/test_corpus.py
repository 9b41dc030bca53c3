"""Papers as crawlers left them, kept beside the repository: what a careful clerk would find in each."""

from __future__ import annotations

from pathlib import Path

import pytest

from dondoc.extraction import extract
from dondoc.programme.model import Programme
from dondoc.reader import read_path

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the repository (../shared/corpus)"),
]


def _read(start: str) -> Programme:
    return extract(read_path(next(CORPUS.glob(f"{start}*"))))


@pytest.mark.parametrize(
    ("start", "number", "date", "place", "title"),
    [
        ("07", None, "2025-11-13", "Công Hải", "CHƯƠNG TRÌNH"),
        ("11", "144/KH-UBND", "2025-11-24", "Bắc Ninh", "KẾ HOẠCH"),
        ("14", "310/KH-UBND", "2025-11-24", "Hà Nội", "KẾ HOẠCH"),
        ("15", "165/KH-UBND", "2025-11-21", "Cần Thơ", "KẾ HOẠCH"),
        ("17", "2597/QĐ-TTg", "2025-11-27", "Hà Nội", "QUYẾT ĐỊNH"),
        ("18", "552/KH-UBND", "2025-11-19", "Đồng Tháp", "KẾ HOẠCH"),
        ("20", "16/KH-MTTQ-BTT", "2025-11-18", "Lương Minh", "KẾ HOẠCH"),
    ],
)
def test_the_header_comes_from_the_paper_and_not_from_its_wrapper(
    start: str, number: str | None, date: str | None, place: str, title: str
) -> None:
    header = _read(start).document
    assert (header.number, header.date, header.place, header.title) == (number, date, place, title)


@pytest.mark.parametrize(
    ("start", "kinds"),
    [
        ("14", ["purpose", "objective", "tasks", "organisation", "organisation", "recipients", "appendix"]),
        ("15", ["purpose", "tasks", "organisation", "recipients"]),
        ("17", ["group", "organisation", "organisation", "recipients", "appendix"]),
        (
            "18",
            [
                "purpose",
                "objective",
                "tasks",
                "tasks",
                "organisation",
                "organisation",
                "organisation",
                "recipients",
                "appendix",
            ],
        ),
    ],
)
def test_the_top_sections_have_their_kinds(start: str, kinds: list[str]) -> None:
    assert [section.kind for section in _read(start).sections if section.parent is None] == kinds


@pytest.mark.parametrize(("start", "rows"), [("11", 19), ("14", 6), ("17", 25), ("18", 19)])
def test_every_row_of_a_flattened_table_is_found_with_its_lead(start: str, rows: int) -> None:
    found = [task for task in _read(start).tasks if task.source == "appendix"]
    assert len(found) == rows
    assert all(task.leads and task.row for task in found)


def test_lines_of_responsibility_date_the_resolutions_of_a_work_programme() -> None:
    tasks = _read("07").tasks
    resolution = next(task for task in tasks if "cơ cấu lại ngành nông nghiệp" in task.text)
    assert (resolution.leads, resolution.finish) == (["Đảng uỷUBND xã"], "2026-02")
    assert sum(1 for task in tasks if task.finish) >= 30


def test_targets_take_the_year_of_their_heading() -> None:
    indicators = _read("14").indicators
    assert [item.measures[0].year_to for item in indicators] == [2026] * 4 + [2030] * 5


def test_units_of_headings_lead_the_items_below_them() -> None:
    tasks = _read("15").tasks
    assert [task.leads for task in tasks[:7]] == [["Sở Y tế"]] * 7
