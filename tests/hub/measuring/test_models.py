"""What the database itself never lets happen."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from kragozor.hub.measuring.enums import UploadState
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink, Upload


@pytest.fixture
def refuses():
    """Assert that a change breaks a promise of the database."""

    def refuse(change, **options):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(**options)

    return refuse


def draft(cast, **facts):
    people = {"created_by": cast.owner, "updated_by": cast.owner, "organisation": cast.company}
    return Inventory.objects.create(kind="product", pillar="textiles", **people, **facts)


def test_subject_and_period_are_declared_once(cast, inventory, refuses):
    facts = {"name": inventory.name}
    facts |= {"period_start": inventory.period_start, "period_end": inventory.period_end}
    refuses(draft, cast=cast, **facts)
    draft(cast, **facts, archived_at=inventory.created_at)
    draft(cast, **facts | {"period_end": dt.date(2026, 1, 31)})


def test_drafts_without_a_name_may_be_many(cast):
    days = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 12, 31)}
    assert draft(cast, **days).pk != draft(cast, **days).pk


@pytest.mark.parametrize(
    "facts",
    [
        {"period_start": dt.date(2025, 2, 1), "period_end": dt.date(2025, 1, 31)},
        {"kind": "town"},
        {"pillar": "steel"},
    ],
)
def test_inventory_is_what_it_can_be(inventory, refuses, facts):
    refuses(Inventory.objects.filter(pk=inventory.pk).update, **facts)


def test_assessment_is_never_changed(assessment):
    assessment.value = 1.0
    with pytest.raises(TypeError, match="measure again"):
        assessment.save()
    assert Assessment.objects.get().value != 1.0


@pytest.mark.parametrize("facts", [{"number": 0}, {"proxy_share": 1.2}])
def test_assessment_is_what_it_can_be(assessment, refuses, facts):
    refuses(Assessment.objects.filter(pk=assessment.pk).update, **facts)


def test_numbers_of_one_inventory_differ(cast, assessment, refuses):
    facts = {
        field.attname: getattr(assessment, field.attname)
        for field in Assessment._meta.fields
        if field.name != "id"
    }
    refuses(Assessment.objects.create, **facts)


@pytest.mark.parametrize("state", [UploadState.ACCEPTED, UploadState.REFUSED])
def test_only_an_accepted_upload_declares_an_inventory(cast, inventory, refuses, state):
    wrong = None if state == UploadState.ACCEPTED else inventory
    refuses(
        Upload.objects.create,
        organisation=cast.company,
        pillar="textiles",
        inventory=wrong,
        state=state,
        original_name="a.xlsx",
        sha256="0" * 64,
        size=1,
        created_by=cast.owner,
    )


def test_token_of_a_link_is_long_and_its_own(cast, assessment, link):
    other = ShareLink.objects.create(
        assessment=assessment, expires_on=link.expires_on, created_by=cast.owner
    )
    assert other.token != link.token
    # 32 characters of base64 are 192 bits.
    assert len(link.token) >= 32


@pytest.mark.parametrize(("days", "is_open"), [(-1, True), (0, True), (1, False)])
def test_link_is_open_until_its_last_day(link, days, is_open):
    assert link.is_open(link.expires_on + dt.timedelta(days=days)) is is_open
