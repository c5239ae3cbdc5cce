"""What visitors and members are told about their data."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.privacy.registry import RIGHTS, rooms


@require_safe
def public(request: HttpRequest) -> HttpResponse:
    facts = {"rooms": rooms(), "rights": RIGHTS, "contact": settings.PRIVACY_CONTACT}
    return render(request, "privacy/public.html", facts)
