"""Members through the API."""

import pytest

pytestmark = pytest.mark.django_db
LIST = "/api/v1/members"


def test_representative_lists_own_companies(cast, client_of):
    answer = client_of(cast.reader).get(LIST)
    assert answer.status_code == 200
    assert [item["name"] for item in answer.json()["items"]] == ["Нишка ООД"]
    assert answer.json()["next"] is None


def test_staff_list_all_companies(cast, client_of):
    items = client_of(cast.staff).get(LIST).json()["items"]
    assert [item["eik"] for item in items] == [cast.other_company.eik, cast.company.eik]


def test_visitor_is_asked_who_they_are(cast, client_of):
    answer = client_of(None).get(LIST)
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("part", "role", "numbers", "edit"),
    [
        ("owner", "owner", True, True),
        ("editor", "editor", True, True),
        ("reader", "reader", True, False),
        ("staff", None, False, False),
        ("granted", None, True, False),
    ],
)
def test_member_says_what_the_caller_may_do(cast, client_of, part, role, numbers, edit):
    member = client_of(cast.people[part]).get(f"{LIST}/{cast.company.pk}").json()
    assert member["role"] == role
    assert member["may_view_numbers"] is numbers
    assert member["may_edit_inventories"] is edit


def test_stranger_does_not_find_the_member(cast, client_of):
    answer = client_of(cast.stranger).get(f"{LIST}/{cast.company.pk}")
    assert answer.status_code == 404
    assert answer.json()["status"] == 404
