"""The programme for programs."""

from datetime import date

import pytest

from kragozor.hub.programme import services
from kragozor.hub.programme.models import Activity

ADDRESS = "/api/v1/programme"


@pytest.fixture
def ask(client_of, reader):
    client = client_of(reader)
    return lambda language="bg", **data: client.get(
        ADDRESS, data, headers={"Accept-Language": language}
    )


def test_every_activity_is_told_as_of_a_day(ask, staff):
    activity = Activity.objects.get(number=12)
    services.evidence_add(
        actor=staff, activity=activity, on=date(2025, 6, 30), title="Проява", value=2
    )
    told = ask(on="2025-06-30").json()
    assert told["on"] == "2025-06-30"
    assert [one["number"] for one in told["items"]] == list(range(1, 18))
    twelfth = told["items"][11]
    assert (twelfth["value"], twelfth["target"], twelfth["state"]) == (2, None, "without_target")
    assert ask(on="2025-06-29").json()["items"][11]["value"] is None


def test_words_are_in_the_language_asked_for(ask):
    bulgarian, english = (ask(language).json()["items"][1] for language in ("bg", "en"))
    assert bulgarian["unit"] == "членове"
    assert english["unit"] == "members"
    assert english["target"] == 20


@pytest.mark.parametrize("on", ["2020-12-31", "9999-01-01", "yesterday"])
def test_day_that_has_no_value_is_refused(ask, on):
    response = ask(on=on)
    assert response.status_code == 422
    assert response.headers["Content-Type"] == "application/problem+json"


def test_nothing_of_it_names_a_person_or_a_step(ask, staff, board):
    services.activity_change(
        actor=staff,
        activity=Activity.objects.get(number=12),
        responsible=board,
        next_step="Вътрешна стъпка",
    )
    text = ask().text
    assert str(board) not in text
    assert "Вътрешна" not in text
