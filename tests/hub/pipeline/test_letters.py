"""Letters to prospects: filled in, sent, kept; silence where it was asked for."""

from __future__ import annotations

import pytest
from django.core import mail

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.pipeline import letters, services
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Letter, LetterTemplate, Suppression
from kragozor.hub.pipeline.tasks import letters_ask
from tests.hub.pipeline.making import EIK, card_made

CONTACT = {"contact_name": "Мария Петрова", "contact_email": "maria@example.org"}


@pytest.fixture
def template(db) -> LetterTemplate:
    """The invitation to apply."""
    return LetterTemplate.objects.get(name_en="Invitation to apply")


def test_three_templates_are_there_and_their_places_are_known(db):
    found = list(LetterTemplate.objects.all())
    assert len(found) == 3
    for one in found:
        for text in (one.subject_bg, one.subject_en, one.body_bg, one.body_en):
            assert letters.unknown_places(text) == []


def test_a_letter_is_filled_in_in_the_language_of_the_card(staff, template):
    subject, body = letters.wording(template, card_made(staff, **CONTACT), staff)
    assert subject == "Покана за членство: Вретено ООД"
    assert body.startswith("Здравейте, Мария Петрова,\n")
    assert "/join/" in body
    assert "/en/join/" not in body
    assert staff.full_name in body
    english = card_made(staff, language="en", name="Spindle")
    subject, body = letters.wording(template, english, staff)
    assert subject == "Invitation to membership: Spindle"
    assert body.startswith("Hello,\n")
    assert "/en/join/" in body


def test_a_name_with_a_line_break_or_braces_changes_no_letter(staff, template):
    card = card_made(staff, name="Вретено\nBcc: a@b.c {sender}")
    subject, _body = letters.wording(template, card, staff)
    assert subject == "Покана за членство: Вретено Bcc: a@b.c {sender}"


def test_what_is_sent_is_kept_and_a_prospect_is_contacted_by_it(staff, template):
    card = card_made(staff, **CONTACT)
    letter = services.letter_send(actor=staff, card=card, template=template)
    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == (["maria@example.org"], [staff.email])
    assert (letter.subject, letter.body, letter.by) == (sent.subject, sent.body, staff)
    assert card.stage == Stage.CONTACTED
    entry = AuditEntry.objects.get(action="card.letter_sent")
    assert "maria" not in str(entry.detail)


def test_a_letter_leaves_a_later_stage_as_it_is(staff, template):
    card = card_made(staff, Stage.IN_REVIEW, **CONTACT)
    services.letter_send(actor=staff, card=card, template=template)
    card.refresh_from_db()
    assert card.stage == Stage.IN_REVIEW


def test_a_letter_that_fails_is_not_shown_as_sent(staff, template, settings):
    settings.EMAIL_BACKEND = "tests.hub.pipeline.test_letters.Broken"
    card = card_made(staff, **CONTACT)
    with pytest.raises(OSError, match="no route"):
        services.letter_send(actor=staff, card=card, template=template)
    assert not Letter.objects.exists()
    card.refresh_from_db()
    assert card.stage == Stage.PROSPECT


class Broken:
    """A transport that never gets through."""

    def __init__(self, **options: object) -> None:
        pass

    def send_messages(self, _letters: list) -> int:
        raise OSError("no route")


def test_nobody_is_written_to_without_an_address_or_after_the_archive(staff, template):
    with pytest.raises(services.NotToBeWrittenTo):
        services.letter_send(actor=staff, card=card_made(staff), template=template)
    card = card_made(staff, **CONTACT)
    services.card_archive(actor=staff, card=card)
    with pytest.raises(services.IsArchived):
        services.letter_send(actor=staff, card=card, template=template)
    assert mail.outbox == []


def test_silence_holds_for_every_card_of_the_address_now_and_later(staff, template):
    card, other = card_made(staff, **CONTACT), card_made(staff, contact_email="MARIA@example.org")
    services.silence_keep(actor=staff, card=card)
    later = card_made(staff, **CONTACT)
    changed = card_made(staff)
    services.card_change(actor=staff, card=changed, facts=CONTACT)
    for one in (card, other, later, changed):
        with pytest.raises(services.NotToBeWrittenTo):
            services.letter_send(actor=staff, card=one, template=template)
    assert mail.outbox == []


def test_silence_survives_an_import_that_removes_and_adds_the_card_again(staff):
    card = card_made(staff, eik=EIK, **CONTACT)
    services.silence_keep(actor=staff, card=card)
    services.card_remove(actor=staff, card=card)
    assert card_made(staff, eik=EIK, **CONTACT).is_suppressed
    assert "maria" not in Suppression.objects.get().address_hash


def test_silence_stays_where_only_the_address_changes(staff):
    card = card_made(staff, **CONTACT)
    services.silence_keep(actor=staff, card=card)
    services.card_change(actor=staff, card=card, facts={"contact_email": "new@example.org"})
    assert card.is_suppressed


def test_silence_is_lifted_when_they_ask_for_it(staff, template):
    card, other = card_made(staff, **CONTACT), card_made(staff, **CONTACT)
    services.silence_keep(actor=staff, card=card)
    services.silence_lift(actor=staff, card=card)
    services.letter_send(actor=staff, card=other, template=template)
    assert not card_made(staff, **CONTACT).is_suppressed
    assert len(mail.outbox) == 1


def test_many_are_written_to_and_what_happened_to_each_is_told(staff, template):
    reached, silent = card_made(staff, **CONTACT), card_made(staff)
    asked = letters_ask(actor=staff, cards=[reached, silent], template=template)
    told = {"sent": [str(reached.pk)], "again": [], "refused": [str(silent.pk)], "failed": []}
    assert asked.result == told
    assert (asked.done, asked.total) == (2, 2)


def test_the_same_letter_does_not_go_out_twice_in_a_moment(staff, template):
    card = card_made(staff, **CONTACT)
    services.letter_send(actor=staff, card=card, template=template)
    with pytest.raises(services.JustSent):
        services.letter_send(actor=staff, card=card, template=template)
    asked = letters_ask(actor=staff, cards=[card], template=template)
    assert asked.result["again"] == [str(card.pk)]
    services.letter_send(actor=staff, card=card, template=LetterTemplate.objects.first())
    assert len(mail.outbox) == 2


def test_a_letter_that_failed_may_be_tried_at_once(staff, template, settings):
    card, works = card_made(staff, **CONTACT), settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "tests.hub.pipeline.test_letters.Broken"
    with pytest.raises(OSError, match="no route"):
        services.letter_send(actor=staff, card=card, template=template)
    settings.EMAIL_BACKEND = works
    services.letter_send(actor=staff, card=card, template=template)
    assert len(mail.outbox) == 1


def test_one_failure_does_not_keep_the_others_from_being_tried(staff, template, settings):
    settings.EMAIL_BACKEND = "tests.hub.pipeline.test_letters.Broken"
    cards = [card_made(staff, **CONTACT), card_made(staff, **CONTACT)]
    asked = letters_ask(actor=staff, cards=cards, template=template)
    assert asked.state == "done"
    assert len(asked.result["failed"]) == 2
