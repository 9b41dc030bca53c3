from datetime import date, timedelta

import pytest
from django.utils import timezone

from dondoc.audit.actions import record
from dondoc.audit.queries import Filter, actors, entries, history
from dondoc.audit.sentences import read, verbs

pytestmark = pytest.mark.django_db


@pytest.fixture
def written():
    ward = (7, "phường Thử")
    record(ward=ward, actor=(1, "Lan"), verb="unit.add", target=("wards.unit", 5), label="Phòng Kinh tế")
    record(ward=ward, actor=(2, "Hùng"), verb="unit.retire", target=("wards.unit", 5), label="Phòng Kinh tế")
    record(ward=(8, "xã Bên"), actor=(3, "Mai"), verb="unit.add", target=("wards.unit", 6), label="Công an")


def test_the_newest_come_first_and_only_those_of_the_wards_asked_for(written, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [e.actor_name for e in entries([7], Filter())] == ["Hùng", "Lan"]
    assert len(entries(None, Filter())) == 3


def test_every_filter_narrows(written):
    today = timezone.localdate()
    assert [e.verb for e in entries([7], Filter(person=1))] == ["unit.add"]
    assert [e.verb for e in entries([7], Filter(verb="unit.retire"))] == ["unit.retire"]
    assert [e.object_label for e in entries(None, Filter(words="cong AN"))] == ["Công an"]
    assert len(entries([7], Filter(first=today, last=today))) == 2
    assert not entries([7], Filter(last=today - timedelta(days=1)))
    assert not entries([7], Filter(first=date(2100, 1, 1)))


def test_the_history_of_one_thing_and_those_who_acted(written, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [e.verb for e in history("wards.unit", 5)] == ["unit.retire", "unit.add"]
    with django_assert_num_queries(1):
        assert actors([7]) == [(2, "Hùng"), (1, "Lan")]


def test_each_entry_reads_as_a_sentence_and_an_unknown_verb_as_itself(written):
    assert [read(e) for e in entries([7], Filter())] == [
        "Đưa Phòng Kinh tế ra khỏi danh sách giao việc.",
        "Thêm đơn vị Phòng Kinh tế.",
    ]
    strange = record(ward=None, actor=None, verb="nobody.told", target=("x", 1), label="y")
    assert read(strange) == "nobody.told: y"
    assert "unit.add" in verbs()
