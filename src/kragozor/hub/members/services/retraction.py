"""Taking back what one batch wrote by mistake, while nothing has built on it.

Members are never deleted and their terms never rewritten, with this one exception: an import
that is undone takes with it exactly what it made. Each of these is asked for by `records`, which
has made sure that the record is as the batch left it; what refers to it all the same is refused
by the database.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.deletion import ProtectedError

from kragozor.hub.members.models import Organisation, PillarMembership, Term
from kragozor.hub.members.services.changes import record
from kragozor.hub.members.services.refusals import BuiltOn

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def term_retract(*, actor: Person, term: Term) -> None:
    """Take back a term that was written by mistake, as if it had never been."""
    record(actor, "term.retracted", term, term.organisation)
    _delete(QuerySet(Term).filter(pk=term.pk))


@transaction.atomic
def pillars_retract(
    *, actor: Person, organisation: Organisation, begun: Iterable[int], ended: Iterable[int]
) -> None:
    """Take back a change of pillars: what it began goes, what it ended goes on."""
    held = organisation.pillars.all()
    held.filter(pk__in=list(begun)).delete()
    held.filter(pk__in=list(ended)).update(until=None)
    record(actor, "pillars.retracted", organisation, organisation)


@transaction.atomic
def organisation_retract(*, actor: Person, organisation: Organisation) -> None:
    """Take back an organisation that was admitted by mistake, with its terms and pillars."""
    record(actor, "organisation.retracted", organisation, organisation, eik=organisation.eik)
    _delete(QuerySet(Term).filter(organisation=organisation))
    PillarMembership.objects.filter(organisation=organisation).delete()
    _delete(Organisation.objects.filter(pk=organisation.pk))


def _delete(records: QuerySet) -> None:
    try:
        with transaction.atomic():
            records.delete()
    except ProtectedError as error:
        raise BuiltOn from error
