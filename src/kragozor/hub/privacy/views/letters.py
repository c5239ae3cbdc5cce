"""The letters that went out, and those that did not."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.common.mail import letters_failed_lately, letters_found
from kragozor.hub.privacy.forms import LetterSearchForm

ON_A_PAGE = 50


@for_council
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    form = LetterSearchForm(request.GET or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    pages = Paginator(letters_found(**wanted), ON_A_PAGE)
    facts = {
        "form": form if form.is_bound else LetterSearchForm(),
        "page": pages.get_page(request.GET.get("page")),
        "searching": any(wanted.values()),
        "failures": letters_failed_lately().count(),
        "query": query_without_page(request),
    }
    return render(request, "privacy/letters.html", facts)


def query_without_page(request: HttpRequest) -> str:
    """Return what is searched for, to be carried from page to page."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
