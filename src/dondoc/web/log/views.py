"""The audit log: who did what to what, and when."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc import sheets
from dondoc.audit import queries, sentences
from dondoc.audit.models import Entry
from dondoc.wards.access import ADMINISTRATOR, INSPECTOR, LEADER, WardRequest, page
from dondoc.wards.queries import wards_of

from .forms import LogFilter

READERS = (INSPECTOR, LEADER, ADMINISTRATOR)
PAGE, LONGEST_EXPORT = 100, 20_000


@page(*READERS)
def log(request: WardRequest) -> HttpResponseBase:
    """Show the log, a hundred entries a page."""
    wards = wards_in_reach(request)
    form = LogFilter(request.GET or None, wards=wards, object_types=_in_reach(request))
    found = Paginator(queries.entries(wards, form.wanted()), PAGE).get_page(request.GET.get("trang"))
    lines = [(entry, sentences.read(entry)) for entry in found]
    context: dict[str, Any] = {
        "form": form,
        "page": found,
        "lines": lines,
        "filtered": form.number(),
    }
    return render(request, "web/log.html", context)


@page(*READERS)
def workbook(request: WardRequest) -> HttpResponseBase:
    """Send the log as filtered, as .xlsx."""
    wards = wards_in_reach(request)
    form = LogFilter(request.GET or None, wards=wards, object_types=_in_reach(request))
    rows = map(_row, queries.entries(wards, form.wanted())[:LONGEST_EXPORT])
    columns = [(_("Lúc"), 17), (_("Ai"), 26), (_("Việc"), 22), (_("Nội dung"), 80), (_("Đơn vị hành chính"), 24)]
    made = sheets.write(
        _("Nhật ký"), _("In lúc %(at)s") % {"at": f"{timezone.localtime():%d/%m/%Y %H:%M}"}, columns, rows
    )
    return HttpResponse(made, sheets.MEDIA_TYPE, headers={"Content-Disposition": 'attachment; filename="nhat-ky.xlsx"'})


def wards_in_reach(request: WardRequest) -> list[int] | None:
    """Return the ids of the wards whose log the person may read; None is all of them."""
    if request.user.ward_id is not None:
        return [request.user.ward_id]
    if request.user.region_id is None:
        return None
    return list(wards_of(request.user).values_list("pk", flat=True))


def _in_reach(request: WardRequest) -> str:
    """Administrators keep people, units and settings; what the wards work on is none of their business."""
    return "wards." if request.user.role == ADMINISTRATOR else ""


def _row(entry: Entry) -> tuple[Any, ...]:
    verb = sentences.verbs().get(entry.verb)
    at = timezone.localtime(entry.at).replace(tzinfo=None)
    return at, entry.actor_name, str(verb.word) if verb else entry.verb, sentences.read(entry), entry.ward_name
