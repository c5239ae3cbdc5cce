"""One inventory through time: its versions, its periods, what changed; putting it away."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.comparison import comparison
from kragozor.hub.measuring.history import history_shown
from kragozor.hub.measuring.services.inventories import (
    AlreadyThere,
    inventory_archive,
    inventory_restore,
)
from kragozor.hub.measuring.views.finding import (
    assessment_found,
    inventory_and_standing,
    inventory_to_edit,
    inventory_to_restore,
)
from kragozor.hub.members.queries import who_sees_numbers
from kragozor.hub.members.rules import may_edit_inventories, may_view_numbers


@require_safe
@login_required
def inventory_page(request: HttpRequest, inventory_id: UUID) -> HttpResponse:
    """History and versions; to who may not see numbers, that the inventory exists."""
    inventory, standing = inventory_and_standing(request, inventory_id)
    if not may_view_numbers(standing):
        return render(request, "measuring/inventory_closed.html", {"inventory": inventory})
    facts = history_shown(inventory, request.LANGUAGE_CODE)
    facts["may_edit"] = may_edit_inventories(standing)
    facts["who"] = who_sees_numbers(inventory.organisation)
    return render(request, "measuring/inventory.html", facts)


@require_safe
@login_required
def compare(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Two results side by side; the other one is chosen on the page."""
    assessment = assessment_found(request, assessment_id)
    others = queries.comparable_with(request.user, assessment)
    chosen = request.GET.get("with")
    other = get_object_or_404(others, pk=chosen) if _is_uuid(chosen) else others.first()
    facts = {"assessment": assessment, "others": others, "other": other}
    facts["who"] = who_sees_numbers(assessment.inventory.organisation)
    if other is not None:
        facts["comparison"] = comparison(other, assessment, request.LANGUAGE_CODE)
    return render(request, "measuring/compare.html", facts)


@require_POST
@login_required
def archive(request: HttpRequest, inventory_id: UUID) -> HttpResponse:
    inventory = inventory_to_edit(request, inventory_id)
    inventory_archive(actor=request.user, inventory=inventory)
    messages.success(request, _("The inventory is archived. You can restore it below."))
    return redirect("measuring:inventory", inventory.pk)


@require_POST
@login_required
def restore(request: HttpRequest, inventory_id: UUID) -> HttpResponse:
    inventory = inventory_to_restore(request, inventory_id)
    try:
        inventory_restore(actor=request.user, inventory=inventory)
    except AlreadyThere:
        messages.error(
            request, _("A newer inventory of the same name and period stands in its place.")
        )
    else:
        messages.success(request, _("The inventory is restored."))
    return redirect("measuring:inventory", inventory.pk)


def _is_uuid(text: str | None) -> bool:
    try:
        return bool(text) and bool(UUID(text))
    except ValueError:
        return False
