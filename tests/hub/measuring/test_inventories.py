"""Inventories are begun, declared, put away and taken out again."""

from dataclasses import replace

import pytest

from kragozor.hub.common import audit
from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services.inventories import (
    AlreadyThere,
    inventory_archive,
    inventory_declare,
    inventory_restore,
    inventory_start,
)
from tests.files.books import SWEATER
from tests.hub.measuring.making import inventory_make
from tests.inventories import known


def actions(inventory):
    return [entry.action for entry in audit.entries_about(inventory)]


def test_start_holds_what_was_chosen(cast):
    inventory = inventory_start(
        actor=cast.editor, organisation=cast.company, kind="site", pillar="agrifood"
    )
    assert inventory.facts["subject"] == {"kind": "site", "pillar": "agrifood"}
    assert (inventory.created_by, inventory.name) == (cast.editor, "")
    assert actions(inventory) == ["inventory.started"]


def test_declare_repeats_the_subject_beside_the_facts(inventory):
    assert (inventory.name, inventory.kind, inventory.pillar) == ("Пуловер", "product", "textiles")
    assert inventory.period_start.year == inventory.period_end.year == 2025
    assert inventory.revision == 1
    assert len(inventory.facts["inflows"]) == 2


def test_newer_facts_of_the_same_subject_and_period_replace_the_old(cast, inventory):
    heavier = replace(SWEATER.inflows[0], mass=known(61))
    newer = inventory_make(
        cast.editor, cast.company, replace(SWEATER, inflows=(heavier, *SWEATER.inflows[1:]))
    )
    assert newer.pk == inventory.pk
    assert newer.facts["inflows"][0]["mass"]["value"] == 61
    assert (newer.revision, newer.updated_by, newer.created_by) == (2, cast.editor, cast.owner)
    assert actions(newer) == ["inventory.declared_anew", "inventory.declared"]


def test_another_company_declares_its_own(cast, inventory):
    other = inventory_declare(
        actor=cast.stranger, organisation=cast.other_company, declared=SWEATER
    )
    assert other.pk != inventory.pk
    assert other.organisation == cast.other_company


def test_archive_is_undone(cast, inventory):
    inventory_archive(actor=cast.owner, inventory=inventory)
    assert Inventory.objects.get().is_archived
    inventory_restore(actor=cast.owner, inventory=inventory)
    assert not Inventory.objects.get().is_archived
    assert actions(inventory)[:2] == ["inventory.restored", "inventory.archived"]


def test_restore_never_pushes_a_newer_one_aside(cast, inventory):
    inventory_archive(actor=cast.owner, inventory=inventory)
    newer = inventory_make(cast.owner, cast.company)
    assert newer.pk != inventory.pk
    with pytest.raises(AlreadyThere) as refusal:
        inventory_restore(actor=cast.owner, inventory=inventory)
    assert refusal.value.other == newer
    assert Inventory.objects.get(pk=inventory.pk).is_archived
