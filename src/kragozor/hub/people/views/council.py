"""The people of the hub as the Council sees them: who they are, and the offices they hold."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.common.lists import page_of
from kragozor.hub.people import queries, rules
from kragozor.hub.people.enums import Office
from kragozor.hub.people.forms.reasons import SearchForm
from kragozor.hub.people.languages import language_names
from kragozor.hub.people.views.doors import found_person


@for_council
@require_safe
def people_list(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    asked = form.asked
    found = queries.people_found(text=asked.get("q", ""), office=asked.get("office", ""))
    facts = {
        "form": form,
        "people": page_of(found, request),
        "is_search": bool(asked),
    }
    return render(request, "people/council/list.html", facts)


@for_council
@require_safe
def person_page(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = found_person(person_id)
    facts = {
        "person": person,
        "speaks": [name for _code, name in language_names(person.languages_spoken)],
        "appointments": queries.appointments_of(person),
        "factors": queries.factors_of(person),
        "resets": queries.resets_of(person),
        "may_appoint": rules.may_appoint(request.user),
        "is_office_left": len(person.offices) < len(Office),
        "may_reset": rules.may_reset_second_factor(request.user, person),
    }
    return render(request, "people/council/person.html", facts)
