"""The few changes that would raise the headline most, each tried on the inventory itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kragozor.instruments.inventory import (
    Destination,
    Inflow,
    Inventory,
    Origin,
    Outflow,
    OutflowKind,
    Pillar,
    Place,
    Quantity,
)
from kragozor.instruments.result import NextStep
from kragozor.instruments.revision import replaced, split, with_value
from kragozor.words import Message

Row = TypeVar("Row", Inflow, Outflow)
Headline = Callable[[Inventory], float | None]
Change = Callable[[Inventory], Inventory]

CIRCULAR_INFLOW = 0.25
REDIRECTED_OUTFLOW = 0.5
LONGER_LIFE = 0.2
ROWS_TRIED = 5
REDIRECTABLE = (Destination.ENERGY, Destination.INCINERATION, Destination.LANDFILL)
PACKAGING_WASTE = "15"


@dataclass(frozen=True)
class Candidate:
    """A change with the words that describe it."""

    label: Message
    change: Change


def next_steps(
    inventory: Inventory, headline: Headline, *, most: int = 3
) -> tuple[tuple[NextStep, ...], float | None]:
    """The best single changes and what they give together.

    The candidates: a quarter of a heavy linear inflow becomes recycled (a renewable one
    sustainably produced), half of what is burnt or landfilled is recycled (composted, and the
    compost spread, where it is food or plant matter), the product lives a fifth longer. Effects
    do not add up, so the joint gain is computed by making all changes at once.

    Parameters
    ----------
    inventory : Inventory
        The declared facts.
    headline : callable
        Gives the headline of an inventory, or None where it is undefined.
    most : int
        How many steps to return.

    Returns
    -------
    tuple
        The steps by falling gain, and their joint gain; no steps give no joint gain.

    Notes
    -----
    Source: levers R3 to R8 of the 9R order (Potting et al. 2017), as changes of the inputs.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> steps, together = next_steps(bottle(), lambda i: -sum(
    ...     row.mass.value for row in i.inflows if row.origin is Origin.VIRGIN))
    >>> len(steps) > 0 and together >= steps[0].gain
    True
    """
    base = headline(inventory)
    if base is None:
        return (), None
    tried = [(c, headline(c.change(inventory))) for c in candidates(inventory)]
    gains = [(c, after - base) for c, after in tried if after is not None and after > base]
    best = sorted(gains, key=lambda pair: -pair[1])[:most]
    if not best:
        return (), None
    together = inventory
    for candidate, _ in best:
        together = candidate.change(together)
    joint = headline(together)
    steps = tuple(NextStep(candidate.label, gain) for candidate, gain in best)
    return steps, None if joint is None else joint - base


def candidates(inventory: Inventory) -> Iterator[Candidate]:
    """Yield the changes that make sense for this inventory.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> print(next(candidates(bottle())).label.values["material"])
    PET
    """
    for number in _heaviest(inventory.inflows, lambda row: not row.origin.is_circular):
        yield _circular_inflow(inventory, number)
    for number in _heaviest(inventory.outflows, _is_redirectable):
        yield _redirected_outflow(inventory, number)
    if inventory.use.lifetime and inventory.use.industry_lifetime:
        yield _longer_life(inventory)


def _circular_inflow(inventory: Inventory, number: int) -> Candidate:
    row = inventory.inflows[number - 1]
    is_renewable = row.origin is Origin.RENEWABLE_UNMANAGED
    origin = Origin.RENEWABLE_MANAGED if is_renewable else Origin.RECYCLED_POST_CONSUMER

    def change(facts: Inventory) -> Inventory:
        kept, moved = split(facts.inflows[number - 1], CIRCULAR_INFLOW)
        circular = replace(moved, origin=origin)
        return replace(facts, inflows=replaced(facts.inflows, number, kept, circular))

    name = "sustainable-inflow" if is_renewable else "recycled-inflow"
    return Candidate(_label(name, CIRCULAR_INFLOW, material=row.material), change)


def _redirected_outflow(inventory: Inventory, number: int) -> Candidate:
    row = inventory.outflows[number - 1]
    target = Destination.COMPOST if _is_biological(inventory, row) else Destination.RECYCLE

    def change(facts: Inventory) -> Inventory:
        kept, moved = split(facts.outflows[number - 1], REDIRECTED_OUTFLOW)
        redirected = replace(
            moved,
            destination=target,
            recovery_potential=None,
            actual_recovery=None,
            returned_to_soil=Quantity(1.0) if target is Destination.COMPOST else None,
        )
        return replace(facts, outflows=replaced(facts.outflows, number, kept, redirected))

    destination = Message(f"choices.Destination.{row.destination.value}")
    label = _label(
        f"{target.value}-outflow",
        REDIRECTED_OUTFLOW,
        material=row.material,
        destination=destination,
    )
    return Candidate(label, change)


def _longer_life(inventory: Inventory) -> Candidate:
    place = Place("use", None, "lifetime")
    lifetime = inventory.use.lifetime
    longer = (lifetime.value if lifetime else 0.0) * (1 + LONGER_LIFE)
    return Candidate(
        _label("longer-life", LONGER_LIFE), lambda facts: with_value(facts, place, longer)
    )


def _label(name: str, share: float, **values: object) -> Message:
    percent = Message("words.unit", {"value": 100 * share, "unit": "%"})
    return Message(f"readings.step.{name}", {"share": percent, **values})


def _heaviest(rows: Sequence[Row], test: Callable[[Row], bool]) -> list[int]:
    numbered = [(row.mass.value, number) for number, row in enumerate(rows, 1) if test(row)]
    return [number for _, number in sorted(numbered, reverse=True)[:ROWS_TRIED]]


def _is_redirectable(row: Outflow) -> bool:
    return row.kind is not OutflowKind.LOSS and row.destination in REDIRECTABLE


def _is_biological(inventory: Inventory, row: Outflow) -> bool:
    is_packaging = row.low_code.startswith(PACKAGING_WASTE)
    return inventory.subject.pillar is Pillar.AGRIFOOD and not is_packaging
