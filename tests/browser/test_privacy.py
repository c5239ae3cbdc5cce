"""A person sees what is held of them, takes it along, and asks to be forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry, SentLetter
from kragozor.hub.people.enums import Office
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.services.requests import erasures_carry_out
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW
from tests.hub.cast import person_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def maria():
    return person_make("maria", full_name="Мария Димитрова")


def test_a_person_takes_their_data_along_and_is_forgotten(open_window, complaints, maria):
    page = open_window(person=maria)
    page.goto("/desk/")
    page.goto("/account/data/")
    assert_well(page, complaints)
    page.get_by_role("button", name="Създаване на файла").click()
    page.locator("input[name=password]").fill("a long password")
    page.locator("main form button.primary").click()
    with page.expect_download() as asked:
        page.get_by_role("link", name="Изтегляне").click()
    held = json.loads(Path(asked.value.path()).read_text())
    assert held["account"]["email"] == maria.email

    page.get_by_role("link", name="Изтриване на моите данни").click()
    assert_well(page, complaints)
    page.get_by_label("Разбирам").check()
    page.get_by_role("button", name="Изтриване на моите данни").click()
    assert_well(page, complaints)
    assert ErasureRequest.objects.get().is_open
    page.get_by_role("button", name="Запазване на данните ми").click()
    assert "Нищо не е изтрито" in page.content()
    assert not ErasureRequest.objects.get().is_open


def test_staff_enter_a_request_and_see_what_it_reaches(open_window, complaints):
    staff = person_make("staff", offices=[Office.STAFF])
    SentLetter.objects.create(to="gost@example.org", subject="Invitation", outcome="sent")
    AuditEntry.objects.create(action="x", detail={"who": "Зорница Калпакова"})
    page = open_window(person=staff)
    page.goto("/en/council/privacy/")
    assert_well(page, complaints)
    page.get_by_role("link", name="Erasures").click()
    page.get_by_role("link", name="Enter a request").first.click()
    page.get_by_label("E-mail address").fill("gost@example.org")
    page.get_by_label("Name and surname").fill("Зорница")
    page.get_by_label("How the request came").fill("by letter")
    page.get_by_role("button", name="Enter the request").click()
    assert "a single word would find too many" in page.content()
    assert_well(page, complaints)
    page.get_by_label("Name and surname").fill("Зорница Калпакова")
    page.get_by_role("button", name="Enter the request").click()
    assert_well(page, complaints)
    told = page.locator("main").inner_text()
    assert "gost@example.org, Зорница Калпакова" in told
    assert "The details of a change, where they name somebody" in told
    ErasureRequest.objects.update(due_at=timezone.now())
    assert erasures_carry_out() == 1
    page.reload()
    assert "gost" not in page.locator("main").inner_text()
    assert_well(page, complaints)
    assert AuditEntry.objects.get(action="x").detail == {"who": "[…]"}
    page.goto("/en/council/privacy/overdue/")
    assert_well(page, complaints)


def test_what_everybody_is_told_can_be_read_on_a_phone_in_the_dark(open_window, complaints):
    page = open_window(size=NARROW, scheme="dark")
    page.goto("/en/privacy/")
    for summary in page.locator("summary").all():
        summary.click()
    assert_well(page, complaints)
