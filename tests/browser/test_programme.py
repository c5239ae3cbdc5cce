"""The programme in a browser: read by everybody, carried out by staff, narrow and wide."""

from __future__ import annotations

from datetime import date

import pytest

from kragozor.hub.programme import services
from kragozor.hub.programme.models import Activity
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import cast_make
from tests.hub.programme.records import member, pillar

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COUNCIL = "/council/programme/"
VIEWS = [
    "/progress/",
    COUNCIL,
    f"{COUNCIL}?on=1999-01-01",
    f"{COUNCIL}2/",
    f"{COUNCIL}2/records/",
    f"{COUNCIL}12/",
    f"{COUNCIL}12/change/",
    f"{COUNCIL}12/target/",
    f"{COUNCIL}12/evidence/",
    f"{COUNCIL}report/",
    f"{COUNCIL}report/2025/",
]


@pytest.fixture
def cast(transactional_db):
    """Everybody, with three pillars of which one has members, and an event that was held."""
    cast = cast_make()
    for code in ("textiles", "plastics", "agrifood"):
        pillar(code, purpose_bg="За какво е.", lead=cast.board)
    for place in range(4):
        member(cast.staff, f"Предприятие {place}", district="BG311")
    services.evidence_add(
        actor=cast.staff,
        activity=Activity.objects.get(number=12),
        on=date(2025, 6, 30),
        title="Обща конференция",
        value=1,
        address="https://example.org/" + "дълъг-адрес-" * 8,
        is_public=True,
    )
    return cast


@pytest.mark.parametrize(
    ("size", "scheme", "prefix"), [(WIDE, "light", ""), (NARROW, "dark", "/en")]
)
def test_pages_are_well(cast, open_window, complaints, size, scheme, prefix):
    page = open_window(size=size, scheme=scheme, person=cast.staff)
    for view in VIEWS:
        assert page.goto(prefix + view).ok
        assert_well(page, complaints)


def test_staff_puts_on_record_what_everybody_then_sees(cast, open_window, complaints, tmp_path):
    protocol = tmp_path / "Протокол.pdf"
    protocol.write_bytes(b"%PDF-1.7")
    page = open_window(person=cast.staff)
    page.goto(COUNCIL)
    page.get_by_role("link", name="Сътрудничество с другите съвети").click()
    page.get_by_role("link", name="Нова цел").click()
    page.get_by_label("Цел", exact=False).first.fill("2")
    page.get_by_role("button", name="Определяне на целта").click()
    page.get_by_role("link", name="Ново доказателство").click()
    page.get_by_label("Какво е направено", exact=True).fill("Кръгла маса")
    page.get_by_label("Какво е направено, на английски").fill("A round table")
    page.get_by_label("Число").fill("1")
    page.get_by_label("Файл", exact=False).first.set_input_files(protocol)
    page.get_by_label("Да се вижда от всички").check()
    page.get_by_role("button", name="Вписване").click()
    assert page.locator("#records .tag").inner_text() == "Постигната"
    assert_well(page, complaints)
    visitor = open_window(size=NARROW)
    visitor.goto("/progress/#activity-12")
    shown = visitor.locator("#activity-12")
    assert "Кръгла маса" in shown.inner_text()
    with visitor.expect_download() as download:
        shown.get_by_role("link", name="Протокол.pdf").click()
    assert download.value.suggested_filename == "Протокол.pdf"
    assert_well(visitor, complaints)


def test_board_follows_a_value_to_its_records_and_takes_the_report(cast, open_window, complaints):
    page = open_window(person=cast.board)
    page.goto(f"/en{COUNCIL}?on=2025-06-30")
    districts = page.locator("#activity-16")
    assert districts.locator(".value strong").inner_text() == "1"
    districts.get_by_role("link", name="The records behind the value").click()
    assert "Vidin" in page.locator("tbody").inner_text()
    assert_well(page, complaints)
    page.get_by_role("link", name="Programme", exact=True).first.click()
    page.get_by_role("link", name="Annual reports").click()
    page.get_by_role("link", name="2025", exact=True).click()
    page.get_by_role("link", name="Signatures").click()
    assert_well(page, complaints)
    for name, ending in (("English, PDF", "pdf"), ("Bulgarian, DOCX", "docx")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename.endswith(f".{ending}")
