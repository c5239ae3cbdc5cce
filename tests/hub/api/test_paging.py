"""Pages of a list: complete, in order, and stable while others add and remove."""

import base64

import pytest

from kragozor.hub.common.paging import decoded, encoded
from kragozor.hub.members.models import Organisation
from tests.hub.cast import company_make

pytestmark = pytest.mark.django_db
LIST = "/api/v1/members"
NAMES = ["Алфа", "Алфа", "Алфа", "Бета", "Вега", "Нишка ООД"]


@pytest.fixture
def client(cast, client_of):
    """Staff, who see all companies: some of one name, so that the key must decide."""
    Organisation.objects.filter(pk=cast.other_company.pk).update(name=NAMES[0])
    for name in NAMES[1:-1]:
        company_make(name, None)
    return client_of(cast.staff)


def page(client, address):
    answer = client.get(address).json()
    return [item["name"] for item in answer["items"]], answer["next"]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 6, 50])
def test_following_next_tells_everything_once_in_order(client, limit):
    address, names, ids = f"{LIST}?limit={limit}", [], []
    while address:
        answer = client.get(address).json()
        assert len(answer["items"]) <= limit
        names += [item["name"] for item in answer["items"]]
        ids += [item["id"] for item in answer["items"]]
        address = answer["next"]
    assert names == NAMES
    assert len(set(ids)) == len(NAMES)


def test_next_keeps_the_rest_of_the_address(client):
    _names, following = page(client, f"{LIST}?limit=2&other=1")
    assert following.startswith("http://testserver/api/v1/members?")
    assert "limit=2" in following
    assert "other=1" in following


def test_what_comes_before_a_cursor_moves_nothing(client):
    _names, following = page(client, f"{LIST}?limit=3")
    company_make("Аа", None)
    assert page(client, following)[0] == NAMES[3:]


def test_what_goes_is_not_missed(client):
    _names, following = page(client, f"{LIST}?limit=4")
    Organisation.objects.filter(name="Бета").delete()
    assert page(client, following)[0] == NAMES[4:]


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "жж",
        encoded([]),
        encoded(["Алфа"]),
        encoded(["Алфа", "not an identifier"]),
        encoded(["a", "b", "c"]),
        encoded(["Алфа\0", "0" * 32]),
        encoded(["\ud800", "0" * 32]),
        base64.urlsafe_b64encode(b"[" * 40_000).decode(),
    ],
)
def test_a_cursor_that_is_none_is_refused(client, cursor):
    answer = client.get(LIST, {"cursor": cursor})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/query/cursor"


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x"])
def test_a_limit_out_of_bounds_is_refused(client, limit):
    answer = client.get(LIST, {"limit": limit})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/query/limit"


def test_a_cursor_holds_the_position_as_it_was():
    position = ["Нишка & ко.", "7"]
    assert decoded(encoded(position)) == position


@pytest.mark.parametrize("value", ['{"a": 1}', "[1]", '"text"'])
def test_what_is_no_position_is_no_cursor(value):
    cursor = base64.urlsafe_b64encode(value.encode()).decode()
    with pytest.raises(ValueError, match=cursor):
        decoded(cursor)


@pytest.mark.parametrize(
    "moment",
    [
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "yesterday",
    ],
)
def test_a_cursor_of_a_moment_that_is_none_is_no_fault_of_ours(client, moment):
    """Whether such a moment can be compared with is for the database to say."""
    cursor = encoded([moment, "0" * 32])
    assert client.get("/api/v1/inventories", {"cursor": cursor}).status_code in {200, 422}
