"""Somebody of the staff works on the records in bulk, in a browser, in both languages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from django.utils.translation import gettext, override

from kragozor.hub.common.models import Job
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.models import Organisation, Pillar
from kragozor.hub.people.enums import Office
from kragozor.hub.records.models import Import, Merge
from tests.browser.checks import assert_well
from tests.browser.conftest import NARROW, WIDE
from tests.hub.cast import company_make, person_make
from tests.hub.records.files import HEAD, code, compared, csv, row

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Bulgarian on a wide light window, English on a narrow dark one.
windows = pytest.mark.parametrize(
    ("prefix", "size", "scheme"), [("", WIDE, "light"), ("/en", NARROW, "dark")]
)


@pytest.fixture
def clerk(transactional_db):
    """One of the staff, and what tests with transactions of their own sweep away."""
    for pillar, _label in PILLARS:
        Pillar.objects.get_or_create(code=pillar)
    return person_make("clerk", offices=[Office.STAFF])


@pytest.fixture
def window(open_window, clerk, size, scheme):
    """A window in which the clerk is signed in."""
    return open_window(size=size, scheme=scheme, person=clerk)


@pytest.fixture
def say(prefix) -> Callable[[str], str]:
    """Return what a message is in the language of the window."""

    def said(message: str) -> str:
        with override(prefix.strip("/") or "bg"):
            return gettext(message)

    return said


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


@windows
def test_a_file_is_sent_compared_applied_and_undone(window, complaints, prefix, say):
    page = window
    page.goto(f"{prefix}/council/imports/")
    assert_well(page, complaints)
    page.get_by_role("link", name=say("Import members")).click()
    assert_well(page, complaints)
    head = ("ЕИК", "Име", "Ресор", *HEAD[3:])
    content = csv(row(1), row(2, Област="Солун"), head=head)
    file = {"name": "members.csv", "mimeType": "text/csv", "buffer": content}
    page.locator("#id_file").set_input_files(file)
    press(page, say("Send the file"))

    # What a heading does not say, the person does; afterwards it is remembered.
    page.wait_for_url("**/columns/")
    assert_well(page, complaints)
    page.get_by_label("Ресор").select_option("pillars")
    press(page, say("Show what would change"))
    page.get_by_text(say("What changes, or why not"), exact=True).first.wait_for()
    assert_well(page, complaints)
    page.get_by_text("Солун").first.wait_for()
    assert not Organisation.objects.exists()

    press(page, say("Apply one row"))
    page.get_by_role("link", name=say("Undo the import")).wait_for()
    assert_well(page, complaints)
    assert Organisation.objects.get().eik == code(1)

    page.get_by_role("link", name=say("Invite the contacts")).click()
    assert_well(page, complaints)
    page.go_back()
    page.get_by_role("link", name=say("Undo the import")).click()
    assert_well(page, complaints)
    press(page, say("Undo the import"))
    page.get_by_text(say("One row is undone.")).wait_for()
    assert_well(page, complaints)
    assert not Organisation.objects.exists()


@windows
def test_a_comparison_at_work_shows_how_far_it_is(window, complaints, clerk, prefix, say):
    page, batch = window, compared(clerk, csv(row(1)))
    job = Job.objects.create(owner_id=clerk.pk, work="x", state="running", done=500, total=1000)
    Import.objects.filter(pk=batch.pk).update(job=job)
    page.goto(f"{prefix}/council/imports/{batch.pk}/")
    page.get_by_role("progressbar", name=say("Progress")).wait_for()
    assert page.locator("progress").get_attribute("value") == "500"
    assert_well(page, complaints)
    Job.objects.filter(pk=job.pk).update(state="done")
    page.get_by_role("button", name=say("Apply one row")).wait_for()


@windows
def test_two_records_become_one_and_two_again(window, complaints, prefix, say):
    kept, absorbed = company_make("Нишка", code(1)), company_make("НИШКА ЕООД", code(2))
    page = window
    page.goto(f"{prefix}/council/duplicates/")
    assert_well(page, complaints)
    page.get_by_role("link", name=say("Compare")).click()
    assert_well(page, complaints)
    page.get_by_role("radio", name="НИШКА ЕООД").check()
    press(page, say("Merge"))
    page.wait_for_url("**/mergers/*/")
    assert_well(page, complaints)
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    assert (absorbed.merged_into, kept.name) == (kept, "НИШКА ЕООД")

    page.get_by_text(say("They are two after all")).click()
    press(page, say("Reverse the merger"))
    page.get_by_text(say("They are two records again."), exact=True).wait_for()
    assert_well(page, complaints)
    kept.refresh_from_db()
    assert kept.name == "Нишка"
    assert Merge.objects.get().reversed_at
    page.goto(f"{prefix}/council/duplicates/")
    assert_well(page, complaints)


@windows
def test_everything_is_taken_out_as_a_file(window, complaints, clerk, prefix, say):
    company_make("Нишка", code(1))
    page = window
    page.goto(f"{prefix}/council/exports/")
    assert_well(page, complaints)
    page.get_by_role("radio", name="CSV").check()
    page.get_by_role("checkbox").check()
    press(page, say("Make the file"))
    page.get_by_text(say("Say why people are taken out.")).first.wait_for()
    assert_well(page, complaints)
    page.locator("#id_reason").fill("отчет")
    press(page, say("Make the file"))
    link = page.get_by_role("link", name=say("Download"))
    assert_well(page, complaints)
    with page.expect_download() as download:
        link.click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        assert "Нишка" in archive.read("members.csv").decode("utf-8-sig")
