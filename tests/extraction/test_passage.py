"""Stretches of text that know where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dondoc.extraction.passage import Passage, spans_of

SOURCE = "Đổi  mới công\ntác  dân vận;\nnâng cao"


def _lines(source: str) -> Passage:
    pieces, position = [], 0
    for line in source.split("\n"):
        pieces.append((position, position + len(line), None))
        position += len(line) + 1
    return Passage(source, pieces)


def test_lines_are_joined_by_one_space() -> None:
    assert _lines(SOURCE).text == "Đổi mới công tác dân vận; nâng cao"


def test_a_cut_knows_its_place_in_the_document() -> None:
    passage = _lines(SOURCE)
    cut = passage.cut(passage.text.index("công"), passage.text.index(";"))
    assert cut.text == "công tác dân vận"
    assert [SOURCE[start:end] for start, end, _ in cut.pieces] == ["công", "tác  dân vận"]


def test_neighbouring_pieces_are_one_span_and_pages_part_them() -> None:
    assert [(span.start, span.end) for span in spans_of("ab\ncd ef", [(0, 2, 1), (3, 5, 1), (6, 8, 2)])] == [
        (0, 5),
        (6, 8),
    ]


@given(st.lists(st.text(alphabet="aăơ đ \u00a0", max_size=8), max_size=5), st.integers(0, 30), st.integers(0, 30))
def test_every_cut_prints_as_its_text(lines: list[str], start: int, end: int) -> None:
    source = "\n".join(lines)
    passage = _lines(source)
    cut = passage.cut(start, end)
    assert cut.text == passage.text[start:end].strip()
    assert " ".join(" ".join(source[low:high] for low, high, _ in cut.pieces).split()) == cut.text
