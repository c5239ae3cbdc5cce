"""The log of letters: that they went is kept, what they said is not."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import DatabaseError

from kragozor.hub.common.mail import letters_found, unlogged
from kragozor.hub.common.models import LetterOutcome, SentLetter

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """A mail server that takes only letters to Ива."""

    def send_messages(self, messages) -> int:
        for letter in messages:
            if letter.to != ["iva@example.org"]:
                raise SMTPRecipientsRefused({letter.to[0]: (550, b"no such mailbox")})
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def logged(settings):
    settings.EMAIL_BACKEND = "kragozor.hub.common.mail.Logged"


@pytest.fixture
def refusing(settings):
    settings.EMAIL_TRANSPORT = f"{Refusing.__module__}.{Refusing.__qualname__}"


def send(*to, subject="Покана", **options) -> int:
    return mail.EmailMessage(subject, "https://example.org/secret", to=to, **options).send()


def test_a_letter_that_went_is_written_down_without_its_body():
    assert send("Ива Петрова <Iva@Example.org>") == 1
    kept = SentLetter.objects.get()
    assert (kept.to, kept.subject, kept.outcome) == ("iva@example.org", "Покана", "sent")
    assert mail.outbox[0].body == "https://example.org/secret"
    assert not any("secret" in str(value) for value in vars(kept).values())


def test_everybody_a_letter_goes_to_has_their_own_line():
    send("a@example.org", "b@example.org", cc=["c@example.org"], bcc=["d@example.org"])
    assert {kept.to[0] for kept in SentLetter.objects.all()} == set("abcd")


def test_a_letter_that_failed_says_why_and_names_nobody(refusing):
    with pytest.raises(SMTPRecipientsRefused):
        send("boyan@example.org")
    kept = SentLetter.objects.get()
    assert kept.has_failed
    assert "550" in kept.error
    assert "no such mailbox" in kept.error
    assert "boyan" not in kept.error


def test_a_letter_may_fail_in_silence(refusing):
    letter = mail.EmailMessage("Покана", "", to=["boyan@example.org"])
    assert letter.send(fail_silently=True) == 0
    assert SentLetter.objects.get().has_failed


def test_one_failure_does_not_hide_the_others(refusing):
    letters = [mail.EmailMessage("Покана", "", to=[f"{name}@example.org"]) for name in ("x", "iva")]
    assert mail.get_connection(fail_silently=True).send_messages(letters) == 1
    assert dict(SentLetter.objects.values_list("to", "outcome")) == {
        "x@example.org": LetterOutcome.FAILED,
        "iva@example.org": LetterOutcome.SENT,
    }


def test_a_letter_goes_out_although_it_cannot_be_written_down(monkeypatch, caplog):
    def fail(rows) -> None:
        raise DatabaseError

    monkeypatch.setattr(SentLetter.objects, "bulk_create", fail)
    assert send("iva@example.org") == 1
    assert "could not be written down" in caplog.text
    assert not SentLetter.objects.exists()


def test_a_letter_may_leave_no_trace():
    unlogged().send_messages([mail.EmailMessage("Изтрито", "", to=["iva@example.org"])])
    assert len(mail.outbox) == 1
    assert not SentLetter.objects.exists()


def test_letters_are_found_by_address_and_subject_in_any_capitals():
    send("iva@example.org", subject="Покана за Нишка ООД")
    send("boyan@example.org", subject="Добре дошли")
    assert {kept.to for kept in letters_found(text="ПОКАНА")} == {"iva@example.org"}
    assert {kept.to for kept in letters_found(text="Boyan@")} == {"boyan@example.org"}
    assert letters_found(text=" ").count() == 2
    assert not letters_found(text="(", failed=True).exists()
