"""Privacy: all read what they are told, each sees their own, the Council keeps the registry."""

from kragozor.hub.privacy.services.requests import erasure_ask
from tests.hub.access.matrix import (
    ACCOUNTS,
    COUNCIL_READS,
    EVERYBODY,
    ONLY_SENT,
    SIGNED_IN,
    STAFF_ACTS,
    STAFF_DOES,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast

KEY = "common.sentletter.to"
# What hands out data or ends an account is asked for again: who is signed in confirms it.
CONFIRMED = each(Answer.LED_ON) | each(Answer.SIGN_IN, "visitor")
# The same for a form: it leads to where one confirms who one is, and changes nothing yet.
CONFIRMED_FORM = each(Answer.DONE) | each(Answer.SIGN_IN, "visitor")


def world(cast: Cast) -> dict[str, object]:
    """The request of a reader that waits."""
    return {"erasure": erasure_ask(person=cast.reader)}


def erasure(world) -> dict[str, object]:
    return {"erasure_id": world.erasure.pk}


def nothing(_world) -> dict[str, object]:
    return {"export_id": "00000000-0000-0000-0000-000000000000"}


CASES = [
    Case("privacy:public", EVERYBODY),
    Case("privacy:mine", SIGNED_IN),
    Case("privacy:export_new", CONFIRMED),
    Case("privacy:export_new", CONFIRMED_FORM, method="POST", logged=False),
    Case("privacy:export", CONFIRMED, kwargs=nothing),
    Case("privacy:erase", CONFIRMED),
    Case("privacy:erase", CONFIRMED_FORM, method="POST", logged=False),
    Case("privacy:erase_withdraw", ONLY_SENT),
    Case(
        "privacy:erase_withdraw",
        each(Answer.SIGN_IN) | each(Answer.ABSENT, *ACCOUNTS) | each(Answer.DONE, "reader"),
        method="POST",
    ),
    Case("privacy:registry", COUNCIL_READS),
    Case("privacy:overdue", COUNCIL_READS),
    Case("privacy:overdue_now", STAFF_ACTS, kwargs=lambda _world: {"key": KEY}),
    Case(
        "privacy:overdue_now",
        STAFF_DOES,
        method="POST",
        kwargs=lambda _world: {"key": KEY},
        data=lambda _world: {"sure": "on"},
        logged=False,  # nothing is overdue
    ),
    Case("privacy:erasures", COUNCIL_READS),
    Case("privacy:erasure", COUNCIL_READS, kwargs=erasure),
    Case("privacy:erasure_new", STAFF_ACTS),
    Case(
        "privacy:erasure_new",
        STAFF_DOES,
        method="POST",
        data=lambda _world: {"address": "gost@example.org", "note": "писмо", "language": "bg"},
    ),
    Case("privacy:erasure_withdraw", STAFF_DOES, method="POST", kwargs=erasure),
    Case(
        "privacy:erasure_withdraw",
        STAFF_ACTS | each(Answer.NOT_SO, "staff", "granted", "administrator"),
        kwargs=erasure,
    ),
    Case("privacy:letters", COUNCIL_READS),
]
