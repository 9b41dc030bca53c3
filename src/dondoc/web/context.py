"""What every page knows: where one may go, how one wants to read, and whether the figures are sample data."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from dondoc.wards import rules
from dondoc.wards.models import User, Ward

from . import navigation


def house(request: HttpRequest) -> dict[str, Any]:
    """Return `navigation`, `demo`, `large_type`, `theme` and the languages; one query for the city only."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"navigation": [], "demo": False, "languages": settings.LANGUAGES, "debug": settings.DEBUG}
    return {
        "navigation": navigation.links(request),
        "demo": rules.demo(user) or _region_has_demo(user),
        "large_type": user.large_type,
        "theme": user.theme,
        "languages": settings.LANGUAGES,
        "debug": settings.DEBUG,
    }


def _region_has_demo(user: User) -> bool:
    if not rules.is_city(user) or user.region_id is None:
        return False
    return Ward.objects.filter(region_id=user.region_id, demo=True).exists()
