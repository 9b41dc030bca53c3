from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.growth import fall, geometric_mean, growth, growth_needed


def test_growth_is_found_from_two_absolute_values():
    assert growth(D(110), D(100)) == 10
    assert fall(D(92), D(100)) == 8
    assert growth(D(5), D(0)) is None
    assert fall(D(5), D(-1)) is None


@given(
    st.lists(st.decimals(min_value=-50, max_value=100, places=1), min_size=1, max_size=4),
    st.decimals(min_value=0, max_value=50, places=1),
)
def test_the_growth_needed_leads_exactly_to_the_target_mean(growths, target):
    needed = growth_needed(target, len(growths) + 2, growths)
    assert abs(geometric_mean([*growths, needed, needed]) - target) < D("0.000001")


def test_nothing_is_needed_when_no_year_is_left():
    assert growth_needed(D(10), 2, [D(9), D(9)]) is None


def test_a_loss_of_everything_has_a_mean_of_minus_a_hundred():
    assert geometric_mean([D(-100), D(50)]) == -100
