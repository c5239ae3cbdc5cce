"""Whoever reads every page, of every year and scope, tells no member by what they differ in.

The reader is nobody in particular: all it has is what the pages say, in either language.
"""

import re
from html import unescape
from itertools import combinations

import pytest
from django.urls import reverse
from django.utils.translation import override

from kragozor.hub.figures import services
from kragozor.hub.members.models import PillarMembership
from tests.hub.figures.making import YEAR, contributor_make, measured_make

MASSES = [101.0, 211.0, 307.0, 401.0, 503.0, 601.0, 701.0]
TOTAL = {"bg": "Общ входящ поток", "en": "Total inflow"}


@pytest.fixture
def five(staff):
    """Five members of one pillar who measured two years, and changed nothing."""
    return [joins(staff, number) for number in range(5)]


def joins(staff, number, years=(YEAR - 1, YEAR), pillar="plastics"):
    """A member who joins, and measures the same in each of the years."""
    organisation = contributor_make(staff, number, pillar=pillar)
    for year in years:
        measured_make(staff, organisation, MASSES[number], 20, year)
    return organisation


def publish(staff, year):
    services.figures_publish(actor=staff, year=year)


def told(client, language="en"):
    """Every total that was ever on the page of any year, in kilograms."""
    with override(language):
        address = reverse("figures:published")
    found = set()
    for year in (YEAR - 1, YEAR):
        text = unescape(client.get(address, {"year": year}).text)
        for shown in re.findall(rf"<dt>{TOTAL[language]}</dt>\s*<dd><strong[^>]*>([^<]*)<", text):
            found.add(
                float(re.sub(r"[^\d.]", "", shown.replace(",", "" if language == "en" else ".")))
            )
    return found


def tells_nobody(totals):
    """No total, and no difference of two, is a member's, nor that of fewer than five together."""
    few = {sum(some) for n in range(1, 5) for some in combinations(MASSES, n)}
    assert totals.isdisjoint(few)
    assert {abs(a - b) for a, b in combinations(totals, 2)}.isdisjoint(few)


def test_member_who_joins_between_two_years_is_not_told(client, staff, five):
    """The others copied their inventory into the new year, so the difference would be exact."""
    publish(staff, YEAR - 1)
    assert told(client) == {sum(MASSES[:5])}
    joins(staff, 5, years=[YEAR])
    publish(staff, YEAR)
    tells_nobody(told(client))


def test_member_who_leaves_between_two_years_is_not_told(client, staff, five):
    sixth = joins(staff, 5)
    publish(staff, YEAR - 1)
    services.agreement_record(actor=staff, organisation=sixth, given=False)
    publish(staff, YEAR)
    assert told(client) == {sum(MASSES[:6])}


def test_member_who_edits_a_number_is_not_told(client, staff, five):
    publish(staff, YEAR - 1)
    measured_make(staff, five[0], MASSES[0] + MASSES[1], 20, YEAR)
    publish(staff, YEAR)
    tells_nobody(told(client))


def test_pillar_of_another_year_does_not_give_away_the_rest_of_the_cluster(client, staff, five):
    joins(staff, 5, pillar="textiles")
    joins(staff, 6, pillar="textiles")
    publish(staff, YEAR - 1)
    for organisation in five[:1]:
        PillarMembership.objects.filter(organisation=organisation).update(pillar="textiles")
    publish(staff, YEAR)
    tells_nobody(told(client))


def test_year_in_which_everybody_measured_anew_is_published(client, staff, five):
    publish(staff, YEAR - 1)
    for number, organisation in enumerate(five):
        measured_make(staff, organisation, MASSES[number] + 1 + number, 20, YEAR)
    joins(staff, 5, years=[YEAR])
    publish(staff, YEAR)
    assert told(client) == {sum(MASSES[:5]), sum(MASSES[:6]) + 15}
    assert told(client, "bg") == told(client)
