"""The demonstration as `make demo` starts it: prepared, loaded, web and worker, and gone again at a signal."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "tests/corpus_golden/ward-reform-text/input.txt"


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Return the environment of commands over a home of their own, as a shell would have it."""
    own = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}}
    return own | {"DONDOC_HOME": str(tmp_path_factory.mktemp("home")), "DONDOC_LOG_LEVEL": "ERROR"}


@pytest.fixture(scope="module")
def address(environment, tmp_path_factory):
    """Load the demonstration with the commands of `make demo`, start it, and give its address."""
    for command in (["prepare", "--verbosity", "0"], ["demo_data"]):
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = subprocess.Popen(
        [sys.executable, "bin/demo", str(port)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    said = next((line for line in running.stdout if "http" in line), "")
    yield re.search(r"http://\S+", said)[0]
    running.send_signal(signal.SIGINT)
    assert running.wait(20) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_an_office_signs_in_and_its_paper_is_read_by_the_worker(chromium, address, environment):
    password = Path(environment["DONDOC_HOME"], "demo-password").read_text().strip()
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto("/dang-nhap/")
    page.fill("#id_login", "vanphong.doson")
    page.fill("#id_password", password)
    page.keyboard.press("Enter")
    page.locator("text=số liệu minh họa").first.wait_for()
    page.goto("/nhap/")
    page.set_input_files("input[type=file]", PAPER)
    page.check("[name=not_secret]")
    page.click("text=Đọc văn bản")
    page.wait_for_url("**/ra-soat/*/", timeout=60_000)
    assert page.locator(".row[data-item]").count() > 5
    context.close()
