"""All inventories that may be known of, by organisation."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.common.lists import page_of
from kragozor.hub.measuring import overview, queries

# The Council's staff know of every organisation; nobody reads them all at once.
ORGANISATIONS_SHOWN = 20


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    archived = "archived" in request.GET
    organisations = queries.organisations_shown(request.user, archived=archived)
    page = page_of(organisations, request, size=ORGANISATIONS_SHOWN)
    rooms = overview.rooms(page.object_list, request.user, archived=archived)
    return render(
        request, "measuring/home.html", {"rooms": rooms, "archived": archived, "page": page}
    )
