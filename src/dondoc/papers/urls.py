from django.urls import path

from . import views

app_name = "papers"
urlpatterns = [
    path("bao-cao/", views.papers, name="list"),
    path("bao-cao/<int:pk>/", views.file, name="file"),
]
