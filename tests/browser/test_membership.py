"""Membership in a browser: the Council writes a term, the member shows itself."""

import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kragozor.hub.members.models import MemberPage, Term
from kragozor.hub.members.services import TermFacts, pillars_set, term_begin
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import cast_make
from tests.hub.members.pictures import png

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db):
    """Everybody, with a membership that ends soon, seen by the server in its own thread too."""
    cast, today = cast_make(), timezone.localdate()
    term = TermFacts(today - timedelta(days=340), today + timedelta(days=24), fee=200)
    term_begin(actor=cast.staff, organisation=cast.company, term=term)
    pillars_set(actor=cast.staff, organisation=cast.company, pillars=["textiles"])
    return cast


def test_staff_finds_who_ends_soon_and_renews_by_one_press(cast, open_window, complaints):
    page = open_window(person=cast.staff)
    page.goto("/council/members/renewals/")
    assert_well(page, complaints)
    page.get_by_role("link", name="Нишка ООД").click()
    assert_well(page, complaints)
    page.get_by_role("button", name="Подновяване за година").click()
    assert page.get_by_text("Срокът е записан").is_visible()
    assert Term.objects.filter(organisation=cast.company).count() == 2


def test_owner_shows_the_company_to_everybody(cast, open_window, complaints, tmp_path):
    picture = tmp_path / "logo.png"
    picture.write_bytes(png(120, 60))
    page = open_window(size=NARROW, scheme="dark", person=cast.owner)
    page.goto(f"/companies/{cast.company.pk}/")
    page.get_by_role("link", name="Публична страница").click()
    page.get_by_role("link", name="Редактиране на страницата").click()
    page.get_by_label("За Вас, на български").fill("Тъчем памучни тъкани.")
    page.get_by_label("Показване на страницата на всички").check()
    page.get_by_role("button", name="Запис").click()
    page.get_by_role("link", name="Изпращане на лого").click()
    page.get_by_label("Лого").set_input_files(picture)
    page.get_by_role("button", name="Запис").click()
    page.get_by_role("link", name="Предложете или потърсете нещо").click()
    page.get_by_label("Предлага").check()
    page.get_by_label("На български").fill("Памучни изрезки, 2 t на месец")
    assert_well(page, complaints)
    page.get_by_role("button", name="Запис").click()
    assert page.get_by_text("Всеки в интернет вижда тази страница.").is_visible()
    assert (
        page.get_by_role("img", name="Лого").evaluate(
            "one => one.decode().then(() => one.naturalWidth)"
        )
        == 120
    )
    assert_well(page, complaints)
    assert MemberPage.objects.get(organisation=cast.company).is_shown


@pytest.mark.parametrize(
    ("size", "scheme", "prefix"), [(WIDE, "light", "/en"), (NARROW, "dark", "")]
)
def test_pages_are_well(cast, open_window, complaints, size, scheme, prefix):
    term = Term.objects.get()
    council, company = f"/council/members/{cast.company.pk}/", f"/companies/{cast.company.pk}/"
    seen = {
        cast.staff: [
            "/council/members/",
            *(council + path for path in ("terms/new/", f"terms/{term.pk}/end/", "pillars/")),
        ],
        cast.owner: [company + path for path in ("edit/", "projects/new/", "data/")],
    }
    for person, addresses in seen.items():
        page = open_window(size=size, scheme=scheme, person=person)
        for address in addresses:
            assert page.goto(prefix + address).ok
            assert_well(page, complaints)


def test_an_owner_takes_everything_along(cast, open_window, complaints):
    page = open_window(person=cast.owner)
    page.goto(f"/companies/{cast.company.pk}/data/")
    page.get_by_role("button", name="Създаване на файла").click()
    link = page.get_by_role("link", name="Изтегляне")
    expect(link).to_be_visible()
    assert_well(page, complaints)
    with page.expect_download() as waiting:
        link.click()
    assert waiting.value.suggested_filename.startswith("Нишка ООД ")
    assert zipfile.is_zipfile(waiting.value.path())
