"""Words stay words: what people write is never markup, a program, a formula or a header.

The payloads are written straight into the database, past every form, so that it does not matter
by which of them, by which import or by which program they may one day come in.
"""

from __future__ import annotations

import json
import re
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core import mail
from django.db import IntegrityError, models, transaction

from kragozor.hub.applications import services as applications
from kragozor.hub.applications.paper import application_pdf
from kragozor.hub.measuring import exports
from kragozor.hub.members.letters import invitation_letter, reminder_letter
from kragozor.hub.pipeline.letters import letter_to, wording
from kragozor.hub.programme.reporting import report_document
from kragozor.hub.records.exports.formats import csv_text
from kragozor.hub.records.inert import harmless
from kragozor.reports.activity.pdf import document_pdf
from kragozor.reports.activity.text import document_docx
from tests.hub.access.matrix import Answer
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import Page
from tests.hub.security.asking import OWN_APPS, asked, cases_of, signed_in
from tests.inventories import inflow, outflow
from tests.inventories import inventory as declared
from tests.reports.activity.printed import docx_text, pdf_text

MARKUP = '"><img src=x onerror=alert(1)>{{7*7}}'
TYPST = '#read("/etc/passwd") $x$ ] *b* #import "a"'
LINES = "Име\r\nBcc: someone@example.org"
# Text that the hub writes itself, and reads again.
CODES = re.compile(
    r"action|activity_code|eik|headline|key|method|object_(id|kind)|password|sha256|signature|work"
    r"|token|(\w+_)?hash"
)


def plant(payload: str) -> int:
    """Write a payload into every field of free text; return into how many kinds of them."""
    count = 0
    for model in apps.get_models():
        if not model.__module__.startswith("kragozor.hub."):
            continue
        for field in model._meta.concrete_fields:
            if is_free(field):
                count += planted(model, field, payload)
    return count


def is_free(field: models.Field) -> bool:
    """Whether a field holds what somebody writes."""
    is_text = isinstance(field, (models.CharField, models.TextField))
    is_text = is_text and not isinstance(field, (models.EmailField, models.URLField))
    return is_text and not field.choices and not CODES.fullmatch(field.name)


def planted(model: type[models.Model], field: models.Field, payload: str) -> bool:
    text = payload[: field.max_length or len(payload)]
    try:
        with transaction.atomic():
            everything = models.QuerySet(model)  # also of records that are never changed
            return bool(everything.update(**{field.name: text}))
    except IntegrityError:
        return False


@pytest.fixture
def marked(world) -> SimpleNamespace:
    """The world, with markup in all of its words."""
    things = [inflow(10, material=MARKUP), outflow(9, material=MARKUP)]
    inventory = inventory_make(world.owner, world.company, declared(*things, name=MARKUP))
    world.result = assessment_make(world.owner, inventory, declared(*things, name=MARKUP))
    assert plant(MARKUP) > 30
    return world


@pytest.mark.parametrize("app", OWN_APPS)
def test_markup_is_shown_and_not_run(marked, app):
    findings, shown = [], 0
    for case in cases_of(app):
        if case.method != "GET":
            continue
        for part in ("staff", "owner", "visitor"):
            if case.expected[part] is not Answer.OPEN:
                continue
            response = asked(signed_in(marked, part), "GET", case.address(marked))
            kind = response.headers.get("Content-Type", "")
            if "html" in kind:
                page = Page(response.text)
                shown += "&lt;img src=x" in response.text
                findings += [f"{case} by {part}: {one}" for one in page.findings]
                findings += [f"{case} by {part}: raw"] * ("<img src=x" in response.text)
            elif "svg" in kind:
                findings += [f"{case} by {part}: raw"] * ("<img" in response.text)
            elif "json" in kind:
                json.loads(response.text)
    assert findings == []
    assert shown or app == "common"


@pytest.fixture
def typed(world) -> SimpleNamespace:
    """The world, with the markup of the typesetter in all of its words."""
    things = [inflow(10, material=TYPST), outflow(9, material=TYPST)]
    inventory = inventory_make(world.owner, world.company, declared(*things, name=TYPST))
    world.result = assessment_make(world.owner, inventory, declared(*things, name=TYPST))
    assert plant(TYPST) > 30
    return world


@pytest.mark.parametrize("language", ["bg", "en"])
def test_a_declaration_says_markup_as_it_stands(typed, language):
    application = typed.applying["sent"]
    application.refresh_from_db()
    application.language = language
    assert TYPST in " ".join(pdf_text(application_pdf(application)).split())


def test_a_report_on_a_result_says_markup_as_it_stands(typed):
    said = " ".join(pdf_text(exports.pdf(typed.result, "bg")).split())
    assert TYPST in said


@pytest.mark.parametrize("language", ["bg", "en"])
def test_the_annual_report_says_markup_as_it_stands(typed, language):
    document = report_document(2026, language)
    typeset, written = document_pdf(document), document_docx(document)
    assert TYPST in " ".join(pdf_text(typeset).split())
    assert TYPST in docx_text(written)


def test_no_word_becomes_a_header_of_a_letter(world, django_capture_on_commit_callbacks):
    plant(LINES)
    fresh = {name: type(one).objects.get(pk=one.pk) for name, one in world.applying.items()}
    with django_capture_on_commit_callbacks(execute=True):
        applications.question_ask(actor=world.staff, application=fresh["sent"], text=LINES)
        applications.question_answer(application=fresh["asked"], question=world.asked, text=LINES)
        applications.application_decline(actor=world.staff, application=fresh["sent"], reason=LINES)
        applications.links_send(email="iva@example.org", language="bg")
    world.card.refresh_from_db()
    subject, body = wording(world.template, world.card, world.staff)
    term = type(world.term).objects.get(pk=world.term.pk)
    invitation = type(world.invitation).objects.get(pk=world.invitation.pk)
    letters = [
        *mail.outbox,
        letter_to(world.card, subject, body, world.staff),
        reminder_letter(term, world.owner),
        invitation_letter(invitation, "token"),
    ]
    assert len(letters) >= 7
    for letter in letters:
        head = letter.message()
        assert head["Bcc"] is None
        assert len(head.get_all("Subject")) == 1
        assert "someone@example.org" not in letter.recipients()


@pytest.mark.parametrize("sign", "=+-@\t\r\n＝＋－＠")
def test_no_text_of_a_table_is_a_formula(sign):
    text = f'{sign}HYPERLINK("http://example.org")'
    assert harmless(text) == f"'{text}"
    table = csv_text(["Име"], [[text]]).decode("utf-8-sig")
    assert table.splitlines()[1].lstrip('"').startswith("'")


def test_a_picture_of_flows_shows_markup_as_it_stands(marked):
    drawn = json.dumps(marked.result.pictures, ensure_ascii=False)
    assert "&lt;img src=x" in drawn
    assert "<img" not in drawn
