"""Django's own administration: for administrators, through the same door, by the same rules."""

import pytest

from kragozor.hub.common import audit
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from kragozor.hub.people.services import appointment_begin
from tests.hub.pages import assert_strict

pytestmark = pytest.mark.django_db


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


def test_what_an_administrator_changes_about_a_person_is_written_down(
    client_of, administrator, owner
):
    form = {"full_name": "Ива Друга", "language": "bg", "is_active": "on"}
    client_of(administrator).post(f"/admin/people/person/{owner.pk}/change/", form)
    entry = AuditEntry.objects.get(action="administration.changed")
    assert (entry.actor, entry.object_id) == (administrator, str(owner.pk))
    assert entry.detail == {"fields": ["full_name"]}


def test_the_last_administrator_is_not_shut_out(client_of, administrator):
    form = {"full_name": "Ива", "language": "bg"}
    address = f"/admin/people/person/{administrator.pk}/change/"
    refused = client_of(administrator).post(address, form)
    assert "администратор" in refused.text
    administrator.refresh_from_db()
    assert administrator.is_active


def test_an_administrator_may_be_shut_out_while_there_is_another(client_of, administrator, staff):
    appointment_begin(actor=administrator, person=staff, office=Office.ADMINISTRATOR)
    form = {"full_name": "Ива", "language": "bg"}
    client_of(staff).post(f"/admin/people/person/{administrator.pk}/change/", form)
    administrator.refresh_from_db()
    assert not administrator.is_active


def test_nobody_is_deleted_there(client_of, administrator, owner):
    client_of(administrator).post(f"/admin/people/person/{owner.pk}/delete/", {"post": "yes"})
    assert Person.objects.filter(pk=owner.pk).exists()


@pytest.mark.parametrize(
    "path", ["mfa/authenticator", "account/emailaddress", "usersessions/usersession", "auth/group"]
)
def test_what_opens_an_account_is_not_touched_there(client_of, administrator, path):
    assert client_of(administrator).get(f"/admin/{path}/").status_code == 404


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
