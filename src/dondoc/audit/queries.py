"""What is read out of the audit log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from dondoc.language.folding import fold

from .models import Entry


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the log is wanted; `first` and `last` are local days, both included."""

    person: int | None = None
    verb: str = ""
    words: str = ""
    first: date | None = None
    last: date | None = None
    object_types: str = ""  # what the object's type begins with: "wards." for people, units and settings


def entries(ward_ids: list[int] | None, wanted: Filter) -> QuerySet[Entry]:
    """Return the entries of some wards (None: of all, and of the system), newest first. 1 query."""
    found = Entry.objects.all() if ward_ids is None else Entry.objects.filter(ward_id__in=ward_ids)
    if wanted.person:
        found = found.filter(actor_id=wanted.person)
    if wanted.verb:
        found = found.filter(verb=wanted.verb)
    if wanted.object_types:
        found = found.filter(object_type__startswith=wanted.object_types)
    for word in fold(wanted.words).split():
        found = found.filter(search__contains=word)
    if wanted.first:
        found = found.filter(at__gte=_start_of(wanted.first))
    if wanted.last:
        found = found.filter(at__lt=_start_of(wanted.last + timedelta(days=1)))
    return found.order_by("-at", "-id")


def history(object_type: str, object_id: int | str) -> QuerySet[Entry]:
    """Return everything done to one thing ("work.assignment", 12), newest first; the caller checks who asks. 1 query."""
    return Entry.objects.filter(object_type=object_type, object_id=str(object_id)).order_by("-id")


def actors(ward_ids: list[int] | None) -> list[tuple[int, str]]:
    """Return who has done something, by name: `(id, name)`. 1 query."""
    found = Entry.objects.all() if ward_ids is None else Entry.objects.filter(ward_id__in=ward_ids)
    pairs = found.exclude(actor_id=None).order_by("actor_name").values_list("actor_id", "actor_name").distinct()
    return sorted({pk: name for pk, name in pairs if pk is not None}.items(), key=lambda pair: pair[1])


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
