"""The pages of a company's people, in a browser: accessible, narrow and wide, light and dark."""

import re

import pytest
from django.core import mail

from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import cast_make, person_make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
VIEWS = [
    "/companies/",
    "/companies/new/",
    "/companies/{company}/",
    "/companies/{company}/edit/",
    "/companies/{company}/people/",
    "/companies/{company}/people/{editing}/",
    "/companies/{company}/invite/",
    "/companies/{company}/access/",
    "/account/tokens/",
    "/api/v1/docs",
]


@pytest.fixture
def cast(transactional_db):
    """Everybody, seen by the server in its own thread too."""
    return cast_make()


@pytest.mark.parametrize(
    ("size", "scheme", "prefix"), [(WIDE, "light", ""), (NARROW, "dark", "/en")]
)
def test_pages_are_well(cast, open_window, complaints, size, scheme, prefix):
    page = open_window(size=size, scheme=scheme, person=cast.owner)
    editing = cast.company.representations.get(person=cast.editor).pk
    for view in VIEWS:
        assert page.goto(prefix + view.format(company=cast.company.pk, editing=editing)).ok
        assert_well(page, complaints)


def test_a_newcomer_registers_a_company_and_invites_a_colleague(
    transactional_db, open_window, complaints
):
    page = open_window(person=person_make("fresh"))
    page.goto("/desk/")
    page.get_by_role("link", name="Регистриране на фирма").click()
    page.get_by_label("ЕИК").fill("175074751")
    page.get_by_label("Наименование, както е вписано").fill("Нишка ООД")
    page.get_by_label("Текстил").check()
    page.get_by_role("button", name="Регистриране").click()
    assert page.locator(".error-summary").is_visible()
    assert_well(page, complaints)
    page.get_by_label("ЕИК").fill("175074752")
    page.get_by_role("button", name="Регистриране").click()
    page.get_by_role("link", name="Хора и достъп").click()
    page.get_by_role("link", name="Покана за колега").click()
    page.get_by_label("Имейл адрес").fill("new@example.org")
    page.get_by_role("button", name="Изпращане на поканата").click()
    assert page.get_by_role("row", name=re.compile("new@example.org")).is_visible()
    assert_well(page, complaints)
    assert "Нишка ООД" in mail.outbox[0].subject


def test_an_invited_colleague_accepts(cast, open_window, complaints):
    owner = open_window(person=cast.owner)
    owner.goto(f"/companies/{cast.company.pk}/invite/")
    owner.get_by_label("Имейл адрес").fill("new@example.org")
    owner.get_by_label("Читател", exact=False).check()
    owner.get_by_role("button", name="Изпращане на поканата").click()
    owner.get_by_role("row", name=re.compile("new@example.org")).wait_for()
    link = re.search(r"/invitations/\S+", mail.outbox[0].body).group()
    page = open_window(size=NARROW, person=person_make("new"))
    page.goto(link)
    assert_well(page, complaints)
    page.get_by_role("button", name="Приемане на поканата").click()
    assert page.get_by_role("heading", name="Нишка ООД").is_visible()
    assert cast.company.representations.get(person__email="new@example.org").role == "reader"
