"""Prints how the measures read from the texts of the two readings agree with them: `python -m tests.extraction.gold_measures`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from types import ModuleType
from typing import Any

import msgspec
from tests.scores.agreement import PAPERS, gold, scorer

from dondoc.extraction.measures import Measured, measures_of


def plain(measured: Measured) -> dict[str, Any]:
    """Return the measure as the scorer reads it."""
    values: dict[str, Any] = msgspec.to_builtins(measured.measure, builtin_types=())
    return {
        key: (float(value) if key in {"low", "high"} and value is not None else value) for key, value in values.items()
    }


def readings() -> list[tuple[str, dict[str, Any], list[Measured]]]:
    """Read every indicator and task of the readings: (kind, reading, what was read)."""
    found = []
    for paper in PAPERS:
        for kind, key in (("indicator", "indicators"), ("task", "tasks")):
            for item in gold(paper)[key]:
                found.append((kind, item, measures_of(item["text"], kind=kind, default_years=(2025, 2030))))  # type: ignore[arg-type]
    return found


def agreement() -> tuple[dict[str, float], list[str]]:
    """Return the figures, pooled over the papers, and the notes of the scorer."""
    score = scorer()
    figures: dict[str, float] = {}
    notes: list[str] = []
    sure = Counter[str]()
    for kind in ("indicator", "task"):
        counted = score.Score()
        rows = [(item, {"measures": [plain(m) for m in got]}) for k, item, got in readings() if k == kind]
        score.measures(counted, kind, rows)
        hits, careful, found = counted.f[kind]
        figures[f"{kind}_f1"] = 2 * hits / (careful + found)
        figures |= {f"{kind}_{name}": right / of for name, (right, of) in counted.s.items()}
        notes += [f"{kind}: " + " ".join(map(str, note)) for note in counted.notes]
    for _, item, got in readings():
        single = {"text": item["text"], "measures": item["measures"]}
        for measured in got:
            counted = score.Score()
            score.measures(
                counted,
                "one",
                [({**single, "measures": _nearest(score, item, measured)}, {"measures": [plain(measured)]})],
            )
            right = counted.f["one"][0] == 1 and all(a == b for a, b in counted.s.values())
            sure["sure" if not measured.doubts else "doubtful"] += 1
            sure["sure_right"] += not measured.doubts and right
            if not measured.doubts and not right:
                notes.append(f"sure but otherwise: {item['text'][:60]} -> {plain(measured)}")
    figures["sure_right"] = sure["sure_right"] / sure["sure"]
    figures["doubtful_items"] = sum(any(m.doubts for m in got) for _, _, got in readings() if got) / sum(
        bool(got) for _, _, got in readings()
    )
    return figures, notes


def _nearest(score: ModuleType, item: dict[str, Any], measured: Measured) -> list[dict[str, Any]]:
    found = plain(measured)
    same = [
        m
        for m in item["measures"]
        if (score.num(m["low"]), score.num(m["high"])) == (score.num(found["low"]), score.num(found["high"]))
    ]
    return sorted(same, key=lambda m: -score.ratio(score.norm(m["name"]), score.norm(found["name"])))[:1]


def main() -> None:
    """Print the figures and what was read otherwise."""
    began = time.perf_counter()
    rows = readings()
    spent = (time.perf_counter() - began) / len(rows) * 1000
    figures, notes = agreement()
    for note in notes:
        print("  ", note)
    for _, item, got in rows:
        for measured in got:
            if measured.doubts and "--doubts" in sys.argv:
                print("   doubt:", item["text"][:50], "|", measured.measure.name, measured.doubts)
    print(" ".join(f"{name}={value:.3f}" for name, value in figures.items()))
    print(f"{spent:.3f} ms a text over {len(rows)} texts")


if __name__ == "__main__":
    main()
