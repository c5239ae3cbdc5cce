"""A person's tokens for programs: the list, a new one, the end of one."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.people import queries, services
from kragozor.hub.people.forms.tokens import TokenForm


@login_required
@require_safe
def token_list(request: HttpRequest) -> HttpResponse:
    return render(request, "people/tokens.html", {"tokens": queries.tokens_of(request.user)})


@login_required
@reauthentication_required
@never_cache
def token_new(request: HttpRequest) -> HttpResponse:
    """The secret is on the answer to the form and nowhere else: not in a session, not in a log."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token, secret = services.token_create(person=request.user, **form.cleaned_data)
        return render(request, "people/token_made.html", {"token": token, "secret": secret})
    return render(request, "people/token_new.html", {"form": form})


@login_required
@require_POST
def token_revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    token = get_object_or_404(queries.tokens_of(request.user), pk=token_id)
    services.token_revoke(person=request.user, token=token)
    messages.success(
        request, _("The token “%(name)s” opens nothing any more.") % {"name": token.name}
    )
    return redirect("people:tokens")
