"""Agreeing to be counted, and publishing what may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.files.assessments import message_facts
from kragozor.hub.common import audit
from kragozor.hub.figures import queries
from kragozor.hub.figures.enums import SCOPES, WORDS
from kragozor.hub.figures.models import Agreement, Contributor, Publication, PublishedFigure
from kragozor.hub.members import queries as members
from kragozor.instruments.cluster import MEASURES, Figure, figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kragozor.hub.figures.queries import Contributing
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person
    from kragozor.instruments.disclosure import Release


class NothingToPublish(Exception):
    """Nobody who agreed has measured the year."""


@transaction.atomic
def agreement_record(*, actor: Person, organisation: Organisation, given: bool) -> Agreement | None:
    """Write down that an organisation agrees to be counted, or no longer does.

    ``None`` where that is so already. What was published stays published: it names nobody.
    """
    type(organisation).objects.select_for_update().get(pk=organisation.pk)
    if queries.has_agreed(organisation) == given:
        return None
    agreement = Agreement.objects.create(
        organisation=organisation, given=given, words=str(WORDS), by=actor
    )
    audit.record(
        actor=actor,
        action="figures.agreed" if given else "figures.agreement_withdrawn",
        subject=agreement,
        organisation_id=organisation.pk,
    )
    return agreement


@transaction.atomic
def figures_publish(*, actor: Person, year: int) -> Publication:
    """Publish every figure of a year that the rule lets through, and why the others are withheld.

    The cluster comes first and its pillars after it, each measured against all that was given
    away before, this time too. Two publications at once wait for one another.
    """
    _wait_for_others()
    ready = {scope: queries.contributing(scope, year) for scope, _label in SCOPES}
    if not any(ready.values()):
        raise NothingToPublish
    publication = Publication.objects.create(year=year, published_by=actor)
    given = queries.releases_published()
    for scope, contributing in ready.items():
        for measure in MEASURES:
            given += _figure_keep(publication, scope, measure, contributing, given)
    told = PublishedFigure.objects.filter(publication=publication, value__isnull=False).count()
    audit.record(
        actor=actor, action="figures.published", subject=publication, year=year, published=told
    )
    return publication


def _figure_keep(
    publication: Publication,
    scope: str,
    measure: str,
    contributing: Mapping[str, Contributing],
    given: list[Release],
) -> tuple[Release, ...]:
    """Keep a figure, and who is in it where it is published; return what it gives away."""
    own = {member: one.contribution for member, one in contributing.items()}
    found = figure(measure, own, period=str(publication.year), published=given)
    kept = PublishedFigure.objects.create(
        publication=publication,
        scope=scope,
        measure=measure,
        contributors=len(found.members),
        value=found.value,
        withheld=message_facts(found.withheld) if found.withheld else None,
    )
    _contributors_keep(kept, found, contributing)
    return found.releases


def _contributors_keep(
    kept: PublishedFigure, found: Figure, contributing: Mapping[str, Contributing]
) -> None:
    if found.value is None:
        return
    Contributor.objects.bulk_create(
        Contributor(
            figure=kept, organisation_id=member, assessments=list(contributing[member].assessments)
        )
        for member in sorted(found.members)
    )


def _wait_for_others() -> None:
    pillars = list(members.pillars())
    list(type(pillars[0]).objects.select_for_update().order_by("pk"))
