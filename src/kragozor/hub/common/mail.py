"""The log of letters: each goes the way ``EMAIL_TRANSPORT`` names, and that it went is kept.

To whom, the subject, when, and how it ended; never the body, whose links may be secret. A letter
that cannot be written down goes out nevertheless.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.encoding import force_str

from kragozor.hub.common.models import LetterOutcome, SentLetter

ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>,;]+")
LATELY = timedelta(days=7)

log = logging.getLogger(__name__)


class Logged(BaseEmailBackend):
    """Hands letters to the transport one by one, so that the failure of one is its own."""

    def __init__(self, *, fail_silently: bool = False, **options: object) -> None:
        super().__init__(fail_silently=fail_silently)
        self.transport = get_connection(settings.EMAIL_TRANSPORT, **options)

    def open(self) -> bool | None:
        return self.transport.open()

    def close(self) -> None:
        self.transport.close()

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        return sum(self._send(letter) for letter in email_messages)

    def _send(self, letter: EmailMessage) -> int:
        try:
            sent = self.transport.send_messages([letter]) or 0
        except Exception as error:
            letter_log(letter, LetterOutcome.FAILED, error=why(error))
            if not self.fail_silently:
                raise
            return 0
        if sent:
            letter_log(letter, LetterOutcome.SENT)
        return sent


def unlogged() -> BaseEmailBackend:
    """Return the way of a letter of which nothing is to be remembered."""
    return get_connection(settings.EMAIL_TRANSPORT)


def letter_log(letter: EmailMessage, outcome: LetterOutcome, *, error: str = "") -> None:
    """Write down what became of a letter, once for each address."""
    subject = str(letter.subject)[:300]
    rows = [
        SentLetter(to=address, subject=subject, outcome=outcome, error=error)
        for address in addresses(letter)
    ]
    try:
        # A failure here must spoil neither the letter nor the transaction around it.
        with transaction.atomic():
            SentLetter.objects.bulk_create(rows)
    except DatabaseError:
        log.exception("A letter could not be written down.")


def letters_found(*, text: str = "", failed: bool = False) -> QuerySet[SentLetter]:
    """The letters whose address or subject holds a text, or only those that failed."""
    found = SentLetter.objects.all()
    if failed:
        found = found.filter(outcome=LetterOutcome.FAILED)
    # Not "icontains": SQLite knows no capitals but Latin ones there.
    said = re.escape(text.strip())
    return found.filter(Q(to__iregex=said) | Q(subject__iregex=said)) if said else found


def letters_failed_lately() -> QuerySet[SentLetter]:
    """The letters of the last week that did not go out."""
    return letters_found(failed=True).filter(sent_at__gt=timezone.now() - LATELY)


def letters_sent_to(emails: Sequence[str], since: datetime) -> QuerySet[SentLetter]:
    """The letters to some addresses from a moment on, whatever became of them."""
    wanted = {email.lower() for email in emails}
    return SentLetter.objects.filter(to__in=wanted, sent_at__gte=since)


def addresses(letter: EmailMessage) -> Iterator[str]:
    """Yield every address a letter goes to, as it is stored: without a name, in small letters."""
    for recipient in letter.recipients():
        found = ADDRESS.search(recipient)
        yield (found[0] if found else recipient).lower()[:320]


def why(error: Exception) -> str:
    """Return why a letter failed, without the addresses that mail servers like to repeat."""
    answer = getattr(error, "smtp_error", None)
    told = f"{error.smtp_code} {force_str(answer, errors='replace')}" if answer else str(error)
    return ADDRESS.sub("…", f"{type(error).__name__}: {told}")[:300]
