"""Results and facts leave as files, each an attachment that reads back."""

import io
import json
from urllib.parse import unquote

import openpyxl
import pikepdf
import pytest
from django.urls import reverse

from kragozor.files.assessments import assessment_read
from kragozor.files.reading import read_inventory
from kragozor.hub.measuring.exports import REPORTS
from kragozor.hub.measuring.services.inventories import inventory_start
from tests.files.books import SWEATER
from tests.hub.measuring.making import measured


def get(client, name, pk, language="bg"):
    prefix = "" if language == "bg" else "/en"
    return client.get(prefix + reverse(f"measuring:{name}", args=[pk]))


@pytest.mark.parametrize("form", REPORTS)
def test_report_is_an_attachment(cast, client_of, assessment, form):
    answer = get(client_of(cast.reader), f"report_{form}", assessment.pk)
    name = unquote(answer.headers["Content-Disposition"])
    assert name == f"attachment; filename*=UTF-8''Пуловер 2025 v1.{form}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("form", REPORTS)
def test_report_is_for_who_sees_numbers(cast, client_of, assessment, form):
    expected = {"owner": 200, "granted": 200, "staff": 404, "stranger": 404, "visitor": 302}
    answers = {
        part: get(client_of(cast.people[part]), f"report_{form}", assessment.pk).status_code
        for part in expected
    }
    assert answers == expected


@pytest.mark.parametrize("language", ["bg", "en"])
def test_pdf_names_the_company_and_no_person(cast, client_of, assessment, language):
    answer = get(client_of(cast.owner), "report_pdf", assessment.pk, language)
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert str(pdf.Root.Lang).startswith(language)
        about = str(pdf.docinfo.get("/Author"))
    assert str(cast.company) in about
    assert cast.owner.full_name not in about


def test_json_reads_back_to_the_same_result(cast, client_of, assessment):
    answer = get(client_of(cast.owner), "report_json", assessment.pk)
    assert assessment_read(json.loads(answer.content)) == measured()


def test_workbook_of_the_result_opens(cast, client_of, assessment):
    answer = get(client_of(cast.owner), "report_xlsx", assessment.pk)
    assert len(openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames) >= 3


@pytest.mark.parametrize("standard", ["esrs-e5", "vsme-b7"])
def test_disclosure_table_names_its_standard_and_its_subject(cast, client_of, assessment, standard):
    answer = get(client_of(cast.owner), f"report_{standard}.json", assessment.pk)
    table = json.loads(answer.content)
    assert (table["standard"], table["subject"]) == (standard, assessment.name)
    answer = get(client_of(cast.owner), f"report_{standard}.xlsx", assessment.pk, "en")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {point["id"] for point in table["datapoints"]} <= cells


def test_picture_carries_its_own_colours(cast, client_of, assessment):
    answer = get(client_of(cast.owner), "report_svg", assessment.pk)
    assert answer.text.startswith("<svg")
    assert "var(--" not in answer.text


@pytest.mark.parametrize("form", ["xlsx", "json"])
def test_facts_read_back_to_the_same_inventory(cast, client_of, inventory, form):
    answer = get(client_of(cast.reader), f"facts_{form}", inventory.pk)
    assert read_inventory(answer.content) == SWEATER


def test_incomplete_facts_are_json_and_no_workbook_yet(cast, client_of):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    client = client_of(cast.owner)
    assert get(client, "facts_json", draft.pk).status_code == 200
    answer = get(client, "facts_xlsx", draft.pk)
    assert answer.url == reverse("measuring:facts", args=[draft.pk, "subject"])
