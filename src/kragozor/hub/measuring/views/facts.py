"""The same facts as in the workbook, in forms that save as they go."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.files.fields import section, sections
from kragozor.hub.measuring.declaration import Unsaved, facts_shown, row_posted
from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services import drafts
from kragozor.hub.measuring.services.inventories import AlreadyThere, Archived
from kragozor.hub.measuring.views.finding import inventory_to_edit, inventory_with_numbers
from kragozor.hub.members.queries import standing_of, who_sees_numbers
from kragozor.hub.members.rules import may_edit_inventories

NAMES = frozenset(declared.name for declared in sections())
# Nobody saves more often; Python refuses to read numbers of thousands of digits at all.
REVISION_DIGITS = 9
Change = Callable[..., Inventory]


@require_safe
@login_required
def facts_page(request: HttpRequest, inventory_id: UUID, name: str) -> HttpResponse:
    """A section of the facts; readers see it too, and cannot change it."""
    inventory = inventory_with_numbers(request, inventory_id)
    return _page(request, inventory, _known(name))


@require_POST
@login_required
def section_save(request: HttpRequest, inventory_id: UUID, name: str) -> HttpResponse:
    return _save(request, inventory_id, _known(name, many=False), drafts.section_save)


@require_POST
@login_required
def row_add(request: HttpRequest, inventory_id: UUID, name: str) -> HttpResponse:
    return _save(request, inventory_id, _known(name, many=True), drafts.row_add)


@require_POST
@login_required
def row_save(request: HttpRequest, inventory_id: UUID, name: str, number: int) -> HttpResponse:
    return _save(request, inventory_id, _known(name, many=True), drafts.row_save, number)


@require_POST
@login_required
def row_remove(request: HttpRequest, inventory_id: UUID, name: str, number: int) -> HttpResponse:
    return _move(request, inventory_id, _known(name, many=True), drafts.row_remove, number=number)


@require_POST
@login_required
def row_restore(request: HttpRequest, inventory_id: UUID, name: str) -> HttpResponse:
    return _move(request, inventory_id, _known(name, many=True), drafts.row_restore)


def _save(
    request: HttpRequest,
    inventory_id: UUID,
    name: str,
    change: Change,
    number: int | None = None,
) -> HttpResponse:
    """Save what was typed, and show how the whole stands now."""
    inventory = inventory_to_edit(request, inventory_id)
    typed = row_posted(name, request.POST)
    where = {} if number is None else {"number": number}
    try:
        saved = change(
            actor=request.user,
            inventory=inventory,
            revision=_revision(request),
            section=name,
            row=typed,
            **where,
        )
    except drafts.Stale as stale:
        unsaved = Unsaved(typed, number, newer=stale.inventory)
        return _page(request, stale.inventory, name, unsaved)
    except AlreadyThere as there:
        return _page(request, inventory, name, Unsaved(typed, number, other=there.other))
    except (drafts.NoSuchRow, Archived):
        raise Http404 from None
    if request.htmx:
        return _saved(request, saved, name, number)
    return redirect("measuring:facts", inventory.pk, name)


def _move(
    request: HttpRequest, inventory_id: UUID, name: str, change: Change, **where: int
) -> HttpResponse:
    """Take a row out or put it back; nothing typed can be lost by it."""
    inventory = inventory_to_edit(request, inventory_id)
    try:
        change(
            actor=request.user,
            inventory=inventory,
            revision=_revision(request),
            section=name,
            **where,
        )
    except drafts.Stale:
        messages.warning(
            request, _("Somebody else saved meanwhile, so no row was moved. Look again.")
        )
    except (drafts.NoSuchRow, Archived):
        raise Http404 from None
    return redirect("measuring:facts", inventory.pk, name)


def _page(
    request: HttpRequest, inventory: Inventory, name: str, unsaved: Unsaved | None = None
) -> HttpResponse:
    """The section as a page; what could not be saved stays in its boxes."""
    standing = standing_of(request.user, inventory.organisation)
    facts = facts_shown(inventory, name, request.LANGUAGE_CODE, unsaved)
    facts["may_edit"] = may_edit_inventories(standing) and not inventory.is_archived
    facts["who"] = who_sees_numbers(inventory.organisation)
    if unsaved and request.htmx:
        return render(request, "measuring/facts/_unsaved.html", facts)
    status = 200 if unsaved is None else 409
    return render(request, "measuring/facts/page.html", facts, status=status)


def _saved(
    request: HttpRequest, inventory: Inventory, name: str, number: int | None
) -> HttpResponse:
    """Only what a save changes around the boxes: somebody may be typing in them already."""
    facts = facts_shown(inventory, name, request.LANGUAGE_CODE) | {"may_edit": True}
    facts["row"] = facts["rows"][(number or 1) - 1]
    return render(request, "measuring/facts/_saved.html", facts)


def _known(name: str, *, many: bool | None = None) -> str:
    """Return the name of a section, of those with rows or without them when told."""
    if name not in NAMES or many not in {None, section(name).many}:
        raise Http404
    return name


def _revision(request: HttpRequest) -> int:
    """Return the revision that was seen; what is none counts as old."""
    text = request.POST.get("revision", "")
    is_number = text.isascii() and text.isdigit() and len(text) <= REVISION_DIGITS
    return int(text) if is_number else 0
