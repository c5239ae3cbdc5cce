"""The table of parameters, narrowed to what somebody looks for."""

from __future__ import annotations

from collections.abc import Mapping

from kragozor.hub.reference.queries.parameters import Standing
from kragozor.instruments.parameters import Parameter, folded


def narrowed(found: list[Standing], asked: Mapping[str, str]) -> list[Standing]:
    """Return what answers to a filter, by material, parameter and place."""
    rows = [(one, shown) for one in found if (shown := one.shown) and _answers(shown, asked)]
    rows.sort(key=lambda row: (row[1].name_bg or row[1].material, *row[0].key))
    return [one for one, _shown in rows]


def _answers(row: Parameter, asked: Mapping[str, str]) -> bool:
    names = folded(f"{row.material} {row.name_bg} {row.name_en}")
    exact = {
        "parameter": row.parameter.value,
        "status": row.status.value,
        "geography": row.geography,
    }
    is_place = asked.get("geography", "").upper()
    wanted = {**asked, "geography": is_place} if is_place else asked
    return folded(asked.get("text", "")) in names and all(
        wanted[name] == value for name, value in exact.items() if name in wanted
    )
