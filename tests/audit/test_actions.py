import pytest
from django.db import DatabaseError, connection, transaction

from dondoc.audit import triggers
from dondoc.audit.actions import record, verify_chain
from dondoc.audit.models import AppendOnlyError, Chain, Entry

pytestmark = pytest.mark.django_db


def write(number=3, ward=(7, "phường Thử")):
    return [
        record(ward=ward, actor=(4, "Lan"), verb="task.report", target=("work.assignment", i), label=f"NV{i:03}")
        for i in range(1, number + 1)
    ]


def unguarded(sql, *parameters):
    """Change the table as somebody with the keys of the database could."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
    triggers.install(connection)


def test_an_entry_says_who_did_what_to_what_and_follows_the_one_before():
    first, second, third = write()
    assert (first.actor_name, first.verb, first.object_type, first.object_id) == (
        "Lan",
        "task.report",
        "work.assignment",
        "1",
    )
    assert (first.previous, second.previous, third.previous) == ("", first.hash, second.hash)
    assert Chain.objects.get(ward_id=7).length == 3
    assert verify_chain(7) is None


def test_objects_are_read_by_their_attributes(cast):
    entry = record(ward=cast.home.ward, actor=cast.home.office, verb="unit.add", target=cast.home.units["cong-an"])
    assert entry.ward_id == cast.home.ward.pk
    assert entry.ward_name == "phường An Hòa"
    assert entry.actor_name == "Nguyễn Thị Lan"
    assert entry.object_type == "wards.unit"
    assert entry.object_label == "Công an"


def test_each_ward_has_a_chain_of_its_own_and_the_system_one_too():
    write(2)
    write(1, ward=(8, "xã Bên"))
    entry = record(ward=None, actor=None, verb="system.start", target=("system", ""))
    assert (entry.ward_id, entry.number, entry.actor_name) == (0, 1, "hệ thống")
    assert [Chain.objects.get(ward_id=w).length for w in (0, 7, 8)] == [1, 2, 1]


def test_the_models_refuse_to_change_or_remove():
    entry = write(1)[0]
    entry.verb = "other"
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        entry.delete()
    with pytest.raises(AppendOnlyError):
        Entry.objects.filter(pk=entry.pk).update(verb="other")
    with pytest.raises(AppendOnlyError):
        Entry.objects.all().delete()


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_too(sql):
    write(1)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Entry.objects.get().verb == "task.report"


def test_a_changed_entry_is_found():
    second = write()[1]
    unguarded("UPDATE audit_entry SET actor_name = 'Another' WHERE id = %s", second.pk)
    broken = verify_chain(7)
    assert (broken.number, broken.why) == (2, "changed")


def test_a_removed_entry_is_found_in_the_middle_and_at_the_end():
    _, second, third = write()
    unguarded("DELETE FROM audit_entry WHERE id = %s", third.pk)
    assert verify_chain(7).why == "missing at the end"
    unguarded("DELETE FROM audit_entry WHERE id = %s", second.pk)
    assert verify_chain(7).number == 2


def test_an_entry_is_lost_with_the_transaction_it_belongs_to():
    class Stop(Exception):
        pass

    def work():
        with transaction.atomic():
            write(1)
            raise Stop

    with pytest.raises(Stop):
        work()
    assert not Entry.objects.exists()
    assert verify_chain(7) is None
