"""How each input of a reading was made of facts: the formula over their places.

No reader says so in a second place. It reads the inventory once more, with numbers that remember
what was done to them in the place of numbers, as it reads draws; so the formula that is shown of
an input is the one by which it was formed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from kragozor.instruments.formula import Formula
from kragozor.instruments.parameters import Parameter, ParameterTable
from kragozor.instruments.readings import READERS, readers
from kragozor.instruments.readings.findings import Finding, Item
from kragozor.instruments.readings.traced import Traced
from kragozor.instruments.result import Input, Reading
from kragozor.instruments.uncertainty.draws import with_draws

if TYPE_CHECKING:
    from kragozor.instruments.inventory import Inventory, Place

# What is formed once more differs by the order of its sums at most.
_AGREEMENT, _NOTHING = 1e-9, 1e-12

# A longer sum is shown by its first terms and its last.
TERMS_SHOWN = 4


@dataclass(frozen=True)
class Making:
    """A number of a reading with what it was made of.

    Attributes
    ----------
    number : float
        The number itself.
    traced : Traced or None
        What was done to which facts; None where the number rests on no fact, such as a share of
        1 that a reader takes for granted.
    """

    number: float
    traced: Traced | None = None

    @property
    def is_fact(self) -> bool:
        """Whether the number is a fact as it was declared."""
        return self.traced is not None and self.traced.place is not None

    @cached_property
    def facts(self) -> Mapping[str, tuple[Place, float]]:
        """The facts by their names in the formula: where each stands, and its number."""
        return self.traced.facts() if self.traced else {}

    @cached_property
    def formula(self) -> Formula:
        """The formula over the names of the facts, whole."""
        return Traced.formula_of(self.traced or self.number)

    @cached_property
    def shown(self) -> Formula:
        """The formula with its long sums cut short."""
        return Traced.formula_of(self.traced or self.number, most=TERMS_SHOWN)


Made: TypeAlias = Making | tuple[Mapping[str, Making], ...]


@dataclass(frozen=True)
class Makings:
    """How the inputs of a reading were made, by name, and those of its items in their order."""

    inputs: Mapping[str, Made] = field(default_factory=dict)
    items: tuple[Makings, ...] = ()

    def item(self, number: int) -> Makings:
        """Return the makings of an item; none where they are not known."""
        return self.items[number] if number < len(self.items) else Makings()


def makings(reading: Reading, inventory: Inventory) -> Makings:
    """Return how the inputs of a reading were made of the inventory that it is of.

    An input that the reader of today forms in another way than gave its number has no making.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> made = makings(assess(bottle(), draws=0).reading("mci"), bottle())
    >>> share = made.inputs["recycled_feedstock"]
    >>> {name: number for name, (_, number) in share.facts.items()}
    {'inflows[2].mass': 12, 'inflows[1].mass': 18, 'inflows[3].mass': 3}
    >>> round(share.number, 3)
    0.364
    """
    if reading.indicator not in READERS:
        return Makings()
    used = ParameterTable(tuple(dict.fromkeys(_parameters(reading))))
    remembering = {place: Traced.fact(place, q.value) for place, q in inventory.quantities()}
    reader = readers(used)[reading.indicator]
    return _makings(reading, tuple(reader(with_draws(inventory, cast("Any", remembering)))))


def _makings(reading: Reading, found: Sequence[Finding]) -> Makings:
    again = {item.name: item.value for item in found if isinstance(item, Input)}
    made = {name: _made(item.value, again.get(name)) for name, item in reading.inputs.items()}
    items = (item.findings for item in found if isinstance(item, Item))
    return Makings(
        {name: one for name, one in made.items() if one is not None},
        tuple(_makings(*pair) for pair in zip(reading.items, items, strict=False)),
    )


def _parameters(reading: Reading) -> Iterator[Parameter]:
    for item in reading.inputs.values():
        yield from item.parameters
    for one in reading.items:
        yield from _parameters(one)


def _made(value: object, again: object) -> Made | None:
    """Return how a value was made; None where what is formed again is another."""
    if isinstance(value, tuple):
        return _listed(value, again if isinstance(again, tuple) else ())
    return None if isinstance(value, str) else _number(cast("float", value), again)


def _listed(
    rows: Sequence[Mapping[str, float]], again: Sequence[Mapping[str, object]]
) -> tuple[Mapping[str, Making], ...] | None:
    if [set(row) for row in rows] != [set(row) for row in again]:
        return None
    made = [
        {name: _number(number, other[name]) for name, number in row.items()}
        for row, other in zip(rows, again, strict=True)
    ]
    known = [{name: one for name, one in row.items() if one is not None} for row in made]
    return tuple(known) if known == made else None


def _number(value: float, again: object) -> Making | None:
    if not isinstance(again, (Traced, float, int)):
        return None
    if not math.isclose(value, float(again), rel_tol=_AGREEMENT, abs_tol=_NOTHING):
        return None
    return Making(value, again if isinstance(again, Traced) else None)
