"""What the uncertainty of a figure comes from: the facts worth knowing better, strongest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kragozor.instruments.result import Contribution
from kragozor.instruments.uncertainty.inventories import sensitivities

if TYPE_CHECKING:
    from kragozor.instruments.inventory import Inventory
    from kragozor.instruments.parameters import ParameterTable
    from kragozor.instruments.uncertainty.sample import Sample

# So many facts have an index of their own, and so many of these are named.
OWN, NAMED = 8, 5
# So many draws give each share to a percentage point or two.
MOST_DRAWS = 2**12
# From less of the variance nobody would begin.
LEAST = 0.01


def contributions(
    inventory: Inventory, figure: str, sample: Sample, parameters: ParameterTable | None = None
) -> tuple[Contribution, ...]:
    r"""The few facts from which most of the variance of a figure comes.

    .. math:: T_i = \frac{E[V[y \mid x_{\sim i}]]}{V[y]}

    Parameters
    ----------
    inventory : Inventory
        The declared facts.
    figure : str
        ``indicator.value``, such as ``"mci.mci"``.
    sample : Sample
        How the facts are drawn; no more than 4096 draws are made.
    parameters : ParameterTable, optional
        As in :func:`kragozor.instruments.assess.assess`.

    Returns
    -------
    tuple of Contribution
        At most five, each of one hundredth of the variance or more; none where the figure does
        not vary.

    Notes
    -----
    A share counts what a fact does alone and together with others, so that all shares may add
    up to more than the whole. Source: those of
    :func:`kragozor.instruments.uncertainty.inventories.sensitivities`.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.uncertainty.sample import Sample
    >>> first = contributions(bottle(), "mci.mci", Sample(1000))[0]
    >>> str(first.place), round(first.share, 1)
    ('outflows[1].recycling_efficiency', 0.4)
    """
    few = replace(sample, draws=min(sample.draws, MOST_DRAWS))
    found = sensitivities(inventory, figure, most=OWN, sample=few, parameters=parameters)
    if found.indices is None or found.indices.undefined:
        return ()
    # The last index is that of all other facts together.
    shares = zip(found.places, found.indices.total, found.indices.total_interval, strict=False)
    named = [
        Contribution(place, float(share), float(low), float(high))
        for place, share, (low, high) in shares
        if share >= LEAST
    ]
    return tuple(sorted(named, key=lambda one: -one.share)[:NAMED])
