"""Django settings, everything from the environment (each DONDOC_* variable stands in docs/settings.md)."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from .environment import database, flag, number, secret_key, text, words

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(text("DONDOC_HOME", "var")).resolve()
SAMPLE = PACKAGE.parent.parent / "sample"  # the demonstration's papers and figures, in a checkout
DEBUG = flag("DONDOC_DEBUG", False)
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = words("DONDOC_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = words("DONDOC_ORIGINS", "")

INSTALLED_APPS = [
    "dondoc.web",  # before allauth, so that its templates are found first
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
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
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "dondoc.web.middleware.FixedHeaders",
    "dondoc.web.middleware.LargestRequest",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dondoc.wards.middleware.IdleLock",
    "dondoc.wards.middleware.OwnLanguage",
    "dondoc.wards.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dondoc.wards.middleware.WardScope",
]
ROOT_URLCONF = "dondoc.web.urls"
WSGI_APPLICATION = "dondoc.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "dondoc.web.templatetags.look"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dondoc.web.context.house",
            ],
        },
    }
]
FORM_RENDERER = "dondoc.web.forms.HouseRenderer"

DATABASES = {"default": database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Shared by all processes on one database: the failed sign-ins are counted in it.
CACHES = {"default": {"BACKEND": "dondoc.wards.counters.Counters", "LOCATION": "dondoc_cache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# Sign-in: by name and password, no sign-up, no mail. Failed sign-ins are counted by account name and never by
# address alone, because a whole office stands behind one address.
AUTH_USER_MODEL = "wards.User"
AUTHENTICATION_BACKENDS = ["dondoc.wards.signin.WardBackend", "rules.permissions.ObjectPermissionBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "dondoc.wards.signin.Adapter"
ACCOUNT_FORMS = {"login": "dondoc.wards.signin.SignInForm", "change_password": "dondoc.wards.signin.PasswordForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USERNAME_MIN_LENGTH = 3
ACCOUNT_RATE_LIMITS = {
    "login_failed": "5/300s/key",
    "login": False,  # nosec: counted by account name above
    "change_password": "5/m/user",
}

# Sessions end with the browser, and lock when nobody has touched them for this long.
SESSION_COOKIE_NAME = "dondoc"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
IDLE_MINUTES = number("DONDOC_IDLE_MINUTES", 15)
IDLE_MINUTES_ADMINISTRATOR = number("DONDOC_IDLE_MINUTES_ADMINISTRATOR", 5)
HTTPS = flag("DONDOC_HTTPS", False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "dondoc.web.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "ngon_ngu"
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["dondoc.web.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
FIRST_DAY_OF_WEEK = 1
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "dondoc.wards.storage.HouseStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
# Uploaded files have no address of their own: views that check permission serve them.
MEDIA_ROOT = HOME / "files"
MEDIA_URL = ""
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": text("DONDOC_LOG_LEVEL", "INFO")},
    "loggers": {"django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
}
# The site is one host: what other names of its domain speak is not its to decide (W005), nor is the browsers' public
# list of domains, from which nobody comes off quickly (W021). Without DONDOC_HTTPS the other warnings stay, rightly.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"] if HTTPS else []
APP_NAME = _("Đôn Đốc")
