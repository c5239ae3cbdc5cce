"""What measuring lays on a person's desk, and beside the first button of the front page."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from kragozor.files.assessments import assessment_read
from kragozor.hub.common.languages import language
from kragozor.hub.measuring import overview, queries
from kragozor.hub.measuring.models import Assessment
from kragozor.hub.measuring.overview import Room
from kragozor.hub.measuring.sparkline import sparkline
from kragozor.hub.measuring.wording import dial, headline_number, headline_value
from kragozor.hub.members import queries as members
from kragozor.reports.current import current
from kragozor.reports.statement import statement
from kragozor.reports.view import NextStepView, next_steps
from kragozor.words import say

DRAFTS_SHOWN = 3


@dataclass(frozen=True)
class Place:
    """An organisation on the desk: its newest result, the best next step, and what waits."""

    room: Room
    newest: Assessment | None = None
    ring: str = ""
    statement: str = ""
    step: NextStepView | None = None
    sparkline: str = ""
    periods: str = ""

    @property
    def drafts(self) -> tuple[overview.Line, ...]:
        return self.room.drafts[:DRAFTS_SHOWN]


def desk_facts(request: HttpRequest) -> dict[str, object] | None:
    """Return each of the person's organisations; nothing before they have one."""
    rooms = overview.rooms(members.organisations_of(request.user), request.user)
    if not rooms:
        return None
    newest = [room.newest.latest for room in rooms if room.newest and room.newest.latest]
    results = queries.results_of(newest)
    periods = queries.periods_of(newest)
    return {"places": [_place(room, results, periods, language()) for room in rooms]}


def example_address(request: HttpRequest) -> str | None:
    """Return the address of the example that the front page shows, where there is one."""
    link = queries.links_of_demonstrations().first()
    return reverse("measuring:shared", args=[link.token]) if link else None


def _place(
    room: Room,
    results: dict[object, Assessment],
    periods: dict[object, list[Assessment]],
    language: str,
) -> Place:
    line = room.newest
    if line is None or line.latest is None:
        return Place(room)
    newest = results[line.latest.pk]
    history = [one for one in periods[newest.pk] if one.headline == newest.headline]
    said = " · ".join(
        f"{overview.period(one, language)} {headline_number(one, language)}" for one in history
    )
    measured = current(assessment_read(newest.result))
    return Place(
        room=room,
        newest=newest,
        ring=dial(newest, language),
        statement=say(statement(measured), language),
        step=next(iter(next_steps(measured, language).steps), None),
        sparkline=sparkline([headline_value(one) for one in history], said),
        periods=said,
    )
