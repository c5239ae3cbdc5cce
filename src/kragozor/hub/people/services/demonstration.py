"""The people of a demonstration, who are made once and keep what visitors make of them."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db import transaction

from kragozor.hub.common.demonstration import ADDRESSES, PASSWORD
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from kragozor.hub.people.queries import staff


@transaction.atomic
def demonstration_person(
    *, email: str, full_name: str, offices: Iterable[Office] = (), signs_in: bool = True
) -> Person:
    """Return one of them, made where they are not there yet, with a confirmed address."""
    person = Person.objects.filter(email=email).first()
    if person is None:
        password = PASSWORD if signs_in else None
        person = Person.objects.create_user(email, password, full_name=full_name, offices=offices)
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def demonstration_clerk() -> Person:
    """Return the one of the staff in whose name the rest of a demonstration is made."""
    return staff().get(email=f"staff{ADDRESSES}")
