"""Everything that changes people, units and a ward's settings: permission, change and audit entry in one go."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django_scopes import scope

from dondoc.audit.actions import record

from . import rules
from .models import Unit, User, Ward

PERSON_FIELDS = ("full_name", "position", "role", "unit")
SETTINGS_FIELDS = (
    "parent_party_name",
    "signature_form",
    "soon_days",
    "soon_days_monthly",
    "figures_due_day",
    "cutoff_day",
    "risk_ratio",
)


@transaction.atomic
def add_person(*, by: User, ward: Ward, username: str, password: str, **fields: Any) -> User:
    """Add a person to a ward; raise PermissionDenied, or ValidationError for a unit of another ward."""
    _must_administer(by, ward)
    person = User(username=username, ward=ward, region=None, **{k: fields[k] for k in PERSON_FIELDS if k in fields})
    person.set_password(password)
    _must_fit(person)
    person.save()
    record(ward=ward, actor=by, verb="person.add", target=person, data=_said(person, PERSON_FIELDS))
    return person


@transaction.atomic
def change_person(*, by: User, person: User, **fields: Any) -> User:
    """Change name, office, role or unit of a person; nothing is written when nothing changes."""
    ward = _ward_of(by, person)
    before = _said(person, PERSON_FIELDS)
    for name in PERSON_FIELDS:
        if name in fields:
            setattr(person, name, fields[name])
    _must_fit(person)
    _save_changes(by, ward, person, "person.change", before, PERSON_FIELDS)
    return person


@transaction.atomic
def deactivate(*, by: User, person: User) -> None:
    """Take sign-in from a person; what the person did stays."""
    _activate(by, person, False)


@transaction.atomic
def reactivate(*, by: User, person: User) -> None:
    """Give sign-in back to a person."""
    _activate(by, person, True)


@transaction.atomic
def set_password(*, by: User, person: User) -> str:
    """Give a person a new password, end their sessions, and return it, to be told once."""
    ward = _ward_of(by, person)
    password = generate_password()
    person.set_password(password)
    person.save(update_fields=["password"])
    record(ward=ward, actor=by, verb="person.password", target=person)
    return password


@transaction.atomic
def note_own_password(person: User) -> None:
    """Write that a person has changed the own password."""
    record(ward=person.ward, actor=person, verb="person.own-password", target=person)


def choose_look(person: User, **fields: Any) -> None:
    """Keep how a person wants to see the pages (large type, language, theme): a taste, so no audit entry."""
    allowed = {name: value for name, value in fields.items() if name in {"large_type", "language", "theme"}}
    for name, value in allowed.items():
        setattr(person, name, value)
    person.save(update_fields=list(allowed))


@transaction.atomic
def add_unit(*, by: User, ward: Ward, name: str, **fields: Any) -> Unit:
    """Add a unit to a ward; its code is made from its name."""
    _must_administer(by, ward)
    with scope(ward=ward):
        code = fields.pop("code", "") or slugify(name.replace("đ", "d").replace("Đ", "D"))[:50] or "don-vi"
        taken = set(Unit.objects.filter(code__startswith=code).values_list("code", flat=True))
        free = next(c for c in [code, *(f"{code}-{n}" for n in range(2, 1000))] if c not in taken)
        unit = Unit.objects.create(ward=ward, code=free, name=name, **fields)
    record(ward=ward, actor=by, verb="unit.add", target=unit, label=unit.name, data={"code": unit.code})
    return unit


@transaction.atomic
def change_unit(*, by: User, unit: Unit, **fields: Any) -> Unit:
    """Rename a unit or change its short name, kind, other names or guard; old papers keep what they printed."""
    _must_administer(by, unit.ward)
    names = ("name", "short_name", "kind", "aliases", "guarded")
    before = _said(unit, names)
    for name in names:
        if name in fields:
            setattr(unit, name, fields[name])
    _save_changes(by, unit.ward, unit, "unit.change", before, names)
    return unit


@transaction.atomic
def retire_unit(*, by: User, unit: Unit, active: bool = False) -> None:
    """Take a unit out of the choices (or put it back); its work stays."""
    _must_administer(by, unit.ward)
    if unit.active == active:
        return
    unit.active = active
    unit.save(update_fields=["active"])
    record(ward=unit.ward, actor=by, verb="unit.restore" if active else "unit.retire", target=unit, label=unit.name)


@transaction.atomic
def change_settings(*, by: User, ward: Ward, **fields: Any) -> Ward:
    """Change a ward's rules of time and the forms of its papers."""
    _must_administer(by, ward)
    before = _said(ward, SETTINGS_FIELDS)
    for name in SETTINGS_FIELDS:
        if name in fields:
            setattr(ward, name, fields[name])
    _save_changes(by, ward, ward, "ward.settings", before, SETTINGS_FIELDS)
    return ward


def generate_password() -> str:
    """Return a password of 20 characters that can be read aloud and typed without a Vietnamese keyboard tool."""
    letters = "abcdefghkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4)) + secrets.choice("23456789")


def _must_administer(by: User, ward: Ward) -> None:
    if not rules.administers(by, ward):
        raise PermissionDenied


def _ward_of(by: User, person: User) -> Ward:
    if person.ward is None:
        raise PermissionDenied
    _must_administer(by, person.ward)
    return person.ward


def _must_fit(person: User) -> None:
    if person.role == User.Role.UNIT and person.unit is None:
        raise ValidationError({"unit": _("Người của đơn vị phải thuộc một đơn vị.")})
    if person.role not in {User.Role.UNIT, User.Role.OFFICE, User.Role.LEADER, User.Role.INSPECTOR}:
        raise ValidationError({"role": _("Vai trò này không thuộc xã, phường.")})
    if person.unit is not None and person.unit.ward_id != person.ward_id:
        raise PermissionDenied


def _activate(by: User, person: User, active: bool) -> None:
    ward = _ward_of(by, person)
    if person.is_active == active:
        return
    person.is_active = active
    person.save(update_fields=["is_active"])
    record(ward=ward, actor=by, verb="person.reactivate" if active else "person.deactivate", target=person)


def _said(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        name: value if isinstance(value := getattr(row, name), int | list | bool) else str(value or "")
        for name in names
    }


def _save_changes(by: User, ward: Ward, row: Any, verb: str, before: dict[str, Any], names: tuple[str, ...]) -> None:
    after = _said(row, names)
    changed = [name for name in names if before[name] != after[name]]
    if not changed:
        return
    row.save(update_fields=changed)
    data = {name: [before[name], after[name]] for name in changed}
    record(ward=ward, actor=by, verb=verb, target=row, label=getattr(row, "name", "") or str(row), data=data)
