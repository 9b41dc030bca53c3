"""The page of reports: beside the form the figures of a report, as they stood when it was written."""

import pytest
from django.urls import reverse

from dondoc.papers import actions, periods, queries
from dondoc.papers.models import Paper
from dondoc.programmes.models import Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(cast, programme):
    """Two reports of one programme, the newer of a later quarter."""
    with cast.home.scope():
        return [
            actions.write_report(cast.home.office, programme, periods.parse(key), key) for key in ("2025-Q3", "2025-Q4")
        ]


def page(client, **asked):
    return client.get(reverse("papers:list"), asked)


def test_before_the_first_report_the_page_says_what_one_holds(cast, programme, as_person):
    shown = page(as_person(cast.home.office)).content.decode()
    assert "Báo cáo gồm những gì" in shown
    assert "Số liệu trong báo cáo" not in shown


def test_the_figures_of_the_newest_stand_beside_the_form_and_those_of_another_one_link_away(cast, two, as_person):
    client = as_person(cast.home.office)
    assert "Số liệu trong báo cáo Quý IV/2025" in page(client).content.decode()
    earlier = page(client, xem=two[0].pk).content.decode()
    assert "Số liệu trong báo cáo Quý III/2025" in earlier
    assert f'href="?xem={two[1].pk}"' in earlier
    inspector = page(as_person(cast.home.inspector)).content.decode()
    assert ("Số liệu trong báo cáo Quý IV/2025" in inspector, "Lập báo cáo kết quả" in inspector) == (True, False)


@pytest.mark.parametrize("wanted", ["0", "999999", "x", "9" * 30])
def test_a_report_that_is_not_there_is_not_found(cast, two, as_person, wanted):
    assert page(as_person(cast.home.office), xem=wanted).status_code == (
        404 if wanted.isdecimal() and len(wanted) < 18 else 200
    )


def test_the_neighbour_finds_none_of_them(cast, two, as_person):
    client = as_person(cast.neighbour)
    assert page(client, xem=two[0].pk).status_code == 404
    assert "Quý IV/2025" not in page(client).content.decode().split("Đã lập")[-1]


def test_what_changed_since_changes_no_figure_of_a_report(cast, two, django_assert_num_queries):
    with cast.home.scope():
        before = queries.held(cast.home.ward, two[0].pk)
        Task.objects.first().assignment.__class__.objects.update(state="done")
        with django_assert_num_queries(1):
            after = queries.held(cast.home.ward, two[0].pk)
    assert (after.tasks, after.measures) == (before.tasks, before.measures)
    assert before.tasks.total == len(before.data.tasks) > 0


def test_a_report_written_before_groups_were_kept_counts_by_state_and_time(cast, two):
    with cast.home.scope():
        paper = Paper.objects.get(pk=two[0].pk)
        for number, line in enumerate(paper.snapshot["tasks"]):
            del line["group"]
            line |= {"state": "in_progress", "timing": "overdue" if number == 0 else "in_time"}
        paper.save()
        held = queries.held(cast.home.ward, paper.pk)
    assert held.overdue == 1
    assert {one.state for one in held.tasks.segments} <= {"overdue", "in_progress"}
