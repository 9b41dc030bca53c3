"""The application that gunicorn serves."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from dondoc.settings.environment import SERVES_NOBODY

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.settings")
if settings.SECRET_KEY == SERVES_NOBODY:
    raise ImproperlyConfigured("There is no secret key: run `make setup`, or set DONDOC_SECRET_KEY.")
application = get_wsgi_application()
