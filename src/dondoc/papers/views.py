"""Pages of papers: write a report, find an earlier one."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dondoc.wards.access import INSPECTOR, LEADER, OFFICE, WardRequest, page
from dondoc.wards.storage import download

from . import actions, forms, periods, queries
from .models import Paper


@page(OFFICE, LEADER, INSPECTOR, methods="GET HEAD POST")
def papers(request: WardRequest) -> HttpResponse:
    """List the papers and write the report of a period."""
    may_write = request.user.has_perm("papers.write", request.ward)
    form = forms.ReportForm(request.POST or None, ward=request.ward)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["period"]
        period = periods.parse(key)
        assert period is not None
        try:
            actions.write_report(request.user, form.cleaned_data["programme"], period, key, form.cleaned_data["date"])
        except ValidationError as error:
            form.add_error("period", error)
        else:
            messages.success(request, _("Đã lập báo cáo; tải tệp Word trong danh sách để hoàn thiện và ký."))
            return redirect("papers:list")
    wanted = request.GET.get("xem", "")
    held = queries.held(request.ward, int(wanted) if wanted.isdecimal() and len(wanted) < 18 else None)
    if held is None and wanted:
        raise Http404
    context = {"form": form, "papers": queries.papers(request.ward)[:100], "may_write": may_write, "held": held}
    return render(request, "papers/list.html", context)


@page(OFFICE, LEADER, INSPECTOR)
def file(request: WardRequest, pk: int) -> FileResponse:
    """Send a paper's Word file."""
    paper = get_object_or_404(Paper, pk=pk)
    return download(paper.file, paper.filename, actions.WORD_TYPE)
