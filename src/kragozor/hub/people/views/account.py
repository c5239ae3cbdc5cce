"""A person's own pages: the desk they land on, and their account."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kragozor.hub.common.desk import panels
from kragozor.hub.people import services
from kragozor.hub.people.forms.profile import ProfileForm


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    facts = {"panels": panels(request), "second_factor": is_mfa_enabled(request.user)}
    return render(request, "people/desk.html", facts)


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        services.profile_save(person=request.user, fields=form.changed_data)
        messages.success(request, _("Saved."))
        return redirect("people:profile")
    return render(request, "people/profile.html", {"form": form})
