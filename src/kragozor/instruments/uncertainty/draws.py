"""An inventory whose uncertain numbers are draws, to be read as any other inventory is.

The readings know nothing of it: a :class:`Drawn` quantity stands where a number stood, adds,
multiplies and divides like it, and still tells the number that was declared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.instruments.revision import quantity_at

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws

_Changes = Mapping[str, Quantity]


@dataclass(frozen=True)
class Drawn(Quantity):
    """A quantity with an array of draws for its value.

    To the type checker it is a quantity with a number: the readings are the same for both, and
    only what draws and what sums up the draws knows the difference.
    """

    declared: float = 0.0

    def __post_init__(self) -> None:
        """Accept the draws: whoever draws them sees that they are within their domain."""

    @property
    def central(self) -> float:
        """The number that is declared."""
        return self.declared


def with_draws(inventory: Inventory, draws: Mapping[Place, Draws]) -> Inventory:
    """Return the inventory with draws in the place of some of its numbers.

    Parameters
    ----------
    inventory : Inventory
        The declared facts.
    draws : mapping of Place to ndarray, shape (draws)
        The draws of each number, in its unit.

    Raises
    ------
    KeyError
        No number is declared at a place.

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.examples import bottle
    >>> facts = with_draws(bottle(), {Place("inflows", 3, "mass"): np.array([2.0, 4.0])})
    >>> facts.inflows[2].mass.value, facts.inflows[2].mass.central
    (array([2., 4.]), 3)
    """
    changes: dict[tuple[str, int | None], dict[str, Quantity]] = defaultdict(dict)
    for place, numbers in draws.items():
        drawn = _drawn(quantity_at(inventory, place), numbers)
        changes[place.section, place.row][place.name] = drawn
    sections: dict[str, Any] = {
        section: _section(section, getattr(inventory, section), changes)
        for section in {section for section, _ in changes}
    }
    return replace(inventory, **sections)


def _drawn(quantity: Quantity, numbers: Draws) -> Drawn:
    return Drawn(
        value=cast("float", numbers),
        grade=quantity.grade,
        source=quantity.source,
        distribution=quantity.distribution,
        declared=quantity.value,
    )


def _section(name: str, content: Any, changes: Mapping[tuple[str, int | None], _Changes]) -> Any:
    if not isinstance(content, tuple):
        return replace(content, **changes[name, None])
    rows = enumerate(content, start=1)
    return tuple(replace(row, **changes.get((name, number), {})) for number, row in rows)
