"""The letters this room sends, each in the language of who receives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.site import site_name
from kragozor.hub.common.templatetags.formats import day
from kragozor.hub.members.models import Invitation, Term

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def invitation_letter(invitation: Invitation, token: str) -> EmailMessage:
    """Return the letter that invites somebody; only it holds the link's secret."""
    with translation.override(invitation.language):
        address = absolute_address(reverse("members:invitation", args=[token]))
        facts = {
            "invitation": invitation,
            "address": address,
            "site_name": site_name(),
            "site_address": settings.BASE_URL.geturl(),
        }
        subject = _("Invitation to %(organisation)s") % {"organisation": invitation.organisation}
        text = render_to_string("members/letters/invitation.txt", facts)
    # A line break in a name would end the subject early, and Django refuses to send it.
    return EmailMessage(" ".join(subject.split()), text, to=[invitation.email])


def reminder_letter(term: Term, person: Person) -> EmailMessage:
    """Return the letter that tells an owner when the membership ends, and what to do."""
    with translation.override(person.language):
        organisation = term.organisation
        facts = {
            "term": term,
            "organisation": organisation,
            "person": person,
            "address": absolute_address(reverse("members:detail", args=[organisation.pk])),
            "site_name": site_name(),
            "site_address": settings.BASE_URL.geturl(),
        }
        names = {"organisation": organisation, "day": day(term.ends)}
        subject = _("The membership of %(organisation)s ends on %(day)s") % names
        text = render_to_string("members/letters/reminder.txt", facts)
    return EmailMessage(" ".join(subject.split()), text, to=[person.email])
