"""The pillars for programs: how many members each has, on any day."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_noop
from ninja import Field, Query, Router, Schema

from kragozor.hub.members import queries as members
from kragozor.instruments.inventory import Pillar

router = Router()
DAY = Query(description=gettext_noop("A day; today when not given."))


class PillarOut(Schema):
    """A pillar, and how many members it had on a day."""

    code: Pillar = Field(description=gettext_noop("Its identifier in the API."))
    purpose_bg: str = Field(description=gettext_noop("What it is for, in Bulgarian."))
    purpose_en: str = Field(description=gettext_noop("What it is for, in English."))
    on: date = Field(description=gettext_noop("The day its members were counted for."))
    members: int = Field(description=gettext_noop("All its members."), examples=[21])
    business: int = Field(description=gettext_noop("Companies among them."), examples=[14])
    academia: int = Field(
        description=gettext_noop("Universities and institutes among them."), examples=[5]
    )
    other: int = Field(description=gettext_noop("Everybody else among them."), examples=[2])
    target: int = Field(description=gettext_noop("How many it aims at."), examples=[20])


class Pillars(Schema):
    """All pillars; there are three, so there is one page."""

    items: list[PillarOut] = Field(description=gettext_noop("The pillars."))
    next: None = Field(None, description=gettext_noop("Always null: there is no further page."))


@router.get("", response=Pillars, summary=gettext_noop("List pillars with their members counted"))
def pillar_list(
    request: HttpRequest,
    on: Annotated[date | None, DAY] = None,
) -> dict[str, object]:
    day = on or timezone.localdate()
    counts = {count.pillar: count for count in members.member_counts(day)}
    return {"items": [_told(one, counts[one.code], day) for one in members.pillars()]}


def _told(pillar: object, count: members.Count, day: date) -> dict[str, object]:
    return {
        "code": pillar.code,
        "purpose_bg": pillar.purpose_bg,
        "purpose_en": pillar.purpose_en,
        "on": day,
        "members": count.total,
        "business": count.business,
        "academia": count.academia,
        "other": count.other,
        "target": count.target,
    }
