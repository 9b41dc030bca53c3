from datetime import date
from decimal import Decimal

from dondoc.measure.task_state import TimeStanding, Timing, on_time_rate, time_standing

DUE = date(2026, 11, 30)


def test_a_task_without_a_deadline_is_counted_apart_and_never_in_time():
    assert time_standing("in_progress", None, DUE).timing == Timing.UNDATED
    assert time_standing("done", None, DUE, finished=DUE).timing == Timing.UNDATED


def test_a_task_is_soon_due_thirty_days_before_or_as_the_ward_sets():
    assert time_standing("in_progress", DUE, date(2026, 10, 30)) == TimeStanding(Timing.IN_TIME, 31)
    assert time_standing("in_progress", DUE, date(2026, 10, 31)) == TimeStanding(Timing.SOON, 30)
    assert time_standing("in_progress", DUE, date(2026, 11, 20), soon_days=7) == TimeStanding(Timing.IN_TIME, 10)


def test_the_day_of_the_deadline_is_still_in_time():
    assert time_standing("in_progress", DUE, DUE) == TimeStanding(Timing.SOON, 0)
    assert time_standing("awaiting", DUE, date(2026, 12, 1)) == TimeStanding(Timing.OVERDUE, 1)


def test_an_extension_holds_for_an_open_task_and_the_original_for_the_finished_one():
    extended = date(2026, 12, 31)
    assert time_standing("in_progress", DUE, date(2026, 12, 10), extended=extended).timing == Timing.SOON
    done = time_standing("done", DUE, extended, extended=extended, finished=date(2026, 12, 10))
    assert done == TimeStanding(Timing.LATE, 10)


def test_a_finished_task_is_early_punctual_or_late_by_days():
    assert time_standing("done", DUE, DUE, finished=date(2026, 11, 28)) == TimeStanding(Timing.EARLY, 2)
    assert time_standing("done", DUE, DUE, finished=DUE) == TimeStanding(Timing.PUNCTUAL)
    assert time_standing("done", DUE, DUE, finished=date(2026, 12, 2)) == TimeStanding(Timing.LATE, 2)


def test_no_clock_runs_on_what_is_suspended_or_dropped():
    for state in ("suspended", "dropped"):
        assert time_standing(state, DUE, date(2027, 5, 1)).timing == Timing.IN_TIME


def test_the_on_time_rate_counts_finished_and_overdue_tasks_only():
    standings = [
        TimeStanding(one) for one in (Timing.EARLY, Timing.PUNCTUAL, Timing.OVERDUE, Timing.UNDATED, Timing.SOON)
    ]
    rate = on_time_rate(standings)
    assert (rate.kept, rate.late) == (2, 1)
    assert rate.share == Decimal(2) / 3
    assert on_time_rate([]).share is None
