"""Who may do what, as predicates that every app combines with `&`, `|` and `~`."""

from __future__ import annotations

from typing import Any

from rules import predicate

from .models import User


@predicate
def is_office(user: Any, target: Any = None) -> bool:
    """Say whether the person carries the programme (văn phòng): reads and writes all of the ward."""
    return _has(user, User.Role.OFFICE)


@predicate
def is_leader(user: Any, target: Any = None) -> bool:
    """Say whether the person leads (lãnh đạo): reads all, confirms, decides."""
    return _has(user, User.Role.LEADER)


@predicate
def is_unit(user: Any, target: Any = None) -> bool:
    """Say whether the person reports for a unit (đơn vị)."""
    return _has(user, User.Role.UNIT) and user.unit_id is not None


@predicate
def is_inspector(user: Any, target: Any = None) -> bool:
    """Say whether the person supervises (giám sát): reads all with its history, writes nothing."""
    return _has(user, User.Role.INSPECTOR)


@predicate
def is_city(user: Any, target: Any = None) -> bool:
    """Say whether the person compares the wards of a region (thành phố)."""
    return _has(user, User.Role.CITY)


@predicate
def is_administrator(user: Any, target: Any = None) -> bool:
    """Say whether the person keeps people, units and settings (quản trị), and no content."""
    return _has(user, User.Role.ADMINISTRATOR)


@predicate
def same_ward(user: Any, target: Any = None) -> bool:
    """Say whether `target` (a ward, or a row with `ward_id`) belongs to the person's ward."""
    ward_id = getattr(target, "ward_id", None) or (target.pk if target is not None and _is_ward(target) else None)
    return user.is_authenticated and user.ward_id is not None and user.ward_id == ward_id


@predicate
def administers(user: Any, target: Any = None) -> bool:
    """Say whether the administrator keeps the ward `target`: one's own, those of one's region, or all."""
    if not is_administrator(user) or target is None:
        return False
    if user.ward_id is not None:
        return bool(user.ward_id == target.pk)
    return user.region_id is None or user.region_id == target.region_id


reads_ward = is_office | is_leader | is_inspector
writes_ward = is_office
confirms = is_office | is_leader
reads_log = is_inspector | is_leader | is_administrator


def may_see_guarded(user: Any, unit_id: int | None = None) -> bool:
    """Say whether the person may see a defence or police item whose lead unit is `unit_id`.

    Only the lead unit, leaders, the office and the inspector of the ward; the caller's rows are already the ward's.
    """
    if reads_ward(user):
        return True
    return bool(is_unit(user)) and unit_id is not None and user.unit_id == unit_id


def demo(user: Any) -> bool:
    """Say whether what the person sees is sample data."""
    return bool(user.is_authenticated and user.ward_id is not None and user.ward.demo)


def _has(user: Any, role: str) -> bool:
    return bool(user.is_authenticated and user.is_active and user.role == role)


def _is_ward(target: Any) -> bool:
    return bool(target._meta.label_lower == "wards.ward")
