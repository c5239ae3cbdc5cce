"""What programs are told of a member; who is told is in the access matrix."""

import pytest

from kragozor.hub.members import services

pytestmark = pytest.mark.django_db
FACTS = {
    "name_latin": "Nishka",
    "legal_form": "ood",
    "size_class": "small",
    "activity_version": "kid-2025",
    "activity_code": "13.20",
    "district": "BG322",
    "website": "https://example.org",
}


def test_a_member_says_what_it_is(cast, client_of):
    services.organisation_edit(actor=cast.owner, organisation=cast.company, **FACTS)
    member = client_of(cast.owner).get(f"/api/v1/members/{cast.company.pk}").json()
    assert {name: member[name] for name in FACTS} == FACTS


def test_what_is_not_known_is_empty_and_not_left_out(cast, client_of):
    (member,) = client_of(cast.owner).get("/api/v1/members").json()["items"]
    assert {member[name] for name in FACTS} == {""}
