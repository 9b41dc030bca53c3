from django.urls import path

from . import views

app_name = "programmes"
urlpatterns = [
    path("chuong-trinh/", views.programmes, name="list"),
    path("chuong-trinh/<int:pk>/", views.detail, name="detail"),
    path("chuong-trinh/<int:pk>/bang/", views.sheet, name="sheet"),
    path("chuong-trinh/<int:pk>/van-ban/", views.paper, name="paper"),
    path("chuong-trinh/<int:pk>/tep/", views.file, name="file"),
    path("chuong-trinh/<int:pk>/diem-ra-soat/", views.findings, name="findings"),
    path("chuong-trinh/<int:pk>/phien-ban/", views.versions, name="versions"),
    path("diem-ra-soat/<int:pk>/", views.finding, name="finding"),
    path("danh-dau/<slug:kind>/<int:pk>/", views.mark, name="mark"),
]
