"""A person sees what is held of them, takes it along, and asks to be forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kragozor.hub.privacy.models import ErasureRequest
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


def test_what_everybody_is_told_can_be_read_on_a_phone_in_the_dark(open_window, complaints):
    page = open_window(size=NARROW, scheme="dark")
    page.goto("/en/privacy/")
    for summary in page.locator("summary").all():
        summary.click()
    assert_well(page, complaints)
