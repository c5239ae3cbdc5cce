"""The public examples."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.examples import packaging


@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    facts = {
        "links": queries.links_of_demonstrations(),
        "packaging": packaging(request.LANGUAGE_CODE),
    }
    return render(request, "measuring/examples.html", facts)
