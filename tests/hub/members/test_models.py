"""What the database itself refuses about organisations and their people."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kragozor.hub.members.models import AccessGrant, Invitation, Organisation, Representation
from tests.hub.cast import EIK

pytestmark = pytest.mark.django_db


def refused(make, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make()


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"eik": None}, "organisation_has_eik_unless_demonstration"),
        ({"eik": "121823162", "is_demonstration": True}, "organisation_has_eik_unless"),
        ({"eik": "12345"}, "organisation_eik_has_9_or_13_digits"),
        ({"eik": "121823162", "pillar": "steel"}, "organisation_pillar_is_known"),
        ({"eik": "121823162", "kind": "club"}, "organisation_kind_is_known"),
        ({"eik": EIK}, "eik"),
    ],
)
def test_organisation_constraints(cast, facts, constraint):
    facts = {"name": "Друга ООД", "pillar": "textiles", **facts}
    refused(lambda: Organisation.objects.create(**facts), constraint)


def test_a_person_represents_a_company_once_at_a_time(cast):
    again = {"organisation": cast.company, "person": cast.editor, "role": "reader"}
    refused(lambda: Representation.objects.create(**again), "representation|organisation_id")
    ended = Representation.objects.create(**again, until=timezone.now() + timedelta(seconds=1))
    assert not ended.is_current


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"until": timezone.now() - timedelta(days=1)}, "representation_ends_after_it_begins"),
        ({"role": "boss"}, "representation_role_is_known"),
    ],
)
def test_representation_constraints(cast, facts, constraint):
    facts = {
        "organisation": cast.company,
        "person": cast.stranger,
        "role": "reader",
        "since": timezone.now(),
        **facts,
    }
    refused(lambda: Representation.objects.create(**facts), constraint)


@pytest.mark.parametrize(
    ("person", "facts", "constraint"),
    [
        ("granted", {}, "grant|staff_id"),
        ("staff", {"revoked_at": timezone.now() - timedelta(days=2)}, "grant_is_revoked_after"),
    ],
)
def test_grant_constraints(cast, person, facts, constraint):
    facts = {
        "organisation": cast.company,
        "staff": cast.people[person],
        "granted_by": cast.owner,
        "until": timezone.localdate(),
        **facts,
    }
    refused(lambda: AccessGrant.objects.create(**facts), constraint)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"email": "New@example.org"}, "invitation_email_is_lower_case"),
        ({"role": "boss"}, "invitation_role_is_known"),
        ({"accepted_at": timezone.now()}, "invitation_is_accepted_by_somebody"),
    ],
)
def test_invitation_constraints(cast, facts, constraint):
    facts = {
        "organisation": cast.company,
        "email": "new@example.org",
        "role": "reader",
        "language": "bg",
        "token_hash": "0" * 64,
        "invited_by": cast.owner,
        "expires_at": timezone.now() + timedelta(days=1),
        **facts,
    }
    refused(lambda: Invitation.objects.create(**facts), constraint)
