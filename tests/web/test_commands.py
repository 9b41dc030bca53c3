import pytest
from django.core.management import call_command

from dondoc.settings.environment import SERVES_NOBODY
from dondoc.web import checks
from dondoc.web.management.commands.prepare import keep_secret_key


def test_a_secret_key_is_made_once_for_the_server_alone(tmp_path):
    home = tmp_path / "home"
    keep_secret_key(home)
    kept = (home / "secret-key").read_text()
    keep_secret_key(home)
    assert (home / "secret-key").read_text() == kept
    assert len(kept.strip()) >= 50
    assert (home / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_preparing_again_is_harmless(settings, tmp_path):
    settings.HOME, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    call_command("prepare", verbosity=0)
    call_command("prepare", verbosity=0)
    assert (tmp_path / "static/web/dondoc.css").is_file()
    assert (tmp_path / "secret-key").is_file()


def test_the_checks_ask_for_a_key_a_folder_and_the_zone_of_vietnam(settings, tmp_path):
    settings.SECRET_KEY = SERVES_NOBODY
    assert [m.id for m in checks.secret_key()] == ["dondoc.E001"]
    settings.SECRET_KEY = "x" * 60
    assert checks.secret_key() == []
    settings.HOME = tmp_path / "not" / "yet"
    assert checks.storage() == []
    settings.TIME_ZONE = "UTC"
    assert [m.id for m in checks.time_zone()] == ["dondoc.W004"]


@pytest.mark.django_db
def test_sqlite_keeps_a_log_syncs_and_enforces_keys():
    assert checks.sqlite(databases=["default"]) == []
