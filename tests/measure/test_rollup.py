from decimal import Decimal as D

from dondoc.measure.rollup import roll_up
from dondoc.measure.status import Status


def test_a_roll_up_says_what_it_rests_on_and_what_has_no_data():
    found = roll_up(
        [("on_track", D(1)), ("behind", D(1)), ("no_data", D(1)), ("report_overdue", D(1)), ("not_applied", D(1))]
    )
    assert (found.total, found.rests_on, found.without_data, found.outside) == (5, 2, 2, 1)
    assert found.share == D("0.5")
    assert found.counts[Status.BEHIND] == 1


def test_missing_figures_do_not_pull_the_share_down():
    assert roll_up([("met", D(1)), ("no_data", D(1))]).share == 1
    assert roll_up([("no_data", D(1))]).share is None


def test_weights_count_when_a_person_has_set_them():
    assert roll_up([("met", D(3)), ("behind", D(1))]).share == D("0.75")
