"""How a page comes by its object: absent or not open is 404, open but not to be changed 403."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.members import queries as members
from kragozor.hub.members.rules import Standing, may_edit_inventories


def organisation_to_edit(request: HttpRequest, organisation_id: UUID):
    """Return an organisation for which the person may declare inventories."""
    organisation = get_object_or_404(members.organisations_for(request.user), pk=organisation_id)
    _check(members.standing_of(request.user, organisation))
    return organisation


def inventory_and_standing(request: HttpRequest, inventory_id: UUID) -> tuple[Inventory, Standing]:
    """Return an inventory that the person may know of, and what ties them to its owner."""
    inventory = get_object_or_404(queries.inventories_for(request.user), pk=inventory_id)
    return inventory, members.standing_of(request.user, inventory.organisation)


def inventory_with_numbers(request: HttpRequest, inventory_id: UUID) -> Inventory:
    """Return an inventory whose facts the person may see."""
    return get_object_or_404(queries.inventories_with_numbers(request.user), pk=inventory_id)


def inventory_to_edit(request: HttpRequest, inventory_id: UUID) -> Inventory:
    """Return an inventory that the person may change; one that is archived is only read."""
    inventory = inventory_to_restore(request, inventory_id)
    absent_if_archived(inventory)
    return inventory


def inventory_to_restore(request: HttpRequest, inventory_id: UUID) -> Inventory:
    """Return an inventory that the person may change or take out of the archive."""
    inventory, standing = inventory_and_standing(request, inventory_id)
    _check(standing)
    return inventory


def absent_if_archived(inventory: Inventory) -> None:
    """Find nothing to change in what is archived; its page says so and restores it."""
    if inventory.is_archived:
        raise Http404


def assessment_found(request: HttpRequest, assessment_id: UUID) -> Assessment:
    """Return a measuring whose numbers the person may see."""
    return get_object_or_404(queries.assessments_for(request.user), pk=assessment_id)


def assessment_to_edit(request: HttpRequest, assessment_id: UUID) -> Assessment:
    """Return a measuring whose links the person may make and revoke."""
    assessment = assessment_found(request, assessment_id)
    _check(members.standing_of(request.user, assessment.inventory.organisation))
    return assessment


def _check(standing: Standing) -> None:
    if not may_edit_inventories(standing):
        raise PermissionDenied
