"""Two people who declare the same at the same moment."""

import contextlib
import threading

import pytest

from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services import drafts, inventories
from kragozor.hub.measuring.services.inventories import (
    inventory_archive,
    inventory_declare,
    inventory_restore,
    inventory_start,
)
from tests.files.books import SWEATER
from tests.hub.racing import RACES, at_once

SUBJECT = {
    "name": SWEATER.subject.name,
    "kind": "product",
    "pillar": "textiles",
    "period_start": SWEATER.subject.period_start.isoformat(),
    "period_end": SWEATER.subject.period_end.isoformat(),
}

pytestmark = RACES


def named_of(cast):
    """A change that gives a new draft the name and the period of everybody else's."""
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    return lambda: drafts.section_save(
        actor=cast.owner, inventory=draft, revision=1, section="subject", row=SUBJECT
    )


def current():
    return Inventory.objects.filter(name=SWEATER.subject.name, archived_at__isnull=True).count()


@pytest.fixture(autouse=True)
def _both_have_looked(monkeypatch):
    """Who found no other inventory waits a moment, so that a second one may look as well."""
    met, look = threading.Barrier(2), inventories.refuse_a_second

    def look_and_wait(inventory):
        look(inventory)
        with contextlib.suppress(threading.BrokenBarrierError):
            met.wait(timeout=0.5)

    monkeypatch.setattr(inventories, "refuse_a_second", look_and_wait)
    monkeypatch.setattr(drafts, "refuse_a_second", look_and_wait)


def test_of_drafts_that_take_one_name_at_once_one_gets_it(cast):
    outcomes = at_once(named_of(cast), named_of(cast))
    assert outcomes == ["AlreadyThere", "done"]
    assert current() == 1


def test_draft_and_file_of_one_name_at_once_are_one_inventory(cast):
    declare = lambda: inventory_declare(  # noqa: E731, it is called in threads
        actor=cast.owner, organisation=cast.company, declared=SWEATER
    )
    outcomes = at_once(named_of(cast), declare)
    assert set(outcomes) <= {"AlreadyThere", "done"}
    assert current() == 1


def test_archived_inventory_comes_back_or_its_successor_stays(cast):
    archived = inventory_declare(actor=cast.owner, organisation=cast.company, declared=SWEATER)
    inventory_archive(actor=cast.owner, inventory=archived)
    restore = lambda: inventory_restore(  # noqa: E731, it is called in threads
        actor=cast.owner, inventory=archived
    )
    assert at_once(restore, named_of(cast)) == ["AlreadyThere", "done"]
    assert current() == 1
