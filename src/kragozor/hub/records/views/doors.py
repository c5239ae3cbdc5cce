"""How a page comes by an import, an export or two organisations: absent is 404."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from kragozor.hub.members import queries as members
from kragozor.hub.records.models import Export, Import
from kragozor.hub.records.queries.imports import exports_of, imports

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation


def found_import(batch_id: UUID) -> Import:
    """Return an import; its pages are the Council's."""
    return get_object_or_404(imports(), pk=batch_id)


def found_export(request: HttpRequest, export_id: UUID) -> Export:
    """Return an export that the person asked for."""
    return get_object_or_404(exports_of(request.user), pk=export_id)


def found_organisation(organisation_id: UUID) -> Organisation:
    """Return an organisation that was not merged away."""
    return get_object_or_404(members.organisations(), pk=organisation_id)


def followed(request: HttpRequest, record: Import | Export, part: str) -> HttpResponse:
    """Answer a page that asks how far the work is: the part again, or that it should be anew."""
    if record.is_working:
        return render(request, part, {"job": record.job})
    return HttpResponse(headers={"HX-Refresh": "true"})
