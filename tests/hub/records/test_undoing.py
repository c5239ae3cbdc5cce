"""A batch goes back whole, or not at all where something was built on it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members.enums import Direction, Role, Topic
from kragozor.hub.members.models import Organisation, PillarMembership, Term, TermReminder
from kragozor.hub.members.services import (
    grant_give,
    invitation_send,
    offering_add,
    organisation_edit,
    page_edit,
    pillars_set,
    representation_begin,
    term_end,
)
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.services import card_add, card_move
from kragozor.hub.records.enums import Target
from kragozor.hub.records.services.duplicates import organisations_merge
from kragozor.hub.records.services.undoing import BuiltOn, NotStanding, import_undo, obstacles_of
from kragozor.hub.records.targets.members import MemberRecords
from tests.hub.cast import company_make
from tests.hub.measuring.making import inventory_make
from tests.hub.records.files import HEAD, applied, code, csv, row

PLACE = ("Име", "Град")


@pytest.fixture(autouse=True)
def english():
    """What was built on is named in the language of the page."""
    with override("en"):
        yield


def facts(eik: str) -> dict:
    found = Organisation.objects.filter(eik=eik).values("name", "town", "district", "pillar")
    return found.get()


def test_new_members_are_gone(staff):
    batch = applied(staff, csv(row(1), row(2)))
    assert import_undo(actor=staff, batch=batch) == 2
    assert not Organisation.objects.filter(eik__in=[code(1), code(2)]).exists()
    assert not Term.objects.exists()
    assert not PillarMembership.objects.exists()
    batch.refresh_from_db()
    assert batch.undone_by == staff
    assert AuditEntry.objects.filter(action="organisation.retracted").count() == 2
    assert AuditEntry.objects.get(action="import.undone").detail == {"rows": 2}


def test_changed_member_is_what_it_was(staff):
    applied(staff, csv(row(1)))
    before = facts(code(1))
    change = {
        "Град": "Ямбол",
        "Член_от": "01.01.2027",
        "Член_до": "31.12.2027",
        "Сектор": "Аграрен сектор",
    }
    batch = applied(staff, csv(row(1, **change)))
    import_undo(actor=staff, batch=batch)
    member = Organisation.objects.get(eik=code(1))
    assert facts(code(1)) == before
    assert [str(term.starts) for term in member.terms.all()] == ["2026-01-01"]
    assert [(one.pillar, one.until) for one in member.pillars.all()] == [("textiles", None)]


@pytest.mark.parametrize("target", list(Target))
def test_batch_is_undone_once(staff, target):
    batch = applied(staff, csv(row(1)), target)
    import_undo(actor=staff, batch=batch)
    with pytest.raises(NotStanding):
        import_undo(actor=staff, batch=batch)


def edit(actor, member):
    organisation_edit(actor=actor, organisation=member, name="Вълна АД")


def invite(actor, member):
    invitation_send(
        actor=actor, organisation=member, email="m@example.org", role=Role.OWNER, language="bg"
    )


def represent(actor, member):
    representation_begin(actor=actor, organisation=member, person=actor, role=Role.OWNER)


def end_term(actor, member):
    term = member.terms.get()
    term_end(actor=actor, term=term, on=term.starts, reason="напуска")


def offer(actor, member):
    offering_add(
        actor=actor,
        organisation=member,
        direction=Direction.OFFER,
        topic=Topic.RESIDUE,
        text_bg="Изрезки",
    )


def page(actor, member):
    page_edit(actor=actor, organisation=member, text_bg="Предем вълна.", is_shown=True)


def grant(actor, member):
    last = timezone.localdate() + timedelta(days=30)
    grant_give(actor=actor, organisation=member, staff=actor, until=last)


def pillar(actor, member):
    pillars_set(actor=actor, organisation=member, pillars=["plastics"])


def measure(actor, member):
    inventory_make(actor, member)


def absorb(actor, member):
    other = company_make("Вълна ЕООД", "000000018")
    organisations_merge(actor=actor, kept=other, absorbed=member)


def follow(actor, member):
    card_add(actor=actor, facts={"name": member.name, "pillars": ["textiles"]}, organisation=member)


@pytest.mark.parametrize(
    ("build", "what"),
    [
        (offer, "offers and needs"),
        (page, "pages of members"),
        (grant, "access grants"),
        (pillar, "changed since: Sectors"),
        (measure, "inventories"),
        (absorb, "it was merged, archived or removed"),
        (follow, "cards"),
        (edit, "changed since: Name"),
        (invite, "invitations"),
        (represent, "representations"),
        (end_term, "changed since: Terms of membership"),
    ],
)
def test_what_was_built_on_keeps_the_whole_batch(staff, build, what):
    batch = applied(staff, csv(row(1), row(2)))
    build(staff, Organisation.objects.get(eik=code(2)))
    with pytest.raises(BuiltOn) as refused:
        import_undo(actor=staff, batch=batch)
    [obstacle] = refused.value.obstacles
    assert obstacle.row.number == 3
    assert what in obstacle.what
    assert Organisation.objects.filter(eik__in=[code(1), code(2)]).count() == 2
    assert [one.row.number for one in obstacles_of(batch)] == [3]


def test_new_member_whose_owners_were_reminded_is_named(staff):
    batch = applied(staff, csv(row(1)))
    TermReminder.objects.create(term=Term.objects.get(), days_before=30)
    with pytest.raises(BuiltOn) as refused:
        import_undo(actor=staff, batch=batch)
    [obstacle] = refused.value.obstacles
    assert (obstacle.row.number, obstacle.what) == (2, ["letters that its term is ending"])
    assert Organisation.objects.filter(eik=code(1)).exists()


def test_database_has_the_last_word_on_what_was_built_on(staff, monkeypatch):
    batch = applied(staff, csv(row(1)))
    TermReminder.objects.create(term=Term.objects.get(), days_before=30)
    monkeypatch.setattr(MemberRecords, "references", lambda *_args: {})
    with pytest.raises(BuiltOn):
        import_undo(actor=staff, batch=batch)
    assert Term.objects.exists()


def test_member_that_was_changed_and_edited_since_is_named(staff):
    applied(staff, csv(row(1)))
    batch = applied(staff, csv((code(1), "Вълна АД"), head=HEAD[:2]))
    member = Organisation.objects.get(eik=code(1))
    organisation_edit(actor=staff, organisation=member, town="Котел")
    with pytest.raises(BuiltOn) as refused:
        import_undo(actor=staff, batch=batch)
    assert refused.value.obstacles[0].what == ["changed since: Town"]


def test_later_import_is_undone_before_the_earlier(staff):
    first = applied(staff, csv(row(1)))
    second = applied(staff, csv(row(1, Град="Ямбол")))
    with pytest.raises(BuiltOn):
        import_undo(actor=staff, batch=first)
    import_undo(actor=staff, batch=second)
    import_undo(actor=staff, batch=first)
    assert not Organisation.objects.filter(eik=code(1)).exists()


def test_new_prospects_are_gone_and_changed_ones_are_what_they_were(staff):
    applied(staff, csv(("Вълна", "Сливен"), head=PLACE), Target.PROSPECTS)
    head = (*PLACE, "Имейл")
    rows = [("Вълна", "Сливен", "mira@vulna.example"), ("Щрих", "Русе", "")]
    batch = applied(staff, csv(*rows, head=head), Target.PROSPECTS)
    assert import_undo(actor=staff, batch=batch) == 2
    assert Card.objects.get().contact_email == ""


def test_prospect_that_was_moved_keeps_the_batch(staff):
    batch = applied(staff, csv(("Вълна", "Сливен"), head=PLACE), Target.PROSPECTS)
    card_move(actor=staff, card=Card.objects.get(), stage=Stage.CONTACTED)
    with pytest.raises(BuiltOn) as refused:
        import_undo(actor=staff, batch=batch)
    assert "notes, letters, documents or a new stage" in refused.value.obstacles[0].what
    assert Card.objects.exists()
