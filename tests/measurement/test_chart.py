import datetime
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.forecast import forecast
from dondoc.measure.promise import Observed, Point, Promise, Term
from dondoc.measurement.chart import NARROW, WIDE, draw, nice_ticks, values_shown

TERM = Term(2025, 2030)
TODAY = datetime.date(2026, 11, 22)
RATIO = D("0.9")


def made(**changes):
    base = {"direction": "at_least", "term": TERM, "low": D(90), "unit": "%", "nature": "rate", "period": "by_year",
            "year_to": 2030, "baseline": Point(2025, D(40))}  # fmt: skip
    return Promise(**{**base, **changes})


def seen(*pairs):
    return [Observed(datetime.date(*day), D(value)) for day, value in pairs]


def test_the_line_breaks_where_a_period_is_missing():
    figures = seen(((2026, 6, 30), 45), ((2026, 12, 31), 50), ((2027, 12, 31), 58))
    chart = draw(made(), figures, TODAY, RATIO)
    assert len(chart.observed) == 1
    assert len(chart.dots) == 3
    assert [dot.last for dot in chart.dots] == [False, False, True]


def test_a_flow_of_single_years_begins_anew_each_year():
    made_flow = made(nature="flow", unit="đồng chí", period="annual", year_to=None, low=D(52), baseline=None)
    figures = seen(((2026, 9, 30), 40), ((2026, 12, 31), 52), ((2027, 3, 31), 10), ((2027, 6, 30), 20))
    assert len(draw(made_flow, figures, TODAY, RATIO).observed) == 2


def test_what_adds_up_over_the_term_is_shown_added_up():
    promise = made(nature="flow", unit="tổ chức", low=D(5), baseline=None)
    figures = seen(((2025, 12, 31), 1), ((2026, 12, 31), 2))
    assert [place[1] for place, _confirmed in values_shown(promise, figures)] == [1, 3]


def test_a_figure_that_waits_is_hollow():
    figures = [Observed(datetime.date(2026, 6, 30), D(45), confirmed=False)]
    assert draw(made(), figures, TODAY, RATIO).dots[0].confirmed is False


def test_without_a_level_or_without_anything_to_draw_there_is_no_chart():
    assert draw(made(low=None), [], TODAY, RATIO) is None
    assert draw(made(baseline=None), [], TODAY, RATIO) is None


def test_an_axis_that_does_not_begin_at_zero_says_where_it_begins():
    chart = draw(made(baseline=Point(2025, D(85))), seen(((2026, 6, 30), 86)), TODAY, RATIO)
    assert chart.from_value is not None
    assert chart.from_value > 0
    assert draw(made(), seen(((2026, 6, 30), 45)), TODAY, RATIO).from_value is None


def test_a_forecast_is_dashed_to_the_year_of_the_target():
    figures = seen(((2025, 12, 31), 40), ((2026, 6, 30), 45), ((2026, 12, 31), 50))
    ahead = forecast([(one.day, one.value) for one in figures], datetime.date(2030, 12, 31))
    chart = draw(made(), figures, TODAY, RATIO, ahead)
    assert chart.forecast
    assert chart.interval.count(",") == 3


@given(
    st.decimals(min_value=-1000000, max_value=1000000, places=2), st.decimals(min_value=0, max_value=1000000, places=2)
)
def test_ticks_are_few_and_hold_the_values(low, span):
    ticks = nice_ticks(low, low + span)
    assert 2 <= len(ticks) <= 9
    assert ticks[0] <= low
    assert ticks[-1] >= low + span


@given(
    st.sampled_from(["annual", "by_year", "whole_term", "unspecified", "average_over"]),
    st.sampled_from(["at_least", "at_most", "increase", "range"]),
    st.lists(
        st.tuples(st.dates(datetime.date(2025, 1, 1), datetime.date(2031, 12, 31)), st.decimals(-1000, 1000, places=2)),
        max_size=6,
    ),
)
def test_every_place_lies_within_the_box(period, direction, pairs):
    promise = made(period=period, direction=direction, low=D(90), high=D(95))
    for box in (WIDE, NARROW):
        chart = draw(promise, [Observed(day, value) for day, value in pairs], TODAY, RATIO, box=box)
        for dot in chart.dots if chart else []:
            assert 0 <= float(dot.x) <= box.width
            assert 0 <= float(dot.y) <= box.height


def test_the_label_of_a_figure_at_the_top_stands_below_it_and_a_flat_line_has_room():
    flat = draw(made(period="annual"), seen(((2026, 3, 31), 90), ((2026, 6, 30), 90)), TODAY, RATIO)
    assert flat.dots[-1].near_top
    assert flat.from_value is not None
    assert float(flat.dots[-1].y) < WIDE.bottom
    rising = draw(made(), seen(((2026, 6, 30), 45)), TODAY, RATIO)
    assert not rising.dots[-1].near_top
