"""The walls between wards, tried on every address at once."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
OPEN = {"song/", "dang-nhap/", "dang-nhap/ngung/", "ngon-ngu/"}


def addresses(resolver=None, prefix=""):
    """Yield every address of the site with 1 or a word in place of what varies."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, route)
        elif isinstance(entry, URLPattern):
            yield route


def filled(route):
    import re

    return "/" + re.sub(r"<(\w+):\w+>", lambda m: "an-hoa" if m[1] == "slug" else "1", route)


def test_who_is_not_signed_in_gets_nothing_but_the_sign_in_page(db, client):
    for route in addresses():
        if route in OPEN:
            continue
        for method in (client.get, client.post):
            answer = method(filled(route))
            assert answer.status_code == 302, route
            assert answer.headers["Location"].startswith("/dang-nhap/"), route


def test_a_part_of_a_page_is_not_given_either(db, client):
    for route in addresses():
        if route not in OPEN:
            answer = client.get(filled(route), headers={"HX-Request": "true"})
            assert answer.content == b"", route
            assert (answer.headers.get("HX-Redirect") or answer.headers["Location"]).startswith("/"), route


def test_every_model_that_belongs_to_a_ward_is_closed_without_a_scope():
    from django.apps import apps
    from django_scopes import ScopeError

    open_models = []
    for model in apps.get_models():
        if not model.__module__.startswith("dondoc.") or model._meta.label_lower in {
            "wards.user",
            "audit.entry",
            "audit.chain",
        }:
            continue
        if any(f.name == "ward" for f in model._meta.fields):
            try:
                model.objects.count()
            except ScopeError:
                continue
            open_models.append(model._meta.label)
    assert not open_models
