"""Django's own administration: what is done there is written down, and opens no numbers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_client(client_of, administrator):
    return client_of(administrator)


def test_an_administrator_lets_nobody_see_numbers(cast, administrator, admin_client):
    tomorrow = timezone.localdate() + timedelta(days=1)
    form = {"organisation": cast.company.pk, "staff": administrator.pk, "until": tomorrow}
    add = admin_client.post("/admin/members/accessgrant/add/", form)
    assert add.status_code == 403
    grant = cast.company.grants.get()
    admin_client.post(f"/admin/members/accessgrant/{grant.pk}/change/", form)
    grant.refresh_from_db()
    assert grant.staff == cast.granted
    assert cast.company.grants.count() == 1


def test_what_an_administrator_changes_is_written_down(cast, administrator, admin_client):
    form = {"name": "Нишка ЕООД", "eik": cast.company.eik, "pillar": "textiles", "kind": "company"}
    admin_client.post(f"/admin/members/organisation/{cast.company.pk}/change/", form)
    cast.company.refresh_from_db()
    assert cast.company.name == "Нишка ЕООД"
    entry = AuditEntry.objects.get(action="administration.changed")
    assert (entry.actor, entry.organisation_id) == (administrator, cast.company.pk)
    assert entry.detail == {"fields": ["name", "town"]}


def test_who_an_administrator_lets_act_is_written_down(cast, administrator, admin_client):
    form = {
        "organisation": cast.other_company.pk,
        "person": cast.reader.pk,
        "role": "owner",
        "since_0": "2026-01-01",
        "since_1": "10:00",
    }
    admin_client.post("/admin/members/representation/add/", form)
    begun = cast.other_company.representations.get(person=cast.reader)
    entry = AuditEntry.objects.get(action="administration.added")
    assert (entry.object_id, entry.organisation_id) == (str(begun.pk), cast.other_company.pk)
