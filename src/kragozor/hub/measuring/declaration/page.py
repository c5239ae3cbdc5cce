"""What the page of one section shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kragozor.files.fields import section
from kragozor.files.suggestions import suggested
from kragozor.hub.measuring.declaration.draft import Draft
from kragozor.hub.measuring.declaration.rows import RowView
from kragozor.instruments.inventory import Pillar

if TYPE_CHECKING:
    from kragozor.hub.measuring.models import Inventory


@dataclass(frozen=True)
class Unsaved:
    """A row that could not be saved, and why: ``newer`` facts, or ``other`` of the same name."""

    typed: Mapping[str, Any]
    number: int | None
    newer: Inventory | None = None
    other: Inventory | None = None


def facts_shown(
    inventory: Inventory, name: str, language: str, unsaved: Unsaved | None = None
) -> dict[str, Any]:
    """Return the section's rows as forms, and how the whole stands."""
    draft = Draft(inventory.facts, language)
    declared = section(name)
    rows = draft.rows(name)
    new = draft.new_row(name)
    if unsaved is not None:
        rows, new = _with_unsaved(draft, name, rows, new, unsaved)
    return {
        "inventory": inventory,
        "organisation": inventory.organisation,
        "draft": draft,
        "section": declared,
        "section_label": declared.labels[language],
        "section_help": declared.help[language],
        "section_errors": _section_errors(draft, name),
        "rows": rows,
        "new": new,
        "unsaved": unsaved,
        "removed": [r for r in inventory.removed_rows if r["section"] == name],
        "lists": _lists(name, inventory.pillar, language),
    }


def _with_unsaved(
    draft: Draft, name: str, rows: tuple[RowView, ...], new: RowView, unsaved: Unsaved
) -> tuple[tuple[RowView, ...], RowView]:
    """Put what was typed into its boxes, beside what is saved there now."""
    declared = section(name)
    is_new = declared.many and (unsaved.number is None or unsaved.number > len(rows))
    if is_new:
        return rows, draft.new_row(name, unsaved.typed)
    index = (unsaved.number or 1) - 1
    typed = draft.row(name, unsaved.number, unsaved.typed)
    compared = typed.against(rows[index]) if unsaved.newer else typed
    return (*rows[:index], compared, *rows[index + 1 :]), new


def _section_errors(draft: Draft, name: str) -> list[str]:
    if not section(name).many:
        return []
    whole = [p for p in draft.problems_of(name) if p.place and p.place.row is None]
    return [problem.sentence(draft.language) for problem in whole]


def _lists(name: str, pillar: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the names to pick from, by the list's own name."""
    names = {field.suggestions for field in section(name).fields if field.suggestions}
    return {one: suggested(one, Pillar(pillar), language) for one in sorted(names)}
