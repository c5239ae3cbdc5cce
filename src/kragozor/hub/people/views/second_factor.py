"""Taking off a second factor that somebody lost together with their recovery codes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kragozor.hub.people import queries, services
from kragozor.hub.people.forms.reasons import ResetForm
from kragozor.hub.people.models import Person
from kragozor.hub.people.views.doors import to_reset


@to_reset
def second_factor_reset(request: HttpRequest, person: Person) -> HttpResponse:
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _reset(request, person, form.cleaned_data["reason"])
        return redirect("people:council_person", person.pk)
    facts = {"person": person, "form": form, "factors": queries.factors_of(person)}
    return render(request, "people/council/second_factor.html", facts)


def _reset(request: HttpRequest, person: Person, reason: str) -> None:
    try:
        services.second_factor_reset(actor=request.user, person=person, reason=reason)
    except services.NothingToReset:
        messages.warning(request, _("%(person)s has no second factor.") % {"person": person})
        return
    text = _("The second factor of %(person)s is taken off, and we have written to them.")
    messages.success(request, text % {"person": person})
