"""Inventories for programs: sent and read in the published format."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop
from ninja import Field, Query, Router, Schema, Status
from ninja.pagination import paginate

from kragozor.files.json_format import inventory_from_json
from kragozor.files.problems import FileRefused
from kragozor.files.schema import PATH
from kragozor.hub.common.paging import Pages
from kragozor.hub.common.problems import Problem
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.api.faults import faults
from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services.inventories import inventory_declare
from kragozor.hub.members import queries as members
from kragozor.hub.members.rules import may_edit_inventories
from kragozor.instruments.inventory import Kind, Pillar

router = Router()

FORMAT = {"type": "object", "externalDocs": {"url": PATH}}


class InventoryOut(Schema):
    """What is known of an inventory without its numbers."""

    id: UUID = Field(description=gettext_noop("Identifier of the inventory in the API."))
    member: UUID = Field(
        alias="organisation_id", description=gettext_noop("The member that it belongs to.")
    )
    name: str = Field(description=gettext_noop("What is measured; may be empty in a draft."))
    kind: Kind = Field(description=gettext_noop("A product, a site or a whole organisation."))
    pillar: Pillar = Field(description=gettext_noop("The sector of the inventory."))
    period_start: dt.date | None = Field(description=gettext_noop("First day of the period."))
    period_end: dt.date | None = Field(description=gettext_noop("Last day of the period."))
    revision: int = Field(description=gettext_noop("Counts the changes of its facts."))
    created_at: dt.datetime = Field(description=gettext_noop("When it was begun."))
    updated_at: dt.datetime = Field(description=gettext_noop("When its facts last changed."))
    archived_at: dt.datetime | None = Field(description=gettext_noop("When it was put away."))


class InventoryInDetail(InventoryOut):
    """The same with its facts, where the caller may see numbers."""

    facts: dict[str, Any] | None = Field(
        description=gettext_noop("In the published format; null where they are not open to you.")
    )


@router.get("", response=list[InventoryOut], summary=gettext_noop("List inventories"))
@paginate(Pages, ordering=("-created_at",))
def inventory_list(request: HttpRequest) -> QuerySet[Inventory]:
    return queries.inventories_for(request.user).defer("facts", "removed_rows")


@router.get(
    "/{uuid:inventory_id}",
    response=InventoryInDetail,
    summary=gettext_noop("Read an inventory"),
)
def inventory_detail(request: HttpRequest, inventory_id: UUID) -> Inventory:
    inventory = get_object_or_404(queries.inventories_for(request.user), pk=inventory_id)
    if not queries.inventories_with_numbers(request.user).filter(pk=inventory.pk).exists():
        inventory.facts = None
    return inventory


@router.post(
    "",
    response={201: InventoryInDetail},
    summary=gettext_noop("Declare an inventory"),
    description=gettext_noop(
        "The body is the inventory itself in the published format. Facts for the same subject and "
        "period replace the ones before; what was measured stays."
    ),
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/json": {"schema": FORMAT}}}
    },
)
def inventory_create(
    request: HttpRequest,
    member: UUID = Query(description=gettext_noop("The member that declares it.")),  # noqa: B008
) -> Status:
    organisation = get_object_or_404(members.organisations_for(request.user), pk=member)
    if not may_edit_inventories(members.standing_of(request.user, organisation)):
        raise PermissionDenied
    try:
        declared = inventory_from_json(request.body)
    except FileRefused as refused:
        raise Problem(422, faults=faults(refused, request.LANGUAGE_CODE)) from refused
    inventory = inventory_declare(actor=request.user, organisation=organisation, declared=declared)
    return Status(201, inventory)
