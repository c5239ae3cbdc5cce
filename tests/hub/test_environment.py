"""Settings are read right, or refused with the name of the variable and what was expected."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from kragozor.hub import environment

NAME = "KRAGOZOR_TEST_VALUE"
SECRET = "thirty-two characters of a secret"


@pytest.fixture
def given(monkeypatch):
    return lambda value: monkeypatch.setenv(NAME, value)


def test_text_must_be_set(monkeypatch):
    monkeypatch.delenv(NAME, raising=False)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.text(NAME)


@pytest.mark.parametrize("empty", ["", "  "])
def test_text_that_is_empty_counts_as_not_set(given, empty):
    given(empty)
    assert environment.text(NAME, "default") == "default"


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("Yes", True), ("0", False)])
def test_flag_reads_yes_and_no(given, value, expected):
    given(value)
    assert environment.flag(NAME, default=not expected) is expected


@pytest.mark.parametrize("value", ["maybe", "2", "да"])
def test_flag_refuses_anything_else(given, value):
    given(value)
    with pytest.raises(ImproperlyConfigured, match="expected true or false"):
        environment.flag(NAME)


def test_words_are_split_at_commas(given):
    given("a.org, b.org,,")
    assert environment.words(NAME, []) == ["a.org", "b.org"]


def test_folder_is_made(given, tmp_path):
    given(str(tmp_path / "a" / "b"))
    made = environment.folder(NAME, tmp_path)
    assert made.is_dir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o700, "others on the machine see nothing"


def test_folder_that_is_a_file_is_refused(given, tmp_path):
    (tmp_path / "file").write_text("")
    given(str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="expected a folder"):
        environment.folder(NAME, tmp_path)


def test_secret_is_read_from_its_file(monkeypatch, tmp_path):
    monkeypatch.delenv(NAME, raising=False)
    (tmp_path / "key").write_text(f"{SECRET}\n")
    assert environment.secret(NAME, tmp_path / "key", insecure=False) == SECRET


@pytest.mark.parametrize("insecure", [True, False])
def test_secret_that_can_be_guessed_is_refused(given, tmp_path, insecure):
    given(SECRET[:31])
    with pytest.raises(ImproperlyConfigured, match="expected 32 characters") as refusal:
        environment.secret(NAME, tmp_path / "absent", insecure=insecure)
    assert SECRET[:31] not in str(refusal.value)


def test_secret_must_be_somewhere(monkeypatch, tmp_path):
    monkeypatch.delenv(NAME, raising=False)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        environment.secret(NAME, tmp_path / "absent", insecure=False)
    assert "insecure" in environment.secret(NAME, tmp_path / "absent", insecure=True)


def test_web_address_is_split(given):
    given("https://krag.example:8443/")
    address = environment.web_address(NAME, "")
    assert (address.scheme, address.hostname, address.port) == ("https", "krag.example", 8443)


@pytest.mark.parametrize("value", ["krag.example", "ftp://krag.example", "https://", "https://a/b"])
def test_web_address_is_scheme_and_host_only(given, value):
    given(value)
    with pytest.raises(ImproperlyConfigured, match="expected https://host"):
        environment.web_address(NAME, "")


def test_sqlite_takes_its_lock_at_once(given):
    given("sqlite:////srv/krag%20data/hub.sqlite3")
    database = environment.database(NAME, "")
    assert database["NAME"] == "/srv/krag data/hub.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_sqlite_overwrites_what_is_deleted(given):
    given("sqlite:////srv/hub.sqlite3")
    assert "PRAGMA secure_delete=ON" in environment.database(NAME, "")["OPTIONS"]["init_command"]


def test_postgres_is_read_with_its_pool(given):
    given("postgres://hub:p%40ss@db.example:5433/krag?sslmode=require")
    database = environment.database(NAME, "")
    assert database["ENGINE"].endswith("postgresql")
    assert (database["USER"], database["PASSWORD"]) == ("hub", "p@ss")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", "5433", "krag")
    assert database["OPTIONS"] == {"pool": environment.POOL, "sslmode": "require"}


def test_postgres_over_a_unix_socket(given):
    given("postgresql:///krag?host=/run/postgresql")
    database = environment.database(NAME, "")
    assert database["HOST"] == "/run/postgresql"
    assert database["OPTIONS"] == {"pool": environment.POOL}


@pytest.mark.parametrize(("reader", "value"), [("database", "mysql://a"), ("mail", "pop://a")])
def test_unknown_scheme_is_refused_without_repeating_the_password(given, reader, value):
    given(f"{value.split(':')[0]}://user:secret@host/name")
    with pytest.raises(ImproperlyConfigured, match="expected") as refusal:
        getattr(environment, reader)(NAME, "")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("value", "port", "tls", "ssl"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+tls://mail.example", 587, True, False),
        ("smtps://mail.example", 465, False, True),
        ("smtp+tls://mail.example:2525", 2525, True, False),
    ],
)
def test_mail_is_read(given, value, port, tls, ssl):
    given(value)
    mail = environment.mail(NAME, "")
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"]) == ("mail.example", port)
    assert (mail["EMAIL_USE_TLS"], mail["EMAIL_USE_SSL"]) == (tls, ssl)
