"""The sample programmes read and scored against their careful readings, pooled, as the sample's own scorer does it."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dondoc.extraction import extract
from dondoc.programme import json as programme_json
from dondoc.reader import read_path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample"
FIXTURES = ROOT / "tests" / "fixtures"
PAPERS = {
    "seeds": {"bach-dang": SAMPLE / "seeds/bach-dang.txt", "do-son": SAMPLE / "seeds/do-son.md"},
    "docx": {"bach-dang": FIXTURES / "bach-dang.docx", "do-son": FIXTURES / "do-son.docx"},
    "pdf": {"bach-dang": FIXTURES / "bach-dang.pdf", "do-son": FIXTURES / "do-son.pdf"},
}
FIRST = ("sections", "indicators", "measures", "tasks_body", "tasks_appendix", "assignments", "references")
SECOND = ("direction", "period", "ap_start", "ap_finish", "ap_recurrence", "ap_resource", "ap_leads", "as_leads")
LEAST_SURE_RIGHT, MOST_DOUBTFUL = 0.995, 0.10
_TASK_FIELDS = {"body": ("recurrence",), "appendix": ("start", "finish", "recurrence", "resource", "appendix", "row")}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sample_score", SAMPLE / "tools/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = _scorer()


def _pairs(form: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return (careful reading, extraction) of both papers in one form."""
    pairs = []
    for name, paper in PAPERS[form].items():
        gold = json.loads((SAMPLE / f"gold/{name}.json").read_text(encoding="utf-8"))
        pairs.append((gold, json.loads(programme_json.encode(extract(read_path(paper))))))
    return pairs


def _figures(form: str) -> dict[str, float]:
    score = SCORE.Score()
    for gold, found in _pairs(form):
        SCORE.score(score, gold, found)
    return {name: float(value) for name, value in (part.split("=") for part in score.line().split())}


@pytest.mark.parametrize("form", list(PAPERS))
def test_the_figures_reach_their_targets(form: str) -> None:
    figures = _figures(form)
    low = {name: value for name, value in figures.items() if name in FIRST and value < 0.98}
    low |= {name: value for name, value in figures.items() if name in SECOND and value < 0.97}
    low |= {name: value for name, value in figures.items() if name == "text" and value < 0.995}
    low |= {name: value for name, value in figures.items() if not name.startswith(("f_", "findings")) and value < 0.90}
    assert low == {}


def _same_text(left: str, right: str) -> bool:
    """Compare texts; a sign that the reader unwrapped from its markup counts as the markup."""
    unwrapped = re.sub(r"\$\\geq\s*([\d,.]+)\\%\$", r"≥ \1%", left)
    return " ".join(unwrapped.split()) == " ".join(right.split())


def _is_right(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Tell whether every field that the scorer compares equals the careful reading."""
    score = SCORE.Score()
    SCORE.measures(score, "measures", [(gold, found)], fields="source" not in gold)
    shares = all(right == of for right, of in score.s.values())
    counts = all(hits == of == read for hits, of, read in score.f.values())
    fields: tuple[str, ...] = _TASK_FIELDS.get(gold.get("source", ""), ())
    same = all(SCORE.norm(gold.get(field)) == SCORE.norm(found.get(field)) for field in fields)
    units = all(
        {SCORE.squeezed(unit) for unit in gold.get(field) or []} == {SCORE.squeezed(unit) for unit in found.get(field) or []}
        for field in ("leads", "coordinating")
    )
    return _same_text(gold["text"], found["text"]) and shares and counts and same and units


def test_confidence_means_something() -> None:
    sure = wrong = doubtful = 0
    for gold, found in _pairs("seeds"):
        for key in ("indicators", "tasks"):
            pairs, _, invented = SCORE.match(gold[key], found[key], lambda item: item["text"])
            for careful, read, _ in pairs:
                if read["confidence"] == "sure":
                    sure, wrong = sure + 1, wrong + (not _is_right(careful, read))
                else:
                    doubtful += 1
            wrong += sum(1 for item in invented if item["confidence"] == "sure")
            sure += sum(1 for item in invented if item["confidence"] == "sure")
    assert 1 - wrong / sure >= LEAST_SURE_RIGHT
    assert doubtful / (sure + doubtful) <= MOST_DOUBTFUL


def test_every_doubt_is_a_sentence() -> None:
    for _, found in _pairs("seeds"):
        doubts = [doubt for item in [*found["indicators"], *found["tasks"]] for doubt in item["doubts"]]
        assert all(doubt[0].isupper() or doubt[0] in "“" for doubt in doubts)
        assert all(doubt.endswith(".") for doubt in doubts)
