from django.urls import path

from kragozor.hub.people import token_pages, views

app_name = "people"
urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("account/", views.profile, name="profile"),
    path("account/tokens/", token_pages.token_list, name="tokens"),
    path("account/tokens/new/", token_pages.token_new, name="token_new"),
    path("account/tokens/<int:token_id>/revoke/", token_pages.token_revoke, name="token_revoke"),
]
