"""Offices: given and ended with a date, an actor and a reason; every right derives from them."""

import pytest
from django.db import IntegrityError, transaction

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people import queries, rules
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Appointment, Person
from kragozor.hub.people.services import (
    AlreadyHolds,
    Ended,
    LastAdministrator,
    appointment_begin,
    appointment_end,
)
from tests.hub.cast import person_make

pytestmark = pytest.mark.django_db


def rights(person: Person) -> set[str]:
    names = {"is_staff", "works_for_council", "sees_council", "is_board", "is_expert"}
    return {name for name in names | {"is_superuser"} if getattr(person, name)}


WORKS = {"is_staff", "works_for_council", "sees_council"}


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        ([], set()),
        ([Office.EXPERT], {"is_expert"}),
        ([Office.BOARD], {"is_board", "sees_council"}),
        ([Office.STAFF], WORKS),
        ([Office.ADMINISTRATOR], WORKS | {"is_superuser"}),
        ([Office.BOARD, Office.EXPERT], {"is_board", "is_expert", "sees_council"}),
    ],
)
def test_rights_derive_from_offices(offices, expected):
    assert rights(person_make("ana", offices=offices)) == expected


def test_offices_take_one_query(staff, django_assert_num_queries):
    person = Person.objects.get(pk=staff.pk)
    with django_assert_num_queries(1):
        assert rights(person) == WORKS


def test_djangos_permissions_are_an_administrators_alone(cast):
    may = {part for part, person in cast.people.items() if person and person.has_perm("x.y")}
    assert may == {"administrator"}
    assert cast.administrator.has_perms(["x.y", "x.z"])
    assert cast.administrator.has_module_perms("members")
    cast.administrator.is_active = False
    assert not cast.administrator.has_perm("x.y")


def test_an_office_begins_at_once_and_says_who_gave_it_and_why(administrator, owner):
    assert not owner.sees_council
    begun = appointment_begin(
        actor=administrator, person=owner, office=Office.BOARD, reason="Решение 3"
    )
    assert owner.sees_council
    assert (begun.appointed_by, begun.reason, begun.until) == (administrator, "Решение 3", None)
    entry = AuditEntry.objects.get(action="appointment.begun")
    assert entry.actor == administrator
    assert entry.detail == {"person": str(owner.pk), "office": "board"}


def test_an_office_is_held_once(administrator, staff):
    with pytest.raises(AlreadyHolds):
        appointment_begin(actor=administrator, person=staff, office=Office.STAFF)
    assert staff.appointments.count() == 1


def test_an_office_ends_at_once_and_stays_known(administrator, staff):
    assert staff.is_staff
    held = staff.appointments.get()
    held.person = staff
    appointment_end(actor=administrator, appointment=held, reason="Напуска")
    assert not staff.is_staff
    held.refresh_from_db()
    assert held.until >= held.since
    assert (held.ended_by, held.end_reason) == (administrator, "Напуска")
    assert AuditEntry.objects.get(action="appointment.ended").actor == administrator
    appointment_begin(actor=administrator, person=staff, office=Office.STAFF)
    assert staff.appointments.count() == 2


def test_an_office_ends_once(administrator, staff):
    held = staff.appointments.get()
    appointment_end(actor=administrator, appointment=held)
    with pytest.raises(Ended):
        appointment_end(actor=administrator, appointment=Appointment.objects.get(pk=held.pk))


def test_the_last_administrator_stays(administrator):
    with pytest.raises(LastAdministrator):
        appointment_end(actor=administrator, appointment=administrator.appointments.get())
    assert Person.objects.get(pk=administrator.pk).is_superuser


def test_one_who_may_not_sign_in_is_no_other_administrator(administrator, staff):
    appointment_begin(actor=administrator, person=staff, office=Office.ADMINISTRATOR)
    Person.objects.filter(pk=staff.pk).update(is_active=False)
    with pytest.raises(LastAdministrator):
        appointment_end(actor=administrator, appointment=administrator.appointments.get())


def test_an_administrator_goes_while_there_is_another(administrator, staff):
    appointment_begin(actor=administrator, person=staff, office=Office.ADMINISTRATOR)
    appointment_end(actor=staff, appointment=administrator.appointments.get())
    assert list(queries.administrators()) == [staff]


def test_queries_find_who_holds_an_office_today_and_may_sign_in(cast):
    assert set(queries.staff()) == {cast.staff, cast.granted, cast.administrator}
    assert set(queries.board()) == {cast.board}
    assert set(queries.experts()) == {cast.expert}
    assert set(queries.council()) == {*queries.staff(), cast.board}
    appointment_end(actor=cast.administrator, appointment=cast.expert.appointments.get())
    Person.objects.filter(pk=cast.granted.pk).update(is_active=False)
    assert set(queries.experts()) == set()
    assert cast.granted not in queries.staff()
    assert queries.staff_person(cast.granted.pk) is None


def test_whoever_holds_two_offices_is_found_once(administrator, staff):
    appointment_begin(actor=administrator, person=staff, office=Office.BOARD)
    assert list(queries.council()).count(staff) == 1


@pytest.mark.parametrize(
    "facts", [{"office": "king"}, {"until": "2001-01-01T00:00Z"}, {"office": Office.STAFF}]
)
def test_the_database_refuses_what_may_not_be(staff, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.create(person=staff, **{"office": Office.BOARD, **facts})


def test_the_first_administrator_is_written_down():
    person = Person.objects.create_superuser("admin@example.org", "a long password", full_name="А")
    entry = AuditEntry.objects.get(action="appointment.begun")
    assert entry.actor is None
    assert entry.detail == {"person": str(person.pk), "office": "administrator"}


@pytest.mark.parametrize(
    ("actor", "of"),
    [
        ("staff", {"owner", "editor", "reader", "stranger", "expert"}),
        (
            "administrator",
            {
                *("owner", "editor", "reader", "stranger"),
                *("expert", "board", "staff", "granted"),
            },
        ),
        ("board", set()),
        ("expert", set()),
        ("owner", set()),
    ],
)
def test_whose_second_factor_somebody_may_take_off(cast, actor, of):
    people = {part: person for part, person in cast.people.items() if person}
    may = {
        part
        for part, person in people.items()
        if rules.may_reset_second_factor(people[actor], person)
    }
    assert may == of


def test_only_administrators_appoint(cast):
    may = {part for part, person in cast.people.items() if person and rules.may_appoint(person)}
    assert may == {"administrator"}
