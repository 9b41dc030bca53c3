"""The door of every view: `@page(...)` names who may enter, and no view is without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

from .models import User, Ward

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
OFFICE, LEADER, UNIT, INSPECTOR, CITY, ADMINISTRATOR = (str(role) for role in User.Role)
IN_WARD = (OFFICE, LEADER, UNIT, INSPECTOR)  # everybody who reads the published programme
EVERYBODY = (*IN_WARD, CITY, ADMINISTRATOR)


class WardRequest(HttpRequest):
    """A request that has passed the door: `user` is one of our people, `ward` the scope (None: city, administrator)."""

    user: User
    ward: Ward


def page(
    *roles: str, methods: str = "GET HEAD"
) -> Callable[[Callable[Concatenate[WardRequest, P], HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Let only people of `roles` into a view, and only with `methods`; others get 403 and 405.

    A role of a ward needs a ward: its scope is open within the view (see `middleware.WardScope`), so that rows
    of another ward are simply not found, 404.
    """
    allowed = methods.split()

    def door(view: Callable[Concatenate[WardRequest, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            check(request, roles)
            if request.method not in allowed:
                return HttpResponseNotAllowed(allowed)
            return view(cast(WardRequest, request), *args, **kwargs)

        enter.roles = roles  # type: ignore[attr-defined]
        return enter

    return door


def check(request: HttpRequest, roles: tuple[str, ...]) -> None:
    """Raise PermissionDenied unless the person has one of `roles` and, for a role of a ward, a ward."""
    user = request.user
    if not isinstance(user, User) or user.role not in roles:
        raise PermissionDenied
    if user.role in IN_WARD and user.ward_id is None:
        raise PermissionDenied


def require(user: Any, permission: str, target: Any = None) -> None:
    """Raise PermissionDenied unless `user` has `permission` on `target`: the first line of every write."""
    if not user.has_perm(permission, target):
        raise PermissionDenied
