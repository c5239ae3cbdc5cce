"""From the page “Join” to the first page of a new member, in a browser."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail

from kragozor.hub.applications.models import Application
from kragozor.hub.members.queries import members
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.applications.making import EIK, TOKEN, complete_make, sent_make
from tests.hub.applications.signing import signed
from tests.hub.cast import cast_make, person_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EMAIL = "mira@example.org"
LINK = f"/applications/{TOKEN}/"
STEPS = (
    *("", "organisation/", "place/", "pillars/", "people/", "offers/", "consents/"),
    *("declaration/", "review/", "withdraw/"),
)


@pytest.fixture
def cast(transactional_db):
    """Everybody, seen by the server in its own thread too."""
    return cast_make()


def link_in(letter) -> str:
    return re.search(r"/(applications|invitations)/\S+", letter.body).group()


@pytest.mark.parametrize(
    ("size", "scheme", "prefix"), [(WIDE, "light", ""), (NARROW, "dark", "/en")]
)
def test_pages_are_well(cast, open_window, complaints, size, scheme, prefix):
    page = open_window(size=size, scheme=scheme)
    complete_make()
    for address in ["/join/", "/join/start/", "/join/link/", *(LINK + step for step in STEPS)]:
        assert page.goto(prefix + address).ok
        assert_well(page, complaints)
    sent = sent_make("s" * 43)
    council = open_window(size=size, scheme=scheme, person=cast.staff)
    for step in ("", f"{sent.pk}/", f"{sent.pk}/approve/", f"{sent.pk}/decline/"):
        assert council.goto(f"{prefix}/council/applications/{step}").ok
        assert_well(council, complaints)


def test_a_visitor_applies_and_becomes_a_member(cast, open_window, complaints, tmp_path):
    page = open_window(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Станете член").first.click()
    page.get_by_role("link", name="Започнете заявление").click()
    page.get_by_label("Вашето име").fill("Мира Пробна")
    page.get_by_label("Имейл адрес").fill(EMAIL)
    page.get_by_role("button", name="Изпратете ми връзката").click()
    page.get_by_role("heading", name="Проверете пощата си").wait_for()
    page.goto(link_in(mail.outbox[0]))
    page.get_by_role("link", name="Продължаване").click()
    fill_in(page, tmp_path)
    page.get_by_label("Имам право").check()
    page.get_by_role("button", name="Изпращане на заявлението").click()
    assert page.get_by_role("heading", name="Изпратено").is_visible()
    approved_by(open_window(person=cast.staff), complaints)
    accepted(open_window(size=NARROW, person=person_make("mira")), complaints)


def fill_in(page, tmp_path) -> None:
    """Go through every step, as somebody who knows what to say."""
    go_on = page.get_by_role("button", name="Запис и напред")
    page.get_by_label("ЕИК").fill(EIK)
    page.get_by_label("Наименование, както е вписано").fill("Пробна прежда ООД")
    page.get_by_label("Правна форма").select_option("ood")
    page.get_by_label("Големина").select_option("small")
    go_on.click()
    page.get_by_label("Основна икономическа дейност").fill("13.10")
    page.get_by_label("Седалище").fill("Сливен")
    go_on.click()
    page.get_by_label("Текстил").check()
    go_on.click()
    page.get_by_role("button", name="Добавяне на човека").click()
    page.get_by_role("link", name="Напред", exact=True).click()
    page.get_by_label("Предлага").check()
    page.get_by_label("С едно изречение").fill("2 тона памучни изрезки на месец")
    page.get_by_role("button", name="Добавяне").click()
    page.get_by_role("link", name="Напред", exact=True).click()
    page.get_by_label("Съветът може да ми пише").check()
    go_on.click()
    paper = tmp_path / "declaration.pdf"
    # Signing begins an event loop, and this thread has Playwright's.
    with ThreadPoolExecutor(1) as elsewhere:
        paper.write_bytes(elsewhere.submit(signed).result())
    page.get_by_label("Подписана декларация").set_input_files(paper)
    page.get_by_role("button", name="Изпращане на PDF").click()
    assert page.get_by_text("Документът не е променян след подписването").is_visible()
    page.get_by_role("link", name="Напред", exact=True).click()


def approved_by(page, complaints) -> None:
    """Look at the application, ask nothing, say yes."""
    page.goto("/council/applications/")
    page.get_by_role("link", name="Пробна прежда ООД").click()
    assert page.get_by_text("Ива Трета").is_visible()
    assert_well(page, complaints)
    page.get_by_role("link", name="Одобряване").click()
    page.get_by_label("Членски внос за срока").fill("200")
    page.get_by_label("Мотив за решението").fill("Отговаря на условията.")
    page.get_by_role("button", name="Одобряване и изпращане на писмата").click()
    page.get_by_role("link", name="Към члена").wait_for()
    assert Application.objects.get().state == "approved"
    assert [str(one) for one in members()] == ["Пробна прежда ООД"]


def accepted(page, complaints) -> None:
    """Take the invitation up."""
    [letter] = [one for one in mail.outbox if "/invitations/" in one.body]
    assert letter.to == [EMAIL]
    page.goto(link_in(letter))
    page.get_by_role("button", name="Приемане на поканата").click()
    assert page.get_by_role("heading", name="Пробна прежда ООД").is_visible()
    assert_well(page, complaints)
