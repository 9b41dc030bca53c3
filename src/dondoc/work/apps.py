from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "dondoc.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from dondoc.programmes import standing
        from dondoc.programmes.signals import published

        from .receivers import assign_published
        from .standing import of_programme

        published.connect(assign_published, dispatch_uid="work.assign_published")
        standing.register(of_programme)
