"""Inventories and assessments for programs."""

import json
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kragozor.files.facts import facts
from kragozor.hub.common.models import Job, JobState
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.hub.measuring.services.inventories import inventory_start
from kragozor.hub.measuring.tasks import MEASURING
from tests.files.books import SWEATER
from tests.hub.measuring.making import assessment_make, drawn, inventory_make
from tests.inventories import inventory as declared
from tests.inventories import known

INVENTORIES, ASSESSMENTS = "/api/v1/inventories", "/api/v1/assessments"
PROBLEM = "application/problem+json"


@pytest.fixture(autouse=True)
def _drawn_once(monkeypatch):
    monkeypatch.setattr(
        "kragozor.hub.measuring.services.measuring.pictures", lambda result: drawn()
    )


def declare(client, company, body=None, **headers):
    text = body if isinstance(body, str) else json.dumps(body or facts(SWEATER))
    address = f"{INVENTORIES}?member={company.pk}"
    return client.post(address, text, content_type="application/json", headers=headers)


def measure(client, inventory):
    return client.post(
        ASSESSMENTS, {"inventory": str(inventory.pk)}, content_type="application/json"
    )


def test_inventory_is_declared_as_the_published_format(cast, client_of):
    answer = declare(client_of(cast.editor), cast.company)
    assert answer.status_code == 201
    told = answer.json()
    assert told["member"] == str(cast.company.pk)
    assert told["facts"] == facts(SWEATER)
    assert Inventory.objects.get(pk=told["id"]).created_by == cast.editor


def test_newer_facts_replace_the_old(cast, client_of, inventory):
    heavier = replace(SWEATER.inflows[0], mass=known(61))
    newer = facts(replace(SWEATER, inflows=(heavier, *SWEATER.inflows[1:])))
    told = declare(client_of(cast.owner), cast.company, newer).json()
    assert (told["id"], told["revision"]) == (str(inventory.pk), 2)


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        ("bg", "Намерено „−3“; очаква се число, по-голямо от 0, например 12,5"),
        ("en", "Found “−3”; expected a number above 0, for example 12.5"),
    ],
)
def test_every_fault_is_told_at_its_place(cast, client_of, language, detail):
    wrong = facts(SWEATER)
    wrong["inflows"][1]["mass"]["value"] = -3
    wrong["outflows"][0]["destination"] = "moon"
    wrong["outflows"][0]["destination"] = wrong["outflows"][1]["destination"]
    answer = declare(client_of(cast.owner), cast.company, wrong, **{"Accept-Language": language})
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, PROBLEM)
    assert answer.json()["errors"] == [{"pointer": "/inflows/1/mass", "detail": detail}]
    assert not Inventory.objects.exists()


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"format": "other"}', '{"a": 1, "a": 2}', '{"x": NaN}']
)
def test_what_is_no_inventory_is_refused(cast, client_of, body):
    answer = declare(client_of(cast.owner), cast.company, body or " ")
    assert answer.status_code == 422
    assert answer.json()["errors"]
    assert not Inventory.objects.exists()


@pytest.mark.parametrize(
    ("part", "status"),
    [("reader", 403), ("granted", 403), ("staff", 403), ("stranger", 404), ("visitor", 401)],
)
def test_who_does_not_edit_declares_nothing(cast, client_of, part, status):
    answer = declare(client_of(cast.people[part]), cast.company)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, PROBLEM)
    assert not Inventory.objects.exists()


@pytest.mark.parametrize(
    ("part", "names", "numbers"),
    [
        ("reader", ["Пуловер"], True),
        ("granted", ["Пуловер"], True),
        ("staff", ["Пуловер"], False),
        ("stranger", [], False),
    ],
)
def test_inventories_are_known_and_their_facts_are_their_owners(
    cast, client_of, inventory, part, names, numbers
):
    client = client_of(cast.people[part])
    assert [item["name"] for item in client.get(INVENTORIES).json()["items"]] == names
    answer = client.get(f"{INVENTORIES}/{inventory.pk}")
    assert answer.status_code == (200 if names else 404)
    if names:
        assert (answer.json()["facts"] is not None) is numbers


def test_measuring_gives_the_whole_result(cast, client_of, inventory):
    answer = measure(client_of(cast.editor), inventory)
    assert answer.status_code == 201
    told = answer.json()
    assert told["inventory"] == str(inventory.pk)
    assert told["result"]["headline"] == told["headline"] == "mci.mci"
    assert Assessment.objects.get(pk=told["id"]).created_by == cast.editor


def test_incomplete_facts_are_not_measured(cast, client_of):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    answer = measure(client_of(cast.owner), draft)
    assert (answer.status_code, answer.headers["Content-Type"]) == (409, PROBLEM)
    assert answer.json()["errors"]
    assert not Assessment.objects.exists()


def test_large_inventory_is_measured_apart(cast, client_of, inventory, settings):
    settings.MEASURE_ROWS_AT_ONCE = 1
    client = client_of(cast.owner)
    asked = measure(client, inventory)
    assert asked.status_code == 202
    told = client.get(f"{ASSESSMENTS}/jobs/{asked.json()['job']}").json()
    assert told["state"] == "done"
    assert told["assessment"] == str(Assessment.objects.get().pk)


def test_work_is_told_to_who_asked_for_it(cast, client_of):
    job = Job.objects.create(owner=cast.owner, work=MEASURING, state=JobState.RUNNING)
    address = f"{ASSESSMENTS}/jobs/{job.pk}"
    told = client_of(cast.owner).get(address).json()
    assert told == {"job": str(job.pk), "state": "running", "assessment": None}
    assert client_of(cast.editor).get(address).status_code == 404


def test_work_that_is_no_measuring_is_absent(cast, client_of):
    job = Job.objects.create(owner=cast.owner, work="a.b", state=JobState.DONE, result=[1])
    assert client_of(cast.owner).get(f"{ASSESSMENTS}/jobs/{job.pk}").status_code == 404


@pytest.mark.parametrize(
    ("part", "status"),
    [("reader", 403), ("granted", 403), ("staff", 403), ("stranger", 404), ("visitor", 401)],
)
def test_who_does_not_edit_measures_nothing(cast, client_of, inventory, part, status):
    assert measure(client_of(cast.people[part]), inventory).status_code == status
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("part", "status"),
    [("reader", 200), ("granted", 200), ("staff", 404), ("stranger", 404), ("visitor", 401)],
)
def test_results_are_for_who_sees_numbers(cast, client_of, assessment, part, status):
    client = client_of(cast.people[part])
    assert client.get(f"{ASSESSMENTS}/{assessment.pk}").status_code == status
    assert client.get(f"{ASSESSMENTS}/{assessment.pk}.svg").status_code == status
    if status != 401:
        assert len(client.get(ASSESSMENTS).json()["items"]) == (1 if status == 200 else 0)


def test_results_of_one_inventory_are_asked_for(cast, client_of, assessment):
    named = declared(*SWEATER.inflows, *SWEATER.outflows, name="Шал")
    assessment_make(cast.owner, inventory_make(cast.owner, cast.company, named), named)
    client = client_of(cast.owner)
    told = client.get(ASSESSMENTS, {"inventory": str(assessment.inventory_id)}).json()
    assert [item["name"] for item in told["items"]] == ["Пуловер"]
    assert len(client.get(ASSESSMENTS).json()["items"]) == 2


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json; charset=utf-8"),
        ("application/json", "application/json; charset=utf-8"),
        ("application/pdf", "application/pdf"),
        ("image/svg+xml;q=0.9, application/json;q=0.1", "image/svg+xml"),
    ],
)
def test_form_of_a_result_is_what_the_caller_accepts(cast, client_of, assessment, accept, kind):
    answer = client_of(cast.owner).get(f"{ASSESSMENTS}/{assessment.pk}", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind


def test_form_of_a_result_may_be_its_ending(cast, client_of, assessment):
    client = client_of(cast.owner)
    answer = client.get(f"{ASSESSMENTS}/{assessment.pk}.pdf")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client.get(f"{ASSESSMENTS}/{assessment.pk}.exe").status_code == 404


@pytest.mark.parametrize("address", [INVENTORIES, ASSESSMENTS])
def test_queries_of_a_list_do_not_grow(cast, client_of, address):
    client, counts = client_of(cast.owner), []
    for number in range(3):
        named = declared(*SWEATER.inflows, *SWEATER.outflows, name=f"Шал {number}")
        assessment_make(cast.owner, inventory_make(cast.owner, cast.company, named), named)
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(address).json()["items"]) == number + 1
        counts.append(len(captured))
    assert counts[1] == counts[2]


def test_pages_of_a_list_follow_each_other(cast, client_of):
    for number in range(3):
        inventory_make(cast.owner, cast.company, declared(*SWEATER.inflows, name=f"Шал {number}"))
    client = client_of(cast.owner)
    first = client.get(INVENTORIES, {"limit": 2}).json()
    second = client.get(first["next"]).json()
    names = [item["name"] for item in first["items"] + second["items"]]
    assert names == ["Шал 2", "Шал 1", "Шал 0"]
    assert second["next"] is None


def test_both_resources_are_described(client, db):
    described = client.get("/api/v1/openapi.json").json()["paths"]
    assert "post" in described[INVENTORIES]
    assert "post" in described[ASSESSMENTS]
    assert client.get("/api/v1/docs").status_code == 200
