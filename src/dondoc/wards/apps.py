from django.apps import AppConfig


class WardsConfig(AppConfig):
    name = "dondoc.wards"
    label = "wards"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the start of a session."""
        from . import signin  # noqa: F401
