"""The paper as paragraphs and tables, with the places of its items."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dondoc.programmes.paper import paper_blocks


@dataclass
class Mark:
    start: int
    end: int
    kind: str = "task"
    pk: int = 1
    label: str = "NV001"


def lines_of(text, flags=lambda line: ""):
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append([start, start + len(line), None, None, flags(line)])
        start += len(line) + 1
    return {"lines": found, "tables": []}


TOLD = "Điều thứ nhất là\nmột đoạn hai dòng.\nĐoạn sau."


def test_lines_of_a_paragraph_are_one_block():
    layout = lines_of(TOLD, lambda line: "p" if line.startswith("Đ") else "")
    blocks = paper_blocks(TOLD, layout)
    assert [TOLD[b.start : b.end] for b in blocks] == ["Điều thứ nhất là\nmột đoạn hai dòng.", "Đoạn sau."]
    assert [b.flags for b in blocks] == ["", ""]


def test_where_paragraphs_are_not_told_signs_of_lists_and_capitals_begin_one():
    text = "I. MỤC TIÊU\nMột số chỉ tiêu\ncụ thể:\n(1) Tỷ lệ đạt\n95% trở lên.\n- Rà soát\nquy hoạch.\nPHỤ LỤC"
    blocks = paper_blocks(text, lines_of(text))
    assert [text[b.start : b.end].split("\n")[0] for b in blocks] == [
        "I. MỤC TIÊU",
        "(1) Tỷ lệ đạt",
        "- Rà soát",
        "PHỤ LỤC",
    ]
    assert {b.flags for b in blocks} == {"r"}


def test_another_look_or_page_begins_a_block():
    text = "một\nhai\nba"
    layout = {
        "lines": [[0, 3, 1, None, "p"], [4, 7, 1, None, "b"], [8, 10, 2, None, "b"], [8, 10, 2, None, "bp"]], "tables": []
    }  # fmt: skip
    assert [(b.page, b.flags) for b in paper_blocks(text, layout)] == [(1, ""), (1, "b"), (2, "b"), (2, "b")]


def test_an_item_keeps_its_place_inside_a_paragraph():
    blocks = paper_blocks(TOLD, lines_of(TOLD), [Mark(5, 30)])
    marked = [p for b in blocks for p in b.pieces if p.item]
    assert "".join(p.text for p in marked) == TOLD[5:30]
    assert [p.opens for p in marked] == [True, *[False] * (len(marked) - 1)]


@given(st.lists(st.text(alphabet="aB1.- (", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=20))
def test_no_character_of_a_line_is_lost_or_shown_twice(lines):
    text = "\n".join(lines)
    shown = [p for b in paper_blocks(text, lines_of(text)) for p in b.pieces]
    assert "".join(p.text for p in shown).replace("\n", "") == "".join(lines)
