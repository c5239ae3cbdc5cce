"""Tokens for programs: made once, stored as hashes, ended at will."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people import queries, services
from kragozor.hub.people.models import ApiToken

pytestmark = pytest.mark.django_db


def make(person, *, days=30, may_write=False):
    return services.token_create(
        person=person,
        name="ERP",
        expires_on=timezone.localdate() + timedelta(days=days),
        may_write=may_write,
    )


def test_secret_is_not_stored(cast):
    token, secret = make(cast.owner)
    stored = " ".join(str(value) for value in vars(ApiToken.objects.get(pk=token.pk)).values())
    assert secret not in stored
    assert secret.startswith(token.beginning)
    assert secret not in str(AuditEntry.objects.values())


def test_secrets_differ(cast):
    assert len({make(cast.owner)[1] for _time in range(5)}) == 5


def test_a_working_token_is_its_persons(cast):
    token, secret = make(cast.owner)
    used = services.token_use(secret=secret)
    assert used == token
    assert used.person == cast.owner
    token.refresh_from_db()
    assert token.last_used_at is not None


def test_last_use_is_not_written_at_every_request(cast):
    token, secret = make(cast.owner)
    services.token_use(secret=secret)
    token.refresh_from_db()
    noted = token.last_used_at
    services.token_use(secret=secret)
    token.refresh_from_db()
    assert token.last_used_at == noted


@pytest.mark.parametrize("wrong", ["", "krgz_", "krgz_nothing"])
def test_an_unknown_secret_opens_nothing(cast, wrong):
    make(cast.owner)
    assert services.token_use(secret=wrong) is None


def test_a_token_works_on_its_last_day_and_not_after(cast):
    assert services.token_use(secret=make(cast.owner, days=0)[1]) is not None
    assert services.token_use(secret=make(cast.owner, days=-1)[1]) is None


def test_a_revoked_token_opens_nothing(cast):
    token, secret = make(cast.owner)
    services.token_revoke(person=cast.owner, token=token)
    assert services.token_use(secret=secret) is None
    assert not queries.tokens_of(cast.owner).exists()
    assert AuditEntry.objects.filter(action="token.revoked", actor=cast.owner).exists()


def test_a_token_of_a_closed_account_opens_nothing(cast):
    _token, secret = make(cast.owner)
    cast.owner.is_active = False
    cast.owner.save()
    assert services.token_use(secret=secret) is None


@pytest.fixture
def confirmed(cast, client_of):
    """A browser of the owner, who has just given their password again."""
    client = client_of(cast.owner)
    client.post("/account/reauthenticate/", {"password": "a long password"})
    return client


FORM = {"name": "ERP", "may_write": "yes"}


def form(**facts):
    return {"expires_on": timezone.localdate() + timedelta(days=30), **FORM, **facts}


def test_the_page_shows_the_secret_once_and_it_works(cast, confirmed):
    page = confirmed.post("/account/tokens/new/", form())
    token = ApiToken.objects.get()
    secret = page.context["secret"]
    assert secret in page.text
    assert "no-store" in page.headers["Cache-Control"]
    assert token.may_write
    assert services.token_use(secret=secret) == token
    assert secret not in confirmed.get("/account/tokens/").text


@pytest.mark.parametrize("days", [-1, 367])
def test_a_token_lasts_a_year_at_most(confirmed, days):
    page = confirmed.post(
        "/account/tokens/new/", form(expires_on=timezone.localdate() + timedelta(days=days))
    )
    assert page.status_code == 200
    assert not ApiToken.objects.exists()


def test_a_token_may_only_read_unless_told(confirmed):
    confirmed.post("/account/tokens/new/", form(may_write="no"))
    assert not ApiToken.objects.get().may_write


def test_a_session_that_is_old_is_asked_for_the_password_again(cast, client_of):
    page = client_of(cast.owner).post("/account/tokens/new/", form())
    assert page.status_code == 302
    assert page.headers["Location"].startswith("/account/reauthenticate/")
    assert not ApiToken.objects.exists()


def test_owner_revokes_on_the_page(cast, client_of):
    token, secret = make(cast.owner)
    client_of(cast.owner).post(f"/account/tokens/{token.pk}/revoke/")
    assert services.token_use(secret=secret) is None


def test_nobody_else_revokes_it(cast, client_of):
    token, secret = make(cast.owner)
    for person in (cast.editor, cast.staff):
        assert client_of(person).post(f"/account/tokens/{token.pk}/revoke/").status_code == 404
    assert services.token_use(secret=secret) == token


def test_the_list_shows_ones_own_tokens_only(cast, client_of):
    token, _secret = make(cast.owner)
    assert token.beginning in client_of(cast.owner).get("/account/tokens/").text
    assert token.beginning not in client_of(cast.staff).get("/account/tokens/").text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_queries_for_any_length(
    cast, client_of, django_assert_num_queries, number
):
    for _time in range(number):
        make(cast.owner)
    client = client_of(cast.owner)
    client.get("/account/tokens/")
    with django_assert_num_queries(4):
        page = client.get("/account/tokens/")
    assert page.text.count('scope="row"') == number
