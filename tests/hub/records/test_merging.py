"""Two records become one, with everything that was said of either; and two again."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.common.personal import plain
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.hub.members import queries
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Representation
from kragozor.hub.members.services import (
    TermFacts,
    grant_give,
    invitation_send,
    organisation_edit,
    page_edit,
    pillars_set,
    representation_begin,
    term_begin,
)
from kragozor.hub.records.models import DistinctPair, Merge
from kragozor.hub.records.queries.duplicates import moving, pairs, told
from kragozor.hub.records.services.duplicates import (
    Refused,
    merge_reverse,
    organisations_merge,
    pair_keep_apart,
)
from tests.files.books import SWEATER
from tests.hub.cast import company_make
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.inventories import inventory as declared


@pytest.fixture(autouse=True)
def english():
    """What is refused or told is said in the language of the page."""
    with override("en"):
        yield


@pytest.fixture
def kept(cast):
    """The record that stays."""
    return cast.company


@pytest.fixture
def absorbed(cast):
    """The record that is made part of it."""
    return cast.other_company


def merged(actor, kept, absorbed, *taken):
    return organisations_merge(actor=actor, kept=kept, absorbed=absorbed, taken=taken)


def term(actor, organisation, year):
    days = TermFacts(date(year, 1, 1), date(year, 12, 31), waiver_reason="учредител")
    return term_begin(actor=actor, organisation=organisation, term=days)


def test_absorbed_record_is_out_of_sight_and_whole(staff, kept, absorbed):
    before = {"name": absorbed.name, "eik": absorbed.eik}
    merged(staff, kept, absorbed)
    absorbed.refresh_from_db()
    assert {"name": absorbed.name, "eik": absorbed.eik} == before
    assert absorbed.merged_into == kept
    assert absorbed not in queries.organisations()
    assert queries.kept_instead_of(staff, absorbed.pk) == kept.pk
    assert queries.kept_instead_of(staff, kept.pk) is None


def test_chosen_facts_are_taken_over(staff, kept, absorbed):
    organisation_edit(actor=staff, organisation=absorbed, town="Русе", website="https://k.example")
    merge = merged(staff, kept, absorbed, "town")
    kept.refresh_from_db()
    assert (kept.town, kept.website, kept.name) == ("Русе", "", "Нишка ООД")
    assert merge.facts == {"town": ["Габрово", "Русе"]}


def test_activity_is_taken_over_with_its_edition(staff, kept, absorbed):
    facts = {"activity_code": "13.10", "activity_version": "kid-2008"}
    organisation_edit(actor=staff, organisation=absorbed, **facts)
    merged(staff, kept, absorbed, "activity_code")
    kept.refresh_from_db()
    assert kept.activity_version == "kid-2008"


def test_everything_that_points_to_it_moves(cast, staff, kept, absorbed):
    begun = term(staff, absorbed, 2026)
    inventory = inventory_make(cast.stranger, absorbed)
    pillars_set(actor=staff, organisation=absorbed, pillars=["plastics"])
    merge = merged(staff, kept, absorbed)
    begun.refresh_from_db()
    inventory.refresh_from_db()
    assert begun.organisation == inventory.organisation == kept
    assert kept.pillars.get().pillar == "plastics"
    assert kept.representations.filter(person=cast.stranger, role=Role.OWNER).exists()
    assert merge.moved["members.Term.organisation"] == [str(begun.pk)]
    assert moving(kept, absorbed) == []


def test_merger_is_logged(staff, kept, absorbed):
    merged(staff, kept, absorbed)
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"organisations.merged", "organisation.merged"} <= actions


@pytest.mark.parametrize(
    ("role", "other", "left"),
    [
        (Role.READER, Role.OWNER, Role.OWNER),
        (Role.OWNER, Role.EDITOR, Role.OWNER),
        (Role.EDITOR, Role.EDITOR, Role.EDITOR),
    ],
)
def test_person_of_both_keeps_the_higher_role(cast, staff, kept, absorbed, role, other, left):
    for organisation, given in ((kept, role), (absorbed, other)):
        representation_begin(actor=staff, organisation=organisation, person=cast.expert, role=given)
    assert any("acts for both" in sentence for sentence in told(kept, absorbed))
    merge = merged(staff, kept, absorbed)
    standing = Representation.objects.get(person=cast.expert, until__isnull=True)
    assert (standing.organisation, standing.role) == (kept, left)
    merge_reverse(actor=staff, merge=merge)
    again = Representation.objects.filter(person=cast.expert, until__isnull=True)
    assert set(again.values_list("organisation", "role")) == {
        (kept.pk, role),
        (absorbed.pk, other),
    }


def test_same_pillar_is_told_and_counts_once(staff, kept, absorbed):
    for organisation in (kept, absorbed):
        pillars_set(actor=staff, organisation=organisation, pillars=["textiles"])
    assert any("Both are members in Textiles" in sentence for sentence in told(kept, absorbed))
    assert "memberships of pillars" not in dict(moving(kept, absorbed))
    merged(staff, kept, absorbed)
    assert kept.pillars.count() == absorbed.pillars.count() == 1


def test_overlapping_terms_are_told_and_kept(staff, kept, absorbed):
    term(staff, kept, 2026)
    term(staff, absorbed, 2026)
    assert any("Their terms overlap" in sentence for sentence in told(kept, absorbed))
    merged(staff, kept, absorbed)
    assert kept.terms.count() == 2


def test_grant_and_invitation_stand_once(cast, staff, kept, absorbed):
    later = timezone.localdate() + timedelta(days=200)
    grant_give(actor=cast.stranger, organisation=absorbed, staff=cast.granted, until=later)
    for organisation in (kept, absorbed):
        invitation_send(
            actor=staff,
            organisation=organisation,
            email="mira@example.org",
            role=Role.EDITOR,
            language="bg",
        )
    merged(staff, kept, absorbed)
    assert kept.grants.get(revoked_at__isnull=True).until == later
    assert kept.invitations.filter(revoked_at__isnull=True).count() == 1


def test_both_may_hold_assessments(cast, staff, kept, absorbed):
    inventory_make(cast.owner, kept)
    other = inventory_make(cast.stranger, absorbed, declared(*SWEATER.inflows, name="Шал"))
    assessment = assessment_make(cast.stranger, other)
    merged(staff, kept, absorbed)
    assert kept.inventories.count() == 2
    assert assessment.inventory in kept.inventories.all()


def test_same_subject_and_period_in_both_is_refused_and_named(cast, staff, kept, absorbed):
    inventory_make(cast.owner, kept)
    inventory_make(cast.stranger, absorbed)
    term(staff, absorbed, 2026)
    with pytest.raises(Refused) as refused:
        merged(staff, kept, absorbed, "town")
    assert "Both hold the inventory “Пуловер”" in refused.value.sentences[0]
    assert Inventory.objects.filter(organisation=absorbed).count() == 1
    assert absorbed.terms.count() == 1
    assert absorbed in queries.organisations()
    assert not Merge.objects.exists()


def test_archived_inventory_is_no_obstacle(cast, staff, kept, absorbed):
    inventory_make(cast.owner, kept)
    other = inventory_make(cast.stranger, absorbed)
    inventory_archive(actor=cast.stranger, inventory=other)
    merged(staff, kept, absorbed)
    assert kept.inventories.count() == 2


def test_one_record_is_merged_once(staff, kept, absorbed):
    merged(staff, kept, absorbed)
    with pytest.raises(Refused):
        merged(staff, kept, absorbed)


def test_reversed_merger_leaves_nothing_behind(cast, staff, kept, absorbed):
    begun = term(staff, absorbed, 2026)
    inventory = inventory_make(cast.stranger, absorbed)
    merge = merged(staff, kept, absorbed, "name")
    reversal = merge_reverse(actor=staff, merge=merge)
    for one in (begun, inventory, kept, absorbed):
        one.refresh_from_db()
    assert begun.organisation == inventory.organisation == absorbed
    assert kept.name == "Нишка ООД"
    assert absorbed in queries.organisations()
    assert reversal.left == []
    assert queries.kept_instead_of(staff, absorbed.pk) is None
    assert AuditEntry.objects.filter(action="organisations.merger_reversed").exists()


def everything() -> dict[str, list]:
    """Every record of the hub, but for what tells of the merger itself."""
    told = {"common.AuditEntry", "records.Merge"}
    models = [model for model in apps.get_models() if model._meta.label not in told]
    return {
        model._meta.label: list(plain(model._meta.label).order_by("pk").values())
        for model in models
    }


def test_reversed_merger_of_two_with_assessments_is_exact(cast, staff, kept, absorbed):
    later = timezone.localdate() + timedelta(days=200)
    for organisation, owner, name in ((kept, cast.owner, "Шал"), (absorbed, cast.stranger, "Елек")):
        inventory = inventory_make(owner, organisation, declared(*SWEATER.inflows, name=name))
        assessment_make(owner, inventory)
        pillars_set(actor=staff, organisation=organisation, pillars=["textiles"])
        term(staff, organisation, 2026)
        grant_give(actor=owner, organisation=organisation, staff=cast.granted, until=later)
        representation_begin(
            actor=staff, organisation=organisation, person=cast.expert, role=Role.EDITOR
        )
        page_edit(actor=owner, organisation=organisation, text_bg=name)
    before = everything()
    merge = merged(staff, kept, absorbed, "name", "pillar")
    assert Assessment.objects.filter(inventory__organisation=kept).count() == 2
    assert everything() != before
    reversal = merge_reverse(actor=staff, merge=merge)
    assert reversal.left == []
    assert everything() == before


def test_what_changed_since_is_named_and_left(cast, staff, kept, absorbed):
    inventory = inventory_make(cast.stranger, absorbed)
    merge = merged(staff, kept, absorbed, "name", "pillar")
    organisation_edit(actor=cast.owner, organisation=kept, name="Ново име")
    Inventory.objects.filter(pk=inventory.pk).delete()
    reversal = merge_reverse(actor=staff, merge=merge)
    kept.refresh_from_db()
    assert (kept.name, kept.pillar) == ("Ново име", "textiles")
    assert "Changed since, and left as it is: Name." in reversal.left
    assert any("1 of inventories" in sentence for sentence in reversal.left)


def test_merger_is_reversed_once_and_from_the_last(staff, kept, absorbed):
    first = merged(staff, kept, absorbed)
    third = company_make("Трета АД", "000000018")
    second = merged(staff, third, kept)
    assert queries.kept_instead_of(staff, absorbed.pk) == third.pk
    with pytest.raises(Refused):
        merge_reverse(actor=staff, merge=first)
    merge_reverse(actor=staff, merge=second)
    merge_reverse(actor=staff, merge=first)
    with pytest.raises(Refused):
        merge_reverse(actor=staff, merge=first)


def test_pairs_are_proposed_until_they_are_kept_apart(staff, kept, absorbed):
    organisation_edit(actor=staff, organisation=absorbed, name="НИШКА", town="Габрово")
    [pair], count = pairs(10)
    assert ({pair.first, pair.second}, count) == ({kept, absorbed}, 1)
    pair_keep_apart(actor=staff, one=absorbed, other=kept)
    pair_keep_apart(actor=staff, one=kept, other=absorbed)
    assert pairs(10) == ([], 0)
    assert DistinctPair.objects.count() == 1
    assert AuditEntry.objects.filter(action="pair.kept_apart").count() == 1
