"""The people of a demonstration, whose password everybody knows, and real ones live apart."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.utils import timezone

from kragozor.hub.people import demonstration
from kragozor.hub.people.services import token_create, token_use

pytestmark = pytest.mark.django_db


@pytest.fixture
def invented(person_with_account):
    return person_with_account("staff@demo.example", is_staff=True)


def found() -> list[str]:
    errors = run_checks(databases=["default"])
    return [error.id for error in errors if error.id.startswith("people.")]


@pytest.mark.parametrize("within", [True, False])
def test_invented_people_sign_in_only_to_a_demonstration(client, settings, invented, within):
    settings.DEMO = within
    form = {"login": invented.email, "password": "a long password"}
    client.post("/account/login/", form)
    assert (client.get("/desk/").status_code == 200) is within


def test_invented_people_are_signed_out_where_a_demonstration_ends(client, settings, invented):
    settings.DEMO = True
    client.force_login(invented)
    settings.DEMO = False
    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize("within", [True, False])
def test_their_tokens_open_nothing_elsewhere(settings, invented, within):
    _token, secret = token_create(
        person=invented, name="ERP", expires_on=timezone.localdate(), may_write=False
    )
    settings.DEMO = within
    assert (token_use(secret=secret) is not None) is within


def test_somebody_who_may_not_sign_in_may_not_in_a_demonstration_either(settings, invented):
    settings.DEMO = True
    invented.is_active = False
    assert not demonstration.may_come_in(invented)


@pytest.mark.parametrize("demo", [True, False])
def test_an_empty_database_becomes_either(settings, demo):
    settings.DEMO = demo
    assert found() == []


@pytest.mark.parametrize(("demo", "errors"), [(True, ["people.E001"]), (False, [])])
def test_a_demonstration_on_real_people_is_refused(settings, owner, demo, errors):
    settings.DEMO = demo
    assert found() == errors


@pytest.mark.parametrize(("demo", "errors"), [(True, []), (False, ["people.E002"])])
def test_real_work_on_a_demonstration_is_refused(settings, owner, invented, demo, errors):
    settings.DEMO = demo
    assert found() == errors


def test_nobody_stops_the_hub_by_signing_up_under_an_invented_name(client, owner):
    form = {"full_name": "X", "email": "x@demo.example", "password1": "сто железни пружини"}
    client.post("/account/signup/", form)
    assert found() == []


def test_before_there_are_tables_nothing_is_wrong(monkeypatch, owner, settings):
    settings.DEMO = True
    monkeypatch.setattr(demonstration.Person._meta, "db_table", "absent")
    assert found() == []


def test_the_hub_is_not_prepared_on_the_wrong_database(settings, owner):
    settings.DEMO = True
    with pytest.raises(SystemCheckError, match=r"people\.E001"):
        call_command("prepare", demo=True)
