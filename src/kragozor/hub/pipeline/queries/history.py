"""What became of earlier cards, and how many wait now: what the forecast is made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models.functions import Coalesce
from django.utils import timezone

from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.pipeline.enums import OPEN, Stage
from kragozor.hub.pipeline.forecast import Experience
from kragozor.hub.pipeline.models import Card, StageChange
from kragozor.hub.pipeline.queries.cards import cards, shown

# A term may begin some days before its card is moved on: fees are counted from whole months.
GRACE = timedelta(days=31)
Days = tuple[date, date]


@dataclass(frozen=True)
class Entry:
    """That a card came into a stage, and what is known of it since."""

    stage: str
    on: date
    is_closed: bool
    terms: tuple[Days, ...]


def experience(horizon: timedelta, today: date) -> dict[str, Experience]:
    """Of each open stage: how many cards have an outcome, how many joined within the horizon.

    Counted are the cards that came into the stage at least the horizon ago, and of the later
    ones those that joined, declined or were put away since.
    """
    settled: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    for entry in entries():
        outcome = _outcome(entry, horizon, today)
        if outcome is not None:
            settled[entry.stage] += 1
            joined[entry.stage] += outcome
    return {stage.value: Experience(settled[stage], joined[stage]) for stage in OPEN}


def waiting() -> dict[str, Counter[str]]:
    """How many cards of each pillar stand in each open stage; one of two pillars counts in both."""
    found: dict[str, Counter[str]] = {code: Counter() for code, _label in PILLARS}
    rows = cards().filter(shown_stage__in=OPEN).values_list("pillars", "shown_stage")
    for pillars, stage in rows:
        for pillar in pillars:
            found[pillar][stage] += 1
    return found


def waiting_in_all() -> Counter[str]:
    """How many cards stand in each open stage."""
    return Counter(cards().filter(shown_stage__in=OPEN).values_list("shown_stage", flat=True))


def entries() -> Iterable[Entry]:
    """Every first entry of a card into an open stage."""
    terms = _terms()
    known = {
        pk: (archived is not None or stage == Stage.DECLINED, tuple(terms.get(member, ())))
        for pk, archived, stage, member in shown(Card.objects.all()).values_list(
            "pk", "archived_at", "stage", "member_id"
        )
    }
    seen: set[tuple[UUID, str]] = set()
    changes = StageChange.objects.filter(stage__in=OPEN).order_by("at", "id")
    for card, stage, at in changes.values_list("card", "stage", "at"):
        if (card, stage) not in seen:
            seen.add((card, stage))
            yield Entry(stage, timezone.localdate(at), *known[card])


def _outcome(entry: Entry, horizon: timedelta, today: date) -> bool | None:
    """Return whether somebody joined in time; ``None`` while open, or where they were members."""
    later = sorted(days for days in entry.terms if days[1] >= entry.on)
    starts = later[0][0] if later and later[0][0] <= today else None
    if starts is not None and starts < entry.on - GRACE:
        return None
    if starts is not None and starts <= entry.on + horizon:
        return True
    return False if entry.is_closed or entry.on <= today - horizon else None


def _terms() -> dict[UUID, list[Days]]:
    """Return the first and the last day in fact of every term, by organisation."""
    found: dict[UUID, list[Days]] = defaultdict(list)
    rows = members.organisations().filter(terms__isnull=False)
    for pk, *days in rows.values_list(
        "pk", "terms__starts", Coalesce("terms__end__on", "terms__ends")
    ):
        found[pk].append((days[0], days[1]))
    return found
