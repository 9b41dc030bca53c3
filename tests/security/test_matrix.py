"""Every address × everybody: who reaches it, who is told that it does not exist, who is refused, who must sign in."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from security.world import make_world

pytestmark = pytest.mark.django_db

OFFICE, LEADER, UNIT, INSPECTOR = "office", "leader", "unit", "inspector"
CITY, ADMINISTRATOR = "city", "administrator"
WARD = {OFFICE, LEADER, UNIT, INSPECTOR}
OVER_ALL = {OFFICE, LEADER, INSPECTOR}  # those who read all of their ward
EVERYBODY = {*WARD, CITY, ADMINISTRATOR}
# Who asks -> the role with which they ask. The neighbours have the same roles next door.
PEOPLE = {
    "office": OFFICE, "leader": LEADER, "unit": UNIT, "other_unit": UNIT, "police": UNIT, "inspector": INSPECTOR,
    "administrator": ADMINISTRATOR, "city": CITY, "region": ADMINISTRATOR, "outsider": ADMINISTRATOR,
    "neighbour": OFFICE, "neighbour_leader": LEADER,
}  # fmt: skip
HOME = {"office", "leader", "unit", "other_unit", "police", "inspector"}
READERS = {"office", "leader", "inspector"}
ALL = set(PEOPLE)


@dataclass
class Row:
    """One address: which roles pass its door, who of them reaches this very object, and what they then get.

    Who lacks the role gets 403; who has it and does not reach the object gets 404. `get` and `post` are what those
    who reach it get for a bare GET and an empty POST; `but` names people who get something else.
    """

    name: str
    door: set[str]
    reach: set[str]
    args: Callable[[dict[str, Any]], list[Any]] = lambda _world: []
    get: int = 200
    post: int = 405
    but: dict[tuple[str, str], int] = field(default_factory=dict)

    def asked(self) -> set[str]:
        """Return who is worth asking: of people with one role, all where that role may enter, otherwise one."""
        alike = {"region", "outsider"} if ADMINISTRATOR not in self.door else set()
        return ALL - alike - ({"neighbour_leader"} if OFFICE in self.door else set())

    def expected(self, who: str, method: str) -> int:
        status = self.get if method == "get" else self.post
        if (who, method) in self.but:
            return self.but[who, method]
        if PEOPLE[who] not in self.door:
            return 403
        # The method is looked at before the object.
        return status if status == 405 or who in self.reach else 404


def pk(what: str, *more: Any) -> Callable[[dict[str, Any]], list[Any]]:
    return lambda world: [world[what].pk, *more]


def place(what: str, *more: str) -> Callable[[dict[str, Any]], list[Any]]:
    """The address of something in review: the review's number, then the item's."""
    return lambda world: [world["review"].pk, *([world[what].pk] if what else []), *more]


def kept(what: str = "") -> Callable[[dict[str, Any]], list[Any]]:
    return lambda world: [world["ward"].slug, *([world[what].pk] if what else [])]


def readable(name: str, args: Any = Row.args, **more: Any) -> Row:
    return Row(name, WARD, HOME, args, **more)


def intake(name: str, args: Any, **more: Any) -> Row:
    return Row(f"intake:{name}", {OFFICE}, {"office"}, args, **more)


def settings(name: str, what: str = "", **more: Any) -> Row:
    return Row(f"wards:{name}", {ADMINISTRATOR}, {"administrator", "region"}, kept(what), **more)


DECIDERS = {"office", "leader"}
OWN = {"office", "unit"}
TABLE = [
    Row("home", EVERYBODY, ALL, get=302),
    Row("wards:me", EVERYBODY, ALL, post=200),
    Row("wards:large-type", EVERYBODY, ALL, get=405, post=302),
    # The log: whoever supervises, and administrators what concerns people and units.
    Row("audit:log", {INSPECTOR, LEADER, ADMINISTRATOR}, ALL),
    Row("audit:workbook", {INSPECTOR, LEADER, ADMINISTRATOR}, ALL),
    # Settings: the administrator of the ward or of its region, nobody of another region.
    Row("wards:settings", {ADMINISTRATOR}, ALL, but={("administrator", "get"): 302}),
    settings("people"),
    settings("add-person", post=200),
    settings("person", "person", post=200),
    settings("deactivate", "person", get=302, post=302),
    settings("reactivate", "person", get=302, post=302),
    settings("password", "person", get=302, post=200),
    settings("units"),
    settings("add-unit", post=200),
    settings("unit", "unit", post=200),
    settings("retire", "unit", get=302, post=302),
    settings("restore", "unit", get=302, post=302),
    settings("rules", post=200),
    # The programme and its paper: everybody of the ward; findings and versions only who reads all of it.
    Row("programmes:list", WARD, ALL, but={(who, "get"): 302 for who in HOME}),
    readable("programmes:detail", pk("programme")),
    readable("programmes:paper", pk("programme")),
    readable("programmes:file", pk("programme")),
    readable("programmes:sheet", pk("programme")),
    Row("programmes:findings", OVER_ALL, READERS, pk("programme")),
    Row("programmes:versions", OVER_ALL, READERS, pk("programme")),
    Row("programmes:finding", {OFFICE, LEADER}, DECIDERS, pk("finding"), post=200),
    Row("programmes:mark", {OFFICE}, {"office"}, lambda w: ["nhiem-vu", w["task"].pk], get=405, post=302),
    Row("programmes:mark", {OFFICE}, {"office"}, lambda w: ["chi-tieu", w["indicator"].pk], get=405, post=302),
    # Bringing in and reviewing: the office alone.
    Row("intake:upload", {OFFICE}, ALL, post=200),
    intake("state", pk("upload"), get=302),
    intake("answer", pk("upload"), get=405, post=302),
    intake("drop_upload", pk("upload"), get=405, post=302),
    intake("review", place("")),
    intake("source_text", place("")),
    intake("page_picture", place("", "1"), get=404),
    intake("header", place(""), get=405, post=302),
    intake("accept_section", lambda w: [w["review"].pk, w["section"].ref], get=405, post=302),
    intake("changes", place(""), get=404),  # nothing to compare a first version with
    intake("add", place(""), get=405, post=302),
    intake("undo", place(""), get=405, post=302),
    intake("publish", place(""), get=405, post=302),
    intake("tail", place("", "reference")),
    intake("item", place("item")),
    intake("act", place("item", "bo"), get=405, post=200),
    # Work: a task is reported by its lead and the office; a guarded one exists for nobody else.
    Row("work:mine", WARD, ALL),
    readable("work:task", pk("task")),
    Row("work:task", WARD, READERS | {"police"}, pk("guarded_task")),
    Row("work:report", {OFFICE, UNIT}, HOME, pk("task"), get=405, post=422),
    Row("work:report", {OFFICE, UNIT}, {"office", "police"}, pk("guarded_task"), get=405, post=422),
    Row("work:state", {OFFICE, LEADER}, DECIDERS, pk("task"), get=405, post=302),
    Row("work:lead", {OFFICE, LEADER}, DECIDERS, pk("task"), get=405, post=302),
    Row("work:confirm", {OFFICE, LEADER}, DECIDERS, pk("report"), get=405, post=302),
    Row("work:return", {OFFICE, LEADER}, DECIDERS, pk("report"), get=405, post=302),
    Row("work:assigning", {OFFICE, LEADER}, DECIDERS, pk("programme"), post=302),
    Row("work:initial", {OFFICE}, {"office"}, pk("programme"), post=302),
    Row("work:evidence", WARD, READERS | {"unit"}, pk("evidence")),
    Row("work:evidence", WARD, READERS | {"police"}, pk("guarded_evidence")),
    # Figures: the same walls.
    readable("measurement:measure", pk("measure")),
    Row("measurement:measure", WARD, READERS | {"police"}, pk("guarded_measure")),
    Row("measurement:report", {OFFICE, UNIT}, OWN, pk("measure"), get=405, post=422,
        but={("other_unit", "post"): 403, ("police", "post"): 403}),
    Row("measurement:report", {OFFICE, UNIT}, {"office", "police"}, pk("guarded_measure"), get=405, post=422),
    Row("measurement:nature", {OFFICE, LEADER}, DECIDERS, pk("measure"), get=405, post=302),
    Row("measurement:baseline", {OFFICE, LEADER}, DECIDERS, pk("measure"), get=405, post=302),
    Row("measurement:milestones", {OFFICE, LEADER, UNIT}, {*DECIDERS, "unit"}, pk("measure"), get=405, post=302,
        but={("other_unit", "post"): 403, ("police", "post"): 403}),
    Row("measurement:aside", {OFFICE, LEADER}, DECIDERS, pk("measure"), get=405, post=302),
    Row("measurement:confirm", {OFFICE, LEADER}, DECIDERS, pk("figure"), get=405, post=302),
    Row("measurement:return", {OFFICE, LEADER}, DECIDERS, pk("figure"), get=405, post=302),
    Row("measurement:close", {OFFICE, LEADER}, DECIDERS, pk("programme"), post=200),
    # Looks from above.
    Row("dashboards:overview", OVER_ALL, ALL),
    Row("dashboards:unit", WARD, READERS | {"unit"}, pk("unit")),
    Row("dashboards:unit", WARD, READERS | {"police"}, pk("guarded_unit")),
    Row("dashboards:city", {CITY}, ALL),
    Row("dashboards:city_ward", {CITY}, ALL, pk("ward")),
    Row("dashboards:city_sheet", {CITY}, ALL),
    Row("dashboards:city_ward_sheet", {CITY}, ALL, pk("ward")),
    Row("papers:list", OVER_ALL, ALL, post=200),
    Row("papers:file", OVER_ALL, READERS, pk("paper")),
]  # fmt: skip
# Open to people who are not signed in: what they get for GET and POST.
OPEN = {
    "account_login": (200, 200), "account_inactive": (200, 405), "alive": (200, 200), "wards:language": (405, 404),
}  # fmt: skip
# allauth's own pages for who is signed in, of every role.
OWN_ACCOUNT = {"account_change_password": (200, 200), "account_logout": (200, 302)}


def every_name(resolver: Any = None, namespace: str = "") -> set[str]:
    found: set[str] = set()
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            found |= every_name(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            found.add(f"{namespace}{entry.name}")
    return found


@pytest.fixture(autouse=True)
def silent():
    """Keep a thousand refusals out of the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def world(cast, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    return make_world(cast, monkeypatch)


def people(cast: Any) -> dict[str, Any]:
    """Return everybody who asks, signed in."""
    next_door = cast.next_door
    who = {name: getattr(cast.home, name) for name in (*HOME, "administrator")}
    who |= {"city": cast.city, "region": cast.administrator, "outsider": cast.outsider}
    who |= {"neighbour": next_door.office, "neighbour_leader": next_door.leader}
    assert set(who) == ALL
    clients = {}
    for name, person in who.items():
        clients[name] = Client()
        clients[name].force_login(person, backend="dondoc.wards.signin.WardBackend")
    return clients


class TakenBackError(Exception):
    """Takes back what a request has written, so that the next one finds the same world."""


def ask(client: Any, method: str, address: str) -> Any:
    answers = []
    try:
        with transaction.atomic():
            answers.append(getattr(client, method)(address))
            raise TakenBackError
    except TakenBackError:
        return answers[0]


def test_every_address_stands_in_the_table():
    listed = {row.name for row in TABLE} | set(OPEN) | set(OWN_ACCOUNT)
    assert every_name() - listed == set(), "new addresses need a row: who may?"
    assert listed - every_name() == set(), "rows of addresses that are gone"


@pytest.mark.parametrize("method", ["get", "post"])
def test_everybody_gets_of_every_address_what_the_table_says(cast, world, method):
    clients, wrong = people(cast), []
    for row in TABLE:
        address = reverse(row.name, args=row.args(world))
        for who in row.asked():
            found = ask(clients[who], method, address).status_code
            if found != row.expected(who, method):
                wrong.append(f"{method} {address} ({row.name}) {who}: {found}, not {row.expected(who, method)}")
    assert not wrong, "\n".join(wrong)


def test_who_is_not_signed_in_reaches_the_open_pages_only(cast, world):
    client = Client()
    for row in TABLE:
        for method in ("get", "post"):
            answer = ask(client, method, reverse(row.name, args=row.args(world)))
            assert answer.status_code == 302, row.name
            assert answer.headers["Location"].startswith("/dang-nhap/?next="), row.name
    for name, statuses in OPEN.items():
        assert (client.get(reverse(name)).status_code, client.post(reverse(name)).status_code) == statuses, name


def test_everybody_keeps_the_own_account(cast, world):
    for who, client in people(cast).items():
        assert client.get("/dang-nhap/").status_code == 302
        for name, (get, post) in OWN_ACCOUNT.items():
            assert ask(client, "get", reverse(name)).status_code == get, (who, name)
            assert ask(client, "post", reverse(name)).status_code == post, (who, name)


def test_no_post_is_taken_without_the_pages_token(cast, world):
    """Each address, each by who may post there: a form from elsewhere is refused before anything is looked at."""
    signed_in = people(cast)
    clients = {name: Client(enforce_csrf_checks=True) for name in ALL}
    for name, client in clients.items():
        client.cookies = signed_in[name].cookies
    for row in TABLE:
        if row.post == 405:
            continue
        for who in row.reach:
            if PEOPLE[who] in row.door and row.expected(who, "post") != 403:
                answer = clients[who].post(reverse(row.name, args=row.args(world)))
                assert answer.status_code == 403, row.name
                assert "Trang đã để quá lâu" in answer.content.decode(), row.name
                break
    for name in ("wards:language", "account_logout", "account_change_password", "account_login"):
        assert clients["office"].post(reverse(name)).status_code == 403, name
