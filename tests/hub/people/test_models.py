"""A person: one address, in small letters; one of the languages that the hub speaks."""

import pytest
from django.db import IntegrityError, transaction

from kragozor.hub.people.models import Person

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_small_letters():
    person = Person.objects.create_user(" Maria@Example.ORG ", "a long password", full_name="М")
    assert person.email == "maria@example.org"
    assert Person.objects.get_by_natural_key("MARIA@example.org") == person


@pytest.mark.parametrize(
    "facts",
    [
        {"email": "Maria@example.org"},
        {"email": "other@example.org", "language": "de"},
        {"email": "taken@example.org"},
    ],
)
def test_the_database_refuses_what_may_not_be(facts):
    Person.objects.create_user("taken@example.org", full_name="Т")
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(full_name="М", **facts)


def test_a_person_without_a_password_cannot_sign_in():
    assert not Person.objects.create_user("maria@example.org", full_name="М").check_password("")


def test_an_administrator_is_staff():
    person = Person.objects.create_superuser("admin@example.org", "a long password", full_name="А")
    assert (person.is_staff, person.is_superuser) == (True, True)


def test_names_for_letters_and_greetings():
    person = Person(full_name="Мария Димитрова", email="maria@example.org")
    assert (str(person), person.get_short_name()) == ("Мария Димитрова", "Мария")
    nameless = Person(email="maria@example.org")
    assert str(nameless) == nameless.get_short_name() == "maria@example.org"
