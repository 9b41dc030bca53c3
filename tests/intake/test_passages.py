"""Places of the printed line are found again in the paper's text."""

from hypothesis import given
from hypothesis import strategies as st

from dondoc.intake.passages import cut, printed, trim

TEXT = "- Rà soát  quy hoạch\nsử dụng đất;\n\nlập bản đồ."


def test_printed_text_is_one_line():
    assert printed(TEXT, [(2, len(TEXT))]) == "Rà soát quy hoạch sử dụng đất; lập bản đồ."


def test_a_cut_gives_both_sides():
    before, after = cut(TEXT, [(2, len(TEXT))], len("Rà soát quy hoạch sử dụng đất; "))
    assert printed(TEXT, before) == "Rà soát quy hoạch sử dụng đất;"
    assert printed(TEXT, after) == "lập bản đồ."


def test_a_cut_at_either_end_leaves_one_side_empty():
    whole = [(2, len(TEXT))]
    assert cut(TEXT, whole, 0)[0] == []
    assert cut(TEXT, whole, 10_000)[1] == []


def test_a_selection_of_blanks_is_none():
    assert trim(TEXT, 33, 35) is None


@given(st.lists(st.text(alphabet="ab \n", max_size=12), min_size=1, max_size=4), st.integers(0, 60))
def test_a_cut_loses_nothing(parts, offset):
    text, stretches = "", []
    for part in parts:
        stretches.append((len(text), len(text) + len(part)))
        text += part + "|"
    before, after = cut(text, stretches, offset)
    assert printed(text, before).replace(" ", "") + printed(text, after).replace(" ", "") == printed(
        text, stretches
    ).replace(" ", "")
