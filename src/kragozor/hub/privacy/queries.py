"""What is held about somebody, and what waits to be erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from kragozor.hub.common.personal import Personal, Subject, declarations
from kragozor.hub.privacy.models import DataExport, ErasureRequest
from kragozor.hub.privacy.models.erasure import LATE, OPEN
from kragozor.hub.privacy.registry import in_order

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@dataclass(frozen=True)
class Holding:
    """Records of one kind about somebody."""

    declared: Personal
    records: QuerySet
    count: int


def identity_of(person: Person) -> Subject:
    """What is proved of a person: the account, and the addresses that were confirmed.

    What they may see of themselves is found by nothing else: anybody may take any name.
    """
    confirmed = EmailAddress.objects.filter(user=person, verified=True)
    others = confirmed.values_list("email", flat=True)
    emails = frozenset(email.lower() for email in (person.email, *others))
    return Subject(str(person.pk), emails)


def subject_of(person: Person) -> Subject:
    """All by which a person with an account is found when they are erased."""
    return widened(identity_of(person))


def subject_at(address: str) -> Subject:
    """All by which somebody is found of whom an address is known; also their account, if any."""
    person = person_at(address)
    return subject_of(person) if person else widened(Subject(None, frozenset({address.lower()})))


def person_at(address: str) -> Person | None:
    """Whose account an address belongs to: the one to sign in with, or another confirmed one."""
    confirmed = EmailAddress.objects.filter(email__iexact=address, verified=True)
    own = Q(email=address.lower()) | Q(pk__in=confirmed.values("user_id"))
    return get_user_model().objects.filter(own).first()


def widened(identity: Subject) -> Subject:
    """Add the names and telephones that the records about somebody give them.

    Only records of the account and its addresses: those of a namesake would give a namesake's.
    """
    told: dict[str, set[str]] = {"names": set(), "phones": set()}
    for declared in declarations():
        for kind, known in told.items():
            if fields := getattr(declared, kind):
                rows = declared.of(identity).values_list(*fields)
                known.update(value for row in rows for value in row if value)
    return replace(identity, **{kind: frozenset(known) for kind, known in told.items()})


def holdings(subject: Subject) -> Iterator[Holding]:
    """What is held about somebody, kind by kind, as they are shown it themselves."""
    for declared in (one for _app, several in in_order() for one in several if one.shown):
        found = declared.of(subject)
        yield Holding(declared, found, found.count())


def export_of(person: Person, export_id: UUID) -> DataExport | None:
    """A file that a person asked for, while it may be fetched."""
    found = DataExport.objects.filter(person=person, pk=export_id).first()
    return found if found is not None and found.is_ready else None


def newest_export_of(person: Person) -> DataExport | None:
    """The last export that a person asked for."""
    return DataExport.objects.filter(person=person).select_related("job").first()


def erasure_awaiting(person: Person) -> ErasureRequest | None:
    """The erasure of a person that can still be taken back."""
    return ErasureRequest.objects.open().filter(person=person).first()


def erasures_open() -> QuerySet[ErasureRequest]:
    """The requests that wait, the next to be carried out first."""
    waiting = ErasureRequest.objects.open()
    return waiting.select_related("person", "asked_by").order_by("due_at", "id")


def erasures_late() -> QuerySet[ErasureRequest]:
    """The requests whose day came and went: something hinders them."""
    return ErasureRequest.objects.open().filter(due_at__lt=timezone.now() - LATE)


def erasures_settled() -> QuerySet[ErasureRequest]:
    """The requests that were carried out or taken back, the newest first."""
    settled = ErasureRequest.objects.exclude(OPEN)
    return settled.select_related("asked_by").order_by("-asked_at", "id")
