"""Where one is led, what a door tells of who stands behind it, and that it closes at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kragozor.hub.applications.tasks import links_sending
from kragozor.hub.common import jobs
from kragozor.hub.members.services import representation_end
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from kragozor.hub.people.services import appointment_end, token_create
from tests.hub.access.cases_applications import LINKS
from tests.hub.access.matrix import Answer
from tests.hub.security.asking import OWN_APPS, asked, cases_of, deepest, signed_in

ELSEWHERE = [
    "http://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "https:evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "http://localhost:9/",
    "http://127.0.0.1/",
    "http://testserver@evil.example/",
    "http://[",
    "\thttp://evil.example",
]
# The pages on which a second factor is added, those that lead out, and what everybody may see.
WITHOUT_FACTOR = ("account_", "mfa_", "people:profile", "healthz", "robots", "api_docs")


def bearer(person: Person) -> dict[str, str]:
    """Return the head of a program that acts for somebody."""
    until = timezone.localdate() + timedelta(days=7)
    _token, secret = token_create(person=person, name="ERP", expires_on=until, may_write=True)
    return {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("where", ELSEWHERE)
def test_signing_in_leads_to_no_other_site(cast, where):
    person, door = cast.owner, reverse("account_login")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    client = Client()
    assert client.get(door, {"next": where}).status_code == 200
    led = client.post(door, {"login": person.email, "password": "a long password", "next": where})
    assert led.status_code == 302
    assert led.headers["Location"] == reverse("people:desk")


@pytest.mark.parametrize("where", ELSEWHERE)
def test_a_card_leads_back_to_no_other_site(world, where):
    client, card = signed_in(world, "staff"), [world.card.pk]
    led = client.post(reverse("pipeline:move", args=card), {"stage": "prospect", "back": where})
    assert led.headers["Location"] == reverse("pipeline:card", args=card)


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver@evil", "["]
)
def test_the_hub_answers_by_its_own_names_only(client, db, host):
    assert client.get("/", headers={"Host": host}).status_code == 400


def test_who_begins_an_application_is_answered_alike_whoever_it_is(world):
    """Neither an account nor an earlier application is told by the pages that write letters."""
    told = []
    for email in (world.owner.email, "iva@example.org", "nobody@example.org"):
        client = Client()
        begun = client.post(reverse("applications:start"), {"name": "Ива", "email": email})
        asked_for = client.post(reverse("applications:link_ask"), {"email": email})
        told.append(
            [
                (one.status_code, one.content, one.headers.items(), one.cookies.output())
                for one in (begun, asked_for)
            ]
        )
    assert told[0] == told[1] == told[2]


def test_a_new_link_is_never_made_while_who_asks_waits(world, monkeypatch):
    """How long the answer takes must not tell whether the address is known."""
    asked = []
    monkeypatch.setattr(jobs, "enqueue", lambda work, **values: asked.append((work, values)))
    mail.outbox.clear()
    for email in ("iva@example.org", "nobody@example.org"):
        Client().post(reverse("applications:link_ask"), {"email": email})
    assert [(work, values["email"]) for work, values in asked] == [
        (links_sending, "iva@example.org"),
        (links_sending, "nobody@example.org"),
    ]
    assert mail.outbox == []


def test_who_claimed_an_organisation_beforehand_is_shown_to_who_decides(world):
    """Anybody with an account may enter an ЕИК, and would become an owner of the member."""
    application = world.applying["asked"]
    data = {"name": "Чужда ООД", "kind": "company", "pillar": "textiles", "eik": application.eik}
    page = reverse("applications:approve", args=[application.pk])
    client = signed_in(world, "staff")
    assert world.stranger.email not in client.get(page).text
    assert signed_in(world, "stranger").post(reverse("members:new"), data).status_code == 302
    assert world.stranger.email in client.get(page).text


def test_a_representation_opens_nothing_once_it_is_over(world):
    head, client = bearer(world.editor), signed_in(world, "editor")
    page = reverse("members:detail", args=[world.company.pk])
    numbers = reverse("measuring:result", args=[world.assessment.pk])
    program = reverse("api:assessment_detail", args=[world.assessment.pk])
    opened = [client.get(page), client.get(numbers), Client().get(program, headers=head)]
    assert [one.status_code for one in opened] == [200, 200, 200]
    representation_end(
        actor=world.owner, representation=world.company.representations.get(person=world.editor)
    )
    closed = [client.get(page), client.get(numbers), Client().get(program, headers=head)]
    assert [one.status_code for one in closed] == [404, 404, 404]


@pytest.mark.parametrize("office", ["granted", "board", "administrator"])
def test_an_office_opens_nothing_once_it_is_over(world, office):
    person, client = world.people[office], signed_in(world, office)
    head, page = bearer(person), reverse("members:council")
    program = reverse("api:member_detail", args=[world.company.pk])
    assert client.get(page).status_code == 200
    assert Client().get(program, headers=head).status_code == 200
    if office == "administrator":  # there is always one
        world.staff.appointments.create(office=Office.ADMINISTRATOR, since=timezone.now())
    for appointment in person.appointments.all():
        appointment_end(actor=world.administrator, appointment=appointment)
    assert client.get(page).status_code == 404
    assert client.get(reverse("measuring:result", args=[world.assessment.pk])).status_code == 404
    assert client.get(reverse("admin:index")).status_code in {302, 404}
    assert Client().get(program, headers=head).status_code == 404


@pytest.mark.parametrize("app", OWN_APPS)
@pytest.mark.parametrize("part", ["staff", "board", "administrator"])
def test_who_works_for_the_council_without_a_second_factor_gets_nothing(world, settings, app, part):
    settings.STAFF_SECOND_FACTOR = True
    client = signed_in(world, part)
    for case in cases_of(app):
        if case.view.startswith(WITHOUT_FACTOR) or case.expected["visitor"] is Answer.OPEN:
            continue
        response = asked(client, case.method, case.address(world))
        assert response.status_code not in {200, 201, 422}, f"{case} by {part}"


@pytest.mark.parametrize("app", OWN_APPS)
def test_what_is_told_to_one_person_is_kept_and_framed_by_nobody(world, app):
    for case in cases_of(app):
        if case.method != "GET" or deepest(case) == "visitor":
            continue
        response = asked(signed_in(world, deepest(case)), "GET", case.address(world))
        head = response.headers
        assert {"private", "no-store"} <= set(head["Cache-Control"].split(", ")), str(case)
        framed_by_nobody = "frame-ancestors 'none'" in head["Content-Security-Policy"]
        assert framed_by_nobody or head["X-Frame-Options"] == "DENY", str(case)
        assert head["X-Content-Type-Options"] == "nosniff", str(case)
        assert head["Referrer-Policy"] in {"same-origin", "no-referrer"}, str(case)
        assert "unsafe" not in head["Content-Security-Policy"], str(case)


@pytest.mark.parametrize(
    ("view", "token"),
    [
        ("applications:application", LINKS["sent"]),
        ("applications:application", "g" * 43),
        ("measuring:shared", None),
        ("measuring:shared", "x" * 32),
    ],
)
def test_the_page_of_a_link_is_kept_by_nobody(world, client, view, token):
    head = client.get(reverse(view, args=[token or world.link.token])).headers
    assert {"private", "no-store"} <= set(head["Cache-Control"].split(", "))
    assert head["Referrer-Policy"] in {"same-origin", "no-referrer"}
