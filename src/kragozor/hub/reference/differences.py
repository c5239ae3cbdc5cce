"""What a file of parameters would change of the table in force, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kragozor.hub.reference.enums import Outcome
from kragozor.instruments.parameters import Parameter, ParameterTable, parameter_of


@dataclass(frozen=True)
class Difference:
    """A value that a file brings, and the one that stands in its place."""

    outcome: Outcome
    parameter: Parameter
    before: Parameter | None


def differences(
    rows: Iterable[Mapping[str, Any]], in_force: ParameterTable
) -> Iterator[Difference]:
    """Yield what becomes of each row; a material that is known by name keeps its key."""
    known = {row.key: row for row in in_force}
    named = {row.material: row for row in in_force}
    for row in rows:
        brought = _under_known_name(parameter_of(row), in_force, named)
        before = known.get(brought.key)
        yield Difference(_outcome(brought, before), brought, before)


def _under_known_name(
    brought: Parameter, in_force: ParameterTable, named: Mapping[str, Parameter]
) -> Parameter:
    material = in_force.material(brought.name_en) or brought.material
    if (same := named.get(material)) is None:
        return brought
    return replace(brought, material=material, name_bg=same.name_bg, name_en=same.name_en)


def _outcome(brought: Parameter, before: Parameter | None) -> Outcome:
    if before is None:
        return Outcome.NEW
    # The same number from a further file confirms the value; the source that is known stays.
    is_same = (brought.value, brought.status) == (before.value, before.status)
    return Outcome.UNCHANGED if is_same else Outcome.CHANGED
