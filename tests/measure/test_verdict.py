from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.promise import Observed, Point, Promise, Rules, Term
from dondoc.measure.status import LABELS, Status, urgency
from dondoc.measure.verdict import judge, judge_each

TERM = Term(2025, 2030)
LATER = date(2026, 11, 22)
# A day before the next report falls due, so that the figure speaks.
AFTER = {3: date(2026, 4, 1), 6: date(2026, 7, 1), 9: date(2026, 10, 1), 12: date(2027, 1, 1)}
QUIET = Rules(followed_since=date(2031, 1, 1))


def promise(**changes):
    made = {"direction": "at_least", "term": TERM, "low": D(90), "unit": "%", "nature": "rate", "period": "annual"}
    return Promise(**{**made, **changes})


def seen(value, day=date(2026, 9, 30)):
    return [Observed(day, D(str(value)))]


def status(made, figures, on=LATER, rules=QUIET):
    return judge(made, figures, on, rules).status


# --- before there is a figure


def test_a_measure_without_a_figure_is_not_due_before_its_first_period_ends():
    since = replace(TERM, since=date(2026, 10, 5))
    assert status(promise(term=since), []) == Status.NOT_DUE


def test_a_missing_figure_is_no_data_until_the_tenth_and_an_overdue_report_after_it():
    made = promise(term=replace(TERM, since=date(2026, 7, 1)))
    assert status(made, [], date(2026, 10, 10), Rules()) == Status.NO_DATA
    assert status(made, [], date(2026, 10, 11), Rules()) == Status.REPORT_OVERDUE


def test_what_fell_due_before_the_programme_was_followed_is_missing_but_not_overdue():
    rules = Rules(followed_since=date(2026, 11, 1))
    assert status(promise(), [], LATER, rules) == Status.NO_DATA


def test_a_missing_figure_is_never_zero_nor_red():
    for period in ("annual", "by_year", "whole_term", "unspecified", "average_over"):
        for day in (date(2025, 1, 2), LATER, date(2030, 12, 31), date(2035, 1, 1)):
            verdict = judge(promise(period=period), [], day)
            assert verdict.observed is None
            assert verdict.status in (Status.NOT_DUE, Status.NO_DATA, Status.REPORT_OVERDUE)


def test_an_overdue_report_keeps_the_last_known_verdict_beside_it():
    verdict = judge(promise(), seen(95, date(2026, 6, 30)), LATER)
    assert verdict.status == Status.REPORT_OVERDUE
    assert verdict.last_known == Status.ON_TRACK
    assert verdict.observed == 95
    assert verdict.next_due.period.label == "Quý I/2025"


def test_the_figure_of_the_latest_period_clears_the_overdue_report():
    assert status(promise(), seen(95), LATER, Rules()) == Status.ON_TRACK


def test_a_figure_that_is_not_confirmed_counts_as_reported_but_not_as_known():
    figures = [Observed(date(2026, 9, 30), D(95), confirmed=False)]
    verdict = judge(promise(term=replace(TERM, since=date(2026, 7, 1))), figures, LATER)
    assert verdict.status == Status.NO_DATA
    assert verdict.notes


def test_a_measure_set_aside_says_so_with_its_reason():
    made = promise(not_applied="chờ thành phố phân cấp", not_applied_from=date(2026, 1, 1))
    verdict = judge(made, seen(10), LATER)
    assert (verdict.status, verdict.notes) == (Status.NOT_APPLIED, ("chờ thành phố phân cấp",))
    assert status(made, seen(10), date(2025, 12, 31)) != Status.NOT_APPLIED


def test_a_measure_without_a_level_is_not_judged():
    assert status(promise(low=None), seen(10)) == Status.NO_LEVEL


def test_a_promise_for_later_years_is_not_due_before_them():
    assert status(promise(year_from=2027, year_to=2030), [], rules=Rules()) == Status.NOT_DUE


# --- annual


@pytest.mark.parametrize(
    ("value", "word"), [(95, Status.ON_TRACK), (90, Status.ON_TRACK), (85, Status.AT_RISK), (80, Status.BEHIND)]
)
def test_an_annual_rate_within_the_year_is_compared_directly(value, word):
    assert status(promise(), seen(value)) == word


def test_a_ratio_of_exactly_nine_tenths_is_at_risk():
    assert status(promise(), seen(81)) == Status.AT_RISK
    assert status(promise(), seen("80.999")) == Status.BEHIND


def test_the_threshold_of_risk_is_a_setting():
    rules = replace(QUIET, risk_ratio=D("0.95"))
    assert status(promise(), seen(85), rules=rules) == Status.BEHIND


def test_an_annual_rate_is_met_at_the_end_of_its_year():
    december = date(2026, 12, 31)
    assert status(promise(), seen(90, december), AFTER[12]) == Status.MET
    assert status(promise(), seen(95, december), AFTER[12]) == Status.EXCEEDED
    assert status(promise(), seen("94.5", december), AFTER[12]) == Status.MET


def test_a_hundred_per_cent_is_never_exceeded():
    assert status(promise(low=D(100)), seen(107, date(2026, 12, 31)), AFTER[12]) == Status.MET


def test_an_annual_flow_is_compared_with_the_share_of_the_year_gone():
    made = promise(low=D(52), nature="flow", unit="đồng chí")
    verdict = judge(made, seen(38), LATER, QUIET)
    assert verdict.expected == D(52) * 273 / 365
    assert verdict.status == Status.AT_RISK
    assert status(made, seen(39)) == Status.ON_TRACK
    assert status(made, seen(30)) == Status.BEHIND


def test_an_annual_flow_is_met_only_when_its_year_is_over():
    made = promise(low=D(52), nature="flow", unit="đồng chí")
    assert status(made, seen(60)) == Status.ON_TRACK
    assert status(made, seen(60, date(2026, 12, 31)), AFTER[12]) == Status.EXCEEDED


def test_each_year_is_judged_on_its_own():
    made = promise(low=D(52), nature="flow", unit="đồng chí")
    figures = [Observed(date(2026, 12, 31), D(200)), Observed(date(2027, 6, 30), D(10))]
    assert status(made, figures, date(2027, 7, 1)) == Status.BEHIND


def test_an_annual_level_is_met_as_soon_as_it_is_reached():
    assert status(promise(nature="level", unit="cơ sở", low=D(2)), seen(2)) == Status.MET


def test_more_than_is_not_met_by_exactly_that():
    made = promise(direction="above", low=D(85))
    december = date(2026, 12, 31)
    assert status(made, seen(85, december), AFTER[12]) == Status.AT_RISK
    assert status(made, seen("85.1", december), AFTER[12]) == Status.MET


# --- ceilings


def test_a_ceiling_turns_every_comparison():
    made = promise(direction="at_most", low=None, high=D(10), nature="rate")
    assert judge(made, seen(8), LATER, QUIET).ratio == D("1.25")
    assert status(made, seen(10)) == Status.ON_TRACK
    assert status(made, seen(11)) == Status.AT_RISK
    assert status(made, seen(12)) == Status.BEHIND


def test_any_excess_over_an_expected_zero_is_behind():
    made = promise(direction="at_most", low=None, high=D(0), nature="level", unit="hộ", period="unspecified")
    assert status(made, seen(0)) == Status.MET
    assert status(made, seen(1)) == Status.BEHIND


def test_a_fall_to_zero_that_stops_just_above_it_is_behind_at_the_end():
    made = promise(
        direction="at_most",
        low=None,
        high=D(0),
        nature="level",
        unit="hộ",
        period="by_year",
        year_to=2030,
        baseline=Point(2025, D(100)),
    )
    assert status(made, seen(1, date(2030, 12, 31)), date(2031, 1, 1)) == Status.BEHIND
    assert status(made, seen(78, date(2026, 12, 31)), AFTER[12]) == Status.ON_TRACK


def test_a_ceiling_on_what_comes_about_is_not_met_before_its_end():
    made = promise(direction="at_most", low=None, high=D(5), nature="flow", unit="vụ", period="whole_term")
    assert status(made, seen(0)) == Status.ON_TRACK
    assert status(made, seen(3)) == Status.BEHIND


# --- by a year


def rising(**changes):
    made = {"low": D(90), "period": "by_year", "year_to": 2030, "baseline": Point(2025, D(40))}
    return promise(**{**made, **changes})


def test_the_path_leads_in_a_straight_line_from_the_baseline_to_the_target():
    verdict = judge(rising(), seen(49, date(2026, 12, 31)), AFTER[12], QUIET)
    assert round(verdict.expected, 1) == D("50.0")
    assert round(verdict.ratio, 2) == D("0.90")
    assert round(verdict.gap, 1) == D("-1.0")


def test_the_path_leads_through_the_milestones_a_unit_has_planned():
    made = rising(milestones=(Point(2027, D(50)), Point(2028, D(80))))
    assert judge(made, seen(44, date(2026, 12, 31)), AFTER[12], QUIET).expected == D(45)


def test_without_a_baseline_only_the_target_can_be_judged_and_the_page_says_so():
    made = rising(baseline=None)
    verdict = judge(made, seen(60), LATER, QUIET)
    assert verdict.status == Status.NOT_DUE
    assert verdict.expected is None
    assert verdict.ratio is None
    assert any("số gốc" in note for note in verdict.notes)
    assert status(made, seen(93)) == Status.ON_TRACK
    assert status(replace(made, nature="level"), seen(93)) == Status.MET
    assert status(made, seen(60, date(2030, 12, 31)), date(2031, 1, 1)) == Status.BEHIND


def test_a_figure_from_before_the_path_is_not_blamed_on_a_missing_baseline():
    verdict = judge(rising(baseline=Point(2026, D(40))), seen(60), LATER, QUIET)
    assert not any("Chưa có số gốc" in note for note in verdict.notes)


def test_a_falling_measure_keeps_to_its_path_too():
    made = promise(
        direction="below", low=None, high=D("0.5"), period="by_year", year_to=2030, baseline=Point(2025, D(3))
    )
    assert status(made, seen("2.4", date(2026, 12, 31)), AFTER[12]) == Status.ON_TRACK
    assert status(made, seen("2.54", date(2026, 12, 31)), AFTER[12]) == Status.AT_RISK
    assert status(made, seen("2.9", date(2026, 12, 31)), AFTER[12]) == Status.BEHIND
    assert status(made, seen("3.5", date(2026, 12, 31)), AFTER[12]) == Status.BEHIND


def test_where_no_movement_is_wanted_not_worse_than_the_baseline_counts_as_one():
    made = rising(baseline=Point(2025, D(98)), low=D(95))
    assert judge(made, seen(98), LATER, QUIET).ratio == 1
    assert judge(made, seen(99), LATER, QUIET).ratio == 1
    assert status(made, seen(96)) == Status.ON_TRACK
    assert status(made, seen(90)) == Status.AT_RISK
    assert status(made, seen(80)) == Status.BEHIND


def test_a_milestone_below_the_baseline_does_not_turn_the_comparison():
    made = rising(milestones=(Point(2026, D(35)),))
    assert status(made, seen(34, date(2026, 12, 31)), AFTER[12]) == Status.AT_RISK
    assert status(made, seen(36, date(2026, 12, 31)), AFTER[12]) == Status.ON_TRACK


def test_what_is_founded_by_a_year_starts_from_nothing_and_adds_up():
    made = promise(low=D(4), nature="flow", unit="tổ chức", period="by_year", year_to=2030, term=Term(2026, 2030))
    figures = [Observed(date(2026, 6, 30), D(1)), Observed(date(2026, 12, 31), D(1)), Observed(date(2027, 6, 30), D(1))]
    verdict = judge(made, figures, date(2027, 7, 1), QUIET)
    assert verdict.observed == 2
    assert verdict.status == Status.ON_TRACK
    assert status(made, [*figures, Observed(date(2027, 12, 31), D(3))], date(2028, 1, 1)) == Status.MET


# --- the other rows of the table


def test_an_average_is_the_geometric_mean_and_tells_what_is_still_needed():
    made = promise(direction="increase", low=D(10), period="average_over", year_from=2026, year_to=2030)
    figures = [Observed(date(2026, 12, 31), D(8)), Observed(date(2027, 12, 31), D(12))]
    verdict = judge(made, figures, date(2028, 1, 1), QUIET)
    assert round(verdict.observed, 4) == D("9.9818")
    assert verdict.status == Status.AT_RISK
    needed = next(step for step in verdict.steps if step.label == "Mức còn cần mỗi năm")
    assert round(needed.result.value, 4) == D("10.0121")


def test_an_average_within_its_first_year_compares_what_there_is():
    made = promise(direction="increase", low=D(10), period="average_over", year_from=2026, year_to=2030)
    assert status(made, seen("10.5")) == Status.ON_TRACK


def test_a_year_without_a_figure_takes_away_the_needed_growth_and_is_named():
    made = promise(direction="increase", low=D(10), period="average_over", year_from=2026, year_to=2030)
    verdict = judge(made, seen(11, date(2027, 12, 31)), date(2028, 1, 1), QUIET)
    assert verdict.status == Status.ON_TRACK
    assert any("Thiếu số liệu" in note for note in verdict.notes)
    assert all("còn cần" not in step.label for step in verdict.steps)


def test_a_figure_from_before_the_years_of_an_average_is_not_judged():
    made = promise(direction="increase", low=D(10), period="average_over", year_from=2026, year_to=2030)
    assert status(made, seen(5, date(2025, 12, 31)), AFTER[6]) == Status.NO_DATA
    assert status(promise(year_from=2027), seen(50)) == Status.NOT_DUE


def test_an_average_of_counts_is_an_arithmetic_mean():
    made = promise(low=D(50), unit="đồng chí", nature="flow", period="average_over", year_from=2026, year_to=2030)
    figures = [Observed(date(2026, 12, 31), D(40)), Observed(date(2027, 12, 31), D(60))]
    assert judge(made, figures, date(2028, 1, 1), QUIET).observed == 50


def test_a_whole_term_flow_is_compared_with_the_share_of_the_term_gone():
    made = promise(low=D(200), unit="tỷ đồng", nature="flow", period="whole_term", year_from=2026, year_to=2030)
    verdict = judge(made, seen(40, date(2026, 12, 31)), AFTER[12], QUIET)
    assert round(verdict.expected, 2) == D("39.98")
    assert verdict.status == Status.ON_TRACK
    assert status(made, seen(30, date(2026, 12, 31)), AFTER[12]) == Status.BEHIND


def test_a_whole_term_flow_is_met_early():
    made = promise(low=D(200), unit="tỷ đồng", nature="flow", period="whole_term", year_from=2026, year_to=2030)
    assert status(made, seen(205, date(2026, 12, 31)), AFTER[12]) == Status.MET


def test_coverage_is_compared_with_the_share_of_the_term_gone_and_met_at_its_end():
    made = promise(low=D(100), period="whole_term", term=Term(2026, 2030))
    assert status(made, seen(20, date(2026, 12, 31)), AFTER[12]) == Status.ON_TRACK
    assert status(made, seen(17, date(2026, 12, 31)), AFTER[12]) == Status.BEHIND
    assert status(made, seen(100, date(2030, 12, 31)), date(2031, 1, 1)) == Status.MET


def test_a_target_without_a_time_is_judged_by_the_last_year_of_the_term_and_says_so():
    made = promise(low=D(88), period="unspecified", baseline=Point(2025, D(60)))
    verdict = judge(made, seen(66, date(2026, 12, 31)), AFTER[12], QUIET)
    assert round(verdict.expected, 1) == D("65.6")
    assert any("không ghi thời gian" in note for note in verdict.notes)


def test_an_outright_state_is_judged_directly_at_each_observation():
    made = promise(low=D(100), period="unspecified")
    assert status(made, seen(100)) == Status.MET
    assert status(made, seen(95)) == Status.AT_RISK
    assert status(made, seen(80)) == Status.BEHIND


def test_growth_is_judged_as_it_is_reported():
    made = promise(direction="increase", low=D(10))
    assert status(made, seen(10)) == Status.ON_TRACK
    assert status(made, seen("9.5")) == Status.AT_RISK
    assert status(made, seen(-1)) == Status.BEHIND


def test_a_fall_is_reported_by_its_size_and_beyond_its_upper_bound_a_person_is_asked():
    made = promise(direction="decrease", low=D(7), high=D(9))
    assert status(made, seen(8)) == Status.ON_TRACK
    assert judge(made, seen(8), LATER, QUIET).question == ""
    assert judge(made, seen(12), LATER, QUIET).question
    assert status(made, seen(12, date(2026, 12, 31)), AFTER[12]) == Status.MET
    assert status(made, seen(3)) == Status.BEHIND


def test_a_range_has_a_shortfall_below_and_is_exceeded_above():
    made = promise(direction="range", low=D(17), high=D(19))
    december = date(2026, 12, 31)
    assert status(made, seen(16)) == Status.AT_RISK
    assert status(made, seen(18, december), AFTER[12]) == Status.MET
    assert status(made, seen(20, december), AFTER[12]) == Status.EXCEEDED


def test_a_range_that_is_a_ceiling_may_not_be_overshot():
    made = promise(direction="range", low=D(10), high=D(20), ceiling=True, nature="level", unit="vụ")
    verdict = judge(made, seen(30), LATER, QUIET)
    assert verdict.status == Status.BEHIND
    assert verdict.question


def test_more_rooms_than_the_exact_number_asks_a_person():
    made = promise(direction="equal", low=D(12), unit="phòng", nature="flow", period="unspecified")
    assert status(made, seen(12)) == Status.MET
    assert judge(made, seen(13), LATER, QUIET).question


@pytest.mark.parametrize("word", ["met", "on_track", "at_risk", "behind"])
def test_a_qualitative_measure_is_what_its_lead_says_and_the_assigner_confirms(word):
    made = promise(direction="qualitative", low=None, period="by_year", year_to=2027)
    said = Observed(date(2026, 6, 30), assessed=word)
    assert status(made, [said]) == word
    assert status(made, [replace(said, confirmed=False)]) == Status.NO_DATA


def test_a_measure_promised_twice_is_judged_against_each_number():
    first, second = promise(low=D(95)), promise(low=D(85), direction="above")
    verdicts = judge_each([first, second], seen(90), LATER, QUIET)
    assert [one.status for one in verdicts] == [Status.AT_RISK, Status.ON_TRACK]


def test_every_judged_verdict_unfolds_into_its_arithmetic():
    for made in (promise(), rising(), promise(period="whole_term"), promise(period="unspecified")):
        verdict = judge(made, seen(50), LATER, QUIET)
        assert verdict.steps[-1].label == "Kết luận"
        assert verdict.steps[-1].result.value == LABELS[verdict.status]
        assert all(step.words for step in verdict.steps)


# --- properties

values = st.decimals(min_value=0, max_value=1000, places=2)
positive = st.decimals(min_value=1, max_value=1000, places=2)
days = st.dates(date(2026, 1, 1), date(2030, 12, 31))
BEST_FIRST = [Status.EXCEEDED, Status.MET, Status.ON_TRACK, Status.AT_RISK, Status.BEHIND]


@given(base=values, target=positive, value=values, day=days)
def test_falling_is_the_mirror_of_rising_on_a_path(base, target, value, day):
    up = rising(low=target, baseline=Point(2025, base))
    down = replace(up, direction="at_most", low=None, high=-target, baseline=Point(2025, -base))
    one = judge(up, [Observed(day, value)], day, QUIET)
    other = judge(down, [Observed(day, -value)], day, QUIET)
    assert one.status == other.status
    assert one.ratio == other.ratio


@given(
    direction=st.sampled_from(["at_least", "above", "at_most", "below", "increase", "range"]),
    nature=st.sampled_from(["rate", "flow", "level"]),
    period=st.sampled_from(["annual", "by_year", "whole_term", "unspecified", "average_over"]),
    base=st.none() | values,
    target=positive,
    value=values,
    better=values,
    day=days,
)
def test_a_better_figure_never_gets_a_worse_word(direction, nature, period, base, target, value, better, day):
    less = direction in ("at_most", "below")
    made = promise(
        direction=direction,
        nature=nature,
        period=period,
        year_to=2030,
        unit="x",
        low=None if less else target,
        high=target if less else (target + 5 if direction == "range" else None),
        baseline=None if base is None else Point(2025, base),
    )
    worse_value, better_value = (max(value, better), min(value, better)) if less else sorted((value, better))
    ranks = []
    for figure in (worse_value, better_value):
        word = status(made, [Observed(day, figure)], day)
        ranks.append(BEST_FIRST.index(word) if word in BEST_FIRST else None)
    if ranks[0] is not None and ranks[1] is not None:
        assert ranks[1] <= ranks[0]


def test_urgency_puts_what_is_behind_before_what_is_met():
    assert urgency("behind") < urgency("at_risk") < urgency("on_track") < urgency("met")
