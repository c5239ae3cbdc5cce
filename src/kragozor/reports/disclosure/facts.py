"""What a standard asks of the facts themselves: materials and waste by kind, and declared words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kragozor.instruments.inventory import Inventory, Outflow, Place
from kragozor.instruments.readings.rows import inflows
from kragozor.instruments.readings.treatment import waste
from kragozor.instruments.reference.waste import by_code
from kragozor.words import Message


@dataclass(frozen=True)
class Group:
    """Rows of one kind: what it is called, their mass together and where they stand. [kg]"""

    label: Message | str
    mass: float
    places: tuple[Place, ...]


def materials(inventory: Inventory) -> tuple[Group, ...]:
    """Return the inflows by material, in the order in which they first appear."""
    return _grouped((row.material, place, row.mass.value) for place, row in inflows(inventory))


def waste_by_code(inventory: Inventory) -> tuple[Group, ...]:
    """Return the waste by its code of the List of Waste, or by material where it has none."""
    return _grouped((_waste_label(row), place, row.mass.value) for place, row in waste(inventory))


def waste_by_material(inventory: Inventory) -> tuple[Group, ...]:
    """Return the waste by material."""
    return _grouped((row.material, place, row.mass.value) for place, row in waste(inventory))


def schemes(inventory: Inventory) -> str:
    """Return the schemes by which inflows are certified, each once."""
    return ", ".join(dict.fromkeys(row.scheme for row in inventory.inflows if row.scheme))


def reparability(inventory: Inventory) -> str:
    """Return what is declared of the reparability of the product."""
    return inventory.use.reparability


LISTS: Mapping[str, Callable[[Inventory], tuple[Group, ...]]] = {
    "materials": materials,
    "waste-by-code": waste_by_code,
    "waste-by-material": waste_by_material,
}
TEXTS: Mapping[str, Callable[[Inventory], str]] = {
    "schemes": schemes,
    "reparability": reparability,
}


def _waste_label(row: Outflow) -> Message:
    known = by_code().get(row.low_code)
    return known.named if known else Message("datapoints.no-code", {"material": row.material})


def _grouped(rows: Iterable[tuple[Message | str, Place, float]]) -> tuple[Group, ...]:
    groups: dict[str, Group] = {}
    for label, place, mass in rows:
        before = groups.get(str(label), Group(label, 0.0, ()))
        groups[str(label)] = Group(label, before.mass + mass, (*before.places, place))
    return tuple(groups.values())
