"""Compares readings of the sample papers with the careful readings, by the scorer's own rules."""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from dondoc.programme.json import encode
from dondoc.reading import read_paper

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ("bach-dang", "do-son")
_DRAWN_ALIKE = str.maketrans("“”‘’–—", "\"\"''--")
SEEDS = {"bach-dang": "bach-dang.txt", "do-son": "do-son.md"}


@cache
def scorer() -> ModuleType:
    """Return sample/tools/score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "sample/tools/score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(paper: str) -> dict[str, Any]:
    """Return the careful reading of a sample paper."""
    reading: dict[str, Any] = json.loads((ROOT / f"sample/gold/{paper}.json").read_text(encoding="utf8"))
    return reading


@cache
def reading(path: Path) -> dict[str, Any]:
    """Return what the product reads from a file, as plain JSON."""
    _document, programme = read_paper(path.read_bytes(), path.name)
    plain: dict[str, Any] = json.loads(encode(programme))
    return plain


def source(paper: str, form: str) -> Path:
    """Return the file of a sample paper in a form: "text", "docx", "pdf", "scan-1", "scan-2"."""
    if form == "text":
        return ROOT / "sample/seeds" / SEEDS[paper]
    name = f"{paper}-{form}.pdf" if form.startswith("scan") else f"{paper}.{form}"
    return ROOT / "tests/fixtures" / name


def figures(form: str) -> dict[str, float]:
    """Return every figure of the scorer over both papers in a form, pooled."""
    module = scorer()
    score = module.Score()
    for paper in PAPERS:
        module.score(score, gold(paper), reading(source(paper, form)))
    return {name: float(value) for name, value in (pair.split("=") for pair in score.line().split())}


def confidence(form: str) -> tuple[float, float]:
    """Return the share of sure items that are right in every field the scorer compares, and the share of doubtful items."""
    sure = right = doubtful = items = 0
    for paper in PAPERS:
        careful, found = gold(paper), reading(source(paper, form))
        for careful_items, found_items in _lists(careful, found):
            pairs, _missed, extra = scorer().match(careful_items, found_items, lambda x: x.get("text"))
            items += len(found_items)
            for ours in [f for _g, f, _r in pairs] + extra:
                doubtful += ours["confidence"] == "doubtful"
                sure += ours["confidence"] == "sure"
            right += sum(f["confidence"] == "sure" and same(g, f) for g, f, _r in pairs)
    return right / sure, doubtful / items


def _lists(careful: dict[str, Any], found: dict[str, Any]) -> list[tuple[list[Any], list[Any]]]:
    def tasks(reading: dict[str, Any], source: str) -> list[Any]:
        return [t for t in reading["tasks"] if t["source"] == source]

    return [
        (careful["indicators"], found["indicators"]),
        (tasks(careful, "body"), tasks(found, "body")),
        (tasks(careful, "appendix"), tasks(found, "appendix")),
    ]


def same(careful: dict[str, Any], found: dict[str, Any]) -> bool:
    """Say whether two items agree in every field that the scorer compares."""
    module = scorer()
    score = module.Score()
    module.measures(score, "measures", [(careful, found)], fields="source" not in careful)
    if "source" in careful:
        for field in ("leads", "coordinating"):
            module.units(score, field, [(careful.get(field), found.get(field), 0)])
        fields = (
            ("start", "finish", "recurrence", "resource", "appendix", "row")
            if careful["source"] == "appendix"
            else ("recurrence",)
        )
        for field in fields:
            score.share(field, module.norm(careful.get(field)) == module.norm(found.get(field)), 1)
    return _same_text(careful["text"], found["text"]) and all(
        float(pair.split("=")[1]) == 1 for pair in score.line().split()
    )


def _same_text(careful: str, found: str) -> bool:
    """Compare texts character by character.

    A sign that the reader unwrapped from its markup counts as the markup; a hyphen at a line's end is followed by
    one blank (conventions, 1), so where the same paper breaks its lines elsewhere the blank is none. The sign "…" is
    three dots set as one letter, quotation marks are straight or curved by the typeface, and dashes long or short by
    the keyboard: another drawing of the same sign is no other text (the scorer compares none of these signs).
    """
    unwrapped = re.sub(r"\$\\geq\s*([\d,.]+)\\%\$", r"≥ \1%", careful)
    return _joined(unwrapped) == _joined(found)


def _joined(text: str) -> str:
    drawn = text.replace("…", "...").translate(_DRAWN_ALIKE)
    return re.sub(r"(?<=\S)- (?=\S)", "-", " ".join(drawn.split()))
