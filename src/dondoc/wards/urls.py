"""Addresses of sign-in, of one's own page and of the administrator's settings."""

from allauth.account import views as account
from django.urls import URLPattern, URLResolver, include, path

from . import views

people = [
    path("nguoi/", views.people, name="people"),
    path("nguoi/them/", views.add_person, name="add-person"),
    path("nguoi/<int:pk>/", views.person, name="person"),
    path("nguoi/<int:pk>/ngung/", views.person_access, {"active": False}, name="deactivate"),
    path("nguoi/<int:pk>/mo-lai/", views.person_access, {"active": True}, name="reactivate"),
    path("nguoi/<int:pk>/mat-khau/", views.person_password, name="password"),
]
units = [
    path("don-vi/", views.units, name="units"),
    path("don-vi/them/", views.add_unit, name="add-unit"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("don-vi/<int:pk>/ngung/", views.unit_use, {"active": False}, name="retire"),
    path("don-vi/<int:pk>/mo-lai/", views.unit_use, {"active": True}, name="restore"),
]
own: list[URLPattern | URLResolver] = [
    path("cai-dat/", views.wards, name="settings"),
    path("cai-dat/<slug:slug>/", include([*people, *units, path("thoi-han/", views.time_rules, name="rules")])),
    path("ca-nhan/", views.me, name="me"),
    path("ca-nhan/chu-lon/", views.large_type, name="large-type"),
    path("ngon-ngu/", views.language, name="language"),
]

urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-nhap/ngung/", account.account_inactive, name="account_inactive"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("ca-nhan/mat-khau/", account.password_change, name="account_change_password"),
    path("", include((own, "wards"))),
]
