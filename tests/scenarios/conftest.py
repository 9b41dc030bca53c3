"""The demonstration in a real browser: Chromium, a server on the loopback, and one loaded database for all files."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "mot-mat-khau-chi-de-thu"
CHROMIUM = Path("/usr/bin/chromium")
WIDE, PHONE = {"width": 1366, "height": 640}, {"width": 360, "height": 640}


@dataclass
class Seen:
    """What a context did that no page may do: errors on the console, and requests that leave the host."""

    base: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self, context: Any) -> None:
        """Listen to everything that happens in the context."""
        context.on("console", lambda m: m.type == "error" and self.errors.append(f"{m.page.url}: {m.text}"))
        context.on("weberror", lambda e: self.errors.append(str(e.error)))
        context.on("request", self._request)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.outside.append(request.url)

    def assert_clean(self) -> None:
        """Fail with what was seen."""
        assert not self.errors, self.errors
        assert not self.outside, self.outside


@dataclass
class Site:
    """The running site with the demonstration loaded."""

    base: str
    browser: Any
    opened: list[Any] = field(default_factory=list)

    def person(self, username: str, **options: Any) -> Any:
        """Return a fresh page of somebody who has signed in; `options` go to the context, `seen` hangs on it."""
        from django.conf import settings
        from django.test import Client

        from dondoc.wards.models import User

        client = Client()
        client.force_login(User.objects.get(username=username), backend="dondoc.wards.signin.WardBackend")
        page = self.nobody(**options)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.base}])
        return page

    def nobody(self, **options: Any) -> Any:
        """Return a fresh page of somebody who has not signed in."""
        context = self.browser.new_context(
            base_url=self.base, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **{"viewport": WIDE, **options}
        )
        context.set_default_timeout(15_000)
        context.seen = Seen(self.base)
        context.seen.watch(context)
        self.opened.append(context)
        return context.new_page()

    def close(self) -> None:
        """Close every context that was opened."""
        while self.opened:
            self.opened.pop().close()


@pytest.fixture(scope="module")
def server(chromium: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[str]:
    """Return the address of a server over the demonstration; what the file's tests write is gone after it."""
    from pytest_django.live_server_helper import LiveServer

    shared = Path(tmp_path_factory.getbasetemp())
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    with (
        django_db_blocker.unblock(),
        demonstration(shared / "demonstration", tmp_path_factory.mktemp("site")),
    ):
        running = LiveServer("127.0.0.1")
        yield running.url
        running.stop()


@pytest.fixture
def site(server: str, chromium: Any) -> Iterator[Site]:
    """Return the site; the contexts that a test opens are closed after it."""
    opened = Site(server, chromium)
    yield opened
    opened.close()


@contextlib.contextmanager
def demonstration(shared: Path, own: Path) -> Iterator[None]:
    """Work on a database and files of one's own, both loaded with the demonstration.

    It is loaded once for all workers and copied: reading and publishing two papers takes longer than most scenarios.
    """
    from django.conf import settings
    from django.core.cache import cache
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("browser scenarios run on SQLite only")
    connection.close()
    # Every thread's connection is made from this one dictionary.
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(own / "database")
    try:
        shared.mkdir(exist_ok=True)
        with open(shared / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / "done").exists():
                load_demonstration()
                connection.ensure_connection()
                with contextlib.closing(sqlite3.connect(shared / "database")) as target:
                    connection.connection.backup(target)
                shutil.copytree(settings.MEDIA_ROOT, shared / "files", dirs_exist_ok=True)
                (shared / "done").touch()
            else:
                shutil.copyfile(shared / "database", own / "database")
                shutil.copytree(shared / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
        cache.clear()


def load_demonstration() -> None:
    """Load both wards with their papers, leads, reports and figures, as `make demo-data` does."""
    from django.conf import settings
    from django.core.management import call_command
    from django_scopes import scopes_disabled

    from dondoc.wards.demo import load
    from dondoc.web import demo

    call_command("migrate", verbosity=0)
    Path(settings.HOME, "demo-password").write_text(PASSWORD + "\n")
    load(settings.HOME, settings.SAMPLE)
    with scopes_disabled():
        demo.load(settings.SAMPLE)


@pytest.fixture(autouse=True)
def across_wards() -> Iterator[None]:
    """Let the tests themselves look into every ward; the server's threads have scopes of their own."""
    from django_scopes import scopes_disabled

    with scopes_disabled():
        yield


@pytest.fixture
def find() -> Callable[..., Any]:
    """Return a function that finds a row of the database across wards: `find(Task, ward__slug="bach-dang")`."""

    def first(model: Any, **where: Any) -> Any:
        row = model.objects.filter(**where).order_by("pk").first()
        assert row is not None, (model, where)
        return row

    return first


@pytest.fixture
def bring_in() -> Callable[..., int]:
    """Return a function that uploads and reads a paper as an office: the key of its review."""

    def read(username: str, path: Path) -> int:
        from dondoc.wards.models import User
        from dondoc.web.demo import papers

        return int(papers.bring_in(User.objects.get(username=username), path).pk)

    return read
