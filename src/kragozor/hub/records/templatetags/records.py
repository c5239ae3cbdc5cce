"""Rows of imports in words: ``{% for label, before, after in row|changes %}``."""

from django import template

from kragozor.hub.records.enums import Outcome
from kragozor.hub.records.models import Import, ImportRow
from kragozor.hub.records.wording import changes_said, reasons_said

register = template.Library()

TONES = {Outcome.NEW: "good", Outcome.CHANGED: "warn", Outcome.REFUSED: "bad"}


@register.filter
def changes(row: ImportRow) -> list[tuple[str, str, str]]:
    return changes_said(row)


@register.filter
def reasons(row: ImportRow) -> list[tuple[str, str, str]]:
    return reasons_said(row)


@register.filter
def tone(outcome: str) -> str:
    """Return the colour in which an outcome is told."""
    return TONES.get(Outcome(outcome), "")


@register.filter
def to_apply(batch: Import) -> int:
    """Return how many rows of an import would change something."""
    return batch.new_rows + batch.changed_rows
