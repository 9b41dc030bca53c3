"""The tables of the programme sort by their heads: plain links that keep the filters."""

import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from dondoc.programmes.queries import Filters, measures_page, tasks_page
from dondoc.programmes.sorting import MEASURES, TASKS, Column, in_order, understood
from dondoc.wards.models import Unit
from dondoc.work.models import Assignment
from programmes.test_views import workbook

pytestmark = pytest.mark.django_db


def shown(page):
    return [row for chapter in page.chapters for row in chapter.items]


@pytest.mark.parametrize("order", ["n", "-n"])
def test_rows_without_a_value_stand_last_both_ways_and_equal_ones_as_in_the_paper(order):
    rows = [SimpleNamespace(n=n, at=at) for at, n in enumerate([2, None, 1, 2])]
    found = [row.at for row in in_order(rows, order, {"n": Column("", lambda row: row.n)})]
    assert found == ([2, 0, 3, 1] if order == "n" else [0, 3, 2, 1])


def test_only_columns_that_a_table_has_are_understood():
    assert [name for name in ("han", "-ket-luan", "password", "--han", "") if understood(name)] == ["han", "-ket-luan"]


@pytest.mark.parametrize("column", TASKS)
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_head_of_the_tasks_sorts_and_takes_no_query_more(
    cast, programme, column, sign, django_assert_num_queries
):
    with cast.home.scope():
        lead = Unit.objects.filter(ward=cast.home.ward, collective=False).first()
        one = Assignment.objects.order_by("task__order").last()
        Assignment.objects.filter(pk=one.pk).update(lead=lead, original_deadline="2027-03-31", state="in_progress")
        with django_assert_num_queries(4):
            page = tasks_page(programme, cast.home.office, Filters(sort=f"{sign}{column}"))
        assert (len(page.chapters), page.sorted, page.shown) == (1, True, page.total)
        keys = [TASKS[column].key(row) for row in shown(page)]
        known = [key for key in keys if key is not None]
        assert keys == [*sorted(known, reverse=bool(sign)), *[None] * (len(keys) - len(known))]


@pytest.mark.parametrize("column", MEASURES)
def test_every_head_of_the_measures_sorts_and_takes_no_query_more(cast, programme, column, django_assert_num_queries):
    with cast.home.scope(), django_assert_num_queries(3):
        page = measures_page(programme, cast.home.office, Filters(sort=f"-{column}"))
        known = [key for m in shown(page) if (key := MEASURES[column].key(m)) is not None]
        assert known == sorted(known, reverse=True)


def test_an_order_of_the_other_table_leaves_the_paper_as_it_is(cast, programme):
    with cast.home.scope():
        plain = tasks_page(programme, cast.home.office, Filters())
        other = tasks_page(programme, cast.home.office, Filters(sort="ket-luan"))
    assert [row.task.pk for row in shown(other)] == [row.task.pk for row in shown(plain)]
    assert not other.sorted


def test_the_heads_are_links_that_keep_the_filters_and_say_how_the_table_is_sorted(cast, programme, as_person):
    client, address = as_person(cast.home.office), reverse("programmes:detail", args=[programme.pk])
    asked = {"xem": "nhiem-vu", "tim": "khu"}
    page = client.get(address, asked).content.decode()
    assert 'href="?xem=nhiem-vu&amp;tim=khu&amp;xep=han"' in page
    assert "aria-sort" not in page
    page = client.get(address, {**asked, "xep": "-ma"}).content.decode()
    assert len(re.findall('aria-sort="descending"', page)) == 1
    assert 'href="?xem=nhiem-vu&amp;tim=khu&amp;xep=ma"' in page
    assert 'href="?xem=nhiem-vu&amp;tim=khu">Về thứ tự văn bản' in page
    assert '<option value="-ma" selected>' in page, "on a phone the heads are not shown: the form keeps the order"


def test_the_workbook_has_the_order_of_the_screen(cast, programme, as_person):
    client, address = as_person(cast.home.office), reverse("programmes:sheet", args=[programme.pk])
    codes = [row[0] for row in workbook(client.get(address, {"xem": "nhiem-vu"}))[1:]]
    turned = [row[0] for row in workbook(client.get(address, {"xem": "nhiem-vu", "xep": "-ma"}))[1:]]
    assert turned == codes[::-1] != codes


def test_the_filters_are_folded_with_their_number_in_the_head(cast, programme, as_person):
    client, address = as_person(cast.home.office), reverse("programmes:detail", args=[programme.pk])
    plain = client.get(address).content.decode()
    head = re.search(r'<details class="filters"><summary[^>]*>(.*?)</summary>', plain, re.S).group(1)
    assert "bộ lọc đang dùng" not in head
    filtered = client.get(address, {"tim": "khu", "trang_thai": "no_data", "xep": "ten"}).content.decode()
    head = re.search(r'<details class="filters"><summary[^>]*>(.*?)</summary>', filtered, re.S).group(1)
    assert "2 bộ lọc đang dùng" in head, "an order is no filter"
    assert '<input type="hidden" name="trang_thai" value="no_data">' in filtered


def test_a_count_of_late_tasks_stays_chosen_when_the_form_is_sent(cast, programme, as_person):
    client, address = as_person(cast.home.office), reverse("programmes:detail", args=[programme.pk])
    page = client.get(address, {"xem": "nhiem-vu", "trang_thai": "overdue"}).content.decode()
    assert '<input type="hidden" name="trang_thai" value="overdue">' in page
