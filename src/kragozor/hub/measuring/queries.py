"""What a person may find: each query takes the person, and returns nothing they may not see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone

from kragozor.files.assessments import assessment_read
from kragozor.hub.measuring.enums import UploadState
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink, Upload
from kragozor.hub.members import queries as members

if TYPE_CHECKING:
    from uuid import UUID

    from kragozor.hub.members.models import Organisation
    from kragozor.hub.members.queries import Visitor
    from kragozor.instruments.result import Assessment as Measured

# The result itself is large; lists show its columns only.
LARGE = ("result", "pictures")


def inventories_for(person: Visitor) -> QuerySet[Inventory]:
    """The inventories that a person may know of; staff know of all, and see no numbers here."""
    found = Inventory.objects.filter(organisation__in=members.organisations_for(person))
    return found.select_related("organisation", "updated_by")


def inventories_with_numbers(person: Visitor) -> QuerySet[Inventory]:
    """The inventories whose facts and results a person may see."""
    return inventories_for(person).filter(
        organisation__in=members.organisations_with_numbers(person)
    )


def organisations_shown(person: Visitor, *, archived: bool = False) -> QuerySet[Organisation]:
    """The organisations that have inventories a person may know of; their own before they do."""
    having = inventories_for(person).filter(archived_at__isnull=not archived)
    found = members.organisations_for(person).filter(pk__in=having.values("organisation"))
    return found if archived else (found | members.organisations_of(person)).order_by("name", "pk")


def assessments_for(person: Visitor) -> QuerySet[Assessment]:
    """The measurings whose numbers a person may see."""
    found = Assessment.objects.filter(
        inventory__organisation__in=members.organisations_with_numbers(person)
    )
    return found.select_related("inventory__organisation", "created_by")


def results_for(person: Visitor) -> QuerySet[Assessment]:
    """The same without what only the body of a result's page needs."""
    return assessments_for(person).defer(*LARGE, "inventory__facts", "inventory__removed_rows")


def assessment_whole(assessment_id: UUID) -> Assessment:
    """All of a measuring; whether somebody may see it is asked of `assessments_for`."""
    return Assessment.objects.get(pk=assessment_id)


def uploads_for(person: Visitor) -> QuerySet[Upload]:
    """The files that a person may open: those of the organisations whose numbers they see."""
    found = Upload.objects.filter(organisation__in=members.organisations_with_numbers(person))
    return found.select_related("organisation", "inventory")


def links_for(person: Visitor) -> QuerySet[ShareLink]:
    """The links of results whose numbers a person may see."""
    return ShareLink.objects.filter(assessment__in=assessments_for(person)).select_related(
        "assessment__inventory__organisation", "created_by"
    )


def link_open(token: str, today: date | None = None) -> ShareLink | None:
    """The link of a token, while it is open; nobody needs to sign in."""
    return (
        _links_open(today)
        .filter(token=token)
        .select_related("assessment__inventory__organisation")
        .defer("assessment__result", "assessment__pictures", "assessment__inventory__facts")
        .first()
    )


def latest_of_each(inventories: QuerySet[Inventory]) -> QuerySet[Assessment]:
    """The newest measuring of each inventory that was measured."""
    newest = Assessment.objects.filter(inventory=OuterRef("pk")).order_by("-number")
    latest = inventories.annotate(latest=Subquery(newest.values("pk")[:1])).values("latest")
    found = Assessment.objects.filter(pk__in=latest).defer(*LARGE)
    return found.select_related("inventory")


def history_of(inventory: Inventory) -> QuerySet[Assessment]:
    """The newest measuring of the same subject for each period, the oldest period first."""
    same = Inventory.objects.filter(
        organisation=inventory.organisation_id, name=inventory.name, archived_at__isnull=True
    )
    return latest_of_each(same | Inventory.objects.filter(pk=inventory.pk)).order_by(
        "period_start", "period_end", "pk"
    )


def results_of(assessments: Sequence[Assessment]) -> dict[object, Assessment]:
    """The whole of a few results, by their key."""
    found = Assessment.objects.filter(pk__in=[one.pk for one in assessments])
    return {one.pk: one for one in found.select_related("inventory")}


def periods_of(assessments: Sequence[Assessment]) -> dict[object, list[Assessment]]:
    """For each result the newest of the same subject in every period, the oldest first."""
    subjects = Q()
    for one in assessments:
        subjects |= Q(organisation=one.inventory.organisation_id, name=one.inventory.name)
    if not assessments:
        return {}
    same = Inventory.objects.filter(subjects, archived_at__isnull=True)
    found = latest_of_each(same).order_by("period_start", "period_end")
    periods = list(found)
    return {
        one.pk: [
            other
            for other in periods
            if other.inventory.organisation_id == one.inventory.organisation_id
            and other.inventory.name == one.inventory.name
        ]
        for one in assessments
    }


def versions_of(inventory: Inventory) -> QuerySet[Assessment]:
    """Every measuring of one inventory, the newest first."""
    return inventory.assessments.defer(*LARGE).select_related("created_by").order_by("-number")


def upload_accepted(organisation_id: object, sha256: str) -> Upload | None:
    """The upload in which an organisation sent exactly this file before."""
    return (
        Upload.objects.filter(
            organisation=organisation_id, sha256=sha256, state=UploadState.ACCEPTED
        )
        .select_related("inventory")
        .first()
    )


def comparable_with(person: Visitor, assessment: Assessment) -> QuerySet[Assessment]:
    """What a result may be set beside: others of the same organisation, its own kin first."""
    inventory = assessment.inventory
    found = assessments_for(person).filter(inventory__organisation=inventory.organisation_id)
    kin = Case(When(name=assessment.name, then=0), default=1, output_field=IntegerField())
    return found.exclude(pk=assessment.pk).annotate(kin=kin).order_by("kin", "-created_at", "pk")


def links_of_demonstrations(today: date | None = None) -> QuerySet[ShareLink]:
    """The open links of demonstration companies: they are examples for everybody."""
    return (
        _links_open(today)
        .filter(assessment__inventory__organisation__is_demonstration=True)
        .select_related("assessment__inventory__organisation")
        .defer("assessment__result", "assessment__pictures")
        .order_by("pk")
    )


def newer_than(assessment: Assessment) -> Assessment | None:
    """The newest measuring of the same inventory, None where this is it."""
    newest = versions_of(assessment.inventory).first()
    return None if newest is None or newest.pk == assessment.pk else newest


def _links_open(today: date | None) -> QuerySet[ShareLink]:
    """The links that show their result; what is archived is shown to nobody outside."""
    return ShareLink.objects.filter(
        revoked_at__isnull=True,
        expires_on__gte=today or timezone.localdate(),
        assessment__inventory__archived_at__isnull=True,
    )


class Made(NamedTuple):
    """That somebody measured something; its value is for counting, never to be shown alone."""

    organisation_id: UUID
    subject: str
    period_end: date
    made_at: datetime
    headline: str
    version: str
    value: float | None


def measurings_made(before: datetime) -> list[Made]:
    """Every measuring made before a moment, the oldest first: for the Council to count."""
    fields = ("name", "period_end", "created_at", "headline", "version", "value")
    made = Assessment.objects.filter(created_at__lt=before).order_by("created_at", "pk")
    return [Made(*row) for row in made.values_list("inventory__organisation_id", *fields)]


def newest_of_year(organisations: QuerySet[Organisation], year: int) -> dict[UUID, list[UUID]]:
    """The newest measuring of each subject of some organisations, for periods that end in a year.

    Nothing of what was measured is read here: only that it was.
    """
    declared = Inventory.objects.filter(
        organisation__in=organisations, archived_at__isnull=True, period_end__year=year
    )
    found: dict[UUID, list[UUID]] = {}
    rows = latest_of_each(declared).order_by("inventory__organisation_id", "pk")
    for organisation, assessment in rows.values_list("inventory__organisation_id", "pk"):
        found.setdefault(organisation, []).append(assessment)
    return found


def years_measured(organisation: Organisation) -> list[int]:
    """The years for which an organisation has measured something, the newest first."""
    found = Inventory.objects.filter(
        organisation=organisation, archived_at__isnull=True, assessments__isnull=False
    )
    years = found.order_by().values_list("period_end__year", flat=True).distinct()
    return sorted(years, reverse=True)


def subjects_of_year(organisation: Organisation, year: int) -> list[Assessment]:
    """The newest measuring of each subject of one organisation for a year, by name."""
    declared = Inventory.objects.filter(
        organisation=organisation, archived_at__isnull=True, period_end__year=year
    )
    return list(latest_of_each(declared).order_by("name", "period_start", "pk"))


def measured_of(assessments: Iterable[UUID]) -> dict[UUID, Measured]:
    """What some measurings gave, to be counted together and never to be shown alone."""
    found = Assessment.objects.filter(pk__in=list(assessments)).values_list("pk", "result")
    return {key: assessment_read(result) for key, result in found}
