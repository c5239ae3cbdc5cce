"""The readable description of the API."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.api.description import resources
from kragozor.hub.api.interface import api
from kragozor.hub.api.limits import PerCaller
from kragozor.hub.api.problems import problem_response
from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.problems import Fault


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    place = reverse("api:api-root")
    # The document's own texts are English; the page translates them one by one.
    with translation.override("en"):
        document = api.get_openapi_schema()
    facts = {
        "resources": resources(document, absolute_address("")),
        "address": absolute_address(place),
        "document": reverse("api:openapi-json"),
        "problem": example_of_a_problem(),
        "limit": PerCaller().in_words,
    }
    return render(request, "api/docs.html", facts)


def example_of_a_problem() -> str:
    """Return what the API answers to a text where a mass should be, in the page's language."""
    problem = problem_response(422, faults=[Fault("/inflows/3/mass", _("Expected a number."))])
    return json.dumps(json.loads(problem.content), ensure_ascii=False, indent=2)
