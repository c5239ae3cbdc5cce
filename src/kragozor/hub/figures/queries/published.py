"""What everybody may read: the newest value of each figure, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kragozor.files.assessments import message_read
from kragozor.hub.figures.enums import SCOPES
from kragozor.hub.figures.models import Publication, PublishedFigure
from kragozor.instruments.cluster import MEASURES
from kragozor.words import Message


@dataclass(frozen=True)
class PublicFigure:
    """One figure as it stands: its newest published value, and what became of it last.

    ``withheld`` is why the newest publication has no value of it; an earlier value stays public.
    """

    measure: str
    value: float | None
    contributors: int
    published_at: datetime | None
    withheld: Message | None


@dataclass(frozen=True)
class PublishedScope:
    """The figures of the cluster, or of one pillar."""

    scope: str
    label: str
    year: int
    figures: tuple[PublicFigure, ...]

    @property
    def published_at(self) -> datetime | None:
        """When the newest of its values was published."""
        days = [figure.published_at for figure in self.figures if figure.value is not None]
        return max(filter(None, days), default=None)

    @property
    def withheld(self) -> Message | None:
        """The one reason why none of them has a value; None where any has, or reasons differ."""
        reasons = [figure.withheld for figure in self.figures if figure.value is None]
        is_one = len(reasons) == len(self.figures) and all(one == reasons[0] for one in reasons)
        return reasons[0] if is_one else None


def publications() -> QuerySet[Publication]:
    """Every publication, the newest first."""
    return Publication.objects.select_related("published_by").prefetch_related("figures")


def years_published() -> list[int]:
    """The years of which there is a publication, the newest first."""
    found = Publication.objects.order_by().values_list("year", flat=True).distinct()
    return sorted(found, reverse=True)


def published_scopes(year: int) -> list[PublishedScope]:
    """Return the figures of a year as they stand, for the cluster and for each pillar."""
    found = PublishedFigure.objects.filter(publication__year=year)
    rows = list(found.select_related("publication").order_by("publication__published_at", "id"))
    return [
        PublishedScope(
            scope=scope,
            label=str(label),
            year=year,
            figures=tuple(
                _standing(measure, [r for r in rows if (r.scope, r.measure) == (scope, measure)])
                for measure in MEASURES
            ),
        )
        for scope, label in SCOPES
    ]


def _standing(measure: str, rows: list[PublishedFigure]) -> PublicFigure:
    """Return a figure from its rows, the oldest first."""
    told = next((row for row in reversed(rows) if row.value is not None), None)
    last = rows[-1] if rows else None
    shown = told or last
    return PublicFigure(
        measure=measure,
        value=told.value if told else None,
        contributors=shown.contributors if shown else 0,
        published_at=shown.publication.published_at if shown else None,
        withheld=message_read(last.withheld) if last and last.withheld else None,
    )
