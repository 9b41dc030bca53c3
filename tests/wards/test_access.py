import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.test import RequestFactory
from django_scopes import ScopeError

from dondoc.wards import rules
from dondoc.wards.access import LEADER, OFFICE, UNIT, page
from dondoc.wards.middleware import WardScope
from dondoc.wards.models import Unit, User

pytestmark = pytest.mark.django_db


@page(OFFICE, LEADER)
def names_of_units(request):
    return HttpResponse(", ".join(Unit.objects.order_by().values_list("ward__name", flat=True).distinct()))


@page(OFFICE, UNIT, methods="GET POST")
def one_unit(request, pk):
    return HttpResponse(get_object_or_404(Unit, pk=pk).name)


def ask(view, user, method="get", **kwargs):
    request = getattr(RequestFactory(), method)("/")
    request.user = user
    return WardScope(lambda r: view(r, **kwargs))(request)


def test_who_has_the_role_sees_the_own_ward_and_no_other(cast):
    assert ask(names_of_units, cast.home.office).content.decode() == "An Hòa"
    assert ask(names_of_units, cast.next_door.leader).content.decode() == "Vĩnh Lộc"


def test_who_has_another_role_is_refused(cast):
    for person in (cast.home.unit, cast.home.inspector, cast.city, cast.administrator):
        with pytest.raises(PermissionDenied):
            ask(names_of_units, person)


def test_a_person_of_a_ward_without_a_ward_is_refused(cast):
    with pytest.raises(PermissionDenied):
        ask(names_of_units, User(username="x", role=User.Role.OFFICE))


def test_another_method_than_the_pages_is_refused(cast):
    assert ask(names_of_units, cast.home.office, "post").status_code == 405


def test_a_row_of_another_ward_is_not_found(cast):
    mine = cast.home.units["cong-an"]
    assert ask(one_unit, cast.home.office, pk=mine.pk).content.decode() == "Công an"
    with pytest.raises(Http404):
        ask(one_unit, cast.neighbour, pk=mine.pk)


def test_without_a_scope_nothing_of_a_ward_can_be_read(cast):
    with pytest.raises(ScopeError):
        Unit.objects.count()


def test_the_predicates_tell_the_roles_apart(cast):
    expected = {
        "is_office": cast.home.office,
        "is_leader": cast.home.leader,
        "is_inspector": cast.home.inspector,
        "is_city": cast.city,
        "is_administrator": cast.home.administrator,
    }
    everybody = [
        cast.home.office,
        cast.home.leader,
        cast.home.unit,
        cast.home.inspector,
        cast.city,
        cast.home.administrator,
    ]
    for name, person in expected.items():
        assert [p for p in everybody if getattr(rules, name)(p)] == [person], name
    assert rules.is_unit(cast.home.unit)


def test_who_was_deactivated_has_no_role(cast):
    cast.home.office.is_active = False
    assert not rules.is_office(cast.home.office)


def test_same_ward_compares_wards_and_rows(cast):
    assert rules.same_ward(cast.home.office, cast.home.ward)
    assert rules.same_ward(cast.home.office, cast.home.units["cong-an"])
    assert not rules.same_ward(cast.neighbour, cast.home.units["cong-an"])
    assert not rules.same_ward(cast.city, cast.home.ward)


def test_defence_and_police_is_seen_by_its_unit_leaders_office_and_inspector(cast):
    police = cast.home.units["cong-an"].pk
    for person in (cast.home.office, cast.home.leader, cast.home.inspector, cast.home.police):
        assert rules.may_see_guarded(person, police)
    for person in (cast.home.unit, cast.home.other_unit, cast.city, cast.administrator, cast.home.administrator):
        assert not rules.may_see_guarded(person, police)
    assert not rules.may_see_guarded(cast.home.police, None)


def test_an_administrator_keeps_the_own_ward_or_the_own_region(cast):
    assert rules.administers(cast.home.administrator, cast.home.ward)
    assert not rules.administers(cast.home.administrator, cast.next_door.ward)
    assert rules.administers(cast.administrator, cast.next_door.ward)
    assert not rules.administers(cast.outsider, cast.home.ward)
    assert not rules.administers(cast.home.office, cast.home.ward)
