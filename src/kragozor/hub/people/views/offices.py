"""Giving an office, and ending it, each with a reason."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kragozor.hub.people import queries, services
from kragozor.hub.people.enums import Office
from kragozor.hub.people.forms.reasons import AppointmentForm, ReasonForm
from kragozor.hub.people.models import Appointment, Person
from kragozor.hub.people.views.doors import to_appoint


@to_appoint
def appointment_new(request: HttpRequest, person: Person) -> HttpResponse:
    form = AppointmentForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        _appoint(request, person, Office(form.cleaned_data["office"]), form.cleaned_data["reason"])
        return redirect("people:council_person", person.pk)
    facts = {"person": person, "form": form}
    return render(request, "people/council/appointment_new.html", facts)


def _appoint(request: HttpRequest, person: Person, office: Office, reason: str) -> None:
    try:
        services.appointment_begin(actor=request.user, person=person, office=office, reason=reason)
    except services.AlreadyHolds:
        messages.warning(request, _("Somebody gave this office a moment ago."))
        return
    text = _("Office given to %(person)s: %(office)s.")
    messages.success(request, text % {"person": person, "office": office.label})


@to_appoint
def appointment_end(request: HttpRequest, person: Person, appointment_id: int) -> HttpResponse:
    appointment = get_object_or_404(queries.appointments_of(person).current(), pk=appointment_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _is_ended(request, appointment, form):
        text = _("Office of %(person)s ended: %(office)s.")
        told = {"person": person, "office": appointment.get_office_display()}
        messages.success(request, text % told)
        # Whoever ends an office of their own may not see the Council's pages any more.
        if person == request.user:
            return redirect("people:desk")
        return redirect("people:council_person", person.pk)
    facts = {"person": person, "appointment": appointment, "form": form}
    return render(request, "people/council/appointment_end.html", facts)


def _is_ended(request: HttpRequest, appointment: Appointment, form: ReasonForm) -> bool:
    """End an office, or say on the form why it cannot be ended."""
    try:
        services.appointment_end(
            actor=request.user, appointment=appointment, reason=form.cleaned_data["reason"]
        )
    except services.LastAdministrator:
        text = _("This is the last administrator. Give the office to somebody else first.")
        form.add_error(None, text)
        return False
    except services.Ended:
        raise Http404 from None
    return True
