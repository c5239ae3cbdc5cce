"""Somebody of the staff recruits a member, in a browser: from a card to a letter and a forecast."""

import re

import pytest
from django.core import mail

from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.models import Pillar
from kragozor.hub.people.enums import Office
from kragozor.hub.pipeline.models import Card, LetterTemplate
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import person_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = {
    "": {
        "first": "Първа карта",
        "pillar": "Текстил",
        "write down": "Записване",
        "stage": "Етап на Вретено ООД",
        "invited": "Поканен",
        "move": "Преместване",
        "moved": "Вретено ООД: Поканен.",
        "letter": "Писане на писмо",
        "send": "Изпращане",
        "sent": "Писмото е изпратено.",
        "choose": "Изберете Вретено ООД",
        "read": "Преглед преди изпращане",
        "again": "Току-що получиха това писмо",
        "stop": "Не ми пишете повече",
        "stopped": "Вече няма да Ви пишем",
    },
    "/en": {
        "first": "Write down the first",
        "pillar": "Textiles",
        "write down": "Write down",
        "stage": "Stage of Вретено ООД",
        "invited": "Invited",
        "move": "Move",
        "moved": "Вретено ООД: Invited.",
        "letter": "Write a letter",
        "send": "Send",
        "sent": "The letter is sent.",
        "choose": "Choose Вретено ООД",
        "read": "Read before sending",
        "again": "Had this letter a moment ago",
        "stop": "Write to me no more",
        "stopped": "We write to you no more",
    },
}


@pytest.fixture
def letter(transactional_db) -> LetterTemplate:
    """What migrations sow, which tests with transactions of their own sweep away."""
    for code, _label in PILLARS:
        Pillar.objects.get_or_create(code=code)
    words = dict.fromkeys(("name_bg", "name_en", "subject_bg", "subject_en"), "{organisation}")
    return LetterTemplate.objects.create(**words, body_bg="{greeting}", body_en="{greeting}")


@pytest.mark.parametrize(
    ("prefix", "size", "scheme"), [("", WIDE, "light"), ("/en", NARROW, "dark")]
)
def test_a_prospect_is_written_down_moved_and_written_to(
    open_window, complaints, letter, prefix, size, scheme
):
    words = WORDS[prefix]
    clerk = person_make("clerk", offices=[Office.STAFF])
    page = open_window(size=size, scheme=scheme, person=clerk)

    page.goto(f"{prefix}/council/pipeline/")
    assert_well(page, complaints)
    page.get_by_role("link", name=words["first"]).click()
    assert_well(page, complaints)
    page.locator("#id_name").fill("Вретено ООД")
    page.get_by_label(words["pillar"], exact=True).check()
    page.locator("#id_contact_email").fill("maria@example.org")
    page.get_by_role("button", name=words["write down"], exact=True).click()
    card = Card.objects.get()
    assert_well(page, complaints)

    page.goto(f"{prefix}/council/pipeline/")
    assert_well(page, complaints)
    page.get_by_label(words["stage"]).select_option(label=words["invited"])
    page.get_by_role("button", name=words["move"]).click()
    page.get_by_text(words["moved"]).wait_for()
    card.refresh_from_db()
    assert card.stage == "invited"

    page.get_by_role("link", name="Вретено ООД").click()
    page.get_by_role("link", name=words["letter"]).click()
    assert_well(page, complaints)
    page.get_by_role("button", name=words["send"], exact=True).click()
    page.get_by_text(words["sent"]).wait_for()
    assert_well(page, complaints)
    assert [sent.to for sent in mail.outbox] == [["maria@example.org"]]

    page.goto(f"{prefix}/council/pipeline/list/")
    assert_well(page, complaints)
    page.get_by_label(words["choose"]).check()
    page.get_by_role("button", name=words["read"]).click()
    assert_well(page, complaints)
    page.get_by_role("button", name=words["send"], exact=True).click()
    page.wait_for_url("**/sending/*/")
    page.get_by_text(words["again"]).wait_for()
    assert_well(page, complaints)
    assert card.letters.count() == 1

    page.goto(f"{prefix}/council/pipeline/forecast/")
    assert_well(page, complaints)

    link = re.search(r"/letters/stop/\S+/", mail.outbox[0].body)[0]
    reader = open_window(size=size, scheme=scheme)
    reader.goto(f"{prefix}{link}")
    assert_well(reader, complaints)
    reader.get_by_role("button", name=words["stop"]).click()
    reader.get_by_role("heading", name=words["stopped"]).wait_for()
    assert_well(reader, complaints)
    card.refresh_from_db()
    assert card.is_suppressed
