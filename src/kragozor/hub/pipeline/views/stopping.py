"""For whoever received a letter: to hear from us no more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kragozor.hub.common.answers import kept_apart
from kragozor.hub.pipeline import queries, services
from kragozor.hub.pipeline.silence import silenced_hash


@csrf_exempt  # A mail program asks by itself, without a cookie (RFC 8058); the link is the key.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing, since programs look at the links of letters before people do."""
    address = silenced_hash(token)
    if address is None:
        return kept_apart(render(request, "pipeline/stop_closed.html", status=404))
    if request.method != "POST":
        facts = {"is_silent": queries.is_silent(address)}
        return kept_apart(render(request, "pipeline/stop.html", facts))
    services.silence_ask(address=address)
    # Mail programs do not follow a redirect, and RFC 8058 forbids one.
    is_program = "List-Unsubscribe" in request.POST
    return HttpResponse(status=204) if is_program else redirect(request.path)
