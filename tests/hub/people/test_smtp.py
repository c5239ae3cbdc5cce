"""A letter as it arrives at a real mail server."""

import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from kragozor.hub.people.services import second_factor_reset
from tests.hub.people.letters import link_in


class Postbox:
    """Keeps what comes in."""

    def __init__(self) -> None:
        self.letters = []

    async def handle_DATA(self, server, session, envelope) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def postbox(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = probe.getsockname()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    box = Postbox()
    server = Controller(box, hostname=settings.EMAIL_HOST, port=settings.EMAIL_PORT)
    server.start()
    yield box
    server.stop()


@pytest.mark.django_db
def test_the_letter_that_confirms_an_address_arrives(client, postbox):
    form = {
        "full_name": "Мария Димитрова",
        "email": "maria@example.org",
        "password1": "сто железни пружини",
    }
    client.post("/account/signup/", form)
    (letter,) = postbox.letters
    assert letter["Subject"].strip() == "Кръгозор: Потвърдете имейл адреса си"
    assert letter["To"] == "maria@example.org"
    assert letter["From"].endswith("<noreply@127.0.0.1>")
    body = letter.get_content()
    assert body.startswith("Здравейте, Мария Димитрова,")
    assert letter.get_content_type() == "text/plain"
    client.post(link_in(body.split("--")[0]))
    client.post("/account/login/", {"login": form["email"], "password": form["password1"]})
    assert client.get("/desk/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_the_letter_about_a_second_factor_arrives(owner, staff, app_of, postbox):
    app_of(owner)
    second_factor_reset(actor=staff, person=owner, reason="Изгубен телефон")
    (letter,) = postbox.letters
    assert letter["Subject"].strip() == "Двустепенният вход в профила Ви е изключен"
    assert letter["To"] == owner.email
    body = letter.get_content()
    assert body.startswith(f"Здравейте, {owner.full_name},")
    assert f"{staff} от Съвета" in body
    assert link_in(body.split("--")[0]) == "/account/2fa/"
