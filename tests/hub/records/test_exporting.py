"""Everything comes out in three forms, people only for a reason, files only for a day."""

import json
import re
import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import EmailField
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from openpyxl import load_workbook

from kragozor.hub.applications.services import offer_make, question_answer, question_ask
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members.enums import Direction, Topic
from kragozor.hub.members.services import offering_add, organisation_edit
from kragozor.hub.people.enums import Purpose, Source
from kragozor.hub.people.models import Person
from kragozor.hub.people.services import consent_record
from kragozor.hub.programme.models import Activity
from kragozor.hub.programme.services import evidence_add
from kragozor.hub.records.enums import Target
from kragozor.hub.records.exports.formats import csv_text
from kragozor.hub.records.exports.kept import KEPT, field_at, kept_tables
from kragozor.hub.records.exports.tables import main_tables
from kragozor.hub.records.models import Export, Import, ImportRow
from kragozor.hub.records.services.exporting import export_ask, export_make, exports_purge
from kragozor.hub.records.services.imports import import_take, imports_purge
from kragozor.hub.records.tables.text import lines_of_text
from tests.hub.applications.making import OFFER, PERSON, draft_make, sent_make
from tests.hub.records.files import applied, code, compared, csv, outcomes, row


def made(actor, form: str, *, with_people: bool = False, language: str = "bg") -> bytes:
    reason = "годишен отчет" if with_people else ""
    export = export_ask(actor=actor, form=form, with_people=with_people, reason=reason)
    export_make(export=export, language=language)
    with export.file.open() as file:
        return file.read()


@pytest.fixture
def records(staff):
    """A member and a prospect on record."""
    applied(staff, csv(row(1)))
    head = ("Име", "Град", "Контакт", "Имейл")
    content = csv(("Щрих", "Русе", "Мира Колева", "mira@shtrih.example"), head=head)
    applied(staff, content, Target.PROSPECTS)


def test_workbook_says_everything_in_words(staff, records):
    book = load_workbook(BytesIO(made(staff, "xlsx")))
    main = ["Членове", "Възможни членове", "Срокове на членство", "Сектори"]
    assert book.sheetnames[:4] == main
    head, *lines = book["Членове"].iter_rows(values_only=True)
    member = next(line for line in lines if line[0] == code(1))
    facts = dict(zip(head, member, strict=True))
    assert facts["Наименование"] == "Вълна ООД"
    assert (facts["Област"], facts["Сектори"]) == ("Сливен", "Текстил")
    assert facts["Последен ден като член"] == "2026-12-31"
    terms = list(book["Срокове на членство"].iter_rows(values_only=True))
    assert terms[1][2:7] == ("2026-01-01", "2026-12-31", None, "Членски внос", "120.50")


def test_workbook_of_members_can_be_imported_again(staff, records):
    content = made(staff, "xlsx")
    batch = compared(staff, content)
    assert batch.columns["0"] == "eik"
    assert set(outcomes(batch)) <= {"unchanged", "refused"}
    assert batch.rows.get(values__eik=code(1)).outcome == "unchanged"


def test_archive_holds_tables_that_excel_opens(staff, records):
    with zipfile.ZipFile(BytesIO(made(staff, "csv", language="en"))) as archive:
        main = ["members.csv", "prospects.csv", "terms.csv", "pillars.csv"]
        assert archive.namelist()[:4] == main
        text = archive.read("members.csv")
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.decode("utf-8-sig").startswith("ЕИК;Name;Name in Latin letters;Legal form;")
    assert "Sliven" in text.decode()


def test_json_holds_codes(staff, records):
    facts = json.loads(made(staff, "json"))
    member = next(one for one in facts["members"] if one["eik"] == code(1))
    assert (member["district"], member["pillars"]) == ("BG342", ["textiles"])
    assert facts["prospects"][0]["shown_stage"] == "prospect"


def test_formulas_are_never_run(cast, staff):
    organisation_edit(actor=staff, organisation=cast.company, name="=HYPERLINK(1)", town="@x")
    with zipfile.ZipFile(BytesIO(made(staff, "csv"))) as archive:
        text = archive.read("members.csv").decode()
    assert ";'=HYPERLINK(1);" in text
    assert ";'@x;" in text
    book = load_workbook(BytesIO(made(staff, "xlsx")))
    cells = [cell for line in book.active.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_people_are_left_out_unless_asked_for(cast, staff, records):
    for form in ("xlsx", "json"):
        content = made(staff, form)
        text = content.decode() if form == "json" else ""
        assert "mira@shtrih.example" not in text
        assert cast.owner.email not in text
    facts = json.loads(made(staff, "json", with_people=True))
    assert facts["prospects"][0]["contact_email"] == "mira@shtrih.example"
    assert cast.owner.email in {one["email"] for one in facts["representatives"]}


def test_everything_of_the_council_is_taken_out(cast, staff, records):
    offering_add(
        actor=staff,
        organisation=cast.company,
        direction=Direction.OFFER,
        topic=Topic.RESIDUE,
        text_bg="Изрезки от вълна",
    )
    sent_make(name="Калем ООД")
    draft = draft_make("another", name="Чернова ООД")
    offer_make(application=draft, **OFFER | {"text": "Тайно предложение"})
    evidence_add(
        actor=staff, activity=Activity.objects.get(pk=5), on=date(2026, 3, 1), title="Обучение"
    )
    book = load_workbook(BytesIO(made(staff, "xlsx")))
    text = "\n".join(
        " ".join(str(cell) for cell in line if cell)
        for sheet in book
        for line in sheet.iter_rows(values_only=True)
    )
    for said in ("Изрезки от вълна", "Калем ООД", "Обучение", "Възможен член", OFFER["text"]):
        assert said in text
    for kept in ("Чернова ООД", "Тайно предложение", PERSON["phone"]):
        assert kept not in text
    assert not [sheet.title for sheet in book if "Бележки" in sheet.title]


def test_people_bring_what_was_asked_named_and_agreed_to(cast, staff):
    application = sent_make()
    question = question_ask(actor=staff, application=application, text="Колко души?")
    question_answer(application=application, question=question, text="Дванайсет.")
    consent_record(person=cast.owner, purpose=Purpose.CONTACT, given=True, source=Source.ACCOUNT)
    facts = json.loads(made(staff, "json", with_people=True))
    assert facts["application_people"][0]["email"] == PERSON["email"]
    assert facts["application_consents"][0]["purpose"] == "news"
    assert (facts["questions"][0]["text"], facts["answers"][0]["text"]) == (
        "Колко души?",
        "Дванайсет.",
    )
    assert facts["grants"][0]["staff__full_name"] == cast.granted.full_name
    assert facts["consents"][0]["person__email"] == cast.owner.email
    assert not {"questions", "invitations", "consents"} & json.loads(made(staff, "json")).keys()


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.key)
def test_fields_about_people_are_asked_for(kept):
    """A key to a person or an address stands only among what comes with people."""
    for path in kept.fields:
        field = field_at(apps.get_model(kept.label), path)
        assert field.related_model is not Person
        assert not isinstance(field, EmailField)
        assert "full_name" not in path


@pytest.mark.parametrize("language", ["bg", "en"])
def test_every_table_has_headings_of_its_own(language):
    """Two columns of one name could not be told apart."""
    with translation.override(language):
        for table in kept_tables(with_people=True):
            assert len(set(table.headings())) == len(table.columns), table.key


def test_every_heading_is_in_bulgarian():
    """A field that is not named in words would stand there by its name in the code."""
    with translation.override("bg"):
        tables = [*main_tables(with_people=True), *kept_tables(with_people=True)]
        said = [text for table in tables for text in (str(table.title), *table.headings())]
    assert [text for text in said if not re.match("[А-Я]", text)] == []


def test_taking_people_out_is_logged_with_its_reason(staff):
    made(staff, "json", with_people=True)
    entry = AuditEntry.objects.get(action="export.asked")
    assert (entry.actor, entry.detail["reason"]) == (staff, "годишен отчет")


def test_people_without_a_reason_are_refused(staff, client_of):
    response = client_of(staff).post(
        reverse("records:exports"), {"form": "xlsx", "with_people": "on"}
    )
    assert "Посочете защо се изнасят данни за хора." in response.text
    assert not Export.objects.exists()


def test_file_is_fetched_by_who_asked_and_nobody_else(staff, granted, administrator, client_of):
    client = client_of(staff)
    client.post(reverse("records:exports"), {"form": "csv"}, follow=True)
    export = Export.objects.get()
    there = reverse("records:export_file", args=[export.pk])
    response = client.get(there)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert ".zip" in response.headers["Content-Disposition"]
    assert zipfile.is_zipfile(BytesIO(response.content))
    for other in (granted, administrator):
        assert client_of(other).get(there).status_code == 404


def test_file_is_gone_after_a_day(staff, client_of):
    made(staff, "json", with_people=True)
    export = Export.objects.get()
    stored, name = export.file.storage, export.file.name
    assert exports_purge() == 0
    Export.objects.update(asked_at=timezone.now() - timedelta(hours=25))
    assert exports_purge() == 1
    assert not stored.exists(name)
    there = reverse("records:export_file", args=[export.pk])
    assert client_of(staff).get(there).status_code == 404
    assert "Изтрит след един ден." in client_of(staff).get(reverse("records:exports")).text


def test_imported_file_is_gone_after_a_day_and_its_rows_after_a_year(staff):
    sent = import_take(actor=staff, target="members", name="a.csv", content=csv(row(1)))
    old = compared(staff, csv(row(2)))
    name = sent.file.name
    assert imports_purge() == 0
    Import.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert imports_purge() == 2
    assert not sent.file.storage.exists(name)
    Import.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=366))
    assert imports_purge() == 1
    assert not ImportRow.objects.exists()


def test_queries_do_not_follow_the_rows(staff):
    counts = []
    for first, last in ((1, 2), (2, 31)):
        applied(staff, csv(*(row(number) for number in range(first, last))))
        export = export_ask(actor=staff, form="json", with_people=True, reason="проба")
        with CaptureQueriesContext(connection) as captured:
            export_make(export=export, language="bg")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_words_are_of_the_language_that_was_asked_for(staff, records):
    with translation.override("bg"):
        book = load_workbook(BytesIO(made(staff, "xlsx", language="en")))
    assert book.sheetnames[0] == "Members"


def test_text_that_was_marked_is_read_as_it_was_meant():
    """What the hub wrote out comes back as it was: a telephone begins with a sign, too."""
    cells = ("+359 2 100 200", "=1+1", "'s-Hertogenbosch", "Нишка")
    [_headings, line] = lines_of_text(csv_text(["А", "Б", "В", "Г"], [cells]))
    assert line.cells == cells
