"""All that may be known of, by organisation; and what waits on the desk."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.measuring import overview


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    archived = "archived" in request.GET
    facts = {"rooms": overview.rooms(request.user, archived=archived), "archived": archived}
    return render(request, "measuring/home.html", facts)
