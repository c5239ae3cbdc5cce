"""Where a person is signed in: which browser, when it was last seen, and how it is signed out."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people import last_seen
from kragozor.hub.people.services.access import user_sessions_purge
from kragozor.hub.people.templatetags.people import device
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"


def session_of(client) -> UserSession:
    return UserSession.objects.get(session_key=client.session.session_key)


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
def test_one_of_them_is_signed_out(owner, browser_of, prefix, language):
    here, there, third = (browser_of(owner) for _browser in range(3))
    page = here.get(f"{prefix}/account/sessions/")
    assert_page(page, language=language)
    assert page.text.count("/end/") == 2, "this browser is signed out by the button for it"
    told = here.post(f"{prefix}/account/sessions/{session_of(there).pk}/end/", follow=True)
    assert_page(told, language=language)
    assert there.get("/desk/").status_code == 302
    assert [client.get("/desk/").status_code for client in (here, third)] == [200, 200]
    assert AuditEntry.objects.filter(action="session.ended", actor=owner).count() == 1


def test_all_others_are_signed_out(owner, browser_of):
    here, there = browser_of(owner), browser_of(owner)
    here.post("/account/sessions/")
    assert there.get("/desk/").status_code == 302
    assert here.get("/desk/").status_code == 200


def test_nobody_signs_out_somebody_else(owner, stranger, browser_of):
    theirs = browser_of(owner)
    address = f"/account/sessions/{session_of(theirs).pk}/end/"
    assert browser_of(stranger).post(address).status_code == 404
    assert theirs.get("/desk/").status_code == 200


def test_a_browser_is_noted_as_seen_now_and_then(owner, browser_of, monkeypatch):
    client = browser_of(owner)
    before = timezone.now() - timedelta(hours=1)
    UserSession.objects.update(last_seen_at=before)
    client.get("/desk/")
    assert session_of(client).last_seen_at == before, "not at every request"
    later = last_seen.time.time() + last_seen.PRECISION + 1
    monkeypatch.setattr(last_seen.time, "time", lambda: later)
    client.get("/desk/")
    noted = session_of(client).last_seen_at
    assert noted > before
    client.get("/desk/")
    assert session_of(client).last_seen_at == noted


def test_a_visitor_gets_no_session(client):
    assert "Set-Cookie" not in client.get("/").headers
    assert not Session.objects.exists()


def test_what_is_over_is_forgotten(owner, browser_of):
    over, standing = browser_of(owner), browser_of(owner)
    Session.objects.filter(session_key=over.session.session_key).delete()
    assert user_sessions_purge() == 1
    assert session_of(standing)


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (FIREFOX, "Firefox, Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/130.0.0.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        ("curl/8.5 (X11)", "Linux"),
    ],
)
def test_a_browser_has_a_name(user_agent, name):
    assert device(user_agent) == name


@pytest.mark.parametrize("user_agent", ["", "curl/8.5"])
def test_an_unknown_browser_is_said_to_be_unknown(user_agent):
    assert device(user_agent)
