from typing import Any

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db.models.signals import post_migrate


class WebConfig(AppConfig):
    name = "dondoc.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the checks, and make the table of the cache together with the others."""
        from . import checks  # noqa: F401

        # The signal comes only for apps with tables, which this one is not.
        post_migrate.connect(make_cache_table, sender=apps.get_app_config("jobs"))


def make_cache_table(using: str, **kwargs: Any) -> None:
    """Create the cache's table where it is missing."""
    call_command("createcachetable", database=using, verbosity=0)
