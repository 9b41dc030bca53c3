"""What stands in the top bar for each role, and where a person lands after sign-in."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from dondoc.wards.models import User


class Place(NamedTuple):
    """One place to go: the name of its page, its word and its icon; `under` are other addresses that belong to it."""

    name: str
    word: object
    icon: str
    under: tuple[str, ...] = ()


class Link(NamedTuple):
    """A place as this page shows it; `here` when the page stands under it."""

    address: str
    word: object
    icon: str
    here: bool


OVERVIEW = Place("dashboards:overview", _("Tổng quan"), "chart-bar", ("/don-vi/", "/viec-cua-toi/"))
PROGRAMMES = Place("programmes:list", _("Chương trình"), "list-check", ("/nhiem-vu/", "/thuoc-do/", "/diem-ra-soat/"))
MINE = Place("work:mine", _("Việc của tôi"), "clipboard-list")
INTAKE = Place("intake:upload", _("Nhập văn bản"), "upload", ("/ra-soat/",))
PAPERS = Place("papers:list", _("Báo cáo"), "report")
CITY = Place("dashboards:city", _("Các xã, phường"), "building")
SETTINGS = Place("wards:settings", _("Cài đặt"), "settings")
LOG = Place("audit:log", _("Nhật ký"), "history")

Role = User.Role
# The first is where the person lands; a phone shows the first four.
PLACES: dict[str, list[Place]] = {
    Role.OFFICE: [OVERVIEW, PROGRAMMES, INTAKE, PAPERS],
    Role.LEADER: [OVERVIEW, PROGRAMMES, PAPERS, LOG],
    Role.UNIT: [MINE, PROGRAMMES],
    Role.INSPECTOR: [PROGRAMMES, OVERVIEW, PAPERS, LOG],
    Role.CITY: [CITY],
    Role.ADMINISTRATOR: [SETTINGS, LOG],
}


def links(request: HttpRequest) -> list[Link]:
    """Return the places of the signed-in person's role, in order."""
    if not isinstance(request.user, User):
        return []
    found = [(place, _address(place)) for place in PLACES[request.user.role]]
    return [Link(a, place.word, place.icon, request.path.startswith((a, *place.under))) for place, a in found if a]


def landing(user: User) -> str:
    """Return the address at which a person of this role begins."""
    return next((a for place in PLACES[user.role] if (a := _address(place))), reverse("wards:me"))


def _address(place: Place) -> str:
    try:
        return reverse(place.name)
    except NoReverseMatch:
        return ""
