"""How far a draft has come: its steps in order, and what each still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kragozor.hub.applications import rules
from kragozor.hub.applications.enums import Signature
from kragozor.hub.applications.models import Application
from kragozor.hub.members.enums import Role

Text = str | Promise


@dataclass(frozen=True)
class Step:
    """One page of the application; ``facts`` are the columns it asks for."""

    view: str
    label: Text
    facts: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The name of its view, as templates ask for addresses."""
        return f"applications:{self.view}"


@dataclass(frozen=True)
class Standing:
    """A step as one draft stands in it: what is missing, and what was told."""

    step: Step
    missing: tuple[Text, ...]
    told: Text


ORGANISATION = Step(
    "organisation",
    _("Organisation"),
    ("kind", "eik", "name", "name_latin", "legal_form", "size_class"),
)
PLACE = Step(
    "place",
    _("Place and activity"),
    ("activity_code", "activity_version", "website", "town", "district", "address"),
)
PILLARS = Step("pillars", _("Pillars"))
PEOPLE = Step("people", _("Representatives"))
OFFERS = Step("offers", _("Offers and needs"))
CONSENTS = Step("consents", _("Consents"))
DECLARATION = Step("declaration", _("Declaration"))
REVIEW = Step("review", _("Review and send"))
STEPS = (ORGANISATION, PLACE, PILLARS, PEOPLE, OFFERS, CONSENTS, DECLARATION, REVIEW)
TOLD = STEPS[:-1]

WANTED = {
    "name": _("the name as registered"),
    "eik": _("the ЕИК or БУЛСТАТ"),
    "legal_form": _("the legal form"),
    "size_class": _("the size"),
    "activity_code": _("the main activity"),
    "town": _("the town or village"),
    "district": _("the district"),
}


def after(step: Step) -> Step:
    """Return the step that follows; after the last one stays the last one."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def standings(application: Application) -> list[Standing]:
    """Return every step that something is told in, with what it lacks."""
    return [
        Standing(step, missing_in(application, step), _told(application, step)) for step in TOLD
    ]


def onward(standings: list[Standing]) -> Step:
    """Return where to go on: the first step that lacks something, else the last one."""
    return next((one.step for one in standings if one.missing), REVIEW)


def is_complete(application: Application) -> bool:
    """Whether nothing is missing that is asked for."""
    return not any(missing_in(application, step) for step in TOLD)


def missing_in(application: Application, step: Step) -> tuple[Text, ...]:
    """Return what one step still lacks, in words."""
    if step is PILLARS:
        return () if application.pillars else (_("at least one pillar"),)
    if step is PEOPLE:
        owners = [one for one in application.representatives.all() if one.role == Role.OWNER]
        return () if owners else (_("at least one representative with the role of owner"),)
    required = rules.required_facts(application.kind)
    if application.is_demonstration:
        # Each valid code may be that of a real company.
        required = tuple(fact for fact in required if fact != "eik")
    wanted = [fact for fact in step.facts if fact in required]
    return tuple(WANTED[fact] for fact in wanted if not getattr(application, fact))


def _told(application: Application, step: Step) -> Text:
    """Return in a few words what was told in a step; nothing where nothing was."""
    if step is PILLARS:
        return ", ".join(application.pillar_names)
    if step is PEOPLE:
        return ", ".join(one.name for one in application.representatives.all())
    if step is OFFERS:
        return "; ".join(one.text for one in application.offers.all())
    if step is CONSENTS:
        return "; ".join(one.get_purpose_display() for one in application.consents.all())
    if step is DECLARATION:
        return signature_words(application)
    if step is PLACE:
        return application.town
    return application.name


def signature_words(application: Application) -> Text:
    """Return what is known of a signed declaration; nothing where none came back."""
    if not hasattr(application, "declaration"):
        return ""
    found = application.declaration
    if found.signature == Signature.ABSENT:
        return _("Received, not signed electronically")
    return _("Signature: %(state)s") % {"state": found.get_signature_display()}
