"""Facts are saved as they are typed; nobody's entry disappears under another's."""

import pytest

from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services import drafts
from kragozor.hub.measuring.services.inventories import AlreadyThere, inventory_start
from tests.files.books import SWEATER
from tests.hub.measuring.making import inventory_make
from tests.inventories import inventory as declared

PET = {"material": "PET", "mass": "две тона", "origin": "virgin"}


@pytest.fixture
def draft(cast):
    return inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )


def test_what_cannot_be_read_is_kept_as_typed(cast, draft):
    saved = drafts.row_add(
        actor=cast.editor, inventory=draft, revision=1, section="inflows", row=PET
    )
    assert Inventory.objects.get().facts["inflows"] == [PET]
    assert (saved.revision, saved.updated_by) == (2, cast.editor)


def test_row_is_saved_in_its_place(cast, inventory):
    drafts.row_save(
        actor=cast.owner, inventory=inventory, revision=1, section="inflows", number=2, row=PET
    )
    materials = [row["material"] for row in Inventory.objects.get().facts["inflows"]]
    assert materials == ["вълна", "PET"]


def test_removed_row_comes_back_where_it_was(cast, inventory):
    before = inventory.facts["inflows"]
    gone = drafts.row_remove(
        actor=cast.owner, inventory=inventory, revision=1, section="inflows", number=1
    )
    assert gone.facts["inflows"] == before[1:]
    back = drafts.row_restore(actor=cast.owner, inventory=gone, revision=2, section="inflows")
    assert back.facts["inflows"] == before
    assert back.removed_rows == []


def test_rows_of_another_section_stay_removed(cast, inventory):
    drafts.row_remove(
        actor=cast.owner, inventory=inventory, revision=1, section="inflows", number=1
    )
    with pytest.raises(drafts.NoSuchRow):
        drafts.row_restore(actor=cast.owner, inventory=inventory, revision=2, section="outflows")
    assert len(Inventory.objects.get().removed_rows) == 1


def test_only_so_many_removed_rows_are_kept(cast, draft, monkeypatch):
    monkeypatch.setattr(drafts, "REMOVED_KEPT", 1)
    options = {"actor": cast.owner, "inventory": draft, "section": "inflows"}
    for number in (1, 2):
        drafts.row_add(**options, revision=number, row={"material": str(number)})
    for revision in (3, 4):
        drafts.row_remove(**options, revision=revision, number=1)
    (kept,) = Inventory.objects.get().removed_rows
    assert kept["row"] == {"material": "2"}


@pytest.mark.parametrize("number", [0, 3])
def test_row_that_is_not_there_cannot_be_saved(cast, inventory, number):
    with pytest.raises(drafts.NoSuchRow):
        drafts.row_save(
            actor=cast.owner,
            inventory=inventory,
            revision=1,
            section="inflows",
            number=number,
            row=PET,
        )
    assert Inventory.objects.get().revision == 1


def test_second_editor_is_told_and_nothing_is_lost(cast, inventory):
    """Both read revision 1; the first to save wins, the other hears of it."""
    changes = {"inventory": inventory, "revision": 1, "section": "inflows", "number": 1}
    drafts.row_save(actor=cast.owner, **changes, row=PET)
    with pytest.raises(drafts.Stale) as stale:
        drafts.row_save(actor=cast.editor, **changes, row={"material": "коприна"})
    assert stale.value.inventory.updated_by == cast.owner
    assert Inventory.objects.get().facts["inflows"][0] == PET


def test_subject_repeats_itself_beside_the_facts(cast, draft):
    subject = {"name": "Шал", "kind": "product", "pillar": "textiles", "period_start": "01.02.2025"}
    saved = drafts.section_save(
        actor=cast.owner, inventory=draft, revision=1, section="subject", row=subject
    )
    assert (saved.name, saved.period_start.month, saved.period_end) == ("Шал", 2, None)


def test_period_the_wrong_way_round_stays_in_the_facts_alone(cast, draft):
    subject = {"name": "Шал", "period_start": "2025-12-31", "period_end": "2025-01-01"}
    saved = drafts.section_save(
        actor=cast.owner, inventory=draft, revision=1, section="subject", row=subject
    )
    assert (saved.period_start, saved.period_end) == (None, None)
    assert saved.facts["subject"] == subject


def test_empty_section_is_left_out(cast, inventory):
    saved = drafts.section_save(
        actor=cast.owner, inventory=inventory, revision=1, section="money", row={}
    )
    assert "money" not in saved.facts


def test_two_inventories_never_describe_the_same(cast, inventory):
    other = inventory_make(cast.owner, cast.company, declared(*SWEATER.inflows, name="Шал"))
    with pytest.raises(AlreadyThere) as refusal:
        drafts.section_save(
            actor=cast.owner,
            inventory=other,
            revision=1,
            section="subject",
            row=inventory.facts["subject"],
        )
    assert refusal.value.other == inventory
    assert Inventory.objects.get(pk=other.pk).name == "Шал"
