"""Fixtures for every test: the cast, signed-in clients, a closed network, and a flush that the audit log allows."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--database-only`, for the second run on PostgreSQL."""
    parser.addoption("--database-only", action="store_true", help="only tests that use the database, without browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, for the run on PostgreSQL, what the database cannot change: pure tests and the browser."""
    if not config.getoption("--database-only"):
        return
    touches = {"db", "transactional_db", "django_db_setup", "live_server"}

    def wanted(item: pytest.Item) -> bool:
        uses = touches & set(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db")
        return bool(uses) and item.get_closest_marker("browser") is None

    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = [item for item in items if wanted(item)]


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves the machine."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(self: socket.socket, address: Any) -> Any:
            if self.family != socket.AF_UNIX and str(address[0]) not in LOOPBACK:
                raise OSError(f"tests reach no network, not even {address[0]}")
            return method(self, address)

        return call

    patch.setattr(socket.socket, "connect", guarded(connect))
    patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
    yield
    patch.undo()


@pytest.fixture(autouse=True, scope="session")
def flush_the_log() -> Iterator[None]:
    """Let a transactional test empty its database, which the triggers of the audit log would refuse."""
    from django.core.management.commands import flush

    from dondoc.audit import triggers

    patch = pytest.MonkeyPatch()
    handle = flush.Command.handle

    def without_triggers(self: Any, **options: Any) -> None:
        from django.db import connections

        connection = connections[options["database"]]
        triggers.remove(connection)
        try:
            handle(self, **options)
        finally:
            triggers.install(connection)

    patch.setattr(flush.Command, "handle", without_triggers)
    yield
    patch.undo()


@pytest.fixture
def cast(db: None) -> Any:
    """Return the cast: region, two wards, their units and people (see cast.py)."""
    from cast import make_cast

    return make_cast()


@pytest.fixture
def home(cast: Any) -> Any:
    """Return the ward in which the tests happen, with its people."""
    return cast.home


@pytest.fixture
def next_door(cast: Any) -> Any:
    """Return the ward next door, with its people: the neighbours."""
    return cast.next_door


@pytest.fixture
def as_person(client_factory: Callable[[], Any]) -> Callable[[Any], Any]:
    """Return a function that signs a person in and returns their client: `as_person(home.office).get("/")`."""

    def sign_in(user: Any) -> Any:
        client = client_factory()
        client.force_login(user, backend="dondoc.wards.signin.WardBackend")
        return client

    return sign_in


@pytest.fixture
def client_factory() -> Callable[[], Any]:
    """Return what makes a fresh client."""
    from django.test import Client

    return Client


@pytest.fixture
def immediately(django_capture_on_commit_callbacks: Any) -> Any:
    """Return a context in which what waits for the commit is done: `with immediately(): …`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture(autouse=True)
def fresh_cache() -> Iterator[None]:
    """Forget what one test has counted before the next."""
    yield
    from django.conf import settings

    if settings.configured and "locmem" in settings.CACHES["default"]["BACKEND"]:
        from django.core.cache import cache

        cache.clear()


@pytest.fixture(scope="session")
def browser_arguments() -> dict[str, Any]:
    """Return how Chromium is started by Playwright."""
    quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", *quiet]
    return {"executable_path": "/usr/bin/chromium", "args": arguments}


@pytest.fixture(scope="session")
def chromium(browser_arguments: dict[str, Any]) -> Iterator[Any]:
    """Start Chromium once for a test process: two of Playwright's loops do not live in one thread."""
    if not Path(browser_arguments["executable_path"]).exists():
        pytest.skip("Chromium is not installed: the browser was not driven")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_arguments)
        yield browser
        browser.close()
