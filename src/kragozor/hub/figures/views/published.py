"""What everybody sees of the cluster in figures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.figures import queries, wording
from kragozor.instruments.disclosure import LEAST, MOST


@require_safe
def published(request: HttpRequest) -> HttpResponse:
    years = queries.years_published()
    asked = request.GET.get("year", "")
    year = int(asked) if asked in map(str, years) else next(iter(years), None)
    facts = {
        "years": years,
        "year": year,
        "scopes": queries.published_scopes(year) if year else [],
        "methods": wording.methods(request.LANGUAGE_CODE),
        "least": LEAST,
        "most": MOST,
    }
    return render(request, "figures/published.html", facts)
