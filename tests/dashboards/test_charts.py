from hypothesis import given
from hypothesis import strategies as st

from dondoc.dashboards.charts import counted, stacked

ORDER = ("behind", "at_risk", "met")


def test_a_bar_is_stacked_in_its_order_and_leaves_out_what_is_nothing():
    bar = stacked({"met": 3, "behind": 1, "at_risk": 0}, ORDER)
    assert [(one.state, one.count, one.x, one.width) for one in bar.segments] == [
        ("behind", 1, "0.00", "25.00"),
        ("met", 3, "25.00", "75.00"),
    ]
    assert bar.total == 4
    assert bar.segments[0].word == "chậm"


def test_bars_of_one_list_share_their_scale():
    assert stacked({"met": 2}, ORDER, full=8).segments[0].width == "25.00"


def test_nothing_at_all_is_an_empty_bar():
    assert stacked({}, ORDER).segments == ()


@given(st.dictionaries(st.sampled_from(ORDER), st.integers(0, 500)))
def test_the_stretches_fill_the_bar_and_no_more(counts):
    bar = stacked(counts, ORDER)
    assert sum(float(one.width) for one in bar.segments) <= 100.05
    assert bar.total == sum(counts.values())


def test_states_are_counted():
    assert counted(["a", "b", "a"]) == {"a": 2, "b": 1}
