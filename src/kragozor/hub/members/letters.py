"""The letters this room sends, each in the language of who receives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.letters import letter
from kragozor.hub.common.templatetags.formats import day
from kragozor.hub.members.models import Invitation, Term

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


def invitation_letter(invitation: Invitation, token: str) -> EmailMessage:
    """Return the letter that invites somebody; only it holds the link's secret."""
    with translation.override(invitation.language):
        return letter(
            invitation.email,
            _("Invitation to %(organisation)s") % {"organisation": invitation.organisation},
            "members/letters/invitation.txt",
            invitation=invitation,
            address=absolute_address(reverse("members:invitation", args=[token])),
        )


def reminder_letter(term: Term, person: Person) -> EmailMessage:
    """Return the letter that tells an owner when the membership ends, and what to do."""
    organisation = term.organisation
    with translation.override(person.language):
        names = {"organisation": organisation, "day": day(term.ends)}
        return letter(
            person.email,
            _("The membership of %(organisation)s ends on %(day)s") % names,
            "members/letters/reminder.txt",
            term=term,
            organisation=organisation,
            person=person,
            address=absolute_address(reverse("members:detail", args=[organisation.pk])),
        )
