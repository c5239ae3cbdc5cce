"""Whatever is sent to whatever address: the hub answers, and the fault is never its own.

Each value below once broke some program: a database that knows no zero character, a number that
no column holds, a day that no calendar has, a pattern that never ends. They are sent in every
parameter of every address, and in every field of every form that the pages show.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.hub.access.matrix import Case
from tests.hub.security.asking import OWN_APPS, asked, cases_of, deepest, signed_in
from tests.hub.security.reading import Form, forms_of

ODD: tuple[bytes | str, ...] = (
    "",
    "а\0б",
    b"\xed\xa0\x80",  # half of a character
    "9" * 40,
    "9223372036854775808",
    "1e999",
    "0001-01-01",
    "9999-12-31",
    "а" * 70_000,
    "\\",
    "http://[",
    "²",
)
# Every field is sent each of these; the others are for parameters, of which there are few.
ODD_IN_FORMS = ("а\0б", b"\xed\xa0\x80", "9" * 40, "9999-12-31", "http://[", "²")
# What pages take beside the fields of their forms.
PARAMETERS = ("page", "on", "q", "with", "rows", "next", "cursor", "limit", "back")
IDENTIFIERS: Mapping[type, tuple[Any, ...]] = {
    int: (0, 2**31, 2**63, 10**40),
    str: ("а" * 300, "..", "-", "\0", "%", "x\r\ny"),
}


@pytest.mark.parametrize("app", OWN_APPS)
def test_no_parameter_breaks_a_page(world, app):
    findings = []
    for case in cases_of(app):
        if case.method != "GET":
            continue
        client, address = signed_in(world, deepest(case)), case.address(world)
        if (text := page_text(client, address)) is None:
            continue
        own = {name for form in forms_of(text, address) for name in form.values}
        for value in ODD:
            sent_all = [(name, value) for name in {*PARAMETERS, *own}]
            findings += fault(client, "GET", address, sent_all)
    assert findings == []


@pytest.mark.parametrize("app", OWN_APPS)
def test_no_field_breaks_a_form(world, app):
    findings, seen = [], set()
    for case in cases_of(app):
        client = signed_in(world, deepest(case))
        for form in forms_to_send(case, world, client):
            for name in {*form.values, *form.files} - {"csrfmiddlewaretoken"}:
                if (form.action, name) in seen:
                    continue
                seen.add((form.action, name))
                for value in ODD_IN_FORMS:
                    findings += fault(client, "POST", form.action, sent(form, name, value))
    assert findings == []


@pytest.mark.parametrize("app", OWN_APPS)
def test_no_identifier_breaks_an_address(world, app):
    findings = []
    for case in cases_of(app):
        if case.path:
            continue
        client = signed_in(world, deepest(case))
        for address in odd_addresses(case, world):
            findings += fault(client, case.method, address)
    assert findings == []


def forms_to_send(case: Case, world: SimpleNamespace, client: Client) -> Iterator[Form]:
    """Yield the forms a page shows, and what the matrix sends to a page that only takes one."""
    address = case.address(world)
    if case.method == "GET":
        yield from page_forms(client, address, "POST")
    elif case.method == "POST" and not case.json:
        form = Form(address, "POST")
        for name, value in case.data(world).items():
            several = value if isinstance(value, list) else [value]
            form.add(name, *(str(one) for one in several if not hasattr(one, "read")))
        yield form


def page_text(client: Client, address: str) -> str | None:
    """Return a page; None where the answer is a file, which takes nothing and long to make."""
    response = asked(client, "GET", address)
    is_page = response.status_code == 200 and "html" in response.headers.get("Content-Type", "")
    return response.text if is_page else None


def page_forms(client: Client, address: str, method: str) -> list[Form]:
    """Return the forms of a page that go by a method; leaving the hub is no form of a page."""
    found = forms_of(page_text(client, address) or "", address)
    return [one for one in found if one.method == method and "logout" not in one.action]


def sent(form: Form, name: str, value: bytes | str) -> list[tuple[str, bytes | str]]:
    """Return what a form sends, with one field otherwise."""
    held = [(other, one) for other, values in form.values.items() for one in values]
    return [*((other, one) for other, one in held if other != name), (name, value)]


def odd_addresses(case: Case, world: SimpleNamespace) -> Iterator[str]:
    """Yield the addresses of a view with one part that no record has."""
    kwargs = case.kwargs(world)
    for name, value in kwargs.items():
        for odd in IDENTIFIERS.get(type(value), ()):
            try:
                yield reverse(case.view, kwargs={**kwargs, name: odd})
            except NoReverseMatch:
                continue


def fault(client: Client, method: str, address: str, pairs=()) -> list[str]:
    """Return what broke, in words that lead to the line; nothing where the hub answered."""
    said = ", ".join(f"{name}={value[:30]!r}" for name, value in pairs)
    try:
        response = asked(client, method, address, pairs)
    except Exception as error:  # whatever a view lets through is what is looked for
        ours = [one for one in traceback.extract_tb(error.__traceback__) if "/hub/" in one.filename]
        place = f"{ours[-1].filename}:{ours[-1].lineno}"
        return [f"{method} {address} {said}: {type(error).__name__} {error} at {place}"[:400]]
    return [f"{method} {address} {said}: {response.status_code}"] * (response.status_code >= 500)
