"""The published format of an inventory, for programs that check before they send."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kragozor.files.schema import published_schema


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    return HttpResponse(published_schema(), content_type="application/schema+json")
