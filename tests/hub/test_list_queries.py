"""A page asks the database as often for many rows as for one.

The lists that have no such test beside their other tests stand here, each with what grows on it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kragozor.hub.applications import services as applications
from kragozor.hub.members import services as members
from kragozor.hub.members.enums import Direction, Role, Topic
from kragozor.hub.members.models import AccessGrant, MemberPage, Representation
from kragozor.hub.people.enums import Office
from kragozor.hub.pipeline import services as pipeline
from kragozor.hub.pipeline.models import LetterTemplate
from kragozor.hub.programme import services as programme
from kragozor.hub.programme.models import Activity
from kragozor.hub.records.models import Export
from kragozor.hub.records.services.duplicates import organisations_merge
from kragozor.hub.records.services.imports import import_take
from tests.hub.applications.making import sent_make
from tests.hub.cast import company_make, person_make
from tests.hub.pipeline.making import card_made
from tests.hub.programme.records import measuring, member
from tests.hub.records.files import csv, row

TODAY = timezone.localdate()
Grow = Callable[[SimpleNamespace, int], None]


@pytest.fixture
def world(cast) -> SimpleNamespace:
    """The cast, with a shown member, an application and a card beside it."""
    found = SimpleNamespace(**vars(cast), card=card_made(cast.staff), application=sent_make())
    MemberPage.objects.create(organisation=cast.company, is_shown=True)
    term = members.TermFacts(TODAY, TODAY + timedelta(days=50), waiver_reason="учредител")
    members.term_begin(actor=cast.staff, organisation=cast.company, term=term)
    members.pillars_set(actor=cast.staff, organisation=cast.company, pillars=["textiles"])
    return found


def imports(world, number: int) -> None:
    content = csv(row(number))
    import_take(actor=world.staff, target="members", name=f"{number}.csv", content=content)


def duplicates(world, number: int) -> None:
    name = f"Дубликат {'абвгдежзийклмнопрст'[number]} ООД"
    twins = [company_make(name, None) for _twin in range(4)]
    organisations_merge(actor=world.staff, kept=twins[2], absorbed=twins[3])


def exports(world, _number: int) -> None:
    Export.objects.create(form="json", asked_by=world.staff)


def people(world, number: int) -> None:
    person, former = (person_make(f"{name}{number}") for name in ("acting", "former"))
    Representation.objects.create(organisation=world.company, person=person, role=Role.READER)
    yesterday, now = timezone.now() - timedelta(days=1), timezone.now()
    Representation.objects.create(
        organisation=world.company, person=former, role=Role.READER, since=yesterday, until=now
    )
    members.invitation_send(
        actor=world.owner,
        organisation=world.company,
        email=f"{number}@example.org",
        role=Role.READER,
        language="bg",
    )
    let_in = person_make(f"let{number}", offices=[Office.STAFF])
    AccessGrant.objects.create(
        organisation=world.company, staff=let_in, granted_by=world.owner, until=TODAY
    )


def offers(world, number: int) -> None:
    members.offering_add(
        actor=world.owner,
        organisation=world.company,
        direction=Direction.OFFER,
        topic=Topic.RESIDUE,
        text_bg=f"Изрезки {number}",
    )
    members.project_write(
        actor=world.owner, organisation=world.company, year=2025, title_bg=f"Проект {number}"
    )


def terms(world, number: int) -> None:
    first = TODAY - timedelta(days=400 * (number + 1))
    term = members.TermFacts(first, first + timedelta(days=300), waiver_reason="дар")
    members.term_begin(actor=world.staff, organisation=world.company, term=term)


def endings(world, number: int) -> None:
    other = company_make(f"Член {number}", None)
    person = person_make(f"ending{number}")
    Representation.objects.create(organisation=other, person=person, role=Role.OWNER)
    term = members.TermFacts(TODAY, TODAY + timedelta(days=20), waiver_reason="дар")
    members.term_begin(actor=world.staff, organisation=other, term=term)


def papers(world, number: int) -> None:
    pipeline.note_add(actor=world.staff, card=world.card, text=f"Бележка {number}")
    file = SimpleUploadedFile(f"{number}.pdf", b"%PDF-")
    pipeline.document_add(actor=world.staff, card=world.card, file=file)


def archived(world, number: int) -> None:
    card = card_made(world.staff, name=f"Вретено {number}")
    pipeline.card_archive(actor=world.staff, card=card)


def templates(_world, number: int) -> None:
    LetterTemplate.objects.create(name_bg=f"Писмо {number}", name_en=f"Letter {number}")


def questions(world, number: int) -> None:
    applications.question_ask(
        actor=world.staff, application=world.application, text=f"Въпрос {number}?"
    )


def evidence(world, number: int) -> None:
    activity = Activity.objects.get(number=12)
    programme.evidence_add(
        actor=world.staff,
        activity=activity,
        on=date(2026, 1, 1),
        title=f"Проява {number}",
        value=1,
        is_public=True,
    )


def measured(world, number: int) -> None:
    one = member(world.staff, f"Мерил {number}", term=(TODAY, TODAY), district="BG322")
    measuring(world.staff, one, 2024)


LISTS: list[tuple[str, Callable[[SimpleNamespace], list], str, Grow]] = [
    ("records:imports", lambda _world: [], "staff", imports),
    ("records:duplicates", lambda _world: [], "staff", duplicates),
    ("records:exports", lambda _world: [], "staff", exports),
    ("members:people", lambda world: [world.company.pk], "owner", people),
    ("members:data", lambda world: [world.company.pk], "owner", people),
    ("members:page", lambda world: [world.company.pk], "owner", offers),
    ("directory:member", lambda world: [world.company.pk], "visitor", offers),
    ("members:council_member", lambda world: [world.company.pk], "staff", terms),
    ("members:renewals", lambda _world: [], "staff", endings),
    ("members:list", lambda _world: [], "staff", endings),
    ("pipeline:card", lambda world: [world.card.pk], "staff", papers),
    ("pipeline:archived", lambda _world: [], "staff", archived),
    ("pipeline:templates", lambda _world: [], "staff", templates),
    ("pipeline:forecast", lambda _world: [], "staff", endings),
    ("applications:council_application", lambda world: [world.application.pk], "staff", questions),
    ("programme:activity", lambda _world: [12], "staff", evidence),
    ("programme:progress", lambda _world: [], "visitor", evidence),
    ("programme:records", lambda _world: [2], "staff", measured),
    ("programme:records", lambda _world: [14], "staff", measured),
    ("people:desk", lambda _world: [], "staff", endings),
    ("api:member_list", lambda _world: [], "staff", endings),
]


@pytest.mark.parametrize(
    ("view", "arguments", "part", "grow"),
    LISTS,
    ids=[f"{one[0]}-{one[3].__name__}" for one in LISTS],
)
def test_many_rows_take_no_more_queries_than_one(world, view, arguments, part, grow):
    address = reverse(view, args=arguments(world))
    client = Client()
    if part != "visitor":
        client.force_login(getattr(world, part))
    grow(world, 0)
    queries(client, address)
    one = queries(client, address)
    for number in range(1, 14):
        grow(world, number)
    assert queries(client, address) == one


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
