"""Appends to the audit log, the only way into it, and checks that nobody has touched it."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from dondoc.language.folding import fold

from .models import Chain, Entry

SYSTEM = 0  # the chain of what belongs to no ward


class Broken(NamedTuple):
    """Where a chain no longer holds: the number of the entry, and what is wrong with it."""

    number: int
    why: str


def record(
    *, ward: Any, actor: Any, verb: str, target: Any, label: str = "", data: dict[str, Any] | None = None
) -> Entry:
    """Append that `actor` did `verb` to `target`, within the caller's transaction.

    `ward` and `actor` are objects with `pk` and a name as text, `(id, name)` pairs, or None for the system;
    `target` is a model instance or a `(type, id)` pair. `data` must be plain JSON: before and after, never
    a document's text and never a password.
    """
    ward_id, ward_name = _who(ward)
    actor_id, actor_name = _who(actor)
    object_type, object_id = _what(target)
    with transaction.atomic():
        Chain.objects.get_or_create(ward_id=ward_id or SYSTEM)
        chain = Chain.objects.select_for_update().get(ward_id=ward_id or SYSTEM)
        entry = Entry(
            ward_id=ward_id or SYSTEM,
            ward_name=ward_name[:140],
            number=chain.length + 1,
            at=timezone.now(),
            actor_id=actor_id,
            actor_name=(actor_name or "hệ thống")[:160],
            verb=verb,
            object_type=object_type,
            object_id=object_id,
            object_label=(said := (label or _name(target))[:300]),
            search=fold(said),
            data=json.loads(json.dumps(data or {}, ensure_ascii=False, default=str)),
            previous=chain.head,
        )
        entry.hash = fingerprint(entry)
        entry.save(force_insert=True)
        chain.head, chain.length = entry.hash, entry.number
        chain.save()
    return entry


def fingerprint(entry: Entry) -> str:
    """Return the SHA-256, in hex, of everything the entry says and of the hash before it."""
    content = {
        "ward": [entry.ward_id, entry.ward_name],
        "number": entry.number,
        "at": entry.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds"),
        "actor": [entry.actor_id, entry.actor_name],
        "verb": entry.verb,
        "object": [entry.object_type, entry.object_id, entry.object_label],
        "data": entry.data,
        "previous": entry.previous,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def verify_chain(ward_id: int) -> Broken | None:
    """Return the first place where the chain of a ward does not hold, or None when all of it does."""
    previous, number = "", 0
    for entry in Entry.objects.filter(ward_id=ward_id).order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            return Broken(number, "missing")
        if entry.previous != previous:
            return Broken(number, "does not follow the entry before it")
        if entry.hash != fingerprint(entry):
            return Broken(number, "changed")
        previous = entry.hash
    chain = Chain.objects.filter(ward_id=ward_id).first()
    head, length = (chain.head, chain.length) if chain else ("", 0)
    if (head, length) != (previous, number):
        return Broken(number + 1, "missing at the end")
    return None


def _who(who: Any) -> tuple[int | None, str]:
    if who is None:
        return None, ""
    if isinstance(who, tuple):
        return who[0], str(who[1])
    return who.pk, str(who)


def _what(target: Any) -> tuple[str, str]:
    if isinstance(target, tuple):
        return str(target[0]), str(target[1])
    return target._meta.label_lower, str(target.pk)


def _name(target: Any) -> str:
    return "" if isinstance(target, tuple) else str(target)
