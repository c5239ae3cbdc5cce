"""Whether an applicant is known already: by ЕИК for certain, by a similar name perhaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from rapidfuzz import fuzz, process

from kragozor.hub.applications.enums import OPEN
from kragozor.hub.applications.models import Application
from kragozor.hub.members.queries import members, organisations, representatives_of
from kragozor.words.latin import latin

if TYPE_CHECKING:
    from kragozor.hub.members.models import Representation

# Below, names are as alike as any two names with "Инженеринг" in them.
ALIKE = 88
MOST = 5
LEGAL_FORMS = re.compile(r"\b(ood|eood|ad|ead|et|dpk|sd|kd|kda|ltd|jsc|plc)\b")


@dataclass(frozen=True)
class Match:
    """Somebody on record who may be the applicant."""

    label: str
    address: str
    is_same: bool  # by ЕИК
    is_member: bool
    is_application: bool = False
    likeness: float = 100


def matches(application: Application) -> list[Match]:
    """Return who may be the applicant: the certain first, then the likeliest."""
    found = [*_organisations(application), *_applications(application)]
    return sorted(found, key=lambda match: (not match.is_same, -match.likeness))


def acting_already(application: Application) -> list[Representation]:
    """Return who acts for the record with the same ЕИК; whoever has an account may have made it."""
    known = organisations().filter(eik=application.eik).first() if application.eik else None
    return list(representatives_of(known)) if known else []


def _organisations(application: Application) -> list[Match]:
    codes = dict(organisations().values_list("pk", "eik"))
    names = dict(organisations().values_list("pk", "name"))
    chosen = _alike(application, names, codes)
    belong = set(members().filter(pk__in=chosen).values_list("pk", flat=True))
    return [
        Match(
            names[key],
            reverse("members:detail", args=[key]),
            is_same=bool(application.eik) and codes[key] == application.eik,
            is_member=key in belong,
            likeness=likeness,
        )
        for key, likeness in chosen.items()
        if key != application.organisation_id
    ]


def _applications(application: Application) -> list[Match]:
    others = Application.objects.filter(state__in=OPEN).exclude(pk=application.pk)
    rows = list(others.values_list("pk", "name", "eik"))
    names = {key: name for key, name, _code in rows}
    codes = {key: code for key, _name, code in rows}
    return [
        Match(
            names[key],
            reverse("applications:council_application", args=[key]),
            is_same=bool(application.eik) and codes[key] == application.eik,
            is_member=False,
            is_application=True,
            likeness=likeness,
        )
        for key, likeness in _alike(application, names, codes).items()
    ]


def _alike(application: Application, names: dict, codes: dict) -> dict:
    """Return the keys of the same code and of similar names, each with its likeness."""
    compared = {key: essence(name) for key, name in names.items()}
    found = process.extract(
        essence(application.name),
        compared,
        scorer=fuzz.token_sort_ratio,
        score_cutoff=ALIKE,
        limit=MOST,
    )
    alike = {key: score for _name, score, key in found}
    same = [key for key, code in codes.items() if code and code == application.eik]
    return alike | dict.fromkeys(same, 100.0)


def essence(name: str) -> str:
    """Return what distinguishes a name: in Latin letters, without form, quotes and case.

    >>> essence("„Нишка” ЕООД"), essence("NISHKA Ltd.")
    ('nishka', 'nishka')
    """
    plain = re.sub(r"[^\w]+", " ", latin(name).casefold())
    return " ".join(LEGAL_FORMS.sub(" ", plain).split())
