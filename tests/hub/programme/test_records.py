"""The records behind the live values: one click from the scoreboard, as of the same day."""

from datetime import UTC, date, datetime

import pytest

from kragozor.hub.members.models import PillarMembership
from tests.hub.pages import assert_page
from tests.hub.programme.records import measuring, member, pillar

BOARD = "/council/programme/"
DAY = date(2025, 6, 30)
LIVE = (1, 2, 14, 16, 17)
PREFIXES = [("", "bg"), ("/en", "en")]


@pytest.fixture
def members(staff):
    """Two members of which one leaves the day after, and three measurings."""
    pillar("textiles", lead=staff)
    loom = member(staff, "Стан", district="BG311")
    dye = member(staff, "Багра", pillar="plastics", district="BG341")
    PillarMembership.objects.filter(organisation=dye).update(until=DAY)
    for year in (2023, 2024):
        measuring(staff, loom, year, made_at=datetime(2025, 6, year - 2010, 9, tzinfo=UTC))
    measuring(staff, dye, 2024, made_at=datetime(2025, 7, 1, 9, tzinfo=UTC))
    return loom, dye


@pytest.fixture
def rows_of(client_of, board):
    client = client_of(board)

    def rows(number, on):
        page = client.get(f"/en{BOARD}{number}/records/", {"on": on}).context["page"]
        return [(one.name, one.counted, one.day.isoformat()) for one in page]

    return rows


@pytest.mark.parametrize(("prefix", "language"), PREFIXES)
@pytest.mark.parametrize("number", LIVE)
def test_pages_are_whole(client_of, board, members, prefix, language, number):
    response = client_of(board).get(f"{prefix}{BOARD}{number}/records/")
    assert_page(response, language=language)


@pytest.mark.parametrize("number", LIVE)
def test_scoreboard_leads_there_for_the_same_day(client_of, board, db, number):
    shown = client_of(board).get(BOARD, {"on": "2025-06-30"}).text
    assert f'href="{BOARD}{number}/records/?on=2025-06-30"' in shown
    assert f'href="{BOARD}{number}/records/"' in client_of(board).get(BOARD).text


def test_records_are_those_of_the_day(members, rows_of):
    loom, dye = (
        ("Стан", "Textiles", "2025-01-01"),
        ("Багра", "Plastics and packaging", "2025-01-01"),
    )
    assert rows_of(2, "2025-06-30") == [dye, loom]
    assert rows_of(2, "2025-07-01") == [loom]
    assert rows_of(16, "2025-07-01") == [("Стан", "Vidin", "2025-01-01")]


def test_measurings_are_told_by_number_and_first_day(members, rows_of):
    assert rows_of(14, "2025-06-13") == [("Стан", "1 measurement", "2025-06-13")]
    assert rows_of(14, "2025-06-30") == [("Стан", "2 measurements", "2025-06-13")]
    assert [name for name, *_rest in rows_of(14, "2025-07-01")] == ["Багра", "Стан"]
    assert rows_of(17, "2025-06-13") == []
    assert rows_of(17, "2025-06-30") == [("Стан", "1 subject", "2025-06-14")]


def test_as_many_records_as_the_value_says(client_of, board, members):
    for number in (14, 16, 17):
        for on in ("2024-12-31", "2025-06-30", "2025-07-01"):
            context = client_of(board).get(f"{BOARD}{number}/records/", {"on": on}).context
            assert context["page"].paginator.count == context["reading"].number


def test_evidence_by_hand_has_no_records(client_of, board, db):
    for number in (3, 12, 18):
        assert client_of(board).get(f"{BOARD}{number}/records/").status_code == 404


@pytest.mark.parametrize("query", ["page=0", "page=99999999999999999999", "page=x", "on=x&page=2"])
def test_page_that_is_not_there_is_the_nearest(client_of, board, members, query):
    response = client_of(board).get(f"{BOARD}2/records/?{query}")
    assert_page(response)
    assert response.context["page"].number == 1
