"""What the settings pages read."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from .models import Unit, User, Ward


def wards_of(administrator: User) -> QuerySet[Ward]:
    """Return the wards an administrator keeps, with `people_count` and `unit_count` of what is active. 1 query."""
    wards = Ward.objects.select_related("region").annotate(
        people_count=Count("people", filter=Q(people__is_active=True), distinct=True),
        unit_count=Count("units", filter=Q(units__active=True, units__collective=False), distinct=True),
    )
    if administrator.ward_id is not None:
        return wards.filter(pk=administrator.ward_id)
    if administrator.region_id is not None:
        return wards.filter(region_id=administrator.region_id)
    return wards


def people_of(ward: Ward, words: str = "") -> QuerySet[User]:
    """Return the people of a ward with their units, those who may sign in first. 1 query."""
    people = User.objects.filter(ward=ward).select_related("unit").order_by("-is_active", "role", "username")
    for word in words.split():
        people = people.filter(
            Q(full_name__icontains=word) | Q(username__icontains=word) | Q(unit__name__icontains=word)
        )
    return people


def units_of_ward(words: str = "") -> QuerySet[Unit]:
    """Return the units in scope with `people_count`, active ones first. 1 query."""
    units = Unit.objects.annotate(people_count=Count("people", filter=Q(people__is_active=True)))
    for word in words.split():
        units = units.filter(Q(name__icontains=word) | Q(short_name__icontains=word))
    return units.order_by("-active", "collective", "name")


def units_to_choose() -> QuerySet[Unit]:
    """Return the units in scope that work can be given to: active, not a collective name. 1 query."""
    return Unit.objects.filter(active=True, collective=False)
