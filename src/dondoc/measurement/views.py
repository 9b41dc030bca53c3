"""Pages of measurement: a measure with its figures, and what people decide about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dondoc.programmes.models import Measure, Programme
from dondoc.wards.access import IN_WARD, LEADER, OFFICE, UNIT, WardRequest, page, require

from . import actions, forms, queries
from .judging import promise_of
from .models import Observation


def _measure(request: WardRequest, pk: int) -> Measure:
    """Return a measure that the person may see; 404 otherwise, also for a guarded one."""
    found = queries.find_measure(pk)
    if found is None or not request.user.has_perm("measurement.view_measure", found):
        raise Http404
    return found


@page(*IN_WARD)
def measure(request: WardRequest, pk: int) -> HttpResponseBase:
    """Show a measure: its path, its figures, and why the verdict is what it is."""
    return _measure_page(request, _measure(request, pk))


def _measure_page(
    request: WardRequest, found: Measure, form: Form | None = None, status: int = 200
) -> HttpResponseBase:
    shown = queries.measure_page(request.user, found, timezone.localdate())
    user = request.user
    may_set = user.has_perm("measurement.set", found)
    may_report = user.has_perm("measurement.report", found) and bool(shown.open_periods)
    aside = {"reason": found.not_applied_reason, "since": found.not_applied_from}
    context: dict[str, Any] = {
        "page": shown,
        "measure": found,
        "programme": found.programme,
        "owner": found.indicator or found.task,
        "form": form or (forms.FigureForm(measure=found, periods=shown.open_periods) if may_report else None),
        "may_confirm": shown.waiting and user.has_perm("measurement.confirm", shown.waiting),
        "sees_files": user.role != UNIT or user.unit_id == found.lead_id,
    }
    if may_set:
        context["nature_form"] = forms.NatureForm(measure=found)
        context["baseline_form"] = forms.BaselineForm(initial={"value": found.baseline, "year": found.baseline_year})
        context["aside_form"] = forms.AsideForm(initial=aside)
    if user.has_perm("measurement.plan", found) and found.period in ("by_year", "unspecified"):
        context["milestones_form"] = forms.MilestonesForm(measure=found)
    return render(request, "measurement/measure.html", context, status=status)


@page(OFFICE, UNIT, methods="POST")
def report(request: WardRequest, pk: int) -> HttpResponseBase:
    """Take in the figure of a period."""
    found = _measure(request, pk)
    require(request.user, "measurement.report", found)
    periods = queries.open_periods(promise_of(found, found.programme), timezone.localdate(), found.ward.cutoff_day)
    form = forms.FigureForm(request.POST, request.FILES, measure=found, periods=periods)
    if form.is_valid():
        try:
            actions.report_figure(request.user, found, actions.Figure(**form.cleaned_data))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Đã gửi số liệu, chờ xác nhận."))
            return redirect("work:mine") if request.POST.get("from") == "mine" else redirect("measurement:measure", pk)
    return _measure_page(request, _measure(request, pk), form, status=422)


def _decided(request: WardRequest, pk: int, act: Callable[[Observation], None], words: str) -> HttpResponseBase:
    found: Observation = get_object_or_404(Observation.objects.select_related("measure__ward", "ward"), pk=pk)
    require(request.user, "measurement.confirm", found)
    try:
        act(found)
        messages.success(request, words)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return (
        redirect("work:mine")
        if request.POST.get("from") == "mine"
        else redirect("measurement:measure", found.measure_id)
    )


@page(OFFICE, LEADER, methods="POST")
def confirm(request: WardRequest, pk: int) -> HttpResponseBase:
    """Confirm a figure."""
    return _decided(request, pk, lambda one: actions.confirm_figure(request.user, one), _("Đã xác nhận số liệu."))


@page(OFFICE, LEADER, methods="POST")
def return_(request: WardRequest, pk: int) -> HttpResponseBase:
    """Return a figure with a reason."""
    reason = request.POST.get("reason", "")[:1000]
    return _decided(request, pk, lambda one: actions.return_figure(request.user, one, reason), _("Đã trả lại số liệu."))


def _set(request: WardRequest, found: Measure, form: Form, act: Callable[[dict[str, Any]], None]) -> HttpResponseBase:
    """Carry out one decision about a measure and say in one line what became of it."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
            messages.success(request, _("Đã ghi, kết luận được tính lại."))
        except ValidationError as error:
            messages.error(request, error.messages[0])
    else:
        messages.error(request, str(next(iter(form.errors.values()))[0]))
    return redirect("measurement:measure", found.pk)


@page(OFFICE, LEADER, methods="POST")
def nature(request: WardRequest, pk: int) -> HttpResponseBase:
    """Decide the nature of a measure."""
    found = _measure(request, pk)
    form = forms.NatureForm(request.POST, measure=found)
    return _set(
        request,
        found,
        form,
        lambda said: actions.set_nature(request.user, found, said["nature"], said.get("ceiling", False)),
    )


@page(OFFICE, LEADER, methods="POST")
def baseline(request: WardRequest, pk: int) -> HttpResponseBase:
    """Set the baseline of a measure."""
    found = _measure(request, pk)
    form = forms.BaselineForm(request.POST)
    return _set(
        request, found, form, lambda said: actions.set_baseline(request.user, found, said["value"], said["year"])
    )


@page(OFFICE, LEADER, UNIT, methods="POST")
def milestones(request: WardRequest, pk: int) -> HttpResponseBase:
    """Plan the values of the years on the way."""
    found = _measure(request, pk)
    form = forms.MilestonesForm(request.POST, measure=found)
    return _set(request, found, form, lambda _said: actions.set_milestones(request.user, found, form.values()))


@page(OFFICE, LEADER, methods="POST")
def aside(request: WardRequest, pk: int) -> HttpResponseBase:
    """Mark a measure as not applied yet, or apply it again."""
    found = _measure(request, pk)
    form = forms.AsideForm(request.POST)
    return _set(
        request, found, form, lambda said: actions.set_aside(request.user, found, said["reason"], said["since"])
    )


@page(OFFICE, LEADER, methods="GET HEAD POST")
def close(request: WardRequest, pk: int) -> HttpResponseBase:
    """Close a period of a programme, and list the periods closed."""
    programme: Programme = get_object_or_404(Programme.objects.select_related("ward"), pk=pk)
    form = forms.CloseForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.close_period(
                request.user, programme, form.cleaned_data["period"], form.cleaned_data["reason"]
            )
            messages.success(request, _("Đã chốt số liệu %(period)s.") % {"period": done.label})
            return redirect("measurement:close", pk)
        except ValidationError as error:
            form.add_error(None, error)
    context = {"programme": programme, "form": form, "closes": programme.closes.select_related("closed_by")}
    return render(request, "measurement/close.html", context, status=422 if form.errors else 200)
