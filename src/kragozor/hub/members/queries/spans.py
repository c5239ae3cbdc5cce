"""Stretches of membership: what is needed to count the members of many days at once."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models.functions import Coalesce

from kragozor.hub.members.models import Term


class Span(NamedTuple):
    """A stretch of an organisation's membership of a pillar, from its first day to its last."""

    organisation_id: UUID
    pillar: str
    kind: str
    district: str
    first: date
    last: date


def membership_spans(begin: date, end: date) -> list[Span]:
    """The stretches of membership that touch some days: a term, and a pillar within it.

    One query for any number of days, where `pillar_memberships_on` needs one for each.
    """
    terms = Term.objects.annotate(last=Coalesce("end__on", "ends")).filter(
        starts__lte=end,
        last__gte=begin,
        organisation__merged_into__isnull=True,
        organisation__pillars__isnull=False,
    )
    rows = terms.order_by("pk").values_list(
        "organisation_id",
        "organisation__pillars__pillar",
        "organisation__kind",
        "organisation__district",
        "starts",
        "last",
        "organisation__pillars__since",
        "organisation__pillars__until",
    )
    return [
        Span(*who, max(starts, since), min(last, until or last))
        for *who, starts, last, since, until in rows
    ]
