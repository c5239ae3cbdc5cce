"""Applications in each of their states, and links that open them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from kragozor.hub.applications import services
from kragozor.hub.applications.models import Application, ApplicationLink
from kragozor.hub.applications.queries import token_hash
from kragozor.hub.members.enums import Direction, Role, Topic
from kragozor.hub.members.services import TermFacts
from kragozor.hub.people.models import Person

TOKEN = "a" * 43
EMAIL = "iva@example.org"
# A code whose check digits agree; the cast has two others.
EIK = "121823162"
ORGANISATION = {
    "kind": "company",
    "eik": EIK,
    "name": "Трета ООД",
    "name_latin": "Treta",
    "legal_form": "ood",
    "size_class": "small",
}
PLACE = {
    "website": "https://treta.example",
    "activity_code": "13.10",
    "activity_version": "kid-2025",
    "town": "Сливен",
    "district": "BG342",
    "address": "ул. „Преждена“ 3",
}
PERSON = {
    "name": "Ива Трета",
    "email": EMAIL,
    "phone": "+359 888 111 222",
    "position": "управител",
    "role": Role.OWNER.value,
}
OFFER = {
    "direction": Direction.OFFER.value,
    "topic": Topic.RESIDUE.value,
    "text": "2 т памучни изрезки на месец",
}


def draft_make(token: str = TOKEN, **facts: object) -> Application:
    """Make an empty draft that a link opens."""
    facts = {"applicant_name": "Ива Трета", "applicant_email": EMAIL, "language": "bg", **facts}
    application = Application.objects.create(**facts)
    ApplicationLink.objects.create(application=application, token_hash=token_hash(token))
    return application


def complete_make(token: str = TOKEN, **facts: object) -> Application:
    """Make a draft in which nothing is missing."""
    draft = draft_make(token, **{**ORGANISATION, **PLACE, "pillars": ["textiles"], **facts})
    services.representative_name(application=draft, **PERSON)
    services.offer_make(application=draft, **OFFER)
    services.consents_set(application=draft, purposes=["news"], language="bg")
    draft.refresh_from_db()
    return draft


def sent_make(token: str = TOKEN, **facts: object) -> Application:
    """Make an application that waits for the Council."""
    draft = complete_make(token, **facts)
    return services.application_send(application=draft, language=draft.language)


def term(**facts: object) -> TermFacts:
    """Return a term of a year for a fee."""
    today = timezone.localdate()
    days = {"starts": today, "ends": today + timedelta(days=364)}
    return TermFacts(**{**days, "fee": Decimal(200), **facts})


def approved_make(actor: Person, token: str = TOKEN, **facts: object) -> Application:
    """Make an application that was approved."""
    sent = sent_make(token, **facts)
    services.application_approve(
        actor=actor, application=sent, pillars=["textiles"], term=term(), reason="Отговаря."
    )
    sent.refresh_from_db()
    return sent
