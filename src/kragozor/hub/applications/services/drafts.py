"""Beginning an application and filling it in, a step at a time, by who holds its link."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.applications import rules
from kragozor.hub.applications.letters import begun_letter, links_letter
from kragozor.hub.applications.models import (
    Application,
    ConsentGiven,
    OfferMade,
    RepresentativeNamed,
)
from kragozor.hub.applications.queries import applications_of_address
from kragozor.hub.applications.services.access import Refused, link_make, locked, record
from kragozor.hub.people.enums import WORDS, Purpose


class AlreadyNamed(Refused):
    """The application names this person already."""


class TooMany(Refused):
    """The application has as many of these as it may."""


@transaction.atomic
def application_begin(*, name: str, email: str, language: str, pillar: str = "") -> Application:
    """Make a draft, and mail the link to it."""
    application = Application.objects.create(
        applicant_name=name,
        applicant_email=email.strip().lower(),
        language=language,
        pillars=[pillar] if pillar else [],
    )
    record(None, "begun", application)
    letter = begun_letter(application, link_make(application))
    transaction.on_commit(letter.send)
    return application


@transaction.atomic
def links_send(*, email: str, language: str) -> bool:
    """Mail new links to all that somebody may follow; return whether there was anything."""
    found = list(applications_of_address(email)[:5])
    if not found:
        return False
    letter = links_letter([(one, link_make(one)) for one in found], language)
    for application in found:
        record(None, "link_sent", application)
    transaction.on_commit(letter.send)
    return True


@transaction.atomic
def facts_save(*, application: Application, facts: dict[str, object]) -> None:
    """Keep what was written about the organisation, complete or not."""
    draft = locked(application, rules.may_edit)
    for name, value in facts.items():
        setattr(draft, name, value or "")
    _saved(draft, "facts", *facts)


@transaction.atomic
def pillars_save(*, application: Application, pillars: Iterable[str]) -> None:
    """Keep the pillars it asks for."""
    draft = locked(application, rules.may_edit)
    draft.pillars = sorted(pillars)
    _saved(draft, "pillars", "pillars")


@transaction.atomic
def representative_name(*, application: Application, **facts: str) -> RepresentativeNamed:
    """Name somebody who is to act for the organisation."""
    draft = locked(application, rules.may_edit)
    facts["email"] = facts["email"].strip().lower()
    if draft.representatives.filter(email=facts["email"]).exists():
        raise AlreadyNamed
    if draft.representatives.count() >= rules.MOST_REPRESENTATIVES:
        raise TooMany
    named = draft.representatives.create(**facts)
    _saved(draft, "representatives")
    return named


@transaction.atomic
def representative_remove(*, application: Application, representative_id: int) -> None:
    """Name somebody no longer; who is gone already stays gone."""
    draft = locked(application, rules.may_edit)
    draft.representatives.filter(pk=representative_id).delete()
    _saved(draft, "representatives")


@transaction.atomic
def offer_make(*, application: Application, **facts: str) -> OfferMade:
    """Say one thing that is offered or sought."""
    draft = locked(application, rules.may_edit)
    if draft.offers.count() >= rules.MOST_OFFERS:
        raise TooMany
    made = draft.offers.create(**facts)
    _saved(draft, "offers")
    return made


@transaction.atomic
def offer_remove(*, application: Application, offer_id: int) -> None:
    """Take one offer or need back."""
    draft = locked(application, rules.may_edit)
    draft.offers.filter(pk=offer_id).delete()
    _saved(draft, "offers")


@transaction.atomic
def consents_set(*, application: Application, purposes: Iterable[str], language: str) -> None:
    """Keep exactly these consents, each with the words as they were shown and the moment."""
    draft, wanted = locked(application, rules.may_edit), set(purposes)
    draft.consents.exclude(purpose__in=wanted).delete()
    held = set(draft.consents.values_list("purpose", flat=True))
    with override(language):
        words = {purpose: str(WORDS[Purpose(purpose)]) for purpose in wanted - held}
    for purpose in sorted(wanted - held):
        ConsentGiven.objects.create(
            application=draft, purpose=purpose, words=words[purpose], at=timezone.now()
        )
    _saved(draft, "consents", purposes=sorted(wanted))


def _saved(draft: Application, step: str, *fields: str, **detail: object) -> None:
    draft.changed_at = timezone.now()
    draft.save(update_fields=[*fields, "changed_at"])
    record(None, "saved", draft, step=step, **detail)
