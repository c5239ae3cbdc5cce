"""Applications: open to whoever holds a link, whoever that is; the list is the Council's own."""

from kragozor.hub.applications import services
from tests.hub.access.matrix import (
    COUNCIL_READS,
    EVERYBODY,
    STAFF_ACTS,
    STAFF_DOES,
    STAFF_SENDS,
    Answer,
    Case,
    each,
)
from tests.hub.applications.making import OFFER, PERSON, approved_make, draft_make, sent_make
from tests.hub.applications.signing import signed
from tests.hub.cast import Cast

ANYBODY_DOES = each(Answer.DONE)
LINKS = {"draft": "d" * 43, "sent": "s" * 43, "asked": "q" * 43, "approved": "p" * 43}


def world(cast: Cast) -> dict[str, object]:
    """A draft, one that waits, one that was asked about, one that was approved."""
    draft = draft_make(LINKS["draft"])
    person = services.representative_name(application=draft, **PERSON)
    offer = services.offer_make(application=draft, **OFFER)
    asked = sent_make(LINKS["asked"], eik="831641791")
    question = services.question_ask(actor=cast.staff, application=asked, text="Едно?")
    approved = approved_make(cast.staff, LINKS["approved"])
    waiting = sent_make(LINKS["sent"])
    services.declaration_take(application=waiting, content=signed())
    return {
        "applying": {"draft": draft, "sent": waiting, "asked": asked, "approved": approved},
        "named": person,
        "offered": offer,
        "asked": question,
    }


def link(state: str, **more: object):
    return lambda _world: {"token": LINKS[state], **more}


def one(state: str):
    return lambda world: {"application_id": world.applying[state].pk}


def by_link(view: str, *, post: object = None, state: str = "draft") -> list[Case]:
    """Return the rows of a page that whoever holds the link opens, and sends where it takes."""
    rows = [Case(f"applications:{view}", EVERYBODY, kwargs=link(state))]
    if post is not None:
        posted = {"method": "POST", "kwargs": link(state), "data": lambda _world: post}
        rows.append(Case(f"applications:{view}", ANYBODY_DOES, **posted))
    return rows


def person(world) -> dict[str, object]:
    return {"token": LINKS["draft"], "representative_id": world.named.pk}


def offer(world) -> dict[str, object]:
    return {"token": LINKS["draft"], "offer_id": world.offered.pk}


def question(world) -> dict[str, object]:
    return {"token": LINKS["asked"], "question_id": world.asked.pk}


def said(**values: object):
    return lambda _world: values


APPROVAL = {
    "pillars": ["textiles"],
    "starts": "2027-01-01",
    "ends": "2027-12-31",
    "payment": "fee",
    "fee": "200",
    "reason": "Отговаря.",
}
START = {"name": "Ива", "email": "new@example.org"}

CASES = [
    Case("applications:join", EVERYBODY),
    Case("applications:start", EVERYBODY),
    Case("applications:start", ANYBODY_DOES, method="POST", data=said(**START)),
    Case("applications:started", EVERYBODY),
    Case("applications:link_ask", EVERYBODY),
    Case("applications:link_ask", ANYBODY_DOES, method="POST", data=said(email="iva@example.org")),
    Case("applications:link_asked", EVERYBODY),
    # Nobody guesses a link.
    Case("applications:application", each(Answer.ABSENT), kwargs=said(token="g" * 43)),
    *by_link("application"),
    *by_link("organisation", post={"kind": "company", "name": "Трета ООД"}),
    *by_link("place", post={"town": "Русе"}),
    *by_link("pillars", post={"pillars": ["textiles"]}),
    *by_link("people", post={**PERSON, "email": "second@example.org"}),
    Case("applications:person_remove", each(Answer.NOT_SO), kwargs=person),
    Case("applications:person_remove", ANYBODY_DOES, method="POST", kwargs=person),
    *by_link("offers", post=OFFER),
    Case("applications:offer_remove", each(Answer.NOT_SO), kwargs=offer),
    Case("applications:offer_remove", ANYBODY_DOES, method="POST", kwargs=offer),
    *by_link("consents", post={"news": "on"}),
    *by_link("declaration"),
    *by_link("declaration_pdf"),
    *by_link("review"),
    *by_link("withdraw", post={}, state="sent"),
    # What was sent is not changed by the pages of a draft.
    Case("applications:organisation", each(Answer.LED_ON), kwargs=link("sent")),
    Case("applications:review", each(Answer.LED_ON), kwargs=link("sent")),
    Case("applications:withdraw", each(Answer.LED_ON), kwargs=link("approved")),
    Case("applications:answer", EVERYBODY, kwargs=question),
    Case(
        "applications:answer",
        ANYBODY_DOES,
        method="POST",
        kwargs=question,
        data=said(text="Да."),
    ),
    Case("applications:council_list", COUNCIL_READS),
    Case("applications:council_application", COUNCIL_READS, kwargs=one("sent")),
    # A draft is the applicant's own affair.
    Case(
        "applications:council_application",
        each(Answer.ABSENT) | each(Answer.SIGN_IN, "visitor"),
        kwargs=one("draft"),
    ),
    Case("applications:review_begin", STAFF_SENDS, kwargs=one("sent")),
    Case("applications:review_begin", STAFF_DOES, method="POST", kwargs=one("sent")),
    Case("applications:question_ask", STAFF_SENDS, kwargs=one("sent")),
    Case(
        "applications:question_ask",
        STAFF_DOES,
        method="POST",
        kwargs=one("sent"),
        data=said(text="Защо?"),
    ),
    Case("applications:declaration_file", COUNCIL_READS, kwargs=one("sent")),
    Case("applications:approve", STAFF_ACTS, kwargs=one("sent")),
    Case(
        "applications:approve",
        STAFF_DOES,
        method="POST",
        kwargs=one("asked"),
        data=said(**APPROVAL),
    ),
    Case("applications:decline", STAFF_ACTS, kwargs=one("sent")),
    Case(
        "applications:decline",
        STAFF_DOES,
        method="POST",
        kwargs=one("sent"),
        data=said(reason="Не."),
    ),
]
