"""What a person may find: each query takes the person, and returns nothing they may not see."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import AccessGrant, Invitation, Organisation, Representation
from kragozor.hub.members.rules import Standing
from kragozor.hub.people import queries as people

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from kragozor.hub.people.models import Person

    Visitor = Person | AnonymousUser


def organisations_for(person: Visitor) -> QuerySet[Organisation]:
    """The organisations whose pages are open to a person: their own; to the Council, all.

    One that was merged into another is not there any more; see `kept_instead_of`.
    """
    if person.is_authenticated and person.sees_council:
        return Organisation.objects.filter(merged_into__isnull=True)
    return organisations_of(person)


def kept_instead_of(person: Visitor, organisation_id: UUID) -> UUID | None:
    """The organisation into which another was merged at last, where it is open to a person."""
    kept = kept_at_last(organisation_id)
    is_open = kept is not None and organisations_for(person).filter(pk=kept).exists()
    return kept if is_open else None


def kept_at_last(organisation_id: UUID) -> UUID | None:
    """The organisation into which another was merged, and that one perhaps into a third."""
    merged = Organisation.objects.values_list("merged_into", flat=True)
    kept, at = None, merged.filter(pk=organisation_id).first()
    while at is not None:
        kept, at = at, merged.filter(pk=at).first()
    return kept


def other_organisations_for(person: Visitor) -> QuerySet[Organisation]:
    """The organisations that are open to a person although they do not act for them."""
    return organisations_for(person).exclude(id__in=_current(person).values("organisation_id"))


def organisations_of(person: Visitor) -> QuerySet[Organisation]:
    """The organisations a person acts for today."""
    return Organisation.objects.filter(
        id__in=_current(person).values("organisation_id"),
    )


def organisations_with_numbers(person: Visitor) -> QuerySet[Organisation]:
    """The organisations whose facts and results a person may see: their own, and granted ones."""
    return organisations_of(person) | organisations_granted_to(person)


def organisations_granted_to(person: Visitor) -> QuerySet[Organisation]:
    """The organisations that let a person of the staff see their numbers today."""
    granted = standing_grants().filter(staff_id=person.pk)
    return Organisation.objects.filter(id__in=granted.values("organisation_id"))


def organisations_to_edit(person: Visitor) -> QuerySet[Organisation]:
    """The organisations whose inventories a person may declare and change."""
    editing = _current(person).filter(role__in=[Role.OWNER, Role.EDITOR])
    return Organisation.objects.filter(id__in=editing.values("organisation_id"))


def standing_of(person: Visitor, organisation: Organisation) -> Standing:
    """What ties a person to an organisation today; `rules` says what it allows."""
    if not person.is_authenticated:
        return Standing()
    role = _current(person).filter(organisation=organisation).values_list("role", flat=True)
    return Standing(
        role=Role(role[0]) if role else None,
        is_staff=person.works_for_council,
        has_grant=person.works_for_council
        and standing_grants().filter(organisation=organisation, staff=person).exists(),
    )


def standing_grants() -> QuerySet[AccessGrant]:
    """The grants that open numbers today, to who works for the Council today.

    The last day is part of a grant.
    """
    return AccessGrant.objects.filter(
        revoked_at__isnull=True,
        until__gte=timezone.localdate(),
        staff_id__in=people.staff().values("id"),
    ).select_related("staff")


def standing_grants_of(organisation: Organisation) -> QuerySet[AccessGrant]:
    """Whom of the staff an organisation lets see its numbers today."""
    return standing_grants().filter(organisation=organisation)


def former_grants_of(organisation: Organisation) -> QuerySet[AccessGrant]:
    """Whom of the staff it once let see its numbers."""
    standing = standing_grants_of(organisation)
    return organisation.grants.exclude(id__in=standing.values("id")).select_related("staff")


def representations_of(person: Visitor) -> QuerySet[Representation]:
    """What a person does today, and for whom, by the organisation's name."""
    return _current(person).select_related("organisation").order_by("organisation__name", "id")


def representatives_of(organisation: Organisation) -> QuerySet[Representation]:
    """Who acts for an organisation today, the first to come first."""
    return organisation.representations.filter(until__isnull=True).select_related("person")


def has_owner(organisation: Organisation) -> bool:
    """Whether somebody owns the profile of an organisation today."""
    return representatives_of(organisation).filter(role=Role.OWNER).exists()


def former_representatives_of(organisation: Organisation) -> QuerySet[Representation]:
    """Who once acted for an organisation, or in another role; the last to go first."""
    ended = organisation.representations.filter(until__isnull=False)
    return ended.select_related("person").order_by("-until", "-id")


def who_sees(organisation: Organisation) -> str:
    """Who sees the pages about an organisation and its people, in words for the page."""
    return _(
        "the people of %(organisation)s and the Council’s staff and board; not its measurements."
    ) % {"organisation": organisation}


def who_sees_numbers(organisation: Organisation) -> str:
    """Who sees what an organisation measured, in words for the page."""
    names = {"organisation": organisation}
    granted = [str(grant.staff) for grant in standing_grants_of(organisation)]
    if not granted:
        return _("only the people of %(organisation)s.") % names
    names["staff"] = ", ".join(granted)
    return _("the people of %(organisation)s and, from the Council, %(staff)s.") % names


def invitations() -> QuerySet[Invitation]:
    """Every invitation there was, open or not."""
    return Invitation.objects.select_related("organisation", "invited_by")


def open_invitations() -> QuerySet[Invitation]:
    """The invitations that can still be accepted."""
    return invitations().filter(
        accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now()
    )


def invitations_to(person: Person) -> QuerySet[Invitation]:
    """The invitations that were ever sent to the address a person signs in with."""
    return invitations().filter(email=person.email)


def invitations_for(person: Visitor) -> QuerySet[Invitation]:
    """The invitations that wait for a person: sent to the address they sign in with."""
    if not person.is_authenticated:
        return Invitation.objects.none()
    return open_invitations().filter(email=person.email)


def _current(person: Visitor) -> QuerySet[Representation]:
    return Representation.objects.filter(person_id=person.pk, until__isnull=True)
