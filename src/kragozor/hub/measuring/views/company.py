"""A company from what it measured in a year; nothing is stored, the address holds the choice."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.company import company, company_shown, company_text
from kragozor.hub.measuring.forms.company import CompanyForm
from kragozor.hub.members import queries as members
from kragozor.hub.members.queries import who_sees_numbers
from kragozor.hub.members.rules import may_edit_inventories
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.rollup import RollUp


@require_safe
@login_required
def company_page(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _organisation(request, organisation_id)
    years = queries.years_measured(organisation)
    year = _year(request, years)
    form = CompanyForm(request.GET, queries.subjects_of_year(organisation, year) if year else [])
    found = _put_together(form, request.LANGUAGE_CODE) if year else None
    facts = {
        "organisation": organisation,
        "years": years,
        "year": year,
        "form": form,
        "company": company_shown(found, form, request.LANGUAGE_CODE) if found else None,
        "query": request.GET.urlencode(),
        "may_edit": may_edit_inventories(members.standing_of(request.user, organisation)),
        "who": who_sees_numbers(organisation),
    }
    return render(request, "measuring/company.html", facts)


@require_safe
@login_required
def company_json(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = _organisation(request, organisation_id)
    year = _year(request, queries.years_measured(organisation))
    form = CompanyForm(request.GET, queries.subjects_of_year(organisation, year) if year else [])
    found = _put_together(form, request.LANGUAGE_CODE) if year else None
    if found is None:
        raise Http404
    return attachment(
        company_text(found, organisation.name, year), f"{organisation.name} {year}.json"
    )


def _organisation(request: HttpRequest, organisation_id: UUID):
    """Return an organisation whose numbers the person may see."""
    return get_object_or_404(members.organisations_with_numbers(request.user), pk=organisation_id)


def _year(request: HttpRequest, years: list[int]) -> int | None:
    """Return the year that is asked for, else the newest that was measured."""
    asked = request.GET.get("year", "")
    return int(asked) if asked in map(str, years) else next(iter(years), None)


def _put_together(form: CompanyForm, language: str) -> RollUp | None:
    """Return the company, or None with what is wrong told by the form."""
    if not form.is_valid():
        return None
    try:
        return company(form, language)
    except InstrumentError as error:
        for line in error.lines(language):
            form.add_error(None, line)
        return None
