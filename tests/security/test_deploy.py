"""What holds before the site serves anybody: the deployment check, transport, cookies, passwords, locks."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

ROOT = Path(__file__).resolve().parents[2]


def deployment_check(home, **environment):
    secret = {"DONDOC_HOME": str(home), "DONDOC_SECRET_KEY": secrets.token_urlsafe(60)}
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING", "--database", "default"],
        cwd=ROOT, env=kept | secret | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr + done.stdout


def test_behind_https_the_deployment_check_finds_nothing(tmp_path):
    status, said = deployment_check(tmp_path, DONDOC_HTTPS="1")
    assert status == 0, said


def test_without_https_it_says_what_is_missing_and_nothing_else(tmp_path):
    status, said = deployment_check(tmp_path)
    found = {word.strip("()") for word in said.split() if word.startswith("(security.")}
    assert status != 0
    assert found == {"security.W004", "security.W008", "security.W012", "security.W016"}


def test_transport_security_is_promised_over_https_only(client, db):
    assert "Strict-Transport-Security" not in client.get("/song/").headers
    with override_settings(SECURE_HSTS_SECONDS=31_536_000):
        from django.test import Client

        secure = Client().get("/song/", secure=True)
        assert secure.headers["Strict-Transport-Security"] == "max-age=31536000"
        assert "Strict-Transport-Security" not in Client().get("/song/").headers


def test_the_numbers_that_are_promised_are_the_numbers_that_are_set():
    assert (settings.IDLE_MINUTES, settings.IDLE_MINUTES_ADMINISTRATOR) == (15, 5)
    assert settings.ACCOUNT_RATE_LIMITS["login_failed"] == "5/300s/key"
    lengths = [
        v["OPTIONS"]["min_length"] for v in settings.AUTH_PASSWORD_VALIDATORS if "min_length" in v.get("OPTIONS", {})
    ]
    assert lengths == [14]
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert settings.MEDIA_URL in ("", "/")


@pytest.mark.django_db
def test_an_uploaded_file_has_no_address_of_its_own(client, settings, tmp_path):
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    settings.MEDIA_ROOT = tmp_path
    name = default_storage.save("evidence/1/a.png", ContentFile(b"x"))
    for address in (f"/{name}", f"/files/{name}", f"/media/{name}", f"/static/{name}", f"/static/../files/{name}"):
        assert client.get(address).status_code in (302, 404), address
    assert oct(default_storage.path(name) and os.stat(default_storage.path(name)).st_mode & 0o777) == "0o640"
