from django.urls import path

from kragozor.hub.people.views import (
    account,
    consents,
    council,
    offices,
    second_factor,
    sessions,
    tokens,
)

app_name = "people"
urlpatterns = [
    path("desk/", account.desk, name="desk"),
    path("account/", account.profile, name="profile"),
    path("account/consents/", consents.consent_page, name="consents"),
    path("account/consents/<slug:purpose>/", consents.consent_say, name="consent_say"),
    path("account/sessions/<int:session_id>/end/", sessions.session_end, name="session_end"),
    path("account/tokens/", tokens.token_list, name="tokens"),
    path("account/tokens/new/", tokens.token_new, name="token_new"),
    path("account/tokens/<int:token_id>/revoke/", tokens.token_revoke, name="token_revoke"),
    path("council/people/", council.people_list, name="council_people"),
    path("council/people/<uuid:person_id>/", council.person_page, name="council_person"),
    path(
        "council/people/<uuid:person_id>/office/",
        offices.appointment_new,
        name="appointment_new",
    ),
    path(
        "council/people/<uuid:person_id>/office/<int:appointment_id>/end/",
        offices.appointment_end,
        name="appointment_end",
    ),
    path(
        "council/people/<uuid:person_id>/second-factor/",
        second_factor.second_factor_reset,
        name="second_factor_reset",
    ),
]
