"""Cards as staff look for them: narrowed, sorted, laid out as a board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, TextField, Window
from django.db.models.functions import Cast, RowNumber
from django.utils import timezone

from kragozor.hub.pipeline.enums import OPEN, Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.queries.cards import cards
from kragozor.hub.pipeline.rules import words_of

# How many cards of a stage the board shows, fewer where nothing is to be done; the list has all.
COLUMN = 50
SETTLED_COLUMN = 5
DUE_FIRST = (F("next_on").asc(nulls_last=True), "name", "pk")
SORTS = {
    "next": DUE_FIRST,
    "name": ("name", "pk"),
    "new": ("-created_at", "pk"),
    "district": ("district", "name", "pk"),
}


@dataclass(frozen=True)
class Column:
    """One stage of the board: the cards that are due first, and how many there are in all."""

    stage: Stage
    count: int
    cards: list[Card]

    @property
    def is_open(self) -> bool:
        return self.stage in OPEN

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.cards)


def cards_found(
    *,
    text: str = "",
    pillar: str = "",
    stage: str = "",
    owner: str = "",
    district: str = "",
    overdue: bool = False,
    sort: str = "next",
) -> QuerySet[Card]:
    """The cards that are not archived and answer to all that is asked; "none" is no owner."""
    found = cards().select_related("owner")
    for word in words_of(text):
        found = found.filter(search_text__contains=word)
    if pillar:
        found = of_pillar(found, pillar)
    if stage:
        found = found.filter(shown_stage=stage)
    if owner:
        found = found.filter(owner=None) if owner == "none" else found.filter(owner=owner)
    if district:
        found = found.filter(district=district)
    return (overdue_of(found) if overdue else found).order_by(*SORTS[sort])


def of_pillar(found: QuerySet[Card], pillar: str) -> QuerySet[Card]:
    """Those of a pillar. SQLite cannot look into a list of JSON, so its text is asked."""
    listed = found.alias(pillar_text=Cast("pillars", TextField()))
    return listed.filter(pillar_text__contains=f'"{pillar}"')


def overdue_of(found: QuerySet[Card]) -> QuerySet[Card]:
    """Those whose next step should have been taken, as `rules.is_overdue` says."""
    over = Q(shown_stage__in=[Stage.DECLINED, Stage.MEMBER])
    return found.filter(~over, next_on__lt=timezone.localdate())


def board(asked: Mapping[str, object]) -> list[Column]:
    """The found cards by stage, in the order in which stages are gone through."""
    found = cards_found(**asked)
    counts = Counter(dict(found.order_by().values_list("shown_stage").annotate(Count("pk"))))
    rank = Window(RowNumber(), partition_by="shown_stage", order_by=DUE_FIRST)
    shown = Q(rank_in_stage__lte=SETTLED_COLUMN) | Q(shown_stage__in=OPEN)
    first = found.annotate(rank_in_stage=rank).filter(shown, rank_in_stage__lte=COLUMN)
    held: dict[str, list[Card]] = {stage: [] for stage in Stage}
    for card in first:
        held[card.shown_stage].append(card)
    return [Column(stage, counts[stage], held[stage]) for stage in Stage]


def cards_due(today: date) -> QuerySet[Card]:
    """The cards whose next step is due by a day, the longest overdue first."""
    over = Q(shown_stage__in=[Stage.DECLINED, Stage.MEMBER])
    found = cards().filter(~over, next_on__lte=today).select_related("owner")
    return found.order_by(*DUE_FIRST)


def archived_cards() -> QuerySet[Card]:
    """The cards that were put away, the latest first."""
    return Card.objects.exclude(archived_at=None).order_by("-archived_at", "pk")
