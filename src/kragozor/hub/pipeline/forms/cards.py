"""All that is written on a card."""

from __future__ import annotations

from hashlib import sha256

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import DayField, LineField
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.facts.form import FactsForm, initial_of
from kragozor.hub.people.queries import staff
from kragozor.hub.pipeline.enums import Source
from kragozor.hub.pipeline.models import Card

CONTACT = ("contact_name", "contact_email", "contact_phone", "language")
WORK = ("source", "owner", "next_step", "next_on")


class CardForm(FactsForm):
    """The facts about a prospect, whom to talk to, and what comes next."""

    needs_eik = False
    GROUPS = (
        *FactsForm.GROUPS,
        (_("Whom to talk to"), CONTACT),
        (_("What comes next"), WORK),
    )

    pillars = forms.MultipleChoiceField(
        label=_("Pillars"), choices=PILLARS, widget=forms.CheckboxSelectMultiple
    )
    contact_name = LineField(label=_("Name of the contact"), max_length=150, required=False)
    contact_email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Letters go here. Prefer one of the organisation to a private one."),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    contact_phone = LineField(label=_("Telephone"), max_length=30, required=False)
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    source = forms.ChoiceField(label=_("Where we know them from"), choices=Source)
    owner = forms.ModelChoiceField(
        label=pgettext_lazy("of a card", "Owner"),
        help_text=_("Who of the staff looks after this card."),
        queryset=None,
        required=False,
        empty_label=_("Nobody yet"),
    )
    next_step = LineField(
        label=_("Next step"),
        help_text=_("For example: call back after their board has met."),
        max_length=200,
        required=False,
    )
    next_on = DayField(label=_("Due"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = staff()


def card_seen(card: Card) -> str:
    """Return a mark of all that the form shows, by which a later change is noticed."""
    shown = sorted((name, str(value)) for name, value in card_initial(card).items())
    return sha256(repr(shown).encode()).hexdigest()[:16]


def card_initial(card: Card) -> dict[str, object]:
    """Return what the form begins with where there is a card already."""
    held = ("eik", "pillars", *CONTACT, *WORK)
    return initial_of(card) | {name: getattr(card, name) for name in held}
