"""What the law makes the Council keep stays, and says no name any more."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from kragozor.hub.members import services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Organisation, Representation, Term
from kragozor.hub.members.queries import terms_on
from kragozor.hub.people.models import Person
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.services.requests import erasure_ask, erasures_carry_out
from tests.hub.privacy.planting import MARK, table_leaks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folder")]
TERM = services.TermFacts(
    starts=dt.date(2026, 1, 1), ends=dt.date(2026, 12, 31), fee=Decimal("120.50")
)


@pytest.fixture
def member(staff) -> Organisation:
    """A person who is a member in their own name, and pays for it."""
    facts = {"name": MARK.name, "kind": "person", "address": MARK.text, "district": "BG311"}
    person = Person.objects.create_user(MARK.email, "a long password", full_name=MARK.name)
    person.emailaddress_set.create(email=MARK.email, verified=True, primary=True)
    admitted = services.organisation_admit(
        actor=staff, facts=facts, pillars=["textiles"], term=TERM
    )
    for somebody, role in ((person, Role.READER), (staff, Role.OWNER)):
        Representation.objects.create(organisation=admitted, person=somebody, role=role)
    return admitted


def test_terms_and_fees_stay_without_the_name(member, django_capture_on_commit_callbacks):
    assert list(table_leaks()), "planted in vain"
    with django_capture_on_commit_callbacks(execute=True):
        erasure_ask(person=Person.objects.get(email=MARK.email))
    ErasureRequest.objects.update(due_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        assert erasures_carry_out() == 1
    term = Term.objects.get()
    assert (term.starts, term.ends, term.fee) == (TERM.starts, TERM.ends, TERM.fee)
    assert term.organisation_id == member.pk
    assert term in terms_on(dt.date(2026, 6, 1)), "what was counted stays counted"
    member.refresh_from_db()
    assert member.name == "[…]"
    assert sorted(set(table_leaks())) == []
