"""Pages of the published programme: the list, targets and tasks by chapter, the paper itself, findings, versions."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dondoc.sheets import MEDIA_TYPE
from dondoc.wards.access import IN_WARD, INSPECTOR, LEADER, OFFICE, UNIT, WardRequest, page
from dondoc.wards.storage import download

from . import actions, forms, queries, tables
from .models import Finding, Indicator, Programme, Task
from .paper import paper_blocks
from .words import SEVERITIES


@page(*IN_WARD)
def programmes(request: WardRequest) -> HttpResponse:
    """List the ward's programmes; goes straight on where there is only one."""
    rows = list(queries.programmes(request.ward, request.user))
    if len(rows) == 1:
        return redirect("programmes:detail", rows[0].pk)
    return render(request, "programmes/list.html", {"programmes": rows})


@page(*IN_WARD)
def detail(request: WardRequest, pk: int) -> HttpResponse:
    """Show what was promised and how it stands: the measures, or the tasks."""
    programme = get_object_or_404(Programme, pk=pk)
    filters = forms.read_filters(request.GET)
    tasks = request.GET.get("xem") == "nhiem-vu"
    read = queries.tasks_page if tasks else queries.measures_page
    context = {
        "programme": programme,
        "filters": filters,
        "tasks": tasks,
        "list": read(programme, request.user, filters),
        "open_findings": {} if request.user.role == UNIT else queries.open_counts(programme),
    }
    return render(request, "programmes/detail.html", context)


@page(*IN_WARD)
def sheet(request: WardRequest, pk: int) -> HttpResponse:
    """Send the table of a page, as filtered, as .xlsx."""
    programme = get_object_or_404(Programme, pk=pk)
    filters = forms.read_filters(request.GET)
    wanted = request.GET.get("xem", "")
    if wanted == "diem-ra-soat":
        if request.user.role == UNIT:
            raise PermissionDenied
        table = tables.findings(programme)
    elif wanted == "phien-ban":
        if request.user.role == UNIT:
            raise PermissionDenied
        number = request.GET.get("so", "")
        table = tables.changes(get_object_or_404(programme.versions, number=int(number) if number.isdecimal() else 0))
    else:
        make = tables.tasks if wanted == "nhiem-vu" else tables.measures
        table = make(programme, request.user, filters)
    headers = {"Content-Disposition": f'attachment; filename="{table.name}.xlsx"'}
    return HttpResponse(tables.workbook(programme, table), MEDIA_TYPE, headers=headers)


@page(*IN_WARD)
def paper(request: WardRequest, pk: int) -> HttpResponse:
    """Show the paper with its targets, tasks and findings marked in their places."""
    programme = get_object_or_404(Programme, pk=pk)
    version = queries.current_version(programme)
    blocks = paper_blocks(version.text, version.layout, queries.places(programme, request.user))
    return render(request, "programmes/paper.html", {"programme": programme, "version": version, "blocks": blocks})


@page(*IN_WARD)
def file(request: WardRequest, pk: int) -> FileResponse:
    """Send the paper's own file."""
    version = queries.current_version(get_object_or_404(Programme, pk=pk))
    if not version.file:
        raise Http404
    return download(version.file, version.filename)


@page(OFFICE, LEADER, INSPECTOR)
def findings(request: WardRequest, pk: int) -> HttpResponse:
    """List the findings of the programme, open ones first."""
    programme = get_object_or_404(Programme, pk=pk)
    decided = programme.findings.filter(state__in=[Finding.State.DECIDED, Finding.State.DISMISSED])
    found, wanted = list(queries.open_findings(programme)), request.GET.get("muc_do", "")
    context = {
        "programme": programme,
        "open": [one for one in found if wanted in ("", one.severity)],
        "counts": {name: n for name in SEVERITIES if (n := sum(one.severity == name for one in found))},
        "wanted": wanted,
        "decided": decided.select_related("decided_by"),
    }
    return render(request, "programmes/findings.html", context)


@page(OFFICE, LEADER, methods="GET HEAD POST")
def finding(request: WardRequest, pk: int) -> HttpResponse:
    """Close a finding by a decision."""
    row: Finding = get_object_or_404(Finding.objects.select_related("programme", "ward"), pk=pk)
    form = forms.DecisionForm(request.POST or None, quotes=row.where)
    if request.method == "POST" and form.is_valid():
        actions.decide_finding(request.user, row, form.cleaned_data)
        return redirect("programmes:findings", row.programme_id)
    context = {"finding": row, "programme": row.programme, "form": form}
    return render(request, "programmes/finding.html", context, status=422 if form.errors else 200)


@page(OFFICE, LEADER, INSPECTOR)
def versions(request: WardRequest, pk: int) -> HttpResponse:
    """List the versions of the paper with what changed from one to the next."""
    programme = get_object_or_404(Programme, pk=pk)
    rows = programme.versions.select_related("published_by").defer("reading", "text", "layout")
    return render(request, "programmes/versions.html", {"programme": programme, "versions": rows})


@page(OFFICE, methods="POST")
def mark(request: WardRequest, kind: str, pk: int) -> HttpResponse:
    """Mark a target or task as focus or breakthrough, or take the marks off."""
    model: type[Task] | type[Indicator] | None = {"nhiem-vu": Task, "chi-tieu": Indicator}.get(kind)  # type: ignore[assignment]
    if model is None:
        raise Http404
    item: Task | Indicator = get_object_or_404(model.objects.select_related("ward"), pk=pk)
    actions.mark_item(request.user, item, focus="focus" in request.POST, breakthrough="breakthrough" in request.POST)
    return redirect("work:task", pk) if kind == "nhiem-vu" else redirect("programmes:detail", item.programme_id)
