"""Django settings, everything from the environment (see docs/settings.md)."""

from pathlib import Path

from .environment import database, flag, text

HOME = Path(text("DONDOC_HOME", "var")).resolve()
DEBUG = flag("DONDOC_DEBUG", False)
SECRET_KEY = text("DONDOC_SECRET_KEY", "") or "only-for-tests-and-commands-that-serve-nobody"
ALLOWED_HOSTS = [h for h in text("DONDOC_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",") if h]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rules.apps.AutodiscoverRulesConfig",
    "dondoc.audit",
    "dondoc.jobs",
    "dondoc.wards",
    "dondoc.programmes",
    "dondoc.intake",
    "dondoc.work",
    "dondoc.measurement",
    "dondoc.dashboards",
    "dondoc.papers",
    "dondoc.web",
]
AUTH_USER_MODEL = "wards.User"
DATABASES = {"default": database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
MEDIA_ROOT = HOME / "files"
ROOT_URLCONF = "dondoc.web.urls"
