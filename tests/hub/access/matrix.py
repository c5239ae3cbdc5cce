"""Who gets what at which address: the words the tables of cases are written in.

A table is a module ``cases_<app>.py`` beside this one with a list ``CASES``; it is found by its
name. A case names a view, says how it is asked, and what each part of the cast is answered:

    CASES = [
        Case("measuring:home", SIGNED_IN),
        Case("measuring:result", NUMBERS, kwargs=lambda w: {"inventory_id": w.inventory.pk}),
        Case("measuring:edit", PEOPLE | {EDITORS: Answer.DONE}, method="POST", …),
    ]

Expectations are dictionaries from a part (or several) to an answer; ``|`` overrides one with
another. ``w`` is the world: the cast (``w.company``, ``w.owner``, …) and what the module's own
``world(cast)``, if it has one, puts beside it as a dictionary.

Beyond the answer, `test_matrix.py` asserts what an answer means: after ``DONE`` and ``CREATED``
the audit log has grown (``logged=False`` where a change is not one of the record), and after a
refusal nothing was written to it. A view of the project that no case names fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from tests.hub.cast import PARTS


class Answer(StrEnum):
    """What an address answers, in the words of who asked."""

    OPEN = "open"  # 200
    DONE = "done"  # a form was accepted, and leads on
    CREATED = "created"  # 201
    LED_ON = "led on"  # there is nothing here, the way goes on elsewhere
    SIGN_IN = "sign in"  # first say who you are
    UNKNOWN = "unknown"  # 401, the same in the API
    FORBIDDEN = "forbidden"  # 403, seen but not to be changed
    ABSENT = "absent"  # 404, absent or not to be seen
    NOT_SO = "not so"  # 405, the address does not answer to this method
    INVALID = "invalid"  # 422, understood and wrong


STATUSES = {
    200: Answer.OPEN,
    201: Answer.CREATED,
    401: Answer.UNKNOWN,
    403: Answer.FORBIDDEN,
    404: Answer.ABSENT,
    405: Answer.NOT_SO,
    422: Answer.INVALID,
}
CHANGES = {Answer.DONE, Answer.CREATED}

Expectation = Mapping[str, Answer]
World = SimpleNamespace


def each(answer: Answer, *parts: str) -> dict[str, Answer]:
    """Return the same answer for several parts, or for everybody."""
    return dict.fromkeys(parts or PARTS, answer)


OWNER = ("owner",)
EDITORS = ("owner", "editor")
REPRESENTATIVES = ("owner", "editor", "reader")
# Who stands in no relation to the company or the Council's own business.
OUTSIDERS = ("stranger", "expert")
# Who works for the Council, and who sees its pages.
STAFF = ("staff", "granted", "administrator")
COUNCIL = (*STAFF, "board")
ACCOUNTS = tuple(part for part in PARTS if part != "visitor")

# Pages for everybody.
EVERYBODY = each(Answer.OPEN)
# Pages for whoever has an account.
SIGNED_IN = each(Answer.OPEN) | each(Answer.SIGN_IN, "visitor")
# Pages about a company, open to its people and to the Council.
COMPANY = SIGNED_IN | each(Answer.ABSENT, *OUTSIDERS)
# Pages with a company's numbers, open to its people and to staff it let in.
NUMBERS = COMPANY | each(Answer.ABSENT, "staff", "administrator", "board")
# What only owners do, on a page that the Council can see.
OWNERS = COMPANY | each(Answer.FORBIDDEN, "editor", "reader", *COUNCIL)
# The Council's own pages: to others they are not there.
COUNCIL_READS = each(Answer.ABSENT) | each(Answer.OPEN, *COUNCIL) | each(Answer.SIGN_IN, "visitor")
# The Council's own pages on which something is done, which the board does not do.
STAFF_ACTS = COUNCIL_READS | each(Answer.FORBIDDEN, "board")
# What is done there, and an address there that only takes forms, when somebody looks at it.
STAFF_DOES = STAFF_ACTS | each(Answer.DONE, *STAFF)
STAFF_SENDS = STAFF_ACTS | each(Answer.NOT_SO, *STAFF)
# An address that only takes a form, and asks for nothing but an account before.
ONLY_SENT = each(Answer.NOT_SO) | each(Answer.SIGN_IN, "visitor")
# What a token opens to whoever has an account.
API = SIGNED_IN | each(Answer.UNKNOWN, "visitor")


@dataclass(frozen=True)
class Case:
    """One way of asking one view, and what everybody is answered."""

    view: str
    expected: Expectation
    method: str = "GET"
    path: str = ""  # only for a view without a name, which `view` then names by its pattern
    kwargs: Callable[[World], Mapping[str, Any]] = field(default=lambda _world: {})
    data: Callable[[World], Mapping[str, Any]] = field(default=lambda _world: {})
    json: bool = False
    logged: bool = True

    def __str__(self) -> str:
        return f"{self.method} {self.view}"

    def address(self, world: World) -> str:
        """Return the address that is asked."""
        return self.path or reverse(self.view, kwargs=self.kwargs(world))


def answer_of(response: HttpResponseBase, method: str) -> Answer | int:
    """Return what a response means; its status where none of the words says it."""
    if response.status_code not in {301, 302, 303}:
        return STATUSES.get(response.status_code, response.status_code)
    if response.headers["Location"].startswith((reverse("account_login"), reverse("admin:login"))):
        return Answer.SIGN_IN
    return Answer.DONE if method == "POST" else Answer.LED_ON
