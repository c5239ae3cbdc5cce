"""Who answers for an activity, what comes next, what it aims at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kragozor.hub.common.council import for_staff
from kragozor.hub.programme import queries, services
from kragozor.hub.programme.forms import ConductForm, TargetForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def change(request: HttpRequest, number: int) -> HttpResponse:
    activity = get_object_or_404(queries.activities(), pk=number)
    form = ConductForm(request.POST or None, instance=activity)
    if request.method == "POST" and form.is_valid():
        services.activity_change(actor=request.user, activity=activity, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("programme:activity", number)
    return render(request, "programme/change.html", {"form": form, "activity": activity})


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def target(request: HttpRequest, number: int) -> HttpResponse:
    activity = get_object_or_404(queries.activities(), pk=number)
    form = TargetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.target_set(actor=request.user, activity=activity, **form.cleaned_data)
        messages.success(request, _("The target is set. Earlier ones stay on record."))
        return redirect("programme:activity", number)
    return render(request, "programme/target.html", {"form": form, "activity": activity})
