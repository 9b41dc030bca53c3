from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.measure.deadlines import moment, occurrences, reports_of, task_time


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2026", date(2026, 12, 31)),
        ("Q4/2025", date(2025, 12, 31)),
        ("2026-03", date(2026, 3, 31)),
        ("2025-2030", date(2030, 12, 31)),
        ("2026-03-15", date(2026, 3, 15)),
        ("2028-02", date(2028, 2, 29)),
    ],
)
def test_a_deadline_is_the_last_day_of_what_the_paper_names(text, end):
    assert moment(text).end == end


@pytest.mark.parametrize("text", ["", "Q5/2025", "2026-13", "2030-2025", "hằng năm", "2026-02-30"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 — the message is the text itself
        moment(text)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    try:
        found = moment(text)
    except ValueError:
        return
    assert found.start <= found.end


def test_a_task_with_only_a_start_is_due_at_the_end_of_that_moment():
    assert task_time("2026-03", "", "").deadline == date(2026, 3, 31)
    assert task_time("Q4/2025", "", "").deadline == date(2025, 12, 31)


def test_a_year_as_the_only_start_gives_no_deadline():
    assert task_time("2026", "", "").kind == "undated"


def test_a_finish_decides_even_beside_a_recurrence():
    assert task_time("2025", "2027", "annual") == task_time("", "2027", "")


def test_a_task_is_recurring_continuous_or_undated_otherwise():
    assert task_time("", "", "monthly").kind == "recurring"
    assert task_time("", "", "continuous").kind == "continuous"
    assert task_time("", "", "").kind == "undated"


def test_a_recurring_task_has_one_occurrence_a_year_quarter_or_month_within_the_term():
    first, last = date(2025, 9, 26), date(2030, 12, 31)
    assert [one.end.year for one in occurrences("annual", first, last)] == [2025, 2026, 2027, 2028, 2029, 2030]
    assert len(list(occurrences("quarterly", first, last))) == 22
    assert len(list(occurrences("monthly", first, last))) == 64
    assert list(occurrences("continuous", first, last)) == []


def test_a_continuous_duty_owes_a_report_each_quarter():
    assert [one.label for one in reports_of(date(2026, 1, 1), date(2026, 7, 1))] == ["Quý I/2026", "Quý II/2026"]
