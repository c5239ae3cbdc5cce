"""What drives a result: each fact alone goes from its low to its high value."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kragozor.instruments.inventory import SHARES, SIGNED, Inventory, Place, Quantity
from kragozor.instruments.result import Influence
from kragozor.instruments.revision import quantity_at, with_value
from kragozor.instruments.uncertainty.pedigree import distribution_of

Headline = Callable[[Inventory], float | None]


def interval(quantity: Quantity, name: str) -> tuple[float, float]:
    r"""Low and high value of a fact, between which it lies with a probability of 90 %.

    .. math:: [F^{-1}(0.05),\; F^{-1}(0.95)]

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
    The distribution is the declared one, otherwise that of its grade; a number that is exact
    is its own interval.

    Examples
    --------
    >>> from kragozor.instruments.inventory import Grade, Quantity
    >>> low, high = interval(Quantity(10, Grade.ESTIMATED), "mass")
    >>> round(low, 2), round(high, 2)
    (8.52, 11.63)
    """
    distribution = distribution_of(quantity, name)
    if distribution is None:
        return quantity.value, quantity.value
    low, high = distribution.interval()
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
    1.084
    """
    found = (_influence(inventory, place, headline) for place in places)
    moving = [item for item in found if item is not None and item.span > 0]
    return tuple(sorted(moving, key=lambda item: (-item.span, item.place))[:most])


def _influence(inventory: Inventory, place: Place, headline: Headline) -> Influence | None:
    low, high = interval(quantity_at(inventory, place), place.name)
    if low == high:
        return None
    results = [headline(with_value(inventory, place, value)) for value in (low, high)]
    if results[0] is None or results[1] is None:
        return None
    return Influence(place, low, high, results[0], results[1])
