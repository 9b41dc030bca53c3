"""The demonstration as people meet it: a real server with worker, and Chromium in front of it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "tests/scenarios/vendor/axe/axe.min.js").read_text(encoding="utf8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here as a browser test, left out where there is no Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not shutil.which("chromium"):
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@dataclass
class Site:
    """The running demonstration: its address and the password of all its accounts."""

    address: str
    password: str
    home: Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Load the demonstration into a folder of its own and serve it with gunicorn and a worker."""
    home = tmp_path_factory.mktemp("home")
    environment = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}}
    environment |= {"DONDOC_HOME": str(home), "DONDOC_LOG_LEVEL": "ERROR"}
    manage = [sys.executable, str(ROOT / "manage.py")]

    def run(*command: str) -> None:
        done = subprocess.run(
            [*manage, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]

    run("prepare", "--verbosity", "0")
    run("demo_data")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    gunicorn = [str(Path(sys.executable).parent / "gunicorn"), "dondoc.web.wsgi:application", "--threads", "4"]
    quiet: dict[str, Any] = {
        "cwd": ROOT,
        "env": environment,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    running = [
        subprocess.Popen([*gunicorn, "--bind", f"127.0.0.1:{port}"], **quiet),
        subprocess.Popen([*manage, "worker"], **quiet),
    ]
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, running[0])
        yield Site(address, (home / "demo-password").read_text().strip(), home)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(900):
        try:
            urllib.request.urlopen(f"{address}/song/", timeout=1)
        except OSError:
            assert process.poll() is None, "the server ended"
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server does not answer")


@dataclass
class Visitor:
    """A person at a browser: a page, and what went wrong on it (console, foreign hosts, failed answers)."""

    page: Any
    site: Site
    faults: list[str] = field(default_factory=list)

    def go(self, path: str) -> Any:
        """Open an address of the site and return the page."""
        self.page.goto(self.site.address + path, wait_until="load")
        return self.page

    def violations(self) -> list[str]:
        """Return serious and critical violations of WCAG 2.2 AA that axe finds."""
        self.page.evaluate(AXE)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = self.page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(tags)}}}).then(r => r.violations)")
        return [
            f"{v['id']}: {v['nodes'][0]['html'][:160]} ({len(v['nodes'])})"
            for v in found
            if v["impact"] in {"serious", "critical"}
        ]


@pytest.fixture
def visit(site: Site, chromium: Any) -> Iterator[Callable[..., Visitor]]:
    """Return what opens a browser for an account: `visit("vanphong.doson", width=360, dark=True, script=False)`."""
    contexts = []

    def open_for(account: str = "", *, width: int = 1366, dark: bool = False, script: bool = True) -> Visitor:
        height = 780 if width < 500 else 640
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light",
            java_script_enabled=script, bypass_csp=False, locale="vi-VN",
        )  # fmt: skip
        contexts.append(context)
        visitor = Visitor(context.new_page(), site)
        page = visitor.page
        page.on("console", lambda m: visitor.faults.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: visitor.faults.append(str(e)))
        page.on("request", lambda r: _local(r.url, site) or visitor.faults.append(f"foreign: {r.url}"))
        page.on("response", lambda r: r.status < 400 or visitor.faults.append(f"{r.status} {r.url}"))
        if account:
            visitor.go("/dang-nhap/")
            page.fill("#id_login", account)
            page.fill("#id_password", site.password)
            page.click("button.primary")
            page.wait_for_load_state()
        return visitor

    yield open_for
    for context in contexts:
        context.close()


def _local(url: str, site: Site) -> bool:
    return url.startswith((site.address, "data:", "blob:"))
