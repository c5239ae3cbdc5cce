"""What is personal on cards goes with an erasure, and by itself once it is old."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kragozor.hub.common.personal import NOBODY, Subject
from kragozor.hub.pipeline import personal, services
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card, Document, Letter, LetterTemplate, Note
from tests.hub.pipeline.making import card_made

MARIA = Subject(
    None,
    frozenset({"maria@example.org"}),
    frozenset({"Мария Петрова"}),
    frozenset({"+359 888 123456"}),
)
CONTACT = {
    "contact_name": "Мария Петрова",
    "contact_email": "Maria@example.org",
    "contact_phone": "0888 123 456",
}


def erase(subject: Subject) -> None:
    for one in personal.FIELDS:
        one.erase(one.of(subject), subject)


def purge() -> None:
    for one in personal.FIELDS:
        if one.automatic:
            one.erase(one.overdue(timezone.now()), NOBODY)


@pytest.fixture
def planted(staff) -> Card:
    """A card on which somebody stands in every place where she could."""
    card = card_made(staff, next_step="Обаждане на Мария Петрова", **CONTACT)
    services.letter_send(actor=staff, card=card, template=LetterTemplate.objects.first())
    services.card_move(actor=staff, card=card, stage=Stage.INVITED, reason="Мария Петрова иска")
    services.note_add(actor=staff, card=card, text="Мария Петрова (0888123456) е в отпуск.")
    file = SimpleUploadedFile("CV Мария Петрова.pdf", b"%PDF-")
    services.document_add(actor=staff, card=card, file=file)
    return card


def everything() -> str:
    """All that is held in the tables of the pipeline, as text."""
    models = (Card, Letter, Note, Document, Card.changes.rel.related_model)
    return str([list(model.objects.values()) for model in models])


def test_nobody_is_left_after_an_erasure_and_the_card_is(planted):
    assert "Мария" in everything()
    erase(MARIA)
    left = everything().casefold()
    for mark in ("мария", "maria"):
        assert mark not in left
    assert "888123456" not in left.replace(" ", "")
    planted.refresh_from_db()
    assert (planted.name, planted.stage) == ("Вретено ООД", "invited")
    assert "отпуск" in planted.notes.get().text


def test_others_keep_theirs(staff, planted):
    other = card_made(staff, contact_name="Ана Колева", contact_email="ana@example.org")
    erase(MARIA)
    other.refresh_from_db()
    assert other.contact_email == "ana@example.org"
    assert "ана" in other.search_text


def test_a_person_who_is_the_prospect_loses_the_name(staff):
    card = card_made(staff, name="Мария Петрова", kind="person", **CONTACT)
    erase(MARIA)
    card.refresh_from_db()
    assert "мария" not in f"{card.name} {card.search_text}".casefold()


def test_silence_outlives_an_erasure(staff, planted):
    services.silence_keep(actor=staff, card=planted)
    erase(MARIA)
    assert card_made(staff, **CONTACT).is_suppressed


def test_contacts_notes_and_letters_go_after_two_silent_years(staff):
    long_ago = timezone.now() - timedelta(days=731)
    card = card_made(staff, at=long_ago, **CONTACT)
    services.note_add(actor=staff, card=card, text="Не отговарят.")
    fresh = card_made(staff, **CONTACT)
    services.note_add(actor=staff, card=fresh, text="Отговориха.")
    purge()
    card.refresh_from_db()
    fresh.refresh_from_db()
    assert card.contact_email == ""
    assert card.search_text.split() == ["вретено", "оод", "vreteno", "ood"]
    assert not card.notes.exists()
    assert fresh.contact_email
    assert fresh.notes.exists()


def test_a_card_that_is_being_decided_is_not_overdue(staff):
    long_ago = timezone.now() - timedelta(days=731)
    card_made(staff, Stage.IN_REVIEW, at=long_ago, **CONTACT)
    assert not personal.silent_contacts(timezone.now()).exists()


def test_what_was_purged_is_not_overdue_again(staff):
    long_ago = timezone.now() - timedelta(days=731)
    card_made(staff, at=long_ago, kind="person", **CONTACT)
    purge()
    assert not personal.silent_contacts(timezone.now()).exists()
