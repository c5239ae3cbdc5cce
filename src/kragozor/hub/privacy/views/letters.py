"""The letters that went out, and those that did not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.common.lists import page_of
from kragozor.hub.common.mail import letters_failed_lately, letters_found
from kragozor.hub.privacy.forms import LetterSearchForm


@for_council
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    form = LetterSearchForm(request.GET)
    facts = {
        "form": form,
        "page": page_of(letters_found(**form.asked), request),
        "searching": bool(form.asked),
        "failures": letters_failed_lately().count(),
    }
    return render(request, "privacy/letters.html", facts)
