"""Every address of the site; each app names its own with Vietnamese words."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from . import views

APPS = ("wards", "programmes", "intake", "work", "measurement", "dashboards", "papers")

urlpatterns = [
    path("", views.home, name="home"),
    path("song/", views.alive, name="alive"),
    path("nhat-ky/", include("dondoc.web.log.urls")),
    *(path("", include(f"dondoc.{app}.urls")) for app in APPS if find_spec(f"dondoc.{app}.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("kieu-mau/", views.style, name="style"))

handler400 = "dondoc.web.errors.bad_request"
handler403 = "dondoc.web.errors.forbidden"
handler404 = "dondoc.web.errors.not_found"
handler500 = "dondoc.web.errors.server_error"
