"""What is published, what is withheld, and what is kept of it."""

import numpy as np
import pytest

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.figures import queries, services
from kragozor.hub.figures.models import Agreement, Contributor, PublishedFigure
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.hub.members.models import PillarMembership
from kragozor.instruments.cluster import MEASURES
from tests.hub.cast import company_make
from tests.hub.figures.making import YEAR, contributor_make, measured_make, member_make


def figures_of(publication):
    return {(f.scope, f.measure): f for f in publication.figures.all()}


def reason(figure):
    return figure.withheld["key"].removeprefix("disclosure.")


@pytest.fixture
def seven(staff):
    """Seven members of one pillar who agreed."""
    return [contributor_make(staff, number) for number in range(7)]


def test_figures_of_the_cluster_and_its_pillar_are_published(staff, seven):
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    inflow = sum(100 + 7 * number for number in range(7))
    recycled = sum(20 + 3 * number for number in range(7))
    assert found["cluster", "total_inflow"].value == pytest.approx(inflow)
    share = found["cluster", "circular_inflow_share"].value
    assert share == pytest.approx(recycled / inflow)
    assert found["plastics", "total_inflow"].contributors == 7
    assert {reason(found["textiles", measure]) for measure in MEASURES} == {"few"}
    assert Contributor.objects.filter(figure=found["cluster", "mean_mci"]).count() == 7
    assert not Contributor.objects.filter(figure=found["textiles", "mean_mci"]).exists()


def test_publishing_is_logged(staff, seven):
    publication = services.figures_publish(actor=staff, year=YEAR)
    entry = AuditEntry.objects.get(action="figures.published")
    assert entry.object_id == str(publication.pk)
    assert entry.detail == {"year": YEAR, "published": 8}


def test_only_who_agreed_and_is_a_member_is_counted(staff, seven):
    measured_make(staff, member_make(staff, 8), 500, 0)
    outside = company_make("Отвън", None)
    measured_make(staff, outside, 500, 0)
    services.agreement_record(actor=staff, organisation=outside, given=True)
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert found["cluster", "total_inflow"].contributors == 7


def test_newest_measurement_of_what_is_not_archived_counts(staff, seven):
    again = measured_make(staff, seven[0], 190, 20)
    other = measured_make(staff, seven[1], 150, 20)
    inventory_archive(actor=staff, inventory=other.inventory)
    found = queries.contributing("cluster", YEAR)
    assert found[str(seven[0].pk)].assessments == (str(again.pk),)
    assert str(seven[1].pk) not in found


def test_member_who_joins_waits_until_five_have(staff, seven):
    services.figures_publish(actor=staff, year=YEAR)
    contributor_make(staff, 8)
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert {reason(found["cluster", measure]) for measure in MEASURES} == {"subtraction-few"}
    for number in range(9, 13):
        contributor_make(staff, number)
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert found["cluster", "total_inflow"].contributors == 12
    assert found["cluster", "total_inflow"].value is not None


def test_member_who_withdraws_does_not_come_out(staff, seven):
    services.figures_publish(actor=staff, year=YEAR)
    services.agreement_record(actor=staff, organisation=seven[0], given=False)
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert reason(found["cluster", "total_inflow"]) == "subtraction-few"
    standing = queries.published_scopes(YEAR)[0].figures[2]
    assert standing.value is not None
    assert standing.withheld.key == "disclosure.subtraction-few"


def test_measuring_anew_does_not_tell_the_change(staff, seven):
    services.figures_publish(actor=staff, year=YEAR)
    measured_make(staff, seven[0], 190, 20)
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert reason(found["cluster", "total_inflow"]) == "subtraction-few"


def test_pillar_that_would_give_away_the_rest_is_withheld(staff, seven):
    contributor_make(staff, 8, pillar="textiles")
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert found["cluster", "total_inflow"].value is not None
    assert reason(found["plastics", "total_inflow"]) == "subtraction-few"


def test_same_figures_may_be_published_again(staff, seven):
    first = figures_of(services.figures_publish(actor=staff, year=YEAR))
    again = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert {key: one.value for key, one in first.items()} == {
        key: one.value for key, one in again.items()
    }


def test_other_year_begins_anew(staff, seven):
    services.figures_publish(actor=staff, year=YEAR)
    for number, organisation in enumerate(seven[:5]):
        measured_make(staff, organisation, 90 + number, 30, YEAR - 1)
    found = figures_of(services.figures_publish(actor=staff, year=YEAR - 1))
    assert found["cluster", "total_inflow"].contributors == 5
    assert found["cluster", "total_inflow"].value is not None


def test_merged_record_counts_as_the_one_it_went_into(staff, seven):
    services.figures_publish(actor=staff, year=YEAR)
    kept = member_make(staff, 20)
    seven[0].merged_into = kept
    seven[0].save()
    names = {
        member
        for release in queries.releases_published()
        if (release.quantity, release.period) == ("inflow", str(YEAR))
        for member in release.members
    }
    assert str(kept.pk) in names
    assert str(seven[0].pk) not in names


def test_nobody_ready_is_nothing_to_publish(staff):
    member_make(staff, 1)
    with pytest.raises(services.NothingToPublish):
        services.figures_publish(actor=staff, year=YEAR)
    assert not PublishedFigure.objects.exists()


def test_member_who_reads_all_publications_recovers_nobody(staff, seven):
    """Members join one by one, in two pillars, and the Council publishes each time."""
    everybody = list(seven)
    for number in range(8, 15):
        pillar = "textiles" if number % 3 else "plastics"
        everybody.append(contributor_make(staff, number, pillar=pillar))
        services.figures_publish(actor=staff, year=YEAR)
    told = PublishedFigure.objects.filter(measure="total_inflow", value__isnull=False)
    assert told.count() == 2
    keys = [one.pk for one in everybody]
    rows = [
        [
            float(key in set(figure.made_of.values_list("organisation_id", flat=True)))
            for key in keys
        ]
        for figure in told
    ]
    rows.append([float(key == keys[0]) for key in keys])
    totals = [figure.value for figure in told] + [100.0]
    solution, _, rank, _ = np.linalg.lstsq(np.array(rows), np.array(totals), rcond=None)
    free = np.abs(np.linalg.svd(np.array(rows))[2][rank:]).max(axis=0)
    assert [key for key, spread in zip(keys, free, strict=True) if spread < 1e-9] == keys[:1]
    assert solution[0] == pytest.approx(100.0)


def test_agreement_is_written_once_a_change(owner, cast):
    given = {"actor": owner, "organisation": cast.company}
    assert services.agreement_record(**given, given=False) is None
    assert services.agreement_record(**given, given=True) is not None
    assert services.agreement_record(**given, given=True) is None
    assert queries.has_agreed(cast.company)
    assert services.agreement_record(**given, given=False) is not None
    assert not queries.has_agreed(cast.company)
    assert [one.given for one in Agreement.objects.all()] == [False, True]
    actions = AuditEntry.objects.filter(action__startswith="figures.").values_list(
        "action", flat=True
    )
    assert set(actions) == {"figures.agreed", "figures.agreement_withdrawn"}


def test_records_are_never_changed(staff, seven):
    publication = services.figures_publish(actor=staff, year=YEAR)
    with pytest.raises(TypeError):
        publication.save()
    with pytest.raises(TypeError):
        PublishedFigure.objects.all().delete()
    with pytest.raises(TypeError):
        Contributor.objects.update(assessments=[])


def test_member_of_two_pillars_is_counted_once_in_the_cluster(staff, seven):
    for organisation in seven:
        PillarMembership.objects.create(
            organisation=organisation, pillar="agrifood", since=organisation.pillars.get().since
        )
    found = figures_of(services.figures_publish(actor=staff, year=YEAR))
    assert found["cluster", "total_inflow"].contributors == 7
    assert found["agrifood", "total_inflow"].value == found["plastics", "total_inflow"].value
