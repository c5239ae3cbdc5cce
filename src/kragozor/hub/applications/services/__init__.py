"""What changes applications: each change is whole, and written down."""

from kragozor.hub.applications.services.access import NotSo, Refused
from kragozor.hub.applications.services.decisions import application_approve, application_decline
from kragozor.hub.applications.services.drafts import (
    AlreadyNamed,
    TooMany,
    application_begin,
    consents_set,
    facts_save,
    links_send,
    offer_make,
    offer_remove,
    pillars_save,
    representative_name,
    representative_remove,
)
from kragozor.hub.applications.services.following import (
    AlreadyAnswered,
    Incomplete,
    application_send,
    application_withdraw,
    question_answer,
)
from kragozor.hub.applications.services.papers import declaration_take
from kragozor.hub.applications.services.review import question_ask, review_begin

__all__ = [
    "AlreadyAnswered",
    "AlreadyNamed",
    "Incomplete",
    "NotSo",
    "Refused",
    "TooMany",
    "application_approve",
    "application_begin",
    "application_decline",
    "application_send",
    "application_withdraw",
    "consents_set",
    "declaration_take",
    "facts_save",
    "links_send",
    "offer_make",
    "offer_remove",
    "pillars_save",
    "question_answer",
    "question_ask",
    "representative_name",
    "representative_remove",
    "review_begin",
]
