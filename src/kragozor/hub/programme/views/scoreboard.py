"""The seventeen activities at once, and each by itself, as of a day."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.common.lists import page_of
from kragozor.hub.programme import queries
from kragozor.hub.programme.enums import SUMMARIES, State
from kragozor.hub.programme.forms import OnForm
from kragozor.hub.programme.records import source_of


@require_safe
@for_council
def scoreboard(request: HttpRequest) -> HttpResponse:
    form = OnForm(request.GET)
    readings = queries.readings(form.day)
    facts = {
        "form": form,
        "day": form.day,
        "is_today": form.day == timezone.localdate(),
        "readings": readings,
        "summary": summary(readings),
        "may_change": request.user.works_for_council,
    }
    return render(request, "programme/scoreboard.html", facts)


@require_safe
@for_council
def activity(request: HttpRequest, number: int) -> HttpResponse:
    form = OnForm(request.GET)
    reading = found_reading(number, form.day)
    facts = {
        "form": form,
        "day": form.day,
        "is_today": form.day == timezone.localdate(),
        "reading": reading,
        "evidence": queries.evidence_of(reading.activity, form.day),
        "targets": queries.targets_of(reading.activity),
        "source": source_of(reading.plan),
        "may_change": request.user.works_for_council,
    }
    return render(request, "programme/activity.html", facts)


@require_safe
@for_council
def records(request: HttpRequest, number: int) -> HttpResponse:
    """The records that an activity's value is counted from, as of the same day."""
    form = OnForm(request.GET)
    reading = found_reading(number, form.day)
    source = source_of(reading.plan)
    if source is None:
        raise Http404
    facts = {
        "form": form,
        "day": form.day,
        "is_today": form.day == timezone.localdate(),
        "reading": reading,
        "activity": reading.activity,
        "source": source,
        "page": page_of(source.find(form.day), request),
    }
    return render(request, "programme/records.html", facts)


def found_reading(number: int, day: date) -> queries.Reading:
    """Return an activity as of a day; a number that the programme does not have is 404."""
    reading = queries.reading_of(number, day)
    if reading is None:
        raise Http404
    return reading


def summary(readings: list[queries.Reading]) -> list[tuple[str, int]]:
    """Return how many activities stand where, what is reached first."""
    states = [reading.state for reading in readings]
    return [(SUMMARIES[state], states.count(state)) for state in State if state in states]
