"""Addresses of work."""

from django.urls import path

from . import views

app_name = "work"
urlpatterns = [
    path("viec-cua-toi/", views.mine, name="mine"),
    path("nhiem-vu/<int:pk>/", views.task, name="task"),
    path("nhiem-vu/<int:pk>/bao-cao/", views.report, name="report"),
    path("nhiem-vu/<int:pk>/trang-thai/", views.state, name="state"),
    path("nhiem-vu/<int:pk>/chu-tri/", views.lead, name="lead"),
    path("bao-cao-tien-do/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("bao-cao-tien-do/<int:pk>/tra-lai/", views.return_, name="return"),
    path("chuong-trinh/<int:pk>/phan-cong/", views.assigning, name="assigning"),
    path("chuong-trinh/<int:pk>/ket-qua-ban-dau/", views.initial, name="initial"),
    path("minh-chung/<int:pk>/", views.evidence, name="evidence"),
]
