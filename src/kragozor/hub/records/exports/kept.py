"""What is taken out as it is kept: models, each with those of its fields that say something.

They are named by label and read from the models, headings and choices too: some stand in apps
above this one, and none is imported. What members measured is theirs, and is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.template.defaultfilters import yesno
from django.utils.text import capfirst

from kragozor.hub.common.personal import plain
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.records.exports.tables import Table, words_of

OF_ORGANISATION = ("organisation__eik", "organisation__name")
OF_CARD = ("card__eik", "card__name")
OF_APPLICATION = ("application__eik", "application__name")
# Nobody but the applicant knows of a draft.
SENT = Q(application__sent_at__isnull=False)
# These say how another record is called; their heading is the other record's.
NAMES = ("name", "full_name", "number")


@dataclass(frozen=True)
class Kept:
    """A model, the fields that are taken out, and those that come only with people.

    One without fields of its own comes only with people.
    """

    key: str
    label: str
    fields: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    only: Q = field(default_factory=Q)


KEPT = (
    Kept("pillar_facts", "members.Pillar", ("code", "purpose_bg", "purpose_en", "target")),
    Kept(
        "pages",
        "members.MemberPage",
        (*OF_ORGANISATION, "is_shown", "shows_badge", "text_bg", "text_en", "changed_at"),
    ),
    Kept(
        "offers_and_needs",
        "members.Offering",
        (
            *(*OF_ORGANISATION, "direction", "topic", "text_bg", "text_en"),
            *("created_at", "withdrawn_at"),
        ),
    ),
    Kept(
        "projects",
        "members.Project",
        (*OF_ORGANISATION, "year", "title_bg", "title_en", "text_bg", "text_en", "address"),
    ),
    Kept(
        "stages",
        "pipeline.StageChange",
        (*OF_CARD, "at", "before", "stage"),
        ("reason", "by__full_name"),
    ),
    Kept("notes", "pipeline.Note", people=(*OF_CARD, "at", "text", "by__full_name")),
    Kept("letters", "pipeline.Letter", people=(*OF_CARD, "at", "to", "subject", "body")),
    Kept(
        "applications",
        "applications.Application",
        ("eik", *FACTS, "pillars", "state", "created_at", "sent_at", "closed_at"),
        ("applicant_name", "applicant_email"),
        only=Q(sent_at__isnull=False),
    ),
    Kept(
        "decisions",
        "applications.Decision",
        (*OF_APPLICATION, "decided_at", "outcome"),
        ("reason", "decided_by__full_name"),
    ),
    Kept(
        "application_offers",
        "applications.OfferMade",
        (*OF_APPLICATION, "direction", "topic", "text"),
        only=SENT,
    ),
    Kept(
        "application_people",
        "applications.RepresentativeNamed",
        people=(*OF_APPLICATION, "name", "email", "phone", "position", "role"),
        only=SENT,
    ),
    Kept(
        "application_consents",
        "applications.ConsentGiven",
        people=(*OF_APPLICATION, "purpose", "words", "at"),
        only=SENT,
    ),
    Kept(
        "questions",
        "applications.Question",
        people=(*OF_APPLICATION, "asked_at", "text", "asked_by__full_name"),
    ),
    Kept(
        "answers",
        "applications.Answer",
        people=("question__application__eik", "question__text", "answered_at", "text"),
    ),
    Kept(
        "invitations",
        "members.Invitation",
        people=(
            *(*OF_ORGANISATION, "email", "role"),
            *("created_at", "expires_at", "accepted_at", "revoked_at"),
        ),
    ),
    Kept(
        "grants",
        "members.AccessGrant",
        people=(*OF_ORGANISATION, "staff__full_name", "since", "until", "revoked_at"),
    ),
    Kept(
        "consents",
        "people.Consent",
        people=("person__full_name", "person__email", "purpose", "given", "words", "at", "source"),
    ),
    Kept(
        "activities",
        "programme.Activity",
        ("number", "next_step", "next_step_en", "next_on"),
        ("responsible__full_name",),
    ),
    Kept("targets", "programme.Target", ("activity__number", "value", "since", "due")),
    Kept(
        "evidence",
        "programme.Evidence",
        (
            *("activity__number", "on", "title", "title_en", "value", "text", "text_en"),
            *("address", "is_public", "withdrawn_at", "withdrawn_reason"),
        ),
        ("added_by__full_name",),
    ),
)


def kept_tables(*, with_people: bool) -> Iterator[Table]:
    """Yield a table for each model of which anything is taken out."""
    for kept in KEPT:
        if fields := kept.fields + (kept.people if with_people else ()):
            model = apps.get_model(kept.label)
            yield Table(
                key=kept.key,
                title=capfirst(model._meta.verbose_name_plural),
                columns=fields,
                rows=partial(_rows, kept, fields),
                heading=partial(_heading, model),
                words=partial(_words, model),
            )


def _rows(kept: Kept, fields: tuple[str, ...]) -> Any:
    return plain(kept.label).filter(kept.only).order_by("pk").values(*fields)


def _heading(model: Any, path: str) -> str:
    first, _between, last = path.partition("__")
    is_name = last in NAMES
    return capfirst(str(field_at(model, first if is_name or not last else path).verbose_name))


def _words(model: Any, path: str, value: Any) -> str:
    if isinstance(value, bool):
        return yesno(value)
    choices = dict(field_at(model, path).flatchoices)
    if isinstance(value, str) and value in choices:
        return str(choices[value])
    return words_of(path.rpartition("__")[2], value)


def field_at(model: Any, path: str) -> Any:
    """Return the field at the end of a path through foreign keys."""
    *between, last = path.split("__")
    for name in between:
        model = model._meta.get_field(name).related_model
    return model._meta.get_field(last)
