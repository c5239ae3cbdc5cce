"""What the directory is narrowed down to, and its addresses: whoever gets one sees the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils import timezone

from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import Direction
from kragozor.instruments.reference import activities

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation

Narrowing = Callable[["QuerySet[Organisation]", str], "QuerySet[Organisation]"]


def narrowed(
    found: QuerySet[Organisation], wanted: Mapping[str, str], *, but: str = ""
) -> QuerySet[Organisation]:
    """Narrow members down to what is wanted of them, all but one of the wishes."""
    for name, narrow in NARROWINGS.items():
        if name != but and wanted.get(name):
            found = narrow(found, wanted[name])
    return found


def address(wanted: Mapping[str, str], **changed: str) -> str:
    """Return the query of an address with some wishes changed; the page begins anew."""
    kept = {name: value for name, value in {**wanted, **changed}.items() if value}
    return f"?{urlencode(kept)}" if kept else "?"


def _in_pillar(found: QuerySet[Organisation], pillar: str) -> QuerySet[Organisation]:
    held = members.pillar_memberships_on(timezone.localdate()).filter(pillar=pillar)
    return found.filter(pk__in=held.values("organisation"))


def _in_place(found: QuerySet[Organisation], place: str) -> QuerySet[Organisation]:
    """The code of a region begins those of its districts."""
    return found.filter(district__startswith=place)


def _of_kind(found: QuerySet[Organisation], kind: str) -> QuerySet[Organisation]:
    return found.filter(kind=kind)


def _active_in(found: QuerySet[Organisation], code: str) -> QuerySet[Organisation]:
    """Divisions are the same in both editions; sections are what the newest makes of them."""
    if code.isdigit():
        return found.filter(activity_code__startswith=code)
    newest = activities.Version.KID_2025
    divisions = activities.activities(newest, activities.Level.DIVISION)
    wanted = Q(activity_code=code)
    for one in divisions:
        if one.section == code:
            wanted |= Q(activity_code__startswith=one.code)
    return found.filter(wanted)


def _exchanging(direction: Direction) -> Narrowing:
    def narrow(found: QuerySet[Organisation], topic: str) -> QuerySet[Organisation]:
        offered = Q(
            offerings__direction=direction,
            offerings__topic=topic,
            offerings__withdrawn_at__isnull=True,
        )
        return found.filter(pk__in=members.organisations().filter(offered).values("pk"))

    return narrow


NARROWINGS: dict[str, Narrowing] = {
    "q": members.organisations_found,
    "pillar": _in_pillar,
    "place": _in_place,
    "kind": _of_kind,
    "activity": _active_in,
    "offers": _exchanging(Direction.OFFER),
    "seeks": _exchanging(Direction.SEEK),
}
