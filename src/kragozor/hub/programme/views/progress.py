"""What everybody sees of the programme: values, targets, trend and published evidence."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.programme import queries
from kragozor.hub.programme.views.evidence import handed_out
from kragozor.hub.programme.views.scoreboard import summary


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    readings = queries.readings(day)
    facts = {"day": day, "readings": readings, "summary": summary(readings)}
    return render(request, "programme/progress.html", facts)


@require_safe
def evidence_file(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    return handed_out(get_object_or_404(queries.evidence_shown(), pk=evidence_id))
