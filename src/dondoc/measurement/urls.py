"""Addresses of measurement."""

from django.urls import path

from . import views

app_name = "measurement"
urlpatterns = [
    path("thuoc-do/<int:pk>/", views.measure, name="measure"),
    path("thuoc-do/<int:pk>/so-lieu/", views.report, name="report"),
    path("thuoc-do/<int:pk>/loai/", views.nature, name="nature"),
    path("thuoc-do/<int:pk>/so-goc/", views.baseline, name="baseline"),
    path("thuoc-do/<int:pk>/moc/", views.milestones, name="milestones"),
    path("thuoc-do/<int:pk>/chua-ap-dung/", views.aside, name="aside"),
    path("so-lieu/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("so-lieu/<int:pk>/tra-lai/", views.return_, name="return"),
    path("chuong-trinh/<int:pk>/chot-so-lieu/", views.close, name="close"),
]
