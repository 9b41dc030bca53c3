"""What surrounds every view: the idle lock, the person's own language, and the scope of the ward."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import nullcontext
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import translation
from django_scopes import scope

from .models import User

SEEN = "seen"
TOUCH_EVERY = 60  # seconds; so that reading does not write to the database at each step
NextView = Callable[[HttpRequest], HttpResponseBase]


def touch(request: HttpRequest) -> None:
    """Note in the session that the person was here now."""
    request.session[SEEN] = int(time.time())


def idle_seconds(user: User) -> int:
    """Return after how many idle seconds the session of `user` locks."""
    administrator = user.role == User.Role.ADMINISTRATOR
    return 60 * (settings.IDLE_MINUTES_ADMINISTRATOR if administrator else settings.IDLE_MINUTES)


def sign_in_again(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Send to the sign-in page and from there back; htmx is told to load the whole page."""
    # A POST cannot be repeated by a link: the person comes back to the page on which it was prepared.
    back = request.get_full_path() if request.method == "GET" and not is_htmx(request) else _page_of(request)
    address = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': back} | ({'khoa': reason} if reason else {}))}"
    if is_htmx(request):
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def is_htmx(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def _page_of(request: HttpRequest) -> str:
    from django.utils.http import url_has_allowed_host_and_scheme

    address = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/"
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}) else "/"


class IdleLock:
    """Signs out whoever has not touched anything for a quarter of an hour (administrators: five minutes)."""

    def __init__(self, get_response: NextView) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            idle = time.time() - request.session.get(SEEN, 0)
            if idle > idle_seconds(request.user):
                logout(request)
                return sign_in_again(request, "1")
            if idle > TOUCH_EVERY:
                touch(request)
        return self.get_response(request)


class SignInRequired(LoginRequiredMiddleware):
    """Asks for sign-in before every view that is not expressly open."""

    def handle_no_permission(self, request: HttpRequest, view_func: object) -> HttpResponse:  # type: ignore[override]
        """Send to the sign-in page."""
        return sign_in_again(request)


class OwnLanguage:
    """Activates the person's language; Vietnamese for everybody who has not chosen another."""

    def __init__(self, get_response: NextView) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = request.user.language if request.user.is_authenticated else chosen
        if language not in dict(settings.LANGUAGES):
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class WardScope:
    """Lets the queries of a ward's people see their ward's rows and no others."""

    def __init__(self, get_response: NextView) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        ward = request.user.ward if request.user.is_authenticated else None
        request.ward = ward  # type: ignore[attr-defined]
        with scope(ward=ward) if ward is not None else nullcontext():
            return self.get_response(request)
