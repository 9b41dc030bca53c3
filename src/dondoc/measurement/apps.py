from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "dondoc.measurement"
    label = "measurement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from dondoc.programmes.signals import published
        from dondoc.work.panels import register

        from .panels import figures_panel
        from .receivers import judge_published

        published.connect(judge_published, dispatch_uid="measurement.judge_published")
        register(figures_panel)
