"""The start page, which is another one for each role, and the health of the server."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from dondoc.wards.access import EVERYBODY, WardRequest, page

from . import navigation
from .statuses import KINDS


@page(*EVERYBODY)
def home(request: WardRequest) -> HttpResponseBase:
    """Send people to where their role begins."""
    return redirect(navigation.landing(request.user))


@login_not_required
def alive(request: WardRequest) -> HttpResponseBase:
    """Answer 200 when the database answers: for whoever watches over the server."""
    connection.ensure_connection()
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
def style(request: WardRequest) -> HttpResponseBase:
    """Show every component once; only where DONDOC_DEBUG is set."""
    return render(request, "web/style.html", {"kinds": KINDS, "values": [3, 5, None, 6, 8], "rows": range(1, 9)})
