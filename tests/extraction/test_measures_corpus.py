"""On papers of other wards and provinces, hardly a percentage is left unread."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dondoc.extraction.measures import measures_of

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
PERCENTAGE = re.compile(r"\d\s?%")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs and bullets of a paper, their lines joined."""
    pieces = re.split(r"\n\s*\n|\n(?=\s*[-+|]\s)|\|", text.replace("*", "").replace("\r", ""))
    return [" ".join(piece.split()) for piece in pieces]


@pytest.mark.corpus
def test_nearly_every_percentage_of_the_papers_is_read() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the corpus of other papers is not beside the project")
    printed = read = 0
    for paper in sorted(CORPUS.iterdir()):
        for paragraph in paragraphs(paper.read_text(encoding="utf8")):
            numbers = len(PERCENTAGE.findall(paragraph))
            if numbers:
                found = [
                    m for m in measures_of(paragraph, kind="task", default_years=(2025, 2030)) if m.measure.unit == "%"
                ]
                printed, read = printed + numbers, read + min(numbers, len(found))
    assert printed > 50
    assert read / printed >= 0.97
