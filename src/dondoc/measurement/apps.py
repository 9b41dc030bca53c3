from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "dondoc.measurement"
    label = "measurement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from dondoc.programmes.signals import decided, published
        from dondoc.wards.models import Ward
        from dondoc.work.panels import register

        from .panels import figures_panel
        from .receivers import judge_by_new_settings, judge_decided, judge_published

        published.connect(judge_published, dispatch_uid="measurement.judge_published")
        decided.connect(judge_decided, dispatch_uid="measurement.judge_decided")
        post_save.connect(judge_by_new_settings, sender=Ward, dispatch_uid="measurement.judge_by_new_settings")
        register(figures_panel)
