"""What drives a result: each fact alone goes from its low to its high value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from kragozor.instruments.arithmetic import is_drawn
from kragozor.instruments.inventory import SHARES, SIGNED, Inventory, Place, Quantity
from kragozor.instruments.result import Influence
from kragozor.instruments.revision import quantity_at
from kragozor.instruments.uncertainty.draws import with_draws
from kragozor.instruments.uncertainty.pedigree import distribution_of

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount, Draws

    Headline = Callable[[Inventory], Amount | None]


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
        Gives the headline of an inventory, and of one with draws its draws, NaN where it is
        undefined; None where it is undefined in all.
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
    varied = {place: interval(quantity_at(inventory, place), place.name) for place in places}
    varied = {place: (low, high) for place, (low, high) in varied.items() if low < high}
    results = _results(inventory, varied, headline)
    found = (
        Influence(place, low, high, float(result_low), float(result_high))
        for (place, (low, high)), (result_low, result_high) in zip(
            varied.items(), results, strict=False
        )
    )
    moving = [item for item in found if item.span > 0]
    return tuple(sorted(moving, key=lambda item: (-item.span, item.place))[:most])


def _results(
    inventory: Inventory, varied: Mapping[Place, tuple[float, float]], headline: Headline
) -> Draws:
    """Return the headline at the low and high of each fact, of shape (k, 2).

    Both values of each fact are two draws of one inventory, in which all other facts stay.
    """
    numbers = {
        place: np.full((len(varied), 2), quantity_at(inventory, place).value, dtype=np.float64)
        for place in varied
    }
    for at, (place, ends) in enumerate(varied.items()):
        numbers[place][at] = ends
    draws = {place: both.ravel() for place, both in numbers.items()}
    with np.errstate(all="ignore"):
        results = headline(with_draws(inventory, draws))
    return results.reshape(-1, 2) if is_drawn(results) else np.empty((0, 2))
