"""What of recruitment is personal: contacts, and what staff wrote to them and about them.

The contact of a prospect who never answered goes after two years without a change of stage; the
card stays, since the forecast learns from it, and says nothing about a person any more.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common import mentions
from kragozor.hub.common.personal import (
    NOBODY,
    Basis,
    Personal,
    Subject,
    cut_from,
    deleted,
    found_by,
    kept,
    mention,
    plain,
    reference,
)
from kragozor.hub.members.enums import OrganisationKind
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import searched_words
from kragozor.hub.pipeline.rules import address_hash

TWO_YEARS = timedelta(days=730)
RECRUITING = _("to talk with organisations about becoming a member")
TWO_YEARS_SAID = _("two years after the last change of stage, where nobody answered")
WITH_CARD = _("two years after the last change of stage of its card, where nobody answered")
WORK = {
    "purpose": _("to know who of the Council did what for a prospect"),
    "retention_text": _("kept as the history of recruitment, without the name once erased"),
}
UNANSWERED = (Stage.PROSPECT, Stage.CONTACTED, Stage.INVITED, Stage.DECLINED)
CONTACT = ("contact_name", "contact_email", "contact_phone")
NAMED = ("name", "name_latin", "address", "contact_name", "contact_phone")


def contact_forget(cards: QuerySet, subject: Subject) -> int:
    """Take the contact off cards; of a person, who is the prospect, the name as well."""
    found = list(cards)
    for card in found:
        for field in CONTACT:
            setattr(card, field, "")
        if card.kind == OrganisationKind.PERSON:
            card.name, card.name_latin, card.address, card.website = mentions.GAP, "", "", ""
        card.search_text = searched_words(card)
        card.save()
    return len(found)


def names_forget(cards: QuerySet, subject: Subject) -> int:
    """Take somebody out of cards that are about others, and out of what these are found by."""
    found = [card.pk for card in cards]
    changed = cut_from(*NAMED)(cards, subject)
    for card in plain("pipeline.Card").filter(pk__in=found):
        card.save(update_fields=["search_text"])
    return changed


def silent_cards(now: datetime) -> QuerySet:
    """The cards in which nothing moved for two years, and that led to no application."""
    recent = plain("pipeline.StageChange").filter(card=OuterRef("pk"), at__gte=now - TWO_YEARS)
    return plain("pipeline.Card").filter(
        ~Exists(recent), stage__in=UNANSWERED, application_id=None, organisation=None
    )


def silent_contacts(now: datetime) -> QuerySet:
    """Those of them that still name a contact, or a person who is the prospect."""
    named = ~Q(contact_name="") | ~Q(contact_email="") | ~Q(contact_phone="")
    person = Q(kind=OrganisationKind.PERSON) & ~Q(name=mentions.GAP)
    return silent_cards(now).filter(named | person)


def on_silent_cards(label: str):
    """Return what of a kind hangs on cards in which nothing moved."""
    return lambda now: plain(label).filter(card__in=silent_cards(now))


def suppressions_of(subject: Subject) -> QuerySet:
    """The wish for silence of an address, which only its hash finds."""
    hashes = [address_hash(email) for email in subject.emails]
    return plain("pipeline.Suppression").filter(address_hash__in=hashes)


FIELDS = (
    # What hangs on the card of a contact is found by it, so it goes before the contact does.
    Personal(
        "pipeline.Document",
        ("file", "original_name"),
        what=_("documents on the card of a contact"),
        purpose=RECRUITING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=TWO_YEARS,
        retention_text=WITH_CARD,
        of=found_by("pipeline.Document", addresses=["card__contact_email"]),
        erase=deleted,
        overdue=on_silent_cards("pipeline.Document"),
        automatic=True,
    ),
    mention(
        "pipeline.Document",
        "original_name",
        what=_("documents of a prospect whose names name somebody"),
        purpose=RECRUITING,
        retention=TWO_YEARS,
        retention_text=WITH_CARD,
    ),
    Personal(
        "pipeline.Card",
        CONTACT,
        what=_("the contact of a prospect: name, e-mail address, telephone"),
        purpose=RECRUITING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=TWO_YEARS,
        retention_text=TWO_YEARS_SAID,
        of=found_by("pipeline.Card", addresses=["contact_email"]),
        erase=contact_forget,
        overdue=silent_contacts,
        automatic=True,
        names=("contact_name",),
        phones=("contact_phone",),
        withheld=("search_text",),
    ),
    Personal(
        "pipeline.Card",
        ("name", "name_latin", "address", "search_text"),
        what=_("the name of a prospect, where it names somebody"),
        purpose=RECRUITING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("kept as the history of recruitment; names go with an erasure"),
        of=found_by("pipeline.Card", texts=NAMED),
        erase=names_forget,
        shown=False,
    ),
    mention(
        "pipeline.Card",
        "next_step",
        what=_("the next step, where it names somebody"),
        purpose=RECRUITING,
        retention_text=_("until the next step is another one; names go with an erasure"),
    ),
    mention(
        "pipeline.StageChange",
        "reason",
        what=_("why a card was moved, where it names somebody"),
        purpose=RECRUITING,
        retention_text=_("kept as the history of recruitment; names go with an erasure"),
    ),
    Personal(
        "pipeline.Note",
        ("text",),
        what=_("notes about talks with a prospect, where they name somebody"),
        purpose=RECRUITING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=TWO_YEARS,
        retention_text=WITH_CARD,
        of=found_by("pipeline.Note", texts=["text"]),
        # Of an age they go whole; of a person, only who is named.
        erase=lambda notes, subject: (
            deleted(notes, subject) if subject == NOBODY else cut_from("text")(notes, subject)
        ),
        overdue=on_silent_cards("pipeline.Note"),
        automatic=True,
    ),
    Personal(
        "pipeline.Letter",
        ("to",),
        what=_("letters to the contact of a prospect, as they were sent"),
        purpose=RECRUITING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=TWO_YEARS,
        retention_text=WITH_CARD,
        of=found_by("pipeline.Letter", addresses=["to"]),
        erase=deleted,
        overdue=on_silent_cards("pipeline.Letter"),
        automatic=True,
    ),
    mention(
        "pipeline.Letter",
        "subject",
        "body",
        what=_("letters to others, where they name somebody"),
        purpose=RECRUITING,
        retention=TWO_YEARS,
        retention_text=WITH_CARD,
    ),
    Personal(
        "pipeline.Suppression",
        ("address_hash",),
        what=_("that an address asked not to be written to; of the address only a hash is kept"),
        purpose=_("to keep writing to nobody who asked for silence"),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("as long as the wish holds, beyond an erasure too"),
        of=suppressions_of,
        erase=kept,
        withheld=("address_hash",),
    ),
    reference("pipeline.Card", "owner", what=_("who of the staff looks after a prospect"), **WORK),
    reference("pipeline.StageChange", "by", what=_("who moved a card"), **WORK),
    reference("pipeline.Note", "by", what=_("who wrote a note"), **WORK),
    reference("pipeline.Document", "by", what=_("who filed a document"), **WORK),
    reference("pipeline.Letter", "by", what=_("who sent a letter"), **WORK),
)
