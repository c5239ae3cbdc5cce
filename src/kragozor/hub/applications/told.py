"""What an application says, as names and values: for the pages of both sides, and on paper."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kragozor.hub.applications.models import Application, OfferMade, RepresentativeNamed
from kragozor.hub.applications.progress import OFFERS, ORGANISATION, PEOPLE, PILLARS, PLACE, Step
from kragozor.hub.members.facts.checks import district_name

Text = str | Promise


@dataclass(frozen=True)
class Told:
    """What was told in one step."""

    step: Step
    rows: tuple[tuple[Text, Text], ...]

    @property
    def heading(self) -> Text:
        return self.step.label

    @property
    def has_values(self) -> bool:
        """Whether anything was told at all."""
        return any(value for _label, value in self.rows)


def told_of(application: Application) -> list[Told]:
    """Return all that an application says, in the order of its steps."""
    return [
        Told(ORGANISATION, _organisation(application)),
        Told(PLACE, _place(application)),
        Told(PILLARS, ((_("Pillars"), ", ".join(application.pillar_names)),)),
        Told(PEOPLE, tuple(_person(one) for one in application.representatives.all())),
        Told(OFFERS, tuple(_offer(one) for one in application.offers.all())),
    ]


def _organisation(application: Application) -> tuple[tuple[Text, Text], ...]:
    return (
        (_("What it is"), application.get_kind_display()),
        (_("Name as registered"), application.name),
        (_("Name in Latin letters"), application.name_latin),
        (_("ЕИК"), application.eik),
        (_("Legal form"), application.get_legal_form_display()),
        (_("Size"), application.get_size_class_display()),
    )


def _place(application: Application) -> tuple[tuple[Text, Text], ...]:
    return (
        (_("Main activity"), application.activity_words),
        (_("Website"), application.website),
        (pgettext("of an organisation", "Town"), application.town),
        (_("District"), district_name(application.district)),
        (_("Address"), application.address),
    )


def _person(one: RepresentativeNamed) -> tuple[Text, Text]:
    told = (one.get_role_display(), one.position, one.email, one.phone)
    return one.name, ", ".join(filter(None, map(str, told)))


def _offer(one: OfferMade) -> tuple[Text, Text]:
    return f"{one.get_direction_display()}: {one.get_topic_display()}", one.text
