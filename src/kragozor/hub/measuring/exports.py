"""A result, and the facts behind it, as files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from django.utils import timezone

from kragozor.drawing.pictures import inventory_picture
from kragozor.files.assessments import assessment_read, assessment_text
from kragozor.files.facts import inventory_read
from kragozor.files.workbook.template import workbook_of
from kragozor.hub.measuring.models import Assessment, Inventory
from kragozor.instruments.result import Assessment as Measured
from kragozor.reports.disclosure import disclosure, disclosure_text, disclosure_workbook
from kragozor.reports.pdf import assessment_pdf
from kragozor.reports.workbook import result_workbook
from kragozor.words import entry


def measured(assessment: Assessment) -> Measured:
    """Return the result as it was measured."""
    return assessment_read(assessment.result)


def pdf(assessment: Assessment, language: str) -> bytes:
    """Return the report to print; it names the organisation, and no person."""
    return assessment_pdf(
        measured(assessment),
        language,
        measured_at=timezone.localdate(assessment.created_at),
        made_by=assessment.inventory.organisation.name,
    )


def xlsx(assessment: Assessment, language: str) -> bytes:
    """Return the result as a workbook."""
    measured_at = timezone.localdate(assessment.created_at)
    return result_workbook(measured(assessment), language, measured_at=measured_at)


def result_json(assessment: Assessment, language: str) -> str:
    """Return the result as data."""
    return assessment_text(measured(assessment))


def svg(assessment: Assessment, language: str) -> str:
    """Return the picture of the flows, with the colours written into it."""
    title = entry("reports.document.flows", language)
    return inventory_picture(measured(assessment).inventory, language, title=title, palette="print")


def facts_xlsx(inventory: Inventory, language: str) -> bytes:
    """Return the workbook with the facts in it, to go on with."""
    return workbook_of(inventory_read(inventory.facts), language)


def facts_json(inventory: Inventory, language: str) -> str:
    """Return the facts in the published format, as far as they are declared."""
    return json.dumps(inventory.facts, ensure_ascii=False, indent=2) + "\n"


def disclosure_xlsx(standard: str, assessment: Assessment, language: str) -> bytes:
    """Return the table of a reporting standard, filled from the result, as a workbook."""
    return disclosure_workbook(disclosure(measured(assessment), standard), language)


def disclosure_json(standard: str, assessment: Assessment, language: str) -> str:
    """Return the table of a reporting standard, filled from the result, as data."""
    return disclosure_text(disclosure(measured(assessment), standard))


REPORTS: Mapping[str, Callable[[Assessment, str], bytes | str]] = {
    "pdf": pdf,
    "xlsx": xlsx,
    "json": result_json,
    "svg": svg,
    "esrs-e5.xlsx": partial(disclosure_xlsx, "esrs-e5"),
    "esrs-e5.json": partial(disclosure_json, "esrs-e5"),
    "vsme-b7.xlsx": partial(disclosure_xlsx, "vsme-b7"),
    "vsme-b7.json": partial(disclosure_json, "vsme-b7"),
}
FACTS: Mapping[str, Callable[[Inventory, str], bytes | str]] = {
    "xlsx": facts_xlsx,
    "json": facts_json,
}


def name_of(assessment: Assessment) -> str:
    """Return the name of a file: what was measured, for when, which version."""
    years = f"{assessment.period_start.year}"
    if assessment.period_end.year != assessment.period_start.year:
        years = f"{years}-{assessment.period_end.year}"
    return f"{assessment.name} {years} v{assessment.number}"
