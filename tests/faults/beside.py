"""Processes that work on the test's database at the same time as others."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

TESTS = Path(__file__).resolve().parents[1]
START = """
import django
django.setup()
from django_scopes import scope
from dondoc.wards.models import Unit, User, Ward
who = lambda name: User.objects.select_related("ward", "unit", "region").get(username=name)
ward = Ward.objects.get(slug="an-hoa")
with scope(ward=ward):
"""


def start(code: str, **values: Any) -> subprocess.Popen[str]:
    """Start a process that runs `code` within the home ward's scope; `values` are its variables."""
    variables = "".join(f"{name} = {value!r}\n" for name, value in values.items())
    # A process reports on its standard output; it begins when the first line comes on its standard input.
    program = START.strip() + "\n" + textwrap.indent(f"{variables}input()\n{textwrap.dedent(code)}", "    ")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "faults.same_database",
        "PYTHONPATH": str(TESTS),
        "SAME_DATABASE": str(connection.settings_dict["NAME"]),
        "SAME_FILES": str(settings.MEDIA_ROOT),
    }
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", program], stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment
    )


def together(processes: list[subprocess.Popen[str]], seconds: float = 120) -> list[str]:
    """Let the processes go at once; return what each said. One that failed fails the test with its trace."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = []
    try:
        for process in processes:
            out, errors = process.communicate(timeout=seconds)
            assert process.returncode == 0, errors[-2000:]
            said.append(out.strip())
    finally:
        for process in processes:
            process.kill()
    return said
