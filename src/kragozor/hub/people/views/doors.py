"""Who comes to the Council's pages that change somebody else's offices or factors.

They ask for the password again: a browser left open must not give away the hub.
"""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kragozor.hub.common.council import for_staff
from kragozor.hub.people import queries, rules
from kragozor.hub.people.models import Person

View = Callable[..., HttpResponse]


def found_person(person_id: UUID) -> Person:
    return get_object_or_404(queries.people_found(), pk=person_id)


def to_appoint(view: View) -> View:
    """Open a page to administrators, who give and end offices, and hand it the person."""

    @for_staff
    @wraps(view)
    def door(request: HttpRequest, person_id: UUID, **kwargs: object) -> HttpResponse:
        person = found_person(person_id)
        if not rules.may_appoint(request.user):
            raise PermissionDenied
        return reauthentication_required(view)(request, person, **kwargs)

    return door


def to_reset(view: View) -> View:
    """Open a page to whoever may take off the second factor of the person it is handed."""

    @for_staff
    @wraps(view)
    def door(request: HttpRequest, person_id: UUID) -> HttpResponse:
        person = found_person(person_id)
        if not rules.may_reset_second_factor(request.user, person):
            raise PermissionDenied
        return reauthentication_required(view)(request, person)

    return door
