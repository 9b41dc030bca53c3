from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from dondoc.web import figures
from dondoc.web.statuses import KINDS, look_of


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "—"),
        (0, "0"),
        (Decimal("1234.500000"), "1.234,5"),
        (Decimal("95"), "95"),
        (Decimal("1000000"), "1.000.000"),
        (Decimal("-0.25"), "−0,25"),
        (Decimal("100.000000"), "100"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(value, shown):
    assert figures.number(value) == shown


def test_places_are_kept_when_they_are_asked_for():
    assert figures.number(Decimal("33.2"), 2) == "33,20"
    assert figures.percent(Decimal("92.000000")) == "92%"
    assert figures.percent(None) == "—"


def test_days_and_moments_are_those_of_vietnam():
    late = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    assert figures.day(date(2026, 1, 5)) == "05/01/2026"
    assert figures.day(late) == "23/11/2026"
    assert figures.moment(late) == "23/11/2026 01:30"
    assert figures.day(None) == figures.moment(None) == "—"


def test_a_long_text_is_cut_between_words():
    assert figures.shorten("Rà soát, điều chỉnh quy hoạch", 16) == "Rà soát, điều…"
    assert figures.shorten("ngắn", 16) == "ngắn"


def test_a_bullet_draws_value_path_and_target_from_nought():
    svg = figures.bullet(Decimal(50), Decimal(100), Decimal(75))
    assert 'aria-label="50 / 100"' in svg
    assert 'width="61.1"' in svg
    assert "style=" not in svg
    assert "b-bar" not in figures.bullet(None, 100)


def test_a_sparkline_breaks_where_there_is_no_figure():
    svg = figures.sparkline([1, 2, None, 4])
    assert svg.count("M") == 2
    assert figures.sparkline([None]) == ""


def test_every_state_has_a_word_an_icon_of_the_sprite_and_a_known_tone():
    from pathlib import Path

    import dondoc.web

    sprite = (Path(dondoc.web.__file__).parent / "static/web/vendor/tabler-icons/icons.svg").read_text()
    for states in KINDS.values():
        for look in states.values():
            assert str(look.word)
            assert look.tone in {"green", "blue", "amber", "red", "plum", "grey"}
            assert look.weight in {"strong", "soft", "quiet", "word"}
            assert look.weight == "word" or f'id="{look.icon}"' in sprite


def test_every_state_of_measures_and_tasks_is_drawn():
    from dondoc.measure.status import Status
    from dondoc.measure.task_state import State, Timing

    for value in [*Status, *State, *Timing]:
        assert look_of(value).word != value, value


def test_red_means_late_and_nothing_else():
    red = {
        name
        for kind in ("measure", "task", "timing", "report", "upload")
        for name, s in KINDS[kind].items()
        if s.tone == "red"
    }
    assert red == {"behind", "overdue"}
