"""Letters to prospects: templates, sending, and silence where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet

from kragozor.hub.common import audit
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.letters import letter_to, wording
from kragozor.hub.pipeline.models import Card, Letter, LetterTemplate, Suppression
from kragozor.hub.pipeline.rules import address_hash
from kragozor.hub.pipeline.services.cards import card_move
from kragozor.hub.pipeline.services.changes import record
from kragozor.hub.pipeline.services.refusals import IsArchived, JustSent, NotToBeWrittenTo

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

# For how long the same letter does not go to the same contact again, in seconds.
JUST_NOW = 600


@transaction.atomic
def template_save(*, actor: Person, template: LetterTemplate) -> LetterTemplate:
    """Keep a new or a changed template."""
    action = "letter_template.added" if template._state.adding else "letter_template.changed"
    template.save()
    audit.record(actor=actor, action=action, subject=template)
    return template


def letter_send(*, actor: Person, card: Card, template: LetterTemplate) -> Letter:
    """Write to the contact of a card; a prospect has been contacted by that.

    The letter goes out before it is written down: one that could not be sent is never shown as
    sent, and no database is held while a mail server thinks.
    """
    refuse_letter(card)
    subject, body = wording(template, card, actor)
    moment = f"pipeline-letter-{card.pk}-{template.pk}"
    if not cache.add(moment, True, JUST_NOW):
        raise JustSent
    try:
        letter_to(card, subject, body, actor).send()
    except Exception:
        cache.delete(moment)
        raise
    return _kept(actor, card, template, subject, body)


def refuse_letter(card: Card) -> None:
    """Raise where nobody may write to a card; what is on record now decides."""
    card.refresh_from_db(fields=["archived_at", "contact_email", "is_suppressed"])
    if card.is_archived:
        raise IsArchived
    if not card.contact_email or card.is_suppressed:
        raise NotToBeWrittenTo


@transaction.atomic
def silence_keep(*, actor: Person, card: Card) -> None:
    """Write to this contact no more, on whatever card the address stands or will stand."""
    if card.contact_email:
        Suppression.objects.get_or_create(address_hash=address_hash(card.contact_email))
    _same_contact(card).update(is_suppressed=True)
    card.is_suppressed = True
    record(actor, "card.silenced", card)


@transaction.atomic
def silence_ask(*, address: str) -> bool:
    """Keep the wish that came by the link in a letter; return whether it is a new one.

    Whoever has the link may ask: of the address no more is known than its hash.
    """
    wish, is_new = Suppression.objects.get_or_create(
        address_hash=address, defaults={"by_link": True}
    )
    if is_new:
        audit.record(actor=None, action="letters.stopped", subject=wish)
    written_to = Card.objects.filter(is_suppressed=False).exclude(contact_email="")
    for card in written_to.only("contact_email", "organisation"):
        if address_hash(card.contact_email) == address:
            Card.objects.filter(pk=card.pk).update(is_suppressed=True)
            record(None, "card.silenced", card)
    return is_new


@transaction.atomic
def silence_lift(*, actor: Person, card: Card) -> None:
    """Let a contact be written to again, who has asked for it."""
    if card.contact_email:
        Suppression.objects.filter(address_hash=address_hash(card.contact_email)).delete()
    _same_contact(card).update(is_suppressed=False)
    card.is_suppressed = False
    record(actor, "card.silence_lifted", card)


@transaction.atomic
def _kept(actor: Person, card: Card, template: LetterTemplate, subject: str, body: str) -> Letter:
    letter = Letter.objects.create(
        card=card, template=template, to=card.contact_email, subject=subject, body=body, by=actor
    )
    record(actor, "card.letter_sent", card, template=template.pk)
    if card.stage == Stage.PROSPECT:
        card_move(actor=actor, card=card, stage=Stage.CONTACTED)
    return letter


def _same_contact(card: Card) -> QuerySet[Card]:
    if not card.contact_email:
        return Card.objects.filter(pk=card.pk)
    return Card.objects.filter(contact_email__iexact=card.contact_email)
