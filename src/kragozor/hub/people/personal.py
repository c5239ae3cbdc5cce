"""What of people is personal: the account, the keys to it, offices, consents.

The row of an account stays after an erasure and says nothing: dated facts of companies and of the
Council refer to it. What was the person's own is deleted.
"""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import (
    Basis,
    Obstacle,
    Personal,
    Subject,
    deleted,
    found_by,
    mention,
    older_than,
)
from kragozor.hub.people import queries
from kragozor.hub.people.models import Person

ACCOUNT = _("to let somebody sign in, and to know and reach who acts for a company")
PROTECTION = _("to keep others out of the account")
OFFICES = _("to know who may act for the Council, since when, and who decided it")
CONSENTS = _("to do only what was consented to, and to prove it")
WITH_ACCOUNT = _("as long as the account")
UNSEEN = timedelta(days=90)
# Nobody receives letters below this name (RFC 2606), and each row has an address of its own.
NOWHERE = "@erased.invalid"


def anonymise(people: QuerySet, subject: Subject) -> int:
    """Leave of an account its key alone, which dated facts refer to."""
    return people.update(
        email=Concat(Cast(F("pk"), CharField()), Value(NOWHERE)),
        password=make_password(None),
        full_name="",
        position="",
        telephone="",
        languages_spoken=[],
        last_login=None,
        is_active=False,
        erased_at=timezone.now(),
    )


def sign_out(sessions: QuerySet, subject: Subject) -> int:
    """End the sessions themselves with what is remembered of them."""
    found = list(UserSession.objects.filter(pk__in=sessions.values("pk")))
    for session in found:
        session.end()
    return len(found)


def end_offices(appointments: QuerySet, subject: Subject) -> int:
    """End what the person holds today; what they held, gave and ended refers to a silent row."""
    standing = appointments.filter(person=subject.person_id, until__isnull=True)
    return standing.update(until=timezone.now())


def obstacles(person: Person) -> list[Obstacle]:
    """Say to the last administrator that somebody else must be one first."""
    others = queries.administrators().exclude(pk=person.pk)
    if not person.is_superuser or others.exists():
        return []
    text = _("The hub has no other administrator. Give the office to somebody else first.")
    return [Obstacle(text, reverse("people:council_people"))]


FIELDS = (
    Personal(
        "people.Person",
        (
            *("email", "full_name", "position", "telephone", "language", "languages_spoken"),
            *("password", "last_login", "joined_at"),
        ),
        what=_("address, name, position, telephone, languages, the last sign-in"),
        purpose=ACCOUNT,
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=WITH_ACCOUNT,
        of=found_by("people.Person", people=["pk"], addresses=["email"]),
        erase=anonymise,
        names=("full_name",),
        phones=("telephone",),
        withheld=("password",),
    ),
    Personal(
        "account.EmailAddress",
        ("user", "email"),
        what=_("the addresses of an account, and whether they are confirmed"),
        purpose=ACCOUNT,
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=WITH_ACCOUNT,
        of=found_by("account.EmailAddress", people=["user"], addresses=["email"]),
        erase=deleted,
        withheld=("user",),
    ),
    Personal(
        "mfa.Authenticator",
        ("user", "data"),
        what=_("second factors: secrets of apps, public parts of keys, recovery codes"),
        purpose=PROTECTION,
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=WITH_ACCOUNT,
        of=found_by("mfa.Authenticator", people=["user"]),
        erase=deleted,
        withheld=("user", "data"),
    ),
    Personal(
        "usersessions.UserSession",
        ("user", "ip", "user_agent", "session_key", "data"),
        what=_("where somebody is signed in: browser, IP address, when it was last seen"),
        purpose=PROTECTION,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=UNSEEN,
        retention_text=_("until the sign-out, at most 90 days after the browser was last seen"),
        of=found_by("usersessions.UserSession", people=["user"]),
        erase=sign_out,
        overdue=older_than("usersessions.UserSession", "last_seen_at", UNSEEN),
        automatic=True,
        withheld=("user", "session_key", "data"),
    ),
    Personal(
        "people.ApiToken",
        ("person", "name", "beginning", "secret_hash"),
        what=_("tokens for programs: their names, and when they were used last"),
        purpose=_("to let a person’s own programs work for them"),
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=WITH_ACCOUNT,
        of=found_by("people.ApiToken", people=["person"]),
        erase=deleted,
        withheld=("person", "secret_hash"),
    ),
    Personal(
        "people.Consent",
        ("person", "words"),
        what=_("what somebody consented to or withdrew, when, how, and the words shown"),
        purpose=CONSENTS,
        basis=Basis.LEGAL_OBLIGATION,
        retention=None,
        retention_text=WITH_ACCOUNT,
        of=found_by("people.Consent", people=["person"]),
        erase=deleted,
        withheld=("person",),
    ),
    Personal(
        "people.Appointment",
        ("person", "appointed_by", "ended_by"),
        what=_("the offices somebody held at the Council, gave and ended"),
        purpose=OFFICES,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("kept as part of the Council’s history, without the name once erased"),
        of=found_by("people.Appointment", people=["person", "appointed_by", "ended_by"]),
        erase=end_offices,
        withheld=("person", "appointed_by", "ended_by"),
    ),
    mention(
        "people.Appointment",
        "reason",
        "end_reason",
        what=_("the reason of an office, where it names somebody"),
        purpose=OFFICES,
        retention_text=_("kept as part of the Council’s history; names go with an erasure"),
    ),
)
