"""Pages of work: a task, my work, assigning, initial results, and the evidence files."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dondoc.programmes.models import Programme
from dondoc.wards.access import IN_WARD, LEADER, OFFICE, UNIT, WardRequest, page, require
from dondoc.wards.storage import download

from . import actions, forms, queries
from .models import Assignment, ProgressReport
from .panels import panels

BOTH = "GET HEAD POST"


def _assignment(request: WardRequest, pk: int) -> Assignment:
    """Return the assignment of a task that the person may see; 404 otherwise, also for a guarded one."""
    found = queries.of_task(pk)
    if found is None or not request.user.has_perm("work.view_task", found):
        raise Http404
    return found


@page(*IN_WARD)
def task(request: WardRequest, pk: int) -> HttpResponseBase:
    """Show a task: its text as printed, who answers for it, its time, its reports."""
    assignment = _assignment(request, pk)
    return _task_page(request, assignment)


def _task_page(
    request: WardRequest, assignment: Assignment, form: forms.ReportForm | None = None, status: int = 200
) -> HttpResponseBase:
    today = timezone.localdate()
    shown = queries.task_page(request.user, assignment, today)
    may_report = request.user.has_perm("work.report", assignment)
    context = {
        "page": shown,
        "assignment": assignment,
        "task": assignment.task,
        "programme": assignment.task.programme,
        "form": form or (forms.ReportForm(assignment=assignment, on=today) if may_report else None),
        "state_form": forms.StateForm() if request.user.has_perm("work.set_state", assignment) else None,
        "may_confirm": shown.waiting and request.user.has_perm("work.confirm", shown.waiting),
        "may_open": [
            file.pk for report in shown.reports for file in report.evidence.all()
            if request.user.has_perm("work.read_evidence", file)
        ],
        "may_decide": request.user.has_perm("work.decide_lead", assignment),
        "units": queries.choosable_units(assignment.ward_id) if request.user.has_perm("work.decide_lead", assignment) else [],
    }  # fmt: skip
    return render(request, "work/task.html", context, status=status)


@page(OFFICE, UNIT, methods="POST")
def report(request: WardRequest, pk: int) -> HttpResponseBase:
    """Take in a report on a task."""
    assignment = _assignment(request, pk)
    form = forms.ReportForm(request.POST, request.FILES, assignment=assignment, on=timezone.localdate())
    if form.is_valid():
        said = form.cleaned_data
        progress = actions.Progress(
            said["state"], said["text"], said["finished_on"], said.get("occurrence"), said["files"]
        )
        try:
            actions.report_progress(request.user, assignment, progress)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Đã gửi báo cáo, chờ xác nhận."))
            return redirect("work:task", pk)
    return _task_page(request, assignment, form, status=422)


@page(OFFICE, LEADER, methods="POST")
def confirm(request: WardRequest, pk: int) -> HttpResponseBase:
    """Confirm a report."""
    found: ProgressReport = get_object_or_404(
        ProgressReport.objects.select_related("assignment__task", "ward", "occurrence"), pk=pk
    )
    require(request.user, "work.confirm", found)
    try:
        actions.confirm(request.user, found)
        messages.success(request, _("Đã xác nhận báo cáo."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("work:task", found.assignment.task_id)


@page(OFFICE, LEADER, methods="POST")
def return_(request: WardRequest, pk: int) -> HttpResponseBase:
    """Return a report with a reason."""
    found: ProgressReport = get_object_or_404(
        ProgressReport.objects.select_related("assignment__task", "ward", "occurrence"), pk=pk
    )
    require(request.user, "work.confirm", found)
    try:
        actions.return_report(request.user, found, request.POST.get("reason", "")[:1000])
        messages.success(request, _("Đã trả lại báo cáo kèm lý do."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("work:task", found.assignment.task_id)


@page(OFFICE, LEADER, methods="POST")
def state(request: WardRequest, pk: int) -> HttpResponseBase:
    """Suspend a task, drop it, or take it up again."""
    assignment = _assignment(request, pk)
    form = forms.StateForm(request.POST)
    if form.is_valid():
        actions.set_state(request.user, assignment, form.cleaned_data["state"], form.cleaned_data["reason"])
        messages.success(request, _("Đã ghi trạng thái."))
    else:
        messages.error(request, _("Chọn trạng thái và ghi lý do."))
    return redirect("work:task", pk)


@page(OFFICE, LEADER, methods="POST")
def lead(request: WardRequest, pk: int) -> HttpResponseBase:
    """Decide the lead of one task."""
    assignment = _assignment(request, pk)
    chosen = {unit.pk: unit for unit in queries.choosable_units(assignment.ward_id)}.get(
        _number(request.POST.get("lead"))
    )
    if chosen is None:
        messages.error(request, _("Chọn một đơn vị chủ trì."))
    else:
        actions.decide_lead(request.user, assignment, chosen)
        messages.success(request, _("Đã giao “%(unit)s” chủ trì.") % {"unit": chosen.name})
    return redirect("work:task", pk)


@page(*IN_WARD)
def mine(request: WardRequest) -> HttpResponseBase:
    """Show a unit what it owes, and whoever confirms what waits."""
    today = timezone.localdate()
    user = request.user
    context = {"today": today, "panels": panels(user, today)}
    if user.unit is not None and user.role == UNIT:
        context["mine"] = queries.mine(user.unit, request.ward, today)
    elif user.role in (OFFICE, LEADER):
        context["to_decide"] = queries.reports_to_decide(user)
    return render(request, "work/mine.html", context)


@page(OFFICE, LEADER, methods=BOTH)
def assigning(request: WardRequest, pk: int) -> HttpResponseBase:
    """Decide the leads of many tasks at once."""
    programme: Programme = get_object_or_404(Programme.objects.select_related("ward"), pk=pk)
    shown = queries.assigning_page(programme)
    if request.method == "POST":
        units = {unit.pk: unit for unit in shown.units}
        chosen = {row.pk: units[n] for row in shown.undecided if (n := _choice(request, "task", row.pk)) in units}
        figures = {
            row.pk: units[n] for row, _proposal in shown.measures if (n := _choice(request, "measure", row.pk)) in units
        }
        given = actions.decide_leads(request.user, chosen)
        reported = actions.decide_measure_leads(request.user, programme, figures)
        words = ngettext("Đã giao %(n)d mục.", "Đã giao %(n)d mục.", given + reported) % {"n": given + reported}
        messages.success(request, words)
        return redirect("work:assigning", pk)
    return render(
        request,
        "work/assigning.html",
        {"programme": programme, "page": shown, "all": request.GET.get("chon") == "tat-ca"},
    )


def _choice(request: WardRequest, kind: str, pk: int) -> int:
    """Return the unit chosen for a row whose box is ticked, or 0."""
    return _number(request.POST.get(f"{kind}-{pk}")) if request.POST.get(f"{kind}-{pk}-yes") else 0


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 18 else 0


@page(OFFICE, methods=BOTH)
def initial(request: WardRequest, pk: int) -> HttpResponseBase:
    """Enter what became of the tasks that fell due before the programme was loaded."""
    programme: Programme = get_object_or_404(Programme.objects.select_related("ward"), pk=pk)
    rows = queries.awaiting_initial(programme)
    data = request.POST if request.method == "POST" else None
    table = [(row, forms.InitialForm(data, prefix=str(row.pk))) for row in rows]
    if data is not None and all(form.is_valid() for _row, form in table):
        results = [
            actions.InitialResult(
                row.pk, form.cleaned_data["state"], form.cleaned_data["finished_on"], form.cleaned_data["text"]
            )
            for row, form in table
            if form.cleaned_data["state"]
        ]
        count = actions.enter_initial_results(request.user, programme, results)
        messages.success(request, ngettext("Đã ghi %(n)d kết quả.", "Đã ghi %(n)d kết quả.", count) % {"n": count})
        return redirect("work:initial", pk)
    context = {"programme": programme, "table": table}
    return render(request, "work/initial.html", context, status=200 if data is None else 422)


@page(*IN_WARD)
def evidence(request: WardRequest, pk: int) -> HttpResponseBase:
    """Serve an evidence file to whoever may see what it proves, always as a download."""
    found = queries.evidence_file(pk)
    if found is None or not request.user.has_perm("work.read_evidence", found):
        raise Http404
    actions.note_download(request.user, found)
    return download(found.file, found.filename, found.media_type)
