from django.urls import path

from . import views

app_name = "intake"
urlpatterns = [
    path("nhap/", views.uploads, name="upload"),
    path("nhap/<int:pk>/", views.upload_state, name="state"),
    path("nhap/<int:pk>/tra-loi/", views.answer, name="answer"),
    path("nhap/<int:pk>/bo/", views.drop_upload, name="drop_upload"),
    path("ra-soat/<int:pk>/", views.review, name="review"),
    path("ra-soat/<int:pk>/chu/", views.source_text, name="source_text"),
    path("ra-soat/<int:pk>/trang/<int:number>/", views.page_picture, name="page_picture"),
    path("ra-soat/<int:pk>/dau-van-ban/", views.header, name="header"),
    path("ra-soat/<int:pk>/muc/<str:section>/dung/", views.accept_section, name="accept_section"),
    path("ra-soat/<int:pk>/so-sanh/", views.changes, name="changes"),
    path("ra-soat/<int:pk>/them/", views.add, name="add"),
    path("ra-soat/<int:pk>/hoan-tac/", views.undo, name="undo"),
    path("ra-soat/<int:pk>/cong-bo/", views.publish, name="publish"),
    path("ra-soat/<int:pk>/tailieu/<str:kind>/", views.tail, name="tail"),
    path("ra-soat/<int:pk>/<int:item>/", views.item, name="item"),
    path("ra-soat/<int:pk>/<int:item>/<slug:verb>/", views.act, name="act"),
]
