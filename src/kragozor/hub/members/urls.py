from django.urls import path

from kragozor.hub.members.views import grants, invitations, organisations, people

app_name = "members"
urlpatterns = [
    path("companies/", organisations.organisation_list, name="list"),
    path("companies/new/", organisations.organisation_new, name="new"),
    path("companies/<uuid:organisation_id>/", organisations.organisation_page, name="detail"),
    path("companies/<uuid:organisation_id>/edit/", organisations.organisation_edit, name="edit"),
    path("companies/<uuid:organisation_id>/people/", people.people_page, name="people"),
    path(
        "companies/<uuid:organisation_id>/people/<int:representation_id>/",
        people.person_page,
        name="person",
    ),
    path(
        "companies/<uuid:organisation_id>/people/<int:representation_id>/role/",
        people.role_change,
        name="role",
    ),
    path(
        "companies/<uuid:organisation_id>/people/<int:representation_id>/end/",
        people.representation_end,
        name="end",
    ),
    path("companies/<uuid:organisation_id>/invite/", invitations.invite, name="invite"),
    path(
        "companies/<uuid:organisation_id>/invitations/<uuid:invitation_id>/revoke/",
        invitations.invitation_revoke,
        name="invitation_revoke",
    ),
    path("companies/<uuid:organisation_id>/access/", grants.grant_new, name="grant"),
    path(
        "companies/<uuid:organisation_id>/access/<int:grant_id>/revoke/",
        grants.grant_revoke,
        name="grant_revoke",
    ),
    path("invitations/<str:token>/", invitations.invitation_page, name="invitation"),
    path(
        "invitations/<uuid:invitation_id>/accept/",
        invitations.invitation_accept,
        name="invitation_accept",
    ),
]
