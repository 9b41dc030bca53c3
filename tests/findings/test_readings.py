"""Over the two sample programmes the findings meet what careful readers noted, and quote the paper word for word."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dondoc.extraction import extract
from dondoc.findings import find
from dondoc.programme.model import Finding, Programme
from dondoc.reader import read

ROOT = Path(__file__).resolve().parents[2]
# Shares of the readers' findings that must be met, both papers pooled. "promised twice" are the contradictions in
# which the same thing is promised with another figure, year or scope.
WANTED = {
    "numbering": 0.85,
    "stale_unit": 0.85,
    "promised twice": 0.85,
    "contradiction": 0.5,
    "duplicate": 0.5,
    "missing": 0.5,
}
OTHER_CONTRADICTIONS = re.compile(
    r"column|bình quân|report style|named in|naming|is named|pilot|hàng đầu|Drafting the medium-term|average"
)


def module(name: str, path: Path) -> ModuleType:
    """Load a script as a module."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


report = module("findings_report", ROOT / "benchmarks" / "findings_report.py")
score = report.scorer()


def as_read(name: str) -> Programme:
    """Return a careful reading as a programme."""
    return report.reading(name)[0]  # type: ignore[no-any-return]


def as_extracted(name: str) -> Programme:
    """Return the programme that the paper itself is read into."""
    path = ROOT / "sample" / "seeds" / report.PAPERS[name]
    return extract(read(path.read_bytes(), path.name))


@pytest.mark.parametrize("programme", [as_read, as_extracted])
def test_what_careful_readers_noted_is_found(programme: Any) -> None:
    met: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name in report.PAPERS:
        expected = report.reading(name)[1]
        found = find(programme(name))
        for gold in expected:
            kind = gold["kind"]
            if kind == "contradiction" and not OTHER_CONTRADICTIONS.search(gold["why"]):
                kind = "promised twice"
            hit = report.recall(found, [gold], score)[0]
            met[kind] += sum(hit.values())
            total[kind] += 1
    shares = {kind: met[kind] / total[kind] for kind in WANTED}
    assert all(shares[kind] >= share for kind, share in WANTED.items()), shares


def squeezed(text: str) -> str:
    """Return the text without white space and without the marks of Markdown."""
    return re.sub(r"[\s*#|_\\]+", "", text)


@pytest.mark.parametrize("name", list(report.PAPERS))
def test_every_finding_is_quoted_placed_and_explained(name: str) -> None:
    programme = as_extracted(name)
    text, found = squeezed(programme.text), find(programme)
    assert found
    for finding in found:
        assert finding.where
        assert finding.why[0].isupper() or finding.why[0] == "“"
        assert finding.why.endswith(".")
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(programme.text)
        for quote in finding.where:
            assert 4 <= len(quote) <= 400
    verbatim = [squeezed(quote) in text for finding in found for quote in finding.where if finding.kind != "numbering"]
    assert sum(verbatim) >= 0.97 * len(verbatim)


@pytest.mark.parametrize("name", list(report.PAPERS))
def test_errors_come_first_then_warnings_then_notes(name: str) -> None:
    order = [f.severity for f in find(as_read(name))]
    assert order == sorted(order, key=["error", "warning", "note"].index)


def test_a_paper_gives_no_flood() -> None:
    found: list[Finding] = [f for name in report.PAPERS for f in find(as_extracted(name))]
    assert len(found) <= 130
