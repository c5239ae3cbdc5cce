"""The pages of the figures: for everybody, for a member, for the Council."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from kragozor.hub.figures import queries, services
from kragozor.hub.figures.models import Publication
from kragozor.hub.members.models import Organisation
from tests.hub.figures.making import YEAR, contributor_make
from tests.hub.pages import assert_page


@pytest.fixture
def published(staff):
    """Seven members of one pillar, and what they reach together."""
    members = [contributor_make(staff, number) for number in range(7)]
    services.figures_publish(actor=staff, year=YEAR)
    return members


def page(client, view, language="bg", **query):
    with override(language):
        return client.get(reverse(view), query)


@pytest.mark.parametrize("language", ["bg", "en"])
def test_everybody_reads_what_is_published(client, published, language):
    response = page(client, "figures:published", language)
    assert_page(response, language=language)
    assert {"bg": "от 7 членове", "en": "from 7 members"}[language] in response.text
    assert {"bg": "Участват по-малко от 5 членове.", "en": "fewer than 5"}[
        language
    ] in response.text
    assert not any(member.name in response.text for member in published)


@pytest.mark.parametrize("language", ["bg", "en"])
def test_page_guides_where_nothing_is_published(client, db, language):
    response = page(client, "figures:published", language)
    assert_page(response, language=language)
    assert reverse("figures:agreements") in response.text or "/en/work/figures/" in response.text


@pytest.mark.parametrize("year", ["1999", "x", "²"])
def test_year_that_is_not_there_is_the_newest(client, published, year):
    response = page(client, "figures:published", year=year)
    assert str(YEAR) in assert_page(response).title or str(YEAR) in response.text


@pytest.mark.parametrize("language", ["bg", "en"])
def test_council_reads_counts_and_no_numbers(client_of, board, published, language):
    response = page(client_of(board), "figures:council", language, year=YEAR)
    assert_page(response, language=language)
    tally = next(one for one in queries.tallies(YEAR) if one.scope == "plastics")
    assert (tally.members, tally.agreed, tally.measured) == (7, 7, 7)
    assert reverse("figures:publish") not in response.text


@pytest.mark.parametrize("language", ["bg", "en"])
def test_owner_agrees_and_withdraws(client_of, owner, cast, language):
    client = client_of(owner)
    response = page(client, "figures:agreements", language)
    assert_page(response, language=language)
    address = reverse("figures:agree", args=[cast.company.pk])
    client.post(address, {"given": "yes"})
    assert queries.has_agreed(cast.company)
    assert_page(page(client, "figures:agreements", language), language=language)
    client.post(address, {"given": "no"})
    assert not queries.has_agreed(cast.company)


def test_words_are_kept_as_they_were_read(client_of, owner, cast):
    with override("en"):
        client_of(owner).post(reverse("figures:agree", args=[cast.company.pk]), {"given": "yes"})
    kept = queries.agreements_of(Organisation.objects.filter(pk=cast.company.pk)).get()
    assert kept.words.startswith("Our newest measurements")


def test_reader_does_not_decide(client_of, reader):
    response = page(client_of(reader), "figures:agreements")
    assert "Това решава собственикът" in response.text


def test_who_acts_for_nobody_is_told_what_to_do(client_of, expert):
    assert reverse("members:new") in page(client_of(expert), "figures:agreements").text


def test_staff_publishes(client_of, staff, published):
    response = client_of(staff).post(reverse("figures:publish"), {"year": str(YEAR)}, follow=True)
    assert_page(response)
    assert Publication.objects.count() == 2


@pytest.mark.parametrize("year", ["", "1900", "x"])
def test_year_that_cannot_be_published_is_told(client_of, staff, published, year):
    response = client_of(staff).post(reverse("figures:publish"), {"year": year}, follow=True)
    assert "Изберете годината" in response.text
    assert Publication.objects.count() == 1


def test_nobody_ready_is_told(client_of, staff):
    response = client_of(staff).post(reverse("figures:publish"), {"year": str(YEAR)}, follow=True)
    assert "няма какво да се публикува" in response.text


def test_pillar_tells_what_its_members_reach(client, published):
    response = client.get(reverse("directory:pillar", args=["plastics"]))
    assert_page(response)
    assert "от 7 членове" in response.text


def test_pages_ask_as_often_for_many_publications_as_for_one(
    client, client_of, board, staff, published
):
    council = client_of(board)

    def asked():
        with CaptureQueriesContext(connection) as captured:
            page(client, "figures:published")
            page(council, "figures:council")
        return len(captured)

    asked()
    once = asked()
    for _again in range(3):
        services.figures_publish(actor=staff, year=YEAR)
    assert asked() == once
