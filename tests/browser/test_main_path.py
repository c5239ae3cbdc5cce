"""The way of a member, as a person goes it: from the first visit to a shared result.

Sign up, register a company, fill the workbook, correct it, see the result, share it; then the
same in forms. In both languages, with the rules of accessibility held on every page.
"""

from __future__ import annotations

import io
from functools import partial

import openpyxl
import pytest
from django.utils import translation
from django.utils.translation import gettext as _
from playwright.sync_api import Page, expect

from kragozor.files.fields import section
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.files.books import SHEETS
from tests.hub.cast import cast_make
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.people.letters import last_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "сто железни пружини"
BOTH = pytest.mark.parametrize("language", ["bg", "en"])


@pytest.fixture(autouse=True)
def _files_apart(settings, tmp_path):
    """What is uploaded in a test goes with the test."""
    files = settings.STORAGES["default"]
    options = files["OPTIONS"] | {"location": tmp_path / "files"}
    settings.STORAGES = settings.STORAGES | {"default": files | {"OPTIONS": options}}


def path(language: str, address: str) -> str:
    return address if language == "bg" else f"/en{address}"


@BOTH
def test_from_the_first_visit_to_a_shared_result(open_window, complaints, tmp_path, language):
    page = open_window(locale={"bg": "bg-BG", "en": "en-GB"}[language])
    well = partial(assert_well, page, complaints)
    with translation.override(language):
        person_joins(page, language)
        company_registers(page, language)
        well()
        book = workbook_downloads(page, tmp_path)
        well()
        send(page, fill(book, language, mass="дванадесет"), tmp_path)
        well()
        expect(page.locator(".problems tbody tr")).to_have_count(1)
        expect(page.locator(".problems")).to_contain_text("B7")
        assert not Inventory.objects.exists()
        send(page, corrected(page, language), tmp_path)
        well()
        result_is_read(page)
        well()
        history_is_kept(page)
        well()
        address = result_is_shared(page)
        well()
    stranger = open_window(size=NARROW, scheme="dark")
    stranger.goto(address)
    assert_well(stranger, complaints)
    expect(stranger.locator("h1")).to_have_text("Мъжки пуловер")


def person_joins(page: Page, language: str) -> None:
    page.goto(path(language, "/account/signup/"))
    page.locator("input[name=full_name]").fill("Мария Димитрова")
    page.locator("input[name=email]").fill("maria@example.org")
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("main form button").click()
    page.goto(last_link())
    page.locator("main form button").click()
    page.goto(path(language, "/account/login/"))
    page.locator("input[name=login]").fill("maria@example.org")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    expect(page.locator("h1")).to_contain_text("Мария")


def company_registers(page: Page, language: str) -> None:
    page.get_by_role("link", name=_("Register a company")).click()
    page.locator("input[name=eik]").fill("175074752")
    page.locator("input[name=name]").fill("Трико ООД")
    page.locator("input[name=pillar][value=textiles]").check()
    page.locator("main form button").click()
    page.goto(path(language, "/work/"))
    page.get_by_role("link", name=_("Start measuring")).click()


def workbook_downloads(page: Page, folder) -> bytes:
    with page.expect_download() as download:
        page.locator("main a[href*='/templates/textiles.xlsx']").first.click()
    target = folder / "template.xlsx"
    download.value.save_as(target)
    return target.read_bytes()


def fill(data: bytes, language: str, mass: object) -> bytes:
    """Fill the workbook as a person does, in the cells that wait for it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = SHEETS[language]
    origins = section("inflows").field("origin").words(language)
    roles, destinations = (
        section("outflows").field(name).words(language) for name in ("kind", "destination")
    )
    kinds = section("subject").field("kind").words(language)
    pillars = section("subject").field("pillar").words(language)
    form = book[sheets["subject"]]
    facts = ["Мъжки пуловер", kinds["product"], pillars["textiles"], "2025-01-01", "2025-12-31"]
    for row, value in enumerate(facts, start=5):
        form.cell(row, 3).value = value
    inflows, outflows = book[sheets["inflows"]], book[sheets["outflows"]]
    for cell, value in zip(inflows[7], ["вълна", mass, origins["virgin"]], strict=False):
        cell.value = value
    row = [roles["product"], "пуловер", 12, destinations["landfill"]]
    for cell, value in zip(outflows[7], row, strict=False):
        cell.value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def send(page: Page, content: bytes, folder) -> None:
    file = folder / "данни.xlsx"
    file.write_bytes(content)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name=_("Send and measure")).click()


def corrected(page: Page, language: str) -> bytes:
    """Take the file that the page offers, and put the number right in it."""
    with page.expect_download() as download:
        page.get_by_role("link", name=_("Download the marked file")).click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    book[SHEETS[language]["inflows"]]["B7"] = 12
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def result_is_read(page: Page) -> None:
    """See the number, open its working, open the table behind the picture, take the report."""
    expect(page.locator("h1")).to_have_text("Мъжки пуловер")
    page.locator(".figure summary").first.click()
    expect(page.locator(".figure[open] math").first).to_be_visible()
    page.get_by_text(_("The flows as a table")).click()
    expect(page.locator("#flows ~ details table, .disclosure[open] table").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF", exact=True).click()
    with open(download.value.path(), "rb") as report:
        assert report.read(5) == b"%PDF-"


def history_is_kept(page: Page) -> None:
    page.locator(".crumbs a").last.click()
    expect(page.get_by_role("heading", name=_("History by period"))).to_be_visible()
    expect(page.get_by_text(_("Version %(number)s") % {"number": 1})).to_be_visible()
    page.get_by_role("link", name=_("Newest result")).click()


def result_is_shared(page: Page) -> str:
    page.get_by_role("link", name=_("Share"), exact=True).click()
    page.get_by_role("button", name=_("Create the link")).click()
    shown = page.get_by_label(_("Address to copy")).input_value()
    token = ShareLink.objects.get().token
    assert shown.endswith(f"/s/{token}/")
    return path("en" if "/en/" in shown else "bg", f"/s/{token}/")


@BOTH
def test_facts_in_forms_are_saved_as_they_are_typed(open_window, complaints, language):
    cast = cast_make()
    inventory = inventory_make(cast.owner, cast.company)
    page = open_window(person=cast.owner, locale={"bg": "bg-BG", "en": "en-GB"}[language])
    page.goto(path(language, f"/work/inventories/{inventory.pk}/facts/inflows/"))
    page.locator("#inflows-1 > summary").click()
    mass = page.locator("#inflows-1-mass")
    with page.expect_response("**/rows/1/"):
        mass.fill("много")
        mass.blur()
    expect(page.locator("#inflows-1-mass-error")).to_contain_text("много")
    with translation.override(language):
        expect(page.get_by_role("button", name=_("Measure"), exact=True)).to_be_disabled()
    with page.expect_response("**/rows/1/"):
        mass.fill("70,5")
        mass.blur()
    expect(page.locator("#inflows-1-mass-error")).to_be_empty()
    expect(page.locator("#standing")).to_contain_text({"bg": "110,5", "en": "110.5"}[language])
    with page.expect_response("**/rows/1/"):
        page.locator("#inflows-1 select[name='mass.grade']").select_option("proxy")
    assert_well(page, complaints)
    saved = Inventory.objects.get()
    assert saved.facts["inflows"][0]["mass"] == {"value": 70.5, "grade": "proxy"}
    assert saved.revision == 4


def test_pressing_save_does_not_overtake_what_is_being_saved(open_window, complaints):
    cast = cast_make()
    inventory = inventory_make(cast.owner, cast.company)
    page = open_window(person=cast.owner)
    page.goto(f"/work/inventories/{inventory.pk}/facts/inflows/")
    page.locator("#inflows-1 > summary").click()
    page.locator("#inflows-1-mass").fill("61")
    page.locator("#inflows-1-material").fill("лен")
    with page.expect_navigation():
        page.locator("#inflows-1 button").first.click()
    expect(page.locator("#inflows-1-summary")).to_contain_text("лен")
    expect(page.locator("#conflict")).to_be_empty()
    assert_well(page, complaints)
    saved = Inventory.objects.get().facts["inflows"][0]
    assert (saved["material"], saved["mass"]["value"]) == ("лен", 61)


def test_two_people_in_the_same_row(open_window, complaints):
    cast = cast_make()
    inventory = inventory_make(cast.owner, cast.company)
    address = f"/work/inventories/{inventory.pk}/facts/inflows/"
    first, second = open_window(person=cast.owner), open_window(person=cast.editor)
    for page in (first, second):
        page.goto(address)
        page.locator("#inflows-1 > summary").click()
    for page, mass in ((first, "61"), (second, "62")):
        with page.expect_response("**/rows/1/"):
            page.locator("#inflows-1-mass").fill(mass)
            page.locator("#inflows-1-mass").blur()
    expect(second.locator("#conflict")).to_contain_text(str(cast.owner))
    expect(second.locator("#inflows-1-mass")).to_have_value("62")
    assert Inventory.objects.get().facts["inflows"][0]["mass"]["value"] == 61
    second.locator("#inflows-1 button").first.click()
    expect(second.locator("#inflows-1 .saved-now")).to_contain_text("61")
    complaints.clear()  # The browser notes every answer of 409 as an error of loading.
    assert_well(second, complaints)
    second.locator("#inflows-1 button").first.click()
    expect(second.locator("#inflows-1-summary")).to_contain_text("62")
    assert Inventory.objects.get().facts["inflows"][0]["mass"]["value"] == 62


def test_everything_works_without_javascript(open_window):
    cast = cast_make()
    inventory = inventory_make(cast.owner, cast.company)
    page = open_window(person=cast.owner, java_script_enabled=False)
    page.goto(f"/work/inventories/{inventory.pk}/facts/inflows/")
    new = page.locator("#inflows-new")
    new.locator("[name=material]").fill("лен")
    new.locator("[name=mass]").fill("5")
    new.locator("[name=origin]").select_option("virgin")
    new.locator("button").click()
    expect(page.locator("#inflows-3-summary")).to_contain_text("лен")
    page.locator("#inflows-3 > summary").click()
    page.locator("#inflows-3 button").last.click()
    expect(page.locator(".rows .row")).to_have_count(2)
    page.locator("form[action$='/restore/'] button").click()
    expect(page.locator(".rows .row")).to_have_count(3)
    page.locator("#standing button").click()
    expect(page.locator(".dial").first).to_be_visible()
    assert Assessment.objects.count() == 1


PAGES = [
    "/desk/",
    "/work/",
    "/work/?archived",
    "/examples/",
    "/work/{company}/start/",
    "/work/inventories/{inventory}/",
    "/work/inventories/{inventory}/facts/subject/",
    "/work/inventories/{inventory}/facts/outflows/",
    "/work/assessments/{assessment}/",
    "/work/assessments/{assessment}/compare/",
    "/work/assessments/{assessment}/share/",
]


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (NARROW, "light")])
@BOTH
def test_every_page_is_well(open_window, complaints, size, scheme, language):
    cast = cast_make()
    inventory = inventory_make(cast.owner, cast.company)
    assessment = assessment_make(cast.owner, inventory)
    known = {"company": cast.company.pk, "inventory": inventory.pk, "assessment": assessment.pk}
    page = open_window(size=size, scheme=scheme, person=cast.owner)
    for address in PAGES:
        assert page.goto(path(language, address.format(**known))).ok
        for closed in page.locator("details:not([open]):not(.popover) > summary").all()[:12]:
            if closed.is_visible():
                closed.click()
        assert_well(page, complaints)
