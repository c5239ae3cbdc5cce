from django.urls import path

from kragozor.hub.people import views

app_name = "people"
urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("account/", views.profile, name="profile"),
]
