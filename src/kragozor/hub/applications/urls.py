from django.urls import path

from kragozor.hub.applications.views import council, decisions, following, joining, steps

app_name = "applications"
LINK = "applications/<str:token>/"
ONE = "council/applications/<uuid:application_id>/"

urlpatterns = [
    path("join/", joining.join, name="join"),
    path("join/start/", joining.start, name="start"),
    path("join/start/sent/", joining.started, name="started"),
    path("join/link/", joining.link_ask, name="link_ask"),
    path("join/link/sent/", joining.link_asked, name="link_asked"),
    path(LINK, following.application_page, name="application"),
    path(f"{LINK}organisation/", steps.organisation, name="organisation"),
    path(f"{LINK}place/", steps.place, name="place"),
    path(f"{LINK}pillars/", steps.pillars, name="pillars"),
    path(f"{LINK}people/", steps.people, name="people"),
    path(
        f"{LINK}people/<int:representative_id>/remove/", steps.person_remove, name="person_remove"
    ),
    path(f"{LINK}offers/", steps.offers, name="offers"),
    path(f"{LINK}offers/<int:offer_id>/remove/", steps.offer_remove, name="offer_remove"),
    path(f"{LINK}consents/", steps.consents, name="consents"),
    path(f"{LINK}declaration/", following.declaration, name="declaration"),
    path(f"{LINK}declaration.pdf", following.declaration_pdf, name="declaration_pdf"),
    path(f"{LINK}review/", following.review, name="review"),
    path(f"{LINK}withdraw/", following.withdraw, name="withdraw"),
    path(f"{LINK}questions/<int:question_id>/", following.answer, name="answer"),
    path("council/applications/", council.application_list, name="council_list"),
    path(ONE, council.application_page, name="council_application"),
    path(f"{ONE}review/", council.review_begin, name="review_begin"),
    path(f"{ONE}ask/", council.question_ask, name="question_ask"),
    path(f"{ONE}declaration.pdf", council.declaration_file, name="declaration_file"),
    path(f"{ONE}approve/", decisions.approve, name="approve"),
    path(f"{ONE}decline/", decisions.decline, name="decline"),
]
