"""Everything an organisation has in the hub, as files to take along.

Each room adds its own: an app names a function in its ``AppConfig``,

    exports = ("kragozor.hub.measuring.takeaway.files_of",)

that takes the organisation and yields names of files with their text or bytes.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from typing import IO

from django.apps import apps
from django.db.models import Model
from django.utils.module_loading import import_string

from kragozor.hub.members import queries
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.members.logos import kind_of
from kragozor.hub.members.models import Organisation

File = tuple[str, str | bytes]
# The time that stands in an archive for every file, so that equal data make equal archives.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# After so many files it is said how far the archive is.
REPORTED = 20


def archive_write(
    into: IO[bytes], organisation: Organisation, progress: Callable[[int, int], None]
) -> None:
    """Write a ZIP of all that the rooms have of an organisation; how much it is, none knows."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(all_files_of(organisation), start=1):
            entry = zipfile.ZipInfo(name, NO_TIME)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
            if number % REPORTED == 0:
                progress(number, 0)


def all_files_of(organisation: Organisation) -> Iterator[File]:
    """Yield the files of every room, the lowest first."""
    for app in reversed(list(apps.get_app_configs())):
        for path in getattr(app, "exports", ()):
            yield from import_string(path)(organisation)


def files_of(organisation: Organisation) -> Iterator[File]:
    """Yield what this room has: facts, membership, page, people and access; and the logo."""
    parts = {
        "organisation": facts_of(organisation),
        "membership": {
            "pillars": rows(organisation.pillars.all(), "pillar", "since", "until"),
            "terms": [term_facts(term) for term in queries.terms_of(organisation)],
        },
        "page": page_facts(organisation),
        "people": people_facts(organisation),
    }
    for name, facts in parts.items():
        yield f"{name}.json", json.dumps(facts, ensure_ascii=False, indent=2, default=str) + "\n"
    logo = queries.page_of(organisation).logo
    if logo:
        with logo.open() as file:
            content = file.read()
        yield f"logo.{kind_of(content[:16]).rpartition('/')[2]}", content


def facts_of(organisation: Organisation) -> dict[str, object]:
    """Return what the organisation is."""
    names = ("id", "eik", *FACTS, "pillar", "is_demonstration", "created_at")
    return {name: getattr(organisation, name) for name in names}


def term_facts(term: Model) -> dict[str, object]:
    """Return a term, and how it ended where it did so early."""
    names = ("starts", "ends", "payment", "fee", "waiver_reason", "created_at")
    end = getattr(term, "end", None)
    early = {"on": end.on, "reason": end.reason} if end else None
    return {**{name: getattr(term, name) for name in names}, "ended_early": early}


def page_facts(organisation: Organisation) -> dict[str, object]:
    """Return what the organisation says of itself, withdrawn offers too."""
    page = queries.page_of(organisation)
    names = ("is_shown", "shows_badge", "text_bg", "text_en")
    texts = ("text_bg", "text_en")
    return {
        **{name: getattr(page, name) for name in names},
        "offers_and_needs": rows(
            organisation.offerings.all(),
            *("direction", "topic", *texts, "created_at", "withdrawn_at"),
        ),
        "projects": rows(
            organisation.projects.all(), "year", "title_bg", "title_en", *texts, "address"
        ),
    }


def people_facts(organisation: Organisation) -> dict[str, object]:
    """Return who acts and acted for the organisation, was invited, and was let see its numbers."""
    people = organisation.representations.select_related("person")
    grants = organisation.grants.select_related("staff")
    return {
        "people": [
            {"name": str(one.person), "email": one.person.email}
            | {name: getattr(one, name) for name in ("role", "since", "until")}
            for one in people
        ],
        "invitations": rows(
            organisation.invitations.all(),
            *("email", "role", "created_at", "expires_at", "accepted_at", "revoked_at"),
        ),
        "access_of_the_staff": [
            {"name": str(one.staff)}
            | {name: getattr(one, name) for name in ("since", "until", "revoked_at")}
            for one in grants
        ],
    }


def rows(records: object, *names: str) -> list[dict[str, object]]:
    """Return some columns of records."""
    return list(records.values(*names))


def name_of(organisation: Organisation, on: date) -> str:
    """Return the name of the archive."""
    return f"{organisation.name} {on.isoformat()}.zip"
