"""What each person finds."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from kragozor.hub.members import queries, services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.rules import Standing
from kragozor.hub.people.services import appointment_end
from tests.hub.cast import company_make

pytestmark = pytest.mark.django_db


def found(query, person):
    return {organisation.name for organisation in query(person or AnonymousUser())}


BOTH = {"Нишка ООД", "Капачка АД"}
OURS = {"Нишка ООД"}
THEIRS = {"Капачка АД"}
REPRESENTATIVES = {"owner": OURS, "editor": OURS, "reader": OURS, "stranger": THEIRS}
COUNCIL = dict.fromkeys(["board", "staff", "granted", "administrator"], BOTH)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (queries.organisations_for, REPRESENTATIVES | COUNCIL),
        (queries.organisations_of, REPRESENTATIVES),
        (queries.other_organisations_for, COUNCIL),
        (queries.organisations_with_numbers, REPRESENTATIVES | {"granted": OURS}),
        (queries.organisations_to_edit, REPRESENTATIVES | {"reader": set()}),
    ],
)
def test_everybody_finds_what_is_open_to_them(cast, query, expected):
    nothing: dict[str, set] = {part: set() for part in cast.people}
    assert {part: found(query, person) for part, person in cast.people.items()} == (
        nothing | expected
    )


def test_standing_of_each(cast):
    standings = {
        part: queries.standing_of(person or AnonymousUser(), cast.company)
        for part, person in cast.people.items()
    }
    assert standings == {
        "owner": Standing(role=Role.OWNER),
        "editor": Standing(role=Role.EDITOR),
        "reader": Standing(role=Role.READER),
        "stranger": Standing(),
        "expert": Standing(),
        "board": Standing(),
        "staff": Standing(is_staff=True),
        "granted": Standing(is_staff=True, has_grant=True),
        "administrator": Standing(is_staff=True),
        "visitor": Standing(),
    }


@pytest.mark.parametrize(("days", "opens"), [(0, True), (-1, False)])
def test_grant_ends_after_its_last_day(cast, days, opens):
    cast.company.grants.update(until=timezone.localdate() + timedelta(days=days))
    assert queries.standing_of(cast.granted, cast.company).has_grant is opens
    assert found(queries.organisations_with_numbers, cast.granted) == (OURS if opens else set())
    assert cast.company.grants.get() in (
        queries.standing_grants_of(cast.company)
        if opens
        else queries.former_grants_of(cast.company)
    )


def test_grant_opens_nothing_once_the_person_leaves_the_council(cast):
    appointment_end(
        actor=cast.administrator,
        appointment=cast.granted.appointments.get(),
    )
    assert cast.company.grants.get() not in queries.standing_grants_of(cast.company)
    assert queries.who_sees_numbers(cast.company) == "само хората на Нишка ООД."
    assert not queries.standing_of(cast.granted, cast.company).has_grant
    assert found(queries.organisations_with_numbers, cast.granted) == set()


def test_ended_representation_opens_nothing(cast):
    representation = cast.company.representations.get(person=cast.editor)
    services.representation_end(actor=cast.owner, representation=representation)
    assert queries.standing_of(cast.editor, cast.company) == Standing()
    assert found(queries.organisations_for, cast.editor) == set()
    assert list(queries.former_representatives_of(cast.company)) == [representation]


def test_who_sees_numbers_names_the_staff_that_were_let_in(cast):
    assert queries.who_sees_numbers(cast.company) == (
        "хората на Нишка ООД, а от Съвета – Ива Granted."
    )
    assert queries.who_sees_numbers(cast.other_company) == "само хората на Капачка АД."


@pytest.mark.parametrize("companies", [1, 3])
def test_list_takes_the_same_queries_for_any_length(
    cast, client_of, django_assert_num_queries, companies
):
    for number in range(1, companies):
        more = company_make(f"Фирма {number}", None)
        services.representation_begin(
            actor=cast.owner, organisation=more, person=cast.owner, role=Role.OWNER
        )
    client = client_of(cast.owner)
    client.get("/companies/")
    with django_assert_num_queries(6):
        page = client.get("/companies/")
    assert page.text.count('class="card w6"') == companies
