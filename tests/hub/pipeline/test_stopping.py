"""Whoever received a letter asks for no more, by its link or by one press in a mail program."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.pipeline import services
from kragozor.hub.pipeline.models import LetterTemplate, Suppression
from kragozor.hub.pipeline.rules import address_hash
from kragozor.hub.pipeline.silence import silence_address
from tests.hub.pages import assert_page
from tests.hub.pipeline.making import card_made

pytestmark = pytest.mark.django_db
EMAIL = "maria@example.org"


@pytest.fixture
def card(staff):
    return card_made(staff, contact_email=EMAIL)


@pytest.fixture
def link(card, staff) -> str:
    """The path that a letter leads to."""
    template = LetterTemplate.objects.get(name_en="First contact")
    services.letter_send(actor=staff, card=card, template=template)
    return re.search(r"https?://[^/\s]+(/letters/stop/\S+/)", mail.outbox[0].body)[1]


def test_a_letter_names_the_link_for_its_reader_and_for_mail_programs(link):
    (letter,) = mail.outbox
    headers = letter.message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.sub(r"\s", "", headers["List-Unsubscribe"]).endswith(f"{link}>")
    assert EMAIL not in link


@pytest.mark.parametrize(("language", "prefix"), [("bg", ""), ("en", "/en")])
def test_looking_changes_nothing_and_confirming_stops(client, card, link, language, prefix):
    asked = client.get(f"{prefix}{link}")
    assert_page(asked, language=language)
    assert asked.headers["X-Robots-Tag"].startswith("noindex")
    assert client.head(f"{prefix}{link}").status_code == 200
    assert not Suppression.objects.exists()
    answer = client.post(f"{prefix}{link}", follow=True)
    assert_page(answer, language=language)
    assert "<form" not in answer.text.partition("<main")[2].partition("</main")[0]
    card.refresh_from_db()
    assert card.is_suppressed
    assert AuditEntry.objects.filter(action="card.silenced", actor=None).count() == 1


def test_one_press_in_a_mail_program_needs_no_page(link, card):
    program = Client(enforce_csrf_checks=True)
    answer = program.post(link, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.content) == (204, b"")
    card.refresh_from_db()
    assert card.is_suppressed


def test_the_wish_holds_for_every_card_of_the_address_and_is_kept_once(client, staff, card, link):
    same, other = card_made(staff, contact_email="Maria@Example.org"), card_made(staff)
    for _press in range(2):
        client.post(link)
    for one in (card, same, other):
        one.refresh_from_db()
    assert [card.is_suppressed, same.is_suppressed, other.is_suppressed] == [True, True, False]
    assert card_made(staff, contact_email=EMAIL).is_suppressed
    wish = Suppression.objects.get()
    assert wish.by_link
    assert AuditEntry.objects.filter(action="letters.stopped").count() == 1
    template = LetterTemplate.objects.first()
    with pytest.raises(services.NotToBeWrittenTo):
        services.letter_send(actor=staff, card=card, template=template)


def test_a_link_works_after_the_card_has_another_contact(client, staff, card, link):
    services.card_change(actor=staff, card=card, facts={"contact_email": "new@example.org"})
    client.post(link)
    card.refresh_from_db()
    assert not card.is_suppressed
    assert Suppression.objects.get().address_hash == address_hash(EMAIL)


def test_staff_see_when_and_how_they_were_told(client_of, client, staff, card, link):
    client.post(link)
    answer = client_of(staff).get(f"/en/council/pipeline/{card.pk}/")
    assert "by the link in a letter" in answer.text


@pytest.mark.parametrize("token", ["x", f"{'0' * 64}:forged", "a" * 3000, "ключ"])
def test_a_link_that_was_never_made_stops_nothing(client, token):
    answer = client.post(f"/en/letters/stop/{token}/")
    assert_page(answer, language="en", status=404)
    assert not Suppression.objects.exists()


def test_a_letter_in_english_leads_to_the_page_in_english(staff):
    english = card_made(staff, contact_email=EMAIL, language="en")
    services.letter_send(actor=staff, card=english, template=LetterTemplate.objects.first())
    assert "/en/letters/stop/" in mail.outbox[0].body
    assert "/en/letters/stop/" in mail.outbox[0].extra_headers["List-Unsubscribe"]
    assert silence_address("a@b.c") != silence_address("b@b.c")
