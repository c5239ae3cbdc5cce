"""The annual activity report: which years, how one reads, and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.council import for_council
from kragozor.hub.programme.reporting import report_document, years
from kragozor.reports.activity import document_docx, document_pdf
from kragozor.words import LANGUAGES

FORMS = {"pdf": document_pdf, "docx": document_docx}


@require_safe
@for_council
def reports(request: HttpRequest) -> HttpResponse:
    facts = {"years": years(), "this_year": timezone.localdate().year}
    return render(request, "programme/reports.html", facts)


@require_safe
@for_council
def preview(request: HttpRequest, year: int) -> HttpResponse:
    if year not in years():
        raise Http404
    document = report_document(year, request.LANGUAGE_CODE)
    return render(request, "programme/report.html", {"document": document, "report_year": year})


@require_safe
@for_council
def download(request: HttpRequest, year: int, language: str, form: str) -> HttpResponse:
    if year not in years() or language not in LANGUAGES or form not in FORMS:
        raise Http404
    document = report_document(year, language)
    return attachment(FORMS[form](document), f"{document.title}.{form}")
