"""The secret of a link is in one letter and nowhere else: no table holds it, no log tells it."""

from __future__ import annotations

import logging
import re
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.urls import reverse

from kragozor.hub.applications import services as applications
from kragozor.hub.logs import shortened
from kragozor.hub.members.enums import Role
from kragozor.hub.members.services import invitation_send
from kragozor.hub.privacy.services.requests import erasure_ask
from tests.hub.security.asking import signed_in

# Whoever looks after a result copies its link again, so the hub has to know it.
KEPT_ON_PURPOSE = {"measuring_sharelink"}
SECRET = re.compile(r"/(?:applications|invitations|key|confirm-email|reset)/([\w:-]{20,})/")


@pytest.fixture
def sent(world, client, django_capture_on_commit_callbacks) -> SimpleNamespace:
    """Every letter with a link that opens something, and the secrets of those links."""
    waiting = type(world.applying["sent"]).objects.get(pk=world.applying["sent"].pk)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("applications:start"), {"name": "Ива", "email": "new@example.org"})
        client.post(reverse("applications:link_ask"), {"email": "iva@example.org"})
        applications.question_ask(actor=world.staff, application=waiting, text="Защо?")
        applications.application_decline(actor=world.staff, application=waiting, reason="Не.")
        invitation_send(
            actor=world.owner,
            organisation=world.company,
            email="guest@example.org",
            role=Role.READER,
            language="bg",
        )
        erasure_ask(person=world.editor)
        client.post(reverse("account_reset_password"), {"email": world.owner.email})
        client.post(
            reverse("account_signup"), {"email": "second@example.org", "password1": "a long word"}
        )
    world.secrets = {secret for one in mail.outbox for secret in SECRET.findall(one.body)}
    assert len(world.secrets) >= 5
    return world


def test_no_table_holds_the_secret_of_a_link(sent):
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if table in KEPT_ON_PURPOSE:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            held = repr(cursor.fetchall())
        assert [secret for secret in sent.secrets if secret in held] == [], table


def test_the_cache_holds_no_secret_and_no_address(sent):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM common_cache")
        held = repr(cursor.fetchall())
    assert [secret for secret in sent.secrets if secret in held] == []
    assert "new@example.org" not in held


def test_no_subject_holds_a_secret(sent):
    said = " ".join(one.subject for one in mail.outbox)
    assert [secret for secret in sent.secrets if secret in said] == []


def test_no_page_of_the_council_tells_a_secret(sent):
    client = signed_in(sent, "administrator")
    application = sent.applying["sent"].pk
    for address in (
        reverse("privacy:letters"),
        reverse("applications:council_application", args=[application]),
        reverse("members:council_member", args=[sent.company.pk]),
        reverse("members:people", args=[sent.company.pk]),
        reverse("privacy:erasures"),
        reverse("admin:common_auditentry_changelist"),
    ):
        page = client.get(address)
        assert page.status_code == 200
        assert [secret for secret in sent.secrets if secret in page.text] == [], address


def test_a_fault_behind_a_link_is_logged_without_its_secret(sent, client, monkeypatch, caplog):
    def broken(*_arguments, **_options):
        raise RuntimeError("broken")

    monkeypatch.setattr("kragozor.hub.applications.views.following.timeline", broken)
    client.raise_request_exception = False
    secret = "s" * 43
    with caplog.at_level(logging.ERROR, logger="django.request"):
        assert client.get(f"/applications/{secret}/").status_code == 500
    told = [shortened(record.getMessage()) for record in caplog.records]
    assert told
    assert secret not in " ".join(told)
