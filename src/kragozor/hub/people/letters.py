"""The letters this room sends itself, each in the language of who receives it."""

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.letters import letter
from kragozor.hub.people.models import Person


def second_factor_letter(person: Person, actor: Person) -> EmailMessage:
    """Return the letter that tells a person who took off their second factor."""
    with translation.override(person.language):
        return letter(
            person.email,
            _("Your second factor was taken off"),
            "people/letters/second_factor_reset.txt",
            person=person,
            actor=actor,
            at=timezone.now(),
            address=absolute_address(reverse("mfa_index")),
        )
