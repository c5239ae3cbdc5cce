"""Imports, their rows, and the files taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from kragozor.hub.records.enums import Outcome
from kragozor.hub.records.models import Export, Import, ImportRow

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

EXPORTS_SHOWN = 20


def imports() -> QuerySet[Import]:
    """The imports, the last first, each with how many rows are what."""
    counts = {
        f"{outcome.value}_rows": Count("rows", filter=Q(rows__outcome=outcome))
        for outcome in Outcome
    }
    found = Import.objects.select_related("job", "created_by", "applied_by", "undone_by")
    return found.annotate(**counts).order_by("-created_at", "pk")


def outcome_counts(batch: Import) -> list[tuple[Outcome, int]]:
    """How many rows of an import are what, in the order in which they matter."""
    counted = batch.rows.values_list("outcome").annotate(Count("pk")).order_by()
    counts = dict(counted)
    return [(outcome, counts.get(outcome.value, 0)) for outcome in Outcome]


def rows_of(batch: Import, outcome: str = "") -> QuerySet[ImportRow]:
    """The rows of an import in the order of its file, or those of one outcome."""
    rows = batch.rows.all()
    return rows.filter(outcome=outcome) if outcome in Outcome.values else rows


def exports_of(person: Person) -> QuerySet[Export]:
    """What a person took out; nobody else finds it."""
    return Export.objects.filter(asked_by=person).select_related("job")


def exports_shown(person: Person) -> list[Export]:
    """The last files that a person took out."""
    return list(exports_of(person)[:EXPORTS_SHOWN])
