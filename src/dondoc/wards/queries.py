"""What the settings pages read."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from dondoc.language.folding import fold

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


def people_of(ward: Ward, words: str = "") -> list[User]:
    """Return the people of a ward with their units, those who may sign in first; accents need not match. 1 query."""
    people = User.objects.filter(ward=ward).select_related("unit").order_by("-is_active", "role", "username")
    return [p for p in people if _found(words, p.full_name, p.position, p.username, p.unit.name if p.unit else "")]


def units_of_ward(words: str = "") -> list[Unit]:
    """Return the units in scope with `people_count`, active ones first; accents need not match. 1 query."""
    units = Unit.objects.annotate(people_count=Count("people", filter=Q(people__is_active=True)))
    ordered = units.order_by("-active", "collective", "name")
    return [u for u in ordered if _found(words, u.name, u.short_name, *u.aliases)]


def units_to_choose() -> QuerySet[Unit]:
    """Return the units in scope that work can be given to: active, not a collective name. 1 query."""
    return Unit.objects.filter(active=True, collective=False)


def _found(words: str, *texts: str) -> bool:
    text = fold(" ".join(texts))
    return all(word in text for word in fold(words).split())
