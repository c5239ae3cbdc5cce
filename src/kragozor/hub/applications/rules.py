"""What is asked of whom, who may change an application when, and how long its link works."""

from datetime import timedelta

from kragozor.hub.applications.enums import OPEN, State
from kragozor.hub.members.enums import OrganisationKind

# How long a draft and its link live after the last change, and a link after the end.
DRAFT_LIFE = timedelta(days=30)
LINK_LIFE = timedelta(days=90)
# How long the data of an application that led to no membership are kept.
REFUSED_LIFE = timedelta(days=365)
MOST_REPRESENTATIVES = 10
MOST_OFFERS = 20

EVERYBODY = ("name", "town", "district")
ORGANISATIONS = (*EVERYBODY, "eik", "legal_form")
COMPANIES = (*ORGANISATIONS, "size_class", "activity_code")


def required_facts(kind: str) -> tuple[str, ...]:
    """Return which facts an applicant of a kind has to tell before sending."""
    if kind == OrganisationKind.PERSON:
        return EVERYBODY
    return COMPANIES if kind == OrganisationKind.COMPANY else ORGANISATIONS


def may_edit(state: str) -> bool:
    """Whether the applicant may change what they wrote."""
    return state == State.DRAFT


def may_withdraw(state: str) -> bool:
    """Whether the applicant may take the application back."""
    return state == State.DRAFT or state in OPEN


def may_sign(state: str) -> bool:
    """Whether the applicant may send the signed declaration, which may come later."""
    return may_withdraw(state)


def may_begin_review(state: str) -> bool:
    """Whether staff may say that they have begun to look at it."""
    return state == State.SENT


def may_decide(state: str) -> bool:
    """Whether staff may ask the applicant, approve and decline."""
    return state in OPEN
