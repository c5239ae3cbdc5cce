"""What was compared is written as one batch, each row only as it was seen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import queries
from kragozor.hub.members.models import Organisation, PillarMembership, Term
from kragozor.hub.members.services import organisation_edit
from kragozor.hub.pipeline.enums import Source
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.services import card_change
from kragozor.hub.records.enums import Target
from kragozor.hub.records.services.applying import NotCompared, import_apply
from kragozor.hub.records.tasks import applying_ask
from tests.hub.cast import EIK
from tests.hub.records.files import HEAD, applied, code, compared, csv, outcomes, reasons, row

PROSPECTS = ("ЕИК", "Име", "Град", "Контакт", "Имейл")


def test_new_rows_become_members(staff):
    batch = applied(staff, csv(row(1), row(2)))
    member = queries.members_on(Term.objects.first().starts).get(eik=code(1))
    assert (member.name, member.district, member.town) == ("Вълна ООД", "BG342", "Сливен")
    assert member.kind == "company"
    assert str(member.terms.get().fee) == "120.50"
    assert member.pillars.get().pillar == "textiles"
    assert batch.is_standing
    assert not batch.file


def test_changed_rows_change_only_what_they_say(staff):
    applied(staff, csv(row(1)))
    applied(staff, csv((code(1), "Вълна АД"), head=HEAD[:2]))
    member = Organisation.objects.get(eik=code(1))
    assert (member.name, member.town) == ("Вълна АД", "Сливен")
    assert member.terms.count() == 1


def test_sectors_and_next_term_are_written(staff):
    applied(staff, csv(row(1)))
    next_year = {"Член_от": "01.01.2027", "Член_до": "31.12.2027", "Сектор": "Пластмаси и опаковки"}
    applied(staff, csv(row(1, **next_year)))
    member = Organisation.objects.get(eik=code(1))
    assert member.terms.count() == 2
    standing = member.pillars.filter(until__isnull=True)
    assert [one.pillar for one in standing] == ["plastics"]


def test_registered_company_keeps_its_key(cast, staff):
    applied(staff, csv(row(1, ЕИК=EIK)))
    cast.company.refresh_from_db()
    assert cast.company.name == "Вълна ООД"
    assert cast.company in queries.organisations()
    assert cast.company.terms.count() == 1


def test_batch_and_each_organisation_are_logged(staff):
    batch = applied(staff, csv(row(1), row(2)))
    entry = AuditEntry.objects.get(action="import.applied")
    assert entry.detail == {"created": 2, "changed": 0, "refused": 0}
    assert entry.object_id == str(batch.pk)
    assert AuditEntry.objects.filter(action="term.begun").count() == 2


def test_refused_rows_are_left_out(staff):
    batch = applied(staff, csv(row(1), row(2, Област="Солун")))
    assert outcomes(batch) == ["new", "refused"]
    assert not Organisation.objects.filter(eik=code(2)).exists()


def test_row_changed_since_the_comparison_is_not_overwritten(staff):
    applied(staff, csv(row(1), row(2)))
    batch = compared(staff, csv(row(1, Град="Ямбол"), row(2, Град="Ямбол")))
    member = Organisation.objects.get(eik=code(1))
    organisation_edit(actor=staff, organisation=member, town="Котел")
    counts = import_apply(actor=staff, batch=batch, comparison=batch.comparison)
    member.refresh_from_db()
    assert member.town == "Котел"
    assert counts == {"created": 0, "changed": 1, "refused": 1}
    assert reasons(batch) == [
        "The record was changed after the comparison. Send the file again to compare anew."
    ]


def test_organisation_that_came_since_is_not_doubled(staff):
    batch = compared(staff, csv(row(1)))
    applied(staff, csv(row(1, Име="По-бързата")))
    counts = import_apply(actor=staff, batch=batch, comparison=batch.comparison)
    assert counts["refused"] == 1
    assert Organisation.objects.get(eik=code(1)).name == "По-бързата"


def test_other_comparison_than_was_looked_at_is_not_applied(staff):
    batch = compared(staff, csv(row(1)))
    with pytest.raises(NotCompared):
        import_apply(actor=staff, batch=batch, comparison=batch.comparison - 1)
    assert not Organisation.objects.filter(eik=code(1)).exists()


def test_batch_is_applied_once(staff):
    batch = applied(staff, csv(row(1)))
    with pytest.raises(NotCompared):
        import_apply(actor=staff, batch=batch, comparison=batch.comparison)
    assert Term.objects.count() == 1


def test_second_person_who_applies_at_once_finds_it_done(cast, staff):
    batch = compared(staff, csv(row(1)))
    for actor in (staff, cast.granted):
        applying_ask(actor=actor, batch=batch, comparison=batch.comparison)
    batch.refresh_from_db()
    assert batch.applied_by == staff
    assert not batch.has_failed
    assert Term.objects.count() == 1


def test_failure_leaves_nothing_of_a_batch_and_it_can_be_applied_again(staff, monkeypatch):
    batch = compared(staff, csv(row(1), row(2)))
    monkeypatch.setattr("kragozor.hub.records.services.applying._remember", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_apply(actor=staff, batch=batch, comparison=batch.comparison)
    batch.refresh_from_db()
    assert batch.applied_at is None
    assert batch.file
    assert not PillarMembership.objects.exists()
    monkeypatch.undo()
    import_apply(actor=staff, batch=batch, comparison=batch.comparison)
    assert PillarMembership.objects.count() == 2


def test_person_without_code_is_admitted_and_known_again(staff):
    head = (*HEAD, "Вид")
    content = csv((*row(1, ЕИК="", Име="Ива Радева"), "Person"), head=head)
    applied(staff, content)
    assert Organisation.objects.get(kind="person").eik is None
    assert outcomes(compared(staff, content)) == ["unchanged"]


def test_prospects_become_cards(staff):
    rows = csv((code(1), "Вълна", "Сливен", "Мира", "mira@vulna.example"), head=PROSPECTS)
    applied(staff, rows, Target.PROSPECTS)
    card = Card.objects.get(eik=code(1))
    assert (card.contact_email, card.source) == ("mira@vulna.example", Source.IMPORT)


def test_prospect_is_known_by_name_and_town_and_given_its_code(staff):
    applied(staff, csv(("Вълна", "Сливен"), head=("Име", "Град")), Target.PROSPECTS)
    rows = csv((code(1), "Вълна", "Сливен", "", ""), head=PROSPECTS)
    batch = applied(staff, rows, Target.PROSPECTS)
    assert outcomes(batch) == ["changed"]
    assert Card.objects.get().eik == code(1)


def test_prospect_changed_since_the_comparison_is_not_overwritten(staff):
    applied(staff, csv(("Вълна", "Сливен"), head=("Име", "Град")), Target.PROSPECTS)
    rows = csv((code(1), "Вълна", "Сливен", "", ""), head=PROSPECTS)
    batch = compared(staff, rows, Target.PROSPECTS)
    card_change(actor=staff, card=Card.objects.get(), facts={"next_step": "Обаждане"})
    counts = import_apply(actor=staff, batch=batch, comparison=batch.comparison)
    assert counts["refused"] == 1
    assert Card.objects.get().eik == ""


def test_unchanged_rows_cost_no_queries(staff):
    rows = [row(number) for number in range(1, 21)]
    applied(staff, csv(*rows))
    counts = []
    for size in (1, 20):
        batch = compared(staff, csv(*rows[:size]))
        with CaptureQueriesContext(connection) as captured:
            import_apply(actor=staff, batch=batch, comparison=batch.comparison)
        counts.append(len(captured))
    assert counts[0] == counts[1]
