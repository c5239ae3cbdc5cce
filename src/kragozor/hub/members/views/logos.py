"""The logo of a member as a picture, and nothing else that a browser might make of it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kragozor.hub.members import queries
from kragozor.hub.members.logos import kind_of


@require_safe
def logo(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    """Show it where the page is shown; else only to those who see the organisation."""
    page = queries.logo_page(request.user, organisation_id)
    if page is None:
        raise Http404
    is_seen = queries.is_seen_by_everybody(page.organisation)
    with page.logo.open() as file:
        content = file.read()
    response = HttpResponse(content, content_type=kind_of(content[:16]))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "public, max-age=3600" if is_seen else "private, no-store"
    return response
