"""The log of changes: it is added to and read, and nothing else."""

import uuid

import pytest

from kragozor.hub.common import audit
from kragozor.hub.common.models import AuditEntry
from tests.hub.cast import person_make

pytestmark = pytest.mark.django_db


def test_a_change_is_recorded_with_who_what_and_where(owner, company_id):
    audit.record(
        actor=owner, action="person.renamed", subject=owner, organisation_id=company_id, name="Ива"
    )
    entry = audit.entries_about(owner).get()
    assert (entry.actor, entry.action) == (owner, "person.renamed")
    assert (entry.object_kind, entry.object_id) == ("people.person", str(owner.pk))
    assert entry.detail == {"name": "Ива"}
    assert audit.entries_of_organisation(company_id).get() == entry
    assert not audit.entries_of_organisation(uuid.uuid4()).exists()


def test_the_system_acts_without_a_person(owner):
    assert audit.record(actor=None, action="person.reminded", subject=owner).actor is None


def test_an_entry_is_never_changed_or_deleted(owner):
    entry = audit.record(actor=owner, action="person.renamed", subject=owner)
    entry.action = "nothing"
    for change in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(action="nothing"),
    ):
        with pytest.raises(TypeError, match="never"):
            change()
    assert AuditEntry.objects.get().action == "person.renamed"


def test_an_entry_outlives_the_account(owner):
    someone = person_make("someone")
    audit.record(actor=someone, action="person.renamed", subject=owner)
    gone = someone.pk
    someone.delete()
    assert AuditEntry.objects.get().actor_id == gone


def test_entries_are_read_with_their_people_in_one_query(owner, django_assert_num_queries):
    for _count in range(3):
        audit.record(actor=owner, action="person.renamed", subject=owner)
    with django_assert_num_queries(1):
        assert [str(entry.actor) for entry in audit.entries_about(owner)] == [str(owner)] * 3


@pytest.fixture
def company_id() -> uuid.UUID:
    return uuid.uuid4()
