"""The pages for what goes wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "common/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "common/errors/403.html", status=403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "common/errors/csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "common/errors/404.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "common/errors/429.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:
    """The database may be what broke, so this page is rendered without a request."""
    return HttpResponse(get_template("common/errors/500.html").render(), status=500)
