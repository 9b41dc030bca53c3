"""The leaders' overview, the sheet of a unit, and the city's list of wards."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from dondoc.sheets import MEDIA_TYPE
from dondoc.wards.access import CITY, INSPECTOR, LEADER, OFFICE, UNIT, WardRequest, page
from dondoc.wards.models import Unit, Ward

from . import queries, tables


@page(OFFICE, LEADER, INSPECTOR)
def overview(request: WardRequest) -> HttpResponseBase:
    """Show what is late, what will be missed, and who must act."""
    today = timezone.localdate()
    context = {"page": queries.overview(request.ward, today, request.user), "today": today}
    return render(request, "dashboards/overview.html", context)


@page(OFFICE, LEADER, INSPECTOR, UNIT)
def unit(request: WardRequest, pk: int) -> HttpResponseBase:
    """Show what a unit is charged with and whether it is in time."""
    found: Unit = get_object_or_404(Unit.objects.select_related("ward"), pk=pk)
    if not request.user.has_perm("dashboards.view_unit", found):
        raise Http404
    today = timezone.localdate()
    return render(
        request, "dashboards/unit.html", {"page": queries.unit_sheet(found, request.ward, today), "today": today}
    )


@page(CITY)
def city(request: WardRequest) -> HttpResponseBase:
    """Show the wards of the region with their counts."""
    rows = queries.city_wards(request.user.region_id or 0, timezone.localdate())
    reporting = sum(bool(row.programmes) for row in rows)
    return render(
        request, "dashboards/city.html", {"rows": rows, "reporting": reporting, "today": timezone.localdate()}
    )


@page(CITY)
def city_sheet(request: WardRequest) -> HttpResponseBase:
    """Send the list of the wards as .xlsx."""
    today = timezone.localdate()
    rows = queries.city_wards(request.user.region_id or 0, today)
    return _workbook(tables.wards(rows, request.user.region, today), "xa-phuong")


@page(CITY)
def city_ward(request: WardRequest, pk: int) -> HttpResponseBase:
    """Show the published measures of one ward of the region."""
    ward = get_object_or_404(Ward, pk=pk, region_id=request.user.region_id or 0)
    return render(request, "dashboards/city_ward.html", {"shown": ward, "measures": queries.city_measures(ward)})


@page(CITY)
def city_ward_sheet(request: WardRequest, pk: int) -> HttpResponseBase:
    """Send the published measures of one ward of the region as .xlsx."""
    ward = get_object_or_404(Ward, pk=pk, region_id=request.user.region_id or 0)
    content = tables.measures(ward, queries.city_measures(ward), timezone.localdate())
    return _workbook(content, f"thuoc-do-{ward.slug}")


def _workbook(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}.xlsx"'})
