"""What membership is, the first line of an application, and a new link to it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kragozor.hub.applications import services
from kragozor.hub.applications.forms.start import LinkForm, StartForm
from kragozor.hub.applications.limits import may_write
from kragozor.hub.applications.progress import STEPS
from kragozor.hub.applications.tasks import links_ask
from kragozor.hub.common.errors import too_many


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    query = urlencode({"pillar": request.GET["pillar"]}) if "pillar" in request.GET else ""
    return render(request, "applications/join.html", {"steps": STEPS, "query": query})


def start(request: HttpRequest) -> HttpResponse:
    begun = {"pillar": request.GET.get("pillar", "")}
    form = StartForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        if not may_write(request, form.cleaned_data["email"]):
            return too_many(request)
        services.application_begin(**form.cleaned_data, language=request.LANGUAGE_CODE)
        return redirect("applications:started")
    return render(request, "applications/start.html", {"form": form})


@require_safe
def started(request: HttpRequest) -> HttpResponse:
    return render(request, "applications/started.html")


def link_ask(request: HttpRequest) -> HttpResponse:
    """The answer is the same whether there is an application or not."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not may_write(request, form.cleaned_data["email"]):
            return too_many(request)
        links_ask(**form.cleaned_data, language=request.LANGUAGE_CODE)
        return redirect("applications:link_asked")
    return render(request, "applications/link_ask.html", {"form": form})


@require_safe
def link_asked(request: HttpRequest) -> HttpResponse:
    return render(request, "applications/link_asked.html")
