"""Headers that every answer carries, and the largest request that is read at all."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from .errors import too_much

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


# Ten files of evidence of 20 MB each are the most that any page takes.
MOST_BYTES = 220_000_000


class LargestRequest:
    """Turns away a request that is larger than any page takes, before a byte of it is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > MOST_BYTES:
            return too_much()
        return self.get_response(request)


class FixedHeaders:
    """Keeps pages of signed-in people out of shared caches and asks the browser for no device."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response
