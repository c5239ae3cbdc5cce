"""A record is reached through its own parent, and chosen from what its chooser may choose.

The tables of the matrix ask with identifiers that belong together. Here they do not: everybody
asks with all the rights over another parent, and the record stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members.models import AccessGrant
from tests.hub.access.cases_applications import LINKS
from tests.hub.access.matrix import Case
from tests.hub.access.test_matrix import CASES
from tests.hub.security.asking import asked, signed_in

# Who has every right over which other parent of the same kind.
PARENTS: dict[str, tuple[str, Callable[[SimpleNamespace], Any]]] = {
    "organisation_id": ("stranger", lambda world: world.other_company.pk),
    "card_id": ("staff", lambda world: world.archived_card.pk),
    "inventory_id": ("owner", lambda world: world.archived.pk),
    "person_id": ("staff", lambda world: world.reader.pk),
}


# Offices are an administrator's to end, so staff are refused before anything is looked for.
REFUSED = {403, 404, 405}


def children() -> Iterator[Case]:
    """Yield the cases whose address names a parent and a record of it."""
    for case in CASES:
        if case.view.startswith("admin:") or case.path:
            continue
        names = [name for name in case.kwargs(_Named()) if name.endswith("_id")]
        # A job is found by whose it is; the inventory in its address is where the way leads on.
        if len(names) == 2 and names[0] in PARENTS and "job_id" not in names:
            yield case


class _Named(SimpleNamespace):
    def __getattr__(self, name: str) -> Any:
        return _Named()

    def __getitem__(self, name: str) -> Any:
        return _Named()


@pytest.mark.parametrize("case", list(children()), ids=str)
def test_a_record_is_not_reached_through_another_parent(world, case):
    kwargs = case.kwargs(world)
    parent = next(iter(kwargs))
    part, other = PARENTS[parent]
    client = signed_in(world, part)
    before = AuditEntry.objects.count()
    address = reverse(case.view, kwargs=kwargs | {parent: other(world)})
    data = [(name, str(value)) for name, value in case.data(world).items()]
    # A form about what is gone leads back to where one sees that it is.
    refused = REFUSED | ({302} if case.method == "POST" else set())
    assert asked(client, case.method, address, data).status_code in refused
    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("view", ["person_remove", "offer_remove"])
def test_what_one_application_names_is_not_removed_by_another(world, client, view):
    named = {"person_remove": world.named, "offer_remove": world.offered}[view]
    identifier = {"person_remove": "representative_id", "offer_remove": "offer_id"}[view]
    client.post(reverse("applications:start"), {"name": "Друг", "email": "other@example.org"})
    for state in ("sent", "approved"):
        kwargs = {"token": LINKS[state], identifier: named.pk}
        client.post(reverse(f"applications:{view}", kwargs=kwargs))
        named.refresh_from_db()


def test_a_question_is_not_answered_by_another_application(world, client):
    kwargs = {"token": LINKS["sent"], "question_id": world.asked.pk}
    response = client.post(reverse("applications:answer", kwargs=kwargs), {"text": "Не мое."})
    assert response.status_code == 404
    assert not hasattr(world.asked, "answer")


@pytest.mark.parametrize("part", ["stranger", "board", "expert", "owner"])
def test_numbers_are_opened_to_staff_only(world, part):
    client, before = signed_in(world, "owner"), AccessGrant.objects.count()
    address = reverse("members:grant", kwargs={"organisation_id": world.company.pk})
    response = client.post(address, {"staff": world.people[part].pk, "until": "2026-12-31"})
    assert response.status_code == 200
    assert AccessGrant.objects.count() == before


@pytest.mark.parametrize("view", ["step", "chosen"])
@pytest.mark.parametrize("part", ["owner", "board", "expert"])
def test_a_card_belongs_to_staff_only(world, view, part):
    kwargs = {"card_id": world.card.pk} if view == "step" else {}
    data = {"owner": world.people[part].pk, "cards": [world.card.pk], "do": "owner"}
    response = signed_in(world, "staff").post(reverse(f"pipeline:{view}", kwargs=kwargs), data)
    assert response.status_code in {200, 422}
    world.card.refresh_from_db()
    assert world.card.owner != world.people[part]


@pytest.mark.parametrize("part", ["owner", "expert", "stranger"])
def test_an_activity_is_answered_for_by_the_council_only(world, part):
    data = {"responsible": world.people[part].pk, "next_step": "Писмо"}
    response = signed_in(world, "staff").post(reverse("programme:change", args=[12]), data)
    assert response.status_code == 200
    assert "responsible" in response.context["form"].errors


def test_a_result_is_not_compared_with_what_may_not_be_seen(world):
    address = reverse("measuring:compare", args=[world.assessment.pk])
    for chosen in (world.assessment.pk, uuid4()):
        response = signed_in(world, "owner").get(address, {"with": chosen})
        assert response.status_code == 404


@pytest.mark.parametrize("part", ["stranger", "expert"])
def test_the_api_measures_nothing_that_may_not_be_seen(world, part):
    client, address = signed_in(world, part), reverse("api:assessment_create")
    answers = [
        client.post(address, {"inventory": str(one)}, content_type="application/json")
        for one in (world.inventory.pk, uuid4())
    ]
    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("part", ["stranger", "expert"])
def test_the_api_lists_nothing_of_others(world, part):
    client = signed_in(world, part)
    listed = client.get(reverse("api:assessment_list"), {"inventory": str(world.inventory.pk)})
    assert listed.json()["items"] == []
    for view in ("api:inventory_list", "api:member_list"):
        assert str(world.company.pk) not in client.get(reverse(view)).text
