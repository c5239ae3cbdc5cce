from django.urls import path

from kragozor.hub.members.views import (
    data,
    grants,
    invitations,
    logos,
    organisations,
    pages,
    people,
)
from kragozor.hub.members.views.council import member, members, renewals

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
    path("companies/<uuid:organisation_id>/page/", pages.page, name="page"),
    path("companies/<uuid:organisation_id>/page/edit/", pages.page_edit, name="page_edit"),
    path("companies/<uuid:organisation_id>/page/logo/", pages.logo_edit, name="logo_edit"),
    path(
        "companies/<uuid:organisation_id>/page/logo/remove/", pages.logo_remove, name="logo_remove"
    ),
    path("companies/<uuid:organisation_id>/offers/new/", pages.offering_new, name="offering_new"),
    path(
        "companies/<uuid:organisation_id>/offers/<int:offering_id>/withdraw/",
        pages.offering_withdraw,
        name="offering_withdraw",
    ),
    path("companies/<uuid:organisation_id>/projects/new/", pages.project_new, name="project_new"),
    path(
        "companies/<uuid:organisation_id>/projects/<int:project_id>/",
        pages.project_edit,
        name="project_edit",
    ),
    path(
        "companies/<uuid:organisation_id>/projects/<int:project_id>/remove/",
        pages.project_remove,
        name="project_remove",
    ),
    path("companies/<uuid:organisation_id>/data/", data.data, name="data"),
    path("companies/<uuid:organisation_id>/data/export/", data.data_export, name="data_export"),
    path("companies/<uuid:organisation_id>/data/file/", data.data_file, name="data_file"),
    path("members/<uuid:organisation_id>/logo/", logos.logo, name="logo"),
    path("council/members/", members.member_list, name="council"),
    path("council/members/renewals/", renewals.renewals, name="renewals"),
    path("council/members/<uuid:organisation_id>/", member.member, name="council_member"),
    path("council/members/<uuid:organisation_id>/terms/new/", member.term_new, name="council_term"),
    path(
        "council/members/<uuid:organisation_id>/terms/<int:term_id>/end/",
        member.term_end,
        name="council_term_end",
    ),
    path("council/members/<uuid:organisation_id>/pillars/", member.pillars, name="council_pillars"),
    path("invitations/<str:token>/", invitations.invitation_page, name="invitation"),
    path(
        "invitations/<uuid:invitation_id>/accept/",
        invitations.invitation_accept,
        name="invitation_accept",
    ),
]
