"""Loads the demonstration: two wards of Hải Phòng with units, people, and what each app adds to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django_scopes import scopes_disabled

from dondoc.wards.demo import load
from dondoc.web import demo


class Command(BaseCommand):
    """The data of `make demo`; calling it again changes nothing that people have done since."""

    help = "Loads the demonstration and prints its accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load wards and people, then what the other apps show, and print how to sign in."""
        accounts, password = load(settings.HOME, settings.SAMPLE)
        with scopes_disabled():  # counts of what was loaded, of two wards
            for line in demo.load(settings.SAMPLE):
                self.stdout.write(f"  {line}")
        for account in accounts:
            self.stdout.write(f"  {account.username:<20} {account.person:<18} {account.what}")
        self.stdout.write(f"  mật khẩu chung · password for all: {password}")
