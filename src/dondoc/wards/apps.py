from django.apps import AppConfig


class WardsConfig(AppConfig):
    name = "dondoc.wards"
    label = "wards"
    default_auto_field = "django.db.models.BigAutoField"
