"""The log of the hub: faults are written down, secrets are not."""

import json
import logging
import os
import subprocess
import sys

import pytest

from kragozor.hub.logs import SecretsHidden, shortened

SECRET = "Zk3vQ0c8TtD1mYxqB7nW5uJr_-aa"
IDENTIFIER = "5db6fd13-deff-4123-bc46-ae0fbd183120"
# An address is read, and a forged form is sent: what an operator finds of it on the terminal.
ASK = """
import json, sys
import django
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("collectstatic", verbosity=0)
client = Client(raise_request_exception=False, enforce_csrf_checks=True)
for path, host in json.loads(sys.argv[1]):
    client.get(path, HTTP_HOST=host)
    client.post("/robots.txt", HTTP_HOST=host)
"""


@pytest.mark.parametrize("place", ["/s/", "/en/s/", "/invitations/", "/account/confirm-email/"])
def test_a_secret_in_an_address_is_cut(place):
    assert shortened(f"{place}{SECRET}/") == f"{place}Zk3v…/"


def test_the_key_of_a_forgotten_password_is_cut():
    assert shortened("/account/password/reset/key/1-c2x9p1-0a1b2c3d4e5f/").endswith("/1-c2…/")


@pytest.mark.parametrize("path", [f"/work/uploads/{IDENTIFIER}/file", "/companies/new/", "/desk/"])
def test_what_is_no_secret_is_told_in_full(path):
    assert shortened(path) == path


def test_what_a_record_names_is_cut_in_its_text():
    record = logging.LogRecord("a", 40, "b", 1, "%s: %s (%d)", ("Broken", f"/s/{SECRET}/", 3), None)
    assert SecretsHidden().filter(record)
    assert record.getMessage() == "Broken: /s/Zk3v…/ (3)"


@pytest.fixture
def terminal(tmp_path):
    """What stands on the terminal of the hub after somebody asked for addresses."""

    def ask(*requests: tuple[str, str]) -> str:
        environment = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
            "SECRET_KEY": "for this test only, long enough to sign with",
        }
        command = [sys.executable, "-c", ASK, json.dumps(requests)]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        ).stderr

    return ask


def test_a_fault_is_written_down_without_the_secret(terminal):
    """There is no table yet, so every page that asks the database is broken."""
    written = terminal((f"/s/{SECRET}/", "localhost"))
    assert "ERROR django.request: Internal Server Error: /s/Zk3v…/" in written
    assert "OperationalError" in written
    assert SECRET not in written


def test_what_strangers_try_fills_no_log(terminal):
    assert terminal(("/absent/", "localhost"), ("/absent/", "evil.example")) == ""
