"""The public front page and the pages for machines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.common.styleguide import sample_form


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "common/home.html")


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    return render(request, "common/styleguide.html", {"form": sample_form()})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    text = "User-agent: *\nDisallow: /account/\nDisallow: /en/account/\n"
    return HttpResponse(text, content_type="text/plain")
