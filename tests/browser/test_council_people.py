"""An administrator gives an office, and helps somebody who lost every factor, in a browser."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import person_make
from tests.hub.people.conftest import security_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = {
    "": {
        "search": "Търсене",
        "give": "Възлагане на роля",
        "given": "Възложена роля на Мария Димитрова: Ръководство.",
        "lost": "Изгубен телефон или ключ?",
        "off": "Изключване на двустепенния вход",
        "done": "Двустепенният вход на Мария Димитрова е изключен",
    },
    "/en": {
        "search": "Search",
        "give": "Give an office",
        "given": "Office given to Мария Димитрова: Board.",
        "lost": "Second factor lost?",
        "off": "Take the second factor off",
        "done": "The second factor of Мария Димитрова is taken off",
    },
}


@pytest.fixture
def maria(transactional_db) -> Person:
    """Somebody with a key, which they lose."""
    person = person_make("maria", full_name="Мария Димитрова")
    data = {"name": "Ключ", "credential": security_key()}
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data=data)
    return person


@pytest.mark.parametrize(
    ("prefix", "size", "scheme"), [("", WIDE, "light"), ("/en", NARROW, "dark")]
)
def test_an_office_is_given_and_a_lost_factor_taken_off(
    open_window, complaints, maria, prefix, size, scheme
):
    words = WORDS[prefix]
    administrator = person_make("boss", offices=[Office.ADMINISTRATOR])
    page = open_window(size=size, scheme=scheme, person=administrator)
    page.goto(f"{prefix}/council/people/")
    assert_well(page, complaints)
    page.locator("#id_q").fill("МАРИЯ")
    page.get_by_role("button", name=words["search"]).click()
    page.get_by_role("link", name="Мария Димитрова").click()
    assert_well(page, complaints)

    page.get_by_role("link", name=words["give"]).click()
    page.locator("#id_password").fill("a long password")
    page.locator("main button.primary").click()
    assert_well(page, complaints)
    page.locator("input[value=board]").check()
    page.locator("#id_reason").fill("Решение 3")
    page.locator("main button.primary").click()
    page.get_by_text(words["given"]).wait_for()
    assert_well(page, complaints)

    page.get_by_role("link", name=words["lost"]).click()
    assert_well(page, complaints)
    page.locator("#id_reason").fill("Откраднат ключ, обадих се")
    page.get_by_role("button", name=words["off"]).click()
    page.get_by_text(words["done"]).wait_for()
    assert_well(page, complaints)
    assert not Authenticator.objects.filter(user=maria).exists()
    assert [letter.to for letter in mail.outbox] == [[maria.email]]
