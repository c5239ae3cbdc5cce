"""A file becomes an inventory, or comes back with what is wrong with it; nothing between."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from kragozor.hub.measuring.models import Inventory, Upload
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.hub.measuring.services.uploads import SentBefore, upload_take, uploads_purge
from tests.files.books import empty, filled, workbook_of

GOOD, BAD = workbook_of(), filled({"inflows!B7": "дванадесет"})


@pytest.fixture
def take(cast):
    """Send a file for the company."""

    def send(content, name="данни.xlsx", **who):
        options = {"actor": cast.owner, "organisation": cast.company, "language": "bg"} | who
        return upload_take(name=name, content=content, **options)

    return send


def test_good_file_is_kept_as_it_came(take):
    sent = take(GOOD)
    assert (sent.is_accepted, sent.inventory.name, sent.original_name) == (
        True,
        "Пуловер",
        "данни.xlsx",
    )
    with default_storage.open(sent.file.name) as file:
        assert file.read() == GOOD


def test_stored_name_says_nothing(take):
    assert take(GOOD, name="../../etc/passwd").file.name.startswith("uploads/")
    assert "passwd" not in Upload.objects.get().file.name


def test_bad_file_declares_nothing_and_comes_back_marked(take):
    sent = take(BAD)
    assert Inventory.objects.count() == 0
    assert (sent.is_accepted, sent.inventory) == (False, None)
    (problem,) = sent.problems
    assert (problem["sheet"], problem["row"], problem["cell"]) == ("Вход", 7, "B7")
    assert problem["found"] == {"bg": "дванадесет", "en": "дванадесет"}
    assert problem["sentence"]["en"].startswith("Found “дванадесет”")
    with sent.file.open() as file:
        assert file.read() not in {BAD, b""}


def test_bad_file_changes_nothing_that_was_there(take, inventory):
    take(BAD)
    assert Inventory.objects.get().revision == 1


def test_file_without_cells_to_mark_is_not_kept(take):
    assert not take(b"not a workbook").file


def test_what_cannot_be_opened_is_not_marked(take):
    assert not take(empty()[:2000]).file


def test_same_file_is_not_taken_twice(take):
    first = take(GOOD)
    with pytest.raises(SentBefore) as before:
        take(GOOD, name="друго име.xlsx")
    assert before.value.upload == first
    assert Upload.objects.count() == Inventory.objects.count() == 1


def test_same_file_may_be_bad_twice(take):
    take(BAD)
    take(BAD)
    assert Upload.objects.count() == 2


def test_two_companies_may_send_the_same_file(take, cast):
    take(GOOD)
    take(GOOD, actor=cast.stranger, organisation=cast.other_company)
    assert Upload.objects.filter(state="accepted").count() == 2


def test_corrected_file_is_a_new_version_of_the_same_inventory(take):
    first = take(GOOD)
    second = take(filled({"inflows!B7": 61}))
    assert second.inventory == first.inventory
    assert second.inventory.revision == 2


def test_file_for_an_archived_inventory_begins_another(take, cast):
    inventory_archive(actor=cast.owner, inventory=take(GOOD).inventory)
    assert take(filled({"inflows!B7": 61})).inventory.revision == 1
    assert Inventory.objects.count() == 2


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
def test_refused_file_is_gone_after_a_day(take, hours, left):
    take(GOOD)
    bad = take(BAD)
    then = timezone.now() - timedelta(hours=hours)
    Upload.objects.update(created_at=then)
    assert uploads_purge() == 1 - left
    assert Upload.objects.filter(state="refused").count() == left
    assert default_storage.exists(bad.file.name) is bool(left)
    assert Upload.objects.filter(state="accepted").count() == 1
