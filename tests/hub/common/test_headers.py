"""What every answer tells a browser to refuse, whichever room it comes from."""

from __future__ import annotations

import pytest

from kragozor.hub.common.attachments import attachment

pytestmark = pytest.mark.django_db
ADDRESSES = [
    *("/", "/en/privacy/", "/account/login/", "/absent/"),
    *("/desk/", "/account/data/", "/council/people/", "/admin/"),
    *("/api/v1/members", "/api/v1/docs", "/healthz"),
]
REFUSED = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_strict(client_of, administrator, address):
    answer = client_of(administrator).get(address)
    assert {name: answer.headers.get(name) for name in REFUSED} == REFUSED
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("address", ["/desk/", "/account/data/", "/privacy/", "/api/v1/members"])
def test_nobody_keeps_what_was_told_to_one_person(client_of, owner, address):
    assert "no-store" in client_of(owner).get(address).headers["Cache-Control"]


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client, owner):
    confirmed = owner.emailaddress_set.create(email=owner.email, verified=True, primary=True)
    facts = {"login": confirmed.email, "password": "a long password"}
    cookies = client.get("/account/login/").cookies | client.post("/account/login/", facts).cookies
    assert set(cookies) == {"csrftoken", "sessionid"}
    assert all(one["httponly"] and one["samesite"] == "Lax" for one in cookies.values())


def test_a_file_is_saved_and_never_shown():
    answer = attachment(b"<script>alert(1)</script>", "a.html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"
