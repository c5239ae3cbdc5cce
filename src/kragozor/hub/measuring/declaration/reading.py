"""What was read from a file, on one line: so many rows, so much mass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kragozor.hub.measuring.declaration.draft import Draft, SectionState
from kragozor.reports.amounts import amount_text


def declared_text(facts: Mapping[str, Any], language: str) -> str:
    """Return what the facts declare; whether the masses balance, the result says itself."""
    draft = Draft(facts, language)
    parts = [_part(state, draft, language) for state in draft.states if state.section.many]
    return _("The file was read: %(parts)s.") % {"parts": ", ".join(filter(None, parts))}


def _part(state: SectionState, draft: Draft, language: str) -> str:
    if not state.rows:
        return ""
    count = ngettext("%(rows)s row", "%(rows)s rows", state.rows) % {"rows": state.rows}
    masses = {"inflows": draft.balance.inflow, "outflows": draft.balance.outflow}
    if state.name not in masses:
        return f"{state.label}: {count}"
    return f"{state.label}: {count}, {amount_text(masses[state.name], 'kg', language)}"
