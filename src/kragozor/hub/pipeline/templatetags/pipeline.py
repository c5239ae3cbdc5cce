"""Words about cards on pages."""

from __future__ import annotations

from datetime import date

from django import template

from kragozor.hub.members.enums import PILLARS
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.rules import is_overdue

register = template.Library()


@register.filter
def overdue(card: Card, today: date) -> bool:
    """Whether a next step should have been taken."""
    return is_overdue(card.next_on, card.shown_stage, today)


@register.filter
def stage_name(stage: str) -> str:
    """Return a stage in words."""
    return str(Stage(stage).label)


@register.filter
def pillar_name(pillar: str) -> str:
    """Return a pillar in words."""
    return str(dict(PILLARS)[pillar])
