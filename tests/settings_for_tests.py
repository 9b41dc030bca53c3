"""Settings for tests: jobs run at once, passwords are cheap, files go to a folder of their own."""

import os
import tempfile
from pathlib import Path

from dondoc.settings import *  # noqa: F403
from dondoc.settings import DATABASES, LOGGING

# Playwright keeps a loop in the thread of a test worker; the tests after it use the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
HOME = Path(tempfile.mkdtemp(prefix="dondoc-tests-"))
MEDIA_ROOT = HOME / "files"
STATIC_ROOT = HOME / "static"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES["default"]["CONN_MAX_AGE"] = 0
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "tests.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
STORAGES = {
    "default": {"BACKEND": "dondoc.wards.storage.HouseStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
LOGGING["root"]["level"] = "ERROR"
