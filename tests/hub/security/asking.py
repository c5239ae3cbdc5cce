"""Asking an address in a way that leaves no trace, and what the world of the matrix offers."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from urllib.parse import quote

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.hub.access.matrix import Answer, Case
from tests.hub.access.test_matrix import MODULES

# Whose answer goes deepest: who may do most comes first.
ORDER = ("staff", "owner", "administrator", "granted", "stranger", "reader", "board", "visitor")
DEEPEST = (Answer.DONE, Answer.CREATED, Answer.OPEN, Answer.INVALID, Answer.LED_ON)
FORM = "application/x-www-form-urlencoded"

APPS = [module.__name__.rpartition("cases_")[2] for module in MODULES]
OWN_APPS = [app for app in APPS if app != "admin"]  # Django's admin answers by itself


def cases_of(app: str) -> list[Case]:
    """Return the cases of one app."""
    return next(m for m in MODULES if m.__name__.endswith(f"cases_{app}")).CASES


def signed_in(world: SimpleNamespace, part: str) -> Client:
    """Return the browser of one part of the cast."""
    client = Client()
    if person := world.people[part]:
        client.force_login(person)
    return client


def deepest(case: Case) -> str:
    """Return the part of the cast for whom a view does most of its work."""
    return next(
        (part for answer in DEEPEST for part in ORDER if case.expected[part] == answer), "staff"
    )


def asked(
    client: Client, method: str, address: str, pairs: Iterable[tuple[str, bytes | str]] = ()
) -> HttpResponseBase:
    """Ask for an address with what a form would send, and undo whatever came of it."""
    body = "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
    with transaction.atomic():
        try:
            if method == "POST":
                return client.post(address, body.encode(), content_type=FORM)
            joint = "&" if "?" in address else "?"
            return client.generic(method, f"{address}{joint}{body}" if body else address)
        finally:
            transaction.set_rollback(True)
