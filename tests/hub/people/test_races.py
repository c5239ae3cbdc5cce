"""Two people who change the same offices, or consents, at the same moment."""

from __future__ import annotations

from kragozor.hub.people import queries, services
from kragozor.hub.people.enums import Office, Purpose, Source
from kragozor.hub.people.models import Appointment
from tests.hub.racing import RACES, at_once

pytestmark = RACES


def test_two_administrators_who_end_each_other_leave_one(cast):
    services.appointment_begin(actor=None, person=cast.staff, office=Office.ADMINISTRATOR)
    held = Appointment.objects.filter(office=Office.ADMINISTRATOR)
    first, second = held.select_related("person")
    outcomes = at_once(
        lambda: services.appointment_end(actor=first.person, appointment=second),
        lambda: services.appointment_end(actor=second.person, appointment=first),
    )
    assert outcomes == ["LastAdministrator", "done"]
    assert queries.administrators().count() == 1


def test_an_office_is_given_once(cast):
    def give() -> None:
        services.appointment_begin(
            actor=cast.administrator, person=cast.owner, office=Office.EXPERT
        )

    assert at_once(give, give) == ["AlreadyHolds", "done"]


def test_a_form_that_is_sent_twice_is_one_consent(cast):
    def consent() -> None:
        services.consent_record(
            person=cast.owner, purpose=Purpose.NEWS, given=True, source=Source.ACCOUNT
        )

    assert at_once(consent, consent) == ["done", "done"]
    assert queries.consents_of(cast.owner).count() == 1
