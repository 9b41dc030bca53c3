"""Makes an installation ready: its secret key, its tables, its static files."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """What set-up and every new version run; running it again is harmless."""

    help = "Makes the secret key once, brings the tables up to date and collects the static files."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the three."""
        keep_secret_key(settings.HOME)
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("collectstatic", interactive=False, verbosity=0)


def keep_secret_key(home: Path) -> None:
    """Write a fresh key that only the server's account reads, unless one is kept."""
    kept = home / "secret-key"
    if kept.is_file():
        return
    home.mkdir(parents=True, exist_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(secrets.token_urlsafe(50) + "\n")
