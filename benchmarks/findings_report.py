"""Print the findings of papers for reading, and their recall against careful readings.

usage: findings_report.py [--missed] [--quiet] [--extracted] [PAPER …] | --large
Without PAPER both readings under sample/ are taken as input (their `inconsistencies` left out); with
`--extracted` the papers themselves are read first. Recall counts a reading's finding as met when one of
ours quotes two of its places, as `sample/tools/score.py` does.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from dondoc.findings import find
from dondoc.programme.model import Programme, Span

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample"
PAPERS = {"bach-dang": "bach-dang.txt", "do-son": "do-son.md"}


def scorer() -> Any:
    """Return the scorer under sample/ as a module."""
    spec = importlib.util.spec_from_file_location("score", SAMPLE / "tools" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reading(name: str) -> tuple[Programme, list[dict[str, Any]]]:
    """Return a careful reading as a programme with text and places, and the findings its reader noted."""
    gold = json.loads((SAMPLE / "gold" / f"{name}.json").read_text(encoding="utf8"))
    expected = gold.pop("inconsistencies")
    gold["text"] = (SAMPLE / "seeds" / PAPERS[name]).read_text(encoding="utf8")
    programme = msgspec.convert(gold, Programme, strict=False)
    place(programme)
    return programme, expected


def place(programme: Programme) -> None:
    """Fill the spans of a programme that has none, in document order."""
    from dondoc.findings.paper import Paper

    paper = Paper(programme)
    lists: list[tuple[list[Any], str]] = [
        (programme.sections, "first_words"),
        (programme.indicators, "text"),
        ([task for task in programme.tasks if task.source == "body"], "text"),
        ([task for task in programme.tasks if task.source == "appendix"], "text"),
        (programme.assignments, "text"),
    ]
    appendix = next((s for s in programme.sections if s.kind == "appendix"), None)
    for items, field in lists:
        cursor = 0
        for item in items:
            if field == "text" and getattr(item, "source", "") == "appendix" and cursor == 0 and appendix:
                cursor = appendix.spans[0].start if appendix.spans else 0
            words = getattr(item, field)
            span = paper.locate(words, cursor) or paper.locate(" ".join(words.split()[:7]), cursor)
            if span:
                item.spans = [Span(start=span.start, end=max(span.end, span.start))]
                cursor = span.start + 1
    rows = [task for task in programme.tasks if task.source == "appendix" and task.spans]
    for row, after in zip(rows, [*rows[1:], None], strict=False):  # the cells that follow the text
        end = row.spans[0].end
        stop = min(end + 60, after.spans[0].start - 4 if after else len(programme.text))
        if stop > end:
            row.spans.append(Span(start=end, end=stop))


def recall(
    found: list[Any], expected: list[dict[str, Any]], score: Any
) -> tuple[Counter[str], Counter[str], list[Any]]:
    """Return how many expected findings of each kind were met and expected, and those missed."""
    ours = [[t for t in map(score.norm, f.where[:6]) if 8 <= len(t) <= 400] for f in found]
    met: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed = []
    for gold in expected:
        quotes = [score.norm(w) for w in gold["where"]]
        hit = any(
            sum(any(q in t or t in q or score.ratio(q, t) > 0.6 or score.inside(q, t) for t in ts) for q in quotes)
            >= min(2, len(quotes))
            for ts in ours
            if ts
        )
        total[gold["kind"]] += 1
        met[gold["kind"]] += hit
        if not hit:
            missed.append(gold)
    return met, total, missed


def large(copies: int = 17) -> Programme:
    """Return a programme of about a megabyte: the first reading many times over, every copy with its own words."""
    programme, _ = reading("bach-dang")
    whole = msgspec.convert(msgspec.to_builtins(programme), Programme, strict=False)
    for field in ("sections", "indicators", "tasks", "assignments"):
        setattr(whole, field, [])
    whole.text = ""
    for copy in range(copies):
        part = msgspec.convert(msgspec.to_builtins(programme), Programme, strict=False)
        shift, number = len(whole.text), f" q{copy}x"
        whole.text += part.text
        for field in ("sections", "indicators", "tasks", "assignments"):
            for item in getattr(part, field):
                for name in ("id", "section", "parent"):
                    if getattr(item, name, None):
                        setattr(item, name, f"{getattr(item, name)}-{copy}")
                for span in item.spans:
                    span.start, span.end = span.start + shift, span.end + shift
                if hasattr(item, "text"):
                    item.text = number.join(item.text.split(" ", 4)) if copy % 2 else item.text
                getattr(whole, field).append(item)
    return whole


def main() -> None:
    """Print findings, recall and time."""
    if "--large" in sys.argv:
        programme = large()
        begun = time.process_time()
        found = find(programme)
        spent = time.process_time() - begun
        print(
            f"{len(programme.text):,} characters, {len(programme.tasks):,} tasks: {spent:.2f} s, {len(found)} findings"
        )
        return
    flags = {a for a in sys.argv[1:] if a.startswith("--")}
    papers = [a for a in sys.argv[1:] if not a.startswith("--")]
    score = scorer()
    met: Counter[str] = Counter()
    total: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for name in papers or list(PAPERS):
        expected: list[dict[str, Any]] = []
        if name in PAPERS:
            programme, expected = reading(name)
        if name not in PAPERS or "--extracted" in flags:
            from dondoc.extraction import extract
            from dondoc.reader import read

            path = SAMPLE / "seeds" / PAPERS[name] if name in PAPERS else Path(name)
            programme = extract(read(path.read_bytes(), path.name))
            programme.findings = []
        find(programme)
        begun = time.process_time()
        found = find(programme)
        spent = time.process_time() - begun
        a, b, missed = recall(found, expected, score)
        met += a
        total += b
        kinds.update(f.kind for f in found)
        print(
            f"== {name}: {len(found)} findings, {spent * 1000:.0f} ms, {spent * 1e6 / max(1, len(programme.text)):.2f} ms per 1,000 characters"
        )
        if "--quiet" not in flags:
            for number, finding in enumerate(found, 1):
                print(
                    f"{number:3} {finding.kind} {finding.severity} {[(s.start, s.end) for s in finding.spans]}\n    {finding.why}"
                )
                for quote in finding.where:
                    print(f"      > {quote}")
        if "--missed" in flags:
            for gold in missed:
                print(f"  MISSED {gold['kind']}: {gold['why']}\n      > {gold['where']}")
    print("found:", dict(kinds))
    for kind in total:
        print(f"{kind}: {met[kind]}/{total[kind]} = {met[kind] / total[kind]:.2f}")


if __name__ == "__main__":
    main()
