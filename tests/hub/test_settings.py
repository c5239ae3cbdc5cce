"""The settings as a whole, in a process of their own: what an operator sees."""

import json
import os
import subprocess
import sys

import pytest

SECRET = "kq7-a-long-secret-of-Many-letters-0192837465-and-more"
SHOW = """
import json
from kragozor.hub import settings
print(json.dumps({name: getattr(settings, name) for name in %r}))
"""


@pytest.fixture
def settings_with(tmp_path):
    """Load the settings in an environment and return some of them, or the error."""

    def load(*names, **environment):
        values = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "SECRET_KEY": SECRET}
        return subprocess.run(
            [sys.executable, "-c", SHOW % (names,)],
            env=values | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return load


@pytest.fixture
def deployed(tmp_path):
    """Run Django's own check of an installation with some variables set."""

    def check(**environment):
        values = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "SECRET_KEY": SECRET}
        return subprocess.run(
            [sys.executable, "-m", "kragozor.hub", "check", "--deploy", "--fail-level=WARNING"],
            env=values | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return check


def test_an_installation_passes_the_check_of_django(deployed):
    done = deployed(BASE_URL="https://krag.example")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_development_installation_does_not(deployed):
    done = deployed(BASE_URL="https://krag.example", DEBUG="true")
    assert done.returncode == 1
    assert "security.W018" in done.stderr


def test_a_secret_that_is_short_is_refused_without_being_told(deployed):
    done = deployed(SECRET_KEY="correct horse battery")
    assert done.returncode == 1
    assert "SECRET_KEY" in done.stderr
    assert "expected 32 characters or more" in done.stderr
    assert "horse" not in done.stderr


def test_a_secret_is_needed(settings_with):
    done = settings_with(SECRET_KEY="")
    assert done.returncode == 1
    assert "Set the environment variable SECRET_KEY" in done.stderr


def test_plain_http_is_refused_outside_of_this_machine(settings_with):
    done = settings_with(BASE_URL="http://krag.example")
    assert done.returncode == 1
    assert "expected https://" in done.stderr


def test_https_makes_every_cookie_secure(settings_with):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "ALLOWED_HOSTS")
    shown = json.loads(settings_with(*names, BASE_URL="https://krag.example").stdout)
    assert shown["SESSION_COOKIE_SECURE"] is shown["CSRF_COOKIE_SECURE"] is True
    assert shown["SECURE_SSL_REDIRECT"] is True
    assert "krag.example" in shown["ALLOWED_HOSTS"]


def test_proxy_headers_are_believed_only_when_told(settings_with):
    shown = "ALLAUTH_TRUSTED_PROXY_COUNT", "SECURE_PROXY_SSL_HEADER"
    assert settings_with(*shown).returncode == 1
    told = json.loads(settings_with(*shown, TRUSTED_PROXY="true").stdout)
    assert told["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


def test_staff_need_a_second_factor_unless_it_is_a_demonstration(settings_with):
    name = "STAFF_SECOND_FACTOR"
    assert json.loads(settings_with(name).stdout)[name] is True
    assert json.loads(settings_with(name, DEMO="true").stdout)[name] is False
