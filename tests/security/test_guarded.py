"""Defence and police items: named to their unit and to those over all of the ward, and nowhere to anybody else."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from security.world import GUARDED_WORDS, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    return make_world(cast, monkeypatch)


def pages(world):
    """Every page that a unit reaches, in every form in which it lists items."""
    programme = world["programme"].pk
    detail, paper = reverse("programmes:detail", args=[programme]), reverse("programmes:paper", args=[programme])
    searches = [
        f"{detail}?xem={which}&q={words}&tim={words}"
        for which in ("chi-tieu", "nhiem-vu")
        for words in ("", "doi+ngu", "tuan+tra")
    ]
    return [
        *searches, paper, reverse("programmes:list"), reverse("work:mine"), reverse("home"),
        reverse("work:task", args=[world["task"].pk]), reverse("measurement:measure", args=[world["measure"].pk]),
        reverse("measurement:measure", args=[world["twin"].pk]), reverse("dashboards:unit", args=[world["unit"].pk]),
    ]  # fmt: skip


def seen(client, addresses):
    return "\n".join(client.get(address, follow=True).content.decode() for address in addresses)


def words_of(book):
    """Return what stands in the cells of a workbook."""
    cells = (cell for row in load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True) for cell in row)
    return "\n".join(str(cell) for cell in cells if cell is not None)


def links(world):
    return [
        reverse("work:task", args=[world["guarded_task"].pk]),
        reverse("measurement:measure", args=[world["guarded_measure"].pk]),
        reverse("work:evidence", args=[world["guarded_evidence"].pk]),
        reverse("dashboards:unit", args=[world["guarded_unit"].pk]),
    ]


@pytest.mark.parametrize("who", ["unit", "other_unit"])
def test_another_unit_finds_neither_words_nor_figures_nor_links(cast, world, as_person, who):
    html = seen(as_person(getattr(cast.home, who)), pages(world))
    assert [word for word in GUARDED_WORDS if word in html] == []
    assert [link for link in links(world) if f'"{link}"' in html] == []


def test_the_items_are_really_there_for_who_may_see_them(cast, world, as_person):
    html = seen(as_person(cast.home.leader), pages(world))
    assert "Tuần tra ban đêm" in html
    assert "7.531" in html
    assert "Tuần tra ban đêm" in seen(as_person(cast.home.police), [reverse("work:mine")])


def test_counts_tell_a_unit_nothing_about_them(cast, world, as_person, home):
    from dondoc.programmes.queries import Filters, measures_page, programmes, tasks_page

    with home.scope():
        for person, measures, tasks in ((home.unit, 5, 5), (home.police, 6, 6), (home.leader, 6, 6)):
            row = programmes(home.ward, person).get()
            assert (row.measure_count, row.task_count) == (measures, tasks), person
            assert measures_page(row, person, Filters()).total == measures
            assert tasks_page(row, person, Filters()).total == tasks


def test_the_paper_shows_a_unit_its_text_but_no_guarded_place(cast, world, home):
    from dondoc.programmes.queries import places

    with home.scope():
        for_unit, for_leader = (places(world["programme"], person) for person in (home.unit, home.leader))
    assert {place.kind for place in for_unit} == {"task", "indicator"}
    assert {place.label for place in for_leader} - {place.label for place in for_unit} >= {"(9)", "NV004"}


def test_the_workbooks_of_the_programme_leave_them_out(cast, world, as_person):
    address = reverse("programmes:sheet", args=[world["programme"].pk])
    for wanted, there in (("chi-tieu", "đội ngũ sẵn sàng"), ("nhiem-vu", "quy hoạch phân khu")):
        for person, guarded in ((cast.home.unit, False), (cast.home.leader, True)):
            book = as_person(person).get(address, {"xem": wanted}).content
            text = words_of(book)
            assert there in text
            assert any(word in text for word in GUARDED_WORDS) is guarded, (wanted, person)
    for person, status in ((cast.home.unit, 403), (cast.home.police, 403), (cast.home.inspector, 200)):
        assert as_person(person).get(address, {"xem": "diem-ra-soat"}).status_code == status


def test_the_city_sees_none_of_it(cast, world, as_person):
    addresses = [reverse("dashboards:city"), reverse("dashboards:city_ward", args=[cast.home.ward.pk])]
    html = seen(as_person(cast.city), addresses)
    assert "Đội ngũ sẵn sàng" in html.replace("đội", "Đội")
    assert [word for word in GUARDED_WORDS if word in html] == []
    assert "minh-chung" not in html


def test_the_result_report_leaves_them_out(cast, world, as_person):
    answer = as_person(cast.home.office).get(reverse("papers:file", args=[world["paper"].pk]))
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as word:
        text = "".join(word.read(name).decode() for name in word.namelist() if name.endswith(".xml"))
    assert "quy hoạch phân khu" in text
    assert [word for word in GUARDED_WORDS if word in text] == []
    assert [word for word in GUARDED_WORDS if word in str(world["paper"].snapshot)] == []


def test_the_log_of_an_administrator_tells_of_people_and_units_only(cast, world, as_person):
    for person in (cast.home.administrator, cast.administrator):
        client = as_person(person)
        html = client.get(reverse("audit:log")).content.decode()
        html += words_of(client.get(reverse("audit:workbook")).content)
        assert "Nhật ký" in html
        assert [word for word in (*GUARDED_WORDS, "quy hoạch phân khu") if word in html] == []


def test_a_file_leaves_as_a_download_that_no_browser_opens(cast, world, as_person):
    office = as_person(cast.home.office)
    for address in (
        reverse("work:evidence", args=[world["evidence"].pk]), reverse("programmes:file", args=[world["programme"].pk]),
        reverse("papers:file", args=[world["paper"].pk]),
    ):  # fmt: skip
        headers = office.get(address).headers
        assert headers["Content-Disposition"].startswith("attachment;"), address
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert "private" in headers["Cache-Control"]
    assert Client().get(reverse("work:evidence", args=[world["evidence"].pk])).status_code == 302
    for person in (cast.city, cast.home.other_unit, cast.home.police, cast.home.administrator):
        assert as_person(person).get(reverse("work:evidence", args=[world["evidence"].pk])).status_code in (403, 404)
