"""Whatever a programme holds or lacks, checking it ends without an exception and points inside the text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.findings import find
from dondoc.programme.model import Header, Indicator, Programme, Section, Span, Task

from .papers import commune, poverty, province

PAPERS = [commune, province, poverty]
SNIPPETS = [
    "Nghị quyết số 57-NQ/TW ngày 31/02/2025",
    "100%",
    "“",
    '"',
    "(",
    "đúng đúng",
    "$\\geq 85\\%$",
    "giai đoạn 2025-2030",
    "đầu tư công trung hạn",
    "tỷ lệ",
    "\n\n",
    "IV.",
    "việc các",
    "\u0300",
    "İ",
    "𝒳",
    "- ",
    "phụ lục",
    ":",
    ";",
    ".",
    "1 1 ",
]


@pytest.mark.parametrize("seed", range(40))
def test_a_mutated_paper_is_checked_without_an_exception(seed: int) -> None:
    chance = random.Random(seed)
    programme = chance.choice(PAPERS)().programme
    for _ in range(12):
        item = chance.choice([*programme.indicators, *programme.tasks, *programme.assignments])
        at = chance.randrange(len(item.text) + 1)
        item.text = item.text[:at] + chance.choice(SNIPPETS) + item.text[at:]
        if chance.random() < 0.3:
            item.spans = []
        at = chance.randrange(len(programme.text))
        programme.text = programme.text[:at] + chance.choice(SNIPPETS) + programme.text[at:]
    for section in programme.sections:
        if chance.random() < 0.2:
            section.parent, section.label = (
                chance.choice([None, section.id, "nowhere"]),
                chance.choice([None, "", "IX", "Điều 3"]),
            )
        if chance.random() < 0.1:
            section.spans = []
    for finding in find(programme):
        assert finding.where
        for span in finding.spans:
            assert 0 <= span.start <= span.end


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), title=st.text(max_size=60), start=st.integers(0, 300), length=st.integers(0, 300))
def test_any_text_is_checked_without_an_exception(text: str, title: str, start: int, length: int) -> None:
    span = Span(start=start, end=start + length)
    programme = Programme(
        text=text,
        document=Header(date=title),
        sections=[Section(id="s1", label=title, title=title, kind="tasks", first_words=title, spans=[span])],
        indicators=[Indicator(id="i1", section="s1", label="(1)", text=text, spans=[span])],
        tasks=[
            Task(id="t1", section="s9", text=text, spans=[span]),
            Task(id="t2", section="s1", text=text, source="appendix", row="1"),
        ],
    )
    assert isinstance(find(programme), list)


def test_an_empty_programme_has_no_finding() -> None:
    assert find(Programme(document=Header(), sections=[], tasks=[])) == []
