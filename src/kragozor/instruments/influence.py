"""What drives a result: each fact alone goes from its low to its high value."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kragozor.instruments.inventory import Grade, Inventory, Place, Quantity
from kragozor.instruments.reference import table
from kragozor.instruments.result import Influence
from kragozor.instruments.revision import quantity_at, with_value

Headline = Callable[[Inventory], float | None]
SIGNED = frozenset({"stock_change"})
SHARES = frozenset(
    {
        "feedstock_recycling_efficiency",
        "recovery_potential",
        "actual_recovery",
        "recycling_efficiency",
        "biogenic_carbon_share",
        "dry_matter",
    }
)


def interval(quantity: Quantity, name: str) -> tuple[float, float]:
    r"""Low and high value of a fact: its distribution's, otherwise by its grade.

    .. math:: [x (1 - s_g),\; x (1 + s_g)]

    Parameters
    ----------
    quantity : Quantity
        The declared number.
    name : str
        Its field: a share never leaves 0..1, nor anything else but a stock change 0.

    Returns
    -------
    tuple of float
        Low and high, in the unit of the quantity.

    Notes
    -----
    Source: table ``grade_spreads`` of the reference tables, a stated convention.

    Examples
    --------
    >>> from kragozor.instruments.inventory import Grade, Quantity
    >>> interval(Quantity(0.9, Grade.ESTIMATED), "recycling_efficiency")
    (0.7200000000000001, 1.0)
    """
    low, high = _spread(quantity)
    if name in SIGNED:
        return low, high
    return max(low, 0.0), min(high, 1.0) if name in SHARES else high


def influences(
    inventory: Inventory, places: Iterable[Place], headline: Headline, *, most: int = 8
) -> tuple[Influence, ...]:
    """One-at-a-time sensitivity of a headline, strongest first.

    Parameters
    ----------
    inventory : Inventory
        The declared facts.
    places : iterable of Place
        The facts to vary, each alone.
    headline : callable
        Gives the headline of an inventory, or None where it is undefined.
    most : int
        How many to return.

    Returns
    -------
    tuple of Influence
        Only facts that move the headline.

    Notes
    -----
    Interactions are not seen by this method; it ranks, it does not give an interval.
    Source: Saltelli et al., Global Sensitivity Analysis: The Primer (2008), section 1.2.5.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> places = [Place("inflows", 1, "mass")]
    >>> found = influences(bottle(), places, lambda facts: facts.inflows[0].mass.value)
    >>> round(found[0].result_high / found[0].result_low, 3)
    1.105
    """
    found = (_influence(inventory, place, headline) for place in places)
    moving = [item for item in found if item is not None and item.span > 0]
    return tuple(sorted(moving, key=lambda item: (-item.span, item.place))[:most])


def _influence(inventory: Inventory, place: Place, headline: Headline) -> Influence | None:
    low, high = interval(quantity_at(inventory, place), place.name)
    results = [headline(with_value(inventory, place, value)) for value in (low, high)]
    if results[0] is None or results[1] is None:
        return None
    return Influence(place, low, high, results[0], results[1])


def _spread(quantity: Quantity) -> tuple[float, float]:
    if quantity.distribution:
        return quantity.distribution.interval()
    spread = _spreads()[quantity.grade]
    low, high = sorted((quantity.value * (1 - spread), quantity.value * (1 + spread)))
    return low, high


def _spreads() -> dict[Grade, float]:
    return {Grade(row["grade"]): float(row["spread"]) for row in table("grade_spreads")}
