"""The records behind a live value: the evidence, one click away, as of the same day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from kragozor.hub.measuring.queries import Made
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.facts.checks import district_name
from kragozor.hub.members.queries import organisations, pillar_memberships_on
from kragozor.hub.programme.indicators import Facts
from kragozor.hub.programme.indicators.measurings import measured_again
from kragozor.hub.programme.plans import Plan

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True)
class Record:
    """An organisation that counts, what of it counts, and on which day that came about."""

    organisation_id: UUID
    name: str
    counted: str
    day: date


@dataclass(frozen=True)
class Source:
    """Where a live value comes from: the table of its records, and the room that keeps them."""

    counted: str | Promise
    day: str | Promise
    find: Callable[[date], list[Record]]
    room: str
    room_label: str | Promise
    # Where the next step is taken.
    work: str
    work_label: str | Promise
    # What of the records everybody may see: of members those that agreed, of inventories nothing.
    shown: str = ""
    shown_label: str | Promise = ""

    @property
    def address(self) -> str:
        return reverse(self.room)

    @property
    def work_address(self) -> str:
        return reverse(self.work)

    @property
    def shown_address(self) -> str:
        return reverse(self.shown) if self.shown else ""


def source_of(plan: Plan) -> Source | None:
    """Return where the records of an activity are; None where evidence stands in for them."""
    return SOURCES[plan.source] if plan.is_live else None


def _pillars(day: date) -> list[Record]:
    """Who is in which pillar."""
    names = dict(PILLARS)
    rows = _memberships(day, "pillar", "since").order_by("pillar", "organisation__name", "pk")
    return [Record(pk, name, str(names[pillar]), since) for pk, name, pillar, since in rows]


def _districts(day: date) -> list[Record]:
    """In which district each member has its seat, whatever the number of its pillars."""
    first: dict[UUID, Record] = {}
    rows = _memberships(day, "organisation__district", "since").order_by("since", "pk")
    for pk, name, code, since in rows.exclude(organisation__district=""):
        first.setdefault(pk, Record(pk, name, district_name(code), since))
    return sorted(first.values(), key=lambda record: (record.counted, record.name))


def _measured(day: date) -> list[Record]:
    """Who measured, how often, and when for the first time."""
    made: dict[UUID, list[Made]] = defaultdict(list)
    for one in Facts([day]).measurings(day):
        made[one.organisation_id].append(one)
    return _named(
        made, lambda count: ngettext("%(count)s measurement", "%(count)s measurements", count)
    )


def _measured_again(day: date) -> list[Record]:
    """Who measured how many subjects for several periods, and when for the second time first."""
    made: dict[UUID, list[Made]] = defaultdict(list)
    for (organisation, _subject), periods in measured_again(Facts([day]).measurings(day)).items():
        made[organisation].append(sorted(periods, key=lambda one: one.made_at)[1])
    return _named(made, lambda count: ngettext("%(count)s subject", "%(count)s subjects", count))


def _named(made: Mapping[UUID, list[Made]], counted: Callable[[int], str]) -> list[Record]:
    """Return a record of each organisation, in the order of the names."""
    names = dict(organisations().filter(pk__in=made).values_list("pk", "name"))
    found = [
        Record(
            organisation,
            names.get(organisation, ""),
            counted(len(ones)) % {"count": len(ones)},
            timezone.localdate(min(one.made_at for one in ones)),
        )
        for organisation, ones in made.items()
    ]
    return sorted(found, key=lambda record: record.name)


def _memberships(day: date, *fields: str) -> QuerySet:
    """The memberships of pillars on a day: whose, by what name, and what else is asked for."""
    held = pillar_memberships_on(day)
    return held.values_list("organisation_id", "organisation__name", *fields)


SINCE = pgettext_lazy("of a membership", "Since")
MEMBERS = Source(
    _("Pillar"),
    SINCE,
    _pillars,
    room="members:council",
    room_label=_("All members"),
    work="pipeline:board",
    work_label=_("To recruitment"),
    shown="directory:members",
    shown_label=_("The members"),
)
MEASURED = Source(
    _("Measured"),
    _("For the first time"),
    _measured,
    room="measuring:home",
    room_label=_("The inventories"),
    work="measuring:home",
    work_label=_("To measuring"),
)
SOURCES: Mapping[str, Source] = {
    "pillars": replace(
        MEMBERS,
        room="directory:pillars",
        room_label=_("The pillars"),
        work="directory:pillars",
        work_label=_("To the pillars"),
        shown="directory:pillars",
        shown_label=_("The pillars"),
    ),
    "smallest_pillar": MEMBERS,
    "districts": Source(
        _("District"),
        SINCE,
        _districts,
        room="directory:regions",
        room_label=_("The districts"),
        work="pipeline:board",
        work_label=_("To recruitment"),
        shown="directory:regions",
        shown_label=_("The districts"),
    ),
    "companies_measured": MEASURED,
    "companies_measured_again": replace(
        MEASURED,
        counted=_("Measured for several periods"),
        day=_("For the second time"),
        find=_measured_again,
    ),
}
