"""The measures read from the texts of the two readings agree with them."""

from __future__ import annotations

import pytest

from .gold_measures import agreement

FLOORS = {
    "indicator_f1": 0.98,
    "indicator_direction": 0.97,
    "indicator_period": 0.97,
    "indicator_per": 0.95,
    "indicator_years": 0.95,
    "indicator_name": 0.95,
    "indicator_parent": 0.95,
    "task_f1": 0.98,
    "task_direction": 0.97,
    "task_period": 0.97,
    "sure_right": 0.995,
}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return agreement()[0]


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_figure_of_agreement_is_at_least_its_floor(figures: dict[str, float], name: str, floor: float) -> None:
    assert figures[name] >= floor


def test_at_most_a_tenth_of_the_items_with_figures_ask_a_person(figures: dict[str, float]) -> None:
    assert figures["doubtful_items"] <= 0.10
