"""Signing out one browser of several; the list itself, and all at once, are django-allauth's."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kragozor.hub.people import queries, services


@login_required
@require_POST
def session_end(request: HttpRequest, session_id: int) -> HttpResponse:
    session = get_object_or_404(queries.sessions_of(request.user), pk=session_id)
    services.session_end(person=request.user, session=session)
    messages.success(request, _("That browser is signed out."))
    return redirect("usersessions_list")
