import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from dondoc.audit.models import Entry
from dondoc.wards import actions
from dondoc.wards.models import Unit, User

pytestmark = pytest.mark.django_db


def written():
    return [(e.verb, e.object_label) for e in Entry.objects.order_by("number")]


def test_a_person_is_added_with_role_and_unit_and_it_is_written(cast):
    home = cast.home
    person = actions.add_person(
        by=home.administrator, ward=home.ward, username="moi", password="x" * 14, full_name="Đinh Mới",
        role=User.Role.UNIT, unit=home.units["mat-tran"],
    )  # fmt: skip
    assert person.check_password("x" * 14)
    assert written() == [("person.add", "Đinh Mới")]
    assert "x" * 14 not in str(Entry.objects.get().data)


@pytest.mark.parametrize("role", [User.Role.CITY, User.Role.ADMINISTRATOR])
def test_nobody_is_made_more_than_the_ward_has(cast, role):
    with pytest.raises(ValidationError):
        actions.add_person(by=cast.administrator, ward=cast.home.ward, username="moi", password="x" * 14, role=role)
    assert not User.objects.filter(username="moi").exists()


def test_a_unit_of_the_neighbour_is_refused(cast):
    with pytest.raises(PermissionDenied):
        actions.change_person(by=cast.administrator, person=cast.home.unit, unit=cast.next_door.units["mat-tran"])


def test_a_change_is_written_with_before_and_after_and_no_change_is_not(cast):
    home = cast.home
    actions.change_person(by=home.administrator, person=home.unit, position="Phó phòng")
    actions.change_person(by=home.administrator, person=home.unit, position="Phó phòng")
    assert [e.data for e in Entry.objects.all()] == [{"position": ["Trưởng phòng", "Phó phòng"]}]


def test_a_person_is_taken_out_and_back(cast):
    home = cast.home
    actions.deactivate(by=home.administrator, person=home.unit)
    assert not User.objects.get(pk=home.unit.pk).is_active
    actions.reactivate(by=home.administrator, person=home.unit)
    assert User.objects.get(pk=home.unit.pk).is_active
    assert [verb for verb, _ in written()] == ["person.deactivate", "person.reactivate"]


def test_a_new_password_is_long_told_once_and_ends_the_sessions(cast, as_person):
    client = as_person(cast.home.unit)
    password = actions.set_password(by=cast.home.administrator, person=cast.home.unit)
    assert len(password) >= 14
    assert client.get("/ca-nhan/").status_code == 302
    assert password not in str(Entry.objects.get().data)


def test_units_are_added_renamed_and_retired(cast):
    home = cast.home
    unit = actions.add_unit(by=home.administrator, ward=home.ward, name="Đội Dân phòng", aliases=["Dân phòng"])
    again = actions.add_unit(by=home.administrator, ward=home.ward, name="Đội Dân phòng")
    assert (unit.code, again.code) == ("doi-dan-phong", "doi-dan-phong-2")
    actions.change_unit(by=home.administrator, unit=unit, name="Đội Dân phòng số 1", aliases=["Dân phòng", "Đội số 1"])
    actions.retire_unit(by=home.administrator, unit=unit)
    actions.retire_unit(by=home.administrator, unit=unit)
    with home.scope():
        assert not Unit.objects.get(pk=unit.pk).active
    assert [verb for verb, _ in written()] == ["unit.add", "unit.add", "unit.change", "unit.retire"]


def test_the_rules_of_time_are_changed(cast):
    actions.change_settings(by=cast.home.administrator, ward=cast.home.ward, soon_days=20, cutoff_day=25)
    cast.home.ward.refresh_from_db()
    assert (cast.home.ward.soon_days, cast.home.ward.cutoff_day) == (20, 25)
    assert Entry.objects.get().data == {"soon_days": [30, 20], "cutoff_day": [0, 25]}


@pytest.mark.parametrize("who", ["office", "leader", "unit", "inspector"])
def test_nobody_but_the_administrator_changes_people_units_and_settings(cast, who):
    by = getattr(cast.home, who)
    home = cast.home
    attempts = [
        lambda: actions.add_person(by=by, ward=home.ward, username="moi", password="x" * 14, role=User.Role.OFFICE),
        lambda: actions.change_person(by=by, person=home.unit, position="x"),
        lambda: actions.deactivate(by=by, person=home.unit),
        lambda: actions.set_password(by=by, person=home.unit),
        lambda: actions.add_unit(by=by, ward=home.ward, name="x"),
        lambda: actions.change_unit(by=by, unit=home.units["cong-an"], name="x"),
        lambda: actions.retire_unit(by=by, unit=home.units["cong-an"]),
        lambda: actions.change_settings(by=by, ward=home.ward, soon_days=1),
    ]
    for attempt in attempts:
        with pytest.raises(PermissionDenied):
            attempt()
    assert not Entry.objects.exists()


def test_the_administrator_next_door_and_of_another_region_are_refused(cast):
    for by in (cast.next_door.administrator, cast.outsider):
        with pytest.raises(PermissionDenied):
            actions.change_settings(by=by, ward=cast.home.ward, soon_days=1)
        with pytest.raises(PermissionDenied):
            actions.set_password(by=by, person=cast.home.unit)


def test_nobody_resets_the_password_of_who_stands_above_the_wards(cast):
    with pytest.raises(PermissionDenied):
        actions.set_password(by=cast.administrator, person=cast.city)


def test_how_one_reads_is_kept_and_is_no_matter_for_the_log(cast):
    actions.choose_look(cast.home.unit, large_type=True, language="en", role="administrator")
    person = User.objects.get(pk=cast.home.unit.pk)
    assert (person.large_type, person.language, person.role) == (True, "en", "unit")
    assert not Entry.objects.exists()
