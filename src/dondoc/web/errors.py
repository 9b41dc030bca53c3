"""The pages for what went wrong: what happened, what is kept, what to do, whom to call."""

from __future__ import annotations

import errno
import sqlite3
import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page, or not for this person."""
    return render(request, "web/errors/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the person's role does not reach this page."""
    return render(request, "web/errors/403.html", status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the browser sent what no page of ours sends."""
    return render(request, "web/errors/400.html", status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the page was too old to be sent."""
    return render(request, "web/errors/csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that we failed, or that the disk is full; asks neither session nor database, which may be what failed."""
    if is_full(sys.exc_info()[1]):
        return HttpResponse(render_to_string("web/errors/507.html"), status=507)
    return HttpResponse(render_to_string("web/errors/500.html"), status=500)


def is_full(error: BaseException | None) -> bool:
    """Say whether what failed is a disk without room: a file, SQLite, or PostgreSQL (SQLSTATE 53100)."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL or getattr(error, "sqlstate", "") == "53100":
            return True
        error = error.__cause__
    return False


def too_much() -> HttpResponse:
    """Say that the browser sent more than any page of ours takes."""
    return HttpResponse(render_to_string("web/errors/413.html"), status=413)
