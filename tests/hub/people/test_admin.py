"""Django's own administration: for administrators, through the same door, by the same rules."""

import pytest

from kragozor.hub.common import audit
from tests.hub.pages import assert_strict

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(person_with_account):
    return person_with_account("admin@example.org", is_staff=True, is_superuser=True)


@pytest.mark.parametrize("path", ["", "people/person/", "common/auditentry/"])
def test_pages_keep_the_strict_policy(client, administrator, path):
    audit.record(actor=administrator, action="person.renamed", subject=administrator)
    client.force_login(administrator)
    response = client.get(f"/admin/{path}")
    assert response.status_code == 200
    assert_strict(response)


def test_a_person_is_changed_but_not_their_password(client, administrator, person_with_account):
    maria = person_with_account("maria@example.org")
    client.force_login(administrator)
    address = f"/admin/people/person/{maria.pk}/change/"
    assert 'name="password' not in client.get(address).text
    form = {"full_name": "Мария", "language": "en", "email": "x@example.org", "password": "x"}
    client.post(address, form)
    maria.refresh_from_db()
    assert (maria.full_name, maria.is_active, maria.email) == ("Мария", False, "maria@example.org")
    assert maria.check_password("a long password")


def test_the_audit_log_is_only_read(client, administrator):
    entry = audit.record(actor=None, action="person.renamed", subject=administrator)
    client.force_login(administrator)
    assert client.get("/admin/common/auditentry/add/").status_code == 403
    assert client.post(f"/admin/common/auditentry/{entry.pk}/delete/").status_code == 403
    client.post(f"/admin/common/auditentry/{entry.pk}/change/", {"action": "nothing"})
    entry.refresh_from_db()
    assert entry.action == "person.renamed"


def test_everybody_signs_in_through_the_same_door(client):
    response = client.get("/admin/", follow=True)
    assert response.request["PATH_INFO"] == "/account/login/"


def test_members_are_kept_out(client_of, owner):
    assert client_of(owner).get("/admin/").status_code in {302, 403}
    assert client_of(owner).get("/admin/people/person/").status_code in {302, 403}
