"""Letters to prospects: the places of a template, and the letter that comes out filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.site import site_name
from kragozor.hub.pipeline.silence import silence_address

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person
    from kragozor.hub.pipeline.models import Card, LetterTemplate

PLACE = re.compile(r"\{([^{}]*)\}")
# What may stand in braces, and what is put there.
PLACES = {
    "greeting": gettext_lazy("a greeting, with the name of the contact where it is known"),
    "organisation": gettext_lazy("the name of the organisation"),
    "pillars": gettext_lazy("its pillars"),
    "join": gettext_lazy("the address of the application for membership"),
    "sender": gettext_lazy("your name"),
}
# The application is a page of a higher app.
JOIN = "join/"


def unknown_places(text: str) -> list[str]:
    """Return what stands in braces and is no place."""
    return sorted(set(PLACE.findall(text)) - PLACES.keys())


def wording(template: LetterTemplate, card: Card, sender: Person) -> tuple[str, str]:
    """Return the subject and the text of a letter, in the language of the card."""
    with translation.override(card.language):
        places = _places(card, sender)
        subject, body = (_filled(text, places) for text in template.wording(card.language))
        # A line break in a name would end the subject early, and Django refuses to send it.
        return " ".join(subject.split()), f"{body.rstrip()}\n\n{_foot(card)}"


def letter_to(card: Card, subject: str, body: str, sender: Person) -> EmailMessage:
    """Return the letter itself; an answer goes to who sent it.

    Mail programs offer its reader to stop the letters with one press (RFC 8058).
    """
    with translation.override(card.language):
        stop = silence_address(card.contact_email)
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    to, answers = [card.contact_email], [sender.email]
    return EmailMessage(subject, body, to=to, reply_to=answers, headers=headers)


def _places(card: Card, sender: Person) -> dict[str, str]:
    named = _("Hello, %(name)s,") % {"name": card.contact_name} if card.contact_name else ""
    prefix = "" if card.language == settings.LANGUAGE_CODE else f"{card.language}/"
    return {
        "greeting": named or _("Hello,"),
        "organisation": card.name,
        "pillars": ", ".join(map(str, card.pillar_names)),
        "join": absolute_address(f"/{prefix}{JOIN}"),
        "sender": sender.full_name,
    }


def _filled(text: str, places: Mapping[str, str]) -> str:
    return PLACE.sub(lambda place: places.get(place[1], place[0]), text)


def _foot(card: Card) -> str:
    silence = _("If you would rather not hear from us, open this link. We shall not write again.")
    sender = f"{site_name()}\n{settings.BASE_URL.geturl()}"
    return f"{silence}\n{silence_address(card.contact_email)}\n\n--\n{sender}\n"
