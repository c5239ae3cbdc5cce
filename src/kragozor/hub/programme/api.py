"""The programme for programs: every activity with its value as of a day."""

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Field, Query, Router, Schema

from kragozor.hub.common.problems import Fault, Problem
from kragozor.hub.programme import queries
from kragozor.hub.programme.enums import State
from kragozor.hub.programme.plans import programme_begins

router = Router()
DAY = Query(description=gettext_noop("A day from 2021 to today; today when not given."))


class ActivityOut(Schema):
    """One of the seventeen activities as of a day."""

    number: int = Field(description=gettext_noop("Its number in the programme, 1 to 17."))
    title: str = Field(description=gettext_noop("In the programme’s own words."))
    indicator: str = Field(description=gettext_noop("What is counted."))
    unit: str = Field(description=gettext_noop("The things that are counted."))
    value: float | None = Field(
        description=gettext_noop("The value on the day; null where nothing is on record yet.")
    )
    target: float | None = Field(
        description=gettext_noop("What was aimed at on the day; null without a target.")
    )
    state: State = Field(description=gettext_noop("Where the activity stands."))
    is_live: bool = Field(
        description=gettext_noop("Counted from live records; otherwise from dated evidence.")
    )
    method: str = Field(description=gettext_noop("How the value comes about."))


class ProgrammeOut(Schema):
    """The programme as of a day."""

    on: dt.date = Field(description=gettext_noop("The day the values are of."))
    items: list[ActivityOut] = Field(description=gettext_noop("The activities in order."))


@router.get("", response=ProgrammeOut, summary=gettext_noop("Read the programme"))
def programme_list(
    request: HttpRequest,
    on: Annotated[dt.date | None, DAY] = None,
) -> dict[str, Any]:
    day = on or timezone.localdate()
    if not programme_begins() <= day <= timezone.localdate():
        fault = Fault("/on", _("Choose a day of the programme, up to today."))
        raise Problem(422, _("There is no value for this day."), [fault])
    return {"on": day, "items": [_activity(reading) for reading in queries.readings(day)]}


def _activity(reading: queries.Reading) -> dict[str, Any]:
    plan = reading.plan
    return {
        "number": plan.number,
        "title": str(plan.title),
        "indicator": str(plan.indicator),
        "unit": str(plan.unit),
        "value": reading.number,
        "target": reading.aim,
        "state": reading.state,
        "is_live": plan.is_live,
        "method": plan.method,
    }
