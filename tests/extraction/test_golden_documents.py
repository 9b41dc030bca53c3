"""Golden documents: papers of other styles, each with the reading that a careful clerk would make.

`DONDOC_REWRITE_GOLDEN=1 pytest tests/extraction/test_golden_documents.py` rewrites every expectation; the diff is reviewed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dondoc.extraction import extract
from dondoc.programme import json as programme_json
from dondoc.reader import read_path

CORPUS = Path(__file__).parent.parent / "corpus_golden"
CASES = sorted(path for path in CORPUS.iterdir() if path.is_dir())
REWRITE = "DONDOC_REWRITE_GOLDEN"
_POSITIONS = {"spans"}


def _reading(value: Any) -> Any:
    """Return a programme's JSON without positions, empty values and what depends on the file."""
    if isinstance(value, list):
        return [_reading(item) for item in value]
    if isinstance(value, dict):
        kept = {key: _reading(item) for key, item in value.items() if key not in _POSITIONS}
        return {key: item for key, item in kept.items() if item not in (None, [], "")}
    return value


def _read(case: Path) -> dict[str, Any]:
    paper = next(path for path in case.iterdir() if path.stem == "input")
    programme = json.loads(programme_json.encode(extract(read_path(paper))))
    del programme["text"], programme["document"]["source"]
    reading: dict[str, Any] = _reading(programme)
    return reading


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_golden_document_is_read_as_expected(case: Path) -> None:
    expectation = case / "expected.json"
    reading = _read(case)
    if os.environ.get(REWRITE):
        expectation.write_text(json.dumps(reading, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert reading == json.loads(expectation.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_spans_of_every_item_hold_its_text(case: Path) -> None:
    paper = next(path for path in case.iterdir() if path.stem == "input")
    programme = extract(read_path(paper))
    for item in [*programme.indicators, *programme.tasks, *programme.assignments]:
        printed = " ".join(" ".join(programme.text[span.start : span.end] for span in item.spans).split())
        assert item.text in printed
