"""What members say of themselves, as their own people and the Council see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from kragozor.hub.members.models import MemberPage, Offering, Organisation, Project
from kragozor.hub.members.queries.access import organisations_for
from kragozor.hub.members.queries.public import members_shown

if TYPE_CHECKING:
    from uuid import UUID

    from kragozor.hub.members.queries.access import Visitor


def page_of(organisation: Organisation) -> MemberPage:
    """The page of an organisation; one that was never written is empty and not shown."""
    found = MemberPage.objects.filter(organisation=organisation).first()
    return found or MemberPage(organisation=organisation)


def is_seen_by_everybody(organisation: Organisation) -> bool:
    """Whether everybody sees its page: it agreed, and it is a member today."""
    return members_shown().filter(pk=organisation.pk).exists()


def offerings_of(organisation: Organisation) -> QuerySet[Offering]:
    """What an organisation offers and seeks today."""
    return organisation.offerings.filter(withdrawn_at__isnull=True)


def projects_of(organisation: Organisation) -> QuerySet[Project]:
    """The projects an organisation describes, the latest first."""
    return organisation.projects.all()


def logo_page(person: Visitor, organisation_id: UUID) -> MemberPage | None:
    """The page whose logo somebody may see: everybody where it is shown, else its own.

    None where there is no logo, too.
    """
    held = MemberPage.objects.filter(organisation=organisation_id).exclude(logo="")
    shown = held.filter(organisation__in=members_shown())
    return shown.first() or held.filter(organisation__in=organisations_for(person)).first()
