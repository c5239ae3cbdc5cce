"""Assessments for programs: measured, read, and as files."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Field, Router, Schema, Status
from ninja.pagination import paginate

from kragozor.files.problems import FileRefused
from kragozor.hub.common.attachments import TYPES, attachment
from kragozor.hub.common.paging import Pages
from kragozor.hub.common.problems import Fault, Problem
from kragozor.hub.measuring import exports, queries
from kragozor.hub.measuring.api.faults import faults
from kragozor.hub.measuring.models import Assessment
from kragozor.hub.measuring.services.inventories import Archived
from kragozor.hub.measuring.tasks import measuring_ask, measuring_of
from kragozor.hub.members.queries import standing_of
from kragozor.hub.members.rules import may_edit_inventories
from kragozor.instruments.errors import InstrumentError
from kragozor.words import say

router = Router()


class AssessmentIn(Schema):
    """What to measure."""

    inventory: UUID = Field(description=gettext_noop("The inventory to measure."))


class AssessmentOut(Schema):
    """A measuring at a glance."""

    id: UUID = Field(description=gettext_noop("Identifier of the assessment in the API."))
    inventory: UUID = Field(
        alias="inventory_id", description=gettext_noop("The inventory that was measured.")
    )
    number: int = Field(description=gettext_noop("Counts the measurements of one inventory."))
    name: str = Field(description=gettext_noop("What was measured."))
    period_start: dt.date = Field(description=gettext_noop("First day of the period."))
    period_end: dt.date = Field(description=gettext_noop("Last day of the period."))
    headline: str = Field(description=gettext_noop("The figure shown first."), examples=["mci.mci"])
    value: float | None = Field(
        description=gettext_noop(
            "The value of that figure, from 0 to 1; null where it is undefined."
        )
    )
    low: float | None = Field(
        description=gettext_noop(
            "In nine of ten draws the value lies between this and high; null where not known."
        )
    )
    high: float | None = Field(description=gettext_noop("The other end; see low."))
    version: str = Field(
        description=gettext_noop("Version of the framework that the figure is of.")
    )
    balance_closes: bool = Field(description=gettext_noop("Whether the masses balance."))
    proxy_share: float = Field(description=gettext_noop("Share of the mass known by proxy."))
    method: str = Field(description=gettext_noop("Version of the method."))
    created_at: dt.datetime = Field(description=gettext_noop("When it was measured."))


class AssessmentInDetail(AssessmentOut):
    """The same with everything that was computed."""

    result: dict[str, Any] = Field(
        description=gettext_noop("Every framework with inputs, values and reasons.")
    )


class WorkOut(Schema):
    """Measuring that takes longer is done apart; ask again until it is over."""

    job: UUID = Field(description=gettext_noop("Identifier of the work in the API."))
    state: str = Field(description=gettext_noop("waiting, running, done or failed."))
    assessment: UUID | None = Field(description=gettext_noop("The result, once it is done."))


@router.get("", response=list[AssessmentOut], summary=gettext_noop("List assessments"))
@paginate(Pages, ordering=("-created_at",))
def assessment_list(request: HttpRequest, inventory: UUID | None = None) -> QuerySet[Assessment]:
    found = queries.assessments_for(request.user).defer(*queries.LARGE)
    return found if inventory is None else found.filter(inventory=inventory)


@router.get(
    "/{uuid:assessment_id}",
    response=AssessmentInDetail,
    summary=gettext_noop("Read an assessment"),
    description=gettext_noop(
        "As JSON, or as the type that Accept names: PDF, XLSX or SVG. An ending such as .pdf does "
        "the same."
    ),
)
def assessment_detail(request: HttpRequest, assessment_id: UUID) -> Assessment | HttpResponse:
    assessment = get_object_or_404(queries.assessments_for(request.user), pk=assessment_id)
    form = _accepted(request)
    return assessment if form == "json" else _file(request, assessment, form)


@router.get(
    "/{uuid:assessment_id}.{form}",
    summary=gettext_noop("Download an assessment"),
    description=gettext_noop("The ending is pdf, xlsx, json or svg."),
)
def assessment_file(request: HttpRequest, assessment_id: UUID, form: str) -> HttpResponse:
    assessment = get_object_or_404(queries.assessments_for(request.user), pk=assessment_id)
    if form not in exports.REPORTS:
        raise Http404
    return _file(request, assessment, form)


@router.post(
    "",
    response={201: AssessmentInDetail, 202: WorkOut},
    summary=gettext_noop("Measure an inventory"),
)
def assessment_create(request: HttpRequest, sent: AssessmentIn) -> Status:
    inventory = get_object_or_404(queries.inventories_for(request.user), pk=sent.inventory)
    if not may_edit_inventories(standing_of(request.user, inventory.organisation)):
        raise PermissionDenied
    try:
        asked = measuring_ask(actor=request.user, inventory=inventory)
    except Archived as archived:
        raise Problem(409, _("This inventory is archived. Restore it first.")) from archived
    except FileRefused as refused:
        raise Problem(
            409, _("The facts are not complete."), faults(refused, request.LANGUAGE_CODE)
        ) from refused
    except InstrumentError as error:
        told = [Fault("", say(message, request.LANGUAGE_CODE)) for message in error.messages]
        raise Problem(409, _("The facts cannot be measured."), told) from error
    if isinstance(asked, Assessment):
        return Status(201, asked)
    return Status(202, _work(asked))


@router.get("/jobs/{uuid:job_id}", response=WorkOut, summary=gettext_noop("Follow a measurement"))
def job_detail(request: HttpRequest, job_id: UUID) -> dict[str, Any]:
    found = measuring_of(request.user, job_id)
    if found is None:
        raise Http404
    return _work(found)


def _work(job: Any) -> dict[str, Any]:
    result = job.result or {}
    return {"job": job.pk, "state": job.state, "assessment": result.get("assessment")}


def _accepted(request: HttpRequest) -> str:
    """Return which form the caller prefers; JSON where they take anything."""
    types = {kind: form for form, kind in TYPES.items()}
    preferred = request.get_preferred_type([TYPES["json"], *types])
    return types.get(preferred or TYPES["json"], "json")


def _file(request: HttpRequest, assessment: Assessment, form: str) -> HttpResponse:
    content = exports.REPORTS[form](assessment, request.LANGUAGE_CODE)
    return attachment(content, f"{exports.name_of(assessment)}.{form}")
