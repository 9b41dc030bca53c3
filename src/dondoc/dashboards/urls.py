"""Addresses of the dashboards."""

from django.urls import path

from . import views

app_name = "dashboards"
urlpatterns = [
    path("tong-quan/", views.overview, name="overview"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("thanh-pho/", views.city, name="city"),
    path("thanh-pho/bang/", views.city_sheet, name="city_sheet"),
    path("thanh-pho/<int:pk>/", views.city_ward, name="city_ward"),
    path("thanh-pho/<int:pk>/bang/", views.city_ward_sheet, name="city_ward_sheet"),
]
