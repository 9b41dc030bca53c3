"""Pages of the administrator (people, units, rules of time) and everybody's own page."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_scopes import scope

from . import actions, forms, queries, rules
from .access import ADMINISTRATOR, EVERYBODY, WardRequest, page
from .models import Unit, User, Ward
from .notices import say

View = Callable[..., HttpResponseBase]


def kept(methods: str = "GET HEAD POST") -> Callable[[View], View]:
    """Find the ward of the address among those the administrator keeps (otherwise 404) and open its scope."""

    def door(view: View) -> View:
        @page(ADMINISTRATOR, methods=methods)
        def enter(request: WardRequest, /, slug: str, **kwargs: Any) -> HttpResponseBase:
            ward = get_object_or_404(Ward.objects.select_related("region"), slug=slug)
            if not rules.administers(request.user, ward):
                raise Http404
            with scope(ward=ward):
                return view(request, ward, **kwargs)

        return update_wrapper(enter, view)

    return door


@page(ADMINISTRATOR)
def wards(request: WardRequest) -> HttpResponseBase:
    """List the wards an administrator keeps; go straight to the only one."""
    found = list(queries.wards_of(request.user))
    if len(found) == 1:
        return redirect("wards:people", slug=found[0].slug)
    return render(request, "wards/wards.html", {"wards": found})


@kept("GET HEAD")
def people(request: WardRequest, ward: Ward, **kwargs: Any) -> HttpResponseBase:
    """List the people of a ward."""
    words = request.GET.get("tim", "").strip()
    found = queries.people_of(ward, words)
    return render(request, "wards/people.html", {"ward": ward, "people": found, "words": words, "tab": "people"})


@kept()
def add_person(request: WardRequest, ward: Ward, **kwargs: Any) -> HttpResponseBase:
    """Add a person."""
    initial = {"password": actions.generate_password()}
    form = forms.NewPersonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        person = actions.add_person(by=request.user, ward=ward, **form.cleaned_data)
        say(request, _("Đã thêm %(name)s.") % {"name": person})
        return redirect("wards:people", slug=ward.slug)
    return render(request, "wards/person.html", {"ward": ward, "form": form, "tab": "people"})


@kept()
def person(request: WardRequest, ward: Ward, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
    """Show and change a person."""
    found = get_object_or_404(User, pk=pk, ward=ward)
    form = forms.PersonForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change_person(by=request.user, person=User.objects.get(pk=pk), **form.cleaned_data)
        say(request, _("Đã lưu %(name)s.") % {"name": found})
        return redirect("wards:people", slug=ward.slug)
    return render(request, "wards/person.html", {"ward": ward, "form": form, "person": found, "tab": "people"})


@kept()
def person_access(
    request: WardRequest, ward: Ward, pk: int = 0, active: bool = False, **kwargs: Any
) -> HttpResponseBase:
    """Take sign-in from a person or give it back, with the way back in the notice."""
    found = get_object_or_404(User, pk=pk, ward=ward)
    if request.method == "POST":
        (actions.reactivate if active else actions.deactivate)(by=request.user, person=found)
        text = _("%(name)s đăng nhập lại được.") if active else _("%(name)s không còn đăng nhập được.")
        say(
            request,
            text % {"name": found},
            undo=_address("wards:deactivate" if active else "wards:reactivate", ward, pk),
        )
    return redirect("wards:people", slug=ward.slug)


@never_cache
@kept()
def person_password(request: WardRequest, ward: Ward, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
    """Give a person a new password and show it once."""
    found = get_object_or_404(User, pk=pk, ward=ward)
    if request.method != "POST":
        return redirect("wards:person", slug=ward.slug, pk=pk)
    password = actions.set_password(by=request.user, person=found)
    return render(
        request, "wards/password.html", {"ward": ward, "person": found, "password": password, "tab": "people"}
    )


@kept("GET HEAD")
def units(request: WardRequest, ward: Ward, **kwargs: Any) -> HttpResponseBase:
    """List the units of a ward."""
    words = request.GET.get("tim", "").strip()
    found = queries.units_of_ward(words)
    return render(request, "wards/units.html", {"ward": ward, "units": found, "words": words, "tab": "units"})


@kept()
def add_unit(request: WardRequest, ward: Ward, **kwargs: Any) -> HttpResponseBase:
    """Add a unit."""
    form = forms.UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        unit = actions.add_unit(by=request.user, ward=ward, **form.changes())
        say(request, _("Đã thêm %(name)s.") % {"name": unit.name})
        return redirect("wards:units", slug=ward.slug)
    return render(request, "wards/unit.html", {"ward": ward, "form": form, "tab": "units"})


@kept()
def unit(request: WardRequest, ward: Ward, pk: int = 0, **kwargs: Any) -> HttpResponseBase:
    """Show and change a unit."""
    found = get_object_or_404(Unit, pk=pk)
    form = forms.UnitForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change_unit(by=request.user, unit=Unit.objects.get(pk=pk), **form.changes())
        say(request, _("Đã lưu %(name)s.") % {"name": found.name})
        return redirect("wards:units", slug=ward.slug)
    return render(request, "wards/unit.html", {"ward": ward, "form": form, "unit": found, "tab": "units"})


@kept()
def unit_use(request: WardRequest, ward: Ward, pk: int = 0, active: bool = False, **kwargs: Any) -> HttpResponseBase:
    """Take a unit out of the choices or put it back."""
    found = get_object_or_404(Unit, pk=pk)
    if request.method == "POST":
        actions.retire_unit(by=request.user, unit=found, active=active)
        text = _("%(name)s lại giao việc được.") if active else _("%(name)s không còn trong danh sách giao việc.")
        say(
            request, text % {"name": found.name}, undo=_address("wards:retire" if active else "wards:restore", ward, pk)
        )
    return redirect("wards:units", slug=ward.slug)


@kept()
def time_rules(request: WardRequest, ward: Ward, **kwargs: Any) -> HttpResponseBase:
    """Show and change the rules of time and the forms of the papers."""
    form = forms.SettingsForm(request.POST or None, instance=ward)
    if request.method == "POST" and form.is_valid():
        actions.change_settings(by=request.user, ward=Ward.objects.get(pk=ward.pk), **form.cleaned_data)
        say(request, _("Đã lưu cài đặt."))
        return redirect("wards:rules", slug=ward.slug)
    return render(request, "wards/rules.html", {"ward": ward, "form": form, "tab": "rules"})


@page(*EVERYBODY, methods="GET HEAD POST")
def me(request: WardRequest) -> HttpResponseBase:
    """Show who one is here, and let one choose how to read."""
    form = forms.LookForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        actions.choose_look(request.user, **form.cleaned_data)
        return _with_language(redirect("wards:me"), request.user.language)
    return render(request, "wards/me.html", {"form": form})


@page(*EVERYBODY, methods="POST")
def large_type(request: WardRequest) -> HttpResponseBase:
    """Switch large type on or off and stay on the page."""
    actions.choose_look(request.user, large_type=not request.user.large_type)
    return HttpResponseRedirect(_back(request))


@require_POST
@login_not_required
def language(request: HttpRequest) -> HttpResponseBase:
    """Switch between Vietnamese and English: for the person, or before sign-in for this browser."""
    chosen = request.POST.get("ngon-ngu", "")
    if chosen not in dict(settings.LANGUAGES):
        raise Http404
    if isinstance(request.user, User):
        actions.choose_look(request.user, language=chosen)
    return _with_language(HttpResponseRedirect(_back(request)), chosen)


def _back(request: HttpRequest) -> str:
    address = request.headers.get("Referer", "/")
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}) else "/"


def _with_language(response: HttpResponseRedirect, chosen: str) -> HttpResponseRedirect:
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=31_536_000, samesite="Lax", httponly=True)
    return response


def _address(name: str, ward: Ward, pk: int) -> str:
    return reverse(name, kwargs={"slug": ward.slug, "pk": pk})
